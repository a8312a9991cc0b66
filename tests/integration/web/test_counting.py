"""What counts on the pages: the samples until there is a story of one's own, then that alone."""

import pytest
from django.test import Client

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.models import Via
from storyloop.story import Story
from tests.integration.web.reading import post, show, write

SAMPLES = {sample.id for sample in guide.samples()}


def rows(client: Client, query: str = "") -> set[str]:
    """Return the ids of the stories that the coverage page speaks of."""
    links = show(client, f"/coverage/{query}").links
    return {link.split("/")[2] for link in links if link.startswith("/stories/")} - {
        *("", "new", "begin", "removed")
    }


@pytest.mark.usefixtures("samples")
def test_a_newcomer_is_told_that_the_samples_are_fiction(client: Client) -> None:
    words = show(client, "/").words
    assert "these ten stories are samples: fiction to learn from." in words
    assert "The samples are counted here until you write a story of your own." in words
    assert "made from the sample stories" in show(client, "/prepare/").words
    assert rows(client) == SAMPLES


@pytest.mark.usefixtures("samples", "late_train")
def test_the_samples_step_aside_once_there_is_an_own_story(client: Client) -> None:
    assert "You have one story of your own." in show(client, "/").words
    assert rows(client) == {"late-train"}
    assert "Only your own stories are used." in show(client, "/prepare/").words
    links = show(client, "/prepare/").links
    assert not [link for link in links for sample in SAMPLES if f"/{sample}/" in link]


@pytest.mark.usefixtures("samples", "late_train")
def test_the_samples_can_be_counted_beside_ones_own(client: Client) -> None:
    assert rows(client, "?samples=1") == SAMPLES | {"late-train"}
    assert "/coverage/?framework=amazon&samples=1" in show(client, "/coverage/").links


@pytest.mark.usefixtures("samples", "late_train")
def test_a_story_without_any_text_covers_nothing(client: Client) -> None:
    services.add(Story(id="idea", title="An idea", situations=("scaled",)), via=Via.WEB)
    assert rows(client) == {"late-train", "idea"}
    words = show(client, "/coverage/").words
    assert "The late train answers" in words
    assert "An idea answers" not in words


@pytest.mark.usefixtures("samples")
def test_fewest_tells_fewer_stories(client: Client) -> None:
    def said(query: str) -> str:
        """Return the line that counts the stories and the situations."""
        words = show(client, f"/prepare/{query}").words
        return words.split("At a glance")[1].split(".")[0].strip()

    numerals = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    without, fewest = said(""), said("?fewest=1")
    assert "for fifteen situations" in without
    assert "for fifteen situations" in fewest
    counts = [(*numerals, "ten").index(line.split()[0].lower()) for line in (without, fewest)]
    assert counts[0] > counts[1] > 0


@pytest.mark.usefixtures("samples")
def test_only_the_chosen_situations_get_a_sheet(client: Client) -> None:
    page = show(client, "/prepare/?situation=scaled&situation=obstacle")
    sheets = [tag["id"] for name, tag in page.tags if name == "article"]
    assert sorted(map(str, sheets)) == ["obstacle", "scaled"]
    ticked = [t["value"] for _, t in page.tags if t.get("type") == "checkbox" and "checked" in t]
    assert sorted(map(str, ticked)) == ["obstacle", "scaled"]


@pytest.mark.usefixtures("late_train")
def test_a_situation_that_no_story_answers_is_named_as_a_gap(client: Client) -> None:
    page = show(client, "/prepare/?situation=security")
    assert "No story for these yet" in page.words
    assert "/stories/begin/?archetype=security-or-risk" in page.links


@pytest.mark.usefixtures("samples", "late_train")
def test_the_samples_go_in_one_click_and_come_back_in_one(client: Client) -> None:
    assert post(client, "/samples/remove/").headers["Location"] == "/"
    assert {held.story.id for held in queries.stories()} == {"late-train"}
    assert "The samples are gone." in show(client, "/").words
    assert "Bring all samples back" in show(client, "/removed/").words
    post(client, "/samples/bring-back/")
    assert {held.story.id for held in queries.stories()} == SAMPLES | {"late-train"}


@pytest.mark.usefixtures("samples")
def test_without_any_story_home_offers_the_samples_again(client: Client) -> None:
    post(client, "/samples/remove/")
    assert "/samples/bring-back/" in [form.action for form in show(client, "/").forms]


@pytest.mark.usefixtures("samples")
def test_a_sample_made_ones_own_stays_when_the_samples_go(client: Client) -> None:
    write(client, "/stories/checkout-failures/edit/", {"mine": "on"})
    assert not queries.held("checkout-failures").story.sample
    post(client, "/samples/remove/")
    assert {held.story.id for held in queries.stories()} == {"checkout-failures"}


@pytest.mark.usefixtures("late_train")
def test_the_rings_are_said_in_figures(client: Client) -> None:
    words = show(client, "/").words
    assert "Situations Principles two stories or more 0 0 one story" in words
    before, after = words.split("none yet ")
    covered = [int(each) for each in before.rsplit("one story ", 1)[1].split()]
    open_ones = [int(each) for each in after.split()[:2]]
    assert [sum(pair) for pair in zip(covered, open_ones, strict=True)] == [15, 16]
    assert covered[0] > 0
