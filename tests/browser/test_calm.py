"""What every page spares its reader: jumps while it loads, motion, and controls on paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.browser.tour import tour

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

HEIGHT = 900
# A4 less its margins, in CSS pixels.
PAPER = 688
NOTE_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    const moved = entry.sources.map(({ node }) => node?.nodeName + "." + node?.className);
    window.shifts.push(`${entry.value.toFixed(4)} by ${moved.join(", ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
CONTROLS = "form, button, input, select, textarea, nav, dialog, summary:not(.follow-up *)"
SEEN = """(selector) => [...document.querySelectorAll(selector)]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .map((each) => each.outerHTML.slice(0, 80))"""
# What changes at once, after a while, does not move.
MOVING = """() => document.getAnimations()
    .filter((each) => each.effect.getComputedTiming().duration > 0)
    .map((each) => each.effect.target.outerHTML.slice(0, 80))"""


@dataclass
class Survey:
    """What was seen on a walk through all pages."""

    jumped: list[str] = field(default_factory=list)
    moving: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)

    def look(self, name: str, page: Page, width: int) -> None:
        """Note what a page does once it is loaded, and what it would print."""
        if page.locator("main [data-guard]").count():
            page.wait_for_load_state("networkidle")  # the scripts of forms come after the page
        page.evaluate(PAINTED)
        if name != "a loop, unfolded":  # which the walk did itself
            shifts = page.evaluate("window.shifts")
            self.jumped += [f"{name}, at {width} px: {each}" for each in shifts]
        self.moving += [f"{name} moves {each}" for each in page.evaluate(MOVING)]
        page.set_viewport_size({"width": PAPER, "height": HEIGHT})
        page.emulate_media(media="print", color_scheme="dark")
        self.printed += [f"{name} prints {each}" for each in page.evaluate(SEEN, CONTROLS)]
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > PAPER:
            self.printed.append(f"{name} needs {needed} of {PAPER} px")
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        if ground != "rgb(255, 255, 255)":
            self.printed.append(f"{name} prints on {ground}")
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": width, "height": HEIGHT})


@pytest.fixture(scope="module")
def survey(browser: Browser, samples: str, lived_in: str, empty: str) -> Survey:
    """Walk through all pages, once on a wide window and once on a narrow one."""
    seen = Survey()
    for width in (1280, 390):
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHT}, reduced_motion="reduce", locale="en-GB"
        )
        page = context.new_page()
        page.add_init_script(NOTE_SHIFTS)
        for name, shown in tour(page, samples=samples, lived_in=lived_in, empty=empty):
            seen.look(name, shown, width)
        context.close()
    return seen


def test_nothing_jumps_while_a_page_loads(survey: Survey) -> None:
    assert not survey.jumped, "\n".join(survey.jumped)


def test_nothing_moves_for_who_wants_no_motion(survey: Survey) -> None:
    assert not survey.moving, "\n".join(survey.moving)


def test_paper_holds_what_is_read_and_no_controls(survey: Survey) -> None:
    assert not survey.printed, "\n".join(survey.printed)


def test_what_a_fill_says_is_said_in_forced_colours_too(
    open_page: Callable[..., Page], samples: str
) -> None:
    def ground(selector: str) -> str:
        """Return the colour of the mark that stands before a cell."""
        script = (
            f"getComputedStyle(document.querySelector('{selector}'), '::before').backgroundColor"
        )
        return str(page.evaluate(script))

    page = open_page(f"{samples}/coverage/", forced_colors="active", color_scheme="dark")
    assert ground(".mark.is-first") != ground(".mark:not(.is-first)")
    page.goto(samples)
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert canvas not in {ground(".key-safe"), ground(".key-fragile"), ground(".key-open")}
    here = page.get_by_role("navigation", name="Main").locator("[aria-current]")
    assert here.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
