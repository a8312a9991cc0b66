"""The page Ask: what a question tests, which story to tell, and what one was asked is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from storyloop import guide
from storyloop.bank import practice, queries
from storyloop.bank.values import Asked
from storyloop.matching.intent import Deciding, Intent, Likelihood
from storyloop.matching.match import Standing, match
from storyloop.web.ask import marked_question, ranked, read_question, told_at
from tests.integration.web.hostile import ATTACK, harms
from tests.integration.web.reading import post, read, show

if TYPE_CHECKING:
    from tests.integration.web.reading import Page

DISAGREED = "Tell me about a time you disagreed with your manager."
SEVERAL = f"{DISAGREED} And tell me about a time a customer was unhappy."
NO_STORY = "What is the capital of France?"
BACKBONE = "Have Backbone; Disagree and Commit"
MOST = 4
SAMPLES = {sample.id: sample.title for sample in guide.samples()}


def ask(client: Client, question: str, **query: str) -> Page:
    """Ask a question."""
    more = "".join(f"&{name}={quote(value)}" for name, value in query.items())
    return show(client, f"/ask/?q={quote(question)}{more}")


def offered(page: Page) -> list[str]:
    """Return the samples that a page leads to, in its order."""
    ids = (link.split("/")[2] for link in page.links if link.startswith("/stories/"))
    return [each for each in ids if each in SAMPLES]


@pytest.mark.usefixtures("samples")
def test_an_answer_names_the_principle_and_the_stories(client: Client) -> None:
    page = ask(client, DISAGREED)
    assert page.title == f"{DISAGREED} · Ask · Storyloop"
    assert f"What it tests {BACKBONE}" in page.words
    assert "What decided it: “disagreed”" in page.words
    first = match(read_question(DISAGREED), guide.samples())[0]
    assert offered(page)[0] == first.story.id
    assert first.lead
    assert f"Open with {first.lead.opening}" in page.words
    assert f"Fits {round(100 * first.fit)} of 100 · Strength" in page.words
    assert set(offered(page)) == set(SAMPLES)


@pytest.mark.usefixtures("samples")
def test_without_a_question_it_shows_how_to_begin(client: Client) -> None:
    page = ask(client, " ")
    assert page.title == "Ask · Storyloop"
    assert "Try one of these" in page.words
    assert "What it tests" not in page.words
    (example, *_) = (link for link in page.links if link.startswith("/ask/?q="))
    assert "What it tests" in show(client, example).words


@pytest.mark.usefixtures("samples")
def test_a_question_that_asks_for_no_story_is_answered_so(client: Client) -> None:
    page = ask(client, NO_STORY)
    assert "This asks for no story" in page.words
    assert offered(page) == []


@pytest.mark.usefixtures("samples")
def test_several_questions_get_an_answer_each(client: Client) -> None:
    words = ask(client, SEVERAL).words
    assert "Question 1 of 2" in words
    first, second = words.split("Question 2 of 2")
    assert f"What it tests {BACKBONE}" in first
    assert "What it tests Customer Obsession" in second


@pytest.mark.django_db
def test_where_no_story_fits_it_says_what_kind_to_write(client: Client) -> None:
    page = ask(client, DISAGREED)
    assert "No story of yours fits" in page.words
    assert "/stories/begin/?archetype=disagreement-or-backbone" in page.links


@pytest.mark.usefixtures("samples", "late_train")
def test_the_samples_step_aside_for_own_stories_and_can_be_counted(client: Client) -> None:
    page = ask(client, DISAGREED, employer="Acme")
    assert offered(page) == []
    (link,) = (link for link in page.links if "samples=1" in link)
    assert set(offered(show(client, link))) == set(SAMPLES)
    assert "employer=Acme" in link


@pytest.mark.usefixtures("samples")
def test_a_story_told_there_already_steps_back_and_says_so(client: Client) -> None:
    best = offered(ask(client, DISAGREED))[0]
    practice.keep_asked(Asked(question="Why?", employer="Acme", on=date(2026, 5, 3), story=best))
    page = ask(client, DISAGREED, employer=" ACME ")
    told = f"{SAMPLES[best]} Sample Told at Acme on 3 May 2026"
    assert told in page.words
    assert "Told at" not in ask(client, DISAGREED, employer="Initech").words
    before = read_question(DISAGREED)
    fits = {each.story.id: each.fit for each in match(before, guide.samples())}
    assert f"{told} Fits {round(100 * fits[best])} of 100" not in page.words


def test_the_last_telling_at_an_employer_counts() -> None:
    asked = [
        Asked(question="B?", employer="Acme", on=date(2026, 5, 3), story="a"),
        Asked(question="A?", employer="Acme", story="a"),
        Asked(question="C?", employer="Other", story="b"),
    ]
    assert told_at("acme", asked) == {"a": Standing(told="at Acme on 3 May 2026")}
    assert told_at("", asked) == {}


def test_the_first_stories_are_ranked_by_their_strength_too() -> None:
    intent = read_question(DISAGREED)
    found, known = ranked(intent, guide.samples(), {})
    assert all(known[each.story.id].strength is not None for each in found[:3])
    assert found == match(intent, guide.samples(), known)


@pytest.mark.usefixtures("samples")
def test_what_one_was_asked_is_kept(client: Client) -> None:
    typed = {
        "question": DISAGREED,
        "employer": "Acme",
        "on": "2026-05-03",
        "story": "late-train",
        "principle": "earn-trust",
    }
    assert read(post(client, "/ask/keep/", as_sent(typed))).status == 422
    typed["story"] = "fare-cap-launch"
    answer = post(client, "/ask/keep/", as_sent(typed))
    assert answer.status_code == 302
    (kept,) = queries.asked()
    assert (kept.question, kept.employer, kept.on) == (DISAGREED, "Acme", date(2026, 5, 3))
    page = show(client, answer.headers["Location"])
    assert "Kept." in page.words
    assert "Told at Acme" in page.words
    assert "You have said what this question tested." in page.words
    assert (
        "What it tests You have said what this question tested. That counts here. Earn Trust"
        in (page.words)
    )


def as_sent(typed: dict[str, str]) -> dict[str, list[str]]:
    """Return fields as a form sends them."""
    return {name: [value] for name, value in typed.items()}


@pytest.mark.usefixtures("samples")
def test_a_form_with_a_fault_keeps_what_was_typed(client: Client) -> None:
    typed = {"question": DISAGREED, "employer": "Acme", "on": "some day"}
    page = read(post(client, "/ask/keep/", as_sent(typed)))
    assert page.status == 422
    assert "Write a date such as 2024-05-03." in page.words
    assert page.form("on").filled()["employer"] == ["Acme"]
    assert page.form("on").filled()["question"] == [DISAGREED]
    assert queries.asked() == []


@pytest.mark.django_db
def test_an_empty_question_is_not_kept(client: Client) -> None:
    assert post(client, "/ask/keep/", {}).status_code == 422
    assert client.get("/ask/keep/").status_code == 405


@pytest.mark.usefixtures("samples")
def test_a_correction_holds_for_several_questions_at_once(client: Client) -> None:
    practice.keep_asked(Asked(question=SEVERAL, principle="frugality"))
    words = ask(client, SEVERAL.upper()).words
    assert "Question 1 of 2" not in words
    assert "That counts here. Frugality 100%" in words


@pytest.mark.usefixtures("samples")
def test_the_fragment_is_the_same_answer_without_the_page(client: Client) -> None:
    fragment = client.get(f"/ask/answer/?q={quote(DISAGREED)}").content.decode()
    assert "<html" not in fragment
    assert (
        read(client.get(f"/ask/answer/?q={quote(DISAGREED)}")).words in ask(client, DISAGREED).words
    )
    assert client.get("/ask/answer/").content.strip() == b""


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("question", [ATTACK, "\x00?", "é" * 5_000, "a b " * 3_000, "？"])
def test_any_text_is_answered_and_shown_as_text(client: Client, question: str) -> None:
    page = ask(client, question, employer=question[:100])
    assert page.status == 200
    assert harms(page) == []


@pytest.mark.usefixtures("samples")
def test_hostile_words_that_were_kept_are_shown_as_text(client: Client) -> None:
    practice.keep_asked(Asked(question=ATTACK, employer=ATTACK, story="fare-cap-launch"))
    for address in ("/ask/", "/guide/questions/", "/drill/1/"):
        assert harms(show(client, address)) == []
    assert harms(ask(client, DISAGREED, employer=ATTACK)) == []


def test_the_deciding_words_are_marked_by_their_weight() -> None:
    intent = Intent(
        question="Why <b>leave</b> now?",
        behavioural=1.0,
        principles=(Likelihood(id="ownership", probability=1.0),),
        situations=(),
        words=(
            Deciding(start=0, end=3, weight=0.01),
            Deciding(start=7, end=12, weight=0.8),
            Deciding(start=17, end=20, weight=0.1),
        ),
    )
    assert marked_question(intent) == (
        'Why &lt;b&gt;<mark class="decides is-most">leave</mark>&lt;/b&gt; '
        '<mark class="decides is-some">now</mark>?'
    )


@pytest.mark.usefixtures("samples")
def test_an_answer_asks_the_database_little_and_as_little_for_two_hundred_stories(
    client: Client, request: pytest.FixtureRequest
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            ask(client, SEVERAL, employer="Acme")
        return len(captured)

    few = asked()
    assert few <= MOST
    request.getfixturevalue("many")
    practice.keep_asked(Asked(question=DISAGREED, employer="Acme", story="mine-1"))
    assert asked() == few
