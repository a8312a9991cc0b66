"""Fits the parts model: a linear-chain conditional random field, by L-BFGS."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from scipy.special import logsumexp

from storyloop.reading.encoder import Encoded, Encoder
from storyloop.reading.parts import PartsModel, dense_features
from storyloop.reading.values import PARTS
from training.texts import Labelled

P = len(PARTS)
# How much an n-gram weighs beside a dense feature, in its own sentence and in its neighbours'.
OWN, NEIGHBOUR = 0.3, 0.15
DENSE = 1.0
SEEN_AT_LEAST = 2
PENALTY = 1.0
ROUNDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One story ready for training."""

    text: Labelled
    encoded: Encoded
    words: list[int]
    parts: NDArray[np.int64]


def example(text: Labelled, encoder: Encoder) -> Example:
    """Encode a story as the reader would meet it."""
    sentences = [text.text[start:end] for (start, end), _ in text.pieces]
    return Example(
        text=text,
        encoded=encoder.encode(sentences),
        words=[len(sentence.split()) for sentence in sentences],
        parts=np.asarray([PARTS.index(part) for _, part in text.pieces]),
    )


def fit(examples: Sequence[Example]) -> PartsModel:
    """Return the model that explains `examples` best, with a penalty on large weights."""
    keys = _keys(examples)
    design = _design(examples, keys)
    lattice = _Lattice(examples)
    features = design.shape[1]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        emit = weights[: features * P].reshape(features, P)
        chain = weights[features * P :]
        likelihood, for_scores, for_chain = lattice.gradient(design @ emit, chain)
        gradient = np.concatenate([(design.T @ for_scores).ravel(), for_chain])
        penalty = PENALTY / 2 * float(weights @ weights)
        return penalty - likelihood, PENALTY * weights - gradient

    start = np.zeros(features * P + P * P + 2 * P)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    emit = found.x[: features * P].reshape(features, P)
    chain = found.x[features * P :]
    dense = features - 3 * len(keys)
    grams = (
        emit[dense:].reshape(3, len(keys), P) * np.array([OWN, NEIGHBOUR, NEIGHBOUR])[:, None, None]
    )
    return PartsModel(
        dense=(emit[:dense] * DENSE).astype(np.float32),
        keys=keys,
        grams=np.ascontiguousarray(grams.transpose(1, 0, 2)).astype(np.float32),
        follows=chain[: P * P].reshape(P, P).astype(np.float32),
        first=chain[P * P : P * P + P].astype(np.float32),
        last=chain[P * P + P :].astype(np.float32),
    )


def _keys(examples: Sequence[Example]) -> NDArray[np.int64]:
    found, times = np.unique(
        np.concatenate([each.encoded.keys for each in examples]), return_counts=True
    )
    return found[times >= SEEN_AT_LEAST]


def _design(examples: Sequence[Example], keys: NDArray[np.int64]) -> csr_matrix:
    """Return the features of all sentences, a row each: dense ones, then the n-grams thrice."""
    dense = np.concatenate([dense_features(each.encoded, each.words) for each in examples])
    rows, columns, values = [], [], []
    row = 0
    for each in examples:
        count = len(each.words)
        for i in range(count):
            grams = each.encoded.keys[each.encoded.starts[i] : each.encoded.starts[i + 1]]
            known = np.searchsorted(keys, grams[np.isin(grams, keys)])
            # In its own score, in that of the sentence after it, in that of the one before it.
            for block, target, weight in (
                (0, i, OWN),
                (1, i + 1, NEIGHBOUR),
                (2, i - 1, NEIGHBOUR),
            ):
                if 0 <= target < count:
                    rows.append(np.full(len(known), row + target))
                    columns.append(known + block * len(keys))
                    values.append(np.full(len(known), weight))
        row += count
    sparse = csr_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))),
        shape=(row, 3 * len(keys)),
    )
    return hstack([csr_matrix(dense * DENSE), sparse]).tocsr()


class _Lattice:
    """All texts side by side, padded to the longest, for the forward and backward sums."""

    def __init__(self, examples: Sequence[Example]) -> None:
        lengths = np.array([len(each.parts) for each in examples])
        steps = np.arange(lengths.max())
        self.there = steps < lengths[:, None]
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self.place = np.where(self.there, starts[:, None] + steps, 0)
        self.final = lengths - 1
        gold = np.concatenate([each.parts for each in examples])
        self.gold = np.eye(P)[gold]
        self.follows = np.zeros((P, P))
        for each in examples:
            np.add.at(self.follows, (each.parts[:-1], each.parts[1:]), 1)
        self.first = np.bincount([each.parts[0] for each in examples], minlength=P)
        self.last = np.bincount([each.parts[-1] for each in examples], minlength=P)

    def gradient(
        self, scores: NDArray[np.float64], chain: NDArray[np.float64]
    ) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
        """Return the log likelihood and its gradients by the scores and by the chain's weights."""
        follows = chain[: P * P].reshape(P, P)
        first, last = chain[P * P : P * P + P], chain[P * P + P :]
        emitted = scores[self.place]
        forward = self._forward(emitted, follows, first)
        backward = self._backward(emitted, follows, last)
        total = logsumexp(forward[:, -1] + last, axis=1)
        seen = np.exp(forward + backward - total[:, None, None])
        seen[~self.there] = 0
        expected = np.zeros_like(scores)
        expected[self.place[self.there]] = seen[self.there]
        pairs = self._pairs(emitted, follows, forward, backward, total)
        likelihood = float(
            (scores * self.gold).sum()
            + (follows * self.follows).sum()
            + first @ self.first
            + last @ self.last
            - total.sum()
        )
        ends = seen[np.arange(len(total)), self.final].sum(axis=0)
        for_chain = np.concatenate(
            [
                (self.follows - pairs).ravel(),
                self.first - seen[:, 0].sum(axis=0),
                self.last - ends,
            ]
        )
        return likelihood, self.gold - expected, for_chain

    def _forward(
        self, emitted: NDArray[np.float64], follows: NDArray[np.float64], first: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        forward = np.empty_like(emitted)
        forward[:, 0] = first + emitted[:, 0]
        for t in range(1, emitted.shape[1]):
            step = logsumexp(forward[:, t - 1, :, None] + follows, axis=1) + emitted[:, t]
            forward[:, t] = np.where(self.there[:, t, None], step, forward[:, t - 1])
        return forward

    def _backward(
        self, emitted: NDArray[np.float64], follows: NDArray[np.float64], last: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        backward = np.zeros_like(emitted)
        backward[np.arange(len(emitted)), self.final] = last
        for t in range(emitted.shape[1] - 2, -1, -1):
            step = logsumexp(follows + (emitted[:, t + 1] + backward[:, t + 1])[:, None, :], axis=2)
            backward[:, t] = np.where((t < self.final)[:, None], step, backward[:, t])
        return backward

    def _pairs(
        self,
        emitted: NDArray[np.float64],
        follows: NDArray[np.float64],
        forward: NDArray[np.float64],
        backward: NDArray[np.float64],
        total: NDArray[np.float64],
    ) -> NDArray[np.float64]:
        """Return how often each part is expected to follow each."""
        pairs = np.zeros((P, P))
        for t in range(emitted.shape[1] - 1):
            on = self.there[:, t + 1]
            ways = (
                forward[on, t, :, None]
                + follows
                + (emitted[on, t + 1] + backward[on, t + 1])[:, None, :]
                - total[on, None, None]
            )
            pairs += np.exp(ways).sum(axis=0)
        return pairs
