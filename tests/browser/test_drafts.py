"""What is typed stays, whatever happens to the window, to the other window, or to the app."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import command, environment_of, serving
from tests.browser.telling import editor, field, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    Open = Callable[..., Page]

EDIT = "/stories/checkout-failures/edit/"


def state(page: Page) -> Locator:
    """Return where the page says how the draft fares."""
    return page.locator("[data-draft-state]")


def kept(page: Page) -> None:
    """Wait until the page says that the draft is kept as it stands."""
    expect(state(page)).to_have_text("Draft kept just now")


def test_what_is_typed_is_there_after_the_page_is_loaded_again(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}/stories/new/")
    expect(state(page)).to_be_empty()
    write(page, "Task", "I kept the keys.")
    kept(page)
    expect(page.locator("[data-draft-said]")).to_have_text("Draft kept")
    page.reload()
    expect(field(page, "Task")).to_have_value("I kept the keys.")
    expect(page.get_by_role("complementary", name="Draft")).to_contain_text("not saved yet")
    page.get_by_label("Title", exact=True).fill("The flood")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_role("status").first).to_contain_text("is in your bank.")
    page.goto(fresh)
    expect(page.get_by_role("heading", name="Go on with")).to_have_count(0)


def test_what_was_typed_just_before_the_page_is_left_is_kept_too(
    open_page: Open, fresh: str
) -> None:
    page = open_page(f"{fresh}{EDIT}")
    write(page, "Task", "The last words.")
    page.goto(fresh)
    # The page's last request and the next page are on their way at the same time.
    page.wait_for_function(
        "async (at) => (await (await fetch(at)).text()).includes('The last words.')", arg=EDIT
    )
    page.goto(f"{fresh}{EDIT}")
    expect(field(page, "Task")).to_have_value("The last words.")


def test_the_second_of_two_windows_is_told_and_sees_both_texts(open_page: Open, fresh: str) -> None:
    first = open_page(f"{fresh}{EDIT}")
    second = first.context.new_page()
    second.goto(f"{fresh}{EDIT}")
    write(first, "Task", "Typed in the first.")
    kept(first)
    write(second, "Task", "Typed in the second.")
    expect(state(second)).to_contain_text("another window kept a newer draft")
    expect(field(second, "Task")).to_have_value("Typed in the second.")
    second.get_by_role("button", name="See both texts").click()
    conflict = second.get_by_role("region", name="neither text is lost")
    expect(conflict).to_contain_text("Typed in the first.")
    expect(conflict).to_contain_text("Typed in the second.")
    second.get_by_role("button", name="Keep mine as the draft").click()
    expect(field(second, "Task")).to_have_value("Typed in the second.")
    # The first, which types on, is told in its turn.
    write(first, "Task", "Typed in the first, and more.")
    expect(state(first)).to_contain_text("another window kept a newer draft")


def test_a_story_saved_in_a_terminal_meanwhile_is_said_at_once(
    open_page: Open, fresh: str, tmp_path: Path
) -> None:
    page = open_page(f"{fresh}{EDIT}")
    bank = tmp_path / "bank"
    subprocess.run(  # noqa: S603 - ourselves
        [*command(bank), "remove", "checkout-failures"], env=environment_of(bank), check=True
    )
    write(page, "Task", "Typed meanwhile.")
    expect(state(page)).to_contain_text("The story was saved elsewhere meanwhile.")
    page.get_by_role("button", name="See both texts").click()
    expect(page.get_by_role("heading", name="neither text is lost")).to_be_visible()
    expect(field(page, "Task")).to_have_value("Typed meanwhile.")


def test_while_the_app_is_stopped_the_page_says_so_and_the_words_stay(
    open_page: Open, tmp_path: Path
) -> None:
    with serving(tmp_path / "bank") as address:
        page = open_page(f"{address}{EDIT}")
        write(page, "Task", "Typed while it ran.")
        kept(page)
    write(page, "Task", "Typed while it ran, and after.")
    expect(state(page)).to_contain_text("Not kept: the app does not answer.")
    expect(field(page, "Task")).to_have_value("Typed while it ran, and after.")
    # Whoever wants to leave now is asked first.
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    expect(field(page, "Task")).to_have_value("Typed while it ran, and after.")


def test_once_the_app_answers_again_the_draft_is_kept(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}{EDIT}")
    page.route("**/keep/", lambda route: route.abort())
    write(page, "Task", "Typed in a tunnel.")
    expect(state(page)).to_contain_text("Not kept: the app does not answer.")
    page.unroute("**/keep/")
    kept(page)


def test_a_form_that_is_only_looked_at_leaves_no_draft(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}{EDIT}")
    editor(page).click()
    page.get_by_label("Title", exact=True).focus()
    page.get_by_role("link", name="Leave without saving").click()
    expect(page).to_have_url(f"{fresh}/stories/checkout-failures/")
    page.goto(f"{fresh}{EDIT}")
    expect(page.get_by_role("complementary", name="Draft")).to_have_count(0)


def test_nobody_is_asked_when_leaving_what_is_kept(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}{EDIT}")
    page.on("dialog", lambda dialog: dialog.accept())
    write(page, "Task", "Typed and kept.")
    kept(page)
    page.get_by_role("link", name="Leave without saving").click()
    expect(page).to_have_url(f"{fresh}/stories/checkout-failures/")
    page.get_by_role("link", name="Go on with them").click()
    expect(field(page, "Task")).to_have_value("Typed and kept.")


def test_a_draft_is_thrown_away_and_brought_back(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}{EDIT}")
    former = field(page, "Task").input_value()
    write(page, "Task", "Not so good.")
    kept(page)
    page.reload()
    page.get_by_role("button", name="Throw the draft away").click()
    expect(page.get_by_role("status").first).to_contain_text("The draft is thrown away.")
    expect(field(page, "Task")).to_have_value(former)
    page.get_by_role("button", name="Undo").click()
    expect(field(page, "Task")).to_have_value("Not so good.")


def test_without_scripts_the_draft_is_kept_by_a_button(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}/stories/new/", java_script_enabled=False)
    write(page, "Task", "I kept the keys.", scripts=False)
    page.get_by_role("button", name="Keep as a draft").click()
    expect(page).to_have_url(re.compile(r"/stories/new/\?draft="))
    page.goto(fresh)
    page.get_by_role("link", name="I kept the keys.").click()
    expect(field(page, "Task")).to_have_value("I kept the keys.")
