"""Says what a question tests: principles, situations, and whether it asks for behaviour at all."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from storyloop import guide
from storyloop.matching.asks import asks
from storyloop.matching.intent import Deciding, Intent, Likelihood
from storyloop.matching.model import (
    ARCHETYPES,
    PRINCIPLES,
    SITUATIONS,
    QuestionModel,
    Scored,
    shipped_questions,
    shipped_words,
    whole,
)
from storyloop.matching.spelling import Speller
from storyloop.reading.sentences import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storyloop.reading.encoder import Encoded, Encoder, Floats

# A question is asked within this; what stands beyond is not read.
LONGEST = 4_000
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MOST_WORDS = 120


class Interpreter:
    """A question model with its encoder and its speller."""

    def __init__(self, encoder: Encoder, model: QuestionModel, speller: Speller) -> None:
        self._encoder = encoder
        self._model = model
        self._speller = speller

    def interpret_all(self, questions: Sequence[str]) -> list[Intent]:
        """Return what each question tests, without the words that decided it."""
        pieces = [asks(question[:LONGEST]) for question in questions]
        texts = [
            text
            for question, spans in zip(questions, pieces, strict=True)
            for text in (
                question[:LONGEST],
                *(question[a:b] for a, b in (spans if len(spans) > 1 else ())),
            )
        ]
        encoded = self._encoded(texts)
        scored = self._model.score(encoded)
        intents = iter(
            [
                _intent(text, scored, row, vector)
                for row, (text, vector) in enumerate(zip(texts, encoded.vectors, strict=True))
            ]
        )
        found = []
        for question, spans in zip(questions, pieces, strict=True):
            intent = replace(next(intents), question=question)
            if len(spans) > 1:
                intent = _of_several(intent, tuple(next(intents) for _ in spans))
            found.append(intent if _WORD.search(question) else replace(intent, behavioural=0.0))
        return found

    def explained(self, intent: Intent) -> Intent:
        """Return `intent` with the words that decided it: what is lost when one is left out."""
        words = list(_WORD.finditer(intent.question[:LONGEST]))[:_MOST_WORDS]
        if not words or not intent.is_behavioural:
            return intent
        column = PRINCIPLES.index(intent.principle)
        said = intent.question[:LONGEST]
        without = [said[: word.start()] + said[word.end() :] for word in words]
        logits = self._model.logits(self._encoded([said, *without]))[:, : len(PRINCIPLES)]
        # What counts is the lead of the principle over all others, not its bare score.
        lead = logits[:, column] - np.log(np.exp(logits).sum(axis=1))
        lost = np.maximum(lead[0] - lead[1:], 0)
        shares = lost / max(float(lost.sum()), 1e-9)
        return replace(
            intent,
            words=tuple(
                Deciding(start=word.start(), end=word.end(), weight=float(share))
                for word, share in zip(words, shares, strict=True)
                if share > 0
            ),
        )

    def evidence(self, sentences: Sequence[str]) -> tuple[Floats, Floats]:
        """Return how much `sentences` of stories speak of each principle, and their vectors."""
        encoded = self._encoder.encode(sentences)
        return self._model.score(encoded).principles, encoded.vectors

    def _encoded(self, texts: Sequence[str]) -> Encoded:
        return whole(self._encoder, [self._sentences(text) for text in texts])

    def _sentences(self, text: str) -> list[str]:
        mended = self._speller.mended(text)
        return [mended[start:end] for start, end in split(mended)]


def interpret(question: str) -> Intent:
    """Return what `question` tests, with the words that decided it; it never fails."""
    interpreter = shipped_interpreter()
    (intent,) = interpreter.interpret_all([question])
    return interpreter.explained(intent)


def interpret_all(questions: Sequence[str]) -> list[Intent]:
    """Return what each question tests, in one go and without the words that decided it."""
    return shipped_interpreter().interpret_all(questions)


def of_principle(principle: str) -> Intent:
    """Return the intent of an interviewer who tests just this principle, in words unknown."""
    return _sure(principles={principle: 1.0})


def of_situation(situation: guide.Situation) -> Intent:
    """Return the intent of a question for just this situation."""
    weights = {name: 1 / place for place, name in enumerate(situation.principles, 1)}
    whole_of_it = sum(weights.values())
    return replace(
        _sure(principles={name: w / whole_of_it for name, w in weights.items()}),
        situations=_ranked({each: float(each == situation.id) for each in SITUATIONS}),
    )


def _sure(principles: dict[str, float]) -> Intent:
    every = dict.fromkeys(PRINCIPLES, 0.0) | principles
    return Intent(
        question="",
        behavioural=1.0,
        principles=_ranked(every),
        situations=_ranked(dict.fromkeys(SITUATIONS, 0.0)),
    )


def _of_several(intent: Intent, asked: tuple[Intent, ...]) -> Intent:
    """Return `intent` with its questions; where one of them wants a story, it does."""
    return replace(
        intent, asks=asked, behavioural=max(intent.behavioural, *(a.behavioural for a in asked))
    )


def _intent(question: str, scored: Scored, row: int, vector: Floats) -> Intent:
    return Intent(
        question=question,
        behavioural=float(scored.behavioural[row]),
        principles=_sorted(PRINCIPLES, scored.principles[row]),
        situations=_sorted(SITUATIONS, scored.situations[row]),
        archetypes=_sorted(ARCHETYPES, scored.archetypes[row]),
        vector=vector,
    )


def _sorted(ids: Sequence[str], values: np.ndarray) -> tuple[Likelihood, ...]:
    order = np.argsort(-values, kind="stable").tolist()
    found = values.tolist()
    return tuple(Likelihood(id=ids[i], probability=found[i]) for i in order)


def _ranked(values: dict[str, float]) -> tuple[Likelihood, ...]:
    ranked = sorted(values.items(), key=lambda item: -item[1])
    return tuple(Likelihood(id=name, probability=value) for name, value in ranked)


@cache
def shipped_interpreter() -> Interpreter:
    """Return the interpreter of the shipped files, loaded once."""
    encoder, model = shipped_questions()
    return Interpreter(encoder, model, Speller(*shipped_words()))
