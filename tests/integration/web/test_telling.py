"""While a telling is written: what stands beside it, sorting it into parts, and its numbers."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.models import Via
from storyloop.critique import draft_of_story
from storyloop.story import Metric, Story
from storyloop.web.ledger import unaccounted
from storyloop.web.sorting import FIELDS, sorted_into_parts
from tests.integration.web.reading import post, read, show, write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.integration.web.reading import Filled

ACTION = (
    "We looked at the queue together. We counted the callers for a week. We opened a second "
    "desk at noon, and we moved the forms to the door."
)
LED = "from beginning to end, so your own part cannot be seen"
ROUGH = (
    "Jams fell from 40 a night to 3 by May. In spring our depot lost a third of its parcels to one "
    "broken belt. I had to keep the vans leaving by six.\n\nI counted the jams for two nights. I "
    "moved the tape, because nobody else had looked there."
)


@pytest.fixture
def queue(db: None) -> Story:
    """Put a story with a weak action into the bank."""
    del db
    story = Story(
        id="queue",
        title="The queue at the desk",
        situation="Customers waited at the desk that autumn, and the queue reached the stairs.",
        task="I had to shorten the wait before Christmas.",
        action=ACTION,
        result="The wait fell from 25 minutes to 8 minutes by December.",
    )
    services.add(story, via=Via.WEB)
    return story


def form(client: Client, address: str = "/stories/new/", **typed: str) -> Filled:
    """Return what the form at an address sends with these texts in it."""
    return show(client, address).form("title").filled(typed)


def told(client: Client, sent: Filled) -> dict[str, Any]:
    """Return the answer to the texts of a form."""
    answer = post(client, "/check/telling/", sent)
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.content)
    return found


def in_utf_16(text: str, start: int, end: int) -> str:
    """Cut a text where a browser would."""
    units = text.encode("utf-16-le")
    return units[2 * start : 2 * end].decode("utf-16-le")


def test_one_answer_serves_the_list_and_the_underlines(client: Client, queue: Story) -> None:
    found = told(client, form(client, "/stories/queue/edit/", task="We all had to do better."))
    assert LED in found["beside"]
    assert "<html" not in found["beside"]
    assert {each["severity"] for each in found["findings"]} <= {"error", "warning", "advice"}
    assert all(escape(each["message"]) in found["beside"] for each in found["findings"])
    assert any(LED in each["message"] for each in found["findings"])
    assert queries.held("queue").story == queue


@pytest.mark.django_db
def test_a_place_counts_as_browsers_do_from_the_beginning_of_the_field(client: Client) -> None:
    typed = f"\r\n  \r\nThe 🦉 and the 🦊 came.\r\n\r\n{ACTION} It was done. Then the 🐝."
    found = told(client, form(client, action=typed))["findings"]
    shown = typed.replace("\r\n", "\n")
    assert {each["field"] for each in found} == {"action"}
    (led,) = [each for each in found if LED in each["message"]]
    assert in_utf_16(shown, led["from"], led["to"]) == "We looked at the queue together."


@pytest.mark.django_db
def test_half_a_form_is_answered_as_far_as_it_can_be_read(client: Client) -> None:
    sent = form(client, action=ACTION, when="a while ago")
    assert any(LED in each["message"] for each in told(client, sent)["findings"])
    for odd in ({}, {"archetype": ["saga"], "metrics-TOTAL_FORMS": ["many"], "base": ["x"]}):
        assert told(client, odd)["findings"] == []


@pytest.mark.parametrize("address", ["/check/telling/", "/check/parts/"])
@pytest.mark.django_db
def test_a_check_must_come_from_our_own_pages(address: str) -> None:
    client = Client(enforce_csrf_checks=True)
    sent = form(client)
    (token,) = sent.pop("csrfmiddlewaretoken")
    assert post(client, address, sent).status_code == 403
    assert post(client, address, sent | {"csrfmiddlewaretoken": [token]}).status_code == 200
    assert client.get(address).status_code == 405


def test_a_rough_text_is_sorted_and_says_what_was_moved() -> None:
    found = sorted_into_parts({"situation": ROUGH.replace("\n", "\r\n")})
    assert found.parts == {
        "situation": "In spring our depot lost a third of its parcels to one broken belt.",
        "task": "I had to keep the vans leaving by six.",
        "action": "I counted the jams for two nights. I moved the tape, because nobody else had "
        "looked there.",
        "result": "Jams fell from 40 a night to 3 by May.",
        "learned": "",
    }
    assert found.note == (
        "Sorted into parts. What stood elsewhere was moved: “Jams fell from 40 a night …” to "
        "Result."
    )


def test_a_text_in_order_is_only_cut() -> None:
    _, *rest = ROUGH.split(". ")
    found = sorted_into_parts({"action": ". ".join(rest)})
    assert found.note == "Sorted into parts. Move a heading where you would cut it otherwise."
    assert sorted_into_parts({"task": " \r\n "}).note == "There is nothing to sort yet."


@given(st.dictionaries(st.sampled_from(list(FIELDS)), st.text(alphabet="ab 1.?\n🦉", max_size=80)))
def test_sorting_loses_no_word(texts: Mapping[str, str]) -> None:
    before = sorted(word for text in texts.values() for word in text.split())
    after = sorted_into_parts(texts).parts.values()
    assert sorted(word for text in after for word in text.split()) == before


@pytest.mark.django_db
def test_without_scripts_a_button_sorts_and_keeps_everything_typed(client: Client) -> None:
    typed = {"title": "The belt", "situation": ROUGH, "when": "soon", "tags": "depot"}
    page = read(write(client, "/stories/new/", typed | {"sort": "1"}))
    assert page.status == 200
    assert "What stood elsewhere was moved" in page.words
    shown = page.form("title").filled()
    assert shown["result"] == ["Jams fell from 40 a night to 3 by May."]
    assert (shown["title"], shown["when"], shown["tags"]) == (["The belt"], ["soon"], ["depot"])
    answer = json.loads(post(client, "/check/parts/", form(client, situation=ROUGH)).content)
    assert {name: shown[name] for name in FIELDS} == {
        name: [text.replace("\n", "\r\n")] for name, text in answer["parts"].items()
    }


NUMBERS = "I measured. The wait fell from 25 minutes to 8 minutes by December. 40% more stayed."


def found_in(story: Story) -> list[tuple[str, str, str, str, str]]:
    """Return the numbers that a story's ledger lacks: said, before, after, unit, period."""
    reading = draft_of_story(story).reading
    return [
        (each.said, each.baseline, each.result, each.unit, each.period)
        for each in unaccounted(story, reading)
    ]


