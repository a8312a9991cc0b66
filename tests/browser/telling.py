"""Writing the telling of a story: in the editor, or without scripts in the fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PARTS = {part.capitalize(): part for part in ("situation", "task", "action", "result", "learned")}


def editor(page: Page) -> Locator:
    """Return the text of the editor, once it is there."""
    return page.get_by_role("textbox", name="The telling")


def field(page: Page, part: str) -> Locator:
    """Return the text area of a part, which the form sends; the editor hides it."""
    return page.locator(f"textarea[name={PARTS[part]}]")


def heading(page: Page, part: str) -> Locator:
    """Return the heading of a part in the editor."""
    return editor(page).get_by_role("heading", name=part, exact=True)


def enter(page: Page, part: str) -> None:
    """Put the caret at the beginning of a part."""
    heading(page, part).click()
    expect(editor(page)).to_be_focused()


def write(page: Page, part: str, text: str, *, scripts: bool = True) -> None:
    """Write a part anew, as a person does."""
    if not scripts:
        field(page, part).fill(text)
        return
    enter(page, part)
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    expect(field(page, part)).to_have_value(text)


def let_scripts_answer(page: Page) -> None:
    """Return when the page's scripts have had their turn with all that has reached them."""
    # What is asked for later is answered later.
    page.evaluate("async () => { await (await fetch(location.href)).text() }")
