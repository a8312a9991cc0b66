"""Where the stories of a rough text begin, and what their writer says their parts are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop.exchange.rough import Rough, lines_of, rough_stories
from tests.strategies import texts


def found(text: str) -> list[tuple[str, list[tuple[str | None, str]]]]:
    """Return the title and the passages of each story of a text."""
    return [
        (rough.title, [(passage.part, passage.text) for passage in rough.passages])
        for rough in rough_stories(lines_of(text))
    ]


def test_a_text_without_a_heading_is_one_story_without_a_title() -> None:
    text = "It rained. I went out.\n\nWe won."
    assert found(text) == [("", [(None, text)])]


def test_a_short_first_line_by_itself_is_the_title() -> None:
    assert found("The late train\n\nIt rained.") == [("The late train", [(None, "It rained.")])]
    for text in ("The late train", "It rained.\n\nWe won.", "The late train\nwas late", "a" * 99):
        assert found(text) == [("", [(None, text)])]


STAR = [
    ("situation", "The last train had no crew."),
    ("task", "Get sixty people home."),
    ("action", "I rang the garage.\nI asked for two drivers."),
    ("result", "Home by midnight."),
    ("reflection", "Ask first."),
]


@pytest.mark.parametrize(
    "label",
    [
        "## {}\n\n",
        "{}: ",
        "{}:\n",
        "{}\n\n",
        "**{}**\n",
        "**{}:** ",
        "*{}* - ",
        "1. {} – ",
        "[{}] — ",
    ],
)
def test_labels_name_the_parts_however_they_are_written(label: str) -> None:
    names = ("Situation", "Task", "Action", "Result", "Lessons learned")
    text = "\n\n".join(
        f"{label.format(name)}{said}" for name, (_, said) in zip(names, STAR, strict=True)
    )
    assert found(f"The late train\n\n{text}") == [("The late train", STAR)]
    assert found(f"# The late train\n{text.upper()}")[0][1] == [
        (part, said.upper()) for part, said in STAR
    ]


@pytest.mark.parametrize("label", ["{}: ", "{} - ", "({}) ", "[{}] ", "**{}:** "])
def test_initials_name_the_parts_if_there_are_several(label: str) -> None:
    lines = [f"{label.format(name)}{said}" for name, (_, said) in zip("STARL", STAR, strict=True)]
    assert found("\n".join(lines)) == [("", STAR)]
    two = "\n".join(lines[:2])
    assert found(two) == [("", [(None, two)])]


def test_other_words_for_the_parts_are_known() -> None:
    text = "Context: A.\nChallenge: B.\nWhat I did: C.\nImpact: D.\nTakeaways: E."
    assert [part for part, _ in found(text)[0][1]] == [part for part, _ in STAR]


def test_one_label_alone_is_a_word_of_the_story() -> None:
    text = "It rained.\nResult: we won."
    assert found(text) == [("", [(None, text)])]


def test_what_stands_under_two_labels_at_once_has_no_part_yet() -> None:
    text = "Situation/Task: It rained and I was to go.\nAction: I went.\nResult: We won."
    (rough,) = rough_stories(lines_of(text))
    assert [passage.part for passage in rough.passages] == [None, "action", "result"]
    assert not rough.is_sorted


def test_a_story_is_sorted_if_every_part_is_named_once() -> None:
    def is_sorted(text: str) -> bool:
        """Return whether the one story of a text is sorted."""
        (rough,) = rough_stories(lines_of(text))
        return rough.is_sorted

    assert is_sorted("Task: A.\nAction: B.")
    assert not is_sorted("Before.\n\nTask: A.\nAction: B.")
    assert not is_sorted("Task: A.\nAction: B.\nTask: C.")
    assert not is_sorted("A. B.")


def test_each_heading_of_the_first_level_begins_a_story() -> None:
    text = "# One\nA.\n## Deeper\nB.\n# Two\nC.\n"
    assert found(text) == [("One", [(None, "A.\nDeeper\nB.")]), ("Two", [(None, "C.")])]
    underlined = "One\n===\nA.\n\nTwo\n===\nC."
    assert found(underlined) == [("One", [(None, "A.")]), ("Two", [(None, "C.")])]


def test_a_heading_over_all_stories_is_none_of_them() -> None:
    text = "# My stories\n\n## One\nA.\n\n## Two\nB."
    assert [title for title, _ in found(text)] == ["One", "Two"]


def test_a_heading_with_text_of_its_own_is_a_story_with_headings_in_it() -> None:
    text = "# One\nA.\n## Then\nB.\n## At last\nC."
    assert found(text) == [("One", [(None, "A.\nThen\nB.\nAt last\nC.")])]


def test_a_line_of_hyphens_parts_two_stories_where_headings_do_not() -> None:
    assert found("A.\n\n---\n\nB.\n* * *\nC.") == [
        ("", [(None, said)]) for said in ("A.", "B.", "C.")
    ]
    assert [title for title, _ in found("# One\nA.\n---\nB.\n# Two\nC.")] == ["One", "Two"]


def test_what_stands_before_the_first_heading_is_offered_too() -> None:
    assert found("Before.\n# One\nA.\n# Two\nB.")[0] == ("", [(None, "Before.")])


@pytest.mark.parametrize("text", ["", " \n\t\n", "---\n---", "# Only a heading", "Task:\nAction:"])
def test_nothing_written_is_no_story(text: str) -> None:
    assert found(text) == []


def words(stories: tuple[Rough, ...]) -> list[str]:
    """Return every word of stories, their titles in front."""
    return " ".join(f"{rough.title} {rough.text}" for rough in stories).split()


@given(texts)
def test_no_word_of_a_text_without_headings_labels_and_rules_is_lost_or_moved(text: str) -> None:
    lines = [
        line
        for line in lines_of(text)
        if line.level is None and not line.text.strip().startswith(("-", "*", "_", "[", "("))
    ]
    said = " ".join(line.text for line in lines).split()
    assert words(rough_stories(lines)) == said


@given(st.lists(st.sampled_from(["# A", "## B", "Task: C", "S: D", "---", "E.", "", "Result"])))
def test_whatever_the_headings_no_line_of_text_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = words(rough_stories(lines_of(text)))
    assert [word for word in kept if word in {"E.", "C", "D"}] == [
        line.rpartition(" ")[2] for line in lines if line.endswith(("E.", "C", "D"))
    ]
