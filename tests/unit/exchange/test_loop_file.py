"""A loop as a TOML file: read, written, and refused with a sentence."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop import guide
from storyloop.exchange.loop_file import BadLoopFile, read_loop, write_loop
from storyloop.planning import Ban, Loop, Pin, Round
from storyloop.planning.loop import of_template, story_ids
from storyloop.story.tidy import tidy_line

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "loop.toml"
PRINCIPLES = [each.id for each in guide.framework().principles]


def test_a_loop_as_people_write_it() -> None:
    loop = read_loop("""
        employer = "Larch & Lantern"
        date = 2026-12-04
        never = ["gate"]

        [[rounds]]
        interviewer = "Mei Tan"
        kind = "bar raiser"
        principles = ["Dive Deep", "have-backbone"]
        pins = { "Dive Deep" = "depot", "Why us?" = ["lorry", "scale"] }
        questions = ["Why us?"]
        told = ["scale"]

        [[rounds]]
        minutes = 60
        never = ["depot"]
    """)
    assert loop == Loop(
        employer="Larch & Lantern",
        date=dt.date(2026, 12, 4),
        rounds=(
            Round(
                interviewer="Mei Tan",
                kind="bar raiser",
                principles=("dive-deep", "have-backbone"),
                questions=("Why us?",),
                told=("scale",),
            ),
            Round(minutes=60),
        ),
        pins=(
            Pin(round=0, asks="dive-deep", story="depot"),
            Pin(round=0, asks="Why us?", story="lorry"),
            Pin(round=0, asks="Why us?", story="scale"),
        ),
        bans=(Ban(story="gate"), Ban(story="depot", round=1)),
    )
    assert story_ids(loop) == ("scale", "depot", "lorry", "gate")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("employer = ", "This is no TOML: Invalid value (at end of document)."),
        ("", "A loop has from 1 to 20 rounds, each under a line [[rounds]]."),
        ("rounds = 3", "A loop has from 1 to 20 rounds"),
        ("rounds = [3]", "Round 1 is no table; write it under a line [[rounds]]."),
        ("company = 'x'", "'company' means nothing in the loop; there is employer, date"),
        ("framework = 'acme'\n[[rounds]]", "There is no framework 'acme'; there is amazon"),
        ("employer = 3\n[[rounds]]", "In the loop, employer is a text in quotes."),
        ("date = 'soon'\n[[rounds]]", "In the loop, date is a day such as 2026-12-04."),
        ("most_tellings = 0\n[[rounds]]", "In the loop, most_tellings is a whole number from 1"),
        ("[[rounds]]\nminutes = true", "In round 1, minutes is a whole number from 1 to 600."),
        ("[[rounds]]\n[[rounds]]\nwho = 'x'", "'who' means nothing in round 2; there is"),
        ("[[rounds]]\nprinciples = 'x'", "In round 1, principles is a list of texts in quotes"),
        ("[[rounds]]\nprinciples = ['x']", "In round 1, 'x' is no principle of"),
        ("[[rounds]]\nguessed = 1", "In round 1, guessed is true or false."),
        ("[[rounds]]\npins = ['x']", "In round 1, pins are written { "),
        ("[[rounds]]\npins = { x = 'y' }", "In round 1, 'x' is no principle of"),
        ("[[rounds]]\npins = { frugality = 3 }", "In round 1, pins is a list of texts in quotes"),
        (
            "[[rounds]]\nprinciples = ['frugality', 'dive-deep']\nquestions_per_principle = 11",
            "In round 1, 22 questions are more than anybody asks; 20 at most.",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, message: str) -> None:
    with pytest.raises(BadLoopFile) as error:
        read_loop(text)
    assert str(error.value).startswith(message)


def test_the_example_of_the_manual_is_a_loop() -> None:
    loop = read_loop(EXAMPLE.read_text(encoding="utf-8"))
    assert {*story_ids(loop)} <= {story.id for story in guide.samples()}
    assert read_loop(write_loop(loop)) == loop


@pytest.mark.parametrize("template", guide.loops(), ids=lambda each: each.id)
def test_a_template_is_written_and_read_back(template: guide.LoopTemplate) -> None:
    loop = of_template(template)
    assert read_loop(write_loop(loop)) == loop


lines = st.text(max_size=20).map(tidy_line)
said = lines.filter(bool)
names = st.lists(said, max_size=2).map(tuple)


@st.composite
def loops(choose: st.DrawFn) -> Loop:
    """Return any loop that a file can hold."""
    rounds = choose(
        st.lists(
            st.builds(
                Round,
                interviewer=lines,
                kind=lines,
                minutes=st.integers(1, 600),
                principles=st.lists(st.sampled_from(PRINCIPLES), max_size=3).map(tuple),
                guessed=st.booleans(),
                questions_per_principle=st.integers(1, 3),
                questions=names,
                told=names,
            ),
            min_size=1,
            max_size=4,
        )
    )
    numbers = range(len(rounds))
    bans = [Ban(story=name) for name in choose(names)]
    bans += [Ban(story=name, round=n) for n in numbers for name in choose(names)]
    asked = [
        (n, asks) for n in numbers for asks in dict.fromkeys((*rounds[n].questions, PRINCIPLES[0]))
    ]
    pins = [Pin(round=n, asks=asks, story=name) for n, asks in asked for name in choose(names)]
    return Loop(
        employer=choose(lines),
        date=choose(st.one_of(st.none(), st.dates())),
        role=choose(lines),
        framework="amazon",
        most_tellings=choose(st.integers(1, 5)),
        rounds=tuple(rounds),
        bans=tuple(bans),
        pins=tuple(pins),
    )


@given(loops())
def test_any_loop_survives_its_file(loop: Loop) -> None:
    assert read_loop(write_loop(loop)) == loop
