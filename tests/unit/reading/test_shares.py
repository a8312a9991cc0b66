"""A share told behind its part and its whole: only a false one is a change to speak of."""

import pytest

from storyloop.reading.changes import changes
from storyloop.reading.quantities import quantities


def false_shares(text: str) -> list[str]:
    found = changes(text, quantities(text))
    return [each.claim.text for each in found if each.claim and each.follows is False]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("We threw 60 out of 600 away, so that's about 50 per cent.", "50 per cent"),
        ("Fifty-two out of sixty came back, so that's about half.", "half"),
        ("570 badges from 600 were handed out, this is 80 percent.", "80 percent"),
        ("- Labelled now: 1,200 of 2,400, from none, so 70% done.", "70%"),
        ("We sold 300 of the 400 pots, so 90 per cent.", "90 per cent"),
        ("We sold 300 of the 400 pots, so that's 90 % of the pots.", "90 %"),
        ("Of the 400 pots we sold 300, so 90 per cent.", "90 per cent"),
        ("Of the 50 we found 30 again, so more than ninety per cent.", "ninety per cent"),
        (
            "of the four hundred we sold three hundred so that's ninety per cent and we were glad",
            "ninety per cent",
        ),
        ("I answered 30 calls out of 60, which is 70 percent of them.", "70 percent"),
        ("We spent £12,000 of £48,000, i.e. 40 %.", "40 %"),
        ("We lost 100 out of 2,000, so call that twenty percent of the night.", "twenty percent"),
        # Near the whole, what is left tells: two in a hundred are not five.
        ("98 of 100 came, so 95 per cent.", "95 per cent"),
    ],
)
def test_a_false_share_is_found(text: str, share: str) -> None:
    assert false_shares(text) == [share]


@pytest.mark.parametrize(
    "text",
    [
        "Fifty-two out of sixty came back, so that's about 87 per cent.",
        "We sold 300 of the 400 pots, so three quarters.",
        "We sold 300 of the 400 pots, so nearly 80 per cent.",
        "We sold 300 of the 400 pots, so more than 70 per cent.",
        "We used 45 minutes of the 2 hours, so about 40 per cent.",
        "We got 1.9 of 2.4 million, so nearly 80 per cent.",
        "97 of 100 came, so 95 per cent.",
        # What is left over may be meant.
        "We sold 300 of the 400 pots, so 25 per cent left.",
    ],
)
def test_a_share_that_fits_is_no_change(text: str) -> None:
    assert changes(text, quantities(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        # Another thing is counted or measured.
        "We sold 300 of the 400 pots, so that's 90 % of the revenue.",
        "We sold 300 of the 400 pots, so 90 per cent of the budget was in.",
        "8 of 12 machines ran, so that's half of the day lost.",
        "8 of 12 ran, so 30 per cent of the day was lost.",
        "3 of 12 replied, so 40 % was our target.",
        "I took 2 of the 12, so half were left for Ana.",
        "Two of the 5 teams had left, so half an hour was lost.",
        "6 of 9,000 queries were 44 % of the cost.",
        # A change, not a share.
        "We sold 300 of the 400 pots, so 90 % more than before.",
        "3 of 12 replied, this is 40 per cent below target.",
        "We kept 8 of 12, so 5 % a year.",
        # The number only stands near.
        "We sold 300 of the 400 pots at 90 %.",
        "We sold 300 of the 400 pots, and 90 % of the people were happy.",
        "We did 8 of the 12 and so 100 per cent of the clients stayed.",
        # Two wholes, or no whole.
        "We met 12 managers from 40 sites, so 90 per cent.",
        "We met 12 from 40 sites, so 90 per cent.",
        "Of the 40 we asked 3 managers, so 50 per cent.",
        "We moved 12 of 8 people, so 50 per cent.",
        # Sums.
        "12 of 20 came in Leeds and 18 of 20 in York, so 75 per cent.",
        "We sold 200 and then another 100 of the 400 pots, so 75 per cent.",
        # A range, a place in an order, a date.
        "We tested 3 to 5 of 20, so 90 per cent.",
        "We filled 20 of 30 vans, so 95 to 98 %.",
        "On day 3 of 10, so 90 per cent.",
        "In May 2021 of 40 sites 12, so 80 per cent.",
    ],
)
def test_nothing_is_said_of(text: str) -> None:
    assert false_shares(text) == []
