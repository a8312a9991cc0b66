"""The coverage of a bank as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storyloop.exchange.counted import counted_json, counted_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from storyloop.planning import Counted, Coverage, Covered, Suggestion


def coverage_json(coverage: Coverage, basis: Counted) -> dict[str, object]:
    """Return the coverage as the JSON contract has it, without its version."""
    return {
        "framework": coverage.framework.id,
        "counted": counted_json(basis),
        "stories": [story.id for story in coverage.stories],
        "situations": [_need_json(need) for need in coverage.situations],
        "principles": [_need_json(need) for need in coverage.principles],
        "uncovered": [{"kind": need.kind, "id": need.id} for need in coverage.uncovered],
        "fragile": [
            {"kind": need.kind, "id": need.id, "story": need.stories[0]}
            for need in coverage.fragile
        ],
        "fewest": list(coverage.fewest()),
        "next": [
            {
                "archetype": suggestion.archetype.id,
                "gain": suggestion.gain,
                "covers": [need.id for need in suggestion.covers],
                "backs_up": [need.id for need in suggestion.backs_up],
            }
            for suggestion in coverage.next
        ],
    }


def coverage_text(coverage: Coverage, basis: Counted) -> str:
    """Return the coverage for a terminal: the matrix, then what it says."""
    return "\n".join([*_matrix(coverage), "", *_summary(coverage), *counted_lines(basis)]) + "\n"


def _need_json(need: Covered) -> dict[str, object]:
    return {"id": need.id, "name": need.name, "stories": list(need.stories)}


def _matrix(coverage: Coverage) -> Iterator[str]:
    """Yield one row a need and one numbered column a story."""
    numbers = {story.id: str(n) for n, story in enumerate(coverage.stories, 1)}
    for story in coverage.stories:
        yield f"{numbers[story.id]:>3}  {story.title}"
    for title, needs in (
        ("Situations", coverage.situations),
        (coverage.framework.name, coverage.principles),
    ):
        width = max(len(need.name) for need in needs)
        yield ""
        yield f"{title:{width}}  " + " ".join(f"{n:>2}" for n in numbers.values())
        for need in needs:
            cells = " ".join(" ●" if story in need.stories else " ·" for story in numbers)
            yield f"{need.name:{width}}  {cells}"


def _summary(coverage: Coverage) -> Iterator[str]:
    needs = (*coverage.situations, *coverage.principles)
    covered = sum(bool(need.stories) for need in coverage.situations)
    shown = sum(bool(need.stories) for need in coverage.principles)
    titles = {story.id: story.title for story in coverage.stories}
    yield (
        f"Covered: {covered} of {len(coverage.situations)} situations, "
        f"{shown} of {len(coverage.principles)} principles."
    )
    if coverage.uncovered:
        yield f"Not covered: {_names(coverage.uncovered)}."
    for need in coverage.fragile:
        yield f"Hangs on one story: {need.name} ({titles[need.stories[0]]})."
    fewest = coverage.fewest()
    if fewest:
        what = "all" if not coverage.uncovered else "all that is covered"
        yield f"The fewest stories that cover {what}, {len(fewest)} of {len(titles)}:"
        yield from (f"  {titles[story]}" for story in fewest)
    if coverage.next:
        yield "Write next:"
        yield from (f"  {_advice(suggestion)}" for suggestion in coverage.next[:3])
    elif needs:
        yield "Everything has at least two stories."


def _advice(suggestion: Suggestion) -> str:
    said = []
    if suggestion.covers:
        said.append(f"would cover {_names(suggestion.covers)}")
    if suggestion.backs_up:
        said.append(f"would back up {_names(suggestion.backs_up)}")
    return f"{suggestion.archetype.name} ({'; '.join(said)})"


def _names(needs: Iterable[Covered]) -> str:
    return ", ".join(need.name for need in needs)
