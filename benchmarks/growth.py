"""Draws how the time to a proved plan grows: `python -m benchmarks.growth` writes an SVG.

Both axes are logarithmic, so that a straight line is a power of the size.
"""

from math import log10
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.plans import random_problem
from storyloop.planning.solver import solve

TARGET = Path(__file__).parent.parent / "docs" / "pictures" / "plan-growth.svg"
STORIES = (10, 20, 40, 80, 160, 320)
ROUNDS = (2, 4, 6, 8, 12)
_USUAL_STORIES, _USUAL_ROUNDS = 40, 6
_RUNS = 5
_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _GAP = 720, 300, 60, 40, 40
Points = list[tuple[int, float]]


def main() -> None:
    """Measure, write the picture and print the figures."""
    by_stories = [(n, _milliseconds(n, _USUAL_ROUNDS)) for n in STORIES]
    by_rounds = [(n, _milliseconds(_USUAL_STORIES, n)) for n in ROUNDS]
    panels = (
        (f"stories, {_USUAL_ROUNDS} rounds of 3 slots", by_stories),
        (f"rounds of 3 slots, {_USUAL_STORIES} stories", by_rounds),
    )
    for name, points in panels:
        print(f"{name}: " + ", ".join(f"{n}: {ms:.1f} ms" for n, ms in points))
    TARGET.write_text(_picture(panels), encoding="utf-8")


def _milliseconds(stories: int, rounds: int) -> float:
    problem = random_problem(stories, rounds)
    solve(problem)
    times = []
    for _ in range(_RUNS):
        start = perf_counter()
        solve(problem)
        times.append(1000 * (perf_counter() - start))
    return median(times)


def _picture(panels: tuple[tuple[str, Points], ...]) -> str:
    width = _WIDTH // len(panels)
    drawn = "".join(
        _panel(name, points, i * width, width) for i, (name, points) in enumerate(panels)
    )
    label = "Milliseconds to a proved plan, by the number of stories and of rounds"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{label}" font-family="sans-serif" font-size="12">'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>{drawn}</svg>\n'
    )


def _panel(name: str, points: Points, left: int, width: int) -> str:
    """Draw one line with its points; each says its own figure."""
    low, high = points[0][0], points[-1][0]
    most = max(ms for _, ms in points)
    least = min(ms for _, ms in points)

    def at(size: int, ms: float) -> tuple[float, float]:
        across = (log10(size) - log10(low)) / (log10(high) - log10(low))
        up = (log10(ms) - log10(least)) / max(log10(most) - log10(least), 1e-9)
        x = left + _LEFT + across * (width - _LEFT - _GAP)
        return x, _HEIGHT - _BOTTOM - _GAP / 2 - up * (_HEIGHT - _BOTTOM - 2 * _GAP)

    places = [at(*point) for point in points]
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
    marks = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="#19334d"/>'
        f'<text x="{x:.0f}" y="{y - 10:.0f}" text-anchor="middle">{ms:.1f} ms</text>'
        f'<text x="{x:.0f}" y="{_HEIGHT - _BOTTOM + 4}" text-anchor="middle">{size}</text>'
        for (x, y), (size, ms) in zip(places, points, strict=True)
    )
    middle = left + (_LEFT + width - _GAP) / 2
    return (
        f'<polyline points="{line}" fill="none" stroke="#19334d" stroke-width="2"/>{marks}'
        f'<text x="{middle:.0f}" y="{_HEIGHT - 10}" text-anchor="middle">{name}</text>'
    )


if __name__ == "__main__":
    main()
