"""Finds stories that talk your own part down.

What it does
Counts phrases that make your part smaller than it was ("that's all I did", "anyone would have",
"I only helped a bit", "it was mostly her"). One of them is modesty and is left alone; from two on
they are reported, at the first.

Why
The listener takes you at your word. Giving others their credit is welcome, but it can be done
beside your own part and need not take its place.

Example
"I just helped a bit with the timetable, anyone could have done it, it was mostly Ravi."

Use instead
"Ravi knew the drivers and won them over. The timetable was mine: I drew it in three evenings and
changed it twice after their comments."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_SMALL = re.compile(
    r"\b(?:(?:that's|that’s|that is|that was|it's|and that's) (?:really |about |"
    r"basically )?all (?:i|my|we|that i)\b|(?:only|just) (?:really )?(?:did )?(?:a )?(?:tiny|"
    r"small|little|minor) (?:bit|part|role|thing|piece|share|contribution)\b|(?:just|"
    r"only) (?:did|played|had) an? (?:tiny|small|little|minor) (?:bit|part|role)\b|(?:just|"
    "only) (?:really )?(?:helped|assisted|supported|tagged|followed|pressed|held|carried|"
    "mentioned|told|said|passed|did|went|picked|typed|sat|stood|watched|listened|put|got|"
    r"wrote)\b|barely did\b|didn't (?:really )?do (?:much|anything|a lot)\b|(?:really |"
    "quite )?nothing (?:special|clever|much|big|fancy|heroic|remarkable|really|"
    r"to do with me)\b|(?:anything|something) (?:clever|special)\b|any(?:one|body) (?:could|"
    r"would|can)(?:'ve|’ve| have)?\b|every (?:\w+ )?can do\b|(?:it was|was) (?:mostly|mainly|"
    r"really|all|more|largely) (?:the|her|him|them|my|our|their|down to)\b|no(?:t a|"
    r" )\s?(?:very )?big (?:thing|deal)\b|no big\b|not much of a\b|nothing really\b|"
    r"(?:really |just |pure |sheer )lucky?\b|lucky really\b|by luck\b|"
    r"i was (?:really )?(?:only|just)\b|only (?:the|a|an) (?:telephone|intern|junior|"
    r"apprentice|messenger)\b|(?:the )?others? did (?:the|all|most)|did the (?:main|real|hard|"
    r"proper)\b|probably wasting\b|i happened to\b|i didn't (?:\w+,? )?work it out\b|"
    r"more than (?:me|mine|anything)\b|wasn't (?:really )?me\b)"
)

_LEAST = 2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = plain(draft.text)
    found = [
        small.span()
        for sentence in draft.sentences("situation", "task", "action", "result")
        for small in _SMALL.finditer(said, sentence.start, sentence.end)
    ]
    if len(found) >= _LEAST:
        start, end = found[0]
        yield Hit(start=start, end=end)


RULE = Rule(
    code="O04",
    name="minimising",
    family="ownership",
    severity="warning",
    cost=4,
    most=4,
    message="You talk your own part down, and the listener will take you at your word.",
    remedy=(
        "Strike the belittling words and say plainly what you did; then name what the others did."
    ),
    find=_find,
)
