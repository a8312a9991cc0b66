"""The network beside its plain definition, and the encoder's memory beside a fresh one."""

from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from storyloop.reading.encoder import MODEL, Encoder, Floats, shipped_encoder
from storyloop.reading.network import Network
from storyloop.reading.parts import shipped_parts

HIDDEN, WIDE, DIMENSIONS, FEATURES, PARTS = 4, 6, 3, 2, 5


def network(chance: np.random.Generator) -> Network:
    """Return a small network of weights at random."""
    shapes = {
        "forms": (9, HIDDEN),
        "words": (DIMENSIONS, HIDDEN),
        "near": (2, 3 * HIDDEN, HIDDEN),
        "near_bias": (2, HIDDEN),
        "joined": (FEATURES + 2 * HIDDEN, WIDE),
        "joined_bias": (WIDE,),
        "far": (3, 3 * WIDE, WIDE),
        "far_bias": (3, WIDE),
        "out": (2 * WIDE, PARTS),
        "out_bias": (PARTS,),
    }
    return Network.of({name: chance.normal(size=shape) / 2 for name, shape in shapes.items()})


def layer_by_hand(rows: Floats, weights: Floats, bias: Floats, gap: int) -> Floats:
    nothing = np.zeros_like(rows[0])
    found = []
    for n, row in enumerate(rows):
        before = rows[n - gap] if n >= gap else nothing
        after = rows[n + gap] if n + gap < len(rows) else nothing
        found.append(row + np.maximum(np.concatenate([before, row, after]) @ weights + bias, 0))
    return np.stack(found)


def by_hand(
    net: Network, numbers: list[int], vectors: Floats, lengths: list[int], sentences: Floats
) -> Floats:
    hidden = np.maximum(net.forms[numbers] + vectors @ net.words, 0)
    for n in range(len(net.near)):
        hidden = layer_by_hand(hidden, net.near[n], net.near_bias[n], 2**n)
    rows = []
    start = 0
    for known, length in zip(sentences, lengths, strict=True):
        words = hidden[start : start + length]
        rows.append(np.concatenate([known, words.mean(axis=0), words.max(axis=0)]))
        start += length
    plain = np.maximum(np.stack(rows) @ net.joined + net.joined_bias, 0)
    deep = plain
    for n in range(len(net.far)):
        deep = layer_by_hand(deep, net.far[n], net.far_bias[n], 2**n)
    result: Floats = np.concatenate([deep, plain], axis=1) @ net.out + net.out_bias
    return result


@given(
    st.integers(0, 2**32 - 1),
    st.lists(st.integers(min_value=1, max_value=9), min_size=1, max_size=12),
)
def test_it_says_what_its_definition_says(seed: int, lengths: list[int]) -> None:
    chance = np.random.default_rng(seed)
    net = network(chance)
    numbers = chance.integers(9, size=sum(lengths))
    vectors = chance.normal(size=(len(numbers), DIMENSIONS)).astype(np.float32)
    sentences = chance.normal(size=(len(lengths), FEATURES)).astype(np.float32)
    found = net.scores(numbers, vectors, np.asarray(lengths), sentences)
    expected = by_hand(net, numbers.tolist(), vectors, lengths, sentences)
    np.testing.assert_allclose(found, expected, rtol=1e-3, atol=1e-3)


def test_a_long_text_is_read_in_pieces() -> None:
    chance = np.random.default_rng(0)
    net = network(chance)
    lengths = np.full(600, 3)
    numbers = chance.integers(9, size=1800)
    vectors = chance.normal(size=(1800, DIMENSIONS)).astype(np.float32)
    sentences = chance.normal(size=(600, FEATURES)).astype(np.float32)
    found = net.scores(numbers, vectors, lengths, sentences)
    first = net.scores(numbers[:768], vectors[:768], lengths[:256], sentences[:256])
    assert found.shape == (600, PARTS)
    np.testing.assert_allclose(found[:256], first, rtol=1e-4, atol=1e-4)


def test_no_sentence_has_no_score() -> None:
    found = network(np.random.default_rng(0)).scores(
        np.empty(0, np.int64),
        np.empty((0, DIMENSIONS), np.float32),
        np.empty(0, np.int64),
        np.empty((0, FEATURES), np.float32),
    )
    assert found.shape == (0, PARTS)


@settings(max_examples=25)
@given(st.lists(st.text(), max_size=4))
def test_words_that_are_remembered_are_read_as_new_ones_are(sentences: list[str]) -> None:
    remembering = shipped_encoder()
    remembering.encode(sentences)
    again, fresh = remembering.encode(sentences), _fresh().encode(sentences)
    np.testing.assert_array_equal(again.vectors, fresh.vectors)
    np.testing.assert_array_equal(again.keys, fresh.keys)
    np.testing.assert_array_equal(again.starts, fresh.starts)


def test_an_empty_word_has_no_vector() -> None:
    nothing, something = shipped_encoder().word_vectors(["", "oven"])
    assert not nothing.any()
    assert something.any()


def test_the_shipped_network_fits_the_shipped_numbering() -> None:
    parts = shipped_parts()
    assert len(parts.network.forms) == parts.numbering.size
    assert len(parts.network.words) == shipped_encoder().dimensions


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_str((MODEL / "tokenizer.json").read_text(encoding="utf-8"))


def _fresh() -> Encoder:
    with (MODEL / "embeddings.npz").open("rb") as file, np.load(file) as arrays:
        return Encoder(_tokenizer(), arrays["table"], arrays["scale"], arrays["numerals"])
