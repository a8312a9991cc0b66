"""What holds for every page: all can use it, it fits, it is quiet, and it asks nobody else."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.tour import Heard, tour

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Response

    from tests.browser.tour import Tour

HEIGHT = 900


@pytest.fixture
def every_page(open_page: Callable[..., Page], samples: str, lived_in: str, empty: str) -> Tour:
    """Return a walk through all pages in one tab."""
    return tour(open_page("about:blank"), samples=samples, lived_in=lived_in, empty=empty)


def faults(page: Page, axe: Axe, where: str, **options: object) -> list[str]:
    """Return what axe finds wrong with a page as it stands."""
    found = axe.run(page, options={"resultTypes": ["violations"], **options})
    return [
        f"{where}: {each['id']} at {', '.join(str(node['target']) for node in each['nodes'][:3])}"
        for each in found.response["violations"]
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_fault_in_light_or_dark(every_page: Tour, width: int) -> None:
    axe = Axe()
    found: list[str] = []
    for name, page in every_page:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme="light")
        found += faults(page, axe, f"{name}, light")
        page.emulate_media(color_scheme="dark")
        # The dark page differs in its colours alone.
        found += faults(
            page, axe, f"{name}, dark", runOnly={"type": "tag", "values": ["cat.color"]}
        )
    assert found == []


def test_nothing_scrolls_sideways(every_page: Tour) -> None:
    too_wide = []
    for name, page in every_page:
        for width in (1280, 720, 390, 320):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                too_wide.append(f"{name} needs {needed} of {width} px")
    assert too_wide == []


def test_every_page_is_quiet_and_asks_no_other_host(every_page: Tour) -> None:
    heard = Heard()
    heard.listen(every_page.page)
    names = [name for name, _ in every_page]
    assert len(names) == len(set(names)) > 30
    assert heard.said == []
    assert {address for address in heard.asked if not every_page.is_ours(address)} == set()
    assert any(address.endswith("storyloop.css") for address in heard.asked)


@pytest.mark.parametrize(
    ("address", "most"), [("/", 200_000), ("/stories/checkout-failures/edit/", 350_000)]
)
def test_the_first_page_and_the_editor_are_light(
    open_page: Callable[..., Page], samples: str, address: str, most: int
) -> None:
    page = open_page("about:blank")
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    page.goto(f"{samples}{address}", wait_until="networkidle")
    sizes = {answer.url: len(gzip.compress(answer.body())) for answer in answers}
    assert len(sizes) >= 3
    assert any(each.endswith("editor.js") for each in sizes) == address.endswith("edit/")
    assert sum(sizes.values()) <= most, sizes
