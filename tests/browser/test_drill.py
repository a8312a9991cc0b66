"""A drill goes by keys alone, its clock can be put away, and it works without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]


def test_a_question_is_answered_by_keys_alone(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}/drill/1/")
    expect(page.get_by_role("radio").first).to_be_focused()
    page.keyboard.press("b")
    expect(page.get_by_role("radio", name="Earn Trust")).to_be_checked()
    page.keyboard.press("2")
    expect(page.get_by_role("radio", name="Ownership")).to_be_checked()
    page.keyboard.press("Tab")
    story = page.get_by_label("Which story would you tell?")
    expect(story).to_be_focused()
    page.keyboard.press("a")
    expect(page.get_by_role("radio", name="Ownership")).to_be_checked()
    expect(story).not_to_have_value("")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{fresh}/drill/1/1/")
    expect(page.get_by_text("You took")).to_be_visible()
    page.get_by_role("link", name="Next question").click()
    expect(page.get_by_text("question 2 of 10")).to_be_visible()


def test_the_clock_runs_and_nothing_happens_at_its_end(open_page: Open, samples: str) -> None:
    page = open_page("about:blank")
    page.clock.install()
    page.goto(f"{samples}/drill/1/")
    clock = page.get_by_role("progressbar", name="Ten seconds")
    expect(clock).to_have_js_property("value", 10)
    page.clock.run_for(4_000)
    expect(clock).to_have_js_property("value", 6)
    page.clock.run_for(20_000)
    expect(clock).to_have_js_property("value", 0)
    expect(page).to_have_url(f"{samples}/drill/1/")


def test_a_clock_that_was_put_away_stays_away_and_counts_nothing(
    open_page: Open, fresh: str
) -> None:
    page = open_page(f"{fresh}/drill/1/")
    page.get_by_role("button", name="Hide the clock").click()
    expect(page.get_by_role("progressbar")).to_be_hidden()
    page.reload()
    expect(page.get_by_role("progressbar")).to_be_hidden()
    page.get_by_role("button", name="Show the answer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("It is")
    expect(page.get_by_text("You took")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_round_of_ten_ends_in_a_sum_and_shows_in_progress(
    open_page: Open, fresh: str, *, scripts: bool
) -> None:
    page = open_page(f"{fresh}/drill/", java_script_enabled=scripts)
    page.get_by_label("What to practise").select_option("Ownership")
    page.get_by_role("button", name="Start round 1").click()
    expect(page.locator("[data-clock]")).to_be_visible(visible=scripts)
    for place in range(1, 11):
        expect(page.get_by_text(f"question {place} of 10")).to_be_visible()
        page.get_by_role("radio", name="Ownership").check()
        page.get_by_role("button", name="Show the answer").click()
        page.get_by_role("link", name="See the round" if place == 10 else "Next question").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("of 10 right")
    page.get_by_role("link", name="See your progress").click()
    expect(page.get_by_text("10 questions in one round")).to_be_visible()
    page.get_by_role("link", name="Drill this").click()
    expect(page.get_by_text("Round 2")).to_be_visible()
