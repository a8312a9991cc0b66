"""A story is written and edited in a form, and no typed word is ever lost."""

import pytest
from django.test import Client

from storyloop.bank import queries
from storyloop.story import FollowUp, Metric, Stakeholder, Story, TradeOff, When, write_markdown
from tests.integration.examples import LATE_TRAIN
from tests.integration.web.reading import post, read, show, write

pytestmark = [pytest.mark.database, pytest.mark.django_db]

TYPED: dict[str, str | list[str]] = {
    "title": "The flood in the archive",
    "headline": "Nine thousand files dry within a week",
    "archetype": "obstacle-or-deadline",
    "situation": "A pipe burst.\r\n\r\nIt was Sunday.",
    "task": "I kept the keys.",
    "action": "I rang the ice rink.",
    "result": "All files were saved.",
    "learned": "Ask sooner.",
    "first_situation": "obstacle",
    "situations": ["scaled", "obstacle"],
    "first_principle": "ownership",
    "principles": ["bias-for-action", "frugality"],
    "organisation": "Town archive",
    "role": "Archivist",
    "when": "2019-02",
    "stakes": "The parish registers",
    "tags": "water\r\nice",
    "private_terms": "Mrs Blum",
    "metrics-0-name": "Files lost",
    "metrics-0-baseline": "9000",
    "metrics-0-result": "0",
    "metrics-0-unit": "files",
    "metrics-0-standing": "confirmed",
    "trade_offs-0-chosen": "Freezing",
    "trade_offs-0-rejected": "Fans",
    "trade_offs-0-why_not": "Mould grows in two days.",
    "stakeholders-0-who": "The mayor",
    "follow_ups-0-question": "Why the ice rink?",
    "follow_ups-0-answer": "It was empty.\r\n\r\nAnd cold.",
}
WRITTEN = Story(
    id="the-flood-in-the-archive",
    title="The flood in the archive",
    headline="Nine thousand files dry within a week",
    archetype="obstacle-or-deadline",
    situation="A pipe burst.\n\nIt was Sunday.",
    task="I kept the keys.",
    action="I rang the ice rink.",
    result="All files were saved.",
    learned="Ask sooner.",
    situations=("obstacle", "scaled"),
    principles=("ownership", "bias-for-action", "frugality"),
    organisation="Town archive",
    role="Archivist",
    when=When(year=2019, month=2),
    stakes="The parish registers",
    tags=("water", "ice"),
    private_terms=("Mrs Blum",),
    metrics=(
        Metric(name="Files lost", baseline="9000", result="0", unit="files", standing="confirmed"),
    ),
    trade_offs=(TradeOff(chosen="Freezing", rejected="Fans", why_not="Mould grows in two days."),),
    stakeholders=(Stakeholder(who="The mayor"),),
    follow_ups=(FollowUp(question="Why the ice rink?", answer="It was empty.\n\nAnd cold."),),
)


def test_a_new_story_takes_its_id_from_its_title(client: Client) -> None:
    answer = write(client, "/stories/new/", TYPED)
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "/stories/the-flood-in-the-archive/",
    )
    held = queries.held("the-flood-in-the-archive")
    assert held.story == WRITTEN
    assert held.revision == 1
    assert queries.version(held.story.id, 1).via == "web"
    page = show(client, answer.headers["Location"])
    assert "“The flood in the archive” is in your bank." in page.words
    assert "Not written yet" not in page.words


def test_two_stories_may_have_the_same_title(client: Client) -> None:
    for expected in ("a-day", "a-day-2", "a-day-3"):
        answer = write(client, "/stories/new/", {"title": "A day"})
        assert answer.headers["Location"] == f"/stories/{expected}/"


@pytest.mark.parametrize("title", ["New", "Removed", "数字", "../../etc/passwd", "-", "a" * 300])
def test_whatever_its_title_a_story_is_found_at_its_address(client: Client, title: str) -> None:
    answer = write(client, "/stories/new/", {"title": title, "task": "Mine alone."})
    page = show(client, answer.headers["Location"])
    assert page.title == f"{title} · Storyloop"
    assert "Mine alone." in page.words


def test_the_kind_asked_for_is_chosen_and_its_questions_stand_beside_the_fields(
    client: Client,
) -> None:
    page = show(client, "/stories/new/?archetype=scaled-solution")
    assert page.form("title").filled()["archetype"] == ["scaled-solution"]
    assert page.words.count("?") > show(client, "/stories/new/").words.count("?")


def test_an_edit_changes_what_was_typed_and_nothing_else(client: Client, late_train: Story) -> None:
    answer = write(client, "/stories/late-train/edit/", {"task": "I was to get seventy home."})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/stories/late-train/")
    held = queries.held("late-train")
    assert held.revision == 2
    # The file's own keys, comments and headings are kept, and so is every other line.
    kept = LATE_TRAIN.replace("I was to get sixty people home.", "I was to get seventy home.")
    assert write_markdown(held.story) == kept
    assert queries.version("late-train", 1).story == late_train


def test_a_title_may_change_and_the_id_stays(client: Client, late_train: Story) -> None:
    write(client, f"/stories/{late_train.id}/edit/", {"title": "A train without a crew"})
    assert queries.held("late-train").story.title == "A train without a crew"


