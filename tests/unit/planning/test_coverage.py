"""What a bank covers, what hangs on one story, and what to write next."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop import guide
from storyloop.planning import Coverage, coverage
from storyloop.story import Story

AMAZON = guide.framework()
SITUATIONS = [each.id for each in guide.situations()]
PRINCIPLES = [each.id for each in AMAZON.principles]

small_banks = st.lists(
    st.builds(
        Story,
        id=st.sampled_from(["a", "b", "c", "d", "e", "f"]),
        task=st.sampled_from(["Mine.", ""]),
        archetype=st.sampled_from([each.id for each in guide.archetypes()]),
        situations=st.lists(st.sampled_from(SITUATIONS), max_size=4).map(tuple),
        principles=st.lists(st.sampled_from(PRINCIPLES), max_size=4).map(tuple),
    ),
    max_size=6,
    unique_by=lambda story: story.id,
)


def serving(found: Coverage, need: str) -> tuple[str, ...]:
    """Return the stories that serve a situation or principle."""
    return {each.id: each.stories for each in (*found.situations, *found.principles)}[need]


def test_an_empty_bank_has_all_gaps_and_every_kind_of_story_to_write() -> None:
    found = coverage([], AMAZON)
    assert [each.id for each in found.uncovered] == SITUATIONS + PRINCIPLES
    assert (found.stories, found.fewest(), found.fragile) == ((), (), ())
    assert {each.archetype.id for each in found.next} == {each.id for each in guide.archetypes()}
    assert all(each.gain == len(each.covers) for each in found.next)


def test_a_story_without_text_does_not_count() -> None:
    found = coverage([Story(id="plan", situations=("scaled",), principles=("ownership",))], AMAZON)
    assert found.stories == ()
    assert serving(found, "scaled") == ()
    assert serving(found, "ownership") == ()


def test_stories_stand_best_first() -> None:
    first = Story(id="b", task="Mine.", situations=("scaled",), principles=("frugality",))
    second = Story(
        id="a",
        task="Mine.",
        situations=("security", "scaled"),
        principles=("ownership", "frugality"),
    )
    found = coverage([second, first], AMAZON)
    assert serving(found, "scaled") == ("b", "a")
    assert serving(found, "frugality") == ("b", "a")
    assert [(each.kind, each.name) for each in found.fragile] == [
        ("situation", "Made it secure"),
        ("principle", "Ownership"),
    ]


def test_a_bank_written_for_one_employer_serves_another() -> None:
    framework = guide.framework("civil-service")
    principle = next(each for each in framework.principles if each.like)
    story = Story(id="a", task="Mine.", principles=(principle.like[0],))
    assert serving(coverage([story], framework), principle.id) == ("a",)


def test_the_fewest_stories_cover_all_that_is_covered() -> None:
    both = Story(id="both", task="Mine.", situations=("scaled",), principles=("frugality",))
    one = Story(id="a-one", task="Mine.", situations=("scaled",))
    assert coverage([one, both], AMAZON).fewest() == ("both",)


def test_a_suggestion_counts_gaps_fully_and_single_stories_by_half() -> None:
    kind = guide.archetype("scaled-solution")
    others = [name for name in SITUATIONS if name not in kind.situations]
    stories = [
        Story(id="others", task="Mine.", situations=tuple(others), principles=tuple(PRINCIPLES)),
        Story(id="more", task="Mine.", situations=tuple(others), principles=tuple(PRINCIPLES)),
        Story(id="thin", task="Mine.", situations=kind.situations[:1]),
    ]
    best = coverage(stories, AMAZON).next[0]
    assert best.archetype == kind
    assert [each.id for each in best.backs_up] == [kind.situations[0]]
    assert {each.id for each in best.covers} == set(kind.situations[1:])
    assert best.gain == len(kind.situations) - 1 + 0.5


def test_where_nothing_is_missing_nothing_is_suggested() -> None:
    full = [
        Story(id=name, task="Mine.", situations=tuple(SITUATIONS), principles=tuple(PRINCIPLES))
        for name in ("a", "b")
    ]
    found = coverage(full, AMAZON)
    assert (found.next, found.uncovered, found.fragile) == ((), (), ())


@pytest.mark.parametrize("framework", guide.frameworks(), ids=lambda each: each.id)
def test_the_samples_cover_every_situation(framework: guide.Framework) -> None:
    found = coverage(guide.samples(), framework)
    assert not [each.id for each in found.situations if not each.stories]
    assert len(found.principles) == len(framework.principles)


@given(small_banks, st.randoms(use_true_random=False))
def test_the_parts_of_a_coverage_agree_with_each_other(
    stories: Sequence[Story], chance: random.Random
) -> None:
    found = coverage(stories, AMAZON)
    needs = (*found.situations, *found.principles)
    told = {story.id for story in found.stories}
    assert all(set(need.stories) <= told for need in needs)
    assert set(found.fewest()) <= told
    assert all(set(found.fewest()) & set(need.stories) for need in needs if need.stories)
    gains = [each.gain for each in found.next]
    assert gains == sorted(gains, reverse=True)
    assert all(gains)
    again = coverage(chance.sample(stories, len(stories)), AMAZON)
    assert (again.fewest(), again.situations, again.next) == (
        found.fewest(),
        found.situations,
        found.next,
    )
