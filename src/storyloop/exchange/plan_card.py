"""The card for the morning of a loop: what to tell, and how to begin it, at a glance."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from storyloop.exchange.preparation import metric_line

if TYPE_CHECKING:
    from storyloop.planning.planned import Plan, PlannedSlot
    from storyloop.story import Metric, Story

_NUMBERS = 2


def plan_card(plan: Plan) -> str:
    """Return the card for the morning: a line for each slot to come, and nothing else.

    A line holds what is asked, the story, its opening sentence, two numbers and a why-not.
    """
    lines = []
    for each in plan.rounds:
        if not each.over:
            lines += [each.name, *(f"  {_card_line(slot)}" for slot in each.slots), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _card_line(slot: PlannedSlot) -> str:
    choice = slot.primary
    if choice is None:
        return f"{slot.slot.label}: no story"
    story = choice.story
    pieces = [f"{slot.slot.label}: {_ended(story.title)}", f"“{choice.opening}”"]
    numbers = [_change(metric) for metric in story.metrics if metric.result][:_NUMBERS]
    if numbers:
        pieces.append(f"{'; '.join(numbers)}.")
    pieces += _why_not(story)
    return " ".join(pieces)


def _change(metric: Metric) -> str:
    """Return a number without its name, period and standing: what fits on a card."""
    return metric_line(replace(metric, name="", period="", standing="confirmed"))


def _why_not(story: Story) -> list[str]:
    choice = next((each for each in story.trade_offs if each.why_not), None)
    if choice is None:
        return []
    return [f"Why not {_lowered(choice.rejected)}: {_lowered(choice.why_not)}."]


def _ended(title: str) -> str:
    return title if title.endswith(("?", "!", ".")) else f"{title}."


def _lowered(text: str) -> str:
    """Return a phrase as it reads within a sentence; a name or an acronym keeps its capital."""
    text = text.rstrip(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text
