"""The examples in the manual do what it says, one after the other.

Each block tagged `sh` is a call of curl, the block tagged `json` below it what comes back: the keys
shown are there and hold what is shown, where `…` stands for anything, at a list's end for more.
"""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.integration.web.api.conftest import Program

MANUAL = Path(__file__).parents[4] / "docs" / "api.md"
_PAIR = re.compile(r"^```sh\n(.*?)^```\n\n```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TOKEN = "$(storyloop token)"  # noqa: S105 - where it is put in


@dataclass(slots=True)
class Call:
    """A call of curl, with those of its options that the manual uses."""

    method: str = ""
    address: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    query: dict[str, str] = field(default_factory=dict)


def read(typed: str) -> Call:
    """Return what is typed as a call."""
    words = iter(shlex.split(typed.replace(_TOKEN, "TOKEN").replace("\\\n", " ")))
    assert next(words) == "curl"
    call = Call()
    for word in words:
        if word == "-X":
            call.method = next(words)
        elif word == "-H":
            name, _, value = next(words).partition(": ")
            call.headers[name] = value
        elif word == "-d":
            call.body = next(words)
        elif word == "--data-urlencode":
            name, _, value = next(words).partition("=")
            call.query[name] = value
        elif word != "-G":
            assert word.startswith("http://127.0.0.1:8417/api/v1/"), word
            call.address = word
    call.method = call.method or ("POST" if call.body else "GET")
    return call


def differing(shown: object, said: object, at: str = "") -> Iterator[str]:
    """Give the places at which what came back is not what is shown."""
    if shown == "…":
        return
    if isinstance(shown, dict) and isinstance(said, dict):
        for key, value in shown.items():
            yield from differing(value, said.get(key, "nothing"), f"{at}.{key}")
    elif isinstance(shown, list) and isinstance(said, list):
        kept = [each for each in shown if each != "…"]
        if len(kept) > len(said) or (kept == shown and len(kept) != len(said)):
            yield f"{at}: {len(said)} items"
        for number, (one, other) in enumerate(zip(kept, said, strict=False)):
            yield from differing(one, other, f"{at}.{number}")
    elif shown != said:
        yield f"{at}: {said!r}"


def test_the_examples_of_the_manual(program: Program) -> None:
    pairs = _PAIR.findall(MANUAL.read_text(encoding="utf-8"))
    assert len(pairs) == MANUAL.read_text(encoding="utf-8").count("```sh\n")
    for typed, shown in pairs:
        call = read(typed)
        parts = urlsplit(call.address)
        path = parts.path.removeprefix("/api/v1")
        if call.method == "GET":
            query = {**dict(each.split("=") for each in parts.query.split("&") if each)}
            said = program.get(path, query | call.query)
        else:
            headers = {name: v.replace("TOKEN", program.token) for name, v in call.headers.items()}
            kind = headers.pop("Content-Type", "")
            said = program.send_raw(call.method, path, call.body, kind, **headers)
        assert list(differing(json.loads(shown), said)) == [], typed
