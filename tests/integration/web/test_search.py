"""One search over stories and guide: what is found, in what order, and what is shown of it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from storyloop.bank import services
from storyloop.bank.models import Via
from storyloop.story import Story
from storyloop.web.finding import Hit, find
from tests.integration.web.reading import show

pytestmark = pytest.mark.django_db
NASTY = (
    '"',
    "'",
    "*",
    "NEAR(a b)",
    "title:x",
    "a AND OR NOT b",
    "^a",
    "-a",
    "(",
    "%s %d %",
    "; DROP TABLE bank_record",
    "<script>alert(1)</script>",
    "\x00\ud800",
    "🎯",
    "x" * 5_000,
    "word " * 500,
)


def named(hits: tuple[Hit, ...]) -> list[str]:
    """Return the names of what was found."""
    return ["".join(each.text for each in hit.name) for hit in hits]


def words(hit: Hit) -> str:
    """Return what is shown of something that was found, with what is marked in brackets."""
    return "".join(f"[{each.text}]" if each.marked else each.text for each in hit.words)


@pytest.mark.usefixtures("samples")
def test_stories_come_first_then_the_guide_then_its_questions(client: Client) -> None:
    page = show(client, "/search/?q=customer")
    assert page.title == "customer · Search · Storyloop"
    groups = (" Stories ", " Guide ", "Questions that interviewers ask")
    found = page.words[page.words.index(" found") :]
    places = [found.index(each) for each in groups]
    assert places == sorted(places)
    assert "/stories/checkout-failures/" in page.links
    assert "/guide/situations/#unique-customer" in page.links


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("dive deep", "/guide/principles/?framework=amazon#dive-deep"),
        ("seeing the big picture", "/guide/principles/?framework=civil-service#"),
        ("unusual customer", "/guide/situations/#unique-customer"),
        ("systems integration", "/guide/archetypes/#systems-integration"),
        ("S07", "/guide/rules/S07/"),
        ("turned down reason", "/guide/advice/#why-not"),
    ],
)
def test_every_part_of_the_guide_is_searched(query: str, address: str) -> None:
    assert [hit for hit in find(query, 20).guide if hit.address.startswith(address)]


def test_a_question_leads_to_its_answer() -> None:
    (first, *_) = find("manager", 20).questions
    assert first.address.startswith("/ask/?q=")


@pytest.mark.usefixtures("late_train")
def test_a_story_shows_the_words_that_were_found() -> None:
    story = Story(id="dam", title="The dam", situation="Water rose.", principles=("earn-trust",))
    services.add(story, via=Via.WEB)
    (hit,) = find("waters", 20).stories
    assert (named((hit,)), words(hit)) == (["The dam"], "[Water] rose.")
    (hit,) = find("earn dam", 20).stories
    assert words(hit) == "[Earn] Trust"


@pytest.mark.usefixtures("samples")
def test_a_removed_story_is_not_found(client: Client) -> None:
    services.remove("checkout-failures", via=Via.WEB)
    assert "/stories/checkout-failures/" not in show(client, "/search/?q=checkout").links


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("query", NASTY)
def test_any_characters_are_searched_for_and_shown_harmlessly(client: Client, query: str) -> None:
    answer = client.get("/search/", {"q": query.encode(errors="replace").decode()})
    assert answer.status_code == 200
    assert b"<script>alert" not in answer.content
    assert find(query, 5).count >= 0


def test_a_marked_word_stays_text(client: Client) -> None:
    services.add(Story(id="x", title="<b>Bold</b> &amp; <i>"), via=Via.WEB)
    page = client.get("/search/?q=bold").content.decode()
    assert "&lt;b&gt;<mark>Bold</mark>&lt;/b&gt; &amp;amp; &lt;i&gt;" in page


def test_without_words_the_page_says_how_to_search(client: Client) -> None:
    assert "the beginning of a word is enough" in show(client, "/search/").words
    page = show(client, "/search/?q=zeppelin+custard")
    assert "Nothing has all of these words." in page.words
    assert "/removed/" in page.links


@pytest.mark.usefixtures("samples")
def test_a_search_asks_the_database_as_little_for_two_hundred_stories(
    client: Client, request: pytest.FixtureRequest
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/search/?q=customers").status_code == 200
        return len(captured)

    few = asked()
    request.getfixturevalue("many")
    assert asked() == few == 2