def test_a_number_comes_with_what_it_was_before_its_unit_and_its_time() -> None:
    story = Story(id="wait", result=NUMBERS)
    assert found_in(story) == [
        ("25 minutes → 8 minutes", "25", "8", "minutes", "by December"),
        ("40%", "", "40", "%", ""),
    ]
    wait = Metric(name="Wait", baseline="25", result="8", unit="minutes")
    assert [said for said, *_ in found_in(replace(story, metrics=(wait,)))] == ["40%"]


@pytest.mark.parametrize(
    ("text", "said", "row"),
    [
        ("We sold 12 tickets a week.", "12 tickets a week", ("", "12", "tickets a week")),
        ("It cost £2.5 million.", "£2.5 million", ("", "2,500,000", "£")),
        ("Half the orders came back.", "Half the orders", ("", "Half the orders", "")),
        ("I saw 10 to 12 callers.", "10 to 12 callers", ("", "10 to 12", "callers")),
        ("One owner was named in 2023.", "", ()),
        ("It took the first day.", "", ()),
    ],
)
def test_a_number_stands_in_the_ledger_as_it_is_written_there(
    text: str, said: str, row: tuple[str, ...]
) -> None:
    found = found_in(Story(id="a", action=text))
    assert [(each[0], each[1:4]) for each in found] == ([(said, row)] if said else [])


def test_the_ledgers_of_the_samples_lack_next_to_nothing() -> None:
    assert sum(len(found_in(sample)) for sample in guide.samples()) <= 8


def test_without_scripts_a_button_puts_a_number_into_the_ledger(
    client: Client, queue: Story
) -> None:
    page = show(client, f"/stories/{queue.id}/edit/")
    (button,) = [tag for _, tag in page.tags if tag.get("name") == "found"]
    sent = page.form("title").filled({"task": "Typed since.", "found": str(button["value"])})
    answer = read(post(client, f"/stories/{queue.id}/edit/", sent))
    assert "Not in the ledger yet" not in answer.words
    shown = answer.form("title").filled()
    assert shown["task"] == ["Typed since."]
    number = {key: shown[f"metrics-0-{key}"] for key in ("name", "baseline", "result", "unit")}
    assert number == {"name": [""], "baseline": ["25"], "result": ["8"], "unit": ["minutes"]}
    post(
        client,
        f"/stories/{queue.id}/edit/",
        answer.form("title").filled({"metrics-0-name": "Wait"}),
    )
    assert queries.held("queue").story.metrics == (
        Metric(name="Wait", baseline="25", result="8", unit="minutes", period="by December"),
    )


@pytest.mark.django_db
def test_without_scripts_a_row_moves_up_and_down(client: Client) -> None:
    services.add(replace(guide.samples()[0], id="rows"), via=Via.WEB)
    first, second, *rest = [each.who for each in queries.held("rows").story.stakeholders]

    def pressed(sent: Filled, button: str, value: str) -> Filled:
        """Return the form after a button was pressed."""
        answer = post(client, "/stories/rows/edit/", sent | {button: [value]})
        assert answer.status_code == 200
        return read(answer).form("title").filled()

    def people(sent: Filled) -> list[str]:
        """Return who stands in the rows, in order; the empty row comes last."""
        count = int(sent["stakeholders-TOTAL_FORMS"][0])
        return [sent[f"stakeholders-{place}-who"][0] for place in range(count - 1)]

    sent = pressed(form(client, "/stories/rows/edit/"), "down", "stakeholders-0")
    assert people(sent) == [second, first, *rest]
    assert people(pressed(sent, "up", "stakeholders-1")) == [first, second, *rest]
    for nowhere in ("stakeholders-99", "stakeholders-", "saga-1", "metrics-x"):
        assert people(pressed(sent, "up", nowhere)) == [second, first, *rest]
    post(client, "/stories/rows/edit/", sent)
    assert [each.who for each in queries.held("rows").story.stakeholders][:2] == [second, first]
