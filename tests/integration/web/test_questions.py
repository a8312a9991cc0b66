"""The question bank: mixed, narrowed by what it asks for, one's own questions first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from django.test import Client

from storyloop import guide
from storyloop.bank import practice, queries
from storyloop.bank.values import Asked
from storyloop.web.questions import PAGE, Search, search
from tests.integration.web.reading import post, show

if TYPE_CHECKING:
    from storyloop.web.questions import Page

AT = "/guide/questions/"
OWN = Asked(
    question="Which zeppelin did you land without asking your manager?",
    employer="Acme",
    on=date(2026, 5, 3),
    principle="frugality",
    story="fare-cap-launch",
)


def found(**wanted: str) -> Page:
    """Return what a search finds in the bank."""
    return search([], Search.of(wanted))


def test_the_order_gives_nothing_away() -> None:
    firsts = [entry.principles[0] for entry in found().entries]
    assert len(firsts) == PAGE
    assert len(set(firsts)) > 10


def test_the_pages_hold_every_question_once() -> None:
    last = found().last
    texts = [e.text for page in range(1, last + 1) for e in found(page=str(page)).entries]
    assert sorted(texts) == sorted(each.text for each in guide.questions())
    assert found(page="9999").number == found(page=str(last)).number == last
    assert found(page="0").number == found(page="²").number == found(page="x").number == 1


def test_each_filter_narrows() -> None:
    for name, wanted in (("principle", "ownership"), ("situation", "scaled")):
        entries = found(**{name: wanted}).entries
        assert entries
        assert all(wanted in getattr(each, f"{name}s") for each in entries)
    assert {each.level for each in found(level="senior").entries} == {"senior"}
    assert {each.role for each in found(role="health").entries} == {"health"}
    assert all("customer" in each.words for each in found(q="CUSTOMER").entries)
    assert found(q="zeppelin").found == 0
    both = found(principle="ownership", q="nobody").found
    assert 0 < both < min(found(principle="ownership").found, found(q="nobody").found)


@pytest.mark.django_db
def test_what_a_question_tests_is_behind_a_click(client: Client) -> None:
    page = show(client, AT)
    assert page.title == "Question bank · Storyloop"
    assert f"{len(guide.questions())} questions, page 1 of" in page.words
    folded = [tag for tag, attributes in page.tags if tag == "details" and "open" not in attributes]
    assert len(folded) == PAGE
    first = found().entries[0]
    (link,) = (each for each in page.links if each == asks(first.text))
    assert first.text[:20] in show(client, link).title


def asks(text: str) -> str:
    """Return where a question of the list leads."""
    return f"/ask/?q={quote(text)}"


@pytest.mark.django_db
def test_the_next_page_keeps_the_search(client: Client) -> None:
    page = show(client, f"{AT}?q=you&level=any&page=2")
    assert f"{AT}?q=you&level=any" in page.links
    assert f"{AT}?q=you&level=any&page=3" in page.links


@pytest.mark.usefixtures("samples")
def test_own_questions_come_first_and_can_be_removed(client: Client) -> None:
    kept = practice.keep_asked(OWN)
    page = show(client, AT)
    before, _ = page.words.split(found().entries[0].text)
    assert OWN.question in before
    assert "You were asked this at Acme on 3 May 2026 and told" in before
    assert "Frugality, as you have said." in before
    assert post(client, f"/ask/{kept.number}/remove/").headers["Location"] == AT
    assert queries.asked() == []
    assert "The question is removed." in show(client, AT).words
    assert post(client, f"/ask/{kept.number}/remove/").status_code == 302
    assert post(client, f"/ask/{10**30}/remove/").status_code == 302
    assert client.get(f"/ask/{kept.number}/remove/").status_code == 405


@pytest.mark.usefixtures("samples")
def test_own_questions_are_narrowed_too(client: Client) -> None:
    practice.keep_asked(OWN)
    practice.keep_asked(Asked(question="What is the capital of France?"))
    for query in ("principle=frugality", "q=zeppelin", "q=ZEPPELIN&principle=frugality"):
        assert OWN.question in show(client, f"{AT}?{query}").words
    for query in ("principle=think-big", "level=senior", "role=health"):
        assert OWN.question not in show(client, f"{AT}?{query}").words
    assert "It asks for no story." in show(client, AT).words
    assert "No question has all of that." in show(client, f"{AT}?q=zeppelin+airship").words
