"""Texts brought in with a browser: sorted by keys, by dragging or by choosing, and dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_every_page import faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FilePayload, Page

ROUGH = (
    "The last train of the evening had no crew. Sixty people stood on the platform. "
    "My task was to get them all home. I rang the bus garage and asked for two drivers. "
    "I bought tea for those who waited.\n\nEverybody was home by midnight."
)
READ = ["situation", "situation", "task", "action", "action", "result"]


def pasted(page: Page, text: str = ROUGH) -> Page:
    """Paste a text and have it sorted."""
    page.get_by_label("The text").fill(text)
    page.get_by_role("button", name="Sort it into parts").click()
    page.get_by_role("heading", name="Sort the sentences").wait_for()
    return page


def parts(page: Page) -> list[str]:
    """Return the part of each sentence."""
    return [choice.input_value() for choice in page.locator(".sentence select").all()]


def task_begins(page: Page) -> None:
    """Expect the task to begin with its own sentence, and the focus to be there."""
    handle = page.get_by_role("slider", name="Where Task begins")
    expect(handle).to_be_focused()
    expect(handle).to_have_attribute("aria-valuenow", "2")


def test_a_boundary_is_moved_by_arrow_keys(open_page: Callable[..., Page], samples: str) -> None:
    page = pasted(open_page(f"{samples}/stories/paste/"))
    assert parts(page) == READ
    page.get_by_role("slider", name="Where Task begins").press("ArrowUp")
    assert parts(page) == ["situation", "task", "task", "action", "action", "result"]
    task_begins(page)
    expect(page.get_by_text("Task now begins with sentence 2.")).to_be_attached()
    page.get_by_role("slider", name="Where Task begins").press("ArrowDown")
    assert parts(page) == READ
    page.get_by_role("slider", name="Where Action begins").press("ArrowUp")
    assert "task" not in parts(page)
    page.get_by_role("button", name="As it was read").click()
    expect(page.get_by_role("slider", name="Where Task begins")).to_be_visible()
    assert parts(page) == READ


def test_a_boundary_is_moved_by_dragging(open_page: Callable[..., Page], samples: str) -> None:
    page = pasted(open_page(f"{samples}/stories/paste/", viewport={"width": 1280, "height": 1400}))
    handle = page.get_by_role("slider", name="Where Task begins")
    target = page.get_by_text("Sixty people stood").bounding_box()
    start = handle.bounding_box()
    assert target
    assert start
    page.mouse.move(start["x"] + 30, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(start["x"] + 30, target["y"] - 5, steps=5)
    page.mouse.up()
    assert parts(page) == ["situation", "task", "task", "action", "action", "result"]
    task_begins(page)


@pytest.mark.parametrize("has_scripts", [True, False])
def test_what_is_chosen_stands_in_the_form_and_is_kept_as_a_draft(
    open_page: Callable[..., Page], fresh: str, *, has_scripts: bool
) -> None:
    page = pasted(open_page(f"{fresh}/stories/paste/", java_script_enabled=has_scripts))
    page.get_by_label("Title").fill("The late train")
    page.get_by_label("Part of sentence 2").select_option("Task")
    page.get_by_role("button", name="Make a story of it").click()
    expect(page.get_by_text("This is your draft, kept")).to_be_visible()
    assert page.locator("[name=title]").input_value() == "The late train"
    assert page.locator("[name=task]").input_value() == (
        "Sixty people stood on the platform. My task was to get them all home."
    )
    assert page.locator("[name=result]").input_value() == "Everybody was home by midnight."


@pytest.mark.parametrize("width", [1280, 320])
def test_files_come_in_are_looked_at_and_go_again(
    open_page: Callable[..., Page], fresh: str, width: int
) -> None:
    page = open_page(f"{fresh}/stories/import/", viewport={"width": width, "height": 900})
    written: list[FilePayload] = [
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
        for name, text in (
            ("late.txt", ROUGH),
            ("lorry.md", "# The lorry\n\nTask: It left.\nAction: I rode along."),
            ("bad.docx", "No document."),
        )
    ]
    page.get_by_label("The files").set_input_files(written)
    page.get_by_role("button", name="Bring them in").click()
    expect(page.get_by_role("heading", name="What came in")).to_be_visible()
    for outcome in ("Needs a look", "Added", "Not taken in"):
        expect(page.get_by_text(outcome, exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert faults(page, Axe(), scheme) == []
    page.get_by_role("button", name="Undo this import").click()
    expect(page.get_by_text("The import is undone")).to_be_visible()
    expect(page.get_by_role("link", name="The lorry")).to_have_count(0)


DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  document.querySelector("h1").dispatchEvent(
    new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
}"""


def test_a_file_that_is_dropped_anywhere_on_the_page_is_chosen(
    open_page: Callable[..., Page], samples: str
) -> None:
    page = open_page(f"{samples}/stories/import/")
    page.wait_for_function("document.querySelector('[data-files]').dataset.ready === ''")
    page.evaluate(DROP, ["late.txt", ROUGH])
    chosen = "Array.from(document.querySelector('[name=files]').files, (file) => file.name)"
    assert page.evaluate(chosen) == ["late.txt"]


def test_files_that_are_too_large_are_refused_before_they_are_sent(
    open_page: Callable[..., Page], samples: str
) -> None:
    page = open_page(f"{samples}/stories/import/")
    page.wait_for_function("document.querySelector('[data-files]').dataset.ready === ''")
    page.evaluate(DROP, ["large.txt", "x" * 25_500_000])
    expect(page.get_by_text("Together these files have 26 MB, and at most 25 MB")).to_be_visible()
    page.get_by_role("button", name="Bring them in").click()
    expect(page.get_by_role("heading", name="Bring in files")).to_be_visible()
