"""Finds stories in which you go to the boss before you try anything.

What it does
Looks at the first two sentences of the action. It reports that you took the matter to a superior
there, if the sentence says that this came first ("straight away", "the first thing", "before I had
looked") or if you say that speaking to the person concerned would have been no use. Informing
your manager after a first attempt is not reported, nor is owning up to a mistake of yours.

Why
Taking a matter upwards is sometimes right and always easy. What an interviewer wants to hear is
what you tried with the means you had, and whom you spoke to first.

Example
"The night shift left the benches dirty again, so I went straight to the production manager."

Use instead
"The night shift left the benches dirty again, so I stayed until ten and asked Gintaras what got in
the way. Only when two weeks had brought no change did we go to the production manager together."
"""

import re
from collections.abc import Iterator
from itertools import islice

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_UPWARDS = re.compile(
    r"\b(?:i (?:[\w']+ ){0,4}?(?:rang|called|phoned|emailed|e-mailed|wrote|went|reported|"
    "complained|escalated|told|informed|turned|ran|copied|got|fetched|spoke|asked|messaged|"
    "texted|contacted|sent|took|brought|raised|referred|alerted|handed|"
    r"passed)\b[^.;]{0,60}?\b(?:(?:managing |clinical |operations |technical |medical |"
    "finance |training |line |shift |duty |general |team |site |store |regional |project |"
    "deputy |chief |senior |section |quality |head |theatre |area |district )?(?:boss|"
    "manager|management|supervisor|director|directors|registrar|consultant|chief|chair|"
    "chairman|president|principal|headteacher|headmaster|dean|partner|superintendent|"
    "inspector|sergeant|captain|commander|commanding officer|officer|foreman|gaffer|editor|"
    "lead|leader|owner|board|panel|committee|governors?|trustees?|union|hr|human resources|"
    "ombudsman|regulator|minister|vice president|ceo|cfo|coo|cto|md|gm|matron|mayor|"
    r"secretary|head))\b|(?:was|is) to (?:ring|call|phone|email|e-mail|write|go|report|tell|"
    r"ask|inform|escalate)\b[^.;]{0,50}?\b(?:(?:managing |clinical |operations |technical |"
    "medical |finance |training |line |shift |duty |general |team |site |store |regional |"
    "project |deputy |chief |senior |section |quality |head |theatre |area |"
    "district )?(?:boss|manager|management|supervisor|director|directors|registrar|"
    "consultant|chief|chair|chairman|president|principal|headteacher|headmaster|dean|partner|"
    "superintendent|inspector|sergeant|captain|commander|commanding officer|officer|foreman|"
    "gaffer|editor|lead|leader|owner|board|panel|committee|governors?|trustees?|union|hr|"
    "human resources|ombudsman|regulator|minister|vice president|ceo|cfo|coo|cto|md|gm|"
    r"matron|mayor|secretary|head))\b|(?:took|take) it (?:straight )?to\b|escalated\b|"
    r"went over (?:his|her|their) heads?\b)"
)
_FIRST = re.compile(
    r"\b(?:straight(?: ?away| off| to| up)?|at once|immediately|right away|first(?: thing|"
    " of all)?|the same (?:day|afternoon|evening|morning|hour|minute)|that (?:same |"
    "very )(?:day|afternoon|evening|morning|night|minute|hour)|before (?:i|anything|"
    "trying|looking|speaking|talking|saying|doing|even)|without (?:trying|speaking|"
    "talking|asking|looking|saying)|directly|instantly|on the spot|there and then|"
    "as soon as|the moment|over (?:his|her|their) heads?|behind (?:his|her|"
    r"their) backs?)\b",
)
_NO_USE = re.compile(
    r"\b(?:(?:talk|speak|reason|argu|discuss|go|going|say)\w*\b[^.;]{0,40}\b(?:him|her|them|"
    r"people|first|directly)\b[^.;]{0,50}\b(?:waste|no use|no point|pointless|useless|can't|"
    r"cannot|wouldn't|never|wasn't worth|nothing)\b|(?:no point|no use|pointless|useless|"
    r"waste of \w+)\b[^.;]{0,30}\b(?:talk|speak|reason|argu|discuss)\w*)"
)
_OWNING_UP = re.compile(
    r"\b(?:that i(?:'d|’d| had| have|'ve)|it was (?:i|me)|what i(?:'d|’d| had) done)\b|"
    r"\bmy (?:own )?(?:mistake|error|fault)\b|\b(?:owned up|admit\w*|confess\w*)\b",
)

_OPENING = 2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = plain(draft.text)
    told = list(islice(draft.sentences("action"), _OPENING + 1))
    no_use = any(_NO_USE.search(said, other.start, other.end) for other in told)
    for sentence in told[:_OPENING]:
        span = (sentence.start, sentence.end)
        upwards = _UPWARDS.search(said, *span)
        if not upwards or _OWNING_UP.search(said, *span):
            continue
        if no_use or _FIRST.search(said, *span):
            yield Hit(start=upwards.start(), end=upwards.end())
            return


RULE = Rule(
    code="O07",
    name="escalating-first",
    family="ownership",
    severity="warning",
    cost=5,
    most=5,
    message="The first thing you do is to take the matter to a superior.",
    remedy=(
        "Tell what you tried yourself before that, or why it could not wait and only a "
        "superior could act."
    ),
    find=_find,
)
