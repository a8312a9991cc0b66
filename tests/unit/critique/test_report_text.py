"""What a critique looks like on a terminal."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from storyloop.critique.critique import Critique
from storyloop.critique.report_text import report_text, strength_line
from storyloop.critique.rule import Finding


def finding(text: str, said: str, cost: int = 4) -> Finding:
    start = text.index(said)
    return Finding(
        code="C01",
        name="hedges",
        severity="warning",
        start=start,
        end=start + len(said),
        part="action",
        message="Too much is half taken back.",
        remedy="Say it plainly.",
        cost=cost,
    )


def reported(text: str, said: str) -> str:
    critique = Critique(findings=(finding(text, said),), strength=96)
    return report_text("goat.md", text, critique)


def test_a_finding_looks_as_a_compiler_shows_it() -> None:
    text = "The goat was loose.\nI sort of caught it.\n"

    assert reported(text, "sort of") == (
        "goat.md:2:3: C01 hedges\n"
        "    I sort of caught it.\n"
        "      ^^^^^^^\n"
        "  Warning, 4 points: Too much is half taken back.\n"
        "  Remedy: Say it plainly.\n"
        "\n"
        "Strength 96 of 100: 1 finding.\n"
    )


def pointed(text: str, said: str) -> tuple[str, str]:
    _, piece, pointer, *_ = reported(text, said).split("\n")
    return piece.removeprefix("    "), pointer.removeprefix("    ")


def columns(text: str) -> int:
    marks = ("Mn", "Me", "Cf")
    return sum(
        0
        if unicodedata.category(char) in marks
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def test_the_pointer_stands_right_after_wide_characters() -> None:
    piece, pointer = pointed("東京で maybe はい", "maybe")

    assert piece == "東京で maybe はい"
    assert pointer == "       ^^^^^"


def test_wide_characters_get_two_carets() -> None:
    assert pointed("at 東京 I left", "東京") == ("at 東京 I left", "   ^^^^")


def test_combining_marks_take_no_column() -> None:
    assert pointed("cafe\u0301 maybe", "maybe")[1] == "     ^^^^^"


def test_a_tab_is_four_columns() -> None:
    assert pointed("\tI\tmaybe", "maybe") == ("    I    maybe", "         ^^^^^")


def test_the_column_of_the_heading_counts_code_points() -> None:
    assert reported("東京 maybe", "maybe").startswith("goat.md:1:4: ")


def test_lines_may_end_in_carriage_returns() -> None:
    assert pointed("one\r\ntwo maybe\r\nthree", "maybe") == ("two maybe", "    ^^^^^")


def test_a_span_over_several_lines_is_pointed_at_in_its_first() -> None:
    assert pointed("I rang\nand rang\n", "rang\nand rang") == ("I rang", "  ^^^^")


def test_of_a_long_line_the_piece_around_the_finding_is_shown() -> None:
    text = "We had walked on and on. " * 12 + "I maybe slept. " + "Then it rained again. " * 12

    piece, pointer = pointed(text, "maybe")

    assert piece.startswith("… ")
    assert piece.endswith("…")
    assert columns(piece) <= 89
    assert piece[pointer.index("^") :].startswith("maybe")
    assert piece[2:].split()[0] in {"We", "had", "walked", "on", "and", "on."}


def test_a_span_longer_than_the_window_is_pointed_at_to_its_edge() -> None:
    text = "I walked " + "on and " * 60 + "slept."

    piece, pointer = pointed(text, text)

    assert piece.endswith("…")
    assert pointer == "^" * (len(piece) - 1)


def test_an_empty_text_has_a_place_too() -> None:
    assert pointed("", "") == ("", "^")


def test_nothing_in_a_text_or_path_can_steer_the_terminal() -> None:
    text = "I \x1b[2J maybe \x07"
    critique = Critique(findings=(finding(text, "maybe"),), strength=96)

    said = report_text("a\x1bb.md", text, critique)

    assert "\x1b" not in said
    assert "\x07" not in said


def test_a_finding_without_a_price_says_none() -> None:
    critique = Critique(findings=(finding("maybe", "maybe", cost=0),), strength=None)

    assert "  Warning: Too much" in report_text("goat.md", "maybe", critique)


def test_the_strength_line_counts_the_findings() -> None:
    one = finding("maybe", "maybe")

    assert strength_line(Critique(findings=(), strength=100)) == (
        "Strength 100 of 100: no findings."
    )
    assert strength_line(Critique(findings=(one,) * 3, strength=82)) == (
        "Strength 82 of 100: 3 findings."
    )
    assert strength_line(Critique(findings=(one,), strength=None)) == (
        "Fewer than 40 words are too little to judge: 1 finding."
    )


@given(st.text(max_size=400), st.data())
def test_any_span_of_any_text_can_be_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = Finding(
        code="C01",
        name="hedges",
        severity="advice",
        start=start,
        end=end,
        part="",
        message="m",
        remedy="r",
        cost=1,
    )

    said = report_text("a", text, Critique(findings=(found,), strength=99))

    _, piece, pointer, *_ = said.split("\n")
    assert columns(piece.removeprefix("    ")) <= 89
    assert columns(pointer.removeprefix("    ")) <= 89
    assert "^" in pointer
