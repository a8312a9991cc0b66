"""What is fixed on the page of a loop: pins, bans, and what happened on the day."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.values import Heard
from storyloop.planning import Ban, Loop, Pin, Round
from storyloop.web.loop_changes import carried_over, differing, heard_of, with_ban, with_pin
from storyloop.web.loop_plan import loop_page
from tests.integration.web.loops import AT, LOOP, SAMPLES, primaries, read_after, send
from tests.integration.web.reading import post, show

CLASH = ((0, "ownership"), (1, "dive-deep"))


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


@pytest.mark.usefixtures("larch")
@pytest.mark.parametrize("address", ["pin", "ban", "heard", "remove", "bring-back"])
def test_what_changes_a_loop_is_sent_by_a_form(client: Client, address: str) -> None:
    assert client.get(f"{AT}{address}/").status_code == 405
