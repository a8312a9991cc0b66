"""A loop from a usual one to the card: planned, pinned, dragged, and planned anew on the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import make_loop
from tests.browser.test_keyboard import tab_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Open = Callable[..., Page]

EMPLOYER = "Heron Freight"
FIRST = "#slot-0-1"


def slot(page: Page, place: str = FIRST) -> Locator:
    """Return a slot of the plan."""
    return page.locator(place)


def told(page: Page, place: str = FIRST) -> str:
    """Return the story that is planned for a slot."""
    return slot(page, place).locator(".slot-story").inner_text().strip()


def with_pin_form(page: Page) -> Locator:
    """Unfold where a story is pinned to the first slot."""
    slot(page).get_by_text("Pin or keep out").click()
    return slot(page).get_by_label("Tell here")


def drag(page: Page, thing: Locator, onto: Locator) -> None:
    """Drag as a hand does: a little first, for a leap begins no drag."""
    start, end = thing.bounding_box(), onto.bounding_box()
    assert start
    assert end
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 4, y - 4, steps=4)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=8)
    page.mouse.up()


def test_a_loop_is_planned_pinned_planned_anew_and_put_on_a_card(
    open_page: Open, fresh: str
) -> None:
    page = open_page(f"{fresh}/loops/")
    page.get_by_role("link", name="Four rounds").click()
    page.get_by_label("Employer", exact=True).fill(EMPLOYER)
    page.get_by_role("button", name="Add a round").click()
    added = page.get_by_role("group", name="Round 5", exact=True)
    expect(added.get_by_label("Interviewer", exact=True)).to_be_focused()
    added.get_by_label("Interviewer", exact=True).fill("Ada Brook")
    page.get_by_role("button", name="Save and plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(EMPLOYER)
    expect(page.get_by_role("heading", name="Round 5, Ada Brook")).to_be_visible()
    expect(page.get_by_text("that is proved")).to_be_visible()

    before = told(page)
    choice = with_pin_form(page)
    other = choice.locator("optgroup").first.locator("option").nth(1)
    name = re.sub(r" \(\d+\)$", "", other.inner_text())
    choice.select_option(value=other.get_attribute("value"))
    slot(page).get_by_role("button", name="Pin", exact=True).click()
    expect(slot(page).locator(".slot-story")).to_have_text(name if name != before else before)
    expect(slot(page).get_by_text("Pinned")).to_be_visible()

    page.get_by_text("On the day: plan anew").click()
    day = page.get_by_role("group", name="Round 1, hiring manager")
    second = told(page, "#slot-1-1")
    day.get_by_label("And another one").select_option(label=second)
    day.get_by_label("What came up, or will").fill("Frugality")
    page.get_by_role("button", name="Plan the rest anew").click()
    expect(page.get_by_text("Planned anew.")).to_be_visible()
    expect(slot(page).locator(".slot-story")).to_have_text(second)
    expect(slot(page, "#slot-1-1").locator(".slot-story")).not_to_have_text(second)
    expect(slot(page, "#slot-1-1").get_by_text("Changed")).to_be_visible()

    page.get_by_role("link", name="Card for the morning").click()
    expect(page.get_by_role("heading", name="Round 2, peer")).to_be_visible()
    expect(page.get_by_role("heading", name="Round 1")).to_have_count(0)
    page.emulate_media(media="print")
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_the_card_of_a_long_day_fits_one_page(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}/loops/new/?template=six-rounds")
    page.get_by_label("Employer", exact=True).fill(EMPLOYER)
    for number in range(6):
        page.locator(f"#id_rounds-{number}-knowledge").select_option("unknown")
        page.locator(f"#id_rounds-{number}-minutes").fill("60")
    page.locator("#id_most_tellings").fill("2")
    page.get_by_role("button", name="Save and plan").click()
    page.get_by_role("link", name="Card for the morning").click()
    expect(page.locator(".card-round li")).to_have_count(18)
    page.emulate_media(media="print")
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


def test_a_story_is_dragged_onto_a_slot(open_page: Open, fresh: str) -> None:
    page = open_page("about:blank")
    make_loop(page, fresh, EMPLOYER)
    name = told(page, "#slot-1-1")
    chip = page.locator("[data-stories] li", has_text=name)
    expect(chip).to_be_visible()
    drag(page, chip, slot(page))
    expect(slot(page).get_by_text("Pinned")).to_be_visible()
    expect(slot(page).locator(".slot-story")).to_have_text(name)


def test_a_story_is_pinned_with_the_keyboard_alone(open_page: Open, fresh: str) -> None:
    page = open_page("about:blank")
    make_loop(page, fresh, EMPLOYER)
    tab_to(page, slot(page).locator("summary", has_text="Pin or keep out"))
    page.keyboard.press("Enter")
    choice = slot(page).get_by_label("Tell here")
    tab_to(page, choice)
    page.keyboard.press("ArrowDown")
    tab_to(page, slot(page).get_by_role("button", name="Pin", exact=True))
    page.keyboard.press("Enter")
    expect(slot(page).get_by_text("Pinned")).to_be_visible()


def test_everything_works_without_scripts(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}/loops/new/", java_script_enabled=False)
    page.get_by_label("Employer", exact=True).fill(EMPLOYER)
    page.get_by_role("button", name="Add a round").click()
    expect(page.get_by_label("Employer", exact=True)).to_have_value(EMPLOYER)
    expect(page.get_by_role("group", name="Round 2", exact=True)).to_be_visible()
    page.get_by_label("Whose principles they ask by").select_option("civil-service")
    page.get_by_role("button", name="Show its principles").click()
    expect(page.get_by_label("Seeing the Big Picture").first).to_be_visible()
    page.get_by_role("button", name="Save and plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(EMPLOYER)
    expect(page.locator("[data-stories]")).to_be_hidden()
    with_pin_form(page).select_option(index=1)
    slot(page).get_by_role("button", name="Pin", exact=True).click()
    expect(slot(page).get_by_text("Pinned")).to_be_visible()
    slot(page).get_by_text("Pin or keep out").click()
    slot(page).get_by_role("button", name="Not in this round").click()
    expect(page.get_by_role("heading", name="Not to be told")).to_be_visible()


def test_another_framework_comes_as_it_is_chosen(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}/loops/new/")
    page.get_by_label("Employer", exact=True).fill(EMPLOYER)
    page.get_by_label("Whose principles they ask by").select_option("civil-service")
    expect(page.get_by_label("Seeing the Big Picture").first).to_be_visible()
    expect(page.get_by_label("Employer", exact=True)).to_have_value(EMPLOYER)
