"""Reads a DOCX file: its headings and paragraphs, in the order in which they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from storyloop.exchange.decoding import LIMIT
from storyloop.exchange.package import measured
from storyloop.exchange.refused import Refused
from storyloop.exchange.rough import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH = f"{_W}p"
# What stands in these was taken out, or stands somewhere else as well.
_PASSED_OVER = frozenset({f"{_W}{name}" for name in ("pPr", "del", "moveFrom")}) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_SAID = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HEADING = re.compile(r"heading (\d)$", re.IGNORECASE)


def read_word(content: bytes) -> list[Line]:
    """Return what a DOCX file says, line by line; raise Refused.

    Headings have the level of their style, the document's title has level 0. Words in tables, text
    boxes and tracked insertions count; what was struck out, notes and headers do not.
    """
    package = measured(content)
    # It is large, and most files are text.
    import docx

    try:
        document = docx.Document(package)
        styles = {style.style_id: style.name or "" for style in document.styles}
        lines = list(_lines(document.element.body, styles))
    except Exception:  # noqa: BLE001 - what the library raises for a broken file is without end
        message = "the document cannot be read; open it in a word processor and save it anew"
        raise Refused(message) from None
    if sum(len(line.text) for line in lines) > LIMIT:
        message = f"the document holds more than {LIMIT // 10**6} MB of text"
        raise Refused(message)
    return lines


def _lines(body: Any, styles: dict[str, str]) -> Iterator[Line]:  # noqa: ANN401 - lxml has no types
    follows_item = False
    for paragraph in _walk(body):
        text = "".join(_said(paragraph)).strip()
        if not text:
            continue
        style = styles.get(paragraph.style or "", "")
        is_item = _is_item(paragraph, style)
        if not (is_item and follows_item):
            yield Line(text="")
        follows_item = is_item
        level = _level(style)
        if level is not None:
            yield Line(text=" ".join(text.split()), level=level)
        else:
            marked = f"- {text}" if is_item else text
            yield from (Line(text=line) for line in marked.split("\n"))


def _walk(element: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the paragraphs below `element`, those inside a paragraph behind it."""
    for child in element:
        if child.tag in _PASSED_OVER:
            continue
        if child.tag == _PARAGRAPH:
            yield child
        yield from _walk(child)


def _said(element: Any) -> Iterator[str]:  # noqa: ANN401
    for child in element:
        if child.tag in _PASSED_OVER or child.tag == _PARAGRAPH:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SAID:
            yield _SAID[child.tag]
        else:
            yield from _said(child)


def _level(style: str) -> int | None:
    if style == "Title":
        return 0
    found = _HEADING.match(style)
    return int(found[1]) if found else None


def _is_item(paragraph: Any, style: str) -> bool:  # noqa: ANN401
    properties = paragraph.pPr
    return style.startswith("List") or (properties is not None and properties.numPr is not None)
