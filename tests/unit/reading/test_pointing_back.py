"""The size of a change told in a clause that points back at its two numbers."""

import pytest

from storyloop.reading.changes import changes
from storyloop.reading.quantities import quantities


def verdicts(text: str) -> list[bool | None]:
    return [each.follows for each in changes(text, quantities(text)) if each.before]


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("It went from 74 to 96, i.e. by 60 %.", False),
        ("It went from 74 to 96, i.e. by 30 %.", True),
        ("It went from 60 % to 90 %, i.e. by 50 %.", True),
        ("It went from 60 % to 90 %, i.e. by 80 %.", False),
        ("calls fell from forty to thirty so by half", False),
        ("Calls fell from 40 to 30, that is, by a quarter.", True),
        ("It went from fifty times a year down to two, so call that a sixty percent drop.", False),
        ("It went from fifty times a year down to two, so I'd call it a 96 percent drop.", True),
        ("Orders rose from 40 to 60, which is more than double.", False),
        ("Orders rose from 40 to 90, which is more than double.", True),
        ("Orders rose from forty to fifty. That's almost double.", False),
        ("Orders rose from forty to seventy-six, so that's nearly double.", True),
        ("it had gone up from fifty to eighty so that's thirty per cent more basically", False),
        ("it had gone up from fifty to eighty so that's sixty per cent more basically", True),
        ("Errors went from 200 to 30, this is a reduction of 95 %.", False),
        ("Errors went from 200 to 13, this is a reduction of 95 %.", True),
        ("Errors went from 200 to 26, a reduction of about 90 %.", True),
        # "A rise of 30 per cent" is of the old value, where "up 30 per cent" may be points.
        ("It went from thirty per cent to sixty, which is a thirty per cent increase.", False),
        ("It went from thirty per cent to sixty, which is a thirty point increase.", True),
        ("It went from thirty per cent to sixty, which is a 100 per cent increase.", True),
    ],
)
def test_it_is_checked(text: str, follows: bool) -> None:  # noqa: FBT001 - what is expected
    assert verdicts(text) == [follows]


@pytest.mark.parametrize(
    "text",
    [
        "It went from 60 % to 90 %, i.e. by 30 %.",
        "It went from thirty per cent to sixty, up thirty per cent.",
        "Calls fell from 40 to 30, so by Friday we had half.",
        "Calls fell from 40 to 30, so by half past five we had time.",
        "Costs went from £40 to £30, so by 2022 half of the shops had it.",
        "The team went from 8 to 12, by 2 % of the budget.",
        "Orders rose from 40 to 60, which is more than double the plan.",
        "Orders rose from 40 to 60, so the price is nearly double.",
        "Orders rose from 40 to 60, and costs nearly doubled.",
        "Orders rose from 40 to 60. The room was a double.",
        "It went up from fifty to eighty so that's ten per cent more staff",
        "Calls fell from 100 to 80, so call that a 10 % drop in complaints.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert verdicts(text) == [None]
