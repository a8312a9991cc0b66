"""What a question tests and which story answers it, as text and as JSON."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from storyloop import guide
from storyloop.matching.match import archetype_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from storyloop.matching.intent import Intent, Likelihood
    from storyloop.matching.match import Match

_WIDTH = 88
_SHOWN = 3
_LIKELY = 0.1
_TELLING = 0.1


def asking_json(intent: Intent, matches: Sequence[Match]) -> dict[str, object]:
    """Return the body of `ask`'s JSON for one question, without its id and version."""
    fits = any(each.is_enough for each in matches)
    return {
        "question": intent.question,
        "behavioural": _rounded(intent.behavioural),
        "principles": _likelihoods(intent.principles),
        "situations": _likelihoods(intent.situations),
        "words": [
            {"start": each.start, "end": each.end, "weight": _rounded(each.weight)}
            for each in intent.words
        ],
        "asks": [
            {"question": each.question.strip(), "principle": each.principle} for each in intent.asks
        ],
        "stories": [_match_json(each) for each in matches],
        "write": None if fits or not intent.is_behavioural else archetype_for(intent).id,
    }


def asking_text(intent: Intent, matches: Sequence[Match]) -> str:
    """Return the answer for a terminal."""
    return "\n".join(_lines(intent, matches)) + "\n"


def _likelihoods(found: Sequence[Likelihood]) -> list[dict[str, object]]:
    return [{"id": each.id, "probability": _rounded(each.probability)} for each in found]


def _match_json(match: Match) -> dict[str, object]:
    lead = match.lead
    return {
        "id": match.story.id,
        "fit": match.fit,
        "enough": match.is_enough,
        "reasons": list(match.reasons),
        "lead": lead
        and {"opening": lead.opening, "stress": lead.stress, "sentence": lead.sentence},
    }


def _rounded(probability: float) -> float:
    return round(probability, 4)


def _lines(intent: Intent, matches: Sequence[Match]) -> Iterator[str]:
    if not intent.is_behavioural:
        yield "This asks for no story: it wants a fact, a view or a plan. Answer it briefly."
        return
    yield f"Tests {_named(intent.principles)}."
    situations = [each for each in intent.situations if each.probability >= _LIKELY]
    if situations:
        yield f"Asks for {_situations(situations)}."
    words = [each for each in intent.words if each.weight >= _TELLING]
    if words:
        said = ", ".join(f"“{intent.question[each.start : each.end]}”" for each in words)
        yield f"What says so: {said}."
    if intent.asks:
        yield "Several questions at once: " + "; ".join(
            f"{_wanted(each)} in “{each.question.strip()}”" for each in intent.asks
        )
    enough = [each for each in matches if each.is_enough]
    if not enough:
        kind = archetype_for(intent)
        yield ""
        yield f"No story of yours fits. Write one of this kind: {kind.name}."
    for number, match in enumerate(enough, 1):
        yield ""
        story = match.story
        yield f"{number}. {story.title or story.id}  ({story.id}, fit {match.fit:.2f})"
        yield from _indented(match)


def _indented(match: Match) -> Iterator[str]:
    if match.lead:
        yield from _wrapped(f"Open with: {match.lead.opening}")
    for reason in match.reasons:
        yield from _wrapped(f"- {reason}")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="   ", subsequent_indent="     ")


def _named(principles: Sequence[Likelihood]) -> str:
    shown = [each for each in principles[:_SHOWN] if each.probability >= _LIKELY] or principles[:1]
    return ", ".join(f"{guide.principle(e.id).name} ({e.probability:.0%})" for e in shown)


def _wanted(intent: Intent) -> str:
    return guide.principle(intent.principle).name if intent.is_behavioural else "no story"


def _situations(found: Sequence[Likelihood]) -> str:
    return ", ".join(
        f"{guide.situation(each.id).name.lower()} ({each.probability:.0%})" for each in found
    )
