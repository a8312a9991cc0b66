"""The editor: one text with its parts, and all that pointer, keyboard and touch do to it."""

from __future__ import annotations

import gzip
import random
import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.telling import PARTS, editor, enter, field, heading, let_scripts_answer, write
from tests.browser.test_every_page import faults
from tests.browser.tour import Heard

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page, Response, Route

    Open = Callable[..., Page]

EDIT = "/stories/partner-portal/edit/"
NEW = "/stories/new/"
MOST_BYTES = 350_000
ROUGH = (
    "In spring our depot lost a third of its parcels to one broken belt. I had to keep the vans "
    "leaving by six. I counted the jams for two nights. I moved the tape, because nobody else had "
    "looked there. Jams fell from 40 a night to 3 by May."
)
FOUND = "Jams fell from 40 a night to 3 by May."


@pytest.fixture
def edit(open_page: Open, fresh: str) -> Page:
    """Open a sample in the editor."""
    page = open_page(f"{fresh}{EDIT}")
    expect(editor(page)).to_be_visible()
    return page


@pytest.fixture
def blank(open_page: Open, fresh: str) -> Page:
    """Open the editor without a text."""
    page = open_page(f"{fresh}{NEW}")
    expect(editor(page)).to_be_visible()
    return page


def handle(page: Page, part: str) -> Locator:
    """Return the handle that moves the beginning of a part."""
    return page.get_by_role("slider", name=f"Where {part} begins")


def said(page: Page) -> Locator:
    """Return the line that says what was done."""
    return page.locator("[data-said]")


def read_out(page: Page) -> Locator:
    """Return what a screen reader says of where the caret is."""
    return page.locator(".cm-announced[aria-live=polite]")


def texts(page: Page) -> dict[str, str]:
    """Return what the form would send of the telling."""
    return {part: field(page, part).input_value() for part in PARTS}


def paste(page: Page, text: str) -> None:
    """Paste into the editor, as a browser tells it."""
    editor(page).evaluate(
        """(content, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          const all = { clipboardData, bubbles: true, cancelable: true };
          content.dispatchEvent(new ClipboardEvent("paste", all));
        }""",
        text,
    )


