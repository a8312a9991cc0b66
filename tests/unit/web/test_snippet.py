"""What is shown of a text that was found."""

from hypothesis import given
from hypothesis import strategies as st

from storyloop.bank.terms import marked
from storyloop.web.snippet import Stretch, marks, snippet
from tests import strategies


def shown(stretches: tuple[Stretch, ...]) -> str:
    """Return a text with what is marked in brackets."""
    return "".join(f"[{each.text}]" if each.marked else each.text for each in stretches)


def test_whole_words_are_marked_as_they_were_written() -> None:
    assert shown(marks("Café trains, and TRAINED staff.", marked("cafe train"))) == (
        "[Café] [trains], and [TRAINED] staff."
    )


def test_the_text_with_most_of_the_words_is_shown() -> None:
    found = snippet(
        ["A train, a train, a train.", "The last train to Kiruna."], marked("kiruna train")
    )
    assert shown(found) == "The last [train] to [Kiruna]."
    assert snippet(["Nothing of the kind."], marked("train")) == ()


def test_a_long_text_is_cut_between_words_around_the_first() -> None:
    found = shown(snippet(["word " * 50 + "train " + "word " * 50], marked("train")))
    assert found.startswith("… word word")
    assert "word [train] word" in found
    assert found.endswith("word …")
    assert len(found) < 200


def test_a_word_longer_than_any_is_shown_from_its_beginning() -> None:
    assert shown(snippet(["x" * 1000], marked("xx"))).startswith("[xxx")


@given(text=strategies.texts, query=st.sampled_from(["a", "situation", "?!", "naive 数"]))
def test_nothing_is_lost_or_added_by_marking(text: str, query: str) -> None:
    assert "".join(each.text for each in marks(text, marked(query))) == text
