"""What the page says of a question: what it tests, and which story to tell for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join

from storyloop.bank import queries
from storyloop.bank.values import USUAL
from storyloop.web import names
from storyloop.web.checking import check_held

# The model takes a fifth of a second to load, so only what asks it loads it.
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.utils.safestring import SafeString

    from storyloop import guide
    from storyloop.bank.values import Asked, Preferences
    from storyloop.matching.intent import Intent, Likelihood
    from storyloop.matching.lead import Lead
    from storyloop.matching.match import Match, Standing
    from storyloop.story import Story

_TOLD = 3  # stories that are set out whole
_OTHERS = 9
_LIKELY = 0.1
_LIKELY_SITUATION = 0.15
_MOST_LIKELY = 3
_DECIDES, _DECIDES_MOST = 0.06, 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """A principle or situation with the share of certainty that it is tested, in hundredths."""

    named: names.Named
    percent: int

    @property
    def said(self) -> str:
        """The share as it is read."""
        return f"{self.percent}%" if self.percent else "under 1%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A story for a question: how well it fits, in hundredths, why, and how to tell it.

    `told` says where it was told already; `strength` is None where it is not known.
    """

    story: Story
    percent: int
    reasons: tuple[str, ...]
    lead: Lead | None
    strength: int | None
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that the page says of one question.

    `first` are the stories to tell, at most three; `kind` is the kind of story to write where
    there are none, and None otherwise. `is_corrected` tells whether the user has said what it
    tests.
    """

    intent: Intent
    question: SafeString
    deciding: tuple[str, ...]
    principles: tuple[Likely, ...]
    unlikely: tuple[Likely, ...]
    situations: tuple[Likely, ...]
    first: tuple[Offer, ...]
    others: tuple[Offer, ...]
    more: int
    kind: guide.Archetype | None
    is_corrected: bool


@lru_cache(maxsize=2048)
def read_question(question: str) -> Intent:
    """Return what `question` tests with the words that decided it, each of its questions alike."""
    from storyloop.matching.interpret import interpret, shipped_interpreter

    intent = interpret(question)
    explained = shipped_interpreter().explained
    return replace(intent, asks=tuple(explained(each) for each in intent.asks))


def answers(
    question: str,
    stories: Sequence[Story],
    asked: Iterable[Asked],
    employer: str = "",
    preferences: Preferences = USUAL,
) -> tuple[Answer, ...]:
    """Answer each question that `question` holds, from `stories`, for a talk at `employer`."""
    intent = read_question(question)
    known = queries.corrected(intent)
    standings = told_at(employer, asked)
    pairs = [(intent, known)]
    if intent.asks and not _differ(intent, known):
        pairs = list(zip(intent.asks, known.asks, strict=True))
    return tuple(
        _answer(each, stories, standings, preferences, is_corrected=_differ(read, each))
        for read, each in pairs
    )


def _differ(read: Intent, known: Intent) -> bool:
    return known.principles is not read.principles


def told_at(employer: str, asked: Iterable[Asked]) -> dict[str, Standing]:
    """Return the standing of each story that was told at `employer` already, by its id."""
    from storyloop.matching.match import Standing

    name = " ".join(employer.casefold().split())
    found = [each for each in asked if each.story and name and each.employer.casefold() == name]
    return {each.story: Standing(told=_where(each)) for each in reversed(found)}


def _where(asked: Asked) -> str:
    day = f" on {asked.on.day} {asked.on:%B %Y}" if asked.on else ""
    return f"at {asked.employer}{day}"


def ranked(
    intent: Intent,
    stories: Sequence[Story],
    standings: dict[str, Standing],
    preferences: Preferences = USUAL,
) -> tuple[tuple[Match, ...], dict[str, Standing]]:
    """Return the stories, best first, and all that is known of them by then.

    A check takes longer than a match, so only stories that come out first are checked. As a weak
    one can only fall, those that stay first are the right ones.
    """
    from storyloop.matching.match import Standing, match

    standings = dict(standings)
    while True:
        found = match(intent, stories, standings)
        unknown = [
            each.story
            for each in found[:_TOLD]
            if standings.get(each.story.id, Standing()).strength is None
            and check_held(each.story, preferences).strength is not None
        ]
        if not unknown:
            return found, standings
        for story in unknown:
            known = standings.get(story.id, Standing())
            standings[story.id] = replace(known, strength=check_held(story, preferences).strength)


def _answer(
    intent: Intent,
    stories: Sequence[Story],
    standings: dict[str, Standing],
    preferences: Preferences,
    *,
    is_corrected: bool,
) -> Answer:
    from storyloop.matching.match import archetype_for

    found: tuple[Match, ...] = ()
    known = standings
    if intent.is_behavioural:
        found, known = ranked(intent, stories, standings, preferences)
    first = [each for each in found[:_TOLD] if each.is_enough]
    others = found[len(first) :]
    principles = _likely(intent.principles, _LIKELY) or [intent.principles[0]]
    return Answer(
        intent=intent,
        question=marked_question(intent),
        deciding=_deciding(intent),
        principles=tuple(_named_principle(each) for each in principles),
        unlikely=tuple(_named_principle(each) for each in intent.principles[len(principles) :]),
        situations=tuple(
            Likely(named=names.situation(each.id), percent=round(100 * each.probability))
            for each in _likely(intent.situations, _LIKELY_SITUATION)
        ),
        first=offers(first, known),
        others=offers(others[:_OTHERS], known),
        more=len(others[_OTHERS:]),
        kind=None if first or not intent.is_behavioural else archetype_for(intent),
        is_corrected=is_corrected,
    )


def _likely(likelihoods: Sequence[Likelihood], least: float) -> list[Likelihood]:
    return [each for each in likelihoods[:_MOST_LIKELY] if each.probability >= least]


def _named_principle(each: Likelihood) -> Likely:
    return Likely(named=names.principle(each.id), percent=round(100 * each.probability))


def offers(found: Iterable[Match], standings: dict[str, Standing]) -> tuple[Offer, ...]:
    """Return matches as they are shown."""
    return tuple(_offer(each, standings) for each in found)


def _offer(found: Match, standings: dict[str, Standing]) -> Offer:
    standing = standings.get(found.story.id)
    quoted = found.lead.sentence if found.lead else ""
    return Offer(
        story=found.story,
        percent=round(100 * found.fit),
        # The sentence to dwell on is set out by itself.
        reasons=tuple(each for each in found.reasons if not (quoted and quoted in each)),
        lead=found.lead,
        strength=standing.strength if standing else None,
        told=standing.told if standing else "",
    )


def _deciding(intent: Intent) -> tuple[str, ...]:
    heaviest = sorted(intent.words, key=lambda each: -each.weight)
    said = (intent.question[w.start : w.end] for w in heaviest if w.weight >= _DECIDES_MOST / 2)
    return tuple(dict.fromkeys(each.casefold() for each in said))[:4]


def marked_question(intent: Intent) -> SafeString:
    """Return the question with a mark around each word that decided what it tests."""
    pieces: list[tuple[str, SafeString]] = []
    end = 0
    for word in intent.words:
        if word.weight >= _DECIDES:
            look = "is-most" if word.weight >= _DECIDES_MOST else "is-some"
            said = format_html(
                '<mark class="decides {}">{}</mark>', look, intent.question[word.start : word.end]
            )
            pieces.append((intent.question[end : word.start], said))
            end = word.end
    marked = format_html_join("", "{}{}", pieces)
    return format_html("{}{}", marked, intent.question[end:].rstrip())
