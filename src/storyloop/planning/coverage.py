"""What a bank covers, what of that hangs on one story, and what to write next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from storyloop import guide
from storyloop.matching import rank
from storyloop.planning import cover
from storyloop.story import PARTS, Story

# What one more story is worth: a need that nobody covers, and one that hangs on a single story.
_COVERS, _BACKS_UP = 1.0, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """A situation or principle, with the ids of the stories that serve it, best first."""

    kind: Literal["situation", "principle"]
    id: str
    name: str
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A kind of story to write next: what it would usually cover anew, and what it would back up.

    `gain` is 1 for each need that nobody covers yet and 0.5 for each that hangs on one story.
    """

    archetype: guide.Archetype
    covers: tuple[Covered, ...]
    backs_up: tuple[Covered, ...]
    gain: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a bank covers of the situations and of one framework's principles, in guide order.

    `stories` are those with some text; `next` holds the kinds of story worth writing, best first.
    """

    stories: tuple[Story, ...]
    framework: guide.Framework
    situations: tuple[Covered, ...]
    principles: tuple[Covered, ...]
    next: tuple[Suggestion, ...]

    @property
    def uncovered(self) -> tuple[Covered, ...]:
        """What no story serves: situations first, then principles."""
        return tuple(need for need in (*self.situations, *self.principles) if not need.stories)

    @property
    def fragile(self) -> tuple[Covered, ...]:
        """What hangs on one story: situations first, then principles."""
        needs = (*self.situations, *self.principles)
        return tuple(need for need in needs if len(need.stories) == 1)

    def fewest(self) -> tuple[str, ...]:
        """Return, by id, the fewest stories that cover all that any story covers."""
        # What is declared counts alike here, however well it fits.
        needs = (*self.situations, *self.principles)
        return cover.fewest([dict.fromkeys(need.stories, 1.0) for need in needs])


def coverage(stories: Sequence[Story], framework: guide.Framework) -> Coverage:
    """Return what `stories` cover; a story with no text in its four parts does not count."""
    told = tuple(s for s in stories if any(getattr(s, part) for part in PARTS))
    situations = tuple(
        Covered(
            kind="situation",
            id=each.id,
            name=each.name,
            stories=tuple(found.story.id for found in rank(told, each)),
        )
        for each in guide.situations()
    )
    principles = tuple(
        Covered(kind="principle", id=each.id, name=each.name, stories=_showing(each, told))
        for each in framework.principles
    )
    return Coverage(
        stories=told,
        framework=framework,
        situations=situations,
        principles=principles,
        next=_next((*situations, *principles), framework),
    )


def _showing(principle: guide.Principle, stories: Iterable[Story]) -> tuple[str, ...]:
    """Return the stories that show `principle`, those first that name it early."""
    places = {}
    for story in stories:
        if principle.shown_by(story.principles):
            serving = {principle.id, *principle.like}
            places[story.id] = next(
                place for place, name in enumerate(story.principles, 1) if name in serving
            )
    return tuple(sorted(places, key=lambda story_id: (places[story_id], story_id)))


def _next(needs: Sequence[Covered], framework: guide.Framework) -> tuple[Suggestion, ...]:
    suggestions = (_suggestion(each, needs, framework) for each in guide.archetypes())
    worth_it = [each for each in suggestions if each.gain]
    return tuple(sorted(worth_it, key=lambda each: -each.gain))


def _suggestion(
    archetype: guide.Archetype, needs: Sequence[Covered], framework: guide.Framework
) -> Suggestion:
    """Return what one more good story of this kind would usually add."""
    shown = {p.id for p in framework.principles if p.shown_by(archetype.principles)}
    serves = {"situation": set(archetype.situations), "principle": shown}
    served = [need for need in needs if need.id in serves[need.kind]]
    covers = tuple(need for need in served if not need.stories)
    backs_up = tuple(need for need in served if len(need.stories) == 1)
    return Suggestion(
        archetype=archetype,
        covers=covers,
        backs_up=backs_up,
        gain=_COVERS * len(covers) + _BACKS_UP * len(backs_up),
    )
