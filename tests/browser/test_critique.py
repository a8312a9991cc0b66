"""Findings stand beside the text while one types, and each leads to its passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.telling import field, let_scripts_answer, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page, Route

    Open = Callable[..., Page]

WEAK = "We looked at the queue. We counted the callers. We moved the forms to the door."
LED = 'The action is told as "we" from beginning to end'
STORY = "/stories/checkout-failures/"


def beside(page: Page) -> Locator:
    """Return what stands beside the form."""
    return page.get_by_role("region", name="How it reads")


def test_findings_come_and_go_while_one_types(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}{STORY}edit/")
    expect(beside(page).locator("[aria-live=polite]")).to_have_count(1)
    former = field(page, "Action").input_value()
    expect(beside(page)).not_to_contain_text(LED)
    write(page, "Action", WEAK)
    expect(beside(page)).to_contain_text(LED)
    expect(page).to_have_url(f"{samples}{STORY}edit/")
    write(page, "Action", former)
    expect(beside(page)).not_to_contain_text(LED)


def test_an_answer_that_comes_late_is_dropped(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/stories/new/")
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/check/telling/", hold_the_first)
    with page.expect_request("**/check/telling/"):
        write(page, "Action", WEAK)
    write(page, "Action", "I kept the keys.")
    expect(beside(page)).to_contain_text("too little here to judge")
    with page.expect_response("**/check/telling/"):
        held[0].fulfill(status=200, body="<p>An old answer</p>")
    let_scripts_answer(page)
    expect(beside(page)).not_to_contain_text("An old answer")


def test_typing_goes_on_when_no_answer_comes(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}{STORY}edit/")
    expect(beside(page)).to_contain_text("of 100")
    page.route("**/check/telling/", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        write(page, "Task", "Something else.")
    expect(beside(page)).to_contain_text("of 100")
    expect(field(page, "Task")).to_have_value("Something else.")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_check_button_saves_nothing(open_page: Open, samples: str, *, scripts: bool) -> None:
    page = open_page(f"{samples}/stories/new/", java_script_enabled=scripts)
    write(page, "Action", WEAK, scripts=scripts)
    beside(page).get_by_role("button", name="Check").click()
    expect(beside(page)).to_contain_text(LED)
    expect(field(page, "Action")).to_have_value(WEAK)
    expect(page.get_by_role("heading", level=1)).to_have_text("New story")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_pasted_answer_is_read_part_by_part(
    open_page: Open, samples: str, *, scripts: bool
) -> None:
    page = open_page(f"{samples}/stories/", java_script_enabled=scripts)
    page.get_by_role("link", name="Check an answer").click()
    page.get_by_label("The answer").fill(
        "In spring our depot lost a third of its parcels to one broken belt. I had to keep the "
        "vans leaving by six. We counted the jams for two nights. We moved the tape. We asked the "
        "packers to stay. Jams fell from 40 a night to 3 by May."
    )
    page.get_by_role("button", name="Check").click()
    for part in ("Situation", "Action", "Result"):
        expect(page.get_by_role("heading", name=part, exact=True).first).to_be_visible()
    page.get_by_role("link", name=re.compile(r"Passage \d+")).first.click()
    expect(page.locator("mark:target")).to_be_in_viewport()
    page.get_by_role("link", name="we-led-action").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("we-led-action")
    expect(page.get_by_role("heading", name="Use instead")).to_be_visible()