def into(page: Page, part: str, text: str) -> None:
    """Write into a field as another script of the page would."""
    field(page, part).evaluate(
        """(area, text) => {
          area.value = text;
          area.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        text,
    )


def caret_to(page: Page, part: str, *, end: bool) -> None:
    """Put the caret at an end of a part."""
    enter(page, part)
    page.keyboard.press("Control+a")
    page.keyboard.press("ArrowRight" if end else "ArrowLeft")


def test_the_parts_stand_in_one_text_each_in_its_colour(edit: Page) -> None:
    expect(editor(edit).get_by_role("heading")).to_have_text(list(PARTS))
    for part in PARTS:
        assert field(edit, part).is_hidden()
        paragraph = field(edit, part).input_value().partition("\n")[0]
        assert paragraph in editor(edit).inner_text()
    colours = edit.locator(".telling-colours .cm-gutterElement").evaluate_all(
        "all => [...new Set(all.map(each => getComputedStyle(each).backgroundColor))].length"
    )
    assert colours == 5
    assert edit.locator(".cm-gutters").get_attribute("aria-hidden") == "true"


def test_what_is_typed_is_in_the_form_at_once_and_saved(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}{NEW}")
    page.get_by_label("Title", exact=True).fill("The belt")
    for part in PARTS:
        write(page, part, f"The {part.lower()}.\n\nIts second paragraph.")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page).to_have_url(f"{fresh}/stories/the-belt/")
    page.get_by_role("main").get_by_role("link", name="Edit", exact=True).click()
    expect(editor(page)).to_be_visible()
    assert texts(page) == {p: f"The {p.lower()}.\n\nIts second paragraph." for p in PARTS}


def test_lengths_and_the_bar_follow_each_key_without_the_server(blank: Page) -> None:
    blank.route("**/check/**", lambda route: route.abort())
    write(blank, "Action", "word " * 75)
    bar = blank.locator("[data-shares]")
    expect(bar.get_by_role("img", name="Words: Action 75")).to_be_visible()
    expect(bar.get_by_role("listitem").nth(2)).to_have_text("Action 75 words, 30 s")
    expect(heading(blank, "Action").locator("..")).to_contain_text("75 words, 30 s")
    write(blank, "Result", "word " * 25)
    expect(bar.get_by_role("img", name="Words: Action 75, Result 25")).to_be_visible()
    assert bar.locator("rect").nth(1).get_attribute("x") == "75"


@pytest.mark.parametrize(("key", "end"), [("Backspace", False), ("Delete", True)])
def test_a_seam_is_not_deleted(edit: Page, key: str, *, end: bool) -> None:
    former = texts(edit)
    caret_to(edit, "Action", end=end)
    edit.keyboard.press(key)
    assert texts(edit) == former


def test_what_is_typed_over_several_parts_stands_in_the_first_of_them(edit: Page) -> None:
    former = texts(edit)
    caret_to(edit, "Task", end=False)
    for _ in range(30):
        edit.keyboard.press("Shift+ArrowDown")
    edit.keyboard.press("Shift+Control+End")
    edit.keyboard.type("All gone")
    empty = dict.fromkeys(("Action", "Result", "Learned"), "")
    assert texts(edit) == {"Situation": former["Situation"], "Task": "All gone"} | empty
    edit.keyboard.press("Control+z")
    edit.keyboard.press("Control+z")
    assert texts(edit) == former


def test_the_arrows_move_where_a_part_begins_by_a_sentence_and_undo_takes_it_back(
    edit: Page,
) -> None:
    former = texts(edit)
    handle(edit, "Task").focus()
    edit.keyboard.press("ArrowUp")
    expect(said(edit)).to_contain_text("Task begins with “At our pace, whole countries")
    assert texts(edit)["Task"].startswith("At our pace, whole countries would have opened")
    assert not texts(edit)["Situation"].endswith("nothing to book.")
    expect(handle(edit, "Task")).to_be_focused()
    assert "At our pace" in (handle(edit, "Task").get_attribute("aria-valuetext") or "")
    edit.keyboard.press("ArrowDown")
    assert texts(edit) == former
    edit.keyboard.press("ArrowDown")
    assert texts(edit)["Situation"].endswith("Partner tools were mine.")
    edit.keyboard.press("Control+z")
    assert texts(edit) == former


def test_keys_on_a_handle_write_nothing(edit: Page) -> None:
    former = texts(edit)
    caret_to(edit, "Situation", end=False)
    edit.keyboard.press("Shift+Control+End")
    handle(edit, "Task").focus()
    edit.keyboard.insert_text("Not meant for the text")
    edit.keyboard.press("Backspace")
    edit.keyboard.press("Enter")
    assert texts(edit) == former


KEYS = (
    *("ArrowUp", "ArrowDown", "Home", "End", "Control+Home", "Control+a", "Backspace", "Delete"),
    *("Enter", "Control+Backspace", "Control+Delete", "Control+z", "Control+y", "Control+x"),
    *("Control+v", "Shift+ArrowDown", "Shift+ArrowUp", "Shift+Control+End", "F8"),
)
SHOWN = """content => {
  const parts = [];
  for (const each of content.children) {
    if (each.matches(".telling-head")) parts.push([]);
    else if (each.matches(".cm-line")) parts.at(-1).push(each.textContent);
  }
  return parts.map(lines => lines.join("\\n"));
}"""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_is_pressed_the_form_holds_the_five_parts_that_are_shown(
    edit: Page, seed: int
) -> None:
    choose = random.Random(seed)  # noqa: S311 - the same presses each time
    enter(edit, "Action")
    for _ in range(60):
        if choose.random() < 0.2:
            handle(edit, choose.choice(list(PARTS)[1:])).press(
                choose.choice(("ArrowUp", "ArrowDown"))
            )
            editor(edit).focus()
        elif choose.random() < 0.6:
            edit.keyboard.press(choose.choice(KEYS))
        else:
            edit.keyboard.insert_text(choose.choice(("One. ", "two three", "Four?Five! ", "é🦉 ")))
        assert editor(edit).evaluate(SHOWN) == list(texts(edit).values())


def middle_of(page: Page, words: str) -> tuple[float, float]:
    """Return where the first of these words stand on the screen."""
    box = page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.querySelector(".cm-content"), 4);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 2);
            const { x, y, height } = range.getBoundingClientRect();
            return [x + 1, y + height / 2];
          }
        }""",
        words,
    )
    return box[0], box[1]


