"""What the user wants other than usual: read whole, kept whole, and checked name by name."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from django.db import transaction

from storyloop import guide
from storyloop.bank import models
from storyloop.bank.clerk import clerk
from storyloop.bank.errors import BadPreference
from storyloop.bank.values import Preferences
from storyloop.story.tidy import tidy_list

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = tuple(field.name for field in fields(Preferences))
# Slower or faster, nobody could be followed.
WORDS_A_MINUTE = range(80, 241)
LONGEST = range(30, 601)  # seconds
_MOST_TERMS, _LONGEST_TERM = 200, 200


def preferences() -> Preferences:
    """Return the user's preferences; a row that holds no longer counts as usual."""
    found = Preferences()
    for name, value in models.Preference.objects.values_list("name", "value"):
        if name in NAMES:
            try:
                found = with_value(found, name, value)
            except BadPreference:
                continue
    return found


@transaction.atomic
def keep_preferences(wanted: Preferences) -> None:
    """Keep the user's preferences; only what differs from the usual has a row."""
    usual = Preferences()
    for name in NAMES:
        value = getattr(wanted, name)
        if value == getattr(usual, name):
            models.Preference.objects.filter(name=name).delete()
        else:
            models.Preference.objects.update_or_create(name=name, defaults={"value": value})
    transaction.on_commit(clerk.hear)


def with_value(before: Preferences, name: str, value: object) -> Preferences:
    """Return preferences in which `name` has `value`; raise BadPreference.

    A number may come as text, and a list as any sequence of texts.
    """
    return replace(before, **{name: _CHECKS[name](value)})


def _framework(value: object) -> str:
    known = [each.id for each in guide.frameworks()]
    if value in known:
        return str(value)
    message = f"There is no framework {value!r}; there is {', '.join(known)}."
    raise BadPreference(message)


def _level(value: object) -> str:
    if value in ("", *guide.levels()):
        return str(value)
    message = f"There is no level {value!r}; there is {', '.join(guide.levels())}."
    raise BadPreference(message)


def _within(bounds: range, what: str) -> Callable[[object], int]:
    def check(value: object) -> int:
        text = str(value)
        is_short = text.isascii() and text.isdecimal() and len(text) <= len(str(bounds[-1]))
        if is_short and int(text) in bounds:
            return int(text)
        message = f"{what} must be a whole number from {bounds[0]} to {bounds[-1]}."
        raise BadPreference(message)

    return check


def _terms(value: object) -> tuple[str, ...]:
    terms = tidy_list(map(str, value)) if isinstance(value, list | tuple) else ()
    if len(terms) <= _MOST_TERMS and all(len(each) <= _LONGEST_TERM for each in terms):
        return terms
    message = f"At most {_MOST_TERMS} terms are kept, each of {_LONGEST_TERM} characters at most."
    raise BadPreference(message)


_CHECKS: dict[str, Callable[[object], Any]] = {
    "framework": _framework,
    "level": _level,
    "words_a_minute": _within(WORDS_A_MINUTE, "Words a minute"),
    "longest": _within(LONGEST, "The longest telling in seconds"),
    "private_terms": _terms,
    "switched_off": _terms,
}
