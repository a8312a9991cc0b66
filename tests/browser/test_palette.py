"""The palette and the keys: within reach without a mouse, and out of the way in fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import serving
from tests.browser.test_every_page import faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    Open = Callable[..., Page]

NARROW = {"width": 390, "height": 700}
NAMES = {"h": "/", "s": "/stories/", "c": "/coverage/", "p": "/prepare/", "a": "/ask/"}


def palette(page: Page) -> Locator:
    """Return the palette."""
    return page.get_by_role("dialog", name="Search, or open a page")


def field(page: Page) -> Locator:
    """Return the field of the palette."""
    return palette(page).get_by_role("combobox")


def chosen(page: Page) -> Locator:
    """Return what Enter would open."""
    return palette(page).get_by_role("option", selected=True)


def test_a_story_is_opened_by_a_word_in_it(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/guide/")
    page.keyboard.press("Control+k")
    expect(field(page)).to_be_focused()
    page.keyboard.type("canary")
    expect(chosen(page)).to_have_text(re.compile("The checkout that failed in layers"))
    expect(field(page)).to_have_attribute("aria-activedescendant", "palette-0")
    expect(palette(page).get_by_role("status")).to_have_text(re.compile(r"^\d+ found$"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{samples}/stories/checkout-failures/")


def test_enter_waits_for_what_was_typed_last(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/guide/")
    page.keyboard.press("Control+k")
    page.keyboard.type("c")
    expect(chosen(page)).to_have_count(1)
    page.keyboard.type("anary")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{samples}/stories/checkout-failures/")


def test_enter_alone_goes_nowhere(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/guide/")
    page.keyboard.press("Control+k")
    expect(palette(page).get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    expect(page).to_have_url(f"{samples}/guide/")


def test_arrows_go_round_and_enter_opens_a_page(open_page: Open, samples: str) -> None:
    page = open_page(samples)
    page.keyboard.press("/")
    expect(palette(page).get_by_role("group", name="Go to")).to_be_visible()
    expect(chosen(page)).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(chosen(page)).to_have_text("Appearance: as the device")
    page.keyboard.press("ArrowDown")
    expect(chosen(page)).to_have_text(re.compile("Home"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{samples}/stories/")


def test_escape_gives_the_focus_back(open_page: Open, samples: str) -> None:
    page = open_page(samples)
    link = page.get_by_role("button", name="Search", exact=True)
    link.focus()
    page.keyboard.press("Space")
    expect(field(page)).to_be_focused()
    page.keyboard.type("trust")
    page.keyboard.press("Escape")
    expect(palette(page)).to_be_hidden()
    expect(link).to_be_focused()


def test_enter_before_anything_is_found_searches_on_the_page(open_page: Open, samples: str) -> None:
    page = open_page(samples)
    page.route("**/search/palette/**", lambda route: route.abort())
    page.get_by_role("button", name="Search", exact=True).click()
    page.keyboard.type("customers")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{samples}/search/?q=customers")
    expect(page.get_by_role("heading", name="Stories", exact=True)).to_be_visible()


def test_an_entry_of_the_page_that_is_open_only_moves_it(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/guide/situations/")
    page.keyboard.press("Control+k")
    page.keyboard.type("unusual customer")
    palette(page).get_by_role("option", name=re.compile("Unusual customer")).first.click()
    expect(palette(page)).to_be_hidden()
    expect(page).to_have_url(f"{samples}/guide/situations/#unique-customer")


def test_the_appearance_is_switched(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/guide/advice/")
    page.keyboard.press("Control+k")
    page.keyboard.type("dark")
    expect(chosen(page)).to_have_text("Appearance: dark")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page).to_have_url(f"{samples}/guide/advice/")


def test_when_the_app_is_away_the_palette_says_so(
    browser: object, open_page: Open, tmp_path: Path
) -> None:
    del browser
    with serving(tmp_path / "bank") as address:
        page = open_page(address)
    page.keyboard.press("Control+k")
    expect(palette(page).get_by_role("status")).to_have_text(re.compile("does not answer"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_the_palette_or_the_help(
    open_page: Open, samples: str, scheme: str
) -> None:
    page = open_page(f"{samples}/guide/advice/", color_scheme=scheme)
    page.keyboard.press("Control+k")
    page.keyboard.type("customer")
    expect(chosen(page)).to_have_count(1)
    found = faults(page, Axe(), "palette")
    page.keyboard.press("Escape")
    expect(palette(page)).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    assert found + faults(page, Axe(), "help") == []


def test_it_fits_a_phone(open_page: Open, samples: str) -> None:
    page = open_page(samples, viewport=NARROW, has_touch=True)
    page.get_by_role("button", name="Search", exact=True).tap()
    page.keyboard.type("customer")
    expect(chosen(page)).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    for option in palette(page).get_by_role("option").all():
        box = option.bounding_box()
        assert box
        assert box["height"] >= 44
    palette(page).get_by_role("button", name="Close").tap()
    expect(palette(page)).to_be_hidden()


def test_two_keys_lead_to_a_page(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/guide/advice/")
    for key, address in NAMES.items():
        page.keyboard.press("g")
        page.keyboard.press(key)
        expect(page).to_have_url(f"{samples}{address}")
        expect(page.locator("[data-opens-palette][role=button]")).to_be_visible()
        # Some pages put the focus into a field.
        page.get_by_role("main").focus()
    page.goto(f"{samples}/stories/checkout-failures/")
    page.keyboard.press("e")
    expect(page).to_have_url(f"{samples}/stories/checkout-failures/edit/")


def test_keys_do_nothing_in_a_field_or_with_a_modifier(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/search/")
    words = page.get_by_label("Words")
    words.click()
    page.keyboard.type("gh?n/")
    expect(words).to_have_value("gh?n/")
    words.blur()
    page.keyboard.press("Alt+n")
    page.keyboard.press("Control+/")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(f"{samples}/search/")


def test_the_keys_are_listed_and_switched_off(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/guide/advice/")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog.get_by_text("Write a new story")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("h")
    expect(page).to_have_url(f"{samples}/guide/advice/")
    dialog.get_by_role("link", name="Switch them off").click()
    page.get_by_role("button", name="Switch single keys off").click()
    expect(page.get_by_role("status")).to_contain_text("Single keys do nothing now.")
    page.wait_for_load_state()  # the keys come with the scripts, after what the page says
    page.keyboard.press("?")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(field(page)).to_be_focused()


def test_without_scripts_search_and_keys_are_pages(open_page: Open, samples: str) -> None:
    page = open_page(samples, java_script_enabled=False)
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_label("Words").fill("canary")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="The checkout that failed in layers").click()
    expect(page).to_have_url(f"{samples}/stories/checkout-failures/")
    page.get_by_role("link", name="Keyboard shortcuts").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keyboard shortcuts")
