"""From the Markdown of a story to HTML that is safe to show."""

from collections.abc import Sequence
from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

_TAGS = {"p", "em", "strong", "ul", "ol", "li", "code", "pre", "blockquote", "a", "br", "hr"}
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable("image")


def _flatten_headings(tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            # The part is the lowest heading of a page; one inside it is only set apart.
            token.tag = "strong"


_PLAIN = {"paragraph_open", "inline", "paragraph_close"}


@lru_cache(maxsize=2048)
def is_plain(text: str) -> bool:
    """Return whether `text` holds no Markdown, so that its paragraphs show all that was written."""
    tokens = _MARKDOWN.parse(text)
    if any(token.type not in _PLAIN for token in tokens):
        return False
    pieces = [piece for token in tokens for piece in token.children or ()]
    if any(piece.type not in {"text", "softbreak"} for piece in pieces):
        return False
    # What Markdown takes for syntax, such as the reference of a link, is missing here.
    shown = "".join(piece.content for piece in pieces)
    return "".join(shown.split()) == "".join(text.split())


@lru_cache(maxsize=2048)
def render(text: str) -> SafeString:
    """Return `text` as HTML: paragraphs, emphasis, lists, quotations, code and links only."""
    tokens = _MARKDOWN.parse(text)
    _flatten_headings(tokens)
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
    )
    return mark_safe(clean)  # noqa: S308 - cleaned in the line above
