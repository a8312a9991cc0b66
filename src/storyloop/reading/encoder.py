"""Sentences as numbers: static embeddings and token n-grams, from the shipped model files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

Floats = NDArray[np.float32]
Keys = NDArray[np.int64]

MODEL = files("storyloop.reading") / "model"
# Tokens are numbered below 2^16; three of them make one key.
_BITS = 16
_BEGIN, _END, _NUMBER = 1, 2, 3  # numbers of tokens that no text has
MAX_TOKENS = 60  # what a sentence says is said by then; a longer one is cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """`n` sentences: their vectors (n, dimensions), and all their n-grams one after another.

    The n-grams of sentence i are `keys[starts[i]:starts[i + 1]]`, each once a sentence.
    """

    vectors: Floats
    keys: Keys
    starts: NDArray[np.int64]


class Encoder:
    """A tokenizer, and a table with a vector for each of its tokens."""

    def __init__(self, tokenizer: Tokenizer, table: NDArray[np.int8], scale: Floats) -> None:
        self._tokenizer = tokenizer
        self._tokenizer.no_truncation()
        self._table = table
        self._scale = scale
        self._number = _number_tokens(tokenizer)

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._table.shape[1])

    def encode(self, sentences: Sequence[str]) -> Encoded:
        """Return the vectors and n-grams of `sentences`."""
        # The tokenizer refuses half of a surrogate pair.
        whole = [sentence.encode("utf-8", "replace").decode("utf-8") for sentence in sentences]
        found = self._tokenizer.encode_batch_fast(whole, add_special_tokens=False)
        ids = [np.asarray(each.ids[:MAX_TOKENS], dtype=np.int64) for each in found]
        lengths = np.asarray([len(each) for each in ids], dtype=np.int64)
        keys = [_grams(self._number[each]) for each in ids]
        starts = np.concatenate([[0], np.cumsum([len(each) for each in keys])]).astype(np.int64)
        return Encoded(
            vectors=self._vectors(np.concatenate([*ids, np.empty(0, np.int64)]), lengths),
            keys=np.concatenate([*keys, np.empty(0, np.int64)]),
            starts=starts,
        )

    def _vectors(self, ids: Keys, lengths: NDArray[np.int64]) -> Floats:
        """Return the mean vector of each sentence's tokens, of length one."""
        vectors = np.zeros((len(lengths), self.dimensions), dtype=np.float32)
        said = lengths > 0
        if said.any():
            rows = self._table[ids].astype(np.float32)
            first = np.concatenate([[0], np.cumsum(lengths)[:-1]])
            vectors[said] = np.add.reduceat(rows, first[said], axis=0) * self._scale
            norms = np.linalg.norm(vectors, axis=1, keepdims=True)
            vectors /= np.maximum(norms, np.float32(1e-9))
        return vectors


@cache
def shipped_encoder() -> Encoder:
    """Return the encoder of the shipped files, loaded once."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str((MODEL / "tokenizer.json").read_text(encoding="utf-8"))
    with (MODEL / "embeddings.npz").open("rb") as file, np.load(file) as arrays:
        return Encoder(tokenizer, arrays["table"], arrays["scale"])


def gram_sums(encoded: Encoded, keys: Keys, weights: Floats) -> Floats:
    """Return for each sentence the sum of the weights of its n-grams; `keys` are sorted.

    `weights` has a row a key, of any shape; the result has a row a sentence.
    """
    found = np.searchsorted(keys, encoded.keys)
    found[found == len(keys)] = 0
    known = np.flatnonzero(keys[found] == encoded.keys)
    rows = weights[found[known]].astype(np.float64)
    sums = np.concatenate([np.zeros((1, *weights.shape[1:])), np.cumsum(rows, axis=0)])
    bounds = np.searchsorted(known, encoded.starts)
    total: Floats = (sums[bounds[1:]] - sums[bounds[:-1]]).astype(np.float32)
    return total


def _number_tokens(tokenizer: Tokenizer) -> Keys:
    """Return for each token its number, all numerals being one."""
    numbers = np.arange(tokenizer.get_vocab_size(), dtype=np.int64)
    for token, number in tokenizer.get_vocab().items():
        if token.removeprefix("##").isdigit():
            numbers[number] = _NUMBER
    return numbers


def _grams(ids: Keys) -> Keys:
    """Return the keys of all single tokens, pairs and triples, each once, in order."""
    framed = np.concatenate([[_BEGIN], ids, [_END]])
    pairs = (framed[:-1] << _BITS) | framed[1:]
    triples = (pairs[:-1] << _BITS) | framed[2:]
    return np.unique(np.concatenate([ids, pairs, triples]))
