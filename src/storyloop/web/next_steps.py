"""What would help most now, and why.

What can be done is put in order by its worth, which is counted in needs: the situations and
principles that an interviewer may ask for and that are answered better afterwards.

- A new story is worth the needs that its kind usually covers anew, and half of those it backs up,
  as in the coverage. One that is begun is worth one need more, since much of its work is done.
- Changes that were typed and not saved are worth two.
- Mending the costliest fault of the weakest story is worth the needs that the story serves, by the
  share of points that the fault costs.
- A loop within two weeks is worth all the needs there are, divided by the days that are left.
- A drill is worth one, or the share that was wrong in the last ten answers, and nothing on a day
  on which one has drilled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from storyloop.bank.values import Drilled, Held, HeldLoop, Judgement
    from storyloop.planning import Coverage, Covered, Suggestion
    from storyloop.web.drafts import Entry

_BEGUN, _NOT_SAVED, _DRILL = 1.0, 2.0, 1.0
_NEAR = 14  # days
_NAMED = 5
_POINTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something to do next: its name, the reason, the words of the button and where it leads.

    `draft` is the key of the draft that it finishes, if it does.
    """

    name: str
    why: str
    do: str
    address: str
    worth: float
    draft: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the bank: `own` stories, loops to come, and the last answers in drills."""

    drafts: Sequence[Entry]
    coverage: Coverage
    own: Sequence[Held]
    judged: Mapping[str, Judgement]
    loops: Sequence[HeldLoop]
    drilled: Sequence[Drilled]
    today: date


def next_steps(known: Known) -> list[Step]:
    """Return what can be done, what helps most first."""
    found = [
        *_drafts(known.drafts, known.coverage),
        *_writing(known.coverage),
        *_mending(known.own, known.judged),
        *_preparing(known.loops, known.coverage, known.today),
        *_drilling(known.drilled, known.today),
    ]
    return sorted(found, key=lambda each: -each.worth)


def _drafts(drafts: Iterable[Entry], coverage: Coverage) -> list[Step]:
    """Return the draft that is worth most; the others are listed beside it on the page."""
    steps = sorted(_finishing(drafts, coverage), key=lambda each: -each.worth)
    return steps[:1]


def _finishing(drafts: Iterable[Entry], coverage: Coverage) -> Iterator[Step]:
    kinds = {each.archetype.id: each for each in coverage.next}
    for each in drafts:
        kind = kinds.get("".join(each.draft.content.get("archetype", ())))
        if each.draft.story:
            worth, why = _NOT_SAVED, "What you changed in it counts only when it is saved."
        else:
            worth = _BEGUN + (kind.gain if kind else 0)
            why = "The hardest line of a story is the first, and here it stands already."
            why += f" {_reason(kind)}" if kind else ""
        yield Step(
            name=f"Finish “{each.name}”",
            why=why,
            do="Go on writing",
            address=each.address,
            worth=worth,
            draft=each.draft.key,
        )


def _writing(coverage: Coverage) -> Iterator[Step]:
    for each in coverage.next[:2]:
        yield Step(
            name=f"Write: {each.archetype.name}",
            why=_reason(each),
            do="Write this story",
            address=f"{reverse('web:begin')}?archetype={each.archetype.id}",
            worth=each.gain,
        )


def _reason(suggestion: Suggestion) -> str:
    if suggestion.covers:
        said = _names(suggestion.covers)
        return f"A story of this kind usually covers {said}, which nothing in your bank does yet."
    return f"It would give a second story for {_names(suggestion.backs_up)}."


def _names(needs: Sequence[Covered]) -> str:
    shown = [each.name for each in needs[:_NAMED]]
    if len(needs) > _NAMED:
        shown.append(f"{len(needs) - _NAMED} more")
    *others, last = shown
    return f"{', '.join(others)} and {last}" if others else last


def _mending(own: Iterable[Held], judged: Mapping[str, Judgement]) -> Iterator[Step]:
    known = [(held, judged[held.story.id]) for held in own if held.story.id in judged]
    faulty = [(held, each, each.worst) for held, each in known if each.worst and each.strength]
    if not faulty:
        return
    held, judgement, worst = min(faulty, key=lambda found: found[1].strength or 0)
    story = held.story
    needs = len(story.situations) + len(story.principles)
    yield Step(
        name=f"Mend “{story.title or story.id}”",
        why=(
            f"It is your weakest story, at {judgement.strength} of {_POINTS}. What costs it most: "
            f"{worst.message} {worst.remedy}"
        ),
        do="Edit it",
        address=reverse("web:edit", args=[story.id]),
        worth=needs * worst.cost / _POINTS,
    )


def _preparing(loops: Iterable[HeldLoop], coverage: Coverage, today: date) -> Iterator[Step]:
    needs = len(coverage.situations) + len(coverage.principles)
    for each in loops:
        days = (each.loop.date - today).days if each.loop.date else _NEAR
        if 0 <= days < _NEAR:
            when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
            yield Step(
                name=f"Get ready for {each.loop.employer or each.id}",
                why=(
                    f"The loop is {when}. Go through its plan, and say the opening of each story "
                    "aloud."
                ),
                do="Open the plan",
                address=reverse("web:loop", args=[each.id]),
                worth=needs / (days + 1),
            )


def _drilling(drilled: Sequence[Drilled], today: date) -> Iterator[Step]:
    if drilled and drilled[-1].at and timezone.localdate(drilled[-1].at) == today:
        return
    wrong = sum(not each.right for each in drilled)
    why = "In three minutes you see how well you hear what a question is after."
    if wrong > 1:
        why = f"Of your last {len(drilled)} answers {wrong} named another principle."
    worth = _DRILL * wrong / len(drilled) if drilled else _DRILL
    yield Step(
        name="Drill for three minutes",
        why=why,
        do="Begin a round",
        address=reverse("web:drill"),
        worth=worth,
    )
