"""Which story answers a question best, why, and how to open it.

The fit of a story is a sum of shares, each of which can be checked by hand:

| share | for what |
| --- | --- |
| up to 0.23 | it lists the principles that the question tests: the first counts whole |
| up to 0.27 | it lists the situation that the question asks for, first or further down |
| up to 0.18 | it is of the kind, the archetype, that answers such questions |
| up to 0.18 | its sentences speak of those principles |
| up to 0.14 | its sentences are worded like the question |

What the writer declared weighs most; the words of the story settle what the declarations leave
open. What is not known, of the question or of the story, leaves the whole to the others. A story
that was told at this employer, is weak or was never rehearsed loses some of its fit, and the
reasons say so. The shares were set on `training/matches/tuning.txt`; the scorecard measures them on
other questions.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from storyloop import guide
from storyloop.matching.interpret import shipped_interpreter
from storyloop.matching.lead import Choices, Lead, Sentence, sentences
from storyloop.matching.model import ARCHETYPES, PRINCIPLES, SITUATIONS
from storyloop.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from storyloop.matching.intent import Intent, Likelihood
    from storyloop.reading.encoder import Floats

ENOUGH = 0.25  # from this fit on a story answers the question

_PRINCIPLE, _KIND, _SPEAKS, _ALIKE = 0.23, 0.18, 0.18, 0.14
# The situation by its likelihood beside the other fourteen, and by itself.
_SITUATION, _LIKELIEST = 0.2, 0.07
# A model is surer of its favourite than an interviewer; taking roots lets the others have a say.
_PRINCIPLE_ROOT, _SITUATION_ROOT, _KIND_ROOT = 2.0, 3.0, 3.0
# What a principle or situation counts by its place in the story's list.
_PLACES = (1.0, 0.85, 0.7, 0.55)
_TOLD, _WEAK, _UNREHEARSED = 0.5, 0.85, 0.95
_WEAK_BELOW = 70
_LIKELY = 0.15
_QUOTED = 3
_DIGITS = 3
_PLACE_NAMES = ("first", "second", "third", "further down")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What else is known of a story: None where it is not known.

    `told` says where it was told already ("at Acme on 3 May"), `strength` is the linter's figure.
    """

    told: str = ""
    strength: int | None = None
    rehearsed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How well `story` answers a question: `fit` from 0 to 1, reasons, and how to tell it."""

    story: Story
    fit: float
    reasons: tuple[str, ...]
    lead: Lead | None

    @property
    def is_enough(self) -> bool:
        """Whether the story can be told for this question."""
        return self.fit >= ENOUGH


class Matcher:
    """Stories made ready to be matched: what they declare, and what their sentences speak of."""

    def __init__(self, stories: Sequence[Story]) -> None:
        self.stories = tuple(stories)
        told = [_told(story) for story in stories]
        # What is not written yet answers nothing, whatever it declares.
        written = [
            s if said.sentences else Story(id=s.id) for s, said in zip(stories, told, strict=True)
        ]
        self._principles = _declared([s.principles for s in written], PRINCIPLES)
        self._situations = _declared([s.situations for s in written], SITUATIONS)
        self._kinds = _declared([(s.archetype,) for s in written], ARCHETYPES)
        self._bounds = np.cumsum([0, *(len(each.sentences) for each in told)])
        self._choices = [each.choices for each in told]
        # Without any story there are no rows, but the columns are the same.
        nothing, no_vectors = shipped_interpreter().evidence([])
        self._speaks = np.concatenate([nothing, *(each.speaks for each in told)])
        self._vectors = np.concatenate([no_vectors, *(each.vectors for each in told)])
        self._table = self._places()

    def match(
        self,
        intent: Intent,
        standings: Mapping[str, Standing] | None = None,
        *,
        most: int | None = None,
    ) -> tuple[Match, ...]:
        """Return every story with its fit, best first, equal ones by id; at most `most` of them.

        `standings` says, by story id, what else is known of a story.
        """
        shares = self._shares(intent)
        known = standings or {}
        held = [
            prod(f for f, _ in _held_against(known.get(s.id, Standing()))) for s in self.stories
        ]
        fits = [round(fit, _DIGITS) for fit in (shares.total() * np.asarray(held)).tolist()]
        order = sorted(range(len(fits)), key=lambda i: (-fits[i], self.stories[i].id))
        return tuple(self._match(i, fits[i], intent, shares, known) for i in order[:most])

    def fits(self, intents: Sequence[Intent]) -> Floats:
        """Return the fit of each story to each intent, standings apart: (intents, stories)."""
        return np.stack([self._shares(intent).total() for intent in intents])

    def _shares(self, intent: Intent) -> _Shares:
        n = len(self.stories)
        if not intent.is_behavioural or not n:
            nothing = np.zeros(n, dtype=np.float32)
            return _Shares(
                nothing, nothing, nothing, nothing, np.zeros(len(self._speaks), np.float32)
            )
        principles = _aligned(intent.principles, PRINCIPLES) ** (1 / _PRINCIPLE_ROOT)
        principles /= max(float(principles.sum()), 1e-9)
        speaks = self._speaks @ principles
        words = _SPEAKS * self._best(speaks)
        attainable = _PRINCIPLE + _SPEAKS
        if intent.vector is not None:
            alike = np.clip(self._vectors @ intent.vector, 0, 1)
            words += _ALIKE * self._best(alike)
            speaks = speaks + alike
            attainable = 1.0
        declared: Floats = self._principles @ principles
        declared *= _PRINCIPLE / attainable
        situations = self._of_situations(_aligned(intent.situations, SITUATIONS))
        words /= attainable
        likely = _aligned(intent.archetypes, ARCHETYPES)
        kinds: Floats = self._kinds @ likely ** (1 / _KIND_ROOT)
        kinds *= _KIND
        if intent.archetypes:
            of_no_kind = ~self._kinds.any(axis=1)
            for others in (declared, situations, words):
                others[of_no_kind] /= 1 - _KIND
        return _Shares(declared, situations, kinds, words, speaks)

    def _of_situations(self, situations: Floats) -> Floats:
        if not situations.any():
            return np.zeros(len(self.stories), dtype=np.float32)
        odds = situations / np.maximum(1 - situations, 1e-4)
        beside = odds ** (1 / _SITUATION_ROOT)
        shares: Floats = _SITUATION * (self._situations @ (beside / beside.sum()))
        shares += _LIKELIEST * (self._situations * situations).max(axis=1)
        return shares

    def _best(self, of_sentences: Floats) -> Floats:
        """Return for each story the mean of its highest sentences: (stories)."""
        table = np.append(of_sentences, np.float32(0))[self._table]
        table.sort(axis=1)
        found: Floats = table[:, -_QUOTED:].mean(axis=1)
        return found

    def _places(self) -> NDArray[np.int64]:
        """Return for each story the places of its sentences, filled up with the one behind all."""
        spans = self._spans()
        longest = max([_QUOTED, *(end - start for start, end in spans)])
        table = np.full((len(spans), longest), len(self._speaks), dtype=np.int64)
        for row, (start, end) in enumerate(spans):
            table[row, : end - start] = np.arange(start, end)
        return table

    def _spans(self) -> list[tuple[int, int]]:
        return list(pairwise(self._bounds.tolist()))

    def _match(
        self,
        place: int,
        fit: float,
        intent: Intent,
        shares: _Shares,
        standings: Mapping[str, Standing],
    ) -> Match:
        story = self.stories[place]
        start, end = int(self._bounds[place]), int(self._bounds[place + 1])
        if start == end:
            nothing = ("None of its parts is written yet.",)
            return Match(story=story, fit=0.0, reasons=nothing, lead=None)
        if not intent.is_behavioural:
            nothing = ("The question asks for no story.",)
            return Match(story=story, fit=0.0, reasons=nothing, lead=None)
        lead = self._choices[place].lead(shares.speaks[start:end])
        reasons = list(_declarations(story, intent))
        reasons.append(f"Its {lead.stress} speaks of it: “{lead.sentence}”")
        reasons += [reason for _, reason in _held_against(standings.get(story.id, Standing()))]
        return Match(story=story, fit=fit, reasons=tuple(reasons), lead=lead)


@dataclass(frozen=True, slots=True)
class _Shares:
    """The shares of each story (stories), and how much each sentence speaks of the matter."""

    principles: Floats
    situations: Floats
    kinds: Floats
    words: Floats
    speaks: Floats

    def total(self) -> Floats:
        total: Floats = self.principles + self.situations + self.kinds + self.words
        return total


def match(
    intent: Intent, stories: Sequence[Story], standings: Mapping[str, Standing] | None = None
) -> tuple[Match, ...]:
    """Return every story with its fit to `intent`, best first; see `Matcher.match`."""
    return Matcher(stories).match(intent, standings)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a story's sentences speak of: (sentences, principles), and their vectors."""

    sentences: list[Sentence]
    choices: Choices
    speaks: Floats
    vectors: Floats


