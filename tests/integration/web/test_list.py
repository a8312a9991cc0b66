"""The list says how strong each story is and when it was told, and goes by both."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from storyloop import guide
from storyloop.bank import practice, services
from storyloop.bank.judgements import catch_up, judge
from storyloop.bank.models import Via
from storyloop.bank.queries import stories
from storyloop.bank.values import USUAL, Asked, Judgement
from storyloop.story import Story
from tests.integration.web.reading import show

pytestmark = pytest.mark.database

STRONG = replace(guide.samples()[0], id="strong", title="Strong", sample=False)
WEAK = Story(
    id="weak",
    title="Weak",
    action=" ".join(f"We looked at queue {n} and things were done." for n in range(9)),
)
SHORT = Story(id="short", title="Short", action="I rang.")


@pytest.fixture
def three(db: None) -> None:
    del db
    for story in (STRONG, WEAK, SHORT):
        services.add(story, via=Via.WEB)


def order(client: Client, query: str = "") -> list[str]:
    """Return the stories in the order of the list."""
    links = show(client, f"/stories/{query}").links
    ids = [link.split("/")[2] for link in links if link.startswith("/stories/")]
    return [each for each in ids if each in {"strong", "weak", "short"}]


@pytest.fixture
def nobody_judges(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object) -> dict[str, Judgement]:
        return {}

    monkeypatch.setattr("storyloop.bank.judgements._judge_a_few", nothing)


@pytest.mark.usefixtures("three", "nobody_judges")
def test_a_strength_that_is_not_known_yet_is_said_to_be_so(client: Client) -> None:
    assert show(client, "/stories/").words.count("Strength not reckoned yet") == 3
    judge([each for each in stories() if each.story.id == "strong"], USUAL)
    page = show(client, "/stories/?sort=strength")
    assert page.words.count("Strength not reckoned yet") == 2
    assert "Strength 100" in page.words
    assert "The strength of two is not reckoned yet." in page.words


@pytest.mark.usefixtures("three")
def test_a_story_too_short_to_judge_is_said_to_be_so(client: Client) -> None:
    catch_up()
    words = show(client, "/stories/?q=rang").words
    assert "Too little text to judge" in words
    assert "reckoned" not in words


@pytest.mark.usefixtures("three")
def test_the_list_narrows_to_weak_stories_and_begins_with_the_weakest(client: Client) -> None:
    catch_up()
    assert order(client, "?below=100") == ["weak"]
    assert order(client, "?below=1") == []
    assert order(client, "?sort=strength") == ["weak", "strong", "short"]


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("below", ["", "0", "-1", "ten", "1e3", "٣", "9999"])
def test_what_is_no_number_of_points_asks_for_nothing(client: Client, below: str) -> None:
    catch_up()
    assert len(order(client, f"?below={below}")) == 3


@pytest.mark.usefixtures("three")
def test_the_list_says_when_a_story_was_told_and_goes_by_it(client: Client) -> None:
    for story, day in (("weak", date(2026, 5, 4)), ("short", date(2025, 1, 9))):
        practice.keep_asked(Asked(question="Who disagreed?", story=story, on=day))
    words = show(client, "/stories/").words
    assert "last told 4 May 2026" in words
    assert "last told 9 January 2025" in words
    assert words.count("not told yet") == 1
    assert order(client, "?sort=told") == ["strong", "short", "weak"]


@pytest.mark.usefixtures("three")
def test_a_row_is_written_anew_when_what_it_says_changes(client: Client) -> None:
    catch_up()
    assert "Weak" in show(client, "/stories/").words
    services.save(replace(WEAK, title="Mended"), base=1, via=Via.WEB)
    words = show(client, "/stories/").words
    assert "Mended" in words
    assert "Weak" not in words
