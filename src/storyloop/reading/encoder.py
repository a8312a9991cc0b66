"""Sentences as numbers: static embeddings and token n-grams, from the shipped model files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tokenizers import Tokenizer

Floats = NDArray[np.float32]
Keys = NDArray[np.int64]
Marks = NDArray[np.bool_]

MODEL = files("storyloop.reading") / "model"
# Tokens are numbered below 2^16; three of them make one key.
_BITS = 16
_BEGIN, _END, _NUMBER = 1, 2, 3  # numbers of tokens that no text has
MAX_TOKENS = 60  # what a sentence says is said by then; a longer one is cut
# A key has at most so many bits, which leaves room for the number of one of a few sentences.
_KEY_BITS = 50
_KEY = 2**_KEY_BITS - 1
_FEW = 2 ** (63 - _KEY_BITS)
# The place of a key's mark: some of the upper bits of its product with a large odd number.
_MARK_BITS = 18
_MARKS = 2**_MARK_BITS
_SCATTER = np.int64(0x1E3779B97F4A7C15)
_REMEMBERED = 2**13  # words whose tokens or vectors are kept, not to be found again
_LONGEST = 40  # letters of such a word


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """`n` sentences: their vectors (n, dimensions), and all their n-grams one after another.

    The n-grams of sentence i are `keys[starts[i]:starts[i + 1]]`, each once a sentence.
    """

    vectors: Floats
    keys: Keys
    starts: NDArray[np.int64]


class Encoder:
    """A tokenizer, and a table with a vector for each of its tokens; `numerals` are the figures."""

    def __init__(
        self, tokenizer: Tokenizer, table: NDArray[np.int8], scale: Floats, numerals: Keys
    ) -> None:
        self._tokenizer = tokenizer
        self._tokenizer.no_truncation()
        self._table = table
        self._scale = scale
        # In n-grams all numerals are one token.
        self._number = np.arange(len(table), dtype=np.int64)
        self._number[numerals] = _NUMBER
        self._remembered: dict[str, list[int]] = {}
        self._vectors_of: dict[str, Floats] = {}

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._table.shape[1])

    def encode(self, sentences: Sequence[str]) -> Encoded:
        """Return the vectors and n-grams of `sentences`."""
        words = [sentence.split(" ") for sentence in sentences]
        tokens = self._tokens({word for each in words for word in each})
        found = [[t for word in each for t in tokens[word]][:MAX_TOKENS] for each in words]
        lengths = np.asarray([len(each) for each in found], dtype=np.int64)
        ids = np.asarray([token for each in found for token in each], dtype=np.int64)
        keys, starts = _grams(self._number[ids], lengths)
        return Encoded(vectors=self._vectors(ids, lengths), keys=keys, starts=starts)

    def word_vectors(self, words: Sequence[str]) -> Floats:
        """Return the mean vector of each word's tokens, of no fixed length; nothing has none."""
        known = self._vectors_of
        new = list(set(words) - known.keys())
        if new:
            found = dict(zip(new, self._word_vectors(new), strict=True))
            everything = known | found
            if len(everything) > _REMEMBERED:
                known = self._vectors_of = {}
            known.update({word: each for word, each in found.items() if len(word) <= _LONGEST})
            known = everything
        rows = [known[word] for word in words]
        return np.concatenate([*rows, np.empty(0, np.float32)]).reshape(-1, self.dimensions)

    def _word_vectors(self, words: Sequence[str]) -> Floats:
        tokens = self._tokens({part for word in words for part in word.split(" ")})
        found = [[t for part in word.split(" ") for t in tokens[part]] for word in words]
        lengths = np.asarray([len(each) for each in found], dtype=np.int64)
        ids = np.asarray([token for each in found for token in each], dtype=np.int64)
        vectors = self._sums(ids, lengths)
        vectors /= np.maximum(lengths, 1)[:, None].astype(np.float32)
        return vectors

    def _tokens(self, words: set[str]) -> Mapping[str, list[int]]:
        """Return the tokens of at least `words`; none holds a space, as no token spans one."""
        known = self._remembered
        new = words - known.keys()
        if not new:
            return known
        # The tokenizer refuses half of a surrogate pair.
        whole = [word.encode("utf-8", "replace").decode("utf-8") for word in new]
        read = self._tokenizer.encode  # word by word, as a batch would first start a thread a core
        batch = [read(word, add_special_tokens=False).ids for word in whole]
        found = dict(zip(new, batch, strict=True))
        everything = known | found
        if len(everything) > _REMEMBERED:
            known = self._remembered = {}
        known.update({word: ids for word, ids in found.items() if len(word) <= _LONGEST})
        return everything

    def _vectors(self, ids: Keys, lengths: NDArray[np.int64]) -> Floats:
        """Return the mean vector of each sentence's tokens, of length one."""
        vectors = self._sums(ids, lengths)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors /= np.maximum(norms, np.float32(1e-9))
        return vectors

    def _sums(self, ids: Keys, lengths: NDArray[np.int64]) -> Floats:
        vectors = np.zeros((len(lengths), self.dimensions), dtype=np.float32)
        said = lengths > 0
        if said.any():
            rows = self._table[ids].astype(np.float32)
            first = np.concatenate([[0], np.cumsum(lengths)[:-1]])
            vectors[said] = np.add.reduceat(rows, first[said], axis=0) * self._scale
        return vectors


