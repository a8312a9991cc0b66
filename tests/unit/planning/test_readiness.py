"""Readiness: equal to counting every loop there is, fair to every story, silent on few."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyloop import guide
from storyloop.planning import Assumptions, Ban, Loop, Readiness, Round, readiness
from storyloop.planning.answers import World, answer, short_of
from storyloop.planning.readiness import wilson
from storyloop.planning.simulate import NOTHING, Drawn, Known, draw, draw_own
from storyloop.planning.solver import Problem, solve
from tests.unit.planning.loops import dice, story

SMALL = Assumptions(rounds=(1, 2), principles=(1, 2), most_tellings=1)
# Three principles, and the numbers of the questions for each.
BANK = ((0, 1), (2,), (3, 4, 5))


def world(rows: str, *, most_tellings: int = 1) -> World:
    """Return a world of which each word says which stories answer a question."""
    answers = np.asarray([[mark == "1" for mark in row] for row in rows.split()])
    return World(answers=answers, most_tellings=most_tellings)


WORLDS = [
    world("100 110 010 011 001 000"),
    world("110 100 101 010 011 001"),
    world("1110 0110 0011 1000 0100 1111"),
    world("10 01 11 10 00 01", most_tellings=2),
    world("10 01 11 10 11 01", most_tellings=2),
]


def every_loop(assumptions: Assumptions) -> Iterator[tuple[float, list[int], list[int]]]:
    """Yield each loop that can be drawn: how likely, its questions, and who asks each."""
    (least, most), (few, many) = assumptions.rounds, assumptions.principles
    for rounds in range(least, most + 1):
        for each in product(range(few, many + 1), repeat=rounds):
            people = [person for person, n in enumerate(each) for _ in range(n)]
            decks = list(permutations(range(len(BANK))))
            for deck in decks:
                dealt = [deck[n % len(deck)] for n in range(len(people))]
                asked = list(product(*(BANK[principle] for principle in dealt)))
                chance = 1 / (most - least + 1) / (many - few + 1) ** rounds
                for questions in asked:
                    yield chance / len(decks) / len(asked), list(questions), people


def answered(questions: list[int], people: list[int], those: World) -> int:
    """Return how many questions of a loop get a story, by the solver of plans."""
    return solve(
        Problem(
            fits=[[500 * int(can) for can in those.answers[each]] for each in questions],
            rounds=people,
            people=people,
            tellings=[those.most_tellings] * those.answers.shape[1],
            enough=1,
        )
    ).answered


@pytest.mark.parametrize("those", WORLDS)
def test_the_share_ready_is_that_of_all_loops_there_are(those: World) -> None:
    exact = sum(
        chance
        for chance, questions, people in every_loop(SMALL)
        if answered(questions, people, those) == len(questions)
    )
    assert 0.05 < exact < 0.99
    inside = ready = 0
    for seed in range(200):
        found = int(answer(draw(BANK, SMALL, 1000, seed), those).ready.sum())
        low, high = wilson(found, 1000)
        inside += low <= exact <= high
        ready += found
    assert inside >= 190
    # All of them together say it to the third digit: nothing pulls the draws to one side.
    assert ready / 200_000 == pytest.approx(exact, abs=0.004)


def test_loops_are_drawn_as_assumed() -> None:
    bank = tuple((2 * n, 2 * n + 1) for n in range(16))
    drawn = draw(bank, Assumptions(), 4000, 7)
    assert drawn.questions.shape == (4000, 18)
    slots = (drawn.questions != NOTHING).sum(axis=1)
    assert (slots.min(), slots.max()) == (8, 18)
    assert slots.mean() == pytest.approx(12.5, abs=0.1)
    for questions, principles, people in zip(
        drawn.questions[:300], drawn.principles[:300], drawn.people[:300], strict=True
    ):
        asked = principles[principles != NOTHING].tolist()
        assert len({*asked[:16]}) == len(asked[:16])
        assert (questions[questions != NOTHING] // 2).tolist() == asked
        here = np.bincount(people[principles != NOTHING])
        assert 4 <= len(here) <= 6
        assert {*here.tolist()} <= {2, 3}
    shares = np.bincount(drawn.principles[drawn.principles >= 0]) / slots.sum()
    assert shares == pytest.approx(1 / 16, abs=0.005)


def test_two_questions_for_each_principle() -> None:
    drawn = draw(BANK, replace(SMALL, questions=2), 50, 1)
    assert drawn.questions.shape == (50, 8)
    assert (drawn.principles[:, 0] == drawn.principles[:, 1]).all()


@pytest.mark.parametrize("tellings", [1, 2, 3])
def test_a_loop_is_answered_as_a_plan_would_answer_it(tellings: int) -> None:
    chance = np.random.default_rng(tellings)
    drawn = draw(
        BANK, Assumptions(rounds=(2, 4), principles=(1, 3), most_tellings=tellings), 150, 3
    )
    those = World(answers=chance.random((6, 4)) < 0.4, most_tellings=tellings)
    found = answer(drawn, those)
    for n, count in enumerate(found.answered.tolist()):
        asked = drawn.questions[n] != NOTHING
        questions, people = drawn.questions[n][asked].tolist(), drawn.people[n][asked].tolist()
        assert count == answered(questions, people, those)
        assert found.slots[n] == len(questions)


@pytest.mark.parametrize("tellings", [1, 2])
def test_a_slot_is_short_if_the_rest_is_answered_as_well_without_it(tellings: int) -> None:
    chance = np.random.default_rng(5)
    drawn = draw(BANK, Assumptions(rounds=(2, 3), principles=(1, 3)), 60, 4)
    those = World(answers=chance.random((6, 3)) < 0.4, most_tellings=tellings)
    short, now = short_of(drawn, those), answer(drawn, those)
    for slot in range(drawn.questions.shape[1]):
        questions = drawn.questions.copy()
        questions[:, slot] = NOTHING
        without = answer(replace(drawn, questions=questions), those)
        asked = drawn.questions[:, slot] != NOTHING
        assert (short[:, slot] == (asked & (without.answered == now.answered))).all()


@given(st.integers(0, 10**6), st.sampled_from([1, 2, 3]))
@settings(max_examples=60, deadline=None)
def test_one_more_story_never_lowers_anything(seed: int, tellings: int) -> None:
    chance = np.random.default_rng(seed)
    drawn = draw(BANK, Assumptions(rounds=(1, 4), principles=(1, 3)), 200, seed)
    those = World(answers=chance.random((6, 5)) < 0.3, most_tellings=tellings)
    before = answer(drawn, those)
    after = answer(drawn, those.beside(chance.random(6) < 0.5))
    assert (after.answered >= before.answered).all()
    assert (after.answered <= before.answered + tellings).all()
    without = answer(drawn, those.without(0))
    assert (without.answered <= before.answered).all()


def test_the_samples_one_after_the_other_only_raise_the_share() -> None:
    samples = guide.samples()
    shares = [readiness(samples[:n], loops=500).ready for n in range(5, 11)]
    assert None not in shares
    assert shares == sorted(shares, key=lambda share: share or 0)


def test_the_same_seed_gives_the_same_answer_in_any_order_of_stories() -> None:
    bank = list(guide.samples()[:7])
    first = readiness(bank, loops=300, seed=3)
    dice(2).shuffle(bank)
    assert readiness(bank, loops=300, seed=3) == first
    assert readiness(bank, loops=300, seed=4) != first


def test_what_to_do_next_is_measured_on_the_same_loops() -> None:
    bank = guide.samples()[:7]
    found = readiness(bank, loops=400)
    assert found.ready is not None
    gains = [each.gain for each in found.next_story]
    assert gains == sorted(gains, reverse=True)
    assert len(gains) == len(guide.archetypes())
    assert all(0 <= gain <= 1 - found.ready for gain in gains)
    losses = {each.story.id: each.loss for each in found.dependence}
    for n, story_of_seven in enumerate(bank):
        rest = readiness([*bank[:n], *bank[n + 1 :]], loops=400)
        assert rest.ready is not None
        assert losses[story_of_seven.id] == pytest.approx(found.ready - rest.ready)
    assert found.told_once is not None
    assert found.told_once <= found.ready
    shares = [each.share for each in found.bottlenecks]
    assert shares == sorted(shares, reverse=True)
    assert all(0 < share <= 1 - found.ready + 1e-9 for share in shares)


@pytest.mark.parametrize("stories", [0, 4])
def test_below_five_stories_nothing_is_said(stories: int) -> None:
    found = readiness(guide.samples()[:stories])
    assert found == Readiness(stories=stories, loops=0, seed=1, assumed=found.assumed)
    assert found.ready is None


def test_stories_without_text_do_not_count() -> None:
    blank = [replace(each, situation="", task="", action="", result="") for each in guide.samples()]
    assert readiness(blank).stories == 0


def test_ones_own_loop() -> None:
    loop = Loop(
        rounds=(
            Round(interviewer="Mei", principles=("hire-and-develop-the-best",)),
            Round(principles=("customer-obsession",), questions=("What is your notice period?",)),
            Round(minutes=45),
        )
    )
    found = readiness(guide.samples(), loop=loop, loops=300)
    # No story answers the last question of the second round, so no loop is answered in full.
    assert found.ready == 0
    assert found.answered is not None
    assert 0.6 < found.answered <= 0.8
    assert found.assumed == (
        "The 3 rounds of your loop, with the principles of 1 of them drawn; questions from the "
        "bank for each principle; no story told twice."
    )


def test_in_ones_own_loop_bans_and_former_tellings_hold() -> None:
    bank = [story(name, "frugality") for name in ("a", "b", "c", "d", "e")]
    asked = Round(principles=("frugality",))
    ready = readiness(bank, loop=Loop(rounds=(asked,)), loops=100).ready
    bans = tuple(Ban(story=each.id, round=0) for each in bank)
    assert ready
    assert readiness(bank, loop=Loop(rounds=(asked,), bans=bans), loops=100).ready == 0
    told = replace(asked, told=tuple(each.id for each in bank))
    assert readiness(bank, loop=Loop(rounds=(told,)), loops=100).ready == 0


def test_what_is_known_of_ones_own_loop_is_never_drawn() -> None:
    slots = (Known(person=0, principle=1), Known(person=1), Known(person=2, question=5))
    drawn = draw_own(BANK, slots, 200, 1)
    assert (drawn.principles[:, 0] == 1).all()
    assert (drawn.questions[:, 0] == 2).all()
    assert {*drawn.principles[:, 1].tolist()} == {0, 2}
    assert (drawn.questions[:, 2] == 5).all()
    assert isinstance(drawn, Drawn)


def test_another_framework() -> None:
    found = readiness(
        guide.samples(), assumptions=Assumptions(framework="civil-service"), loops=300
    )
    assert found.ready is not None
    assert {each.principle.id[:3] for each in found.bottlenecks} <= {"cs-"}


def test_an_interval_by_wilson() -> None:
    assert wilson(0, 100) == pytest.approx((0, 0.037), abs=0.001)
    assert wilson(50, 100) == pytest.approx((0.404, 0.596), abs=0.001)
    assert wilson(100, 100) == pytest.approx((0.963, 1), abs=0.001)


def test_assumptions_that_make_no_loop_are_refused() -> None:
    with pytest.raises(ValueError, match="rounds from 3 to 2 make no loop"):
        Assumptions(rounds=(3, 2))
    with pytest.raises(ValueError, match="each principle has a question"):
        Assumptions(questions=0)
