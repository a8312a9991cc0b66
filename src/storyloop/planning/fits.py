"""How well each story fits what a slot asks, from the matching."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from storyloop import guide
from storyloop.planning.planned import Choice
from storyloop.planning.solver import UNIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storyloop.matching.intent import Intent
    from storyloop.matching.match import Match
    from storyloop.planning.slots import Slot
    from storyloop.story import Story

_CERTAIN = " (100% likely tested)"


class Fits:
    """The fits of `stories`, held in the order of their ids, for principles and for questions.

    A principle of another framework than the default one is served as well as the best of those
    that it is like: as in the coverage, one of them is enough. A story that lists the principle
    itself counts as though it listed the first of those.
    """

    def __init__(self, stories: Sequence[Story]) -> None:
        from storyloop.matching.match import ENOUGH, Matcher

        self.stories = tuple(sorted(stories, key=lambda story: story.id))
        self.enough = round(ENOUGH * UNIT)
        self._matcher = Matcher(self.stories)
        self._found: dict[str, tuple[Match, ...]] = {}

    def of(self, slot: Slot) -> tuple[Match, ...]:
        """Return how each story fits what is asked."""
        return self.of_principle(slot.principle) if slot.principle else self._of(slot.question)

    def of_principle(self, principle_id: str) -> tuple[Match, ...]:
        """Return how each story fits a principle of any framework."""
        principle = guide.principle(principle_id)
        if not principle.like:
            return self._of(principle_id, principle=True)
        each = [self._of(like, principle=True) for like in principle.like]
        best = tuple(max(found, key=lambda match: match.fit) for found in zip(*each, strict=True))
        return self._with_declared(principle, best)

    def thousandths(self, slot: Slot) -> list[int]:
        """Return the fits as whole thousandths."""
        return [in_thousandths(match.fit) for match in self.of(slot)]

    def choice(self, slot: Slot, story: int, *, pinned: bool = False) -> Choice:
        """Return the story with this number as the choice for `slot`."""
        return self._choice(self.of(slot)[story], pinned=pinned)

    def choice_for(self, principle_id: str, story: int) -> Choice:
        """Return the story with this number as the choice for a principle."""
        return self._choice(self.of_principle(principle_id)[story])

    def _choice(self, match: Match, *, pinned: bool = False) -> Choice:
        return Choice(
            story=match.story,
            fit=match.fit,
            # Of what is planned for there is no doubt to be told.
            reasons=tuple(reason.replace(_CERTAIN, "") for reason in match.reasons),
            opening=match.lead.opening if match.lead else match.story.headline,
            pinned=pinned,
            weak=not match.is_enough,
        )

    def _of(self, asked: str, *, principle: bool = False) -> tuple[Match, ...]:
        if asked not in self._found:
            from storyloop.matching.interpret import of_principle

            intent = of_principle(asked) if principle else question_intent(asked)
            by_id = {match.story.id: match for match in self._matcher.match(intent)}
            self._found[asked] = tuple(by_id[story.id] for story in self.stories)
        return self._found[asked]

    def _with_declared(
        self, principle: guide.Principle, found: tuple[Match, ...]
    ) -> tuple[Match, ...]:
        listing = [story for story in self.stories if principle.id in story.principles]
        if not listing:
            return found
        from storyloop.matching.interpret import of_principle
        from storyloop.matching.match import Matcher

        first = principle.like[0]
        twins = [_renamed(story, principle.id, first) for story in listing]
        reason = f"You listed {principle.name}."
        own = {
            match.story.id: replace(match, reasons=(reason, *match.reasons[1:]))
            for match in Matcher(twins).match(of_principle(first))
        }
        return tuple(
            replace(own[match.story.id], story=match.story)
            if match.story.id in own and own[match.story.id].fit > match.fit
            else match
            for match in found
        )


def question_intent(question: str) -> Intent:
    """Return what a question tests."""
    from storyloop.matching.interpret import interpret_all

    (intent,) = interpret_all([question])
    return intent


def in_thousandths(fit: float) -> int:
    """Return a fit of three digits as a whole number, which compares without rounding errors."""
    return round(fit * UNIT)


def _renamed(story: Story, name: str, like: str) -> Story:
    principles = tuple(like if each == name else each for each in story.principles)
    return replace(story, principles=tuple(dict.fromkeys(principles)))