@cache
def shipped_encoder() -> Encoder:
    """Return the encoder of the shipped files, loaded once."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str((MODEL / "tokenizer.json").read_text(encoding="utf-8"))
    with (MODEL / "embeddings.npz").open("rb") as file, np.load(file) as arrays:
        return Encoder(tokenizer, arrays["table"], arrays["scale"], arrays["numerals"])


def marked(keys: Keys) -> Marks:
    """Return what tells for most other keys, without a search, that they are not among `keys`."""
    marks = np.zeros(_MARKS, dtype=bool)
    marks[_mark(keys)] = True
    return marks


def gram_sums(encoded: Encoded, keys: Keys, weights: Floats, marks: Marks | None = None) -> Floats:
    """Return for each sentence the sum of the weights of its n-grams; `keys` are sorted.

    `weights` has a row a key, of any shape; the result has a row a sentence. With the `marks` of
    the keys it is quicker.
    """
    at = np.arange(len(encoded.keys)) if marks is None else marks[_mark(encoded.keys)].nonzero()[0]
    wanted = encoded.keys[at]
    found = np.searchsorted(keys[:-1], wanted)  # at most the last place
    right = np.flatnonzero(keys[found] == wanted)
    known = at[right]
    rows = weights.take(found[right], axis=0)
    bounds = np.searchsorted(known, encoded.starts)
    total = np.zeros((len(bounds) - 1, *weights.shape[1:]), dtype=np.float32)
    some = bounds[1:] > bounds[:-1]
    if len(known):
        total[some] = np.add.reduceat(rows, bounds[:-1][some], axis=0)
    return total


def _mark(keys: Keys) -> Keys:
    places: Keys = ((keys * _SCATTER) >> (64 - _MARK_BITS)) & (_MARKS - 1)
    return places


def _grams(ids: Keys, lengths: NDArray[np.int64]) -> tuple[Keys, NDArray[np.int64]]:
    """Return the keys of single tokens, pairs and triples, each once a sentence, and the starts."""
    n = len(lengths)
    of = np.repeat(np.arange(n), lengths)
    framed = np.empty(len(ids) + 2 * n, dtype=np.int64)
    ends = np.cumsum(lengths + 2)
    framed[ends - 1] = _END
    framed[ends - lengths - 2] = _BEGIN
    framed[np.arange(len(ids)) + 2 * of + 1] = ids
    of_framed = np.repeat(np.arange(n), lengths + 2)
    pairs = (framed[:-1] << _BITS) | framed[1:]
    triples = (pairs[:-1] << _BITS) | framed[2:]
    within, within_two = (of_framed[:-k] == of_framed[k:] for k in (1, 2))
    return each_once(
        np.concatenate([ids, pairs[within], triples[within_two]]),
        np.concatenate([of, of_framed[:-1][within], of_framed[:-2][within_two]]),
        n,
    )


def each_once(keys: Keys, of: Keys, n: int) -> tuple[Keys, NDArray[np.int64]]:
    """Return the keys by sentence, of which there are `n`, each once, and where each begins."""
    if n < _FEW:
        both = np.sort((of << _KEY_BITS) | keys)
        keys, of = both & _KEY, both >> _KEY_BITS
    else:
        order = np.lexsort((keys, of))
        keys, of = keys[order], of[order]
    new = np.ones(len(keys), dtype=bool)
    new[1:] = (keys[1:] != keys[:-1]) | (of[1:] != of[:-1])
    return keys[new], np.searchsorted(of[new], np.arange(n + 1))
