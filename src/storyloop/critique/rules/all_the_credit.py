"""Finds stories in which nobody else did anything.

What it does
Reports words that claim the whole deed for you ("single-handedly", "nobody else could have", "the
idea was mine alone", "they would never have managed without me"). Having been alone at the time
("I was alone on the ward that night") is no claim and is not reported, nor is the situation.

Why
The advice is "I" for what you did and "we" for context and credit. Most listeners have worked in
teams, and a story without any other helping hand makes them doubt the rest.

Example
"I single-handedly saved the exhibition, and without me it would never have opened."

Use instead
"I moved the hanging to the nights so that the electricians could work by day. Ottilie found us
the lamps, and the exhibition opened on the Friday."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_CLAIM = re.compile(
    r"\b(?:single[- ]?hand(?:ed(?:ly)?)\b|(?:nobody|no one|no-one|none of them|"
    r"not one of them) (?:else )?(?:\w+ ){0,3}?(?:could|would)(?:'ve|’ve| have|"
    r" ever have) (?:\w+ )?(?:done|managed|found|solved|landed|thought of|pulled|got|come|"
    r"dared|worked|handled|fixed|built)\b|(?:nobody|no one|no-one) (?:else )?(?:had|"
    r"has) (?:ever )?(?:thought|managed|bothered|dared|found|spotted)\b[^.;]{0,30}\b(?:before|"
    r"but me|except me|ever)\b|which (?:nobody|no one) had ever bothered\b|mine (?:alone|"
    r"and (?:mine|only)|from (?:the )?(?:beginning|start|first|a to z))\b|i alone (?:had|"
    r"could|was|knew|did|found|saw|made)\b|(?:basically|really|all|only|entirely|purely|"
    r"mostly) (?:it was )?(?:mine|my doing|my work|my idea)\b|(?:basically|really|"
    r"essentially) it was (?:all )?me\b|it was (?:basically|really|essentially|"
    r"entirely) (?:all )?me\b|if (?:it )?(?:(?:wasn't|weren't|hadn't been|had not been|"
    r"was not|were not) for me|i hadn't been there)\b|thanks to (?:me|"
    r"my (?:\w+ )?(?:leadership|work|efforts?|idea|plan|vision|initiative|intervention|"
    r"persistence|skills?))\b|all (?:down to|because of|due to|thanks to) me\b|(?:entirely|"
    r"completely|totally|all|really) (?:on my own|by myself|alone)\b|on my own really\b|"
    "(?:idea|thinking|execution|credit|solution|plan|success|result|work|achievement|"
    r"turnaround) (?:and (?:the )?\w+ )?(?:was|were|is) (?:all |really |entirely |only |"
    r"mostly )?(?:mine|my own)\b|i did the lot\b|i did (?:it all|everything)\b(?! (?:i could|"
    r"right|wrong|by the))|i personally\b|before i solved\b|i (?:alone )?(?:saved|rescued|"
    "turned around) the (?:whole )?(?:company|firm|project|launch|day|client|school|hospital|"
    r"deal|account|department|shop|job|event|service)\b|alone what nobody\b|the (?:only|"
    r"one) (?:one|person) who (?:could|understood|knew how)\b|i was the (?:driving force|"
    r"brains?|architect|mastermind|hero)\b|i carried (?:the (?:whole )?(?:team|project|thing)|"
    r"them all|everyone)\b)|(?<=[-*\n] )personally \w+ed\b"
)
_INDISPENSABLE = re.compile(
    r"(?:\bnever|\bnot|\bnowhere|n't) [^.;]{0,60}\bwithout me\b|"
    r"\bwithout me,? [^.;]{0,60}(?:\bnever|\bnot|n't)\b"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = plain(draft.text)
    indispensable = "without me" in said
    for sentence in draft.sentences("task", "action", "result", "reflection"):
        claim = _CLAIM.search(said, sentence.start, sentence.end)
        if not claim and indispensable:
            claim = _INDISPENSABLE.search(said, sentence.start, sentence.end)
        if claim:
            yield Hit(start=claim.start(), end=claim.end())
            return


RULE = Rule(
    code="O05",
    name="all-the-credit",
    family="ownership",
    severity="warning",
    cost=6,
    most=6,
    message="You claim the whole deed for yourself.",
    remedy="Say what you did, and name at least one person with what he or she contributed.",
    find=_find,
)
