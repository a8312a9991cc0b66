"""The list of stories is walked by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]


def test_j_and_k_walk_from_story_to_story_and_enter_opens(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/stories/")
    page.wait_for_load_state("networkidle")
    titles = page.locator(".entry-title a")
    page.keyboard.press("k")
    expect(titles.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    expect(titles.nth(2)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(titles.nth(1)).to_be_focused()
    title = titles.nth(1).inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_keys_stay_letters_in_a_field_and_the_ends_hold(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/stories/")
    page.wait_for_load_state("networkidle")
    field = page.get_by_label("Words in any field")
    field.press("j")
    expect(field).to_have_value("j")
    expect(field).to_be_focused()
    titles = page.locator(".entry-title a")
    titles.last.focus()
    page.keyboard.press("j")
    expect(titles.last).to_be_focused()


def test_the_strength_comes_by_itself(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/stories/")
    for _ in range(500):
        if not page.get_by_text("Strength not reckoned yet").count():
            break
        page.reload()
    expect(page.locator(".entry-strength")).to_have_count(10)
