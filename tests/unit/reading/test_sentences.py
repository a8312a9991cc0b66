"""Where one sentence ends and the next one begins; the expected sentences stand in the tests."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storyloop.reading.sentences import split
from training.texts import labelled

FRAGMENTS = st.lists(
    st.sampled_from(
        [
            *"I,we,the,dr.,Dr.,e.g.,p.m.,U.S.,v2.1,3.5,1.,a),A.,etc.,no.".split(","),
            *(". ", "? ", "!", "...", "…", '"', "”", "(", ")", "**", "- ", "• ", ", "),
            *("\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\u2028", "\x85", "🎯", "İ", "e\u0301"),
        ]
    ),
    max_size=40,
).map("".join)


def sentences(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in split(text)]


@pytest.mark.parametrize(
    "said",
    [
        "It answered in 180 ms. | Dr. Lee did not believe it.",
        "It fell to 180 ms. | I told Mr. Okafor and Mrs. Lund.",
        "Prof. Adeyemi asked St. Mary's, vs. the other school. | They agreed.",
        "We cut small things, e.g. the second signature, i.e. mine. | It helped.",
        "We bought tape, paint, etc. and left. | It rained.",
        "We bought tape, paint, etc. | The shop closed.",
        "I had worked in the U.S. for a year. | Then I came home.",
        "I had worked in the U.S. | We moved in May.",
        "The U.S. office rang. | I picked up.",
        "We shipped v2.1 on Monday. | It held.",
        "It cost £3.50 a box. | Now it costs £2.25.",
        "The rate was 0.6 per cent. | It is 0.4 now.",
        "The van came at 5 p.m. | I was at the gate.",
        "We open at 7 a.m. on Sundays. | Nobody minds.",
        "The van came at 5 p.m. sharp. | I signed.",
        "J. R. Patel signed it. | So did I.",
        "I asked A. Novak. | She knew.",
        "See no. 4 on the list. | It is the pump.",
        "He said no. | I asked again.",
        "Look at fig. 3 of the report. | It is upside down.",
    ],
)
def test_a_stop_within_a_sentence_does_not_end_it(said: str) -> None:
    assert sentences(said.replace(" | ", " ")) == said.split(" | ")


@pytest.mark.parametrize(
    "said",
    [
        "Who rang the plant? | I did.",
        "Nobody moved! | I went in first.",
        'She said, "Leave it." | I left it.',
        "She said, “Leave it.” | I left it.",
        "“Why me?” | I asked her that twice.",
        "“Why me?” asked the driver. | I had no answer.",
        "“Stop!” shouted Amy. | We stopped.",
        "I waited (it was late.) | Then I rang.",
        "I waited... | Then I rang.",
        "I waited … and then I rang. | It was late.",
        "I waited... and then I rang. | It was late.",
        "**I rang the plant.** | They came.",
        "It worked?! | It did.",
    ],
)
def test_what_closes_a_sentence_belongs_to_it(said: str) -> None:
    assert sentences(said.replace(" | ", " ")) == said.split(" | ")


def test_missing_capitals_do_not_join_sentences() -> None:
    said = "the press stopped at ten. we had six hours. i rang the fitter. he came. it ran by two."
    assert len(sentences(said)) == 5


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "– ", "▪ ", "1. ", "2) ", "(3) ", "a) "])
def test_a_bullet_is_a_sentence_with_its_mark(bullet: str) -> None:
    lines = [f"{bullet}Rang the plant about the pump", f"{bullet}Agreed a date", f"{bullet}Paid"]
    assert sentences("\n".join(lines)) == lines


def test_a_long_bullet_that_is_wrapped_stays_whole() -> None:
    first = (
        "- Rang the plant, which had promised the pump for the week\n  before and had not sent it"
    )
    assert sentences(f"{first}\n- Agreed a date") == [first, "- Agreed a date"]


def test_two_sentences_in_a_bullet_are_two() -> None:
    assert sentences("1. Rang the plant. Nobody knew.\n2. Drove there.") == [
        "1. Rang the plant.",
        "Nobody knew.",
        "2. Drove there.",
    ]


def test_lines_broken_by_their_width_are_one_sentence() -> None:
    text = (
        "When I came to the warehouse in the autumn of that year\n"
        "the night shift had no list of what was in the cold room.\n"
        "I wrote one."
    )
    assert sentences(text) == [text[: text.index("\nI wrote")], "I wrote one."]


def test_lines_broken_with_carriage_returns_are_read_alike() -> None:
    assert sentences("I rang.\r\nThey came.\r\n\r\nIt ran.") == ["I rang.", "They came.", "It ran."]


def test_a_heading_and_a_blank_line_end_a_sentence() -> None:
    assert sentences("Situation\nThe pump had failed\n\nI rang the plant") == [
        "Situation",
        "The pump had failed",
        "I rang the plant",
    ]


def test_a_transcript_without_stops_is_split_into_clauses() -> None:
    text = (
        "so the freezer had failed in the night and we had about four hundred pounds of fish in it "
        "and I was the only one with a key so I rang the ice works and they said they could come "
        "at six but I thought that would be too late so I drove there myself and I loaded the van "
        "and then we packed all of it by hand and nothing was lost"
    )
    found = sentences(text)
    assert " ".join(found) == text
    assert found[1:4] == [
        "and we had about four hundred pounds of fish in it",
        "and I was the only one with a key",
        "so I rang the ice works",
    ]
    assert all(len(each.split()) >= 5 for each in found)


def test_a_short_text_without_a_stop_is_one_sentence() -> None:
    assert sentences("we fixed the pump and we went home") == ["we fixed the pump and we went home"]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u00a0", "\u2028"])
def test_white_space_holds_no_sentence(text: str) -> None:
    assert split(text) == []


@pytest.mark.parametrize("text", ["x", ".", "...", "\n\nx", "x\n\n", " . . . ", "1.", "-", "\0"])
def test_anything_else_holds_one(text: str) -> None:
    assert split(text) == [(0, len(text))] or split(text)[-1][1] == len(text)


@given(st.text() | FRAGMENTS)
@example("\n\n a. b\n\n c \n")
@example("a" + "\n" * 50 + "b" + " " * 50 + "c")
@example("and I went there " * 60)
def test_sentences_partition_any_text(text: str) -> None:
    found = split(text)
    assert "".join(text[start:end] for start, end in found) == (text if text.strip() else "")
    assert [start for start, _ in found] == [0, *(end for _, end in found)][: len(found)]
    assert all(text[start:end].strip() for start, end in found)
    assert all(not text[start].isspace() for start, _ in found[1:])


@pytest.mark.parametrize("style", ["prose", "bullets"])
def test_the_writers_sentences_are_found(style: str) -> None:
    counts: Counter[bool] = Counter()
    for text in labelled():
        if text.style == style:
            starts = {start for start, _ in split(text.text)}
            counts.update(start in starts for start, *_ in text.lines)
    assert counts.total() > 1000
    assert counts[True] / counts.total() >= 0.99
