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
