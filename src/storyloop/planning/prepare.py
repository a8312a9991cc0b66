"""What to prepare: for each situation the story to tell, how, and what may be asked next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from storyloop import guide
from storyloop.matching import Fit, rank
from storyloop.planning import cover
from storyloop.planning.assign import assign
from storyloop.planning.probes import PreparedProbe, prepared_probes
from storyloop.planning.short_form import ShortForm, short_form
from storyloop.story import EASY, Metric, Pace, Story, TradeOff

_WORTH_NAMING = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that is wanted to answer one situation with one story.

    `principles` are the one or two ids worth naming at the end; `why_not` holds the trade-offs with
    a reason; `spare` is the best other story for the situation, or None.
    """

    situation: guide.Situation
    story: Story
    fit: float
    reasons: tuple[str, ...]
    short: ShortForm
    principles: tuple[str, ...]
    metrics: tuple[Metric, ...]
    why_not: tuple[TradeOff, ...]
    probes: tuple[PreparedProbe, ...]
    spare: Fit | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A situation that no story answers, and the kind of story to write for it."""

    situation: guide.Situation
    archetype: guide.Archetype


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """The sheets of the situations that can be answered, in the order asked, and the gaps."""

    sheets: tuple[Sheet, ...]
    gaps: tuple[Gap, ...]

    @property
    def uses(self) -> dict[str, int]:
        """How many times each story is told, by its id."""
        return dict(Counter(sheet.story.id for sheet in self.sheets))


def prepare(
    stories: Sequence[Story],
    situations: Sequence[guide.Situation] | None = None,
    *,
    fewest: bool = False,
    pace: Pace = EASY,
) -> Preparation:
    """Return who answers what of `situations`, which are all of the guide's unless given.

    No story is told more often than must be; with `fewest`, as few stories as possible are told,
    and each as often as it fits best.
    """
    asked = guide.situations() if situations is None else situations
    return prepared(asked, [rank(stories, each) for each in asked], fewest=fewest, pace=pace)


def prepared(
    asked: Sequence[guide.Situation],
    ranked: Sequence[Sequence[Fit]],
    *,
    fewest: bool = False,
    pace: Pace = EASY,
) -> Preparation:
    """Return the same for `asked`, with the stories that answer each, best first, in `ranked`."""
    fits = [{found.story.id: found.fit for found in answers} for answers in ranked]
    tellers = _told_by(cover.fewest(fits), fits) if fewest else assign(fits)
    busy = frozenset(filter(None, tellers))
    plan = list(zip(asked, ranked, tellers, strict=True))
    return Preparation(
        sheets=tuple(
            _sheet(each, answers, teller, busy, pace) for each, answers, teller in plan if teller
        ),
        gaps=tuple(_gap(each) for each, _, teller in plan if not teller),
    )


def _told_by(chosen: Sequence[str], fits: Sequence[dict[str, float]]) -> tuple[str | None, ...]:
    """Return for each situation the best of the `chosen` stories; `fits` are best first."""
    return tuple(next((story for story in found if story in chosen), None) for found in fits)


def _sheet(
    situation: guide.Situation,
    answers: Sequence[Fit],
    teller: str,
    busy: frozenset[str],
    pace: Pace,
) -> Sheet:
    primary = next(found for found in answers if found.story.id == teller)
    others = [found for found in answers if found is not primary]
    story = primary.story
    return Sheet(
        situation=situation,
        story=story,
        fit=primary.fit,
        reasons=primary.reasons,
        short=short_form(story, pace),
        principles=_worth_naming(story, situation),
        metrics=story.metrics,
        why_not=tuple(choice for choice in story.trade_offs if choice.why_not),
        probes=prepared_probes(story, situation),
        # Of equally good spares, one that is not told elsewhere.
        spare=min(
            others,
            key=lambda found: (-found.fit, found.story.id in busy, found.story.id),
            default=None,
        ),
    )


def _worth_naming(story: Story, situation: guide.Situation) -> tuple[str, ...]:
    """Return what the story shows of what the situation tests, else its own first principle."""
    shared = [name for name in situation.principles if name in story.principles]
    known = [name for name in story.principles if name in guide.vocabulary().principles]
    return tuple(shared[:_WORTH_NAMING] or known[:1])


def _gap(situation: guide.Situation) -> Gap:
    return Gap(situation=situation, archetype=guide.archetype(situation.archetypes[0]))
