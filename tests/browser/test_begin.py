"""A story is begun from nothing, with the keyboard alone, without scripts, and after a break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.telling import field
from tests.browser.test_keyboard import tab_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]

FIRST = "/stories/begin/?archetype=scaled-solution"


def at_question(page: Page, number: int) -> None:
    """Wait for a question, and for the caret in the field of its answer."""
    expect(page.get_by_text(f"question {number} of 12")).to_be_visible()
    expect(page.locator("[autofocus]")).to_be_focused()


def go_on(page: Page) -> None:
    """Press the keys that go on, once the page's scripts listen to them."""
    expect(page.locator("[data-next]")).to_have_attribute("autocomplete", "off")
    page.keyboard.press("Control+Enter")


def test_a_story_is_begun_with_the_keyboard_alone(open_page: Open, fresh: str) -> None:
    page = open_page(fresh)
    keys = page.keyboard
    tab_to(page, page.get_by_role("link", name="Write your first story"))
    keys.press("Enter")
    tab_to(page, page.get_by_role("link", name="Scaled solution"))
    keys.press("Enter")
    # Whoever goes on is in the next field at once.
    for number in range(1, 13):
        at_question(page, number)
        if number != 2:
            keys.type(f"Said to question {number}.")
        go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("New story")
    for part, number in {"Task": 3, "Result": 7, "Learned": 8}.items():
        expect(field(page, part)).to_have_value(f"Said to question {number}.")
    expect(field(page, "Situation")).to_be_empty()
    action = "\n\n".join(f"Said to question {number}." for number in (4, 5, 6))
    expect(field(page, "Action")).to_have_value(action)
    number_row = page.get_by_role("group", name="Number 1")
    expect(number_row.get_by_label("What was")).to_have_value("Said to question 9.")
    expect(page.get_by_role("region", name="How it reads")).to_contain_text("finding")
    tab_to(page, page.get_by_label("Title", exact=True))
    keys.type("The portal")
    keys.press("Enter")
    expect(page).to_have_url(f"{fresh}/stories/the-portal/")


def test_an_answer_survives_a_closed_window_before_it_is_sent(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}{FIRST}")
    at_question(page, 1)
    page.keyboard.type("Ten to sixty a week.")
    go_on(page)
    at_question(page, 2)
    page.keyboard.type("By hand, ten a week.")
    expect(page.locator("[data-draft-said]")).to_have_text("Draft kept")
    page.close()
    page = open_page(fresh)
    page.get_by_role("link", name="Ten to sixty a week.").click()
    at_question(page, 2)
    expect(page.get_by_role("textbox")).to_have_value("By hand, ten a week.")
    expect(page.get_by_role("region", name="So far")).to_contain_text("1 Headline Ten to sixty")


def test_what_is_typed_after_the_last_keep_goes_along_with_next(
    open_page: Open, fresh: str
) -> None:
    page = open_page(f"{fresh}{FIRST}")
    page.keyboard.type("Ten to")
    expect(page.locator("[data-draft-state]")).to_have_text("Draft kept just now")
    page.keyboard.type(" sixty")
    page.get_by_role("button", name="Next").click()
    at_question(page, 2)
    expect(page.get_by_role("region", name="So far")).to_contain_text("Ten to sixty")


def test_without_scripts_it_works_alike(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}/stories/begin/", java_script_enabled=False)
    page.get_by_role("link", name="Scaled solution").click()
    page.get_by_role("textbox").fill("Ten to sixty a week.")
    page.get_by_role("button", name="Next").click()
    at_question(page, 2)
    page.get_by_role("textbox").fill("By hand.")
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("textbox")).to_have_value("Ten to sixty a week.")
    page.get_by_role("button", name="2 Situation").click()
    expect(page.get_by_role("textbox")).to_have_value("By hand.")
    page.get_by_role("button", name="Go to the form now").click()
    expect(page.get_by_label("Headline")).to_have_value("Ten to sixty a week.")
    expect(field(page, "Situation")).to_have_value("By hand.")
