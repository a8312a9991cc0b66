"""Fits the parts model: a linear-chain conditional random field, by L-BFGS, beside a network.

The network comes from `training/networks.npz`, where the build keeps one for each set of texts that
a model is fitted to, so that measuring needs no torch.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, diags_array, hstack

from storyloop.reading.encoder import Encoded, Encoder
from storyloop.reading.forms import Forms, function_words
from storyloop.reading.parts import GramWeights, PartsModel, dense_features, places
from storyloop.reading.values import PARTS
from storyloop.reading.word_tags import Tagged, tagged
from training import networks
from training.lattice import Chain, Doubles, Lattice
from training.texts import Labelled

P = len(PARTS)
# How much an n-gram weighs beside a dense feature, in its own sentence and in its neighbours'.
TOKENS = (0.3, 0.15)
FORMS = (0.2, 0.1)
TOKENS_SEEN_AT_LEAST = 3
FORMS_SEEN_AT_LEAST = 4
WORDS_SEEN_AT_LEAST = 5
PENALTY = 0.7
# What the linear scores and the network's weigh: each alone is surer than both together should be.
SHARES = (0.6, 0.45)
ROUNDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One story ready for training."""

    text: Labelled
    encoder: Encoder
    encoded: Encoded
    sentences: list[Tagged]
    words: list[int]
    parts: NDArray[np.int64]


def example(text: Labelled, encoder: Encoder) -> Example:
    """Encode a story as the reader would meet it."""
    return Example(
        text=text,
        encoder=encoder,
        encoded=encoder.encode(text.sentences),
        sentences=[tagged(text.text, *span) for span, _ in text.pieces],
        words=[len(sentence.split()) for sentence in text.sentences],
        parts=np.asarray([PARTS.index(part) for _, part in text.pieces]),
    )


def fit(examples: Sequence[Example]) -> PartsModel:
    """Return the model that explains `examples` best, with a penalty on large weights.

    Raises KeyError if no network was fitted to them.
    """
    linear, beside = SHARES
    network, of_network = networks.fitted_to([each.text for each in examples], beside)
    numbering = numbering_of(examples)
    lengths = [len(each.parts) for each in examples]
    dense = np.concatenate([dense_features(each.encoded, places(each.words)) for each in examples])
    tokens = _Grams([each.encoded for each in examples], lengths, TOKENS, TOKENS_SEEN_AT_LEAST)
    encoded = [numbering.number(each.sentences).grams(each.encoded.vectors) for each in examples]
    forms = _Grams(encoded, lengths, FORMS, FORMS_SEEN_AT_LEAST)
    design = hstack([csr_matrix(dense), tokens.design, forms.design]).tocsr()
    weights, chain = _fitted(design, np.concatenate([each.parts for each in examples]), lengths)
    ends = np.cumsum([dense.shape[1], tokens.design.shape[1]])
    of_dense, of_tokens, of_forms = np.split(weights * linear, ends)
    return PartsModel(
        encoder=examples[0].encoder,
        dense=of_dense.astype(np.float32),
        tokens=tokens.weights(of_tokens),
        forms=forms.weights(of_forms),
        numbering=numbering,
        network=network,
        follows=(linear * chain.follows + of_network.follows).astype(np.float32),
        first=(linear * chain.first + of_network.first).astype(np.float32),
        last=(linear * chain.last + of_network.last).astype(np.float32),
    )


def numbering_of(examples: Sequence[Example]) -> Forms:
    """Return a numbering of the function words of `examples`."""
    sentences = [sentence for each in examples for sentence in each.sentences]
    return Forms.of(function_words(sentences, seen_at_least=WORDS_SEEN_AT_LEAST))


def _fitted(
    design: csr_matrix, parts: NDArray[np.int64], lengths: Sequence[int]
) -> tuple[Doubles, Chain]:
    """Return the weights of the features (features, parts) and of the chain."""
    features = design.shape[1]
    transposed = design.T.tocsr()
    lattice = Lattice(lengths)
    gold = np.eye(P)[parts]
    counted = _counted(gold, lattice)

    def loss(weights: Doubles) -> tuple[float, Doubles]:
        chain = Chain.unpacked(weights[features * P :], P)
        scores = design @ weights[: features * P].reshape(features, P)
        total, seen, expected = lattice.expect(scores, chain)
        likelihood = float((scores * gold).sum() + chain.packed @ counted.packed - total)
        gradient = np.concatenate(
            [(transposed @ (gold - seen)).ravel(), counted.packed - expected.packed]
        )
        return PENALTY / 2 * float(weights @ weights) - likelihood, PENALTY * weights - gradient

    start = np.zeros(features * P + P * P + 2 * P)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return found.x[: features * P].reshape(features, P), Chain.unpacked(found.x[features * P :], P)


def _counted(gold: Doubles, lattice: Lattice) -> Chain:
    """Return how often each part follows each, comes first and comes last."""
    goes_on = np.ones(len(gold), dtype=bool)
    goes_on[lattice.ends] = False
    before = np.flatnonzero(goes_on)
    return Chain(
        follows=gold[before].T @ gold[before + 1],
        first=gold[lattice.starts].sum(axis=0),
        last=gold[lattice.ends].sum(axis=0),
    )


class _Grams:
    """The n-grams of one kind as features: of the sentence, the one before and the one after."""

    def __init__(
        self,
        encoded: Sequence[Encoded],
        lengths: Sequence[int],
        scales: tuple[float, float],
        seen_at_least: int,
    ) -> None:
        keys = np.concatenate([each.keys for each in encoded])
        found, times = np.unique(keys, return_counts=True)
        self.keys = found[times >= seen_at_least]
        self.scales = np.array([scales[0], scales[1], scales[1]])
        own = self._present(encoded, keys)
        # A one below the diagonal moves each row down: what the sentence before says.
        below = np.ones(sum(lengths) - 1)
        below[np.cumsum(lengths)[:-1] - 1] = 0  # no text follows another
        down = diags_array(below, offsets=-1).tocsr()
        blocks = (own, down @ own, down.T @ own)
        self.design = hstack(
            [block * scale for block, scale in zip(blocks, self.scales, strict=True)]
        ).tocsr()

    def _present(self, encoded: Sequence[Encoded], keys: NDArray[np.int64]) -> csr_matrix:
        """Return a row a sentence with a one for each of its n-grams that is known."""
        counts = np.concatenate([np.diff(each.starts) for each in encoded])
        rows = np.repeat(np.arange(len(counts)), counts)
        known = np.isin(keys, self.keys)
        columns = np.searchsorted(self.keys, keys[known])
        ones = np.ones(len(columns))
        return csr_matrix((ones, (rows[known], columns)), shape=(len(counts), len(self.keys)))

    def weights(self, fitted: Doubles) -> GramWeights:
        """Return the weights as the reader applies them."""
        weights = fitted.reshape(3, len(self.keys), P) * self.scales[:, None, None]
        return GramWeights(
            keys=self.keys,
            weights=np.ascontiguousarray(weights.transpose(1, 0, 2)).astype(np.float32),
        )
