"""Fits the question model: logistic regressions on one design, calibrated by author."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, diags_array, hstack
from scipy.special import expit, log_expit, logsumexp

from storyloop.matching.model import (
    ARCHETYPES,
    COLUMNS,
    PRINCIPLES,
    SITUATIONS,
    QuestionModel,
    whole,
)
from storyloop.reading.encoder import MODEL, Encoded, Encoder
from storyloop.reading.sentences import split
from training.questions import Labelled

Doubles = NDArray[np.float64]

P, S = len(PRINCIPLES), len(PRINCIPLES) + len(SITUATIONS)
BEHAVIOUR, A = S, S + 1
# What the first, second and third principle of a question are worth.
WEIGHTS = {0: (), 1: (1.0,), 2: (0.8, 0.2), 3: (0.75, 0.15, 0.1)}
# What the kinds of story are worth that a coach would tell first; and one that would do in a pinch,
# where another is better and where none is good.
KIND_WEIGHTS = (1.0, 0.5, 0.3)
IN_A_PINCH, FOR_WANT_OF_BETTER = 0.08, 0.3
DENSE = 1.0
SEEN_AT_LEAST = 2
PENALTIES = (5e-5, 5e-5, 5e-5, 2e-5)  # of principles, situations, behaviour, archetypes
CUE_WEIGHT = 0.3
MOST_SLIPS = 3  # so often one and the same slip may stand in the data
ROUNDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Questions ready for fitting: encoded, their targets (n, columns), and their weights (n)."""

    encoded: Encoded
    targets: Doubles
    weights: Doubles


def examples(found: Sequence[Labelled], encoder: Encoder) -> Examples:
    """Encode questions as the reader of a question does."""
    texts = [[each.text[a:b] for a, b in split(each.text)] for each in found]
    return Examples(
        encoded=whole(encoder, texts),
        targets=np.stack([_target(each) for each in found]),
        weights=np.asarray([CUE_WEIGHT if each.level == "cue" else 1.0 for each in found]),
    )


def _target(question: Labelled) -> Doubles:
    target = np.zeros(COLUMNS)
    for name, weight in zip(question.principles, WEIGHTS[len(question.principles)], strict=True):
        target[PRINCIPLES.index(name)] = weight
    for name in question.situations:
        target[P + SITUATIONS.index(name)] = 1
    target[BEHAVIOUR] = bool(question.principles)
    if question.kinds is not None:
        target[A:] = _kinds(question.kinds, question.kinds_in_a_pinch)
    return target


def _kinds(first: Sequence[str], in_a_pinch: Sequence[str]) -> Doubles:
    """Return what each archetype is worth for a question, and none of them; the sum is one."""
    worth = np.zeros(len(ARCHETYPES) + 1)
    for name, weight in zip(first, KIND_WEIGHTS, strict=False):
        worth[ARCHETYPES.index(name)] = weight
    if not first:
        worth[-1] = 1
    for name in in_a_pinch:
        worth[ARCHETYPES.index(name)] = IN_A_PINCH if first else FOR_WANT_OF_BETTER
    kinds: Doubles = worth / worth.sum()
    return kinds


def fit(found: Sequence[Labelled], tuning: Sequence[Labelled], encoder: Encoder) -> QuestionModel:
    """Return the model of the questions `found`, its slopes fitted on `tuning`, which it lacks."""
    model = uncalibrated(found, encoder)
    held = examples(tuning, encoder)
    slope, shift = _calibrated(model.logits(held.encoded), held.targets)
    return replace(model, slope=slope, shift=shift)


def words(found: Sequence[Labelled]) -> tuple[list[str], list[str]]:
    """Return the words of the questions, commonest first, and the tokenizer's other words."""
    counts = Counter(word for each in found for word in re.findall(r"[^\W\d_]+", each.text.lower()))
    vocabulary = json.loads((MODEL / "tokenizer.json").read_text(encoding="utf-8"))["model"][
        "vocab"
    ]
    others = {token for token in vocabulary if re.fullmatch(r"[^\W\d_]{3,}", token)}
    # A word that stands a few times in the data may itself be a slip.
    seen = [word for word, times in counts.most_common() if times > MOST_SLIPS or word in others]
    return seen, sorted(others - set(seen))


def uncalibrated(found: Sequence[Labelled], encoder: Encoder) -> QuestionModel:
    """Return the model of the questions `found` with slopes of one."""
    given = examples(found, encoder)
    keys, rareness = _vocabulary(given.encoded)
    design = _design(given.encoded, keys, rareness)
    asked = given.targets[:, BEHAVIOUR] > 0
    weights = np.zeros((design.shape[1], COLUMNS))
    weights[:, :P] = _softmax(
        design[asked], given.targets[asked][:, :P], given.weights[asked], PENALTIES[0]
    )
    judged = given.targets[:, A:].sum(axis=1) > 0
    weights[:, A:] = _softmax(
        design[judged], given.targets[judged][:, A:], given.weights[judged], PENALTIES[3]
    )
    for column in range(P, A):
        rows = asked if column < S else np.ones(len(asked), dtype=bool)
        weights[:, column] = _logistic(
            design[rows],
            given.targets[rows][:, column],
            given.weights[rows],
            PENALTIES[1 if column < S else 2],
        )
    dimensions = given.encoded.vectors.shape[1]
    grams = weights[dimensions:-1] * rareness[:, None]
    return QuestionModel(
        dense=(weights[:dimensions] * DENSE).astype(np.float32),
        keys=keys,
        grams=np.concatenate([grams, rareness[:, None] ** 2], axis=1).astype(np.float32),
        bias=weights[-1].astype(np.float32),
        slope=np.ones(COLUMNS, dtype=np.float32),
        shift=np.zeros(COLUMNS, dtype=np.float32),
    )


