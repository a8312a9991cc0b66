"""The numbers of a story's ledger (its metrics), and whether one was told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from storyloop.critique.patterns import Pattern
from storyloop.reading import Quantity
from storyloop.reading.quantities import quantities
from storyloop.reading.units import SECONDS
from storyloop.story import Metric

# People round when they speak: "about sixty" tells 58.
_NEAR = 0.05
_HUNDRED = 100.0
# Most are written so, and need no grammar.
_PLAIN = Pattern(r"[0-9]{1,9}(?:,[0-9]{3}){0,3}(?:\.[0-9]{1,9})?")
_NUMBER = Pattern(r"[-+−]?(\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerNumber:
    """A number of the ledger as people would tell it; durations also in seconds, else 0."""

    text: str
    value: float
    seconds: float = 0.0


def ledger_number(text: str, unit: str) -> LedgerNumber | None:
    """Return the number that `text` with `unit` gives, or None if it gives none."""
    shown = _shown(text, unit)
    if _PLAIN.fullmatch(text):
        value = float(text.replace(",", ""))
        length = SECONDS.get(unit.partition(" ")[0].casefold(), 0.0)
        return LedgerNumber(text=shown, value=value, seconds=value * length)
    found = next((each for each in quantities(shown) if each.kind not in {"date", "ordinal"}), None)
    if found:
        return LedgerNumber(text=shown, value=found.high, seconds=_seconds(found))
    match = _NUMBER.search(text.replace(",", ""))
    return LedgerNumber(text=shown, value=float(match[1])) if match else None


def numbers_of(metric: Metric) -> Iterator[LedgerNumber]:
    """Yield every number that `metric` accounts for: its texts', and the change between two."""
    before = ledger_number(metric.baseline, metric.unit)
    after = ledger_number(metric.result, metric.unit)
    yield from (number for number in (before, after) if number)
    if before and after:
        yield from (LedgerNumber(text="", value=value) for value in _derived(before, after))
    beside = f"{metric.name} · {metric.baseline} · {metric.result} · {metric.period}"
    for each in quantities(f"{beside} · {metric.measured}"):
        if each.kind not in {"date", "ordinal"}:
            yield LedgerNumber(text=each.text, value=each.high, seconds=_seconds(each))


def is_told(number: LedgerNumber, told: Iterable[Quantity]) -> bool:
    """Return whether one of `told` gives `number`, rounded, as a share or in another unit."""
    return any(_same(number, quantity) for quantity in told)


def _shown(text: str, unit: str) -> str:
    if not unit or unit.casefold() in text.casefold():
        return text
    return f"{unit}{text}" if unit in {"£", "$", "€", "¥"} else f"{text} {unit}"


def _seconds(quantity: Quantity) -> float:
    if quantity.kind != "duration":
        return 0.0
    return quantity.high * SECONDS.get(quantity.unit.casefold(), 0.0)


def _derived(before: LedgerNumber, after: LedgerNumber) -> Iterator[float]:
    difference = abs(after.value - before.value)
    yield difference
    if before.value:
        yield difference / before.value * _HUNDRED
        yield after.value / before.value
    if after.value:
        yield before.value / after.value


def _same(number: LedgerNumber, quantity: Quantity) -> bool:
    if number.seconds and quantity.kind == "duration":
        length = _seconds(quantity)
        return _near(length, number.seconds)
    if quantity.low * (1 - _NEAR) <= number.value <= quantity.high * (1 + _NEAR):
        return True
    share = quantity.kind == "count" and 0 < quantity.high < 1
    return share and _near(quantity.high * _HUNDRED, number.value)


def _near(value: float, other: float) -> bool:
    return abs(value - other) <= _NEAR * max(abs(value), abs(other))
