"""Which part of a story each sentence belongs to: linear scores, and the best sequence of parts.

The scores of a sentence come from its own vector, its n-grams of tokens and of forms (see `forms`),
from those of its two neighbours, from its place in the text and from a small network that reads the
words in their order (see `network`); the sequence is decoded with learned transitions (a
linear-chain conditional random field, Lafferty, McCallum and Pereira 2001).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from storyloop.reading.encoder import (
    MODEL,
    ONE,
    Encoded,
    Encoder,
    Floats,
    Keys,
    Levels,
    Marks,
    gram_sums,
    marked,
    shipped_encoder,
)
from storyloop.reading.forms import Forms
from storyloop.reading.network import Network
from storyloop.reading.values import PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from storyloop.reading.word_tags import Tagged

_STEPS = np.arange(1, 10) / 10
PLACES = 11 + len(_STEPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class GramWeights:
    """What each n-gram speaks for.

    `weights` has a row a key: the weights in the sentence itself, in the next one's score and in
    the one before, for each part.
    """

    keys: Keys  # sorted
    weights: Floats | Levels  # (keys, 3, parts)
    scale: np.float32 = ONE
    marks: Marks = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "marks", marked(self.keys))

    def scores(self, encoded: Encoded) -> Floats:
        """Return what the n-grams of each sentence and its neighbours add: (sentences, parts)."""
        own: Floats
        sums = gram_sums(encoded, self.keys, self.weights, self.marks, self.scale)
        own, of_next, of_previous = np.moveaxis(sums, 1, 0)
        own[1:] += of_next[:-1]
        own[:-1] += of_previous[1:]
        return own


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsModel:
    """The weights: for dense features, for n-grams of both kinds, and between parts that follow.

    `encoder` gives the network its vectors of words.
    """

    encoder: Encoder
    dense: Floats  # (features, parts)
    tokens: GramWeights
    forms: GramWeights
    numbering: Forms
    network: Network
    follows: Floats  # (parts, parts)
    first: Floats
    last: Floats

    def scores(self, encoded: Encoded, words: Sequence[int], sentences: Sequence[Tagged]) -> Floats:
        """Return the score of each part for each sentence: (sentences, parts).

        `words` counts the words of each sentence; `sentences` are the same sentences, tagged.
        """
        at = places(words)
        numbered = self.numbering.number(sentences)
        scores: Floats = dense_features(encoded, at) @ self.dense
        scores += self.tokens.scores(encoded)
        scores += self.forms.scores(numbered.grams(encoded.vectors))
        scores += self.network.scores(
            numbered.mixed,
            framed_vectors(self.encoder, sentences),
            numbered.lengths,
            np.concatenate([at, encoded.vectors], axis=1),
        )
        return scores

    def decode(
        self, scores: Floats, given: Mapping[int, Part] | None = None
    ) -> list[tuple[Part, float]]:
        """Return the best part of each sentence with its probability; `given` parts are kept."""
        if not len(scores):
            return []
        for place, part in (given or {}).items():
            scores[place, [p != part for p in PARTS]] = -np.inf
        best = self._best_sequence(scores)
        sure = self._marginals(scores)[np.arange(len(best)), best]
        return [(PARTS[part], float(p)) for part, p in zip(best, sure, strict=True)]

    def _best_sequence(self, scores: Floats) -> NDArray[np.intp]:
        """Return the sequence of parts with the highest score (Viterbi)."""
        total = self.first + scores[0]
        back = np.zeros(scores.shape, dtype=np.intp)
        reached_from = self.follows.T.copy()  # whose rows are quicker than columns
        for i in range(1, len(scores)):
            ways = reached_from + total
            back[i] = ways.argmax(1)
            total = ways.max(1) + scores[i]
        best = np.empty(len(scores), dtype=np.intp)
        best[-1] = (total + self.last).argmax()
        for i in range(len(scores) - 1, 0, -1):
            best[i - 1] = back[i, best[i]]
        return best

    def _marginals(self, scores: Floats) -> Floats:
        """Return the probability of each part for each sentence (forward, backward)."""
        step = np.exp(self.follows)
        forward = np.empty_like(scores)
        backward = np.empty_like(scores)
        tops = scores.max(axis=1, keepdims=True)
        emitted = np.exp(scores - tops)
        # `np.add.reduce` is what `sum` comes to and `dot` what `@` does, without the way there:
        # sentences are many.
        total = np.add.reduce
        message = np.exp(self.first) * emitted[0]
        message /= total(message)
        forward[0] = message
        for i in range(1, len(scores)):
            message = message.dot(step) * emitted[i]
            message /= total(message)
            forward[i] = message
        backward[-1] = message = np.exp(self.last)
        for i in range(len(scores) - 2, -1, -1):
            message = step.dot(message * emitted[i + 1])
            message /= total(message)
            backward[i] = message
        joint: Floats = forward * backward
        joint /= joint.sum(axis=1, keepdims=True)
        return joint


def dense_features(encoded: Encoded, at: Floats) -> Floats:
    """Return (sentences, features): the vectors of each sentence and its neighbours, its place."""
    vectors = encoded.vectors
    nothing = np.zeros_like(vectors[:1])
    before = np.concatenate([nothing, vectors[:-1]])
    after = np.concatenate([vectors[1:], nothing])
    return np.concatenate([vectors, before, after, at], axis=1)


def framed_vectors(encoder: Encoder, sentences: Sequence[Tagged]) -> Floats:
    """Return the vectors of the words of `sentences`, zeros for where each begins and ends."""
    return encoder.word_vectors([word for each in sentences for word in ("", *each.words, "")])


def places(words: Sequence[int]) -> Floats:
    """Return where each sentence stands, by words, and how long it and the text are."""
    count = np.asarray(words, dtype=np.float32)
    n, total = len(count), count.sum()
    middle = (np.cumsum(count) - count / 2) / max(total, 1)
    found = np.zeros((n, PLACES), dtype=np.float32)
    found[:, 0] = 1
    found[:, 1] = middle
    found[:, 2] = middle**2
    found[:, 3] = middle**3
    found[:1, 4] = 1
    found[1:2, 5] = 1
    found[-1:, 6] = 1
    found[-2:-1, 7] = 1
    found[:, 8] = np.log1p(count) / 2
    found[:, 9] = min(n, 30) / 30
    found[:, 10] = min(total, 400) / 400
    found[:, 11:] = middle[:, None] >= _STEPS
    return found


@cache
def shipped_parts() -> PartsModel:
    """Return the model of the shipped files, loaded once."""
    with (MODEL / "parts.npz").open("rb") as file, np.load(file) as arrays:
        tokens, forms = (
            GramWeights(
                keys=arrays[f"{name}_keys"],
                weights=arrays[f"{name}_weights"],
                scale=arrays[f"{name}_scale"][()],
            )
            for name in ("tokens", "forms")
        )
        return PartsModel(
            encoder=shipped_encoder(),
            dense=arrays["dense"],
            tokens=tokens,
            forms=forms,
            numbering=Forms.of(arrays["function_words"].tolist()),
            network=Network.of(
                {
                    name.removeprefix("network_"): arrays[name]
                    for name in arrays
                    if "network" in name
                }
            ),
            follows=arrays["follows"],
            first=arrays["first"],
            last=arrays["last"],
        )