def _vocabulary(encoded: Encoded) -> tuple[NDArray[np.int64], Doubles]:
    """Return the n-grams that are kept, sorted, and how rare each is."""
    found, times = np.unique(encoded.keys, return_counts=True)
    kept = times >= SEEN_AT_LEAST
    return found[kept], 1 + np.log((len(encoded.starts) - 1) / times[kept])


def _design(encoded: Encoded, keys: NDArray[np.int64], rareness: Doubles) -> csr_matrix:
    """Return (n, dimensions + keys + 1): the vector, the weighted n-grams, a one."""
    counts = np.diff(encoded.starts)
    known = np.isin(encoded.keys, keys)
    rows = np.repeat(np.arange(len(counts)), counts)[known]
    columns = np.searchsorted(keys, encoded.keys[known])
    grams = csr_matrix((rareness[columns], (rows, columns)), shape=(len(counts), len(keys)))
    lengths = np.sqrt(np.maximum(np.asarray(grams.multiply(grams).sum(axis=1)).ravel(), 1e-6))
    one = csr_matrix(np.ones((len(counts), 1)))
    dense = csr_matrix(encoded.vectors * DENSE)
    scaled = csr_matrix(diags_array(1 / lengths) @ grams)
    return hstack([dense, scaled, one]).tocsr()


def _softmax(design: csr_matrix, targets: Doubles, weights: Doubles, penalty: float) -> Doubles:
    """Return the weights (features, classes) of a softmax that comes nearest to `targets`."""
    classes = targets.shape[1]
    transposed = design.T.tocsr()
    weights = weights[:, None] / weights.sum()

    def loss(flat: Doubles) -> tuple[float, Doubles]:
        found = flat.reshape(-1, classes)
        scores = design @ found
        log_p = scores - logsumexp(scores, axis=1, keepdims=True)
        value = -float((weights * targets * log_p).sum()) + penalty / 2 * float(flat @ flat)
        gradient = transposed @ (weights * (np.exp(log_p) - targets))
        return value, gradient.ravel() + penalty * flat

    return _minimum(loss, design.shape[1] * classes).reshape(-1, classes)


def _logistic(design: csr_matrix, targets: Doubles, weights: Doubles, penalty: float) -> Doubles:
    """Return the weights (features) of a logistic regression, both classes weighing as much."""
    transposed = design.T.tocsr()
    share = float((weights * targets).sum() / weights.sum())
    balance = np.sqrt(np.where(targets > 0, 1 / max(share, 1e-3), 1 / max(1 - share, 1e-3)))
    weights = weights * balance
    weights = weights / weights.sum()

    def loss(flat: Doubles) -> tuple[float, Doubles]:
        scores = design @ flat
        value = -float((weights * (targets * log_expit(scores))).sum())
        value -= float((weights * ((1 - targets) * log_expit(-scores))).sum())
        gradient = transposed @ (weights * (expit(scores) - targets))
        return value + penalty / 2 * float(flat @ flat), gradient + penalty * flat

    return _minimum(loss, design.shape[1])


def _minimum(loss: Callable[[Doubles], tuple[float, Doubles]], size: int) -> Doubles:
    done = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    found: Doubles = done.x
    return found


def _calibrated(
    found: NDArray[np.float32], targets: Doubles
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the slopes and shifts under which the logits `found` of other questions are true."""
    logits: Doubles = found.astype(np.float64)
    slope, shift = np.ones(COLUMNS), np.zeros(COLUMNS)
    asked = targets[:, BEHAVIOUR] > 0
    for columns, rows in (
        (slice(P), asked),
        (slice(A, COLUMNS), targets[:, A:].sum(axis=1) > 0),
    ):
        slope[columns] = _slope(logits[rows][:, columns], targets[rows][:, columns].argmax(axis=1))
    for columns, rows in ((slice(P, S), asked), (slice(S, A), np.ones_like(asked))):
        scores, gold = logits[rows][:, columns].ravel(), targets[rows][:, columns].ravel()

        def of_logistic(line: Doubles, scores: Doubles = scores, gold: Doubles = gold) -> float:
            lines = scores * line[0] + line[1]
            return -float((gold * log_expit(lines) + (1 - gold) * log_expit(-lines)).mean())

        slope[columns], shift[columns] = minimize(
            of_logistic, np.array([1.0, 0.0]), method="Nelder-Mead"
        ).x
    return slope.astype(np.float32), shift.astype(np.float32)


def _slope(logits: Doubles, first: NDArray[np.intp]) -> float:
    """Return the slope under which the first of each row is likeliest (softmax)."""

    def unlikelihood(slope: Doubles) -> float:
        scores = logits * slope[0]
        return -float((scores[np.arange(len(first)), first] - logsumexp(scores, axis=1)).mean())

    return float(minimize(unlikelihood, np.ones(1), method="Nelder-Mead").x[0])
