"""Runs writers beside the test, and asks afterwards what the bank kept of what they saved."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY = "checkout-failures"
_HERE = Path(__file__).parent
type_of_process = subprocess.Popen[str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a writer printed: the edits it began, and those it saved, by their revision."""

    begun: tuple[str, ...]
    saved: dict[int, str]


@contextmanager
def writer(
    environment: dict[str, str], name: str, saves: int | None = None, *, story: str = STORY
) -> Iterator[type_of_process]:
    """Start a writer, and kill it in the end if it still runs; see `writer.py`."""
    arguments = [story, name] if saves is None else [story, name, str(saves)]
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, _HERE / "writer.py", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def said(output: str) -> Said:
    """Read what a writer printed."""
    words = [line.split() for line in output.splitlines()]
    return Said(
        begun=tuple(edit for verb, edit, *_ in (w for w in words if w[1:]) if verb == "begin"),
        saved={int(w[2]): w[1] for w in words if w[0] == "saved"},
    )


def saved_at_once(
    environment: dict[str, str], names: list[str], saves: int, stories: list[str]
) -> dict[str, Said]:
    """Let a writer for each name save at once, each to its own of `stories`; wait for all."""
    if not names:
        return {}
    with writer(environment, names[0], saves, story=stories[0]) as process:
        others = saved_at_once(environment, names[1:], saves, stories[1:])
        output, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        return {names[0]: said(output), **others}


def kept(environment: dict[str, str], story: str = STORY) -> dict[int, str]:
    """Return the newest line of each revision of a story, by the revision's number."""
    output = _printed(environment, "reader.py", story)
    pairs: list[tuple[int, str]] = json.loads(output)
    assert [number for number, _ in pairs] == list(range(1, len(pairs) + 1))
    return dict(pairs)


def drafted_at_once(
    environment: dict[str, str], names: list[str], lines: int
) -> list[tuple[str, str]]:
    """Let a window for each name write so many lines into one draft at once.

    Return what they printed, each time what happened to which line; see `drafter.py`.
    """
    with ThreadPoolExecutor(len(names)) as pool:
        said = pool.map(
            lambda name: _printed(environment, "drafter.py", STORY, name, str(lines)), names
        )
        return [(verb, line) for text in said for verb, line in map(str.split, text.splitlines())]


def held_in_all(environment: dict[str, str]) -> set[str]:
    """Return the lines that the task of the story and its draft hold together."""
    return set(_printed(environment, "draft_reader.py", STORY).split())


def _printed(environment: dict[str, str], program: str, *arguments: str) -> str:
    return subprocess.run(  # noqa: S603 - our own programs
        [sys.executable, _HERE / program, *arguments],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=240,
    ).stdout
