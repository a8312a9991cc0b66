"""How ready a bank is for loops as they usually go, and what would make it readier.

Loops are drawn at random under stated assumptions; a maximum matching says how many questions of
each get a story of their own. The share that is answered in full says how well stories and
questions meet. It is no chance of an offer: it knows nothing of how a story is told.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from storyloop import guide
from storyloop.planning.assumptions import Assumptions
from storyloop.story import PARTS, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from storyloop.planning.answers import Answered, World
    from storyloop.planning.loop import Loop
    from storyloop.planning.simulate import Bools, Drawn

LOOPS, SEED = 10_000, 1
# Below this many stories the figure would only say that there are too few.
FEWEST_STORIES = 5
_Z = 1.96  # of the normal distribution: 95 % lie between both ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Bottleneck:
    """A principle, and the share of all loops that fall short for want of a story for it."""

    principle: guide.Principle
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStory:
    """What one more good story of a kind would add to the share ready, and to that answered."""

    archetype: guide.Archetype
    gain: float
    answered: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """By how much the share of loops that are ready would fall without a story."""

    story: Story
    loss: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The share of `loops` answered in full, its 95 % interval, and the share of questions.

    `told_once` is the share that would be ready if no story were told twice in a loop. All four are
    None, and the lists empty, where there are too few `stories` to say anything.
    `assumed` states what the loops are like. In each list what matters most comes first.
    """

    stories: int
    loops: int
    seed: int
    assumed: str
    ready: float | None = None
    interval: tuple[float, float] | None = None
    answered: float | None = None
    told_once: float | None = None
    bottlenecks: tuple[Bottleneck, ...] = ()
    next_story: tuple[NextStory, ...] = ()
    dependence: tuple[Dependence, ...] = ()


class _Draws(NamedTuple):
    """How many loops are drawn, from which seed, and for which level."""

    loops: int
    seed: int
    level: str


def readiness(
    stories: Iterable[Story],
    *,
    assumptions: Assumptions | None = None,
    loop: Loop | None = None,
    loops: int = LOOPS,
    seed: int = SEED,
) -> Readiness:
    """Return how ready `stories` are for loops drawn under `assumptions`, or for one's own `loop`.

    For that only the level of the assumptions counts, from whose questions those unknown are drawn.
    The same seed gives the same answer; every comparison is made on the same loops, so that the
    differences are the stories' doing. A story without text does not count.
    """
    written = (s for s in stories if any(getattr(s, part) for part in PARTS))
    told = tuple(sorted(written, key=lambda story: story.id))
    usual = assumptions or Assumptions()
    frame = loop or usual
    stated = _stated(frame)
    if len(told) < FEWEST_STORIES:
        return Readiness(stories=len(told), loops=0, seed=seed, assumed=stated)
    return _found(told, frame, _Draws(loops, seed, usual.level), stated)


