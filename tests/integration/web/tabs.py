"""Tabs that edit one story at once, each with cookies of its own, on the app as it is served."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from tests.integration.bank.writing import STORY, kept
from tests.integration.web.reading import read
from tests.server import serving

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.integration.web.reading import Filled

EDIT = f"/stories/{STORY}/edit/"
_BASE = re.compile(r'name="base" value="(\d+)"')
_CONFLICT = re.compile(r'<section class="conflict".*?</section>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Said:
    """What the app answered."""

    status_code: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Told:
    """A save that was refused: its line, the revision that was current, what the page showed."""

    line: str
    current: int
    shown: str


@dataclass(slots=True)
class Tab:
    """What became of the saves of one tab: those that were taken, by revision, and the others."""

    saved: dict[int, str] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)


class _Browser:
    """Asks the app over one connection, and keeps its cookie."""

    def __init__(self, connection: HTTPConnection) -> None:
        self._connection = connection
        self._cookie = ""

    def ask(self, method: str, path: str, sent: Filled | None = None) -> Said:
        """Return the answer, read to its end."""
        body = urlencode(sent or {}, doseq=True)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self._cookie}
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            if cookie.startswith("csrftoken="):
                self._cookie = cookie.partition(";")[0]
        return Said(answer.status, answer.read())


def save_at_once(environment: Mapping[str, str], names: list[str], saves: int) -> list[Tab]:
    """Serve the bank, and let a tab for each name send so many saves of one story at once."""
    with serving(environment) as address, ThreadPoolExecutor(len(names)) as pool:
        return list(pool.map(lambda name: _tab(address, name, saves), names))


def _tab(address: str, name: str, saves: int) -> Tab:
    with closing(HTTPConnection(urlsplit(address).netloc, timeout=60)) as connection:
        return _saved(_Browser(connection), name, saves)


def _saved(browser: _Browser, name: str, saves: int) -> Tab:
    tab = Tab()
    form = read(browser.ask("GET", EDIT)).form("title").filled()
    base = int(form["base"][0])
    for number in range(1, saves + 1):
        line = f"{name}-{number}"
        answer = browser.ask("POST", EDIT, form | {"base": [str(base)], "action": [line]})
        if answer.status_code == 302:
            base += 1
            tab.saved[base] = line
        else:
            assert answer.status_code == 409, answer.status_code
            page = answer.content.decode()
            base = int(_BASE.findall(page)[0])
            tab.told.append(Told(line, base, "".join(_CONFLICT.findall(page))))
    return tab


def assert_nothing_is_lost(environment: Mapping[str, str], tabs: list[Tab], saves: int) -> None:
    """Assert that the history holds each save that was taken, and each other one was told."""
    versions = kept(dict(environment))
    assert versions.pop(1)  # the sample itself
    assert versions == {number: line for tab in tabs for number, line in tab.saved.items()}
    told = [each for tab in tabs for each in tab.told]
    assert len(versions) + len(told) == len(tabs) * saves
    assert told
    for each in told:
        assert each.line in each.shown
        assert versions[each.current] in each.shown
