"""What the rules look at: a text as it was read, and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from storyloop.reading import Part, Reading, Sentence, read, read_parts
from storyloop.reading.plain import plain
from storyloop.story import EASY, PARTS, Pace, Story

# Most rules ask for it, one after the other.
_plain = lru_cache(maxsize=1)(plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reading, the question it answers (may be empty), and the story it belongs to, if any.

    `pace` is its teller's; `private_terms` are names to keep in, beside those of the story.
    """

    reading: Reading
    question: str = ""
    story: Story | None = None
    pace: Pace = EASY
    private_terms: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text that the spans of hits refer to."""
        return self.reading.text

    @property
    def plain(self) -> str:
        """The text in plain form, each code point at its old place."""
        return _plain(self.text)

    @property
    def words(self) -> int:
        """How many words the text has."""
        return self.reading.words

    @property
    def told(self) -> tuple[Sentence, ...]:
        """The sentences of the first answer; what a story of the bank taught is kept for probes."""
        if self.story is None:
            return self.reading.sentences
        return tuple(s for s in self.reading.sentences if s.part != "reflection")

    @property
    def is_story(self) -> bool:
        """Whether the text tells an episode; most rules look at nothing else."""
        return self.reading.kind == "story"

    def sentences(self, *parts: Part) -> Iterator[Sentence]:
        """Yield the sentences of these parts, in the order of the text; without any, all."""
        for sentence in self.reading.sentences:
            if not parts or sentence.part in parts:
                yield sentence

    def part_words(self, *parts: Part) -> int:
        """How many words stand in these parts."""
        return sum(len(sentence.text.split()) for sentence in self.sentences(*parts))


def draft_of(text: str, question: str = "") -> Draft:
    """Return the draft of a plain text."""
    return Draft(reading=read(text), question=question)


def draft_of_story(story: Story, question: str = "") -> Draft:
    """Return the draft of a story of the bank: its writer has named the parts."""
    texts: list[tuple[Part, str]] = [(part, getattr(story, part)) for part in PARTS]
    texts.append(("reflection", story.learned))
    # Whoever files a text as a story has said what kind it is meant to be; a text in one part
    # only is judged like any other.
    return Draft(
        reading=read_parts([(part, said) for part, said in texts if said]),
        question=question,
        story=story,
    )
