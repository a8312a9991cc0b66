"""The sums over all sequences of parts that fitting needs: likelihood and expectations."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What it is worth that a part follows another (parts, parts), comes first or comes last."""

    follows: Doubles
    first: Doubles
    last: Doubles

    @classmethod
    def unpacked(cls, weights: Doubles, parts: int) -> "Chain":
        """Return the chain that `packed` made `weights` of."""
        square = parts * parts
        return cls(
            follows=weights[:square].reshape(parts, parts),
            first=weights[square : square + parts],
            last=weights[square + parts :],
        )

    @property
    def packed(self) -> Doubles:
        """The three one after another."""
        return np.concatenate([self.follows.ravel(), self.first, self.last])


class Lattice:
    """All texts side by side, the longest first, so that step t concerns the first `n` of them."""

    def __init__(self, lengths: Sequence[int]) -> None:
        counts = np.asarray(lengths)
        order = np.argsort(-counts, kind="stable")
        starts = np.cumsum(counts) - counts
        alive = [int((counts > t).sum()) for t in range(counts.max())]
        self.rows = [starts[order[:n]] + t for t, n in enumerate(alive)]
        self.starts = starts
        self.ends = starts + counts - 1

    def expect(self, scores: Doubles, chain: Chain) -> tuple[float, Doubles, Chain]:
        """Return the log of the sum over all sequences, and how often each thing is expected.

        `scores` are (sentences, parts), all texts one after another; the expectations are the
        probabilities of parts, in that shape, and the counts of what follows, is first and last.
        """
        tops = scores.max(axis=1, keepdims=True)
        emitted = np.exp(scores - tops)
        step = np.exp(chain.follows)
        forward, sizes = self._forward(emitted, step, np.exp(chain.first))
        backward = self._backward(emitted, step, np.exp(chain.last), sizes)
        joint = forward * backward
        # Scaled sums differ from one another by what the last parts weigh.
        rest = joint.sum(axis=1, keepdims=True)
        seen = joint / rest
        pairs = np.zeros_like(step)
        for before, now in zip(self.rows, self.rows[1:], strict=False):
            weight = emitted[now] * backward[now] / (sizes[now] * rest[now])
            pairs += forward[before[: len(now)]].T @ weight
        total = float(tops.sum() + np.log(sizes).sum() + np.log(rest[self.ends]).sum())
        expected = Chain(
            follows=pairs * step,
            first=seen[self.starts].sum(axis=0),
            last=seen[self.ends].sum(axis=0),
        )
        return total, seen, expected

    def _forward(self, emitted: Doubles, step: Doubles, first: Doubles) -> tuple[Doubles, Doubles]:
        """Return the forward sums, each scaled to one, and the scales (sentences, 1)."""
        forward = np.empty_like(emitted)
        sizes = np.empty((len(emitted), 1))
        reached = np.broadcast_to(first, (len(self.starts), len(first)))
        for t, now in enumerate(self.rows):
            if t:
                reached = forward[self.rows[t - 1][: len(now)]] @ step
            message = reached * emitted[now]
            sizes[now] = message.sum(axis=1, keepdims=True)
            forward[now] = message / sizes[now]
        return forward, sizes

    def _backward(self, emitted: Doubles, step: Doubles, last: Doubles, sizes: Doubles) -> Doubles:
        backward = np.empty_like(emitted)
        backward[self.ends] = last
        for before, now in zip(self.rows[-2::-1], self.rows[:0:-1], strict=True):
            message = emitted[now] * backward[now] / sizes[now]
            backward[before[: len(now)]] = message @ step.T
        return backward
