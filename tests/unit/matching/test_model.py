"""The question model: one row for a question, whatever it is asked along with."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyloop import guide
from storyloop.matching.model import (
    ARCHETYPES,
    COLUMNS,
    MODEL,
    PRINCIPLES,
    SITUATIONS,
    shipped_questions,
    whole,
)
from storyloop.reading.encoder import MODEL as READING

sentences = st.lists(st.text(max_size=60), max_size=4)


def test_there_is_a_column_for_each_thing_that_a_question_may_ask_for() -> None:
    assert [p.id for p in guide.framework(guide.DEFAULT_FRAMEWORK).principles] == [*PRINCIPLES]
    assert [s.id for s in guide.situations()] == [*SITUATIONS]
    assert [a.id for a in guide.archetypes()] == [*ARCHETYPES]
    encoder, model = shipped_questions()
    behaviour, no_archetype = 1, 1
    assert 16 + 15 + behaviour + 10 + no_archetype == COLUMNS
    assert model.dense.shape == (encoder.dimensions, COLUMNS)
    assert model.grams.shape == (len(model.keys), COLUMNS + 1)
    assert (np.diff(model.keys) > 0).all()
    for weights in (model.bias, model.slope, model.shift):
        assert weights.shape == (COLUMNS,)
    assert (model.slope > 0).all()


def test_all_model_files_together_take_no_more_than_8_mb() -> None:
    files = [*MODEL.iterdir(), *READING.iterdir()]
    assert {file.name for file in files} >= {"questions.npz", "words.npz", "embeddings.npz"}
    assert sum(len(file.read_bytes()) for file in files) <= 8_000_000


@given(st.lists(sentences, max_size=5))
@settings(max_examples=50)
def test_probabilities_are_probabilities_for_any_sentences(questions: list[list[str]]) -> None:
    encoder, model = shipped_questions()
    scored = model.score(whole(encoder, questions))
    assert scored.principles.shape == (len(questions), 16)
    assert scored.situations.shape == (len(questions), 15)
    assert scored.behavioural.shape == (len(questions),)
    assert scored.archetypes.shape == (len(questions), 10)
    for found in (scored.principles, scored.situations, scored.behavioural, scored.archetypes):
        assert np.isfinite(found).all()
        assert (found >= 0).all()
        assert (found <= 1).all()
    assert scored.principles.sum(axis=1) == pytest.approx(np.ones(len(questions)), abs=1e-4)
    assert (scored.archetypes.sum(axis=1) <= 1 + 1e-4).all()


@given(st.lists(sentences, min_size=1, max_size=5))
@settings(max_examples=50)
def test_a_question_scores_the_same_alone_and_among_others(questions: list[list[str]]) -> None:
    encoder, model = shipped_questions()
    together = model.logits(whole(encoder, questions))
    for row, question in zip(together, questions, strict=True):
        (alone,) = model.logits(whole(encoder, [question]))
        assert alone == pytest.approx(row, abs=1e-3)


def test_a_question_is_the_direction_of_its_sentences_and_all_their_n_grams() -> None:
    encoder, _ = shipped_questions()
    said = ["I rang the plant. ", "Nobody answered the phone. "]
    both = whole(encoder, [said])
    each = encoder.encode(said)
    mean = each.vectors.sum(axis=0)
    assert both.vectors[0] == pytest.approx(mean / np.linalg.norm(mean), abs=1e-5)
    assert both.keys.tolist() == sorted(set(each.keys.tolist()))
    assert both.starts.tolist() == [0, len(both.keys)]
