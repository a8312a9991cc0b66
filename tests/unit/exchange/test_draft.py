"""The blank story that an editor opens: the guide's questions stand in it and never stay."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop import guide
from storyloop.exchange.draft import blank_draft, keep_draft, without_prompts
from storyloop.story import Story, read_markdown
from storyloop.story.sections import HEADINGS
from tests.strategies import lines

KINDS = guide.vocabulary().archetypes


# A title that YAML cannot hold as it stands is a problem that the writer is told of.
titles = lines.filter(lambda text: not re.search("[\x7f-\x84\x86-\x9f\ufffe\uffff]", text))


@given(st.sampled_from(KINDS), titles)
def test_a_blank_draft_is_a_story_of_its_kind_with_its_title_and_nothing_else(
    kind: str, title: str
) -> None:
    draft = without_prompts(blank_draft(kind, title))
    story = read_markdown(draft, vocabulary=guide.vocabulary(), file_id="new-story")
    assert story == Story(id="new-story", title=title, archetype=kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_question_of_the_kind_stands_in_the_draft_and_none_in_the_story(kind: str) -> None:
    draft = blank_draft(kind)
    asks = [prompt.ask for prompt in guide.archetype(kind).prompts]
    assert all(draft.count(ask) == 1 for ask in asks)
    assert not any(ask in without_prompts(draft) for ask in asks)
    assert "<!--" not in without_prompts(draft)


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_for_a_text_stands_under_its_heading(kind: str) -> None:
    draft = blank_draft(kind)
    headings = list(HEADINGS.values())
    for prompt in guide.archetype(kind).prompts:
        before = draft[: draft.index(prompt.ask)]
        above = [heading for heading in headings if f"\n## {heading}\n" in before]
        assert above[-1:] == ([HEADINGS[prompt.field]] if prompt.field in HEADINGS else [])


def test_the_headings_come_in_the_order_of_a_story() -> None:
    draft = blank_draft("scaled-solution")
    assert [line[3:] for line in draft.splitlines() if line.startswith("## ")] == [
        *("Situation", "Task", "Action", "Result", "Learned", "Follow-ups")
    ]


def test_only_the_guides_questions_are_taken_out() -> None:
    text = (
        "<!-- ? What was it? -->\nIt was late.\n<!-- mine -->\nWas it? -->\n<!-- ? And? --> Yes.\n"
    )
    assert without_prompts(text) == "It was late.\n<!-- mine -->\nWas it? -->\n Yes.\n"


def test_a_kept_draft_never_takes_the_place_of_another(tmp_path: Path) -> None:
    folder = tmp_path / "bank" / "unsaved"
    kept = [keep_draft(folder, "new-story", text) for text in ("one\r\n", "two", "three")]
    assert [file.name for file in kept] == ["new-story.md", "new-story-2.md", "new-story-3.md"]
    assert [file.read_bytes() for file in kept] == [b"one\r\n", b"two", b"three"]
