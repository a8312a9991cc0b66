"""What to prepare: which story for which situation, how to tell it, and what is missing."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop import guide
from storyloop.planning import prepare
from storyloop.story import Metric, Story, TradeOff
from tests.unit.planning.test_coverage import small_banks

SCALED, SECURITY = guide.situation("scaled"), guide.situation("security")


def told(name: str, *situations: str) -> Story:
    return Story(id=name, task="Mine.", situations=situations)


def test_an_empty_bank_has_a_gap_for_each_situation_and_what_to_write_for_it() -> None:
    found = prepare([])
    assert found.sheets == ()
    assert [gap.situation for gap in found.gaps] == list(guide.situations())
    assert all(gap.situation.archetypes[0] == gap.archetype.id for gap in found.gaps)


def test_a_sheet_holds_what_is_needed_to_tell_the_story() -> None:
    story = Story(
        id="portal",
        task="I had to take on more partners.",
        principles=("frugality", "deliver-results", "think-big"),
        situations=("scaled",),
        metrics=(Metric(name="Partners", baseline="10", result="60"),),
        trade_offs=(
            TradeOff(chosen="A portal", rejected="Clerks", why_not="Training takes too long"),
            TradeOff(chosen="One region first", cost="A month"),
        ),
    )
    (sheet,) = prepare([story], [SCALED]).sheets
    assert (sheet.situation, sheet.story, sheet.spare) == (SCALED, story, None)
    assert sheet.principles == ("think-big", "deliver-results")
    assert sheet.metrics == story.metrics
    assert [choice.rejected for choice in sheet.why_not] == ["Clerks"]
    assert sheet.short.passages == (("task", "I had to take on more partners."),)
    assert sheet.fit > 0.5
    assert sheet.reasons[0] == "You listed this situation first."
    assert sheet.probes[0].answer == "Clerks: Training takes too long"


def test_a_story_that_shows_none_of_the_tested_principles_names_its_own_first() -> None:
    own = Story(
        id="a", task="Mine.", situations=("scaled",), principles=("of my own", "best-employer")
    )
    (sheet,) = prepare([own], [SCALED]).sheets
    assert sheet.principles == ("best-employer",)
    (bare,) = prepare([told("a", "scaled")], [SCALED]).sheets
    assert bare.principles == ()


def test_a_repeat_is_avoided_where_another_story_fits() -> None:
    stories = [told("good", "scaled", "security"), told("fair", "x", "y", "security")]
    found = prepare(stories, [SCALED, SECURITY])
    assert [sheet.story.id for sheet in found.sheets] == ["good", "fair"]
    assert found.uses == {"good": 1, "fair": 1}


def test_fewest_tells_one_story_as_often_as_it_fits() -> None:
    stories = [told("good", "scaled", "security"), told("fair", "x", "y", "security")]
    found = prepare(stories, [SCALED, SECURITY], fewest=True)
    assert [sheet.story.id for sheet in found.sheets] == ["good", "good"]
    assert found.uses == {"good": 2}


def test_the_spare_is_the_best_other_story() -> None:
    stories = [told("c", "scaled"), told("a", "x", "scaled"), told("b", "x", "scaled")]
    (sheet,) = prepare(stories, [SCALED]).sheets
    assert sheet.spare is not None
    assert (sheet.story.id, sheet.spare.story.id) == ("c", "a")


def test_of_equal_spares_one_that_is_not_told_elsewhere_is_kept_ready() -> None:
    stories = [told("c", "scaled"), told("a", "security", "scaled"), told("b", "x", "scaled")]
    scaled, security = prepare(stories, [SCALED, SECURITY]).sheets
    assert (scaled.story.id, security.story.id) == ("c", "a")
    assert scaled.spare is not None
    assert scaled.spare.story.id == "b"


def test_sheets_stand_in_the_order_asked_and_gaps_are_named() -> None:
    found = prepare(
        [told("a", "scaled", "requirements")],
        [
            guide.situation("requirements"),
            SECURITY,
            SCALED,
        ],
    )
    assert [sheet.situation.id for sheet in found.sheets] == ["requirements", "scaled"]
    assert [gap.situation.id for gap in found.gaps] == ["security"]


def test_a_situation_may_be_asked_twice() -> None:
    found = prepare([told("a", "scaled"), told("b", "scaled")], [SCALED, SCALED])
    assert [sheet.story.id for sheet in found.sheets] == ["a", "b"]


def test_asked_for_nothing_there_is_nothing_to_prepare() -> None:
    found = prepare([told("a", "scaled")], [])
    assert (found.sheets, found.gaps, found.uses) == ((), (), {})


def test_the_samples_answer_everything_and_none_is_told_more_than_twice() -> None:
    found = prepare(guide.samples())
    assert found.gaps == ()
    assert len(found.sheets) == len(guide.situations())
    assert max(found.uses.values()) <= 2
    assert all(sheet.spare for sheet in found.sheets)
    assert all(sheet.short.words <= 300 for sheet in found.sheets)


def test_fewest_needs_fewer_of_the_samples() -> None:
    found = prepare(guide.samples(), fewest=True)
    assert found.gaps == ()
    assert len(found.uses) < len(prepare(guide.samples()).uses)


@pytest.mark.parametrize("fewest", [False, True])
@given(stories=small_banks, chance=st.randoms(use_true_random=False))
def test_each_situation_has_a_sheet_or_a_gap_whatever_the_order_of_the_stories(
    *, stories: Sequence[Story], chance: random.Random, fewest: bool
) -> None:
    found = prepare(stories, fewest=fewest)
    answered = [sheet.situation.id for sheet in found.sheets]
    missing = [gap.situation.id for gap in found.gaps]
    assert sorted(answered + missing) == sorted(each.id for each in guide.situations())
    for sheet in found.sheets:
        assert sheet.situation.id in sheet.story.situations
        assert sheet.spare is None or sheet.spare.story != sheet.story
    assert prepare(chance.sample(stories, len(stories)), fewest=fewest) == found
