"""Fits the kind model: logistic regression on what a text's sentences say on average."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from scipy.special import logsumexp

from storyloop.reading.encoder import Encoded
from storyloop.reading.kind import KINDS, KindModel

K = len(KINDS)
GRAM, DENSE = 3.0, 1.0
SEEN_AT_LEAST = 3
PENALTY = 0.001
ROUNDS = 300


def fit(texts: Sequence[Encoded], kinds: Sequence[str]) -> KindModel:
    """Return the model that explains the `kinds` of `texts` best, rare kinds weighing as much."""
    said = np.concatenate([np.unique(each.keys) for each in texts])
    found, times = np.unique(said, return_counts=True)
    keys = found[times >= SEEN_AT_LEAST]
    design = _design(texts, keys)
    gold = np.eye(K)[[KINDS.index(kind) for kind in kinds]]
    # Stories are many; without this the model would rather call everything a story.
    weight = np.sqrt(1 / gold.mean(axis=0))[gold.argmax(axis=1)]
    weight /= weight.sum()

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(-1, K)
        scores = design @ weights
        log_p = scores - logsumexp(scores, axis=1, keepdims=True)
        value = -float((weight[:, None] * gold * log_p).sum())
        gradient = design.T @ (weight[:, None] * (np.exp(log_p) - gold))
        return value + PENALTY / 2 * float(flat @ flat), gradient.ravel() + PENALTY * flat

    start = np.zeros(design.shape[1] * K)
    done = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    weights = done.x.reshape(-1, K)
    dimensions = texts[0].vectors.shape[1]
    return KindModel(
        dense=(weights[:dimensions] * DENSE).astype(np.float32),
        keys=keys,
        grams=(weights[dimensions:-1] * GRAM).astype(np.float32),
        bias=weights[-1].astype(np.float32),
    )


def _design(texts: Sequence[Encoded], keys: NDArray[np.int64]) -> csr_matrix:
    rows, columns, values = [], [], []
    for row, each in enumerate(texts):
        known = np.searchsorted(keys, each.keys[np.isin(each.keys, keys)])
        places, times = np.unique(known, return_counts=True)
        rows.append(np.full(len(places), row))
        columns.append(places)
        values.append(GRAM * times / (len(each.starts) - 1))
    sparse = csr_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))),
        shape=(len(texts), len(keys)),
    )
    dense = DENSE * np.stack([each.vectors.mean(axis=0) for each in texts])
    one = csr_matrix(np.ones((len(texts), 1)))
    return hstack([csr_matrix(dense), sparse, one]).tocsr()
