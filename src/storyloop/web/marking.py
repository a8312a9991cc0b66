"""A text as paragraphs in which passages are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
# The number is an attribute and not a text, so that what is copied is what was written.
_MARK = '<mark class="passage is-{}"{} aria-describedby="{}"{}>{}</mark>'
_SEVERITIES = ("error", "warning", "advice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A span of the text that the finding with this number is about."""

    number: int
    start: int
    end: int
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A quiet word in the margin at the end of a sentence."""

    at: int
    html: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The paragraphs as HTML, and the id of the mark at which each passage begins, by number."""

    html: SafeString
    anchors: dict[int, str]


def marked(
    text: str, start: int, end: int, passages: Sequence[Passage], remarks: Sequence[Remark] = ()
) -> Marked:
    """Return text[start:end] as paragraphs, with a mark around each passage.

    Passages may overlap: the text is cut wherever one begins or ends, and a mark describes all
    that cover it; its look is that of the gravest.
    """
    anchors: dict[int, str] = {}
    paragraphs = []
    for found in _PARAGRAPH.finditer(text, start, end):
        pieces = _pieces(found, passages, remarks, anchors)
        paragraphs.append(f"<p>{''.join(pieces)}</p>")
    # Every piece is escaped where it is made.
    return Marked(html=mark_safe("\n".join(paragraphs)), anchors=anchors)  # noqa: S308


def _pieces(
    paragraph: re.Match[str],
    passages: Sequence[Passage],
    remarks: Sequence[Remark],
    anchors: dict[int, str],
) -> Iterator[str]:
    text, (start, end) = paragraph.string, paragraph.span()
    here = [each for each in passages if each.start < end and each.end > start]
    notes = {each.at: each.html for each in remarks if start < each.at <= end}
    edges = {start, end, *notes}
    for each in here:
        edges |= {max(start, each.start), min(end, each.end)}
    cuts = sorted(edges)
    for left, right in pairwise(cuts):
        over = [each for each in here if each.start <= left and right <= each.end]
        yield _mark(text[left:right], right, over, anchors) if over else _lines(text[left:right])
        if right in notes:
            yield notes[right]


def _mark(said: str, right: int, over: Sequence[Passage], anchors: dict[int, str]) -> str:
    begun = [each.number for each in over if each.number not in anchors]
    named = f"passage-{begun[0]}" if begun else ""
    anchors |= dict.fromkeys(begun, named)
    ended = " ".join(str(each.number) for each in over if each.end == right)
    return format_html(
        _MARK,
        min((each.severity for each in over), key=_SEVERITIES.index),
        format_html(' id="{}"', named) if named else "",
        " ".join(f"finding-{each.number}" for each in over),
        format_html(' data-numbers="{}"', ended) if ended else "",
        _lines(said),
    )


def _lines(said: str) -> SafeString:
    return mark_safe(escape(said).replace("\n", "<br>\n"))  # noqa: S308 - escaped here
