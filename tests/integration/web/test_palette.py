"""What the palette answers, and the choice to do without single keys."""

import json

import pytest
from django.test import Client

from storyloop.web import commands
from storyloop.web.commands import Command
from tests.integration.web.reading import post, read, show

pytestmark = pytest.mark.django_db


def groups(client: Client, query: str) -> list[str]:
    """Return the headings of what the palette finds."""
    page = show(client, f"/search/palette/?q={query}")
    return [str(tag["id"]) for _, tag in page.tags if tag.get("class") == "palette-group"]


@pytest.mark.usefixtures("samples")
def test_before_anything_is_typed_it_offers_pages_and_things_to_do(client: Client) -> None:
    assert groups(client, "") == ["palette-pages", "palette-actions"]
    links = show(client, "/search/palette/").links
    assert {"/", "/stories/", "/loops/", "/readiness/", "/drill/", "/stories/begin/"} <= set(links)


@pytest.mark.usefixtures("samples")
def test_what_is_typed_finds_stories_pages_and_the_guide(client: Client) -> None:
    assert groups(client, "checkout")[0] == "palette-stories"
    assert groups(client, "cover")[:2] == ["palette-stories", "palette-pages"]
    assert "/guide/situations/#root-cause" in show(client, "/search/palette/?q=root+cause").links


@pytest.mark.usefixtures("samples")
def test_whatever_is_typed_can_be_searched_for_on_a_page_of_its_own(client: Client) -> None:
    page = show(client, "/search/palette/?q=zeppelin+%26+co")
    assert page.links == ["/search/?q=zeppelin+%26+co"]
    assert page.words == "Search everywhere for “zeppelin & co”"


@pytest.mark.usefixtures("samples")
def test_every_option_can_be_told_by_its_role(client: Client) -> None:
    page = show(client, "/search/palette/?q=dark")
    options = [tag for _, tag in page.tags if tag.get("role") == "option"]
    assert [each["data-appearance"] for each in options if "data-appearance" in each] == ["dark"]


def test_a_command_answers_to_the_beginnings_of_its_words() -> None:
    drill = Command(name="Start a drill", also="practise")
    assert drill.answers("drills")
    assert drill.answers("PRAC sta")
    assert drill.answers("")
    assert not drill.answers("drill zeppelin")


def test_no_two_commands_have_the_same_keys_and_none_hides_another() -> None:
    used = [each.keys for each in (*commands.pages(), *commands.actions()) if each.keys]
    assert len(used) == len(set(used))
    assert not [(a, b) for a in used for b in used if a != b and b.startswith(f"{a} ")]


def test_every_page_carries_the_keys(client: Client) -> None:
    page = show(client, "/shortcuts/")
    body = next(tag for name, tag in page.tags if name == "body")
    carried = json.loads(str(body["data-keys"]))
    assert carried == commands.keys()
    for keys in carried:
        assert keys.replace(" ", " then ") in page.words


def test_single_keys_are_switched_off_and_on(client: Client) -> None:
    def is_off() -> bool:
        page = show(client, "/guide/advice/")
        return next(tag for name, tag in page.tags if name == "html").get("data-shortcuts") == "off"

    assert not is_off()
    answer = post(client, "/shortcuts/", {"shortcuts": ["off"]})
    assert answer.headers["Location"] == "/shortcuts/"
    assert "Single keys do nothing now." in show(client, "/shortcuts/").words
    assert is_off()
    post(client, "/shortcuts/", {"shortcuts": ["on"]})
    assert not is_off()


def test_a_cookie_with_anything_else_changes_nothing(client: Client) -> None:
    client.cookies["shortcuts"] = '"><script>'
    page = read(client.get("/guide/advice/"))
    assert "data-shortcuts" not in next(tag for name, tag in page.tags if name == "html")
