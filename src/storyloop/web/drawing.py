"""Small drawings as SVG: the mark, the icons, a bar of shares, a ring of coverage.

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
    "prepare": "M7 4h10v16H7zM10 9h4M10 12.5h4M10 16h2",
    "guide": "M12 7c-2-1.7-4.6-2-7-2v13c2.4 0 5 .3 7 2 2-1.7 4.6-2 7-2V5c-2.4 0-5 .3-7 2zv13",
    "plus": "M12 5v14M5 12h14",
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
