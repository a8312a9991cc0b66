"""Who answers what, against trying every way to give stories to situations."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from storyloop.planning.assign import REPEAT, assign

Fits = Sequence[Mapping[str, float]]

values = st.sampled_from([0.5, 0.52, 0.55, 0.6, 0.601, 0.85, 1.0])
some_fits = st.lists(st.dictionaries(st.sampled_from("abcde"), values, max_size=4), max_size=5)


def worth(tellers: Sequence[str], fits: Fits) -> tuple[int, int]:
    """Return what makes a plan better: few tellings of any story, then its fit less repeats."""
    times = Counter(tellers)
    repeats = sum(count - 1 for count in times.values())
    fit = sum(round(1000 * found[story]) for story, found in zip(tellers, fits, strict=True))
    return -max(times.values(), default=0), fit - repeats * round(1000 * REPEAT)


def test_each_situation_gets_its_best_story() -> None:
    assert assign([{"a": 0.9, "b": 0.6}, {"a": 0.6, "b": 0.9}]) == ("a", "b")


def test_a_story_is_not_told_twice_where_another_one_fits() -> None:
    assert assign([{"a": 1.0}, {"a": 1.0, "b": 0.5}]) == ("a", "b")


def test_a_story_is_told_twice_where_it_is_the_only_one() -> None:
    assert assign([{"a": 0.9}, {"a": 0.5}]) == ("a", "a")


def test_where_one_story_must_repeat_another_may_if_it_fits_much_better() -> None:
    must = [{"a": 0.9}, {"a": 0.9}]
    better = [{"b": 0.9}, {"b": 0.9, "c": 0.84}]
    scarcely_better = [{"b": 0.9}, {"b": 0.9, "c": 0.86}]
    assert assign([*must, *better]) == ("a", "a", "b", "b")
    assert assign([*must, *scarcely_better]) == ("a", "a", "b", "c")


def test_a_situation_that_no_story_fits_stays_open() -> None:
    assert assign([{}, {"a": 0.5}, {}]) == (None, "a", None)
    assert assign([]) == ()


def test_of_equal_plans_earlier_ids_answer_earlier_situations() -> None:
    both = {"b": 0.7, "a": 0.7}
    assert assign([both, both]) == ("a", "b")


@given(some_fits)
def test_no_other_plan_is_better(fits: Fits) -> None:
    tellers = assign(fits)
    assert [teller is None for teller in tellers] == [not found for found in fits]
    answered = [found for found in fits if found]
    mine = worth([teller for teller in tellers if teller], answered)
    assert mine == max(worth(plan, answered) for plan in product(*answered))


@given(some_fits, st.randoms(use_true_random=False))
def test_the_order_of_the_stories_does_not_matter(fits: Fits, chance: random.Random) -> None:
    shuffled = [dict(chance.sample(sorted(found.items()), len(found))) for found in fits]
    assert assign(shuffled) == assign(fits)
