"""What a story still lacks before it can be told, in words that finish "It has ..."."""

from collections.abc import Callable

from storyloop.story import PARTS, Story
from storyloop.web.shares import FIRST_ANSWER

_LACKS: tuple[tuple[Callable[[Story], bool], str], ...] = (
    (lambda s: not s.headline, "no headline"),
    (lambda s: not any(m.baseline and m.result for m in s.metrics), "no number with a baseline"),
    (lambda s: not any(t.why_not for t in s.trade_offs), "no reason for a choice"),
    (lambda s: not s.learned, "no lesson"),
    (lambda s: not s.follow_ups, "no follow-up prepared"),
    (lambda s: not s.principles, "no principle"),
    (lambda s: not s.situations, "no situation"),
    (lambda s: s.words > FIRST_ANSWER, "more than two minutes of text"),
)


def missing(story: Story) -> tuple[str, ...]:
    """Return what `story` lacks, the parts first; empty if it is ready to be told."""
    parts = tuple(f"no {part}" for part in PARTS if not getattr(story, part))
    return (*parts, *(lack for is_lacking, lack in _LACKS if is_lacking(story)))
