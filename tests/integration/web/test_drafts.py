"""What is typed is kept as a draft, shown again, and never put over a newer text unseen."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from storyloop.bank import drafts, queries, services
from storyloop.bank.models import Via
from storyloop.story import Story
from tests.integration.web.reading import Filled, Page, post, read, show

if TYPE_CHECKING:
    from tests.integration.web.reading import Answer

pytestmark = [pytest.mark.database, pytest.mark.django_db]

Said = dict[str, dict[str, Any]]
EDIT = "/stories/late-train/edit/"
NEW = "/stories/new/"


def form_of(client: Client, address: str, **typed: str) -> Filled:
    """Open a form and type over it."""
    return show(client, address).form("title").filled(typed)


def keep(client: Client, address: str, form: Filled) -> tuple[int, Said]:
    """Keep a form as scripts do; return the status and what was answered."""
    answer = post(client, address, form)
    assert answer.headers["Content-Type"] == "application/json"
    return answer.status_code, json.loads(answer.content)


def keep_edit(client: Client, form: Filled) -> tuple[int, Said]:
    """Keep the draft of the story."""
    return keep(client, "/stories/late-train/keep/", form)


def press(client: Client, address: str, form: Filled) -> Answer:
    """Press the button "Keep as a draft"."""
    return post(client, address, form | {"keep": ["1"]})


def task(page: Page) -> str:
    """Return what the form has for a task."""
    return page.form("title").filled()["task"][0]


def test_a_new_story_is_kept_without_a_title_and_found_again(client: Client) -> None:
    form = form_of(client, NEW, task="I kept the keys.", when="a while ago")
    status, said = keep(client, "/drafts/keep/", form)
    (draft,) = drafts.drafts()
    address = f"/stories/new/?draft={draft.key}"
    assert status == 200
    assert said == {"draft": {"key": draft.key, "version": 1, "address": address}}

    page = show(client, address)
    assert page.title == "New story · Storyloop"
    assert "This is your draft, kept just now and not saved yet." in page.words
    sent = page.form("title").filled()
    assert (sent["task"], sent["when"]) == (["I kept the keys."], ["a while ago"])
    # It came back as it was typed, and nobody is scolded for it yet.
    assert "Write a year or a month" not in page.words
    assert queries.stories() == []


def test_a_draft_brings_the_questions_of_its_kind(client: Client) -> None:
    keep(client, "/drafts/keep/", form_of(client, f"{NEW}?archetype=scaled-solution"))
    (draft,) = drafts.drafts()
    page = show(client, f"{NEW}?draft={draft.key}")
    assert "From how many to how many" in page.words


def test_saving_a_new_story_ends_its_draft(client: Client) -> None:
    keep(client, "/drafts/keep/", form_of(client, NEW, task="I kept the keys."))
    address = f"{NEW}?draft={drafts.drafts()[0].key}"
    answer = post(client, address, form_of(client, address, title="The flood"))
    assert answer.headers["Location"] == "/stories/the-flood/"
    assert queries.held("the-flood").story.task == "I kept the keys."
    assert drafts.drafts() == []
    assert "There is no draft at this address" in show(client, address).words


@pytest.mark.usefixtures("late_train")
def test_the_draft_of_a_story_is_shown_where_it_is_edited(client: Client) -> None:
    before = queries.held("late-train")
    status, said = keep_edit(client, form_of(client, EDIT, task="I was to get seventy home."))
    assert (status, said["draft"]["address"]) == (200, EDIT)
    assert queries.held("late-train") == before
    page = show(client, EDIT)
    assert task(page) == "I was to get seventy home."
    assert "This is your draft, kept just now and not saved yet." in page.words
    assert "/stories/late-train/" in page.links
    assert "You have changes to this story" in show(client, "/stories/late-train/").words
    assert "seventy" not in show(client, "/stories/late-train/").words


@pytest.mark.usefixtures("late_train")
def test_saving_the_story_ends_the_draft(client: Client) -> None:
    keep_edit(client, form_of(client, EDIT, task="I was to get seventy home."))
    post(client, EDIT, form_of(client, EDIT))
    assert queries.held("late-train").story.task == "I was to get seventy home."
    assert drafts.drafts() == []
    assert "your draft" not in show(client, EDIT).words


@pytest.mark.usefixtures("late_train")
def test_a_page_that_keeps_on_tells_which_version_it_saw(client: Client) -> None:
    form = form_of(client, EDIT, task="I was")
    _, first = keep_edit(client, form)
    known = {f"draft-{name}": [str(first["draft"][name])] for name in ("key", "version")}
    status, second = keep_edit(client, form | known | {"task": ["I was to get"]})
    assert (status, second["draft"]["version"]) == (200, 2)


@pytest.mark.usefixtures("late_train")
def test_the_second_of_two_windows_is_told_that_the_first_kept_a_newer_draft(
    client: Client,
) -> None:
    first, second = form_of(client, EDIT, task="First."), form_of(client, EDIT, task="Second.")
    keep_edit(client, first)
    assert keep_edit(client, second) == (
        409,
        {
            "error": {
                "code": "stale-draft",
                "message": "Another window kept a newer draft meanwhile; neither text is lost.",
            },
            "draft": None,
        },
    )
    assert task(show(client, EDIT)) == "First."


@pytest.mark.usefixtures("late_train")
def test_both_drafts_can_be_seen_and_one_is_chosen_knowingly(client: Client) -> None:
    first, second = form_of(client, EDIT, task="First."), form_of(client, EDIT, task="Second.")
    keep_edit(client, first)
    page = read(press(client, EDIT, second))
    assert page.status == 409
    assert "Another window kept a newer draft" in page.words
    assert "Task The other draft First. Yours Second." in page.words
    assert task(show(client, EDIT)) == "First."
    assert press(client, EDIT, page.form("title").filled()).headers["Location"] == EDIT
    assert task(show(client, EDIT)) == "Second."


@pytest.mark.usefixtures("late_train")
def test_a_save_beside_a_newer_draft_of_another_window_leaves_it_and_says_so(
    client: Client,
) -> None:
    first, second = form_of(client, EDIT, task="First."), form_of(client, EDIT, task="Second.")
    keep_edit(client, second)
    answer = post(client, EDIT, first)
    assert queries.held("late-train").story.task == "First."
    words = show(client, answer.headers["Location"]).words
    assert "A newer draft, from another window, is kept beside it." in words
    page = show(client, EDIT)
    assert "Task Saved elsewhere First. Yours Second." in page.words


def saved_meanwhile(story: Story) -> None:
    """Save the story in a terminal."""
    services.save(replace(story, task="From the terminal."), base=1, via=Via.COMMAND_LINE)


def test_a_draft_of_a_story_saved_meanwhile_is_kept_and_the_page_is_told(
    client: Client, late_train: Story
) -> None:
    form = form_of(client, EDIT, task="Typed.")
    saved_meanwhile(late_train)
    status, said = keep_edit(client, form)
    assert status == 409
    assert said["error"] == {
        "code": "stale",
        "message": "The story was saved elsewhere meanwhile.",
    }
    assert said["draft"]["version"] == 1
    assert queries.held("late-train").story.task == "From the terminal."


def test_both_texts_stand_side_by_side_until_one_is_saved(
    client: Client, late_train: Story
) -> None:
    keep_edit(client, form_of(client, EDIT, task="Typed."))
    saved_meanwhile(late_train)
    for _ in range(2):
        page = show(client, EDIT)
        assert "This story was saved elsewhere while you were writing" in page.words
        assert "Task Saved elsewhere From the terminal. Yours Typed." in page.words
        # Typing on keeps the draft, and the page goes on to say so.
        status, _ = keep_edit(client, page.form("title").filled({"role": "Guard"}))
        assert status == 409
    assert post(client, EDIT, show(client, EDIT).form("title").filled()).status_code == 302
    held = queries.held("late-train")
    assert (held.revision, held.story.task, held.story.role) == (3, "Typed.", "Guard")
    assert drafts.drafts() == []


@pytest.mark.usefixtures("late_train")
def test_a_draft_is_thrown_away_and_brought_back_at_once(client: Client) -> None:
    keep_edit(client, form_of(client, EDIT, task="Typed."))
    key = drafts.drafts()[0].key
    answer = post(client, f"/drafts/{key}/throw-away/")
    page = show(client, answer.headers["Location"])
    assert "The draft is thrown away. Undo" in page.words
    assert task(page) != "Typed."
    answer = post(client, f"/drafts/{key}/bring-back/")
    page = show(client, answer.headers["Location"])
    assert "The draft is back." in page.words
    assert task(page) == "Typed."


def test_the_draft_of_a_new_story_is_thrown_away_from_the_list(client: Client) -> None:
    keep(client, "/drafts/keep/", form_of(client, NEW, task="I kept the keys."))
    key = drafts.drafts()[0].key
    for address in ("/", "/stories/"):
        page = show(client, address)
        assert "Go on with I kept the keys. Draft of a new story, kept just now" in page.words
        assert f"/stories/new/?draft={key}" in page.links
    answer = post(client, f"/drafts/{key}/throw-away/")
    page = show(client, answer.headers["Location"])
    assert "The draft is thrown away. Undo" in page.words
    assert "Go on with" not in page.words


def test_the_first_page_names_the_last_three_and_leads_to_all(client: Client) -> None:
    for title in ("One", "Two", "Three", "Four"):
        keep(client, "/drafts/keep/", form_of(client, NEW, title=title))
    words = show(client, "/").words
    assert "Go on with All 4 drafts Four Draft" in words
    assert words.count("Draft of a new story") == 3
    assert show(client, "/stories/").words.count("Draft of a new story") == 4


def test_a_draft_counts_nowhere(client: Client) -> None:
    keep(client, "/drafts/keep/", form_of(client, NEW, title="Draft", first_situation="scaled"))
    assert "0 stories" in show(client, "/stories/").words
    assert "There is no story to show" in show(client, "/coverage/").words


def test_without_scripts_a_button_keeps_the_draft(client: Client) -> None:
    answer = press(client, NEW, form_of(client, NEW, task="I kept the keys."))
    (draft,) = drafts.drafts()
    assert answer.headers["Location"] == f"{NEW}?draft={draft.key}"
    page = show(client, answer.headers["Location"])
    press(client, NEW, page.form("title").filled({"task": "I kept all keys."}))
    assert drafts.draft(draft.key).content["task"] == ["I kept all keys."]
    assert len(drafts.drafts()) == 1


def test_a_page_from_before_the_last_keep_overwrites_nothing(client: Client) -> None:
    press(client, NEW, form_of(client, NEW, task="One."))
    address = f"{NEW}?draft={drafts.drafts()[0].key}"
    old = form_of(client, address)
    press(client, address, form_of(client, address, task="Two."))
    page = read(press(client, address, old | {"task": ["Three."]}))
    assert page.status == 409
    assert "Task The other draft Two. Yours Three." in page.words


@pytest.mark.usefixtures("late_train")
def test_a_draft_remembers_the_row_that_is_to_go(client: Client) -> None:
    form = form_of(client, EDIT) | {"metrics-0-DELETE": ["on"], "metrics-1-name": ["Buses"]}
    keep_edit(client, form)
    sent = show(client, EDIT).form("title").filled()
    assert (sent["metrics-0-DELETE"], sent["metrics-1-name"]) == (["on"], ["Buses"])


@pytest.mark.usefixtures("late_train")
@pytest.mark.parametrize(
    "broken",
    [
        {"draft-version": "soon"},
        {"draft-version": "-1"},
        {"draft-turn": "9" * 40},
        {"draft-key": "../../etc/passwd"},
        {"draft-page": "a" * 400},
        {"draft-base": "\x00"},
        {"metrics-TOTAL_FORMS": "many"},
        {"task": "a\x00b\ud7ff"},
    ],
    ids=str,
)
def test_what_no_page_sends_is_kept_or_refused_but_breaks_nothing(
    client: Client, broken: dict[str, str]
) -> None:
    for address, kept_at in ((EDIT, "/stories/late-train/keep/"), (NEW, "/drafts/keep/")):
        form = form_of(client, address, situation="Typed for an hour.", **broken)
        status, _ = keep(client, kept_at, form)
        assert status in {200, 409}
    for draft in drafts.drafts():
        opened = EDIT if draft.story else f"{NEW}?draft={draft.key}"
        page = show(client, opened)
        assert page.status == 200
        assert page.form("title").filled()["situation"] == ["Typed for an hour."]


def test_a_draft_needs_a_story_that_is_there_and_a_token(client: Client) -> None:
    assert post(client, "/stories/nowhere/keep/", {}).status_code == 404
    assert client.get("/drafts/keep/").status_code == 405
    stranger = Client(enforce_csrf_checks=True)
    for address in ("/drafts/keep/", "/drafts/x/throw-away/", "/drafts/x/bring-back/"):
        body = urlencode({"task": "Not mine."})
        answer = stranger.post(address, body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 403
    assert drafts.drafts() == []
    assert post(client, "/drafts/nothing/throw-away/").status_code == 404
    assert post(client, "/drafts/nothing/bring-back/").status_code == 404
