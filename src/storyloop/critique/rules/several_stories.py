"""Finds answers that begin a second story when the first has been told.

What it does
Reports the sentence with which a new episode opens, where its words leave no doubt ("another time",
"the other one was", "at the firm I was at before"), or where something was done and came to
something and a new situation is brought in ("then there was"). Whoever announces several at the
beginning is taken at their word.

Why
In an interview loop each answer is probed, and two half-told stories give nothing to probe. A loop
also needs a separate story for most questions; the second one told here can't be told later.

Example
"The boiler was back by noon. And then there was the lift, that was another saga, so I ..."

Use instead
"The boiler was back by noon, and nobody had to leave their room." The lift is kept for the next
question.
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.openings import ANEW, ANEW_AFTER, ANEW_WITHIN, OPENS, OPENS_WITHIN
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS
from storyloop.reading import Sentence

# Said of several, at the beginning or at the end.
_SEVERAL = Pattern(
    r"\b(?:(?:a few|several|quite a few|a couple of|two|three|many|plenty of|a good few|loads of|"
    r"lots of|a number of|various|both|all of|all|these|those are(?: two| three)?|some) "
    r"(?:examples|stories|things (?:i could|like that|that)|times like|occasions|cases|situations|"
    r"incidents|of those|of these|go-lives|instances)|there(?:'s| is| are) (?:loads|lots|plenty|a "
    r"few|"
    r"several|so many|a couple)|done quite a (?:bit|lot|few)|i could tell you|i've had (?:loads|"
    r"lots|plenty|a few|several)|"
    r"in the first(?:,| one| case)|a fair few|all (?:this|of this|these) (?:shows?|has|have|"
    r"demonstrates?|taught)|in a good few places|quite a (?:bit|few)|where do i start|"
    r"give you a (?:few|couple)|one of them being|to name (?:a few|two|three))\b"
)
# What a deed has to begin with to be one of another story: "the second one" is as often a thing.
_ANOTHER_DAY = Pattern(
    r"\b(?:another (?!one\b)|the time\b|(?:the )?same\b|opposite|similar|previous|former|before "
    r"that|"
    r"earlier|years|then\W+(?:\w+\W+){0,2}the other|other (?:time|case|example|job)|my (?:\w+ )?"
    r"(?:first|last|old|next)|example|story|stories|instance|occasion|incident|episode|anecdote|"
    r"case|illustration|experience|once|also|as well|too|plus|besides|apart|secondly|reminds|"
    r"speaking|talking|i (?:remember|recall|was|worked)|did an?|thing)\b"
)
# Sentences in which a teller says that there will be several.
_BEGINNING = 3


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.words < ENOUGH_WORDS:
        return
    told = draft.reading.sentences
    low = draft.plain
    hits = list(_openings(told, low))
    sure = any(certain for _, certain in hits)
    if hits and (sure or len(hits) > 1 or _SEVERAL.search(low)):
        for at, _ in hits:
            yield Hit(start=at.start, end=at.end)


def _sets_out(words: str, sentence: Sentence) -> bool:
    """Return whether `words` open an episode, and not one more step of the one that is told."""
    if sentence.part in ("situation", "task"):
        return True
    return sentence.part != "reflection" and _ANOTHER_DAY.search(words) is not None


def _openings(told: tuple[Sentence, ...], low: str) -> Iterator[tuple[Sentence, bool]]:
    """Yield the sentences that open a further episode, and whether they do so beyond doubt."""
    last_deed = max((i for i, s in enumerate(told) if s.part in ("action", "result")), default=-1)
    done = came_of_it = False
    # Who announces several tells them one after the other, with an outcome or without.
    first = told[min(len(told), _BEGINNING) - 1].end if told else 0
    announced = _SEVERAL.search(low, 0, first) is not None
    for at, sentence in enumerate(told[: last_deed + 1]):
        where = (low, sentence.start, sentence.end)
        opened = at > 1 and (
            ANEW.match(*where)
            or ANEW_WITHIN.search(*where)
            or (came_of_it and at < last_deed and ANEW_AFTER.match(*where))
        )
        if opened and (announced or _sets_out(opened[0], sentence)):
            yield sentence, True
            done = came_of_it = False
        elif (
            came_of_it
            and sentence.part != "reflection"
            and at < last_deed
            and (OPENS.match(*where) or OPENS_WITHIN.search(*where))
        ):
            # "This lady" has not been spoken of before.
            new = low.find("there was this ", sentence.start, sentence.end) >= 0
            yield sentence, new or sentence.part == "situation"
            done = came_of_it = False
        if sentence.part == "action":
            done = True
            came_of_it = came_of_it or announced
        elif sentence.part == "result":
            came_of_it = done


RULE = Rule(
    code="S09",
    name="several-stories",
    family="structure",
    severity="warning",
    cost=6,
    most=12,
    message="A second story begins here.",
    remedy=(
        "Tell one of them to its end and write the other down as a story of its own; it will "
        "answer another question."
    ),
    find=_find,
)