@pytest.mark.usefixtures("late_train")
def test_a_save_that_changes_nothing_adds_no_version(client: Client) -> None:
    for _ in range(2):
        assert write(client, "/stories/late-train/edit/").status_code == 302
    assert [version.number for version in queries.history("late-train")] == [1]


@pytest.mark.usefixtures("late_train")
def test_a_ticked_row_is_taken_out_and_an_emptied_one_too(client: Client) -> None:
    write(client, "/stories/late-train/edit/", {"metrics-0-DELETE": "on"})
    assert queries.held("late-train").story.metrics == ()
    emptied: dict[str, str | list[str]] = {"follow_ups-0-question": "", "follow_ups-0-answer": ""}
    write(client, "/stories/late-train/edit/", emptied)
    assert queries.held("late-train").story.follow_ups == ()


WRONG: dict[str, str | list[str]] = {"title": " ", "when": "a while ago"}


def test_a_form_with_errors_keeps_every_word_and_says_what_to_mend(client: Client) -> None:
    answer = write(client, "/stories/new/", TYPED | WRONG)
    page = read(answer)
    assert page.status == 422
    assert page.title == "Not saved yet · New story · Storyloop"
    assert "Nothing is saved yet, and nothing is lost" in page.words
    assert "Title: Give the story a title" in page.words
    assert "When: Write a year or a month" in page.words
    assert {"#id_title", "#id_when"} <= set(page.links)
    assert still_there(page.form("title").filled(), TYPED | WRONG) == []
    assert queries.taken_ids() == frozenset()


@pytest.mark.usefixtures("late_train")
def test_an_edit_with_errors_keeps_every_word_and_the_bank_as_it_was(client: Client) -> None:
    page = read(write(client, "/stories/late-train/edit/", TYPED | WRONG))
    assert page.status == 422
    assert page.title == "Not saved yet · Edit The late train · Storyloop"
    assert still_there(page.form("title").filled(), TYPED | WRONG) == []
    assert queries.held("late-train").revision == 1
    mended = page.form("title").filled({"title": "Mended", "when": "2020"})
    assert post(client, "/stories/late-train/edit/", mended).status_code == 302
    assert queries.held("late-train").story.situation == WRITTEN.situation


def test_a_field_with_an_error_is_tied_to_its_message(client: Client) -> None:
    page = read(write(client, "/stories/new/", WRONG))
    ids = {tag.get("id") for _, tag in page.tags}
    for name in ("title", "when"):
        field = next(tag for _, tag in page.tags if tag.get("id") == f"id_{name}")
        assert field["aria-invalid"] == "true"
        described = str(field["aria-describedby"]).split()
        assert f"id_{name}_error" in described
        assert set(described) <= ids


@pytest.mark.parametrize("rows", ["metrics", "trade_offs", "stakeholders", "follow_ups"])
def test_more_rows_keep_every_word_and_save_nothing(client: Client, rows: str) -> None:
    page = read(write(client, "/stories/new/", TYPED | WRONG | {"more": rows}))
    assert page.status == 200
    sent = page.form("title").filled()
    assert still_there(sent, TYPED | WRONG) == []
    assert sent[f"{rows}-TOTAL_FORMS"] == ["2"]
    again = read(post(client, "/stories/new/", sent | {"more": [rows]})).form("title").filled()
    assert again[f"{rows}-TOTAL_FORMS"] == ["3"]
    mended = {"title": ["The flood in the archive"], "when": ["2019-02"]}
    post(client, "/stories/new/", again | mended)
    assert queries.held(WRITTEN.id).story == WRITTEN


@pytest.mark.usefixtures("late_train")
def test_more_rows_in_an_edit_keep_the_tick_that_takes_a_row_out(client: Client) -> None:
    typed: dict[str, str | list[str]] = {"metrics-0-DELETE": "on", "more": "metrics"}
    page = read(write(client, "/stories/late-train/edit/", typed))
    sent = page.form("title").filled({"metrics-1-name": "Buses", "metrics-1-result": "2"})
    post(client, "/stories/late-train/edit/", sent)
    assert queries.held("late-train").story.metrics == (Metric(name="Buses", result="2"),)
    assert queries.history("late-train")[0].number == 2


@pytest.mark.parametrize(
    "broken",
    [
        {"base": "soon"},
        {"metrics-TOTAL_FORMS": "many"},
        {"metrics-TOTAL_FORMS": "999999999"},
        {"archetype": "saga"},
        {"principles": ["made-up"]},
        {"metrics-0-standing": "sure"},
        {"task": "a\x00b"},
    ],
    ids=str,
)
@pytest.mark.usefixtures("late_train")
def test_a_form_that_no_page_sends_saves_nothing_and_keeps_the_words(
    client: Client, broken: dict[str, str | list[str]]
) -> None:
    typed: dict[str, str | list[str]] = {"situation": "Typed for an hour."}
    page = read(write(client, "/stories/late-train/edit/", typed | broken))
    assert page.status == 422
    assert page.form("title").filled()["situation"] == ["Typed for an hour."]
    assert queries.held("late-train").revision == 1


def still_there(
    shown: dict[str, list[str]], typed: dict[str, str | list[str]]
) -> list[tuple[str, str | list[str]]]:
    """Return what was typed and is not in the form any more; lists in any order."""
    return [
        (name, value)
        for name, value in typed.items()
        if sorted(shown.get(name, [])) != sorted([value] if isinstance(value, str) else value)
    ]
