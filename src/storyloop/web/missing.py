"""What a story still lacks before it can be told, in words that finish "It has ..."."""

from collections.abc import Callable

from storyloop.story import EASY, PARTS, Pace, Story

_MINUTE = 60

_LACKS: tuple[tuple[Callable[[Story], bool], str], ...] = (
    (lambda s: not s.headline, "no headline"),
    (lambda s: not any(m.baseline and m.result for m in s.metrics), "no number with a baseline"),
    (lambda s: not any(t.why_not for t in s.trade_offs), "no reason for a choice"),
    (lambda s: not s.learned, "no lesson"),
    (lambda s: not s.follow_ups, "no follow-up prepared"),
    (lambda s: not s.principles, "no principle"),
    (lambda s: not s.situations, "no situation"),
)


def missing(story: Story, pace: Pace = EASY) -> tuple[str, ...]:
    """Return what `story` lacks, the parts first; empty if it is ready to be told."""
    parts = [f"no {part}" for part in PARTS if not getattr(story, part)]
    lacks = [lack for is_lacking, lack in _LACKS if is_lacking(story)]
    long = [f"more than {_span(pace.longest)} of text"] if story.words > pace.most_words else []
    return (*parts, *lacks, *long)


def _span(seconds: int) -> str:
    minutes, rest = divmod(seconds, _MINUTE)
    if rest:
        return f"{seconds} seconds"
    return {1: "one minute", 2: "two minutes"}.get(minutes, f"{minutes} minutes")
