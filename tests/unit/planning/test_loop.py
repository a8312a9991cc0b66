"""Loops and their slots: what is known, what is guessed, and from what."""

import pytest

from storyloop import guide
from storyloop.planning import Loop, Round
from storyloop.planning.loop import of_template, round_numbers
from storyloop.planning.slots import assumption, distribution, slots_of


def test_a_slot_for_each_question_of_each_principle_and_for_each_known_question() -> None:
    loop = Loop(
        rounds=(
            Round(principles=("dive-deep", "frugality"), questions_per_principle=2),
            Round(
                principles=("ownership",), guessed=True, questions=("Why do you want to leave?",)
            ),
        )
    )
    assert [(slot.round, slot.asks, slot.guessed) for slot in slots_of(loop)] == [
        (0, "dive-deep", False),
        (0, "dive-deep", False),
        (0, "frugality", False),
        (0, "frugality", False),
        (1, "ownership", True),
        (1, "Why do you want to leave?", False),
    ]
    assert assumption(loop) == ""


@pytest.mark.parametrize(("minutes", "principles"), [(20, 1), (30, 1), (45, 2), (60, 3), (90, 3)])
def test_an_unknown_round_is_taken_to_ask_as_much_as_its_minutes_allow(
    minutes: int, principles: int
) -> None:
    assert len(slots_of(Loop(rounds=(Round(minutes=minutes),)))) == principles


def test_an_unknown_round_asks_the_likeliest_that_no_other_round_asks() -> None:
    likely = sorted(distribution("amazon").items(), key=lambda pair: -pair[1])
    first, second, third = (name for name, _ in likely[:3])
    loop = Loop(rounds=(Round(), Round(principles=(first,))))
    assert [slot.asks for slot in slots_of(loop)] == [second, third, first]
    assert [slot.guessed for slot in slots_of(loop)] == [True, True, False]
    assert guide.principle(first).name in assumption(loop)


def test_where_all_are_asked_an_unknown_round_asks_again() -> None:
    loop = Loop(rounds=(Round(minutes=60),) * 8)
    asked = [slot.asks for slot in slots_of(loop)]
    assert len(asked) == 24
    assert len(set(asked[:16])) == 16
    for number in range(8):
        assert len(set(asked[3 * number : 3 * number + 3])) == 3


@pytest.mark.parametrize("framework", guide.frameworks(), ids=lambda each: each.id)
def test_the_distribution_is_one_over_every_principle(framework: guide.Framework) -> None:
    likely = distribution(framework.id)
    assert list(likely) == [each.id for each in framework.principles]
    assert sum(likely.values()) == pytest.approx(1)
    assert all(share > 0 for share in likely.values())


def test_rounds_are_called_by_who_asks() -> None:
    loop = Loop(
        rounds=(
            Round(interviewer="Mei Tan", kind="bar raiser"),
            Round(interviewer="Jonas Field"),
            Round(kind="peer"),
            Round(),
        )
    )
    assert [loop.name_of(number) for number in range(4)] == [
        "Round 1, Mei Tan (bar raiser)",
        "Round 2, Jonas Field",
        "Round 3, peer",
        "Round 4",
    ]


def test_only_a_name_makes_two_rounds_one_person() -> None:
    rounds = (
        Round(interviewer="Mei Tan"),
        Round(kind="peer"),
        Round(kind="peer"),
        Round(interviewer=" mei  tan", kind="peer"),
    )
    assert Loop(rounds=rounds).people() == (0, 1, 2, 0)


def test_round_numbers_in_words() -> None:
    assert round_numbers([1]) == "round 2"
    assert round_numbers([3, 1, 1]) == "rounds 2 and 4"
    assert round_numbers([0, 1, 2]) == "rounds 1, 2 and 3"


@pytest.mark.parametrize("template", guide.loops(), ids=lambda each: each.id)
def test_a_usual_loop_asks_what_the_guide_knows(template: guide.LoopTemplate) -> None:
    known = {each.id for each in guide.framework().principles}
    loop = of_template(template)
    slots = slots_of(loop)
    assert {slot.principle for slot in slots} <= known
    assert len({slot.asks for slot in slots}) == len(slots)
    assert all(slot.guessed for slot in slots)
    assert template.name
    assert template.about.endswith(".")


def test_the_usual_loops_come_shortest_first() -> None:
    assert [each.id for each in guide.loops()] == [
        "phone-screen",
        "four-rounds",
        "five-rounds",
        "six-rounds",
    ]
