"""The buttons of a story's form that change what it holds and save nothing."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from storyloop.web.forms import ROWS
from storyloop.web.sorting import FIELDS, sorted_into_parts

_STEPS = {"up": -1, "down": 1}
_LEDGER = "metrics"
_OF_A_NUMBER = ("baseline", "result", "unit", "period")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A form as it is after a button was pressed, and what is said of it, if anything."""

    sent: QueryDict
    said: str = ""


def pressed(sent: QueryDict) -> Pressed | None:
    """Return the form that was sent, changed as its button says; None for any other button."""
    if "sort" in sent:
        return _sorted(sent)
    if "found" in sent:
        return _with_number(sent, QueryDict(sent.get("found", "")))
    for button, step in _STEPS.items():
        if button in sent:
            return _with_order(sent, sent.get(button, ""), step)
    return None


def texts_of(sent: QueryDict) -> dict[str, str]:
    """Return the texts of the telling as they were sent."""
    return {field: sent.get(field, "") for field in FIELDS}


def _sorted(sent: QueryDict) -> Pressed:
    found = sorted_into_parts(texts_of(sent))
    changed = sent.copy()
    for field, text in found.parts.items():
        changed[field] = text
    return Pressed(sent=changed, said=found.note)


def _with_number(sent: QueryDict, number: QueryDict) -> Pressed:
    changed = sent.copy()
    total = _total(sent, _LEDGER)
    changed[f"{_LEDGER}-TOTAL_FORMS"] = str(total + 1)
    for key in _OF_A_NUMBER:
        changed[f"{_LEDGER}-{total}-{key}"] = number.get(key, "")
    return Pressed(sent=changed)


def _with_order(sent: QueryDict, row: str, step: int) -> Pressed:
    changed = sent.copy()
    name, _, number = row.rpartition("-")
    place = int(number) if number.isdecimal() else -1
    other = place + step
    if name in ROWS and min(place, other) >= 0 and max(place, other) < _total(sent, name):
        here, there = f"{name}-{place}-", f"{name}-{other}-"
        for prefix, source in ((here, there), (there, here)):
            for key in [key for key in changed if key.startswith(prefix)]:
                del changed[key]
            for key in [key for key in sent if key.startswith(source)]:
                changed.setlist(prefix + key.removeprefix(source), sent.getlist(key))
    return Pressed(sent=changed)


def _total(sent: QueryDict, name: str) -> int:
    said = sent.get(f"{name}-TOTAL_FORMS", "")
    return int(said) if said.isdecimal() else 0
