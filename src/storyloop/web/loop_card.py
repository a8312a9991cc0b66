"""What the card for the morning says of a slot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storyloop.planning.planned import PlannedSlot
    from storyloop.story import Metric, TradeOff

_NUMBERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One slot, with two numbers at most, and a choice that has its reason."""

    planned: PlannedSlot
    numbers: tuple[Metric, ...] = ()
    why_not: TradeOff | None = None


def card_line(planned: PlannedSlot) -> CardLine:
    """Return the line of a slot."""
    if planned.primary is None:
        return CardLine(planned=planned)
    story = planned.primary.story
    return CardLine(
        planned=planned,
        numbers=tuple(metric for metric in story.metrics if metric.result)[:_NUMBERS],
        why_not=next((each for each in story.trade_offs if each.why_not), None),
    )
