"""Finds weaknesses that are boasts.

What it does
Reports a weakness that is a virtue in disguise: "my fault is that I care too much", "I am a bit of
a perfectionist", "people say I am too calm". A real weakness is not reported ("I am slow to ask
for help"), nor is "too" said of a thing ("the plan was too ambitious").

Why
Interviewers know these sentences by heart. A weakness that costs nothing sounds as though you
either did not look for one or did not want to tell.

Example
"My greatest weakness is that I work too hard for my clients."

Use instead
"I tend to promise a date before I have asked the workshop. It has cost me an apology more than
once, so now I ring them while the client is still on the other line."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

# What is called a weakness of one's own, and what it then turns out to be.
_WEAKNESS = (
    r"\b(?:my|i|i'm|i've|i’ve)\b[^.;]{0,30}\b(?:weakness(?:es)?|fault|flaw|defect|failing|"
    r"shortcoming|problem|vice)\b"
)
_VIRTUE = (
    r"\b(?:too (?:much|hard|conscientious|careful|perfect\w*|high|honest|nice|kind|calm|committed|"
    r"dedicated|helpful|ambitious|fast|quick|thorough|passionate|organi[sz]ed|loyal|generous)|"
    r"perfection\w*|set the bar|high standards|care (?:too|so)|(?:can't|can’t|cannot) (?:let go|"
    r"stop|say no|switch off)|give myself too|work too|years? ahead|until it's right|never (?:stop|"
    r"give up|satisfied|happy until)|over-?deliver|an eye for detail|everyone to care|"
    r"expect (?:too much|the same)|workaholic|take on too)\b"
)
_EXCESS = (
    r"\bi(?: \w+)? (?:care|cared|try|tried|work|worked|give|gave) too (?:much|hard)\b|"
    r"\bto (?:care|work|give) too (?:much|hard) is\b|"
    r"\bi(?:'m| am|’m| was) (?:\w+ ){0,5}(?:perfectionist|workaholic)\b|"
    r"\bi(?:'m| am|’m| was) (?:\w+ ){0,2}too (?:conscientious|dedicated|committed|hard-?working|"
    r"passionate)\b|\bi(?:'m| am|’m) (?:\w+ ){0,2}too (?:calm|honest|nice|good|kind|loyal|"
    r"generous)\b[^.;]{0,30}\b(?:fault|problem|weakness|people say)\b|\bfor my own good\b"
)
_BOAST = re.compile(rf"{_WEAKNESS}[^.;]{{0,60}}{_VIRTUE}|{_EXCESS}")
_CUES = (
    *("weakness", "fault", "flaw", "defect", "failing", "shortcoming", "problem", "vice"),
    *("too ", "perfectionist", "workaholic", "own good"),
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = plain(draft.text)
    if not any(cue in said for cue in _CUES):
        return
    for sentence in draft.sentences():
        boast = _BOAST.search(said, sentence.start, sentence.end)
        if boast:
            yield Hit(start=boast.start(), end=boast.end())
            return


RULE = Rule(
    code="R04",
    name="humble-brag",
    family="reflection",
    severity="warning",
    cost=5,
    most=5,
    message="This weakness is a boast in disguise.",
    remedy="Name a weakness that has cost you or others something, and what you do about it.",
    find=_find,
)
