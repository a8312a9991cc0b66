"""Sentences as numbers: static embeddings and token n-grams, from the shipped model files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenizers import Tokenizer

Floats = NDArray[np.float32]
Keys = NDArray[np.int64]
Marks = NDArray[np.bool_]
Levels = NDArray[np.int8]  # weights in whole numbers, to be multiplied by their scale

MODEL = files("storyloop.reading") / "model"
# Tokens are numbered below 2^16; three of them make one key.
_BITS = 16
_BEGIN, _END, _NUMBER = 1, 2, 3  # numbers of tokens that no text has
_TOKEN = np.dtype(np.int64)
MAX_TOKENS = 60  # what a sentence says is said by then; a longer one is cut
# A key has at most so many bits, which leaves room for the number of one of a few sentences.
_KEY_BITS = 50
_KEY = 2**_KEY_BITS - 1
_FEW = 2 ** (63 - _KEY_BITS)
# The place of a key's mark: some of the upper bits of its product with a large odd number.
_MARK_BITS = 18
_MARKS = 2**_MARK_BITS
_SCATTER = np.int64(0x1E3779B97F4A7C15)
ONE = np.float32(1)
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


class _Memory:
    """What was found out about words, for as long as there is room: bytes, quick to join."""

    def __init__(self, find: Callable[[Sequence[str]], list[bytes]]) -> None:
        self._find = find
        self._known: dict[str, bytes] = {}

    def of(self, words: Sequence[str]) -> list[bytes]:
        """Return what is known of each of `words`, once it is found out."""
        known = self._known
        try:
            return [known[word] for word in words]
        except KeyError:
            new = list(set(words).difference(known))
        found = dict(zip(new, self._find(new), strict=True))
        if len(known) + len(found) > _REMEMBERED:
            self._known = {}
        self._known.update({word: each for word, each in found.items() if len(word) <= _LONGEST})
        return [found[word] if word in found else known[word] for word in words]


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
        self._tokens = _Memory(self._new_tokens)
        self._word_vectors = _Memory(self._new_word_vectors)

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._table.shape[1])

    def encode(self, sentences: Sequence[str]) -> Encoded:
        """Return the vectors and n-grams of `sentences`."""
        words = [sentence.split(" ") for sentence in sentences]
        ids, lengths = self._ids(words, most=MAX_TOKENS)
        keys, starts = _grams(self._number[ids], lengths)
        return Encoded(vectors=self._vectors(ids, lengths), keys=keys, starts=starts)

    def word_vectors(self, words: Sequence[str]) -> Floats:
        """Return the mean vector of each word's tokens, of no fixed length; nothing has none."""
        found = b"".join(self._word_vectors.of(words))
        return np.frombuffer(found, dtype=np.float32).reshape(-1, self.dimensions)

    def _new_word_vectors(self, words: Sequence[str]) -> list[bytes]:
        ids, lengths = self._ids([word.split(" ") for word in words])
        vectors = self._sums(ids, lengths)
        vectors /= np.maximum(lengths, 1)[:, None].astype(np.float32)
        return [vector.tobytes() for vector in vectors]

    def _ids(self, texts: Sequence[Sequence[str]], most: int | None = None) -> tuple[Keys, Keys]:
        """Return the tokens of `texts`, and how many each has, `most` at most.

        Their words hold no space, as no token spans one.
        """
        tokens = iter(self._tokens.of([word for text in texts for word in text]))
        end = most and most * _TOKEN.itemsize
        found = [b"".join(islice(tokens, len(text)))[:end] for text in texts]
        lengths = np.asarray([len(each) // _TOKEN.itemsize for each in found], dtype=np.int64)
        return np.frombuffer(b"".join(found), dtype=_TOKEN), lengths

    def _new_tokens(self, words: Sequence[str]) -> list[bytes]:
        # The tokenizer refuses half of a surrogate pair.
        whole = [word.encode("utf-8", "replace").decode("utf-8") for word in words]
        read = self._tokenizer.encode  # word by word, as a batch would first start a thread a core
        ids = (read(word, add_special_tokens=False).ids for word in whole)
        return [np.asarray(each, dtype=_TOKEN).tobytes() for each in ids]

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


def gram_sums(
    encoded: Encoded,
    keys: Keys,
    weights: Floats | Levels,
    marks: Marks | None = None,
    scale: np.float32 = ONE,
) -> Floats:
    """Return for each sentence the sum of the weights of its n-grams; `keys` are sorted.

    `weights` has a row a key, of any shape, to be multiplied by `scale`; the result has a row a
    sentence. With the `marks` of the keys it is quicker.
    """
    at = np.arange(len(encoded.keys)) if marks is None else marks[_mark(encoded.keys)].nonzero()[0]
    wanted = encoded.keys[at]
    found = np.searchsorted(keys[:-1], wanted)  # at most the last place
    right = np.flatnonzero(keys[found] == wanted)
    known = at[right]
    rows = weights.take(found[right], axis=0) * scale
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
