"""A story is written with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.telling import PARTS, editor

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

# As many as no page should ask of anybody.
MOST_PRESSES = 120
# The ring of the editor goes round its colours, too.
SEEN = """element => {
  const framed = element.closest(".cm-editor:has(> * > .cm-content:focus)") ?? element;
  return getComputedStyle(framed).outlineStyle !== "none";
}"""


def tab_to(page: Page, wanted: Locator) -> None:
    """Press the tab key until `wanted` has the focus, which must then be seen."""
    for _ in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            assert wanted.evaluate(SEEN), "the focus cannot be seen"
            return
    message = f"{MOST_PRESSES} presses of the tab key do not lead to {wanted}"
    raise AssertionError(message)


def test_the_first_key_leads_past_the_navigation(
    open_page: Callable[..., Page], samples: str
) -> None:
    page = open_page(samples)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.get_by_role("main").locator(":focus")
    expect(inside).to_have_count(1)


def test_a_story_is_written_with_the_keyboard_alone(
    open_page: Callable[..., Page], fresh: str
) -> None:
    page = open_page(fresh)
    keys = page.keyboard
    tab_to(page, page.get_by_role("link", name="Write your first story"))
    keys.press("Enter")
    tab_to(page, page.get_by_role("link", name="Write it in the form"))
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("New story")
    tab_to(page, page.get_by_label("Title", exact=True))
    keys.type("The flood in the archive")
    tab_to(page, editor(page))
    for part in PARTS:
        keys.type(f"The {part.lower()} was wet.")
        # The arrow leads past the heading into the next part.
        keys.press("ArrowDown")
    number = page.get_by_role("group", name="Number 1")
    tab_to(page, number.get_by_label("What was measured"))
    keys.type("Files lost")
    tab_to(page, page.get_by_role("button", name="Add another to Numbers"))
    keys.press("Enter")
    expect(page.get_by_role("group", name="Number 2").get_by_label("What was")).to_be_focused()
    keys.type("Files dried")
    tab_to(page, page.get_by_label("It shows first of all"))
    keys.type("Owner")
    also = page.get_by_role("group", name="It also shows")
    tab_to(page, also.get_by_label("Dive Deep"))
    keys.press("Space")
    tab_to(page, page.get_by_role("button", name="Save", exact=True).last)
    keys.press("Enter")

    expect(page).to_have_url(f"{fresh}/stories/the-flood-in-the-archive/")
    expect(page.get_by_role("region", name="Learned")).to_contain_text("The learned was wet.")
    expect(page.get_by_role("rowheader")).to_have_text(["Files lost", "Files dried"])
    shown = page.get_by_role("region", name="Shows").get_by_role("listitem")
    expect(shown).to_have_text(["Ownership", "Dive Deep"])
