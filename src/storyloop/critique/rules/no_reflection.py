"""Finds stories of trouble from which nothing was learned.

What it does
Looks at stories about a failure, a mistake, a conflict or an incident: those that answer a question
about one, and those that tell of one with heat. It reports them when no sentence says what you
learned, would do differently or do differently since. Other stories need no such sentence and are
never reported.

Why
The result of a story holds the impact in numbers and what you learned. Where something went wrong
the second half is what the question was about: the listener wants to know whether it would happen
to you again.

Example
"I sent the wrong file to the printer, and we had to pulp two hundred copies."

Use instead
"I sent the wrong file to the printer, and we had to pulp two hundred copies. Since then I have had
somebody else open the file and read me page one before it goes."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import TROUBLE
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_ASKED_ABOUT_TROUBLE = re.compile(
    r"\b(?:fail\w*|mistakes?|errors?|went wrong|go wrong|wrong|conflicts?|disagree\w*|"
    r"argument|regret\w*|differently|criticism|criticised|feedback|setback|weakness|"
    r"missed|difficult (?:colleague|person|customer|client|manager))\b",
)
_HEAT = re.compile(
    r"\b(?:bully|stubborn|idiots?|lazy|hysterical|arrogant|spineless|impossible|"
    "pig-headed|grand|nasty|ridiculous|difficult (?:man|woman|person|colleague|client|"
    r"customer|boss)|frightened of|fanatic|shouting|sulked|effing|unfair|blame\w*|"
    "dreadful|useless|incompetent|clueless|refused to|wouldn't have it|wouldn't listen|"
    r"dead against|said sorry|say sorry|apologi[sz]e\w*|told off|should(?:'ve| have)|"
    "was meant to|are meant to|supposed to (?:check|catch|be)|no help|dumped on me|"
    "nobody (?:had )?told me|the (?:others|management|director)s? (?:were|was) no|"
    "i enjoyed|told her so|told him so|told them so|i had been right|i was right|no harm|"
    "held against me|not (?:down|really down) to me|never once|wants? shooting|"
    r"put it on the internet)\b",
)
_CHANGED = re.compile(
    r"\b(?:since (?:then|that)|ever since|from (?:then|that \w+) on|these days|nowadays|"
    r"next time|looking back|in hindsight|with hindsight|i(?:'ve|’ve| have)? (?:learn\w*|"
    "always)|taught me|i(?:'d| would) (?:do|start|ask)|i should(?:'ve| have)|i wish|"
    r"i regret|every \w+ now|now i\b|i now)\b",
)

_LEAST = 2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or any(draft.sentences("reflection")):
        return
    told = draft.reading.sentences
    said = plain(draft.text)
    if not told or not (_ASKED_ABOUT_TROUBLE.search(plain(draft.question)) or _heated(draft, said)):
        return
    for sentence in draft.sentences("action", "result"):
        if _CHANGED.search(said, sentence.start, sentence.end):
            return
    yield Hit(start=told[-1].start, end=told[-1].end)


def _heated(draft: Draft, said: str) -> bool:
    kinds: set[str] = set()
    heat = 0
    for sentence in draft.sentences():
        if sentence.part in {"situation", "task"}:
            kinds.update(match[0] for match in TROUBLE.finditer(said, sentence.start, sentence.end))
        heat += bool(_HEAT.search(said, sentence.start, sentence.end))
    return len(kinds) + heat >= _LEAST


RULE = Rule(
    code="R01",
    name="no-reflection",
    family="reflection",
    severity="warning",
    cost=4,
    most=4,
    message=(
        "Something went wrong or people fell out, and you say nothing of what you took from it."
    ),
    remedy=(
        "Add one sentence on what you do differently since, or would do differently, as "
        "concretely as the rest."
    ),
    find=_find,
)
