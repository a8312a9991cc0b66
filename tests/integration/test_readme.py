"""The examples in the README and in the manual work when they are typed.

Each block tagged `console` is typed into a terminal of its own, on a bank that holds the samples.
Lines that begin with `$ storyloop` are commands; the lines below one are what it prints, where `…`
stands for anything, also for many lines. Blocks that must not be run are tagged `text`.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE, STDOUT
from typing import NamedTuple

import pytest

from tests.conftest import Run

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROMPT = "$ storyloop"


class Typed(NamedTuple):
    """A command as typed behind `storyloop`, and what is shown below it."""

    line: str
    shown: str


def blocks() -> Iterator[tuple[str, tuple[Typed, ...]]]:
    for file in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        text = file.read_text(encoding="utf-8")
        for block in _BLOCK.finditer(text):
            line = text.count("\n", 0, block.start()) + 1
            yield f"{file.name}:{line}", tuple(typed_in(block[1]))


def typed_in(block: str) -> Iterator[Typed]:
    assert block.startswith(_PROMPT), f"this block begins with no command: {block!r}"
    for piece in re.split(rf"^{re.escape(_PROMPT)}\b", block, flags=re.MULTILINE)[1:]:
        line, _, shown = piece.partition("\n")
        yield Typed(line.strip(), shown.strip())


def pattern(shown: str) -> str:
    return ".*?".join(re.escape(text) for text in re.split(r"\s*…\s*", shown))


BLOCKS = dict(blocks())


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a bank with the samples lies, for every block to begin with a copy of."""
    return tmp_path_factory.mktemp("samples") / "bank"


@pytest.fixture
def fresh_bank(storyloop: Run, samples: Path, bank_folder: Path) -> None:
    if not samples.exists():
        storyloop("--bank", samples, "list").check_returncode()
    shutil.copytree(samples, bank_folder)


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.usefixtures("fresh_bank")
def test_an_example_works_as_shown(
    name: str, storyloop: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "terminal"
    folder.mkdir()
    # An editor that is closed at once.
    given = {"env": environment | {"EDITOR": "true"}, "cwd": folder, "capture_output": False}
    for typed in BLOCKS[name]:
        arguments = shlex.split(typed.line)
        run = storyloop(*arguments, stdout=PIPE, stderr=STDOUT, **given)
        assert run.returncode == 0, f"storyloop {typed.line}\n{run.stdout}"
        if typed.shown:
            assert re.fullmatch(pattern(typed.shown), run.stdout.strip(), re.DOTALL), (
                f"storyloop {typed.line}\nprints\n{run.stdout}"
            )


def test_there_are_examples() -> None:
    assert {name.partition(":")[0] for name in BLOCKS} >= {"getting-started.md", "commands.md"}