def wilson(hits: int, draws: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, from 0 to 1 (Wilson 1927)."""
    share, square = hits / draws, _Z**2 / draws
    middle = share + square / 2
    half = math.sqrt(square * (share * (1 - share) + square / 4))
    return (max(middle - half, 0) / (1 + square), min((middle + half) / (1 + square), 1))


def _stated(frame: Assumptions | Loop) -> str:
    from storyloop.planning import own_loop

    said = str(frame) if isinstance(frame, Assumptions) else own_loop.assumed(frame)
    return f"{said[0].upper()}{said[1:]}."


def _drawn(told: Sequence[Story], frame: Assumptions | Loop, draws: _Draws) -> tuple[Drawn, World]:
    """Return the loops, and what the stories can do in them."""
    from storyloop.planning import own_loop
    from storyloop.planning.answers import World
    from storyloop.planning.asking import answers_of, questions_of
    from storyloop.planning.simulate import draw, draw_own

    loops, seed, level = draws
    bank = questions_of(frame.framework, level)
    if isinstance(frame, Assumptions):
        world = World(answers=answers_of(told), most_tellings=frame.most_tellings)
        return draw(bank, frame, loops, seed), world
    drawn = draw_own(bank, own_loop.known_slots(frame), loops, seed)
    return drawn, own_loop.world_of(frame, told)


def _found(
    told: Sequence[Story], frame: Assumptions | Loop, draws: _Draws, stated: str
) -> Readiness:
    from storyloop.planning import own_loop
    from storyloop.planning.answers import answer

    drawn, world = _drawn(told, frame, draws)
    own = () if isinstance(frame, Assumptions) else own_loop.questions(frame)
    now = answer(drawn, world)
    ready = int(now.ready.sum())
    return Readiness(
        stories=len(told),
        loops=draws.loops,
        seed=draws.seed,
        assumed=stated,
        ready=ready / draws.loops,
        interval=wilson(ready, draws.loops),
        answered=float(now.answered.sum() / max(now.slots.sum(), 1)),
        told_once=float(answer(drawn, replace(world, most_tellings=1)).ready.mean()),
        bottlenecks=_bottlenecks(drawn, world, now, guide.framework(frame.framework)),
        next_story=_next_story(drawn, world, now, own),
        dependence=_dependence(drawn, world, now, told),
    )


def _bottlenecks(
    drawn: Drawn, world: World, now: Answered, framework: guide.Framework
) -> tuple[Bottleneck, ...]:
    """Return the principles for which one more story would have answered more of a loop."""
    from storyloop.planning.answers import short_of

    broken = drawn.only(~now.ready)
    short = short_of(broken, world)
    shares = [
        (float((short & (broken.principles == n)).any(axis=1).sum()) / len(now.slots), principle)
        for n, principle in enumerate(framework.principles)
    ]
    return tuple(
        Bottleneck(principle=principle, share=share)
        for share, principle in sorted(shares, key=lambda pair: -pair[0])
        if share
    )


def _next_story(
    drawn: Drawn, world: World, now: Answered, own: Sequence[str]
) -> tuple[NextStory, ...]:
    """Return what each kind of story would add; only loops that fall short can gain."""
    from storyloop.planning.answers import answer

    broken = drawn.only(~now.ready)
    before = now.answered[~now.ready]
    found = []
    for kind, answers in zip(guide.archetypes(), _good_stories(own).T, strict=True):
        after = answer(broken, world.beside(answers))
        found.append(
            NextStory(
                archetype=kind,
                gain=float(after.ready.sum() / len(now.slots)),
                answered=float((after.answered - before).sum() / max(now.slots.sum(), 1)),
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.gain, -each.answered)))


def _good_stories(own: Sequence[str]) -> Bools:
    """Return (questions, archetypes): what a good story of each kind would answer.

    The questions are those of the bank and then the loop's `own`.

    It declares all the situations and principles of its kind, in the guide's order, and its words
    are those by which the guide describes the kind.
    """
    from storyloop.planning.asking import answers_of

    stories = [
        Story(
            id=kind.id,
            situation=kind.gloss,
            situations=kind.situations,
            principles=kind.principles,
            archetype=kind.id,
        )
        for kind in guide.archetypes()
    ]
    return answers_of(stories, own)


def _dependence(
    drawn: Drawn, world: World, now: Answered, told: Sequence[Story]
) -> tuple[Dependence, ...]:
    """Return what each story holds up.

    A loop can only be lost if it is ready, tells the story, and has no idle one to put in its
    place: that one may then be told wherever the story was.
    """
    from storyloop.planning.answers import answer

    found = []
    for n, story in enumerate(told):
        leaning = now.ready & ((now.stories == n) & ~now.replaceable).any(axis=1)
        lost = ~answer(drawn.only(leaning), world.without(n)).ready
        found.append(Dependence(story=story, loss=float(lost.sum() / len(now.slots))))
    return tuple(sorted(found, key=lambda each: -each.loss))
