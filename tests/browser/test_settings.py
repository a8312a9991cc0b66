"""One's pace is measured by reading aloud, and typed in where scripts are off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]


def test_reading_aloud_fills_in_the_pace(open_page: Open, fresh: str) -> None:
    page = open_page("about:blank")
    page.clock.install()
    page.goto(f"{fresh}/settings/")
    page.get_by_text("Measure your pace").click()
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(75_000)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("120 words a minute. It stands in the field above")).to_be_visible()
    expect(page.get_by_label("Words a minute")).to_have_value("120")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_text("Your settings are saved.")).to_be_visible()
    expect(page.get_by_label("Words a minute")).to_have_value("120")


def test_a_reading_that_was_broken_off_fills_in_nothing(open_page: Open, samples: str) -> None:
    page = open_page("about:blank")
    page.clock.install()
    page.goto(f"{samples}/settings/")
    page.get_by_text("Measure your pace").click()
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(5_000)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("so something went amiss")).to_be_visible()
    expect(page.get_by_label("Words a minute")).to_have_value("150")


def test_the_pace_is_typed_in_without_scripts(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}/settings/", java_script_enabled=False)
    page.get_by_text("Measure your pace").click()
    expect(page.get_by_text("On the last Friday in March")).to_be_visible()
    expect(page.get_by_role("button", name="Start")).to_be_hidden()
    page.get_by_label("Words a minute").fill("132")
    page.get_by_label("Words a minute").press("Enter")
    expect(page.get_by_text("Your settings are saved.")).to_be_visible()
    expect(page.get_by_label("Words a minute")).to_have_value("132")
