"""Answers come while one types, and the page works as well without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.telling import let_scripts_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page, Route

    Open = Callable[..., Page]

DISAGREED = "Tell me about a time you disagreed with your manager."
BACKBONE = "Have Backbone; Disagree and Commit"


def question(page: Page) -> Locator:
    """Return the field for the question."""
    return page.get_by_label("The question")


def answers(page: Page) -> Locator:
    """Return where the answers stand."""
    return page.locator("[data-answers]")


def test_an_answer_comes_while_one_types_and_has_an_address(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/ask/")
    expect(answers(page)).to_have_attribute("aria-live", "polite")
    expect(page.get_by_text("They asked me this")).to_be_hidden()
    question(page).fill(DISAGREED)
    expect(answers(page)).to_contain_text(BACKBONE)
    expect(page.get_by_text("They asked me this")).to_be_visible()
    expect(page.get_by_text("Try one of these")).to_be_hidden()
    page.reload()
    expect(question(page)).to_have_value(DISAGREED)
    expect(answers(page)).to_contain_text(BACKBONE)
    question(page).fill("What is the capital of France?")
    expect(answers(page)).to_contain_text("This asks for no story")


def test_what_is_erased_has_no_answer_left(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/ask/")
    question(page).fill(DISAGREED)
    expect(answers(page)).to_contain_text(BACKBONE)
    question(page).fill("")
    expect(answers(page)).to_be_empty()
    expect(page.get_by_text("Try one of these")).to_be_visible()
    expect(page).to_have_url(f"{samples}/ask/")


def test_enter_asks_and_the_page_stays(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/ask/")
    page.evaluate("window.stays = true")
    question(page).fill(DISAGREED)
    question(page).press("Enter")
    expect(answers(page)).to_contain_text(BACKBONE)
    assert page.evaluate("window.stays") is True
    expect(question(page)).to_have_value(DISAGREED)


def test_an_answer_that_comes_late_is_dropped(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/ask/")
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/ask/answer/**", hold_the_first)
    with page.expect_request("**/ask/answer/**"):
        question(page).fill("Which customer was the hardest?")
    question(page).fill(DISAGREED)
    expect(answers(page)).to_contain_text(BACKBONE)
    with page.expect_response("**/ask/answer/**"):
        held[0].fulfill(status=200, body="<p>An old answer</p>")
    let_scripts_answer(page)
    expect(answers(page)).not_to_contain_text("An old answer")


def test_typing_goes_on_when_no_answer_comes(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/ask/")
    question(page).fill(DISAGREED)
    expect(answers(page)).to_contain_text(BACKBONE)
    page.route("**/ask/answer/**", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        question(page).fill("Something else?")
    expect(answers(page)).to_contain_text(BACKBONE)
    expect(question(page)).to_have_value("Something else?")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_question_is_asked_and_kept(open_page: Open, fresh: str, *, scripts: bool) -> None:
    page = open_page(f"{fresh}/ask/", java_script_enabled=scripts)
    question(page).fill(DISAGREED)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(answers(page)).to_contain_text(BACKBONE)
    page.get_by_text("They asked me this").click()
    keep = page.locator("[data-keep]")
    keep.get_by_label("Employer").fill("Acme")
    keep.get_by_label("When").fill("2026-05-03")
    keep.get_by_label("The story you told").select_option("fare-cap-launch")
    keep.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status")).to_contain_text("Kept.")
    expect(answers(page)).to_contain_text("Told at Acme on 3 May 2026")
    page.get_by_role("link", name="Question bank").click()
    first = page.locator(".question").first
    expect(first).to_contain_text(DISAGREED)
    expect(first).to_contain_text("You were asked this at Acme on 3 May 2026")
    first.get_by_role("button").click()
    expect(page.locator(".question").first).not_to_contain_text(DISAGREED)