def test_a_heading_is_dragged_to_where_its_part_begins(edit: Page) -> None:
    former = texts(edit)
    edit.locator("#s-parts").evaluate("heading => heading.scrollIntoView()")
    box = handle(edit, "Task").bounding_box()
    assert box
    edit.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    edit.mouse.down()
    edit.mouse.move(*middle_of(edit, "An international"), steps=4)
    expect(edit.locator(".is-taken.part-task").first).to_contain_text("An international launch")
    edit.mouse.up()
    assert texts(edit)["Task"].startswith("An international launch was coming")
    assert " ".join(texts(edit).values()).split() == " ".join(former.values()).split()
    expect(edit.locator(".is-taken")).to_have_count(0)


def test_escape_lets_a_dragged_heading_be_where_it_was(edit: Page) -> None:
    former = texts(edit)
    handle(edit, "Task").hover()
    edit.mouse.down()
    edit.mouse.move(*middle_of(edit, "An international"))
    expect(edit.locator(".is-taken").first).to_be_visible()
    edit.keyboard.press("Escape")
    expect(edit.locator(".is-taken")).to_have_count(0)
    edit.mouse.up()
    assert texts(edit) == former


def test_a_finger_moves_a_heading_too(open_page: Open, fresh: str) -> None:
    phone = {"width": 390, "height": 844}
    page = open_page(f"{fresh}{EDIT}", viewport=phone, has_touch=True, is_mobile=True)
    editor(page).scroll_into_view_if_needed()
    handle(page, "Task").evaluate("handle => handle.scrollIntoView({ block: 'center' })")
    box = handle(page, "Task").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    to_x, to_y = middle_of(page, "An international")
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        """Send what a screen tells of a finger."""
        at = [{"x": x, "y": y} for x, y in points]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    touch("touchStart", (x, y))
    touch("touchMove", (x, (y + to_y) / 2))
    touch("touchMove", (to_x, to_y))
    touch("touchEnd")
    expect(field(page, "Task")).to_have_value(re.compile("^An international launch was coming"))


def test_a_rough_text_is_sorted_as_it_is_pasted_and_undo_brings_it_back(blank: Page) -> None:
    enter(blank, "Situation")
    paste(blank, ROUGH)
    expect(said(blank)).to_have_text(
        "Sorted into parts. Move a heading where you would cut it otherwise."
    )
    assert texts(blank)["Task"] == "I had to keep the vans leaving by six."
    assert texts(blank)["Result"] == FOUND
    assert " ".join(text for text in texts(blank).values() if text) == ROUGH
    enter(blank, "Situation")
    blank.keyboard.press("Control+z")
    assert texts(blank) == {"Situation": ROUGH} | dict.fromkeys(list(PARTS)[1:], "")


def test_what_the_writer_sets_is_what_is_saved(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}{NEW}")
    page.get_by_label("Title", exact=True).fill("The belt")
    enter(page, "Action")
    paste(page, ROUGH)
    expect(said(page)).to_contain_text("Sorted into parts.")
    handle(page, "Action").press("ArrowDown")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_role("region", name="Task")).to_contain_text("I counted the jams")


def test_sorting_says_what_it_moved_and_never_overrides_newer_words(blank: Page) -> None:
    write(blank, "Action", f"{FOUND} {ROUGH.removesuffix(FOUND)}")
    blank.get_by_role("button", name="Sort into parts").click()
    expect(said(blank)).to_contain_text("moved: “Jams fell from 40 a night …” to Result.")
    former = texts(blank)

    def type_meanwhile(route: Route) -> None:
        """Let the writer go on before the answer comes."""
        into(blank, "Task", "Newer.")
        route.continue_()

    blank.route("**/check/parts/", type_meanwhile)
    blank.get_by_role("button", name="Sort into parts").click()
    expect(said(blank)).to_contain_text("The text was changed meanwhile")
    assert texts(blank) == former | {"Task": "Newer."}


WEAK = "We looked at the queue. We counted the callers. We moved the forms to the door. "


