"""Reads a text: sentences, parts, voices, numbers and what kind of text it is, in one call."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from storyloop.reading.changes import changes
from storyloop.reading.encoder import Encoder, shipped_encoder
from storyloop.reading.kind import KindModel, shipped_kinds
from storyloop.reading.parts import PartsModel, shipped_parts
from storyloop.reading.quantities import quantities
from storyloop.reading.sentences import Span, split
from storyloop.reading.values import Part, Reading, Sentence
from storyloop.reading.voice import clauses_of, main_voice
from storyloop.reading.word_tags import Tagged, tagged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The models that a reading needs: those that are shipped, or others to compare them with."""

    encoder: Encoder
    parts: PartsModel
    kinds: KindModel

    def read(self, text: str, corrections: Mapping[str, Part] | None = None) -> Reading:
        """Return the reading of `text`; see the function `read`."""
        spans = split(text)
        given = {}
        if corrections:
            keys = (correction_key(text[start:end]) for start, end in spans)
            given = {i: corrections[key] for i, key in enumerate(keys) if key in corrections}
        return self._reading(text, spans, given)

    def read_parts(self, texts: Sequence[tuple[Part, str]]) -> Reading:
        """Return the reading of texts in named parts; see the function `read_parts`."""
        text = ""
        spans: list[Span] = []
        given: dict[int, Part] = {}
        for part, said in texts:
            found = split(said)
            if not found:
                continue
            if text:
                text += "\n\n"
                spans[-1] = (spans[-1][0], len(text))
            given |= dict.fromkeys(range(len(spans), len(spans) + len(found)), part)
            spans += [(len(text) + start, len(text) + end) for start, end in found]
            text += said
        return self._reading(text, spans, given)

    def _reading(self, text: str, spans: Sequence[Span], given: Mapping[int, Part]) -> Reading:
        said = [text[start:end] for start, end in spans]
        words = [len(sentence.split()) for sentence in said]
        encoded = self.encoder.encode(said)
        sentences = [tagged(text, start, end) for start, end in spans]
        decoded = self.parts.decode(self.parts.scores(encoded, words, sentences), given)
        kind, evidence = self.kinds.decide(encoded)
        numbers = quantities(text)
        return Reading(
            text=text,
            words=sum(words),
            sentences=tuple(
                _sentence(text, span, sentence, part, confidence)
                for span, sentence, (part, confidence) in zip(
                    spans, sentences, decoded, strict=True
                )
            ),
            quantities=numbers,
            changes=changes(text, numbers),
            kind=kind,
            evidence=evidence,
        )


def read(text: str, corrections: Mapping[str, Part] | None = None) -> Reading:
    """Return the reading of `text`; it never fails, whatever the text.

    `corrections` are a person's own parts for sentences, by the sentence's words (see
    `correction_key`); they win over the model, and the sentences around follow them.
    """
    return _shipped().read(text, corrections)


def read_parts(texts: Sequence[tuple[Part, str]]) -> Reading:
    """Return the reading of texts whose parts their writer has named, a blank line between them."""
    return _shipped().read_parts(texts)


def correction_key(sentence: str) -> str:
    """Return what a correction is kept under: the sentence's words, however they are spaced."""
    return _SPACE.sub(" ", sentence).strip()


def _sentence(text: str, span: Span, sentence: Tagged, part: Part, confidence: float) -> Sentence:
    found = clauses_of(sentence, *span)
    return Sentence(
        start=span[0],
        end=span[1],
        text=text[span[0] : span[1]],
        part=part,
        confidence=confidence,
        voice=main_voice(found),
        clauses=found,
    )


@cache
def _shipped() -> Reader:
    return Reader(encoder=shipped_encoder(), parts=shipped_parts(), kinds=shipped_kinds())
