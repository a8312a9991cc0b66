"""How the words of a story are shared over its parts: what the bars and legends show."""

from collections.abc import Mapping
from dataclasses import dataclass

from storyloop import guide
from storyloop.story import EASY, PARTS, Pace, Story

REFLECTION = "reflection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One part's share: its words, its seconds aloud, and where it stands in a bar of 100."""

    part: str
    name: str
    words: int
    seconds: int
    left: str
    width: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """The shares of one story; `told` counts the four parts, `kept` what was learned.

    `seconds` are those that the four parts take aloud.
    """

    parts: tuple[Share, ...]
    told: int
    kept: int
    seconds: int

    @property
    def label(self) -> str:
        """The bar in words."""
        said = [f"{share.name} {share.words}" for share in self.parts if share.words]
        return f"Words: {', '.join(said)}" if said else "Nothing written yet"


def text_of(story: Story, part: str) -> str:
    """Return the text of a part; the reflection is what was learned."""
    text: str = story.learned if part == REFLECTION else getattr(story, part)
    return text


def shares(story: Story, pace: Pace = EASY) -> Shares:
    """Return the shares of `story`: the four parts, then the reflection."""
    return shared({part: len(text_of(story, part).split()) for part in (*PARTS, REFLECTION)}, pace)


def shared(counts: Mapping[str, int], pace: Pace = EASY) -> Shares:
    """Return the shares of these words in the four parts, then the reflection."""
    total = sum(counts.values()) or 1
    names = {part.id: part.name for part in guide.parts()}
    found: list[Share] = []
    left = 0.0
    for part, words in counts.items():
        width = 100 * words / total
        found.append(
            Share(
                part=part,
                name=names[part],
                words=words,
                seconds=pace.seconds(words),
                left=f"{left:.2f}",
                width=f"{width:.2f}",
            )
        )
        left += width
    told = sum(counts[part] for part in PARTS)
    return Shares(
        parts=tuple(found), told=told, kept=counts[REFLECTION], seconds=pace.seconds(told)
    )
