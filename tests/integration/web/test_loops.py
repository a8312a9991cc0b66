"""The loops: from a template to the plan, its pins and bans, the day itself, and the card."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.models import Via
from storyloop.bank.values import Heard
from storyloop.planning import Ban, Loop, Pin, Round, plan
from storyloop.web.loop_changes import carried_over, differing, heard_of, with_ban, with_pin
from storyloop.web.loop_plan import loop_page
from tests.integration.web.reading import Filled, Page, post, read, show
from tests.integration.web.test_harmless import ATTACK, harms

if TYPE_CHECKING:
    from tests.integration.web.reading import Answer

SAMPLES = {sample.id: sample.title for sample in guide.samples()}
LOOP = Loop(
    employer="Larch",
    rounds=(
        Round(interviewer="Mei Tan", principles=("ownership", "deliver-results")),
        Round(kind="peer", principles=("dive-deep", "frugality")),
        Round(kind="bar raiser", minutes=40),
    ),
)
AT = "/loops/larch/"
MOST = 3
MOST_SECONDS = 0.25


@pytest.fixture
def larch(samples: None) -> Loop:
    """Put a loop beside the samples."""
    del samples
    services.add_loop("larch", LOOP)
    return LOOP


def send(client: Client, address: str, **typed: str | list[str]) -> Answer:
    """Send a form that began at the current version."""
    sent: Filled = {"base": [str(queries.held_loop("larch").revision)]}
    for name, value in typed.items():
        sent[name.replace("_", "-")] = [value] if isinstance(value, str) else value
    return post(client, f"{AT}{address}/", sent)


def primaries(loop: Loop) -> dict[str, str]:
    """Return the story of each slot in the plan from the samples, by what is asked."""
    return {
        slot.slot.asks: slot.primary.story.id
        for each in plan(loop, guide.samples()).rounds
        for slot in each.slots
        if slot.primary
    }


def typed_rounds(page: Page) -> Filled:
    """Return the form of a loop as it is sent."""
    return page.form("employer").filled()


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
    assert any("/stories/new/?archetype=" in link for link in page.links)
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
def test_a_pin_holds_until_it_is_taken_back(client: Client) -> None:
    best = primaries(LOOP)
    other = best["dive-deep"]
    page = read_after(client, send(client, "pin", round="0", asks="ownership", story=other))
    assert f"“{SAMPLES[other]}” is pinned" in page.words
    assert "Pinned" in page.words
    assert queries.held_loop("larch").loop.pins == (Pin(round=0, asks="ownership", story=other),)
    # What was pinned moves, as it can be told only once.
    send(client, "pin", round="1", asks="dive-deep", story=other)
    assert queries.held_loop("larch").loop.pins == (Pin(round=1, asks="dive-deep", story=other),)
    third = best["frugality"]
    send(client, "pin", round="1", asks="dive-deep", story=third, was=other)
    assert queries.held_loop("larch").loop.pins == (Pin(round=1, asks="dive-deep", story=third),)
    send(client, "pin", round="1", asks="dive-deep", story="", was=third)
    assert queries.held_loop("larch").loop.pins == ()


def read_after(client: Client, answer: Answer) -> Page:
    """Return the page that an answer leads to."""
    assert answer.status_code == 302
    return show(client, answer.headers["Location"])


@pytest.mark.usefixtures("larch")
@pytest.mark.parametrize(
    ("number", "asks", "story"),
    [("0", "think-big", "checkout-failures"), ("7", "ownership", "checkout-failures")],
)
def test_a_pin_that_cannot_be_is_refused(
    client: Client, number: str, asks: str, story: str
) -> None:
    page = read_after(client, send(client, "pin", round=number, asks=asks, story=story))
    assert "Not pinned." in page.words
    assert queries.held_loop("larch").revision == 1


@pytest.mark.usefixtures("larch")
def test_a_story_is_kept_out_and_allowed_again(client: Client) -> None:
    story = primaries(LOOP)["ownership"]
    send(client, "pin", round="0", asks="ownership", story=story)
    page = read_after(client, send(client, "ban", story=story, round="0"))
    held = queries.held_loop("larch").loop
    assert (held.pins, held.bans) == ((), (Ban(story=story, round=0),))
    assert f"Ownership {SAMPLES[story]}" not in page.words
    assert f"{SAMPLES[story]} in round 1" in page.words
    send(client, "ban", story=story, round="0", lift="1")
    assert queries.held_loop("larch").loop.bans == ()
    send(client, "ban", story=story, round="")
    assert queries.held_loop("larch").loop.bans == (Ban(story=story),)
    # To pin it is to allow it.
    send(client, "pin", round="0", asks="ownership", story=story)
    assert queries.held_loop("larch").loop.bans == ()
    assert send(client, "ban", story=story, round="9").status_code == 404


@pytest.mark.usefixtures("larch")
def test_a_change_made_on_an_old_page_is_refused(client: Client) -> None:
    services.save_loop("larch", replace(LOOP, role="Theirs"), day=(), base=1)
    story = primaries(LOOP)["dive-deep"]
    sent = {"base": ["1"], "round": ["0"], "asks": ["ownership"], "story": [story], "was": [""]}
    page = read_after(client, post(client, f"{AT}pin/", sent))
    assert "Nothing was changed: the loop was saved elsewhere meanwhile." in page.words
    assert queries.held_loop("larch").loop.pins == ()


@pytest.mark.usefixtures("larch")
def test_the_day_is_planned_anew_after_what_was_told_and_came_up(client: Client) -> None:
    story = primaries(LOOP)["dive-deep"]
    answer = send(client, "heard", told_0=[story, ""], came_up_0="Think Big", came_up_1="")
    page = read_after(client, answer)
    assert "Planned anew." in page.words
    assert "Round 1, Mei Tan over" in page.words
    assert "Changed" in page.words
    (step,) = queries.held_loop("larch").day
    assert step == (Heard(round=0, told=(story,), came_up=("think-big",)),)
    assert f"Dive Deep Changed {SAMPLES[story]}" not in page.words
    assert "Round 1, Mei Tan" not in show(client, f"{AT}card/").words
    question = "What did you do when the money ran out?"
    page = read_after(client, send(client, "heard", came_up_1=question))
    assert f"“{question}”" in page.words
    send(client, "heard", over_1="1", over_2="1")
    assert "The day is done." in show(client, AT).words
    assert "Every round of this loop is over." in show(client, f"{AT}card/").words
    assert "under way" in show(client, "/loops/").words
    for left in (2, 1, 0):
        send(client, "heard", undo="1")
        assert len(queries.held_loop("larch").day) == left
    assert "6 of 6 questions have a story" in show(client, AT).words


@pytest.mark.usefixtures("larch")
def test_nothing_told_plans_nothing_anew(client: Client) -> None:
    page = read_after(client, send(client, "heard", told_0=["nobody"], came_up_0=" "))
    assert "Nothing was ticked or typed" in page.words
    assert queries.held_loop("larch").revision == 1


def test_a_line_that_came_up_is_a_principle_or_a_question() -> None:
    assert heard_of(0, over=False, told=(), came_up=" \n") is None
    found = heard_of(1, over=False, told=(), came_up="think big.\r\n THINK-BIG\nWhy  you?")
    assert found == Heard(round=1, told=None, came_up=("think-big", "Why you?"))
    assert heard_of(1, over=True, told=(), came_up="") == Heard(round=1, told=())


def test_what_was_fixed_follows_its_round_through_an_edit() -> None:
    before = replace(
        LOOP,
        pins=(
            Pin(round=0, asks="ownership", story="a"),
            Pin(round=1, asks="dive-deep", story="b"),
            Pin(round=1, asks="frugality", story="c"),
        ),
        bans=(Ban(story="d"), Ban(story="e", round=0), Ban(story="f", round=1)),
    )
    day = ((Heard(round=0, told=("a",)),), (Heard(round=1, told=()),))
    edited = Loop(rounds=(Round(principles=("dive-deep",)), Round()))
    found, left = carried_over(before, day, edited, (1, None))
    assert found.pins == (Pin(round=0, asks="dive-deep", story="b"),)
    assert found.bans == (Ban(story="d"), Ban(story="f", round=0))
    assert left == ((Heard(round=0, told=()),),)


def test_differences_are_said_place_by_place() -> None:
    other = replace(LOOP, role="PM", rounds=LOOP.rounds[:2])
    assert [(each.name, each.after) for each in differing(LOOP, other)] == [
        ("Role", "PM"),
        ("Round 3", ""),
    ]
    assert differing(LOOP, LOOP) == ()


def test_pins_and_bans_give_way_to_each_other() -> None:
    pin = Pin(round=0, asks="ownership", story="a")
    *_, last = with_pin(replace(LOOP, bans=(Ban(story="a"), Ban(story="a", round=1))), pin)
    assert (last.pins, last.bans) == ((pin,), (Ban(story="a", round=1),))
    assert with_ban(last, Ban(story="a", round=0)).pins == ()
    assert with_ban(last, Ban(story="a", round=1)).pins == (pin,)


def test_a_pin_of_a_guess_gives_way_to_what_is_known_on_the_day() -> None:
    guessed = loop_page(LOOP, (), guide.samples()).columns[2].cards[-1].planned.slot.asks
    pinned = replace(LOOP, pins=(Pin(round=2, asks=guessed, story="checkout-failures"),))
    step = (Heard(round=2, came_up=("best-employer",)),)
    page = loop_page(pinned, (step,), guide.samples())
    assert page.impossible == ""
    assert "best-employer" in [card.planned.slot.asks for card in page.columns[2].cards]


def test_pins_that_cannot_hold_any_more_are_left_out_and_said() -> None:
    pins = tuple(Pin(round=n, asks=asks, story="checkout-failures") for n, asks in CLASH)
    page = loop_page(replace(LOOP, pins=pins), (), guide.samples())
    assert "pinned 2 times" in page.impossible
    assert page.plan.worth.answered == 6
    named = replace(LOOP, pins=(Pin(round=0, asks="ownership", story="gone"),))
    assert loop_page(named, (), guide.samples()).lapsed == ("gone",)


CLASH = ((0, "ownership"), (1, "dive-deep"))


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


@pytest.mark.usefixtures("larch")
@pytest.mark.parametrize("address", ["pin", "ban", "heard", "remove", "bring-back"])
def test_what_changes_a_loop_is_sent_by_a_form(client: Client, address: str) -> None:
    assert client.get(f"{AT}{address}/").status_code == 405


@pytest.mark.usefixtures("samples")
def test_own_stories_count_alone_until_the_samples_are_asked_for(
    client: Client, late_train: object
) -> None:
    del late_train
    services.add_loop("larch", LOOP)
    assert "checkout-failures" not in str(show(client, AT).links)
    page = show(client, f"{AT}?samples=1")
    assert "6 of 6 questions have a story" in page.words
    story = primaries(LOOP)["ownership"]
    answer = send(client, "pin", round="0", asks="ownership", story=story)
    assert "not among those counted" in read_after(client, answer).words
    (address,) = {form.action for form in page.forms if "/pin/" in form.action}
    sent = {"base": ["1"], "round": ["0"], "asks": ["ownership"], "story": [story]}
    answer = post(client, address, sent)
    assert answer.headers["Location"] == f"{AT}?samples=1"
    assert "is pinned" in read_after(client, answer).words


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
def test_the_plan_of_forty_stories_comes_within_a_quarter_of_a_second(client: Client) -> None:
    for number in range(40):
        sample = guide.samples()[number % len(guide.samples())]
        mine = replace(sample, id=f"mine-{number}", title=f"Mine {number}", sample=False)
        services.add(mine, via=Via.WEB)
    six = tuple(Round(minutes=60, interviewer=f"P{number}") for number in range(6))
    services.add_loop("larch", replace(LOOP, rounds=six))
    client.get(AT)  # loads the model and reads the stories
    times = []
    for number in range(3):
        loop = replace(LOOP, rounds=six, role=f"Another {number}")
        held = queries.held_loop("larch")
        services.save_loop("larch", loop, day=(), base=held.revision)
        began = perf_counter()
        assert client.get(AT).status_code == 200
        times.append(perf_counter() - began)
    assert min(times) <= MOST_SECONDS
