"""Files and folders that the user may not read or write: one sentence, and nothing changed."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.integration.cli.test_bad_input import assert_one_sentence
from tests.integration.examples import LATE_TRAIN

Powerless = Callable[..., subprocess.CompletedProcess[str]]

_NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder for any user to write to; pytest's own are closed to all but their owner."""
    with tempfile.TemporaryDirectory(prefix="storyloop-") as name:
        made = Path(name)
        made.chmod(0o777)
        yield made
        for inner in made.rglob("*"):
            if inner.is_dir():
                inner.chmod(0o777)


@pytest.fixture
def powerless(environment: dict[str, str], folder: Path) -> Powerless:
    """Call the command line as a user whom rights bind, which they do not for root."""
    prefix: list[str] = []
    if os.geteuid() == 0:
        prefix = _NOBODY
        trial = [*prefix, sys.executable, "-c", "import storyloop.cli"]
        try:
            subprocess.run(trial, check=True, capture_output=True, cwd=folder)  # noqa: S603
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("needs a user other than root who may read this checkout")

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [*prefix, sys.executable, "-m", "storyloop", *map(str, arguments)]
        own = {"HOME": str(folder), "STORYLOOP_BANK": str(folder / "bank")}
        return subprocess.run(  # noqa: S603
            command,
            env=environment | own,
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def test_a_file_that_may_not_be_read(powerless: Powerless, folder: Path) -> None:
    file = folder / "late-train.md"
    file.write_text(LATE_TRAIN, encoding="utf-8")
    file.chmod(0)
    assert_one_sentence(
        powerless("import", file), f"Invalid value for 'PATH...': Path '{file}' is not readable."
    )


def test_what_may_not_be_read_in_a_folder_is_reported_and_the_rest_taken(
    powerless: Powerless, folder: Path
) -> None:
    stories = folder / "stories"
    (stories / "closed").mkdir(parents=True)
    for name in ("a", "b"):
        (stories / f"{name}.md").write_text(
            LATE_TRAIN.replace("late-train", name), encoding="utf-8"
        )
    (stories / "b.md").chmod(0)
    (stories / "closed").chmod(0)
    done = powerless("import", stories)
    assert done.returncode == 2
    assert done.stdout == f"added      {stories / 'a.md'}  (a)\n"
    assert done.stderr.splitlines() == [
        f"storyloop: {stories / 'b.md'}: the file cannot be read (Permission denied).",
        f"storyloop: {stories / 'closed'}: the file cannot be read (Permission denied).",
    ]


def test_a_bank_in_a_folder_without_rights(powerless: Powerless, folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o555)
    assert_one_sentence(
        powerless("--bank", closed / "bank", "list"),
        f"The bank's folder {closed / 'bank'} cannot be used (Permission denied); "
        "name another with --bank.",
    )
    assert list(closed.iterdir()) == []


def test_a_bank_whose_own_folder_may_not_be_read(powerless: Powerless, folder: Path) -> None:
    (folder / "bank").mkdir(mode=0)
    assert_one_sentence(
        powerless("list"), f"Invalid value for '--bank': Directory '{folder / 'bank'}' is not read"
    )


def test_a_target_that_may_not_be_written(powerless: Powerless, folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir()
    target = closed / "loop.md"
    target.write_text("My notes.", encoding="utf-8")
    target.chmod(0o444)
    closed.chmod(0o555)
    refused = powerless("prepare", "-o", target)
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)
    assert refused.stderr.startswith("storyloop: ")
    assert str(target) in refused.stderr
    assert target.read_text(encoding="utf-8") == "My notes."

    sentence = f"{closed / 'stories'} cannot be used (Permission denied)."
    assert_one_sentence(powerless("export", closed / "stories"), sentence)
    assert list(closed.iterdir()) == [target]
