"""The bank on PostgreSQL: the tests of the database, the command line, and writers at once."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import postgres
from tests.conftest import Run
from tests.integration.bank.writing import (
    STORY,
    drafted_at_once,
    held_in_all,
    kept,
    saved_at_once,
)
from tests.integration.web.tabs import assert_nothing_is_lost, save_at_once

pytestmark = pytest.mark.postgres

ROOT = Path(__file__).parents[2]
AT_LEAST = 45


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Start a server for the tests of this file; give its DATABASE_URL."""
    pytest.importorskip("psycopg", reason="psycopg is not installed (extra: postgres)")
    with postgres.server() as url:
        yield url


@pytest.fixture
def environment(environment: dict[str, str], server: str) -> dict[str, str]:
    """Return the environment of a user whose bank is in a new database of the server."""
    return environment | {"DATABASE_URL": postgres.new_database(server)}


def test_the_tests_of_the_database_pass_on_postgresql(server: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-m", "database", "-p", "no:cacheprovider"]
    done = subprocess.run(  # noqa: S603 - ourselves
        [*command, ROOT / "tests" / "integration"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": server},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"^(\d+) passed", done.stdout, re.MULTILINE)
    assert passed
    assert int(passed[1]) >= AT_LEAST


def test_the_command_line_shows_the_samples(storyloop: Run, bank_folder: Path) -> None:
    done = storyloop("list", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    stories = json.loads(done.stdout)["stories"]
    assert len(stories) == 10
    assert all(story["sample"] for story in stories)
    assert not (bank_folder / "storyloop.sqlite3").exists()


def test_processes_that_open_a_new_bank_at_once_all_succeed(storyloop: Run) -> None:
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(lambda _: storyloop("list"), range(4)))
    assert [each.stderr for each in done] == [""] * 4
    assert all(each.stdout.count("(sample)") == 10 for each in done)


def test_a_backup_is_left_to_the_servers_own_tool(storyloop: Run, bank_folder: Path) -> None:
    done = storyloop("backup")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "storyloop: This bank is on PostgreSQL; copy it with pg_dump.\n"
    assert not (bank_folder / "backups").exists()


def test_edits_of_one_story_by_several_processes_are_all_kept(
    storyloop: Run, environment: dict[str, str]
) -> None:
    storyloop("list")
    names = ["ann", "ben", "cat"]
    said = saved_at_once(environment, names, 20, [STORY] * len(names))
    acknowledged = {n: line for each in said.values() for n, line in each.saved.items()}
    assert len(acknowledged) == 60
    versions = kept(environment)
    del versions[1]  # the sample itself
    assert versions == acknowledged


def test_no_line_that_several_windows_draft_at_once_is_lost(
    storyloop: Run, environment: dict[str, str]
) -> None:
    storyloop("list")
    names = ["ann", "ben", "cat"]
    said = drafted_at_once(environment, names, 30)
    written = {f"{name}-{number}" for name in names for number in range(1, 31)}
    assert {line for verb, line in said if verb == "kept"} == written
    assert held_in_all(environment) >= written


def test_saves_from_two_tabs_at_once_are_all_kept_or_told(
    storyloop: Run, environment: dict[str, str]
) -> None:
    storyloop("list")
    tabs = save_at_once(environment, ["ann", "ben"], 40)
    assert_nothing_is_lost(environment, tabs, 40)
