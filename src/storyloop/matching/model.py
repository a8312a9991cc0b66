"""The question model: linear scores on what a question says, and how sure they make us.

A question is the direction of its vector beside its n-grams of tokens, each n-gram weighing by how
rare it is (tf-idf, Spärck Jones 1972), the whole of length one. The scores of the principles become
probabilities together (softmax), and so do those of the kinds of story that answer it, with one for
none of them; those of the situations and of behaviour do each by itself (logistic). All have a
slope fitted on questions held back (temperature and Platt scaling).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from storyloop import guide
from storyloop.reading.encoder import Encoded, Encoder, Floats, Keys, gram_sums, shipped_encoder

if TYPE_CHECKING:
    from collections.abc import Sequence

MODEL = files("storyloop.matching") / "model"
PRINCIPLES = tuple(each.id for each in guide.framework(guide.DEFAULT_FRAMEWORK).principles)
SITUATIONS = tuple(each.id for each in guide.situations())
ARCHETYPES = tuple(each.id for each in guide.archetypes())
_P, _S = len(PRINCIPLES), len(PRINCIPLES) + len(SITUATIONS)
_A = _S + 1
# The last is that of no archetype.
COLUMNS = _A + len(ARCHETYPES) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """Of `n` questions the probabilities.

    Principles (n, 16), situations (n, 15), behaviour (n), and archetypes (n, 10), whose rows fall
    short of one by the probability that none of them answers the question.
    """

    principles: Floats
    situations: Floats
    behavioural: Floats
    archetypes: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionModel:
    """The weights: of vectors (dimensions, columns), n-grams (keys, columns + 1) and of nothing.

    The last column of `grams` holds the squared rareness of each n-gram; `slope` and `shift` take
    scores to logits.
    """

    dense: Floats
    keys: Keys  # sorted
    grams: Floats
    bias: Floats
    slope: Floats
    shift: Floats

    def logits(self, encoded: Encoded) -> Floats:
        """Return (n, columns): principles, situations, behaviour, archetypes and none of them."""
        sums = gram_sums(encoded, self.keys, self.grams)
        length = np.sqrt(np.maximum(sums[:, -1:], np.float32(1e-6)))
        scores: Floats = encoded.vectors @ self.dense + self.bias
        scores += sums[:, :-1] / length
        scores *= self.slope
        scores += self.shift
        return scores

    def score(self, encoded: Encoded) -> Scored:
        """Return the probabilities."""
        logits = self.logits(encoded)
        single: Floats = np.exp(-np.clip(logits[:, _P:_A], -30, 30))
        single = np.reciprocal(single + np.float32(1))
        return Scored(
            principles=_together(logits[:, :_P]),
            situations=single[:, : _S - _P],
            behavioural=single[:, -1],
            archetypes=_together(logits[:, _A:])[:, :-1],
        )


def _together(logits: Floats) -> Floats:
    """Return the probabilities (softmax) of each row."""
    powers: Floats = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-50))
    powers /= powers.sum(axis=1, keepdims=True)
    return powers


def whole(encoder: Encoder, questions: Sequence[Sequence[str]]) -> Encoded:
    """Return each question, given as its sentences, as one row: mean direction, all n-grams."""
    sentences = encoder.encode([sentence for each in questions for sentence in each])
    counts = np.asarray([len(each) for each in questions], dtype=np.int64)
    bounds = np.concatenate([[0], np.cumsum(counts)])
    if (counts == 1).all():
        return sentences
    vectors = np.zeros((len(questions), encoder.dimensions), dtype=np.float32)
    np.add.at(vectors, np.repeat(np.arange(len(questions)), counts), sentences.vectors)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-9))
    starts = sentences.starts[bounds]
    keys = [np.unique(sentences.keys[start:end]) for start, end in pairwise(starts)]
    lengths = np.cumsum([0, *(len(each) for each in keys)])
    return Encoded(
        vectors=vectors,
        keys=np.concatenate([*keys, np.empty(0, np.int64)]),
        starts=np.asarray(lengths, dtype=np.int64),
    )


@cache
def shipped_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of the training questions, commonest first, and other right words."""
    with (MODEL / "words.npz").open("rb") as file, np.load(file) as arrays:
        seen, others = (
            tuple(arrays[name].tobytes().decode("utf-8").split("\n")) for name in ("seen", "others")
        )
    return seen, others


@cache
def shipped_questions() -> tuple[Encoder, QuestionModel]:
    """Return the model of the shipped files with its encoder, loaded once."""
    with (MODEL / "questions.npz").open("rb") as file, np.load(file) as arrays:
        grams = arrays["grams"].astype(np.float32) * arrays["gram_scale"]
        model = QuestionModel(
            dense=arrays["dense"],
            keys=arrays["keys"],
            grams=np.concatenate([grams, arrays["rareness"][:, None] ** 2], axis=1),
            bias=arrays["bias"],
            slope=arrays["slope"],
            shift=arrays["shift"],
        )
    return shipped_encoder(), model
