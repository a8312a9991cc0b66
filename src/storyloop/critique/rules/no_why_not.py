"""Finds alternatives that are named and dropped without a reason.

What it does
Looks in the action for a course that was considered, ruled out or possible ("we thought about
moving the date", "I could have waited, but I didn't"). It reports it when neither that sentence nor
the next one says what spoke against it. A reason counts in any form: "because", what it would have
cost, or a plain remark such as "but nobody reads leaflets".

Why
The "why not" behind each decision is what a good interviewer asks for next. It is also where your
judgement shows, so it should be ready and fit into half a sentence.

Example
"I considered a second shift and decided against it. I rearranged the ovens."

Use instead
"I considered a second shift, but the neighbours would have had lorries at five in the morning. I
rearranged the ovens."
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_DROPPED = re.compile(
    r"\b(?:considered|decided against|(?:thought|talked|toyed) (?:of|about|"
    r"with) (?:\w+ing\b|one\b|an?\b|weekend)|(?:options?|alternatives?|possibility) (?:of|"
    "was|were|would)|ruled out|rejected|dismissed|turned down|(?:was|"
    r"were) (?:also )?possible to|instead of \w+ing|(?:i|we|you|one) (?:could|"
    r"might)(?:['’]ve| (?:\w+ )?have) [^.;]{2,60}\b(?:did not|didn['’]t)|(?:suggestion|"
    "talk|pressure|question) (?:of|to)|two ways|not pursued|i said no to)",
)
_REASON = re.compile(
    r"\b(?:because|since|as (?:i|we|it|he|she|they|the|that|there|a|her|his|my|our|new|"
    r"most|by|no|well)\b|so that|in order|otherwise|or else|would(?:'ve|’ve)?|wouldn't|'d|"
    r"’d|too|reason|meant|means|except|seeing|due to|for fear|risk\w*|costs?|price|pounds|"
    r"euros?|but (?!i\b|we\b|um\b|,|in the end|decided|so\b|then i|then we|instead|went|"
    r"chose|did)\w+|only (?:that|it|then|he|she|they)|yet|never|can't|couldn't|cannot|"
    "nobody|no one|not enough|until|unless|lose|losing|lost|weeks?|months?|needs?|needed|"
    "quicker|easier|safer|and (?:that|then|it|they|he|she|people|nobody|you|his|her|"
    r"their|the) \w+|cos|cause|'cause|after all|worth|alone|makes?|kills?|reads?|"
    r"for (?:fear|the)|if|when|where|which)\b|£|€|\$|[:;]",
)
_NEXT_STEP = re.compile(
    r"\W*(?:i|we|in the end|in \w+ i|so (?:i|we)|and (?:then )?(?:i|we)|then|after|later|"
    r"went|put|drew|built|set|sold|bought|took|made|got|ran|rang|wrote|gave|held|chose|found|"
    r"kept|\w+ed)\b",
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = plain(draft.text)
    told = list(draft.sentences("action"))
    for sentence, following in zip_longest(told, told[1:]):
        if not _DROPPED.search(said, sentence.start, sentence.end):
            continue
        if _REASON.search(said, sentence.start, sentence.end):
            continue
        if following is None or _NEXT_STEP.match(said, following.start, following.end):
            yield Hit(start=sentence.start, end=sentence.end)
            return


RULE = Rule(
    code="J02",
    name="no-why-not",
    family="judgement",
    severity="advice",
    cost=3,
    most=3,
    message="You name another course that you did not take, and leave out why.",
    remedy=(
        "Add half a sentence on what spoke against it: what it would have cost, risked or "
        "left unsolved."
    ),
    find=_find,
    preview=True,
)
