"""Every removal answers with a button that undoes it, which works without scripts."""

import pytest
from django.test import Client

from storyloop import guide
from storyloop.bank import practice, queries, services
from storyloop.bank.models import Via
from storyloop.bank.values import Asked, Drilled
from storyloop.planning import Loop
from tests.integration.web.reading import Page, post, show

pytestmark = [pytest.mark.database, pytest.mark.django_db]

SAMPLES = {sample.id for sample in guide.samples()}


def removed(client: Client, address: str) -> Page:
    """Send a removal, and return the page that it leads to."""
    return show(client, post(client, address).headers["Location"])


def undo(client: Client, page: Page) -> Page:
    """Press the button of the message on `page`, and return the page that it leads to."""
    words = page.words
    assert "Undo" in words
    form = next(each for each in page.forms if "bring-back" in each.action)
    return removed(client, form.action)


def answer(number: int, place: int = 1) -> Drilled:
    """Return an answer of a round."""
    return Drilled(round=number, place=place, question="Why?", principles=("ownership",))


@pytest.mark.usefixtures("late_train")
def test_a_story(client: Client) -> None:
    page = removed(client, "/stories/late-train/remove/")
    assert "“The late train” is removed." in page.words
    assert queries.stories() == []
    assert "“The late train” is back." in undo(client, page).words
    assert [each.story.id for each in queries.stories()] == ["late-train"]


@pytest.mark.usefixtures("larch")
def test_a_loop(client: Client, larch: Loop) -> None:
    page = removed(client, "/loops/larch/remove/")
    assert queries.held_loop("larch").removed_at
    assert "The loop is back." in undo(client, page).words
    held = queries.held_loop("larch")
    assert (held.loop, held.removed_at) == (larch, None)


@pytest.mark.usefixtures("samples")
def test_the_samples_and_no_other_removal(client: Client) -> None:
    services.remove("checkout-failures", via=Via.WEB)
    page = removed(client, "/samples/remove/")
    assert queries.stories() == []
    assert "The samples are back." in undo(client, page).words
    assert {held.story.id for held in queries.stories()} == SAMPLES - {"checkout-failures"}


def test_a_question_that_was_asked(client: Client) -> None:
    kept = practice.keep_asked(Asked(question="Who paid?", employer="Acme"))
    page = removed(client, f"/ask/{kept.number}/remove/")
    assert queries.asked() == []
    assert "The question is back." in undo(client, page).words
    assert queries.asked() == [kept]


def test_a_question_stays_gone_once_another_one_is_removed(client: Client) -> None:
    first, second = (practice.keep_asked(Asked(question=each)) for each in ("Who?", "Why?"))
    page = removed(client, f"/ask/{first.number}/remove/")
    post(client, f"/ask/{second.number}/remove/")
    assert "That question is gone" in undo(client, page).words
    post(client, f"/ask/{second.number}/bring-back/")
    assert [each.question for each in queries.asked()] == ["Why?"]


def test_the_answers_of_all_drills(client: Client) -> None:
    kept = [practice.keep_drilled(answer(1, place)) for place in (1, 2)]
    page = removed(client, "/progress/forget/")
    assert queries.drilled() == []
    assert "The answers are back." in undo(client, page).words
    assert queries.drilled() == kept


def test_rounds_begun_since_come_after_those_that_are_back() -> None:
    for number in (1, 2):
        practice.keep_drilled(answer(number))
    practice.forget_drills()
    for number in (1, 2, 3):
        practice.keep_drilled(answer(number, 4))
    assert practice.bring_back_drills() == 2
    assert [(each.round, each.place) for each in queries.drilled()] == [
        *((1, 1), (2, 1)),
        *((3, 4), (4, 4), (5, 4)),
    ]


def test_answers_stay_gone_once_others_are_removed() -> None:
    practice.keep_drilled(answer(1))
    practice.forget_drills()
    practice.keep_drilled(answer(1, 2))
    practice.forget_drills()
    assert practice.forget_drills() == 0
    assert practice.bring_back_drills() == 1
    assert [each.place for each in queries.drilled()] == [2]


@pytest.mark.usefixtures("samples")
def test_what_is_removed_counts_nowhere(client: Client) -> None:
    question = "Who landed the zeppelin"
    kept = practice.keep_asked(Asked(question=question, principle="frugality"))
    practice.keep_drilled(answer(1))
    practice.remove_asked(kept.number)
    practice.forget_drills()
    assert "zeppelin" not in show(client, "/guide/questions/?q=zeppelin").words.split("found")[-1]
    assert "Start round 1" in show(client, "/drill/").words
    assert "corrected" not in show(client, f"/ask/?q={question}").words
    practice.keep_drilled(answer(1))
    assert len(queries.drilled()) == 1