# About 15 kB each: whoever saves one of many stories has that one read anew, not all of them.
@lru_cache(maxsize=1024)
def _told(story: Story) -> _Told:
    said = sentences(story)
    speaks, vectors = shipped_interpreter().evidence([each.text for each in said])
    return _Told(said, Choices(said), speaks, vectors)


def archetype_for(intent: Intent) -> guide.Archetype:
    """Return the kind of story to write where none fits."""
    if intent.archetypes:
        return guide.archetype(intent.archetypes[0].id)
    principles = {each.id: each.probability for each in intent.principles}
    situations = {each.id: each.probability for each in intent.situations}

    def serves(kind: guide.Archetype) -> float:
        by_place = (1 / (2 + place) for place in range(len(kind.situations) + len(kind.principles)))
        ids = (*kind.situations, *kind.principles)
        values = (situations.get(each, 0) + principles.get(each, 0) for each in ids)
        return sum(value * weight for value, weight in zip(values, by_place, strict=True))

    return max(guide.archetypes(), key=serves)


def _declared(lists: Sequence[tuple[str, ...]], ids: Sequence[str]) -> Floats:
    """Return (stories, ids): what each story lists, by its place in the list."""
    found = np.zeros((len(lists), len(ids)), dtype=np.float32)
    for row, names in enumerate(lists):
        for place, name in enumerate(names):
            if name in ids:
                found[row, ids.index(name)] = _PLACES[min(place, len(_PLACES) - 1)]
    return found


