"""What is read as a quantity, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop.reading.quantities import quantities
from storyloop.reading.values import Quantity

FRAGMENTS = st.lists(
    st.sampled_from(
        "from,to,up,10,1,200,five,one,and a half,%,fell by,a third,of,.,so that is,million,hundred,"
        "half,£,€,in,weeks,İ,١,twofold,99999999999999999999,0.,-,–,about,per,a,an hour,/min,"
        "between,doubled,Q3,at,May,14:30,\u00a0,\u2028,🎯,ß,\n,1. ,point,nothing".split(",")
    ),
    max_size=40,
).map(" ".join)


def read(text: str) -> list[tuple[str, str, float, str, str]]:
    return [(one.text, one.kind, round(one.low, 4), one.unit, one.per) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "kind", "low", "unit", "per"),
    [
        ("1,200 people", "count", 1200, "people", ""),
        ("1\u00a0200 boxes", "count", 1200, "boxes", ""),
        ("1.200", "count", 1.2, "", ""),
        ("12k users", "count", 12_000, "users", ""),
        ("1.5bn", "count", 1.5e9, "", ""),
        ("37 reports", "count", 37, "reports", ""),
        ("12 new partners", "count", 12, "partners", ""),
        ("one page", "count", 1, "page", ""),
        ("forty-four letters", "count", 44, "letters", ""),
        ("four hundred and ten", "count", 410, "", ""),
        ("two million three hundred thousand", "count", 2.3e6, "", ""),
        ("one point nine kilos", "count", 1.9, "kilos", ""),
        ("a dozen teams", "count", 12, "teams", ""),
        ("half a dozen teams", "count", 6, "teams", ""),
        ("half a million people", "count", 500_000, "people", ""),
        ("a third of the gap", "count", 0.3333, "gap", ""),
        ("two thirds of the servers", "count", 0.6667, "servers", ""),
        ("three-quarters", "count", 0.75, "", ""),
        ("one in 90", "count", 0.0111, "", ""),
        ("nine in a hundred", "count", 0.09, "", ""),
        ("60 %", "percent", 60, "%", ""),
        ("60 per cent", "percent", 60, "per cent", ""),
        ("60 pc", "percent", 60, "pc", ""),
        ("5 percentage points", "points", 5, "points", ""),
        ("5 pp", "points", 5, "pp", ""),
        ("£12k", "money", 12_000, "£", ""),
        ("$2 million", "money", 2e6, "$", ""),
        ("USD 500", "money", 500, "USD", ""),
        ("500 euros", "money", 500, "euros", ""),
        ("£1.9 million a year", "money", 1.9e6, "£", "year"),
        ("45 minutes", "duration", 45, "minutes", ""),
        ("180 ms", "duration", 180, "ms", ""),
        ("two and a half weeks", "duration", 2.5, "weeks", ""),
        ("a fortnight", "duration", 1, "fortnight", ""),
        ("half an hour", "duration", 0.5, "hour", ""),
        ("a day and a half", "duration", 1.5, "day", ""),
        ("2 hours 30 minutes", "duration", 2.5, "hours", ""),
        ("a couple of days", "duration", 2, "days", ""),
        ("10 a week", "count", 10, "", "week"),
        ("37 reports an hour", "count", 37, "reports", "hour"),
        ("90/min", "count", 90, "", "minute"),
        ("5 times a month", "count", 5, "times", "month"),
        ("10 reports weekly", "count", 10, "reports", "week"),
        ("doubled", "multiple", 2, "", ""),
        ("halved", "multiple", 0.5, "", ""),
        ("threefold", "multiple", 3, "", ""),
        ("twice", "multiple", 2, "", ""),
        ("ten times", "multiple", 10, "times", ""),
        ("third attempt", "ordinal", 3, "attempt", ""),
    ],
)
def test_a_quantity_is_read_whole(text: str, kind: str, low: float, unit: str, per: str) -> None:
    assert read(text) == [(text, kind, low, unit, per)]
    assert read(f"It was {text}.") == [(text, kind, low, unit, per)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10-12 people", 10, 12),
        ("10 to 12 people", 10, 12),
        ("between 5 and 7", 5, 7),
        ("10–12 %", 10, 12),
        ("£2-3 million", 2e6, 3e6),
        ("two or three weeks", 2, 3),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float) -> None:
    [one] = quantities(text)
    assert (one.text, one.low, one.high) == (text, low, high)


@pytest.mark.parametrize(
    "text",
    ["2023", "March 2023", "14:30", "5 pm", "Monday 3 May", "half past one", "2023-04-05"],
)
def test_a_date_is_no_number(text: str) -> None:
    assert read(f"It broke on {text}.") == [(text, "date", 0, "", "")]


@pytest.mark.parametrize(
    "text",
    [
        "v2.1",
        "It stood in bay three, next to room 12.",
        "ticket #4412",
        "Q3 and P1",
        "ISO 27001",
        "Ring 01632 960 114.",
        "192.168.0.1",
        "the one who called, and no one else, one of them, one day, one another",
        "a week of an hour",
        "He was half asleep.",
        "7. Backlog gone",
    ],
)
def test_names_and_pronouns_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_hours_after_at_are_dates() -> None:
    assert [one.kind for one in quantities("The lorries went at four.")] == ["date"]


def assert_valid(text: str, found: tuple[Quantity, ...]) -> None:
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.low <= one.high
        end = one.end


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert_valid(text, quantities(text))


@given(FRAGMENTS)
def test_any_heap_of_numbers_is_read(text: str) -> None:
    assert_valid(text, quantities(text))


@given(st.integers(0, 999_999))
def test_a_number_with_separators_is_what_it_was(value: int) -> None:
    [one] = quantities(f"It made {value:,} boxes.")
    assert (one.low, one.unit) == (value, "boxes")


@given(FRAGMENTS)
def test_a_paragraph_does_not_hang_on_those_before_it(text: str) -> None:
    alone = [(one.text, one.kind) for one in quantities("We had 12 people.")]
    both = quantities(f"{text}\n\nWe had 12 people.")
    assert [(one.text, one.kind) for one in both][-1:] == alone
