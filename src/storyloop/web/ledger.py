"""The numbers that a telling holds and the story's ledger does not account for yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from storyloop.reading import Quantity, Reading
    from storyloop.story import Story

_NO_MEASURE = frozenset({"date", "ordinal"})
_RATES = ("a ", "an ", "per ", "each ", "every ", "one ", "daily", "weekly", "monthly", "yearly")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNumber:
    """A number as the text tells it, and what it would say in the ledger."""

    said: str
    part: str
    baseline: str
    result: str
    unit: str
    period: str

    @property
    def row(self) -> str:
        """What the ledger's row would say, as a form sends it."""
        fields = ("baseline", "result", "unit", "period")
        return urlencode({name: value for name in fields if (value := getattr(self, name))})


def unaccounted(story: Story, reading: Reading) -> list[FoundNumber]:
    """Return the numbers of a reading that no metric of the story gives, changes first.

    Dates, ordinals, and lengths of time that only say when are no measures and left out, and so
    is what stands in a change already.
    """
    from storyloop.critique.ledger import is_told, numbers_of

    ledger = [number for metric in story.metrics for number in numbers_of(metric)]

    def is_held(quantity: Quantity) -> bool:
        return any(is_told(number, (quantity,)) for number in ledger)

    found = _Found(reading)
    for before, after in _pairs(reading):
        found.take(after, before, keep=not (is_held(after) and (before is None or is_held(before))))
    for quantity in reading.quantities:
        if found.is_measure(quantity):
            found.take(quantity, None, keep=not is_held(quantity))
    return found.numbers


def _pairs(reading: Reading) -> Iterator[tuple[Quantity | None, Quantity]]:
    for change in reading.changes:
        if change.after and change.after.kind not in _NO_MEASURE:
            yield change.before, change.after


class _Found:
    """Gathers numbers, each value once."""

    def __init__(self, reading: Reading) -> None:
        self.numbers: list[FoundNumber] = []
        self._reading = reading
        self._seen: set[tuple[float, str]] = set()

    def is_measure(self, quantity: Quantity) -> bool:
        """Return whether a number that stands alone tells how much of something there was."""
        if quantity.kind in _NO_MEASURE or (quantity.high, quantity.unit) in self._seen:
            return False
        # "One owner", "one cause": the words count nothing that anybody would ask about.
        if quantity.kind == "count" and quantity.high == 1:
            return False
        return quantity.kind != "duration" or quantity.text not in self._period_at(quantity)

    def take(self, after: Quantity, before: Quantity | None, *, keep: bool) -> None:
        """Note what stands here, and keep it unless the ledger has it."""
        for each in (before, after):
            # "It was 31 before" is no further number beside "from 31 to 17 days".
            self._seen |= {(each.high, each.unit), (each.high, "")} if each else set()
        if not keep:
            return
        said = f"{before.text} → {after.text}" if before else after.text
        period = self._period_at(after)
        number = FoundNumber(
            said=said,
            part=next(s.part for s in self._reading.sentences if after.start < s.end),
            baseline=_value(before) if before else "",
            result=_value(after),
            unit=_unit(after),
            period="" if after.text in period else period,
        )
        self.numbers.append(number)

    def _period_at(self, quantity: Quantity) -> str:
        """Return the words of the quantity's sentence that say over what time, or nothing."""
        from storyloop.critique.figures import PERIOD, lowered

        sentence = next(s for s in self._reading.sentences if quantity.start < s.end)
        found = (match.span() for match in PERIOD.finditer(lowered(sentence.text)))
        said = (sentence.text[start:end] for start, end in found)
        # "A week" belongs to a rate.
        return next((words for words in said if not words.lower().startswith(_RATES)), "")


def _value(quantity: Quantity) -> str:
    if quantity.low != quantity.high:
        return f"{_number(quantity.low)} to {_number(quantity.high)}"
    is_fraction = quantity.kind == "count" and 0 < quantity.high < 1
    return quantity.text if is_fraction else _number(quantity.high)


def _number(value: float) -> str:
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def _unit(quantity: Quantity) -> str:
    if quantity.kind == "count" and 0 < quantity.high < 1:
        return ""
    article = "an" if quantity.per == "hour" else "a"
    return f"{quantity.unit} {article} {quantity.per}".strip() if quantity.per else quantity.unit
