"""How often rankings are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Hits:
    """How rankings of ids do on `gold`, the right ids of each question, the first one first."""

    gold: Sequence[tuple[str, ...]]
    found: Sequence[Sequence[str]]

    def at_most(self, place: int) -> float:
        """Return how often the first right id is among the first `place`."""
        return self._mean([g[0] in f[:place] for g, f in self._pairs()])

    def any_first(self) -> float:
        """Return how often the first is any of the right ones."""
        return self._mean([f[0] in g for g, f in self._pairs()])

    def any_within(self, place: int) -> float:
        """Return how often any of the right ones is among the first `place`."""
        return self._mean([bool(set(g) & set(f[:place])) for g, f in self._pairs()])

    def counts(self) -> Counter[tuple[str, str]]:
        """Return how often which id was found first for which that was right."""
        return Counter((g[0], f[0]) for g, f in self._pairs())

    def macro_recall(self) -> float:
        """Return the mean over ids of the share of their questions that were found."""
        counts = self.counts()
        of = Counter(g[0] for g in self.gold)
        return float(np.mean([counts[name, name] / n for name, n in of.items()]))

    def _pairs(self) -> zip[tuple[tuple[str, ...], Sequence[str]]]:
        return zip(self.gold, self.found, strict=True)

    @staticmethod
    def _mean(hits: Sequence[bool]) -> float:
        return float(np.mean(hits))
