"""One measured figure."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What was measured, in milliseconds, and the budget of the design, if it sets one."""

    name: str
    median: float
    fastest: float
    slowest: float
    budget: float | None

    @classmethod
    def of(cls, name: str, times: list[float], budget: float | None) -> Self:
        """Return the figure of `times`, in seconds."""
        ms = [1000 * each for each in times]
        return cls(
            name=name,
            median=statistics.median(ms),
            fastest=min(ms),
            slowest=max(ms),
            budget=budget,
        )


def timed(
    name: str,
    act: Callable[[], object],
    *,
    runs: int,
    budget: float | None = None,
    before: Callable[[], object] = lambda: None,
) -> Figure:
    """Call `act` once to warm up and then `runs` times; return how long a call takes.

    `before` is called before each, and its time is not counted.
    """
    act()
    times = []
    for _ in range(runs):
        before()
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return Figure.of(name, times, budget)