def test_a_finding_is_underlined_and_told_by_caret_pointer_and_key(blank: Page) -> None:
    write(blank, "Action", WEAK * 2)
    passage = editor(blank).locator(".passage").first
    expect(passage).to_be_visible()
    assert passage.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "underline"
    tooltip = blank.locator(".cm-tooltip")
    passage.hover()
    expect(tooltip).to_contain_text("so your own part cannot be seen")
    blank.mouse.move(0, 0)
    expect(tooltip).to_have_count(0)
    enter(blank, "Action")
    blank.keyboard.press("ArrowRight")
    expect(tooltip).to_contain_text("so your own part cannot be seen")
    expect(tooltip).to_contain_text("say in at least two sentences what you yourself did")
    blank.keyboard.press("Escape")
    expect(tooltip).to_have_count(0)
    blank.keyboard.press("F8")
    expect(read_out(blank)).to_contain_text("own part")
    blank.keyboard.press("Control+Shift+M")
    panel = blank.get_by_role("listbox", name="Findings in the text")
    expect(panel).to_be_focused()
    expect(panel.get_by_role("option").first).to_be_visible()
    blank.keyboard.press("Escape")
    expect(editor(blank)).to_be_focused()


def test_underlines_of_an_older_text_are_not_drawn(blank: Page) -> None:
    with blank.expect_request("**/check/telling/"):
        write(blank, "Action", WEAK * 2)
    expect(editor(blank).locator(".passage").first).to_be_visible()
    held: list[Route] = []

    def hold(route: Route) -> None:
        """Answer later."""
        held.append(route)

    blank.route("**/check/telling/", hold)
    with blank.expect_request("**/check/telling/"):
        write(blank, "Action", f"{WEAK}{WEAK}Then")
    blank.keyboard.press("Control+a")
    blank.keyboard.press("Delete")
    blank.keyboard.type("x")
    held[0].fulfill(
        json={
            "beside": "<p>Old</p>",
            "findings": [
                {"field": "action", "from": 0, "to": 900, "severity": "error"}
                | {"message": "Old.", "remedy": "Old."}
            ],
        }
    )
    let_scripts_answer(blank)
    expect(editor(blank).locator(".passage.is-error")).to_have_count(0)


def test_a_number_goes_into_the_ledger_and_leaves_the_list(blank: Page) -> None:
    write(blank, "Result", "The wait fell from 25 minutes to 8 minutes by December.")
    add = blank.get_by_role("button", name="Add to the ledger 25 minutes → 8 minutes")
    add.click()
    row = blank.get_by_role("group", name="Number 1")
    expect(row.get_by_label("What was measured")).to_be_focused()
    for label, value in (("Before", "25"), ("After", "8"), ("Unit", "minutes")):
        expect(row.get_by_label(label, exact=True)).to_have_value(value)
    expect(row.get_by_label("Over what time")).to_have_value("by December")
    expect(row.get_by_label("How sure")).to_have_value("estimated")
    expect(add).to_have_count(0)
    expect(blank.get_by_role("group", name="Number 2")).to_have_count(0)


def test_rows_are_put_in_order_by_keyboard(edit: Page) -> None:
    people = edit.locator("[data-rows=stakeholders] [name$=-who]")
    names = people.evaluate_all("all => all.map(each => each.value)")
    edit.get_by_role("button", name="Move person or group 1 Down").press("Enter")
    expect(people.nth(0)).to_have_value(names[1])
    expect(people.nth(1)).to_have_value(names[0])
    expect(edit.get_by_role("button", name="Move person or group 2 Down")).to_be_focused()
    edit.get_by_role("button", name="Move person or group 2 Up").press("Enter")
    expect(people.nth(0)).to_have_value(names[0])
    # The first row has nowhere further up to go.
    expect(edit.get_by_role("button", name="Move person or group 1 Down")).to_be_focused()
    expect(edit.get_by_role("button", name="Move person or group 1 Up")).to_be_hidden()


def test_undo_reaches_back_across_a_reload(blank: Page) -> None:
    write(blank, "Task", "I kept the keys.")
    expect(blank.locator("[data-draft-state]")).to_contain_text("Draft kept")
    blank.reload()
    expect(editor(blank)).to_contain_text("I kept the keys.")
    enter(blank, "Task")
    blank.keyboard.press("Control+z")
    assert texts(blank)["Task"] == ""


