"""How long words take aloud, and how many fit into a first answer."""

import pytest

from storyloop.story import EASY, Pace


def test_three_hundred_words_take_two_minutes_at_an_easy_pace() -> None:
    assert EASY.seconds(300) == EASY.longest == 120
    assert EASY.most_words == 300


@pytest.mark.parametrize(
    ("words_a_minute", "longest", "most_words"), [(120, 90, 180), (160, 45, 120), (81, 31, 41)]
)
def test_another_pace_or_length_allows_other_words(
    words_a_minute: int, longest: int, most_words: int
) -> None:
    pace = Pace(words_a_minute=words_a_minute, longest=longest)
    assert pace.most_words == most_words
    assert pace.seconds(most_words) <= longest
