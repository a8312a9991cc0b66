"""x"""

from collections.abc import Mapping, Sequence


def fewest(needs: Sequence[Mapping[str, float]]) -> tuple[str, ...]:
    """Stub."""
    left = [n for n in needs if n]
    chosen: list[str] = []
    while left:
        ids = sorted({s for n in left for s in n})
        best = max(ids, key=lambda s: sum(s in n for n in left))
        chosen.append(best)
        left = [n for n in left if best not in n]
    return tuple(sorted(chosen))
