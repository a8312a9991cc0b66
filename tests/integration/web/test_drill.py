"""The drill: which question comes, what is right, and that each answer counts once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from storyloop import guide
from storyloop.bank import practice, queries
from storyloop.bank.values import Asked, Drilled
from storyloop.web.drill import (
    ROUND,
    bank_questions,
    best_stories,
    neighbours,
    next_question,
    questions,
    widened,
)
from tests.integration.web.reading import post, read, show

if TYPE_CHECKING:
    from storyloop.web.drill import Question
    from tests.integration.web.reading import Page

BANK = bank_questions()
OWN = Asked(question="What did you do when the zeppelin caught fire?", principle="frugality")
MOST = 4


def told(question: Question, number: int, place: int, *, right: bool) -> Drilled:
    """Return an answer, right or not."""
    return Drilled(
        round=number,
        place=place,
        question=question.text,
        principles=question.principles,
        named=question.principles[0] if right else "",
    )


def asked_in(history: list[Drilled], number: int, count: int, *, right: bool) -> list[str]:
    """Go through a round, add the answers to `history`, and return the ids that came."""
    ids = []
    for place in range(1, count + 1):
        question = next_question(BANK[:40], history, number)
        assert question
        history.append(told(question, number, place, right=right))
        ids.append(question.id)
    return ids


def test_a_round_repeats_nothing_and_is_the_same_for_the_same_history() -> None:
    first, second = ([], [])  # type: tuple[list[Drilled], list[Drilled]]
    ids = asked_in(first, 1, ROUND, right=False)
    assert len(set(ids)) == ROUND
    assert ids == asked_in(second, 1, ROUND, right=False)


def test_every_second_question_is_one_that_was_missed_the_longest_ago_first() -> None:
    history: list[Drilled] = []
    missed = asked_in(history, 1, 4, right=False)
    after = asked_in(history, 2, ROUND, right=True)
    assert [each for each in after if each in missed] == missed
    assert after[1::2][:4] == missed
    assert len(set(after)) == ROUND


def test_what_was_right_comes_again_when_nothing_is_new_the_longest_ago_first() -> None:
    history: list[Drilled] = []
    for number in range(1, 5):
        asked_in(history, number, ROUND, right=True)
    assert len({each.question for each in history}) == 40
    again = asked_in(history, 5, ROUND, right=True)
    by_id = {each.id: each.text for each in BANK}
    assert [by_id[each] for each in again] == [each.question for each in history[:ROUND]]


def test_a_round_without_a_question_left_ends() -> None:
    history = [told(BANK[0], 1, 1, right=True)]
    assert next_question(BANK[:1], history, 1) is None
    assert next_question(BANK[:1], history, 2) == BANK[0]


def test_what_one_was_asked_comes_first_and_once() -> None:
    again = replace(OWN, question=OWN.question.upper(), principle="think-big", number=2)
    france = Asked(question="What is the capital of France?", number=3)
    known = questions([france, again, OWN])
    assert [each.principles for each in known[:2]] == [("think-big",), BANK[0].principles]
    assert len(known) == len(BANK) + 1
    of_the_bank = Asked(question=BANK[3].text, principle="frugality", number=4)
    assert len(questions([of_the_bank])) == len(BANK)
    assert questions([of_the_bank])[0].principles == ("frugality",)


def test_a_drill_on_one_principle_is_mixed_with_its_neighbours() -> None:
    on = widened(("ownership",))
    assert on == ("ownership", *neighbours("ownership"))
    assert len(set(on)) == 3
    assert widened(("ownership", "think-big")) == ("ownership", "think-big")
    history: list[Drilled] = []
    firsts = set()
    for place in range(1, ROUND + 1):
        question = next_question(BANK, history, 1, on)
        assert question
        firsts.add(question.principles[0])
        history.append(told(question, 1, place, right=True))
    assert firsts <= set(on)
    assert len(firsts) > 1


def test_the_best_stories_are_those_that_the_labels_ask_for() -> None:
    question = next(each for each in BANK if each.situations == ("security",))
    first, *_ = best_stories(question, guide.samples())
    assert "security" in first.story.situations
    assert best_stories(question, ()) == ()


def current(client: Client, number: int = 1, query: str = "") -> tuple[Page, dict[str, list[str]]]:
    """Open a round; return its page and what its form would send with nothing chosen."""
    page = show(client, f"/drill/{number}/{query}")
    sent = page.form("question").filled({"named": "", "seconds": "6"})
    return page, sent


def labels(sent: dict[str, list[str]]) -> tuple[str, ...]:
    """Return what the question of a form tests."""
    return next(each.principles for each in BANK if each.id == sent["question"][0])


@pytest.mark.usefixtures("samples")
def test_a_right_answer_is_kept_and_explained(client: Client) -> None:
    assert "Start round 1" in show(client, "/drill/").words
    page, sent = current(client)
    assert "question 1 of 10" in page.words
    radios = [a["value"] for _, a in page.tags if a.get("type") == "radio"]
    assert radios == [each.id for each in guide.framework().principles]
    right = labels(sent)[-1]
    best = best_stories(next(q for q in BANK if q.id == sent["question"][0]), guide.samples())
    sent |= {"named": [right], "story": [best[0].story.id]}
    answer = post(client, "/drill/1/", sent)
    assert answer.headers["Location"] == "/drill/1/1/"
    (kept,) = queries.drilled()
    assert (kept.right, kept.story_right, kept.seconds) == (True, True, 6)
    assert kept.best == tuple(each.story.id for each in best)
    page = show(client, "/drill/1/1/")
    assert f"Right: {guide.principle(right).name}" in page.words
    assert guide.principle(labels(sent)[0]).gloss in page.words
    assert "and so would we" in page.words
    assert "You took 6 s." in page.words
    assert "/drill/1/" in page.links


@pytest.mark.usefixtures("samples")
def test_a_wrong_answer_says_what_is_right(client: Client) -> None:
    _, sent = current(client)
    wrong = next(p for p in guide.framework().principles if p.id not in labels(sent))
    post(client, "/drill/1/", sent | {"named": [wrong.id], "seconds": ["soon"]})
    (kept,) = queries.drilled()
    assert (kept.right, kept.story_right, kept.seconds) == (False, None, None)
    words = show(client, "/drill/1/1/").words
    assert f"Not quite: it is {guide.principle(labels(sent)[0]).name}" in words
    assert f"You said {wrong.name}." in words


@pytest.mark.usefixtures("samples")
def test_an_answer_that_is_sent_twice_counts_once(client: Client) -> None:
    _, sent = current(client)
    post(client, "/drill/1/", sent | {"named": [labels(sent)[0]]})
    again = post(client, "/drill/1/", sent)
    assert again.headers["Location"] == "/drill/1/1/"
    assert [each.right for each in queries.drilled()] == [True]


@pytest.mark.usefixtures("samples")
def test_what_no_form_would_send_changes_nothing(client: Client) -> None:
    _, sent = current(client)
    for odd in ({"question": ["nix"]}, {"place": ["2"]}, {"place": ["0"]}, {"place": ["x"]}):
        assert post(client, "/drill/1/", sent | odd).headers["Location"] == "/drill/1/"
    assert post(client, "/drill/1/").status_code == 302
    assert queries.drilled() == []
    post(client, "/drill/1/", sent | {"named": ["nix"], "story": ["nix"], "seconds": ["99999"]})
    (kept,) = queries.drilled()
    assert (kept.named, kept.story, kept.seconds) == ("", "", None)


@pytest.mark.django_db
def test_rounds_and_places_that_are_not_there_are_not_found(client: Client) -> None:
    for address in ("/drill/0/", "/drill/2/", f"/drill/{10**30}/", "/drill/1/1/", "/drill/1/99/"):
        assert client.get(address).status_code == 404
    assert client.get("/drill/1/").status_code == 200
    assert post(client, "/drill/7/").status_code == 404


@pytest.mark.usefixtures("samples")
def test_ten_questions_make_a_round_and_it_is_summed_up(client: Client) -> None:
    for place in range(1, ROUND + 1):
        page, sent = current(client, query="?on=ownership&on=think-big")
        assert f"question {place} of 10" in page.words
        assert labels(sent)[0] in {"ownership", "think-big"}
        named = [labels(sent)[0]] if place <= 7 else [""]
        answer = post(client, "/drill/1/?on=ownership&on=think-big", sent | {"named": named})
        assert answer.headers["Location"] == f"/drill/1/{place}/?on=ownership&on=think-big"
        if place == 3:
            assert "Round 1 stands at 3 of 10." in show(client, "/drill/").words
    assert "See the round" in show(client, "/drill/1/10/").words
    page = show(client, "/drill/1/?on=ownership&on=think-big")
    assert "7 of 10 right" in page.words
    assert "/drill/2/?on=ownership&on=think-big" in page.links
    assert page.words.count("Missed") == 3
    assert post(client, "/drill/1/", sent).headers["Location"] == "/drill/1/10/"
    assert len(queries.drilled()) == ROUND


@pytest.mark.usefixtures("samples")
def test_a_question_that_was_removed_since_is_still_explained(client: Client) -> None:
    kept = practice.keep_asked(OWN)
    page, sent = current(client)
    assert OWN.question in page.words
    post(client, "/drill/1/", sent | {"named": ["frugality"]})
    practice.remove_asked(kept.number)
    assert "Right: Frugality" in show(client, "/drill/1/1/").words


@pytest.mark.django_db
def test_without_stories_only_the_principle_is_asked_for(client: Client) -> None:
    page, sent = current(client)
    assert "Which story would you tell?" not in page.words
    post(client, "/drill/1/", sent)
    assert "No story of yours fits this question." in show(client, "/drill/1/1/").words


@pytest.mark.usefixtures("samples", "late_train")
def test_the_samples_step_aside_for_own_stories(client: Client) -> None:
    page, _ = current(client)
    options = [a.get("value") for tag, a in page.tags if tag == "option"]
    assert options == ["", "late-train"]
    page, sent = current(client, query="?samples=1")
    assert len([1 for tag, _ in page.tags if tag == "option"]) == len(guide.samples()) + 2
    answer = post(client, "/drill/1/?samples=1", sent)
    assert answer.headers["Location"] == "/drill/1/1/?samples=1"
    assert read(client.get("/drill/1/1/?samples=1")).status == 200


@pytest.mark.usefixtures("samples")
def test_a_drill_asks_the_database_little_and_as_little_for_two_hundred_stories(
    client: Client, request: pytest.FixtureRequest
) -> None:
    def asked() -> dict[str, int]:
        found = {}
        for address in ("/drill/", "/drill/2/", "/drill/1/", "/drill/1/1/", "/progress/"):
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            found[address] = len(captured)
        return found

    for place, question in enumerate(BANK[:ROUND], 1):
        practice.keep_drilled(told(question, 1, place, right=place > 3))
    few = asked()
    assert max(few.values()) <= MOST
    request.getfixturevalue("many")
    for number in range(2, 12):
        for place, question in enumerate(BANK[number * 20 : number * 20 + ROUND - 1], 1):
            practice.keep_drilled(told(question, number, place, right=True))
    assert asked() == few
