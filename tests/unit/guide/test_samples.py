"""The sample bank: what the guide asks of a story, the samples do."""

import re
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path

import pytest

from storyloop import guide
from storyloop.story import PARTS, Story, read_markdown, write_markdown

FILES = sorted((Path(guide.__file__).parent / "samples").iterdir())

every_sample = pytest.mark.parametrize("sample", guide.samples(), ids=lambda story: story.id)


def test_there_is_one_sample_of_each_kind_in_the_guides_order() -> None:
    kinds = [sample.archetype for sample in guide.samples()]
    assert tuple(kinds) == guide.vocabulary().archetypes
    assert len({sample.title for sample in guide.samples()}) == 10


def test_together_they_show_what_a_bank_should() -> None:
    situations = Counter(each for sample in guide.samples() for each in sample.situations)
    assert set(situations) == set(guide.vocabulary().situations)
    assert min(situations.values()) >= 2
    amazon = {principle.id for principle in guide.framework().principles}
    shown = {each for sample in guide.samples() for each in sample.principles}
    assert len(shown & amazon) >= 14


@every_sample
def test_a_sample_is_complete_in_every_field(sample: Story) -> None:
    assert sample.sample
    empty = [field.name for field in fields(sample) if not getattr(sample, field.name)]
    assert empty == ["switched_off"]
    assert 180 <= sample.words <= 300
    assert any(metric.baseline and metric.result for metric in sample.metrics)
    assert all(metric.name and metric.measured for metric in sample.metrics)
    assert any(choice.why_not for choice in sample.trade_offs)
    assert all(choice.chosen and choice.rejected for choice in sample.trade_offs)
    assert all(person.who and person.wanted and person.involved for person in sample.stakeholders)
    assert len(sample.follow_ups) >= 3
    assert all(each.question and each.answer for each in sample.follow_ups)


@every_sample
def test_a_sample_tells_what_i_did(sample: Story) -> None:
    assert len(re.findall(r"\bI\b", sample.action)) >= 3
    assert re.search(r"\d", sample.result)


@every_sample
def test_the_terms_that_a_sample_calls_private_are_in_it(sample: Story) -> None:
    words = " ".join([sample.organisation, *(getattr(sample, part) for part in PARTS)])
    for term in sample.private_terms:
        assert term in words


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_samples_file_is_written_as_it_was_read(file: Path) -> None:
    text = file.read_bytes().decode("utf-8")
    story = read_markdown(text, vocabulary=guide.vocabulary())
    assert isinstance(story, Story)
    assert file.name == f"{story.id}.md"
    assert write_markdown(story) == text
    anew = write_markdown(replace(story, source=""))
    assert read_markdown(anew, vocabulary=guide.vocabulary()) == story


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_samples_file_has_its_keys_and_headings_in_the_documented_order(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    story = read_markdown(text)
    assert isinstance(story, Story)
    anew = write_markdown(replace(story, source=""))
    assert outline(text) == outline(anew)


def outline(text: str) -> list[str]:
    """Return the keys and the headings of a story's file."""
    return re.findall(r"^(?:\w+(?=:)|##+ .*)", text, re.MULTILINE)
