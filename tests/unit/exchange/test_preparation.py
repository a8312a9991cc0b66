"""How a number reads, and how long texts and small counts read in a terminal."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from storyloop import guide
from storyloop.exchange.coverage import coverage_text
from storyloop.exchange.preparation import metric_line, preparation_markdown, preparation_text
from storyloop.planning import counted, coverage, prepare
from storyloop.story import Metric, Story

SCALED = [guide.situation("scaled")]
STORY = Story(
    id="depot",
    title="The depot",
    situation="It was full.",
    action="I counted the boxes.\n\nThen I counted them again, "
    + "and again, " * 12
    + "all of them.",
    principles=("dive-deep",),
    situations=("scaled",),
    archetype="scaled-solution",
)


@pytest.mark.parametrize(
    ("metric", "line"),
    [
        (
            Metric(name="Delay", baseline="12", result="4", unit="min", standing="confirmed"),
            "Delay: 12 → 4 min",
        ),
        (
            Metric(name="Delay", result="4", unit="min", period="in May"),
            "Delay: 4 min, in May (an estimate)",
        ),
        (Metric(baseline="12", standing="cannot-confirm"), "12 (cannot be confirmed)"),
        (Metric(name="Calm", standing="confirmed"), "Calm"),
        (Metric(period="in May", standing="confirmed"), "in May"),
    ],
)
def test_a_number_on_one_line(metric: Metric, line: str) -> None:
    assert metric_line(metric) == line


def as_text(*stories: Story, situations: Sequence[guide.Situation] = SCALED) -> str:
    """Return what a terminal shows of a preparation."""
    return preparation_text(prepare(stories, situations), counted(stories))


def test_the_second_paragraph_of_a_passage_stays_under_its_part() -> None:
    text = as_text(STORY)
    start = text.index("ACTION")
    assert text[start : text.index("Worth naming")].splitlines() == [
        "ACTION  I counted the boxes.",
        "",
        "  Then I counted them again, and again, and again, and again, and again, and again, and",
        "  again, and again, and again, and again, and again, and again, and again, all of them.",
        "",
    ]
    assert max(map(len, text.splitlines())) <= 88


def test_one_story_and_one_situation_are_counted_as_one() -> None:
    last = as_text(STORY).splitlines()[-1]
    assert last == "1 of 1 situation answered by 1 story."
    other = replace(STORY, id="dock", title="The dock", situations=("obstacle",))
    asked = [*SCALED, guide.situation("obstacle")]
    last = as_text(STORY, other, situations=asked).splitlines()[-1]
    assert last == "2 of 2 situations answered by 2 stories."


def test_a_spare_is_named_where_there_is_one() -> None:
    spare = replace(STORY, id="dock", title="The dock", archetype="")
    assert "\nSpare: The dock\n" in as_text(STORY, spare)
    markdown = preparation_markdown(prepare([STORY, spare], SCALED), counted([STORY, spare]))
    assert "\n**Spare:** The dock\n" in markdown
    assert "\nSpare: none yet\n" in as_text(STORY)


def test_coverage_says_what_is_missing_and_what_hangs_on_one_story() -> None:
    text = coverage_text(coverage([STORY], guide.framework()), counted([STORY]))
    assert "\nCovered: 1 of 15 situations, 1 of 16 principles.\nNot covered: Root cause, " in text
    assert "\nHangs on one story: Dive Deep (The depot).\n" in text
    assert "\nThe fewest stories that cover all that is covered, 1 of 1:\n  The depot\n" in text
    assert "\nWrite next:\n  " in text
