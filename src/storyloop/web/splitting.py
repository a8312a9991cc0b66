"""A rough text cut into sentences, each with its part, as a form shows it and as it comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storyloop.exchange.rough import Passage, Rough
from storyloop.exchange.sorting import FIELDS, read_rough, told
from storyloop.story.tidy import tidy_line, tidy_text

if TYPE_CHECKING:
    from django.http import QueryDict

    from storyloop.reading import Part, Reading

# What is read of a form, in fields; a story of two minutes has some twenty sentences.
_MOST_FIELDS = 900
_UNSURE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a split text; `is_guess` tells that the reading is not sure of its part."""

    text: str
    part: Part
    is_guess: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A text and its sentences, which give the text when they are put together."""

    rough: Rough
    reading: Reading
    sentences: tuple[Sentence, ...]

    @property
    def is_too_long(self) -> bool:
        """Whether there are more sentences than a form has room for."""
        return len(self.sentences) + 2 * len(self.rough.passages) > _MOST_FIELDS

    @property
    def fields(self) -> dict[str, str]:
        """The text of each field of a story."""
        return told((sentence.text, sentence.part) for sentence in self.sentences)

    @property
    def evidence(self) -> list[str]:
        """The sentences that show that a text is no story."""
        return [self.reading.sentences[place].text.strip() for place in self.reading.evidence]


def split(rough: Rough, chosen: QueryDict | None = None) -> Split:
    """Return a rough text split; the part that was chosen for a sentence wins over all else."""
    reading = read_rough(rough)
    return Split(
        rough=rough,
        reading=reading,
        sentences=tuple(
            Sentence(
                text=each.text,
                part=_chosen(chosen, number) or each.part,
                is_guess=each.confidence < _UNSURE,
            )
            for number, each in enumerate(reading.sentences)
        ),
    )


def as_sent(data: QueryDict) -> Rough:
    """Return the rough text whose passages a form holds, each with the part that it has, if any."""
    passages = (
        Passage(text=tidy_text(text), part=_part(part))
        for text, part in zip(data.getlist("said"), data.getlist("as"), strict=False)
    )
    return Rough(
        title=tidy_line(data.get("title", "")),
        passages=tuple(each for each in passages if each.text),
    )


def _chosen(chosen: QueryDict | None, number: int) -> Part | None:
    return _part(chosen.get(f"part-{number}", "")) if chosen else None


def _part(name: str) -> Part | None:
    return next((part for part in FIELDS if part == name), None)
