"""How well a story answers a situation: what counts, for how much, and what the reader is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop import guide
from storyloop.matching import ENOUGH, rank, situation_fit
from storyloop.story import FollowUp, Metric, Story, TradeOff
from tests.strategies import stories

ROOT_CAUSE = guide.situation("root-cause")
COMPLETE = Story(
    id="late-train",
    action="I read the signal logs.",
    archetype="root-cause-or-troubleshooting",
    principles=ROOT_CAUSE.principles,
    situations=("root-cause", "troubleshooting"),
    metrics=(Metric(name="Late trains", baseline="30", result="4", unit="%"),),
    trade_offs=(TradeOff(chosen="Repair", rejected="Replace", why_not="It takes a year"),),
    follow_ups=(FollowUp(question="Why was it hard?", answer="The logs were in two places."),),
)


def test_a_story_with_everything_fits_fully_and_says_why() -> None:
    found = situation_fit(COMPLETE, ROOT_CAUSE)
    assert found.fit == 1
    assert found.reasons == (
        "You listed this situation first.",
        "Stories of the kind “Root cause or troubleshooting” often answer it.",
        (
            "Shows Dive Deep, Ownership, Insist on the Highest Standards and Deliver Results, "
            "which this situation tests."
        ),
        "Has a number with its baseline: 30 to 4 %.",
        "Says why an alternative was not taken.",
        "Has 1 answer to follow-up questions prepared.",
    )


def test_a_declaration_alone_is_enough() -> None:
    story = Story(id="a", situations=("w", "x", "y", "z", "root-cause"), task="Mine.")
    found = situation_fit(story, ROOT_CAUSE)
    assert found.fit == ENOUGH
    assert found.reasons == ("You listed this situation, behind three others or more.",)


def test_the_earlier_a_story_lists_the_situation_the_better_it_fits() -> None:
    places = [
        ("root-cause",),
        ("x", "root-cause"),
        ("x", "y", "root-cause"),
        ("x", "y", "z", "root-cause"),
    ]
    fits = [situation_fit(Story(id="a", task="Mine.", situations=p), ROOT_CAUSE) for p in places]
    assert [each.fit for each in fits] == [0.65, 0.6, 0.55, 0.5]


def test_the_principle_that_the_situation_tests_first_weighs_most() -> None:
    def fit(principle: str) -> float:
        story = Story(id="a", task="Mine.", situations=("root-cause",), principles=(principle,))
        return situation_fit(story, ROOT_CAUSE).fit

    assert fit("dive-deep") > fit("ownership") > fit("deliver-results") > fit("frugality")


def test_a_number_without_its_baseline_adds_nothing() -> None:
    bare = Story(id="a", task="Mine.", situations=("root-cause",), metrics=(Metric(result="4"),))
    assert situation_fit(bare, ROOT_CAUSE).fit == 0.65


def test_a_story_that_comes_near_without_a_declaration_is_not_enough() -> None:
    near = Story(
        id="near",
        action=COMPLETE.action,
        archetype=COMPLETE.archetype,
        principles=COMPLETE.principles,
        metrics=COMPLETE.metrics,
        trade_offs=COMPLETE.trade_offs,
        follow_ups=COMPLETE.follow_ups,
    )
    found = situation_fit(near, ROOT_CAUSE)
    assert 0 < found.fit < ENOUGH
    assert found.reasons[0] == "You have not listed this situation."


@pytest.mark.parametrize(
    "story",
    [
        Story(
            id="wrong-kind", task="Mine.", principles=("dive-deep",), archetype="scaled-solution"
        ),
        Story(id="no-principle", task="Mine.", archetype="root-cause-or-troubleshooting"),
        Story(id="no-kind", task="Mine.", principles=("dive-deep",), archetype="of my own"),
    ],
    ids=lambda story: story.id,
)
def test_without_a_declaration_kind_and_principle_must_both_suit(story: Story) -> None:
    assert situation_fit(story, ROOT_CAUSE).fit == 0


def test_a_story_that_is_not_written_yet_never_fits() -> None:
    found = situation_fit(Story(id="a", headline="Soon", situations=("root-cause",)), ROOT_CAUSE)
    assert found.fit == 0
    assert found.reasons == ("None of its four parts is written yet.",)
    assert rank([found.story], ROOT_CAUSE) == ()


def test_a_ranking_is_best_first_and_equal_stories_stand_by_id() -> None:
    weak = Story(id="a-weak-one", task="Mine.", situations=("scaled", "root-cause"))
    twin = Story(id="b-twin", task="Mine.", situations=("root-cause",))
    other_twin = Story(id="c-twin", task="Mine.", situations=("root-cause",))
    stranger = Story(id="d-stranger", task="Mine.", situations=("scaled",))
    found = rank([stranger, other_twin, weak, twin, COMPLETE], ROOT_CAUSE)
    assert [each.story.id for each in found] == ["late-train", "b-twin", "c-twin", "a-weak-one"]


@given(stories, st.sampled_from(guide.situations()))
def test_no_story_breaks_the_fit_and_only_declared_ones_are_enough(
    story: Story, situation: guide.Situation
) -> None:
    found = situation_fit(story, situation)
    assert 0 <= found.fit <= 1
    assert found.reasons
    assert found.fit < ENOUGH or situation.id in story.situations
    assert rank([story], situation) == ((found,) if found.fit >= ENOUGH else ())
