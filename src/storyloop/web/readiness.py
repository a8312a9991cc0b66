"""Readiness as its page shows it: what is asked for, what is found, and the trend."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django import forms

from storyloop import guide
from storyloop.bank.values import Snapshot
from storyloop.planning import Assumptions, readiness
from storyloop.planning.readiness import LOOPS

if TYPE_CHECKING:
    from storyloop.planning import Loop, Readiness
    from storyloop.story import Story

# A difference below this is not worth a line.
WORTH_SAYING = 0.005
_FEWEST_LOOPS = 1_000
_USUAL_SLOTS = 18  # in the largest loop that is usual; larger ones are drawn less often
_SAME = 1e-9
_LEAST, _EDGE, _DIGITS = 0.001, 0.01, 9


class AssumptionsForm(forms.Form):
    """What loops are taken to be like; everything left out is as usual."""

    rounds_from = forms.IntegerField(label="Rounds, at least", min_value=1, max_value=8)
    rounds_to = forms.IntegerField(label="Rounds, at most", min_value=1, max_value=8)
    principles_from = forms.IntegerField(
        label="Principles a round, at least", min_value=1, max_value=4
    )
    principles_to = forms.IntegerField(
        label="Principles a round, at most", min_value=1, max_value=4
    )
    questions = forms.IntegerField(label="Questions for each principle", min_value=1, max_value=3)
    tellings = forms.IntegerField(label="How often a story may be told", min_value=1, max_value=5)
    framework = forms.ChoiceField(label="Whose principles")
    level = forms.ChoiceField(label="Whose questions", required=False)

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **options)
        choices = {
            "framework": [(each.id, each.name) for each in guide.frameworks()],
            "level": [("", "Every level"), *((each, each.capitalize()) for each in guide.levels())],
        }
        for name, offered in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = offered

    def clean(self) -> dict[str, Any]:
        """Return what was typed; the bounds must be in order."""
        typed = super().clean() or self.cleaned_data
        for name in ("rounds", "principles"):
            least, most = typed.get(f"{name}_from"), typed.get(f"{name}_to")
            if least and most and least > most:
                self.add_error(f"{name}_to", "This is less than the number before it.")
        return typed

    def read(self) -> Assumptions:
        """Return the assumptions as typed."""
        typed = self.cleaned_data
        return Assumptions(
            rounds=(typed["rounds_from"], typed["rounds_to"]),
            principles=(typed["principles_from"], typed["principles_to"]),
            questions=typed["questions"],
            most_tellings=typed["tellings"],
            framework=typed["framework"],
            level=typed["level"],
        )


def as_fields(assumptions: Assumptions) -> dict[str, str]:
    """Return assumptions as the form's fields have them."""
    (rounds_from, rounds_to), (least, most) = assumptions.rounds, assumptions.principles
    return {
        "rounds_from": str(rounds_from),
        "rounds_to": str(rounds_to),
        "principles_from": str(least),
        "principles_to": str(most),
        "questions": str(assumptions.questions),
        "tellings": str(assumptions.most_tellings),
        "framework": assumptions.framework,
        "level": assumptions.level,
    }


@lru_cache(maxsize=32)
def found_readiness(stories: tuple[Story, ...], assumptions: Assumptions) -> Readiness:
    """Return how ready `stories` are for loops under `assumptions`."""
    largest = assumptions.rounds[1] * assumptions.principles[1] * assumptions.questions
    loops = max(LOOPS * _USUAL_SLOTS // max(largest, _USUAL_SLOTS), _FEWEST_LOOPS)
    return readiness(stories, assumptions=assumptions, loops=loops)


@lru_cache(maxsize=32)
def readiness_for(stories: tuple[Story, ...], loop: Loop, level: str) -> Readiness:
    """Return how ready `stories` are for one's own `loop`, whatever is drawn in it."""
    return readiness(stories, loop=loop, assumptions=Assumptions(level=level))


def as_snapshot(found: Readiness) -> Snapshot | None:
    """Return a readiness as it is kept, None where there is nothing to keep."""
    if found.ready is None or found.interval is None or found.answered is None:
        return None
    low, high = found.interval
    return Snapshot(
        stories=found.stories, ready=found.ready, low=low, high=high, answered=found.answered
    )


def is_same(one: Snapshot, other: Snapshot) -> bool:
    """Tell whether two snapshots say the same, whenever they were taken."""
    pairs = ((one.ready, other.ready), (one.answered, other.answered))
    return one.stories == other.stories and all(abs(a - b) < _SAME for a, b in pairs)


def percent(share: float) -> str:
    """Say a share in per cent; near the ends with a digit more, since nearly all is not all."""
    share = round(share, _DIGITS)
    if share in {0, 1}:
        return f"{share:.0%}"
    if min(share, 1 - share) < _LEAST:
        return "under 0.1%" if share < _LEAST else "over 99.9%"
    return f"{share:.1%}" if min(share, 1 - share) < _EDGE else f"{share:.0%}"
