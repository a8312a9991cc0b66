"""The slots of a loop: each time that a story will be wanted, known or assumed."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from storyloop import guide
from storyloop.planning.loop import Loop, Round

# A principle needs about this long with its probes, so a round has time for so many.
_MINUTES_EACH = 20
_FEWEST, _MOST = 1, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One time that a story is wanted: the round, and the principle or the question asked there."""

    round: int
    principle: str = ""
    question: str = ""
    guessed: bool = False

    @property
    def asks(self) -> str:
        """The principle's id, or the words of the question."""
        return self.principle or self.question

    @property
    def label(self) -> str:
        """What is asked, for people: the principle's name, or the question in quotes."""
        if self.principle:
            return guide.principle(self.principle).name
        return f"“{self.question}”" if self.question else "Something else"


def slots_of(loop: Loop) -> tuple[Slot, ...]:
    """Return every slot, round by round; a round of which nothing is known gets a guess.

    The guess is the likeliest principles that fewest rounds ask so far, ties in the order of the
    framework; how many depends on the minutes: one for each 20, from one to three.
    """
    asked = Counter(name for each in loop.rounds for name in each.principles)
    found: list[Slot] = []
    for number, each in enumerate(loop.rounds):
        names = each.principles
        unknown = is_unknown(each)
        if unknown:
            names = _guess(loop.framework, asked, guessed_principles(each.minutes))
            asked.update(names)
        found += [
            Slot(round=number, principle=name, guessed=unknown or each.guessed)
            for name in names
            for _ in range(each.questions_per_principle)
        ]
        found += [Slot(round=number, question=question) for question in each.questions]
    return tuple(found)


def is_unknown(each: Round) -> bool:
    """Tell whether nothing is known of what a round will ask."""
    return not each.principles and not each.questions


def guessed_principles(minutes: int) -> int:
    """Return how many principles a round of so many minutes is taken to ask."""
    return min(max(minutes // _MINUTES_EACH, _FEWEST), _MOST)


@cache
def distribution(framework_id: str) -> dict[str, float]:
    """Return how likely each principle is asked, adding up to one, in the framework's order.

    That is the share of the question bank that tests it; a principle of another framework is
    tested by the questions for those that it is like.
    """
    asked = Counter(name for each in guide.questions() for name in each.principles)
    counts = {
        principle.id: sum(asked[name] for name in (principle.like or (principle.id,)))
        for principle in guide.framework(framework_id).principles
    }
    total = sum(counts.values())
    return {name: count / total if total else 1 / len(counts) for name, count in counts.items()}


def assumption(loop: Loop) -> str:
    """Return the sentence that says what is assumed of rounds unknown, or "" if none is."""
    unknown = [number for number, each in enumerate(loop.rounds) if is_unknown(each)]
    if not unknown:
        return ""
    likeliest = sorted(distribution(loop.framework).items(), key=lambda pair: -pair[1])
    (first, most), (last, least) = likeliest[0], likeliest[-1]
    return (
        "Where nothing is known of a round, each principle is taken to be as likely as its share "
        f"of the question bank, from {guide.principle(first).name} ({most:.0%}) to "
        f"{guide.principle(last).name} ({least:.0%}); the likeliest that no other round asks are "
        "planned for and marked as guessed."
    )


def _guess(framework_id: str, asked: Counter[str], how_many: int) -> tuple[str, ...]:
    likely = distribution(framework_id)
    # A sort is stable, so that equals keep the framework's order.
    return tuple(sorted(likely, key=lambda name: (asked[name], -likely[name]))[:how_many])
