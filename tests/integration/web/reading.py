"""Reads a page as a browser does: its title, its words, its tags, and its forms as sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http.response import ResponseHeaders
    from django.test import Client

Attributes = dict[str, str | None]
Filled = dict[str, list[str]]
_INLINE = frozenset({"a", "code", "del", "em", "ins", "mark", "strong", "time"})
_FORM = "application/x-www-form-urlencoded"


class Said(Protocol):
    """What makes a page."""

    @property
    def status_code(self) -> int:
        """The status."""

    @property
    def content(self) -> bytes:
        """The page."""


class Answer(Said, Protocol):
    """What the test client returns."""

    headers: ResponseHeaders


@dataclass(frozen=True, slots=True)
class Form:
    """One form, with the fields that a browser would send: a name may have many values."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)

    def filled(self, typed: Mapping[str, str | list[str]] | None = None) -> Filled:
        """Return what is sent after `typed` is typed over what the form shows."""
        sent: Filled = {}
        for name, value in self.fields:
            sent.setdefault(name, []).append(value)
        for name, given in (typed or {}).items():
            sent[name] = [given] if isinstance(given, str) else given
        return sent


@dataclass(slots=True)
class Page:
    """What a browser makes of one answer."""

    status: int
    title: str = ""
    words: str = ""
    tags: list[tuple[str, Attributes]] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)

    def form(self, name: str) -> Form:
        """Return the form that has a field of this name."""
        return next(each for each in self.forms if name in dict(each.fields))

    @property
    def links(self) -> list[str]:
        """Where the links lead."""
        return [str(attributes["href"]) for tag, attributes in self.tags if tag == "a"]


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.open: list[str] = []
        self.text: list[str] = []
        self.words: list[str] = []
        self.select = ""
        self.options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self._apart(tag)
        self.page.tags.append((tag, attributes))
        if tag == "template":
            self.open.append(tag)
        if self.open:
            return
        if tag == "form":
            self.page.forms.append(Form(action=attributes.get("action") or ""))
        elif tag == "input":
            self._input(attributes)
        elif tag in {"textarea", "select"}:
            self.select, self.text, self.options = attributes.get("name") or "", [], []
        elif tag == "option":
            self.options.append((attributes.get("value") or "", "selected" in attributes))

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._apart(tag)
        if tag == "template":
            self.open.pop()
        elif tag == "title" and not self.page.title:
            self.page.title = "".join(self.text).strip()
        elif tag == "textarea" and not self.open:
            # The line feed behind the tag is the page's; those inside are sent as CR LF.
            text = "".join(self.text).removeprefix("\n")
            self._send(self.select, text.replace("\n", "\r\n"))
        elif tag == "select" and not self.open:
            chosen = [value for value, selected in self.options if selected]
            self._send(self.select, (chosen or [value for value, _ in self.options])[0])

    def _apart(self, tag: str) -> None:
        if tag not in _INLINE:
            self.words.append(" ")

    def _input(self, attributes: Attributes) -> None:
        is_box = attributes.get("type") == "checkbox"
        if "checked" in attributes or not is_box:
            value = attributes.get("value", "on" if is_box else "")
            self._send(attributes.get("name") or "", value or "")

    def _send(self, name: str, value: str) -> None:
        self.page.forms[-1].fields.append((name, value))


def read(answer: Said) -> Page:
    """Return what a browser makes of `answer`."""
    page = Page(status=answer.status_code)
    reader = _Reader(page)
    reader.feed(answer.content.decode().replace("\r\n", "\n"))
    reader.close()
    page.words = " ".join("".join(reader.words).split())
    return page


def show(client: Client, address: str) -> Page:
    """Open an address."""
    return read(client.get(address))


def post(client: Client, address: str, sent: Filled | None = None) -> Answer:
    """Send a form as browsers do."""
    return client.post(address, urlencode(sent or {}, doseq=True), content_type=_FORM)


def write(
    client: Client, address: str, typed: Mapping[str, str | list[str]] | None = None
) -> Answer:
    """Open the form of a story, type over it and send it."""
    return post(client, address, show(client, address).form("title").filled(typed))
