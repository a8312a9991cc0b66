"""A real Chromium on the real command, each test's pages on a bank of its own or a shared one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright

import hatch_build
from tests import server
from tests.integration.examples import EDITED, LATE_TRAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
# A machine that runs much else at once fails no test.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)
WIDE = {"width": 1280, "height": 900}
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


# Not for the whole session: Playwright's event loop must be gone before tests that use Django's
# database, which refuses to work beside one.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start Chromium once, or skip."""
    program = os.environ.get("STORYLOOP_CHROMIUM") or shutil.which("chromium")
    if not program:
        pytest.skip("Chromium is not installed (Debian: chromium)")
    try:
        # An install builds it; this is for who has changed it since.
        hatch_build.build()
    except SystemExit as stopped:
        pytest.fail(str(stopped))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield chromium
        chromium.close()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the bank in `folder` and give the address, without the slash at its end."""
    with server.serving(environment_of(folder) | {"STORYLOOP_BANK": str(folder)}) as address:
        yield address


def command(folder: Path) -> list[str]:
    """Return the command on the bank in `folder`."""
    return [sys.executable, "-m", "storyloop", "--bank", str(folder)]


def environment_of(folder: Path) -> dict[str, str]:
    """Return the environment of a user whose home is where the bank's folder is.

    The tests' own would name the tests' own settings. The command is that of the same code.
    """
    passed = ("PATH", "PYTHONPATH", "LANG", "TMPDIR")
    kept = {name: os.environ[name] for name in passed if name in os.environ}
    return kept | {"HOME": str(folder.parent)}


@pytest.fixture(scope="package")
def samples(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a bank as it is on the first evening; no test writes to it."""
    del browser
    with serving(tmp_path_factory.mktemp("samples") / "bank") as address:
        yield address


@pytest.fixture(scope="package")
def lived_in(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a bank that has been used for a week; no test writes to it.

    It holds an own story, edited once, a removed sample, a question asked, a story and a drill
    begun, and a loop of which one round is over.
    """
    folder = tmp_path_factory.mktemp("lived-in")
    story = folder / "late-train.md"
    for text in (LATE_TRAIN, EDITED):
        story.write_text(text, encoding="utf-8")
        run(folder / "bank", "import", str(story))
    run(folder / "bank", "remove", "checkout-failures")
    with serving(folder / "bank") as address:
        page = browser.new_page()
        page.goto(f"{address}/ask/?q=Who+landed+the+zeppelin")
        page.get_by_text("They asked me this").click()
        page.get_by_role("button", name="Keep it").click()
        page.get_by_text("Kept.").wait_for()
        page.goto(f"{address}/stories/begin/?archetype=scaled-solution")
        page.locator("[name=draft-key]").evaluate("field => { field.value = 'lived-in' }")
        page.get_by_role("textbox").fill("Ten to sixty a week.")
        page.get_by_role("button", name="Next").click()
        page.get_by_text("question 2 of 12").wait_for()
        page.goto(f"{address}/drill/1/")
        page.get_by_role("radio", name="Ownership").check()
        page.get_by_role("button", name="Show the answer").click()
        page.get_by_role("link", name="Next question").wait_for()
        make_loop(page, address, "Larch & Lantern", samples=True)
        page.get_by_text("On the day: plan anew").click()
        page.get_by_label("It is over").first.check()
        page.get_by_role("button", name="Plan the rest anew").click()
        page.get_by_text("Planned anew.").wait_for()
        page.context.close()
        yield address


def make_loop(page: Page, address: str, employer: str, *, samples: bool = False) -> None:
    """Make a loop of four usual rounds, and show its plan."""
    page.goto(f"{address}/loops/new/?template=four-rounds")
    page.get_by_label("Employer", exact=True).fill(employer)
    page.get_by_role("button", name="Save and plan").click()
    page.get_by_text("The loop is kept").wait_for()
    if samples:
        page.get_by_role("link", name="Count the samples too").click()
        page.get_by_text("The samples are counted too.").wait_for()


@pytest.fixture(scope="package")
def empty(
    browser: Browser, samples: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve a bank whose samples were put away; no test writes to it."""
    del samples
    with serving(tmp_path_factory.mktemp("empty") / "bank") as address:
        page = browser.new_page()
        page.goto(address)
        page.get_by_role("button", name="Remove them").click()
        page.get_by_text("The samples are gone.").wait_for()
        page.context.close()
        yield address


@pytest.fixture
def fresh(browser: Browser, tmp_path: Path) -> Iterator[str]:
    """Serve a bank of the test's own, as it is on the first evening."""
    del browser
    with serving(tmp_path / "bank") as address:
        yield address


def run(folder: Path, *arguments: str) -> None:
    """Call a command that must succeed."""
    subprocess.run(  # noqa: S603 - ourselves
        [*command(folder), *arguments],
        env=environment_of(folder),
        check=True,
        stdout=subprocess.DEVNULL,
    )


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a tab at an address, in a window with cookies of its own; keywords go to the window."""
    contexts = []

    def open_at(address: str, **options: object) -> Page:
        given = {"viewport": WIDE, "reduced_motion": "reduce", "locale": "en-GB"} | options
        context = browser.new_context(**given)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_at
    for context in contexts:
        context.close()
