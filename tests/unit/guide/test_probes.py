"""What a probe is about."""

import pytest

from storyloop.guide.probes import kind_of


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Why was it hard?", "why-hard"),
        ("What was DIFFICULT about that?", "why-hard"),
        ("What prevents a recurrence?", "prevention"),
        ("Could it happen again?", "prevention"),
        ("Why not patch forward?", "alternative"),
        ("What could you have done instead?", "alternative"),
        ("How do you know that these were the causes?", "measure"),
        ("What did you do yourself?", "role"),
        ("How did the team react?", "people"),
        ("What would you do differently?", "learning"),
        ("Would you do it again?", "learning"),
        ("Which tea did you drink?", None),
        ("A hardly prevented steam?", "prevention"),
        ("", None),
    ],
)
def test_the_cue_words_of_a_question_tell_what_it_is_about(question: str, kind: str | None) -> None:
    assert kind_of(question) == kind
