"""Two edits of one story: the second is told, sees both texts, and decides."""

import pytest
from django.test import Client

from storyloop.bank import queries, services
from storyloop.bank.models import Via
from storyloop.story import Story
from tests.integration.web.reading import Page, post, read, show

pytestmark = [pytest.mark.database, pytest.mark.django_db]

EDIT = "/stories/late-train/edit/"


@pytest.fixture
def conflict(client: Client, late_train: Story) -> Page:
    """Save one edit, and answer the other that began at the same version."""
    del late_train
    first, second = show(client, EDIT).form("title"), show(client, EDIT).form("title")
    post(client, EDIT, first.filled({"task": "Task of the first.", "role": "Guard"}))
    answer = post(client, EDIT, second.filled({"task": "Task of the second.", "tags": "night"}))
    return read(answer)


def test_the_second_is_told_in_one_sentence(conflict: Page) -> None:
    assert conflict.status == 409
    sentence = "This story was saved elsewhere while you were writing; neither text is lost."
    assert sentence in conflict.words
    assert "Save mine over it" in conflict.words


def test_both_texts_stand_side_by_side_where_they_differ(conflict: Page) -> None:
    for both in (
        "Task Saved elsewhere Task of the first. Yours Task of the second.",
        "Role Saved elsewhere Guard Yours (empty)",
        "Tags Saved elsewhere (empty) Yours night",
    ):
        assert both in conflict.words
    assert conflict.words.count("Saved elsewhere") == 3


def test_nothing_is_overwritten_yet(conflict: Page) -> None:
    assert conflict.status == 409
    held = queries.held("late-train")
    assert (held.revision, held.story.task) == (2, "Task of the first.")


def test_the_second_save_wins_knowingly_and_the_first_text_is_in_the_history(
    client: Client, conflict: Page
) -> None:
    sent = conflict.form("title").filled()
    assert sent["task"] == ["Task of the second."]
    assert post(client, EDIT, sent).status_code == 302
    held = queries.held("late-train")
    assert (held.revision, held.story.task, held.story.role) == (3, "Task of the second.", "")
    assert queries.version("late-train", 2).story.task == "Task of the first."
    page = show(client, "/stories/late-train/history/2/")
    assert "Task of the first." in " ".join(page.words.split())


def test_a_third_save_meanwhile_is_a_conflict_again(client: Client, conflict: Page) -> None:
    story = queries.held("late-train").story
    services.restore(story.id, 1, base=2, via=Via.WEB)
    again = read(post(client, EDIT, conflict.form("title").filled()))
    assert again.status == 409
    assert again.form("title").filled()["task"] == ["Task of the second."]


def test_a_story_removed_meanwhile_is_a_conflict_too(client: Client, late_train: Story) -> None:
    form = show(client, EDIT).form("title")
    services.remove(late_train.id, via=Via.WEB)
    page = read(post(client, EDIT, form.filled({"task": "Typed meanwhile."})))
    assert page.status == 409
    assert post(client, EDIT, page.form("title").filled()).status_code == 302
    held = queries.held("late-train")
    assert (held.removed_at, held.story.task) == (None, "Typed meanwhile.")


def test_a_stale_form_with_errors_too_keeps_its_words_for_the_conflict(
    client: Client, late_train: Story
) -> None:
    form = show(client, EDIT).form("title")
    post(client, EDIT, form.filled({"task": "Task of the first."}))
    wrong = read(post(client, EDIT, form.filled({"task": "Task of the second.", "when": "then"})))
    assert wrong.status == 422
    mended = wrong.form("title").filled({"when": "2020"})
    page = read(post(client, EDIT, mended))
    assert page.status == 409
    assert "Yours Task of the second." in page.words
    assert queries.held(late_train.id).story.task == "Task of the first."


def test_a_form_without_a_base_cannot_overwrite(client: Client, late_train: Story) -> None:
    sent = show(client, EDIT).form("title").filled({"task": "Mine.", "base": ""})
    assert post(client, EDIT, sent).status_code == 409
    assert queries.held(late_train.id).story == late_train
