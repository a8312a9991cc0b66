"""Readiness as text and as JSON."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from storyloop.exchange.counted import counted_json, counted_lines
from storyloop.planning.readiness import FEWEST_STORIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storyloop.planning import Counted
    from storyloop.planning.readiness import Readiness

_WIDTH = 88
_SHOWN = 3
_DIGITS = 4
# A difference below this is not worth a line.
_WORTH_SAYING = 0.005


def readiness_json(found: Readiness, basis: Counted) -> dict[str, object]:
    """Return the readiness as the JSON contract has it, without its version."""
    return {
        "counted": counted_json(basis),
        "stories": found.stories,
        "loops": found.loops,
        "seed": found.seed,
        "assumed": found.assumed,
        "ready": _rounded(found.ready),
        "interval": found.interval and [_rounded(end) for end in found.interval],
        "answered": _rounded(found.answered),
        "told_once": _rounded(found.told_once),
        "bottlenecks": [
            {"principle": each.principle.id, "share": _rounded(each.share)}
            for each in found.bottlenecks
        ],
        "next_story": [
            {
                "archetype": each.archetype.id,
                "gain": _rounded(each.gain),
                "answered": _rounded(each.answered),
            }
            for each in found.next_story
        ],
        "dependence": [
            {"story": each.story.id, "loss": _rounded(each.loss)} for each in found.dependence
        ],
    }


def readiness_text(found: Readiness, basis: Counted) -> str:
    """Return the readiness for a terminal."""
    lines = [textwrap.fill(line, _WIDTH, subsequent_indent="  ") for line in _lines(found)]
    return "\n".join([*lines, *counted_lines(basis)]) + "\n"


def _lines(found: Readiness) -> Iterator[str]:
    if found.ready is None or found.interval is None or found.answered is None:
        stories = "1 story" if found.stories == 1 else f"{found.stories} stories"
        yield (
            f"With {stories} there is nothing to reckon yet; write {FEWEST_STORIES} or more. "
            "`storyloop coverage` says which to write next."
        )
        return
    low, high = found.interval
    yield (
        f"Ready for {found.ready:.0%} of loops ({low:.1%} to {high:.1%}), "
        f"and for {found.answered:.1%} of the questions in them."
    )
    if found.told_once is not None and found.told_once < found.ready:
        yield f"If no story were told twice in a loop: ready for {found.told_once:.0%}."
    yield from _advice(found)
    yield ""
    yield f"Assumed, for {found.loops:,} loops drawn at random: {found.assumed}"
    yield (
        "A loop counts as ready if every question gets a story that fits it well enough. "
        "How well you tell it is not in the figure, so it is no chance of an offer."
    )


def _advice(found: Readiness) -> Iterator[str]:
    shares = [each for each in found.bottlenecks if each.share >= _WORTH_SAYING]
    if shares:
        yield "Loops fall short most often for want of a story for:"
        for each in shares[:_SHOWN]:
            yield f"  {each.principle.name} ({each.share:.1%} of loops)"
    gains = [each for each in found.next_story if max(each.gain, each.answered) >= _WORTH_SAYING]
    if gains:
        yield "One more good story would add most if it were of the kind:"
        for kind in gains[:_SHOWN]:
            yield (
                f"  {kind.archetype.name} (loops ready +{100 * kind.gain:.1f} points, "
                f"questions +{100 * kind.answered:.1f})"
            )
    else:
        yield "No kind of story would add much by this measure; rehearse the ones you have."
    losses = [each for each in found.dependence if each.loss >= _WORTH_SAYING]
    if losses:
        yield "Most hangs on:"
        for story in losses[:_SHOWN]:
            yield f"  {story.story.title} (without it {100 * story.loss:.1f} points fewer loops)"


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, _DIGITS)
