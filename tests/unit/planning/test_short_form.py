"""The short form: as it stands if it is short, else whole sentences and nothing new."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from storyloop.planning import ShortForm, short_form
from storyloop.story import Story
from tests.strategies import stories


def said(words: int, name: str) -> str:
    """Return a sentence of so many words, each of them the given name."""
    return f"{' '.join([name.capitalize(), *[name] * (words - 1)])}."


def passage(short: ShortForm, part: str) -> str:
    return next(text for name, text in short.passages if name == part)


def spoken(text: str) -> list[str]:
    return [word for word in text.split() if word != "…"]


def test_a_story_within_the_limit_stands_as_it_is() -> None:
    story = Story(id="a", situation="We were late.\n\nVery.", task="Mine.", result="On time.")
    short = short_form(story)
    assert short.passages == (
        ("situation", "We were late.\n\nVery."),
        ("task", "Mine."),
        ("result", "On time."),
    )
    assert (short.words, short.seconds, short.shortened) == (7, 3, False)


def test_three_hundred_words_take_two_minutes() -> None:
    short = short_form(Story(id="a", action=said(300, "step")))
    assert (short.words, short.seconds, short.shortened) == (300, 120, False)


def test_a_story_without_text_has_a_short_form_without_passages() -> None:
    short = short_form(Story(id="a"))
    assert (short.passages, short.words, short.seconds) == ((), 0, 0)


def test_the_situation_keeps_its_first_sentences() -> None:
    situation = " ".join(said(30, name) for name in ("one", "two", "three", "four"))
    short = short_form(Story(id="a", situation=situation, action=said(290, "step")))
    assert short.shortened
    assert (
        passage(short, "situation") == f"{said(30, 'one')} {said(30, 'two')} {said(30, 'three')} …"
    )


def test_the_action_keeps_its_first_sentences_and_its_last() -> None:
    names = ("one", "two", "three", "four", "five", "six")
    action = " ".join(said(70, name) for name in names)
    short = short_form(Story(id="a", action=action))
    assert passage(short, "action") == (
        f"{said(70, 'one')} {said(70, 'two')} {said(70, 'three')} … {said(70, 'six')}"
    )


def test_the_result_prefers_sentences_with_digits() -> None:
    result = f"{said(60, 'glad')} Failures fell from 3% to 0.5%. {said(60, 'proud')}"
    story = Story(id="a", action=" ".join([said(50, "step")] * 6), result=result)
    short = short_form(story)
    assert passage(short, "result") == f"{said(60, 'glad')} Failures fell from 3% to 0.5%. …"


def test_what_one_part_does_not_need_goes_to_the_others() -> None:
    short = short_form(Story(id="a", task="Mine.", action=" ".join([said(10, "step")] * 40)))
    assert (passage(short, "task"), short.words) == ("Mine.", 291)


def test_a_single_sentence_that_is_too_long_is_cut_at_a_word() -> None:
    short = short_form(Story(id="a", action=said(400, "step")))
    assert passage(short, "action") == f"{'Step' + ' step' * 299} …"
    assert short.words == 300


def test_figures_abbreviations_and_initials_do_not_end_a_sentence() -> None:
    situation = f"Mr. J. Smith paid 3.5 million, e.g. Tuesday{' more' * 150}"
    short = short_form(Story(id="a", situation=situation, action=said(250, "step")))
    # One sentence, so it is cut where its share ends: 19 of 59 parts of 300 words.
    assert len(spoken(passage(short, "situation"))) == 300 * 19 // 59


def test_items_of_a_list_count_as_sentences() -> None:
    action = "\n".join(
        f"- {said(60, name)[:-1]}" for name in ("one", "two", "three", "four", "five")
    )
    short = short_form(Story(id="a", action=action))
    kept = [line for line in passage(short, "action").splitlines() if line.startswith("- ")]
    assert len(kept) == 3
    assert passage(short, "action").endswith(f"… - {said(60, 'five')[:-1]}")


words = st.sampled_from(["one", "Two", "3%", "end.", "End.", "why?", "…", "-", "so…", "\n\n", "\n"])
sizes = st.integers(0, 400)


@st.composite
def long_stories(draw: st.DrawFn) -> Story:
    def text() -> str:
        pattern = draw(st.lists(words, min_size=1, max_size=12))
        size = draw(sizes)
        return " ".join((pattern * size)[:size])

    return Story(id="long", situation=text(), task=text(), action=text(), result=text())


@given(st.one_of(long_stories(), stories))
def test_it_is_never_too_long_and_never_says_what_the_story_does_not(story: Story) -> None:
    short = short_form(story)
    assert short == short_form(story)
    assert short.words <= 300
    assert short.words == sum(len(spoken(text)) for _, text in short.passages)
    assert short.seconds == round(short.words * 60 / 150)
    total = sum(
        len(spoken(getattr(story, part))) for part in ("situation", "task", "action", "result")
    )
    assert short.shortened == (total > 300)
    for part, text in short.passages:
        whole = getattr(story, part)
        assert not Counter(spoken(text)) - Counter(spoken(whole))
        assert text == whole or "…" in text


@given(long_stories())
def test_a_part_that_has_words_keeps_some(story: Story) -> None:
    kept = {part: spoken(text) for part, text in short_form(story).passages}
    for part, text in kept.items():
        assert bool(text) == bool(spoken(getattr(story, part)))
