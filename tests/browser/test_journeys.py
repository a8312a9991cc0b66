"""What a person does on the first evenings, from the first look to the printed sheets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.telling import field, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Open = Callable[..., Page]

STORY = "/stories/checkout-failures/"
TITLE = "The checkout that failed in layers"


def button(page: Page, name: str) -> Locator:
    """Return the button of exactly this name."""
    return page.get_by_role("button", name=name, exact=True)


def follow(page: Page, name: str) -> None:
    """Click the first link of exactly this name in the content of the page."""
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()


def type_story(page: Page, *, scripts: bool) -> None:
    """Write a small story on an open form, and save it."""
    page.get_by_label("Title", exact=True).fill("The flood in the archive")
    for part in ("Situation", "Task", "Action", "Result"):
        write(page, part, f"The {part.lower()} was wet.", scripts=scripts)
    page.get_by_label("It answers first of all").select_option("obstacle")
    page.get_by_label("It shows first of all").select_option("ownership")
    page.get_by_role("group", name="Number 1").get_by_label("What was measured").fill("Files lost")
    button(page, "Save").last.click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_first_evening(open_page: Open, fresh: str, *, scripts: bool) -> None:
    page = open_page(fresh, java_script_enabled=scripts)
    notice = page.get_by_role("complementary", name="Sample stories")
    expect(notice).to_contain_text("these ten stories are samples")

    follow(page, "All stories")
    follow(page, TITLE)
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_role("heading", name="Situation", exact=True)).to_be_visible()

    page.goto(f"{fresh}/guide/archetypes/")
    page.get_by_role("link", name=re.compile("Write a story of this kind: Obstacle")).click()
    button(page, "Go to the form now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New story")
    type_story(page, scripts=scripts)
    expect(page.get_by_role("status")).to_contain_text("is in your bank.")
    expect(page).to_have_url(f"{fresh}/stories/the-flood-in-the-archive/")

    page.get_by_role("navigation").get_by_role("link", name="Stories").click()
    page.wait_for_load_state()
    page.get_by_label("Whose").select_option("own")
    if not scripts:
        button(page, "Search").click()
    expect(page.get_by_role("main").locator(".entry")).to_have_count(1)
    expect(page.get_by_role("link", name="The flood in the archive")).to_be_visible()
    page.get_by_role("navigation").get_by_role("link", name="Coverage").click()
    cell = page.get_by_role("link", name="The flood in the archive shows Ownership first of all")
    expect(cell).to_be_visible()

    page.get_by_role("navigation").get_by_role("link", name="Home").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Where you stand")
    button(page, "Remove them").click()
    expect(page.get_by_role("status")).to_contain_text("The samples are gone.")
    page.get_by_role("link", name="Removed stories").click()
    button(page, "Bring all samples back").click()
    expect(page.get_by_role("status")).to_contain_text("The samples are back.")
    expect(notice).to_contain_text("ten of the stories")


def test_an_edit_is_compared_with_the_former_text_and_taken_back(
    open_page: Open, fresh: str
) -> None:
    page = open_page(f"{fresh}{STORY}")
    follow(page, "Edit")
    former = field(page, "Task").input_value()
    write(page, "Task", "Something else altogether.")
    button(page, "Save").last.click()
    expect(page.get_by_role("status")).to_have_text("Saved. The former text is in the history.")
    follow(page, "History")
    follow(page, "Version 1")
    change = page.get_by_role("region", name="Task")
    expect(change.locator("ins").first).to_be_visible()
    expect(change.locator("del").first).to_be_visible()
    button(page, "Restore version 1").click()
    expect(page.get_by_role("status")).to_have_text("Version 1 is the current one again.")
    follow(page, "Edit")
    assert field(page, "Task").input_value() == former


def test_the_second_of_two_tabs_is_told_and_shows_both_texts(open_page: Open, fresh: str) -> None:
    first = open_page(f"{fresh}{STORY}edit/")
    second = first.context.new_page()
    second.goto(f"{fresh}{STORY}edit/")
    for tab, text in ((first, "Written in the first tab."), (second, "Written in the second.")):
        write(tab, "Task", text)
        button(tab, "Save").last.click()
    conflict = second.get_by_role("region", name="neither text is lost")
    expect(conflict).to_contain_text("Saved elsewhere")
    expect(conflict).to_contain_text("Written in the first tab.")
    expect(conflict).to_contain_text("Written in the second.")
    expect(field(second, "Task")).to_have_value("Written in the second.")
    button(second, "Save mine over it").click()
    expect(second).to_have_url(f"{fresh}{STORY}")
    expect(second.get_by_role("region", name="Task")).to_contain_text("Written in the second.")


def test_two_situations_are_chosen_set_out_and_printed(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/prepare/")
    page.get_by_text("Choose situations").click()
    boxes = page.get_by_role("group", name="Which situations?").get_by_role("checkbox")
    for box in boxes.all()[2:]:
        box.uncheck()
    button(page, "Set out the sheets").click()
    expect(page.locator("article.sheet")).to_have_count(2)
    expect(page.get_by_text("2 of 15 chosen")).to_be_visible()

    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_text("Choose situations")).to_be_hidden()
    for sheet in page.locator("article.sheet").all():
        expect(sheet.get_by_role("heading", name="Situation", exact=True)).to_be_visible()
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    # The glance, and a page or two for each sheet, which begins on a page of its own.
    assert 3 <= pages <= 5


def test_coverage_leads_to_the_stories_behind_its_cells(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/coverage/")
    page.get_by_role("link", name=f"{TITLE} shows Dive Deep first of all").click()
    expect(page).to_have_url(f"{samples}{STORY}")
    page.goto(f"{samples}/coverage/")
    cells = page.locator("table a.mark")
    names = cells.all_inner_texts()
    assert len(names) == len(set(names)) > 30
    assert all(re.search(r" (answers|shows) ", name) for name in names)


def test_the_choice_of_dark_survives_a_reload_and_can_be_undone(
    open_page: Open, samples: str
) -> None:
    page = open_page(f"{samples}/guide/", color_scheme="light")
    light = colour(page)
    button(page, "Dark").click()
    expect(button(page, "Dark")).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(f"{samples}/guide/")
    dark = colour(page)
    assert dark != light
    page.reload()
    assert colour(page) == dark
    page.goto(samples)
    assert colour(page) == dark
    button(page, "As the device").click()
    expect(button(page, "As the device")).to_have_attribute("aria-pressed", "true")
    assert colour(page) == light


def colour(page: Page) -> str:
    """Return the colour of the paper."""
    found: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return found


def test_leaving_a_form_as_it_was_asks_nothing(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}{STORY}edit/")
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    page.get_by_role("heading", level=1).click()
    page.get_by_role("link", name="Leave without saving").click()
    expect(page).to_have_url(f"{samples}{STORY}")
    assert asked == []


def test_rows_are_added_without_a_round_trip_and_are_saved(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}/stories/new/")
    page.get_by_label("Title", exact=True).fill("Three numbers")
    for number in (1, 2, 3):
        row = page.get_by_role("group", name=f"Number {number}")
        row.get_by_label("What was measured").fill(f"Measure {number}")
        button(page, "Add another to Numbers").click()
    expect(page).to_have_url(f"{fresh}/stories/new/")
    button(page, "Save").last.click()
    expect(page.get_by_role("rowheader")).to_have_text(["Measure 1", "Measure 2", "Measure 3"])


def test_words_and_seconds_are_counted_while_one_types(open_page: Open, samples: str) -> None:
    page = open_page(f"{samples}/stories/new/")
    write(page, "Action", "word " * 150)
    expect(page.get_by_text("150 words in the four parts: 1 min aloud")).to_be_visible()
