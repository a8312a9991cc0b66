"""The probes to expect after a story, with the answers that the writer has prepared.

The guide's probes for the situation come with the story's own answers of the same kind; what else
the story answers follows with its own questions.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from storyloop.guide import Situation
from storyloop.guide.model import ProbeKind
from storyloop.guide.probes import kind_of
from storyloop.story import FollowUp, Story

MOST_PROBES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedProbe:
    """A probe with its prepared answer; the answer is empty where none is prepared yet."""

    ask: str
    answer: str


def prepared_probes(story: Story, situation: Situation) -> tuple[PreparedProbe, ...]:
    """Return at most `MOST_PROBES` probes: first those with an answer, then those without."""
    follow_ups = [each for each in story.follow_ups if each.question]
    beside = {kind: list(answers) for kind, answers in _beside(story)}
    asked = []
    for probe in situation.probes:
        answer = _take(follow_ups, probe.about)
        if not answer and beside.get(probe.about):
            answer = beside[probe.about].pop(0)
        asked.append(PreparedProbe(ask=probe.ask, answer=answer))
    asked.extend(PreparedProbe(ask=each.question, answer=each.answer) for each in follow_ups)
    return tuple(sorted(asked, key=lambda probe: not probe.answer)[:MOST_PROBES])


def _take(follow_ups: list[FollowUp], kind: ProbeKind) -> str:
    """Take the first answer of this `kind` out of `follow_ups`; each is used once."""
    for each in follow_ups:
        if each.answer and kind_of(each.question) == kind:
            follow_ups.remove(each)
            return each.answer
    return ""


def _beside(story: Story) -> Iterator[tuple[ProbeKind, list[str]]]:
    """Yield the answers that stand elsewhere in the story, by kind."""
    choices = [choice for choice in story.trade_offs if choice.why_not]
    yield (
        "alternative",
        [": ".join(filter(None, (choice.rejected, choice.why_not))) for choice in choices],
    )
    yield "learning", [story.learned] if story.learned else []
