"""What every page spares its reader: jumps while it loads, motion, and controls on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.tour import tour

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.tour import Tour

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
CONTROLS = "form, button, input, select, textarea, nav, dialog, summary:not(.follow-up *)"
SEEN = """(selector) => [...document.querySelectorAll(selector)]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .map((each) => each.outerHTML.slice(0, 80))"""
# What changes at once, after a while, does not move.
MOVING = """() => document.getAnimations()
    .filter((each) => each.effect.getComputedTiming().duration > 0)
    .map((each) => each.effect.target.outerHTML.slice(0, 80))"""


@pytest.fixture
def every_page(open_page: Callable[..., Page], samples: str, lived_in: str, empty: str) -> Tour:
    """Return a walk through all pages in one tab."""
    return tour(open_page("about:blank"), samples=samples, lived_in=lived_in, empty=empty)


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_jumps_while_a_page_loads(every_page: Tour, width: int) -> None:
    every_page.page.set_viewport_size({"width": width, "height": HEIGHT})
    every_page.page.add_init_script(NOTE_SHIFTS)
    jumped: list[str] = []
    for name, page in every_page:
        if name == "a loop, unfolded":
            continue  # which the test did itself
        page.wait_for_load_state("networkidle")
        jumped += [f"{name}: {each}" for each in page.evaluate("window.shifts")]
    assert not jumped, "\n".join(jumped)


def test_nothing_moves_for_who_wants_no_motion(every_page: Tour) -> None:
    moving = {name: page.evaluate(MOVING) for name, page in every_page}
    assert {name: each for name, each in moving.items() if each} == {}
    behaviour = every_page.page.evaluate(
        "getComputedStyle(document.documentElement).scrollBehavior"
    )
    assert behaviour == "auto"


def test_paper_holds_what_is_read_and_no_controls(every_page: Tour) -> None:
    faults: list[str] = []
    for name, page in every_page:
        page.set_viewport_size({"width": PAPER, "height": HEIGHT})
        page.emulate_media(media="print", color_scheme="dark")
        faults += [f"{name} prints {each}" for each in page.evaluate(SEEN, CONTROLS)]
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > PAPER:
            faults.append(f"{name} needs {needed} of {PAPER} px")
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        if ground != "rgb(255, 255, 255)":
            faults.append(f"{name} prints on {ground}")
        page.emulate_media(media="screen")
    assert not faults, "\n".join(faults)
