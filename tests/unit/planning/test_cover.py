"""The fewest stories that serve all needs, against trying every set of stories."""

import random
from collections.abc import Mapping, Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from storyloop.planning.cover import fewest

Needs = Sequence[Mapping[str, float]]

fits = st.sampled_from([0.5, 0.6, 0.601, 0.75, 1.0])
needs = st.lists(st.dictionaries(st.sampled_from("abcdefghi"), fits, max_size=5), max_size=8)


def total_fit(chosen: Sequence[str], needs: Needs) -> int | None:
    """Return the sum of the best fits, in thousandths, or None if a need is left out."""
    best = [[need[story] for story in chosen if story in need] for need in needs if need]
    return sum(round(1000 * max(found)) for found in best) if all(best) else None


def test_one_story_that_serves_all_is_enough() -> None:
    assert fewest([{"a": 1.0, "c": 0.5}, {"b": 1.0, "c": 0.5}]) == ("c",)


def test_of_equally_few_the_better_fitting_are_chosen() -> None:
    assert fewest([{"a": 0.6, "b": 0.7}, {"c": 0.6, "d": 0.5}]) == ("b", "c")


def test_of_equals_the_id_that_sorts_first_is_chosen() -> None:
    assert fewest([{"b": 0.7, "a": 0.7, "c": 0.7}]) == ("a",)


def test_a_need_that_nobody_serves_is_left_out() -> None:
    assert fewest([{}, {"a": 0.5}]) == ("a",)
    assert fewest([{}]) == ()
    assert fewest([]) == ()


@given(needs)
def test_no_other_set_is_smaller_or_as_small_and_better(needs: Needs) -> None:
    ids = sorted({story for need in needs for story in need})
    chosen = fewest(needs)
    covers = {
        size: [
            total
            for some in combinations(ids, size)
            if (total := total_fit(some, needs)) is not None
        ]
        for size in range(len(chosen) + 1)
    }
    assert [size for size, totals in covers.items() if totals] == [len(chosen)]
    assert total_fit(chosen, needs) == max(covers[len(chosen)])
    assert list(chosen) == sorted(chosen)


@given(needs, st.randoms(use_true_random=False))
def test_the_order_of_the_stories_does_not_matter(needs: Needs, chance: random.Random) -> None:
    shuffled = [dict(chance.sample(sorted(need.items()), len(need))) for need in needs]
    assert fewest(shuffled) == fewest(needs)
