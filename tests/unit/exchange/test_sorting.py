"""A rough text as a story: each word once, in its part, in its order."""

from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from storyloop.exchange.rough import Passage, Rough, lines_of, rough_stories
from storyloop.exchange.sorting import read_rough, story_of, told
from storyloop.reading import PARTS
from storyloop.story import Story
from storyloop.story.tidy import tidy_text
from tests.strategies import texts

ROUGH = (
    "The last train of the evening had no crew. My task was to get sixty people home. "
    "I rang the bus garage and asked for two drivers.\n\nEverybody was home by midnight."
)
passages = st.builds(Passage, text=texts.map(tidy_text), part=st.sampled_from([None, *PARTS]))
roughs = st.builds(
    Rough, title=st.just("A title"), passages=st.lists(passages, min_size=1, max_size=4).map(tuple)
)


def of(text: str) -> Story:
    """Return the story that a text with one story makes."""
    (rough,) = rough_stories(lines_of(text))
    return story_of(rough, story_id="story", title="A name")


def test_the_reading_sorts_what_its_writer_did_not() -> None:
    story = of(ROUGH)
    assert story.title == "A name"
    assert story.situation == "The last train of the evening had no crew."
    assert story.task == "My task was to get sixty people home."
    assert story.action == "I rang the bus garage and asked for two drivers."
    assert story.result == "Everybody was home by midnight."


def test_the_parts_that_its_writer_named_win() -> None:
    story = of("The late train\n\nTask: The last train had no crew.\nSituation: I rang the garage.")
    assert (story.title, story.task) == ("The late train", "The last train had no crew.")
    assert story.situation == "I rang the garage."


def test_a_part_that_is_told_in_two_places_keeps_the_order_and_the_spaces() -> None:
    said = [("A. ", PARTS[0]), ("B.\n\n", PARTS[2]), ("C.\n", PARTS[0]), ("D.", PARTS[4])]
    assert told(said) == {"situation": "A. C.", "action": "B.", "learned": "D."}


@given(roughs)
def test_the_sentences_of_a_reading_are_the_text_and_keep_the_parts_that_were_named(
    rough: Rough,
) -> None:
    assume(all(passage.text for passage in rough.passages))
    reading = read_rough(rough)
    assert "".join(sentence.text for sentence in reading.sentences) == rough.text
    end = 0
    for passage in rough.passages:
        start, end = end, end + len(passage.text) + 2
        inside = [s for s in reading.sentences if start <= s.start < end and s.text.strip()]
        assert inside
        assert {s.part for s in inside} == {passage.part} or passage.part is None


@given(texts, st.randoms(use_true_random=False))
def test_every_word_of_any_text_is_told_in_its_part_and_its_order(
    text: str, random: Random
) -> None:
    reading = read_rough(Rough(title="", passages=(Passage(text=tidy_text(text)),)))
    said = [(sentence.text, random.choice(PARTS)) for sentence in reading.sentences]
    assert "".join(sentence for sentence, _ in said).split() == tidy_text(text).split()
    fields = told(said)
    for part in PARTS:
        field = "learned" if part == "reflection" else part
        words = [word for sentence, its in said if its == part for word in sentence.split()]
        assert fields.get(field, "").split() == words
