"""Which probes to expect, and which of them the story already answers."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from storyloop import guide
from storyloop.guide import Probe
from storyloop.planning.probes import MOST_PROBES, PreparedProbe, prepared_probes
from storyloop.story import FollowUp, Story, TradeOff
from tests.strategies import stories

ASKS = replace(
    guide.situation("root-cause"),
    probes=(
        Probe(ask="What made it hard to see?", about="why-hard"),
        Probe(ask="What else could you have done?", about="alternative"),
        Probe(ask="What stops it tonight?", about="prevention"),
        Probe(ask="What would you change?", about="learning"),
    ),
)


def test_probes_come_with_the_storys_answers_of_the_same_kind() -> None:
    story = Story(
        id="a",
        learned="I would ask sooner.",
        follow_ups=(
            FollowUp(question="What prevents a recurrence?", answer="A test."),
            FollowUp(question="Why was it hard?", answer="Two causes."),
        ),
    )
    assert prepared_probes(story, ASKS) == (
        PreparedProbe(ask="What made it hard to see?", answer="Two causes."),
        PreparedProbe(ask="What stops it tonight?", answer="A test."),
        PreparedProbe(ask="What would you change?", answer="I would ask sooner."),
        PreparedProbe(ask="What else could you have done?", answer=""),
    )


def test_a_trade_off_answers_for_the_alternative_where_no_follow_up_does() -> None:
    story = Story(id="a", trade_offs=(TradeOff(rejected="A patch", why_not="It cures one cause"),))
    assert prepared_probes(story, ASKS)[0] == PreparedProbe(
        ask="What else could you have done?", answer="A patch: It cures one cause"
    )
    prepared = replace(story, follow_ups=(FollowUp(question="Why not patch?", answer="Too slow."),))
    assert prepared_probes(prepared, ASKS)[0].answer == "Too slow."


def test_what_is_left_follows_with_its_own_questions() -> None:
    story = Story(
        id="a",
        follow_ups=(
            FollowUp(question="Why was it hard?", answer="Two causes."),
            FollowUp(question="Was it hard for others?", answer="Less so."),
            FollowUp(question="Which tea?", answer="Green."),
            FollowUp(question="Who paid?", answer=""),
            FollowUp(question="", answer="An answer to nothing."),
        ),
    )
    probes = prepared_probes(story, ASKS)
    assert [probe.ask for probe in probes if probe.answer] == [
        "What made it hard to see?",
        "Was it hard for others?",
        "Which tea?",
    ]
    assert probes[-1] == PreparedProbe(ask="Who paid?", answer="")


@given(stories, st.sampled_from(guide.situations()))
def test_prepared_ones_come_first_and_no_answer_is_used_twice(
    story: Story, situation: guide.Situation
) -> None:
    probes = prepared_probes(story, situation)
    prepared = [probe for probe in probes if probe.answer]
    assert len(probes) <= MOST_PROBES
    assert probes[: len(prepared)] == tuple(prepared)
    assert all(probe.ask for probe in probes)
    available = len(story.follow_ups) + len(story.trade_offs) + bool(story.learned)
    assert len(prepared) <= available