def test_undo_reaches_back_past_a_save(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}{EDIT}")
    former = texts(page)
    write(page, "Task", "Something else. ")
    handle(page, "Action").press("ArrowDown")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page).to_have_url(f"{fresh}/stories/partner-portal/")
    page.goto(f"{fresh}{EDIT}")
    enter(page, "Task")
    for _ in range(3):
        page.keyboard.press("Control+z")
    assert texts(page) == former


def test_tab_leads_through_the_handles_and_out(edit: Page) -> None:
    editor(edit).focus()
    for part in list(PARTS)[1:]:
        edit.keyboard.press("Tab")
        expect(handle(edit, part)).to_be_focused()
    edit.keyboard.press("Tab")
    expect(edit.get_by_role("button", name="Sort into parts")).to_be_focused()


def test_the_part_is_named_as_the_caret_comes_to_it(edit: Page) -> None:
    caret_to(edit, "Situation", end=True)
    edit.keyboard.press("ArrowDown")
    expect(read_out(edit)).to_have_text("Task")


def test_another_script_may_write_into_a_field(edit: Page) -> None:
    into(edit, "Task", "Brought back.")
    expect(editor(edit)).to_contain_text("Brought back.")


def test_characters_that_no_bank_keeps_do_not_come_in(blank: Page) -> None:
    enter(blank, "Task")
    paste(blank, "a\x1fb\x00c\r\nd")
    expect(field(blank, "Task")).to_have_value("abc\nd")
    assert texts(blank)["Action"] == ""


def test_without_its_script_the_fields_do_all_of_it(open_page: Open, fresh: str) -> None:
    page = open_page("about:blank")
    page.route("**/editor.js", lambda route: route.abort())
    page.goto(f"{fresh}{NEW}")
    area = page.get_by_role("textbox", name="Action", exact=True)
    area.fill("word " * 75)
    expect(page.get_by_role("img", name="Words: Action 75")).to_be_visible()
    expect(page.get_by_role("region", name="How it reads")).to_contain_text("finding")


def test_without_scripts_the_fields_are_there(open_page: Open, fresh: str) -> None:
    page = open_page(f"{fresh}{NEW}", java_script_enabled=False)
    page.get_by_role("textbox", name="Situation", exact=True).fill(ROUGH)
    page.get_by_role("button", name="Sort into parts").click()
    expect(page.get_by_role("textbox", name="Result", exact=True)).to_have_value(FOUND)
    expect(said(page)).to_contain_text("Sorted into parts.")
    page.get_by_role("button", name="Add to the ledger 40 a night → 3").click()
    expect(page.get_by_role("group", name="Number 1").get_by_label("Before")).to_have_value("40")


def test_axe_finds_no_fault_in_the_editor_at_work(blank: Page) -> None:
    axe = Axe()
    write(blank, "Action", WEAK * 2)
    expect(editor(blank).locator(".passage").first).to_be_visible()
    blank.keyboard.press("F8")
    blank.keyboard.press("Control+Shift+M")
    found = []
    for scheme in ("light", "dark"):
        blank.emulate_media(color_scheme=scheme)
        found += faults(blank, axe, scheme)
    assert found == []


def test_the_editor_page_is_light_and_quiet(open_page: Open, fresh: str) -> None:
    page = open_page("about:blank")
    heard = Heard()
    heard.listen(page)
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        """Note what the page loads."""
        answers.append(answer)

    page.on("response", keep)
    page.goto(f"{fresh}{EDIT}", wait_until="networkidle")
    expect(editor(page)).to_be_visible()
    write(page, "Action", WEAK * 2)
    expect(editor(page).locator(".passage").first).to_be_visible()
    sizes = {answer.url: len(gzip.compress(answer.body())) for answer in answers}
    assert any(url.endswith("/editor.js") for url in sizes)
    assert sum(sizes.values()) <= MOST_BYTES, sizes
    assert heard.said == []


def test_nothing_below_jumps_as_the_editor_comes(open_page: Open, samples: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) window.shifts += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{samples}{EDIT}", wait_until="networkidle")
    expect(editor(page)).to_be_visible()
    assert page.evaluate("window.shifts") < 0.02
