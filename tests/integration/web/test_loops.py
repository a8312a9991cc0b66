"""The pages of the loops: the list, the form, the plan and the card."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.models import Via
from storyloop.planning import Loop, Round
from tests.integration.web.hostile import ATTACK, harms
from tests.integration.web.loops import AT, LOOP, SAMPLES, primaries, send, typed_rounds
from tests.integration.web.reading import post, read, show

MOST = 3


@pytest.mark.usefixtures("samples")
def test_without_a_loop_the_page_says_what_to_ask_and_offers_usual_ones(client: Client) -> None:
    page = show(client, "/loops/")
    assert "ask the recruiter three things" in page.words
    links = [f"/loops/new/?template={each.id}" for each in guide.loops()]
    assert [link for link in page.links if "template=" in link] == links


@pytest.mark.usefixtures("samples")
def test_a_loop_is_made_from_a_usual_one(client: Client) -> None:
    form = typed_rounds(show(client, "/loops/new/?template=five-rounds"))
    form |= {"employer": ["Heron Freight"], "date": ["2031-01-02"]}
    answer = post(client, "/loops/new/", form)
    assert answer.headers["Location"] == "/loops/heron-freight/"
    held = queries.held_loop("heron-freight")
    template = next(each for each in guide.loops() if each.id == "five-rounds")
    assert [{*r.principles} for r in held.loop.rounds] == [{*r.principles} for r in template.rounds]
    assert held.loop.rounds[0].guessed
    words = show(client, answer.headers["Location"]).words
    assert "Round 5, bar raiser 60 minutes" in words
    assert "No better plan exists: that is proved." in words
    assert "Heron Freight 2 January 2031, in" in show(client, "/loops/").words
    again = post(client, "/loops/new/", form)
    assert again.headers["Location"] == "/loops/heron-freight-2/"


@pytest.mark.usefixtures("larch")
def test_the_plan_says_what_to_tell_and_why(client: Client) -> None:
    page = show(client, AT)
    assert page.title == "Larch · Loops · Storyloop"
    assert "6 of 6 questions have a story" in page.words
    for asks, story in primaries(LOOP).items():
        name = guide.principle(asks).name
        assert f"{name} {SAMPLES[story]}" in page.words.replace(" Guessed", "")
    assert "If something else comes up" in page.words
    assert "Where nothing is known of a round" in page.words


@pytest.mark.django_db
def test_what_stays_open_is_said_with_what_to_write(client: Client) -> None:
    services.add_loop("larch", LOOP)
    page = show(client, AT)
    assert "0 of 6 questions have a story." in page.words
    assert "Round 1 asks Ownership, and no story serves it." in page.words
    assert any("/stories/begin/?archetype=" in link for link in page.links)
    assert show(client, f"{AT}card/").status == 200


@pytest.mark.usefixtures("larch")
def test_an_edit_keeps_what_it_does_not_touch(client: Client) -> None:
    before = queries.held_loop("larch")
    answer = post(client, f"{AT}edit/", typed_rounds(show(client, f"{AT}edit/")))
    assert answer.headers["Location"] == AT
    assert queries.held_loop("larch") == before


@pytest.mark.usefixtures("larch")
def test_rounds_are_added_and_taken_out_without_a_script(client: Client) -> None:
    form = typed_rounds(show(client, f"{AT}edit/"))
    form |= {"role": ["Half typed"], "more": ["rounds"]}
    page = read(post(client, f"{AT}edit/", form))
    longer = typed_rounds(page)
    assert longer["role"] == ["Half typed"]
    assert longer["rounds-TOTAL_FORMS"] == ["4"]
    longer |= {"rounds-0-DELETE": ["on"], "rounds-3-kind": ["founder"]}
    assert post(client, f"{AT}edit/", longer).status_code == 302
    loop = queries.held_loop("larch").loop
    assert [each.kind for each in loop.rounds] == ["peer", "bar raiser", "founder"]


@pytest.mark.usefixtures("larch")
def test_another_framework_shows_its_principles_before_anything_is_saved(client: Client) -> None:
    form = typed_rounds(show(client, f"{AT}edit/")) | {"framework": ["civil-service"]}
    page = read(post(client, f"{AT}edit/", form))
    assert guide.framework("civil-service").principles[0].name in page.words
    assert queries.held_loop("larch").revision == 1
    assert post(client, f"{AT}edit/", typed_rounds(page)).status_code == 302
    assert queries.held_loop("larch").loop.framework == "civil-service"


@pytest.mark.usefixtures("larch")
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("employer", "", "Name the employer, so that you can find the loop again."),
        ("date", "soon", "Write a date such as 2026-12-04."),
        ("most_tellings", "0", "greater than or equal to 1"),
        ("rounds-0-minutes", "", "This field is required."),
        ("rounds-0-told", "nobody", "Select a valid choice."),
        ("rounds-1-questions", "Why?\n" * 21, "23 questions are more than anybody asks"),
        ("rounds-1-questions", "Why" * 400, "Keep each question under 1000 characters."),
        ("rounds-TOTAL_FORMS", "0", "A loop needs one round at least."),
    ],
)
def test_a_fault_is_named_and_no_word_is_lost(
    client: Client, name: str, value: str, said: str
) -> None:
    form = typed_rounds(show(client, f"{AT}edit/")) | {"role": ["Kept"], name: [value]}
    page = read(post(client, f"{AT}edit/", form))
    assert page.status == 422
    assert page.title.startswith("Not saved yet")
    assert said in page.words
    assert typed_rounds(page)["role"] == ["Kept"]
    assert queries.held_loop("larch").revision == 1


@pytest.mark.usefixtures("larch")
def test_a_save_over_another_one_is_a_choice_made_knowingly(client: Client) -> None:
    form = typed_rounds(show(client, f"{AT}edit/")) | {"role": ["Mine"]}
    services.save_loop("larch", replace(LOOP, role="Theirs"), day=(), base=1)
    page = read(post(client, f"{AT}edit/", form))
    assert page.status == 409
    assert "Role Saved elsewhere Theirs Yours Mine" in page.words
    assert queries.held_loop("larch").loop.role == "Theirs"
    assert post(client, f"{AT}edit/", typed_rounds(page)).status_code == 302
    assert queries.held_loop("larch").loop.role == "Mine"


@pytest.mark.usefixtures("larch")
def test_the_card_has_a_line_for_each_slot(client: Client) -> None:
    page = show(client, f"{AT}card/")
    assert page.title == "Card for Larch · Storyloop"
    for story_id in primaries(LOOP).values():
        story = next(each for each in guide.samples() if each.id == story_id)
        assert f"{story.title} “" in page.words
        assert f"{story.metrics[0].name} {story.metrics[0].baseline}" in page.words
    assert page.words.count("Why not “") == 6


@pytest.mark.usefixtures("larch")
def test_a_loop_is_removed_and_brought_back(client: Client) -> None:
    assert post(client, f"{AT}remove/").headers["Location"] == "/loops/"
    page = show(client, "/loops/")
    assert "Bring it back" in page.words
    assert AT not in page.links
    assert "This loop is removed." in show(client, AT).words
    assert post(client, f"{AT}bring-back/").headers["Location"] == AT
    assert AT in show(client, "/loops/").links


@pytest.mark.usefixtures("samples")
def test_loops_behind_one_stand_apart_and_the_next_is_on_the_home_page(client: Client) -> None:
    today = timezone.localdate()
    for name, days in (("past", -1), ("today", 0), ("later", 9)):
        services.add_loop(name, replace(LOOP, employer=name, date=today + timedelta(days=days)))
    words = show(client, "/loops/").words
    assert words.index("Behind you") < words.index("past ")
    assert "in 9 days" in words
    home = show(client, "/")
    assert "/loops/today/" in home.links
    assert "/loops/later/" not in home.links


@pytest.mark.parametrize("page", ["", "edit/", "card/"])
@pytest.mark.django_db
def test_a_loop_that_is_not_there_is_not_found(client: Client, page: str) -> None:
    answer = client.get(f"/loops/nowhere/{page}")
    assert answer.status_code == 404
    assert "There is no loop at this address." in read(answer).words
    assert post(client, "/loops/nowhere/remove/").status_code == 404


@pytest.mark.usefixtures("samples")
def test_hostile_words_are_shown_as_text(client: Client) -> None:
    hostile = Round(interviewer=ATTACK, kind=ATTACK, questions=(ATTACK,), told=(ATTACK,))
    services.add_loop("larch", Loop(employer=ATTACK, role=ATTACK, rounds=(hostile,)))
    send(client, "heard", came_up_0=ATTACK)
    for address in ("/", "/loops/", AT, f"{AT}edit/", f"{AT}card/", "/readiness/?loop=larch"):
        page = show(client, address)
        assert page.status == 200
        assert harms(page) == []


@pytest.mark.usefixtures("larch")
def test_the_pages_ask_the_database_little_and_as_little_for_two_hundred_stories(
    client: Client, request: pytest.FixtureRequest
) -> None:
    def asked() -> dict[str, int]:
        counts = {}
        for address in ("/loops/", AT, f"{AT}edit/", f"{AT}card/", "/loops/new/"):
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            counts[address] = len(captured)
        return counts

    few = asked()
    assert max(few.values()) <= MOST
    request.getfixturevalue("many")
    assert asked() == few


@pytest.mark.usefixtures("samples")
def test_the_plan_of_forty_stories_in_six_rounds_is_proved(client: Client) -> None:
    for number in range(40):
        sample = guide.samples()[number % len(guide.samples())]
        mine = replace(sample, id=f"mine-{number}", title=f"Mine {number}", sample=False)
        services.add(mine, via=Via.WEB)
    six = tuple(Round(minutes=60, interviewer=f"P{number}") for number in range(6))
    services.add_loop("larch", replace(LOOP, rounds=six))
    assert "No better plan exists: that is proved." in show(client, AT).words