def _aligned(likelihoods: Sequence[Likelihood], ids: Sequence[str]) -> Floats:
    by_id = {each.id: each.probability for each in likelihoods}
    return np.asarray([by_id.get(name, 0.0) for name in ids], dtype=np.float32)


def _declarations(story: Story, intent: Intent) -> Iterator[str]:
    """Yield what the story declares of what the question is likely to ask for."""
    for each in intent.situations:
        if each.probability >= _LIKELY and each.id in story.situations:
            place = _PLACE_NAMES[min(story.situations.index(each.id), len(_PLACE_NAMES) - 1)]
            sure = f"{each.probability:.0%} likely asked for"
            yield f"You listed “{guide.situation(each.id).name}” {place} ({sure})."
    for each in intent.archetypes:
        if each.probability >= _LIKELY and each.id == story.archetype:
            name = guide.archetype(each.id).name
            yield f"Its kind, “{name}”, answers such questions ({each.probability:.0%} likely)."
    for each in intent.principles:
        if each.probability >= _LIKELY and each.id in story.principles:
            name = guide.principle(each.id).name
            place = _PLACE_NAMES[min(story.principles.index(each.id), len(_PLACE_NAMES) - 1)]
            yield f"Shows {name}, which you listed {place} ({each.probability:.0%} likely tested)."


def _held_against(standing: Standing) -> Iterator[tuple[float, str]]:
    if standing.told:
        yield _TOLD, f"Told already {standing.told}."
    if standing.strength is not None and standing.strength < _WEAK_BELOW:
        yield _WEAK, f"Its strength is only {standing.strength}."
    if standing.rehearsed is False:
        yield _UNREHEARSED, "Not rehearsed yet."
