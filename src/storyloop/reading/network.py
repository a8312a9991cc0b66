"""A small network that reads the words of a text in their order, across the ends of sentences.

Each word is what it is as grammar (see `forms`) and its vector; two layers of convolution look at
the words around it, three more at the sentences around a sentence. It knows of order what the
n-grams of `parts` do not, and the two are wrong in different places.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Self

import numpy as np

from storyloop.reading.encoder import Floats, Keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

_AT_ONCE = 256  # sentences; what is longer is read in pieces, so that memory stays small


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The weights; each layer looks twice as far as the one before it."""

    forms: Floats  # (numbers, hidden)
    words: Floats  # (dimensions, hidden)
    near: Floats  # (layers, 3 x hidden, hidden)
    near_bias: Floats  # (layers, hidden)
    joined: Floats  # (features of a sentence, wide)
    joined_bias: Floats
    far: Floats  # (layers, 3 x wide, wide)
    far_bias: Floats
    out: Floats  # (2 x wide, parts)
    out_bias: Floats

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.floating]]) -> Self:
        """Return the network whose weights are `arrays`, by the names of the fields."""
        return cls(**{field.name: arrays[field.name].astype(np.float32) for field in fields(cls)})

    def scores(
        self, numbers: Keys, vectors: Floats, lengths: NDArray[np.int64], sentences: Floats
    ) -> Floats:
        """Return the score of each part for each sentence: (sentences, parts).

        `numbers` and `vectors` are of the words, `lengths` says how many a sentence has, and
        `sentences` (sentences, features) is what else is known of each.
        """
        pieces = []
        ends = np.concatenate([[0], np.cumsum(lengths)])
        for first in range(0, len(lengths), _AT_ONCE):
            here = slice(first, first + _AT_ONCE)
            last = min(first + _AT_ONCE, len(lengths))
            words = slice(ends[first], ends[last])
            read = self._read(numbers[words], vectors[words], lengths[here])
            pieces.append(self._judged(np.concatenate([sentences[here], read], axis=1)))
        return np.concatenate([*pieces, np.empty((0, len(self.out_bias)), dtype=np.float32)])

    def _read(self, numbers: Keys, vectors: Floats, lengths: NDArray[np.int64]) -> Floats:
        """Return the mean and the most of what the words of each sentence come to."""
        hidden: Floats = self.forms[numbers]
        hidden += vectors @ self.words
        np.maximum(hidden, 0, out=hidden)
        _layered(hidden, self.near, self.near_bias)
        starts = np.cumsum(lengths) - lengths
        mean = np.add.reduceat(hidden, starts, axis=0) / lengths[:, None].astype(np.float32)
        return np.concatenate([mean, np.maximum.reduceat(hidden, starts, axis=0)], axis=1)

    def _judged(self, features: Floats) -> Floats:
        plain: Floats = features @ self.joined
        plain += self.joined_bias
        np.maximum(plain, 0, out=plain)
        deep = plain.copy()
        _layered(deep, self.far, self.far_bias)
        scores: Floats = np.concatenate([deep, plain], axis=1) @ self.out + self.out_bias
        return scores


def _layered(hidden: Floats, layers: Floats, biases: Floats) -> None:
    """Add to each row, layer by layer, what it and those the layer's gap away make together."""
    n, width = hidden.shape
    for place, (weights, bias) in enumerate(zip(layers, biases, strict=True)):
        gap = 2**place
        around = np.zeros((n, 3 * width), dtype=np.float32)
        around[gap:, :width] = hidden[:-gap]
        around[:, width : 2 * width] = hidden
        around[:-gap, 2 * width :] = hidden[gap:]
        found = around @ weights
        found += bias
        np.maximum(found, 0, out=found)
        hidden += found
