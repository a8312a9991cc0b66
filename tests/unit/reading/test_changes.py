"""What a number was, what it became, and whether the stated size of the change follows."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop.reading.changes import changes
from storyloop.reading.quantities import quantities
from storyloop.reading.values import Change
from tests.unit.reading.test_quantities import FRAGMENTS

STORIES = Path(__file__).parents[3] / "training" / "stories"


def read(text: str) -> tuple[Change, ...]:
    return changes(text, quantities(text))


def pairs(text: str) -> list[tuple[float | None, float, bool | None]]:
    return [
        (change.before.low if change.before else None, change.after.low, change.follows)
        for change in read(text)
        if change.after
    ]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Errors went from 0.6 % to 3 %.", 0.6, 3),
        ("Onboarding: 10 days to 2.", 10, 2),
        ("I cut 40 minutes to 25.", 40, 25),
        ("We went from 10 to 60 a week.", 10, 60),
        ("Errors 3% -> 0.5%", 3, 0.5),
        ("It is down to 25 from 40.", 40, 25),
        ("Completion went up from 41% to 58%.", 41, 58),
        ("It took 5 months instead of 6.", 6, 5),
        ("We had 12, against 31 the quarter before.", 31, 12),
        ("We had 12 complaints a week, from 31 before.", 31, 12),
        ("It was 40, now 25.", 40, 25),
        ("The wait halved to 12.", None, 12),
        ("It went from 2 % to 3 %, up one per cent.", 2, 3),
        ("It dropped from £1,200 a month to £900, a saving of £3,600 a year.", 1200, 900),
        ("The wait went from 10 days to 2, and errors fell by 30 %.", 10, 2),
        ("The wait went from 10 days to 2, so complaints fell by 30 %.", 10, 2),
        ("The wait went from 10 days to 2, with 30 % fewer errors.", 10, 2),
        ("The wait went from 10 days to 2 and costs dropped 30 %.", 10, 2),
        ("Errors fell by 30 % and the wait went from 10 days to 2.", 10, 2),
        ("Complaints rose by 30 % when we cut staff from 40 to 30.", 40, 30),
        ("The wait went from 10 days to 2, which cut complaints by 30 %.", 10, 2),
        ("The wait went from 10 days to 2, a 30 % drop in complaints followed.", 10, 2),
        ("The wait went from 10 days to 2. It cut complaints by a third.", 10, 2),
        ("From 10 days to 2. Sales rose 30 %.", 10, 2),
        ("The wait went from 10 days to 2, and we saved 30 % of the budget.", 10, 2),
        ("Staff fell from 40 to 30, a saving of 12 % on the wage bill.", 40, 30),
        ("Staff fell from 40 to 30, so we saved 12 % on wages.", 40, 30),
        ("We doubled the team and went from 10 to 60 a week.", 10, 60),
        ("We halved the team, yet orders went from 10 to 60 a week.", 10, 60),
        ("We doubled the price, and sales fell from 40 to 30.", 40, 30),
        ("After I doubled the team, output went from 10 a week to 60.", 10, 60),
        ("Half the team left, and output fell from 40 to 30 a week.", 40, 30),
        ("The queue fell from 40 to 30, half of what Leeds had.", 40, 30),
        ("Cost fell from £40 to £30, 50 % below the market.", 40, 30),
        ("Complaints fell from 120 to 60, about half.", 120, 60),
        ("It dropped from 120 to 90 a week, a quarter fewer complaints.", 120, 90),
        ("Attendance rose by a third to 80.", None, 80),
        ("Prices rose from 10 to 11. They fell by 50 % in May.", 10, 11),
        ("Calls fell from 100 to 80, a further 10 % drop.", 100, 80),
        ("Calls fell from 100 to 80, 40 per cent less than in Leeds.", 100, 80),
        ("Profit went from 2.4 to 1.9 million.", 2_400_000, 1_900_000),
    ],
)
def test_a_pair_without_a_claim_of_its_own_is_not_judged(
    text: str, before: float | None, after: float
) -> None:
    assert pairs(text) == [(before, after, None)]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("From 40 to 30, a 25 % drop.", 40, 30),
        ("Failures fell from 40 to 30, a 25 % drop.", 40, 30),
        ("It went from 2 % to 3 %, up one percentage point.", 2, 3),
        ("It went from 2 % to 3 %, up 50 %.", 2, 3),
        ("It went from 41 % to 58 %, up 17 points.", 41, 58),
        ("Sign-ups doubled from 40 to 80.", 40, 80),
        ("We halved the wait from 40 minutes to 20.", 40, 20),
        ("Calls fell by 30 %, from 100 to 70.", 100, 70),
        ("The wait went from 40 minutes to 10. That is a 75 % drop.", 40, 10),
        ("We went from 10 partners a week to 60, a sixfold increase.", 10, 60),
        ("Output rose from 10 a week to 60, six times as many.", 10, 60),
        ("It dropped from 3 hours to 45 minutes, a 75 % cut.", 3, 45),
        ("It dropped from £1.2 million to £900,000, a saving of £300,000.", 1_200_000, 900_000),
        ("Response time went from 900 ms to 300 ms, three times faster.", 900, 300),
        ("It went from 8 hours to 2, a 75 per cent reduction in four months.", 8, 2),
        ("Complaints fell from 120 to 60 in six months, so we cut them by half.", 120, 60),
        ("It dropped from 120 to 90 a week, nearly a quarter fewer.", 120, 90),
        ("Attendance rose by a third, from 60 to 80.", 60, 80),
        ("Defects more than halved, from 50 to 20.", 50, 20),
        ("Defects nearly halved, from 50 to 29.", 50, 29),
        ("Scores rose 12 points, from 60 to 72.", 60, 72),
        (
            "We went from forty per cent to six, so that's, what, an 85 per cent improvement.",
            40,
            6,
        ),
        ("The queue shrank from 40 to 30 to 20, a 50 % fall.", 40, 20),
    ],
)
def test_a_claim_that_follows(text: str, before: float | None, after: float) -> None:
    assert pairs(text) == [(before, after, True)]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("from 40 to 30, a 50 % drop", 40, 30),
        ("Failures fell from 40 to 30, a 50 % drop.", 40, 30),
        ("It went from 41 % to 58 %, up 27 points.", 41, 58),
        ("Sign-ups doubled from 40 to 60.", 40, 60),
        ("Sign-ups doubled, from 40 to 60 a week.", 40, 60),
        ("We halved the wait, from 40 minutes to 30.", 40, 30),
        ("Calls fell by 50 %, from 100 to 70.", 100, 70),
        ("Calls fell by half (from 100 to 70).", 100, 70),
        ("The wait went from 40 minutes to 10. That is a 50 % drop.", 40, 10),
        ("We went from 10 partners a week to 60, a threefold increase.", 10, 60),
        ("Defects more than halved, from 50 to 40.", 50, 40),
        ("Scores rose 12 points, from 60 to 82.", 60, 82),
        (
            "We went from forty per cent to six, so that's, what, a 95 per cent improvement.",
            40,
            6,
        ),
        ("Complaints went from nineteen to none, a fall of 90 per cent.", 19, 0),
    ],
)
def test_a_claim_that_does_not_follow(text: str, before: float | None, after: float) -> None:
    assert pairs(text) == [(before, after, False)]


@pytest.mark.parametrize(
    "text",
    [
        "We open from Monday to Friday.",
        "I worked from 9 to 5.",
        "I moved from London to Leeds.",
        "The shop is open from 9 to 5.",
        "We had from 5 to 11 people.",
        "Ages from 5 to 11.",
        "It takes from 5 to 10 minutes.",
        "It takes 10 to 12 minutes.",
        "In 2019 I led it until 2021.",
        "from 2019 to 2021",
        "We lost, five to two.",
        "I gave 10 days to 2 teams.",
        "twenty to seven",
        "It cost between 5 and 7 pounds.",
        "From page 12 to page 40.",
        "the window is 2 to 4 pm",
        "I sent 40 letters to 12 of them.",
        "plots 5 to 8 were poured",
        "We won 3 to 1.",
        "I took 12 people to 3 sites.",
        "It ran from March 2023 to May 2023.",
        "from 5 pm to 9 pm",
        "From 3 May to 9 May we tested.",
        "Twice a week I called 12 people.",
        "We moved 12 people from Leeds to London.",
    ],
)
def test_no_change_is_seen_in(text: str) -> None:
    assert read(text) == ()


def test_the_unit_is_carried_over() -> None:
    [change] = read("We cut onboarding from 10 days to 2.")
    assert change.before
    assert change.after
    assert (change.before.unit, change.after.unit, change.after.text) == ("days", "days", "2")
    assert change.direction == "down"


def test_the_span_holds_the_pair_and_its_claim() -> None:
    text = "Then calls fell from 40 to 30, a 25 % drop, by May."
    [change] = read(text)
    assert text[change.start : change.end] == "from 40 to 30, a 25 % drop"


def test_an_hour_may_be_what_became_of_three() -> None:
    assert pairs("The count fell from 3 hours to an hour, so by two thirds.") == [(3, 1, True)]


@pytest.mark.parametrize(
    "text",
    [
        "We grew by 20 % a year, from 100 to 300.",
        "It fell by 20 % against plan, from 100 to 50.",
    ],
)
def test_a_claim_about_something_else_is_not_checked(text: str) -> None:
    assert pairs(text)[0][2] is None


def test_units_of_time_are_compared() -> None:
    assert pairs("The run went from 2 hours to 30 minutes, a 75 % cut.") == [(2, 30, True)]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Sales doubled.", "up"),
        ("Sales rose by 30 %.", "up"),
        ("Scores fell 12 points.", "down"),
        ("Costs fell by a third.", "down"),
        ("It is now 20 % faster.", ""),
    ],
)
def test_a_claim_may_stand_alone(text: str, direction: str) -> None:
    [change] = read(text)
    assert (change.before, change.after, change.follows) == (None, None, None)
    assert change.claim
    assert change.direction == direction


@given(st.one_of(st.text(max_size=200), FRAGMENTS))
def test_any_text_is_read(text: str) -> None:
    for change in read(text):
        assert 0 <= change.start < change.end <= len(text)
        assert change.before or change.after or change.claim


@given(st.integers(10, 900), st.integers(10, 900))
def test_the_true_share_always_follows(before: int, after: int) -> None:
    share = round(abs(after - before) / before * 100)
    if share == 0:
        return
    noun = "rise" if after > before else "drop"
    assert pairs(f"Calls went from {before} to {after} a day, a {share} % {noun}.") == [
        (before, after, True)
    ]


@given(st.integers(10, 900), st.integers(10, 900), st.integers(1, 400))
def test_a_share_far_off_never_follows(before: int, after: int, share: int) -> None:
    actual = abs(after - before) / before * 100
    if before == after or abs(actual - share) <= max(2, share / 10) + 1e-6:
        return
    noun = "rise" if after > before else "drop"
    assert pairs(f"Calls went from {before} to {after} a day, a {share} % {noun}.") == [
        (before, after, False)
    ]


def _stories() -> list[tuple[str, str]]:
    """Return the header and the text of each training story, lines joined by its style."""
    stories: list[tuple[str, str]] = []
    for path in sorted(STORIES.glob("*.txt")):
        for block in re.split(r"(?m)^(?=@ )", path.read_text("utf-8"))[1:]:
            header, _, body = block.partition("\n")
            joint = "\n" if "style=bullets" in header else " "
            lines = re.findall(r"(?m)^[A-Z]\| ?(.*)$", body)
            stories.append((header, joint.join(lines)))
    return stories


def _contradicts(text: str) -> bool:
    return any(change.follows is False for change in read(text))


def test_no_right_arithmetic_of_the_training_stories_is_called_wrong() -> None:
    right = [story for story in _stories() if "wrong-arithmetic" not in story[0]]
    assert [header for header, text in right if _contradicts(text)] == []


def test_hardly_any_wrong_arithmetic_of_the_training_stories_is_missed() -> None:
    wrong = [story for story in _stories() if "wrong-arithmetic" in story[0]]
    missed = [header for header, text in wrong if not _contradicts(text)]
    assert len(missed) <= len(wrong) / 20, missed
