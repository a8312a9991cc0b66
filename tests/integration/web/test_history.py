"""Every version is kept: to look at, to compare, to restore; and a removal can be undone."""

import pytest
from django.test import Client

from storyloop.bank import queries
from storyloop.story import Story
from tests.integration.web.reading import post, show, write

pytestmark = [pytest.mark.database, pytest.mark.django_db]

STORY = "/stories/late-train/"


@pytest.fixture
def edited(client: Client, late_train: Story) -> Story:
    """Save an edit of the late train; return the story as it was before."""
    write(client, f"{STORY}edit/", {"task": "I was to get seventy people home."})
    return late_train


@pytest.mark.usefixtures("edited")
def test_the_history_says_how_each_version_came(client: Client) -> None:
    words = show(client, f"{STORY}history/").words
    assert "Version 2 Current saved just now, by way of the web" in words
    assert "Version 1 added just now, by way of the import" in words


@pytest.mark.usefixtures("edited")
def test_a_comparison_shows_the_words_that_went_and_those_that_came(client: Client) -> None:
    for address in (f"{STORY}history/1/", f"{STORY}history/1/?with=2"):
        body = client.get(address).content.decode()
        assert "I was to get <del>sixty </del><ins>seventy </ins>people home." in body
    backwards = client.get(f"{STORY}history/2/?with=1").content.decode()
    assert "<del>seventy </del><ins>sixty </ins>" in backwards
    assert "The two versions say the same." in show(client, f"{STORY}history/1/?with=1").words


def test_an_old_version_is_restored_as_a_new_one(client: Client, edited: Story) -> None:
    form = show(client, f"{STORY}history/1/").form("number")
    answer = post(client, form.action, form.filled())
    assert answer.headers["Location"] == STORY
    assert "Version 1 is the current one again." in show(client, STORY).words
    held = queries.held("late-train")
    assert (held.revision, held.story, held.story.source) == (3, edited, edited.source)


@pytest.mark.usefixtures("edited")
def test_a_restoration_from_an_old_page_changes_nothing_and_says_so(client: Client) -> None:
    form = show(client, f"{STORY}history/1/").form("number")
    write(client, f"{STORY}edit/", {"task": "Saved elsewhere."})
    answer = post(client, form.action, form.filled())
    assert answer.headers["Location"] == f"{STORY}history/"
    assert "Nothing was restored" in show(client, f"{STORY}history/").words
    assert queries.held("late-train").story.task == "Saved elsewhere."


@pytest.mark.parametrize(
    "address",
    [
        "history/0/",
        "history/3/",
        "history/99999999999999999999999/",
        "history/1/?with=3",
        "history/1/?with=-1",
        "history/1/?with=one",
        "history/1/?with=99999999999999999999999",
        "history/1/?with=²",
    ],
)
@pytest.mark.usefixtures("edited")
def test_a_version_that_is_not_there_is_404_in_a_sentence(client: Client, address: str) -> None:
    page = show(client, f"{STORY}{address}")
    assert page.status == 404
    assert "version" in page.words
    assert "istory lists" in page.words


@pytest.mark.parametrize(
    "sent", [{}, {"number": ["1"]}, {"number": ["9"], "base": ["2"]}, {"base": ["2"]}], ids=str
)
@pytest.mark.usefixtures("edited")
def test_a_restoration_that_names_no_version_is_404(
    client: Client, sent: dict[str, list[str]]
) -> None:
    assert post(client, f"{STORY}restore/", sent).status_code == 404
    assert queries.held("late-train").revision == 2


def test_a_removed_story_leaves_every_page_and_comes_back_whole(
    client: Client, edited: Story
) -> None:
    before = queries.held(edited.id).story
    answer = post(client, f"{STORY}remove/")
    assert answer.headers["Location"] == "/removed/"
    removed = show(client, "/removed/")
    assert "“The late train” is removed. It can be brought back." in removed.words
    assert STORY in removed.links
    for address in ("/", "/stories/", "/coverage/", "/prepare/", "/guide/situations/"):
        assert STORY not in show(client, address).links
    assert "This story was removed just now." in show(client, STORY).words

    answer = post(client, f"{STORY}bring-back/")
    assert answer.headers["Location"] == STORY
    assert STORY in show(client, "/stories/").links
    assert queries.held(edited.id).story == before
    events = [version.event for version in queries.history(edited.id)]
    assert events == ["brought back", "removed", "saved", "added"]


@pytest.mark.usefixtures("edited")
def test_to_remove_or_to_bring_back_twice_is_to_do_it_once(client: Client) -> None:
    for address in ("remove/", "remove/", "bring-back/", "bring-back/"):
        assert post(client, f"{STORY}{address}").status_code == 302
    assert queries.held("late-train").revision == 4
