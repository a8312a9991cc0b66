"""Small drawings as SVG: the mark, the icons, bars of shares, a ring of coverage, a line.

Sizes and places are attributes and colours are classes, since the pages allow no inline styles.
"""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from storyloop.planning import Covered
from storyloop.web.shares import Shares

# Strokes on a square of 24; round ends and joints come from the style sheet.
ICONS = {
    "home": "M4 11.5 12 5l8 6.5M6.5 10v9h11v-9",
    "stories": "M5 5.5h9a3 3 0 0 1 3 3V20H8a3 3 0 0 1-3-3zM17 9h2.5v11H8",
    "coverage": "M5 5h4v4H5zM15 5h4v4h-4zM5 15h4v4H5zM12 5v14M5 12h14",
    "ask": "M4.5 5h15v11h-8L7 20v-4H4.5zM9.8 9a2.2 2.2 0 1 1 3 2.1q-.8.3-.8 1.200M12 13.800v.1",
    "prepare": "M7 4h10v16H7zM10 9h4M10 12.5h4M10 16h2",
    "guide": "M12 7c-2-1.7-4.6-2-7-2v13c2.4 0 5 .3 7 2 2-1.7 4.6-2 7-2V5c-2.4 0-5 .3-7 2zv13",
    "plus": "M12 5v14M5 12h14",
    "search": "M10.5 5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM14.6 14.6 20 20",
    "up": "M12 19V5M6 11l6-6 6 6",
    "down": "M12 5v14M6 13l6 6 6-6",
    "settings": "M4 8h8.5M17.5 8H20M15 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z"
    "M4 16h2.5M11.5 16H20M9 13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
    "arrow": "M5 12h14M13 6l6 6-6 6",
}
# The mark is a story's loop; its arcs are the usual shares of a story's parts.
_MARK = (("situation", 19), ("task", 13), ("action", 38), ("result", 20), ("reflection", 10))
_SLIT = 4
_ARC = (
    '<circle class="{}" cx="24" cy="24" r="18" pathLength="100" stroke-dasharray="{} 100" '
    'stroke-dashoffset="{}"></circle>'
)
_BAND = '<rect class="part-{}" x="{}" y="0" width="{}" height="8"></rect>'
_LINE_WIDTH, _LINE_HEIGHT, _EDGE = 600, 180, 8
_SEGMENT = (
    '<circle class="{}" cx="60" cy="60" r="50" pathLength="{}" stroke-dasharray="{} {}" '
    'stroke-dashoffset="{}"></circle>'
)


def mark() -> SafeString:
    """Draw the mark."""
    arcs: list[tuple[str, int, int]] = []
    start = 0
    for part, share in _MARK:
        arcs.append((f"part-{part}", share - _SLIT, -start))
        start += share
    return format_html(
        '<svg class="mark-loop" viewBox="0 0 48 48" aria-hidden="true">{}</svg>',
        format_html_join("", _ARC, arcs),
    )


def icon(name: str) -> SafeString:
    """Draw an icon that stands beside words."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"></path></svg>',
        ICONS[name],
    )


def bar(shares: Shares) -> SafeString:
    """Draw the shares of a story's parts, as one bar."""
    # Only numbers and the names of the parts go in, so there is nothing to escape in each band.
    bands = "".join(
        _BAND.format(share.part, share.left, share.width) for share in shares.parts if share.words
    )
    return format_html(
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" '
        'aria-label="{}">{}</svg>',
        shares.label,
        mark_safe(bands),  # noqa: S308 - see above
    )


def percent_bar(percent: int) -> SafeString:
    """Draw a share in hundredths, beside its figure."""
    return format_html(
        '<svg class="percent-bar" viewBox="0 0 100 6" preserveAspectRatio="none" '
        'aria-hidden="true"><rect width="{}" height="6"></rect></svg>',
        max(0, min(percent, 100)),
    )


def percent_range(ends: tuple[float, float], share: float) -> SafeString:
    """Draw a share with the interval that it lies in, all from 0 to 1."""
    low, high = ends
    return format_html(
        '<svg class="percent-range" viewBox="0 0 100 10" preserveAspectRatio="none" '
        'aria-hidden="true"><rect class="is-ground" y="2" width="100" height="6"></rect>'
        '<rect y="2" width="{}" height="6"></rect>'
        '<path d="M{} 0V10M{} 0V10"></path></svg>',
        f"{100 * share:.2f}",
        f"{100 * low:.2f}",
        f"{100 * high:.2f}",
    )


def line(percents: Sequence[int], label: str) -> SafeString:
    """Draw shares in hundredths as a line from left to right, a dot for each."""
    step = (_LINE_WIDTH - 2 * _EDGE) / max(len(percents) - 1, 1)
    scale = (_LINE_HEIGHT - 2 * _EDGE) / 100
    points = [
        (f"{_EDGE + place * step:.1f}", f"{_LINE_HEIGHT - _EDGE - each * scale:.1f}")
        for place, each in enumerate(percents)
    ]
    return format_html(
        '<svg class="line" viewBox="0 0 {} {}" role="img" aria-label="{}">{}'
        '<polyline points="{}"></polyline>{}</svg>',
        _LINE_WIDTH,
        _LINE_HEIGHT,
        label,
        format_html_join(
            "",
            '<path class="line-level" d="M0 {}H{}"></path>',
            ((f"{_LINE_HEIGHT - _EDGE - each * scale:.1f}", _LINE_WIDTH) for each in (0, 50, 100)),
        ),
        " ".join(f"{x},{y}" for x, y in points),
        format_html_join("", '<circle cx="{}" cy="{}" r="4"></circle>', points),
    )


def ring(covered: Sequence[Covered], label: str) -> SafeString:
    """Draw a ring with a segment for each of `covered`: full, thin where one story carries it."""
    count = len(covered)
    segments = (
        (_strength(each), count, "0.8", count, -index - 0.1) for index, each in enumerate(covered)
    )
    return format_html(
        '<svg class="ring" viewBox="0 0 120 120" role="img" aria-label="{}">{}</svg>',
        label,
        format_html_join("", _SEGMENT, segments) if count else mark_safe(""),
    )


def _strength(covered: Covered) -> str:
    return ("is-open", "is-fragile", "is-safe")[min(len(covered.stories), 2)]
