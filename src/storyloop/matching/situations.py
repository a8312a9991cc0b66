"""How well a story answers one of the guide's situations.

The fit is a sum of plain shares, so that each reason given can be checked by hand. What the writer
declared wins: a declaration alone reaches `ENOUGH`, and everything else together stays below it.

| share | for what |
| --- | --- |
| 0.50 | the story lists the situation |
| 0.15 | it lists it first; 0.10 second, 0.05 third |
| 0.10 | its archetype lists it first in the guide; 0.02 less a place further down, down to 0.02 |
| 0.15 | it shows all principles that the situation tests, the first of which weighs most |
| 0.04 | a number with its baseline |
| 0.03 | a reason why an alternative was not taken |
| 0.03 | a prepared answer to a follow-up question |

A story that does not list the situation gets the last five shares only if its archetype lists the
situation and it shows a principle that the situation tests; otherwise its fit is 0.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from storyloop import guide
from storyloop.story import PARTS, Metric, Story

ENOUGH = 0.5

_DECLARED = 0.50
_PLACE, _PLACE_STEP = 0.15, 0.05
_ARCHETYPE, _ARCHETYPE_STEP = 0.10, 0.02
_PRINCIPLES = 0.15
_BASELINE, _WHY_NOT, _FOLLOW_UPS = 0.04, 0.03, 0.03
# Fits are compared for equality, so they are held to three digits.
_DIGITS = 3
_PLACES = ("first", "second", "third")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How well `story` answers a situation: `fit` from 0 to 1, with reasons a person can check."""

    story: Story
    fit: float
    reasons: tuple[str, ...]


def situation_fit(story: Story, situation: guide.Situation) -> Fit:
    """Return how well `story` answers `situation`; it answers it from a fit of `ENOUGH` on."""
    if not any(getattr(story, part) for part in PARTS):
        return Fit(story=story, fit=0.0, reasons=("None of its four parts is written yet.",))
    declared = _declaration(story, situation)
    kind = _archetype(story, situation)
    principles = _principles(story, situation)
    if not declared and not (kind and principles):
        return Fit(story=story, fit=0.0, reasons=("You have not listed this situation.",))
    first = declared or [(0.0, "You have not listed this situation.")]
    shares = [*first, *kind, *principles, *_material(story)]
    total = round(sum(share for share, _ in shares), _DIGITS)
    return Fit(story=story, fit=total, reasons=tuple(reason for _, reason in shares))


def rank(stories: Iterable[Story], situation: guide.Situation) -> tuple[Fit, ...]:
    """Return the stories that answer `situation`, best first, equal ones by id."""
    # Only a story that lists the situation can reach ENOUGH; the rest need no look.
    listed = (s for s in stories if situation.id in s.situations)
    fits = (situation_fit(story, situation) for story in listed)
    enough = [fit for fit in fits if fit.fit >= ENOUGH]
    return tuple(sorted(enough, key=lambda fit: (-fit.fit, fit.story.id)))


def _declaration(story: Story, situation: guide.Situation) -> list[tuple[float, str]]:
    if situation.id not in story.situations:
        return []
    place = story.situations.index(situation.id)
    if place >= len(_PLACES):
        return [(_DECLARED, "You listed this situation, behind three others or more.")]
    share = _DECLARED + _PLACE - place * _PLACE_STEP
    return [(share, f"You listed this situation {_PLACES[place]}.")]


def _archetype(story: Story, situation: guide.Situation) -> list[tuple[float, str]]:
    archetype = next((each for each in guide.archetypes() if each.id == story.archetype), None)
    if archetype is None or situation.id not in archetype.situations:
        return []
    place = archetype.situations.index(situation.id)
    share = max(_ARCHETYPE - place * _ARCHETYPE_STEP, _ARCHETYPE_STEP)
    return [(share, f"Stories of the kind “{archetype.name}” often answer it.")]


def _principles(story: Story, situation: guide.Situation) -> list[tuple[float, str]]:
    weights = {name: 1 / place for place, name in enumerate(situation.principles, 1)}
    shown = [name for name in situation.principles if name in story.principles]
    if not shown:
        return []
    share = _PRINCIPLES * sum(weights[name] for name in shown) / sum(weights.values())
    names = _listed([_principle_name(name) for name in shown])
    return [(share, f"Shows {names}, which this situation tests.")]


def _material(story: Story) -> list[tuple[float, str]]:
    found = []
    metric = next((m for m in story.metrics if m.baseline and m.result), None)
    if metric:
        found.append((_BASELINE, f"Has a number with its baseline: {_change(metric)}."))
    if any(choice.why_not for choice in story.trade_offs):
        found.append((_WHY_NOT, "Says why an alternative was not taken."))
    answers = sum(bool(follow_up.answer) for follow_up in story.follow_ups)
    if answers:
        noun = "answer" if answers == 1 else "answers"
        found.append((_FOLLOW_UPS, f"Has {answers} {noun} to follow-up questions prepared."))
    return found


def _change(metric: Metric) -> str:
    return f"{metric.baseline} to {metric.result} {metric.unit}".rstrip()


@cache
def _principle_name(principle_id: str) -> str:
    return guide.principle(principle_id).name


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
