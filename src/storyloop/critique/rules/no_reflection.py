"""Finds stories of trouble from which nothing was learned.

What it does
Looks at stories about a failure, a mistake, a conflict or an incident: those that answer a question
about one, those that name it in their first sentence, and those that ward it off at least twice ("I
have never really failed", "she should have checked", "nobody ever said sorry"). It reports them
when no sentence says what you learned, would do differently or do differently since. Other stories
need no such sentence and are never reported. A weakness that you own up to is no lesson yet.

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

from collections.abc import Iterator

from storyloop.critique.alternatives import any_beginning
from storyloop.critique.defences import defences, mishaps
from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_ASKED_ABOUT_TROUBLE = Pattern(
    r"\b(?:fail\w*|mistakes?|errors?|went wrong|go wrong|wrong|conflicts?|disagree\w*|"
    r"argument|regret\w*|differently|criticism|criticised|feedback|setback|weakness|"
    r"missed|difficult (?:colleague|person|customer|client|manager))\b",
)
# What the story is about, if it is named at the very beginning.
_TOPIC = Pattern(
    r"\b(?:(?:an?|my|the|one|that|this|some|any|biggest|worst|proper|real) (?:\w+ )?(?:mistake|"
    r"failure|"
    r"mix-?up|argument|clash|row|dispute|quarrel|blunder|mishap)|failures|conflicts?|"
    r"disagreements?|incident|accident|fallings?[- ]out|fell out|contamination|friction|cock-?up)\b"
)
_FELL_OUT = Pattern(
    r"\b(?:fell out (?:over|about|with|badly)|fallings?[- ]out|(?:an?|the) (?:\w+ )?(?:row|quarrel|"
    r"argument|clash) (?:with|between|over|about))\b"
)
_CHANGED = any_beginning(
    r"since then\b(?! (?:somebody|someone|he|she|they|nobody|you)\b)|since that (?:day|time|night|"
    r"week)\b|(?:ever since|from then on|"
    r"from that \w+ on|these days|nowadays|next time|today),? (?:i|we|my)\b|looking back|in "
    r"hindsight|with hindsight|i(?:'ve| have)? learn\w*|taught me|(?:that|it) was (?:a|my) lesson|"
    r"i(?:'d| would) (?:now |always )?(?:do|start|ask|tell|check|ring|call|wait|"
    r"speak)\b(?! (?:what|it if))|"
    r"i should(?:'ve| have) (?!been\b|had\b|got\b)|i wish|i regret|every \w+ now|now,? i\b|i now\b|"
    r"i \w+ (?:\w+ ){0,6}?(?:now|these days|nowadays)(?:[,.]|$| (?:before|when|and|because))|"
    r"i've (?:\w+ed|kept|"
    r"done|had|made|put) (?:[^.;]{0,40} )?(?:ever )?since\b|i never (?:\w+ ){1,4}?(?:again|"
    r"without|any more)|"
    r"i (?:took|take|keep) (?:that|this|it) (?:with me|to heart)|(?:that's|that is|it's|is) "
    r"(?:all|what) (?:i|we) (?:got|took|learned|take|took away|had) from"
)

_WEAKNESS = Pattern(
    r"\bweak(?:ness|nesses| points?| sides?| spots?)\b|\b(?:my|a|one|any) (?:\w+ )?(?:fault|flaw|"
    r"failing|vice)s?\b"
)
_ENOUGH = 2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    told = draft.reading.sentences
    said = draft.plain
    # A weakness that is owned up to as a virtue is no lesson.
    if any(not _WEAKNESS.search(said, s.start, s.end) for s in draft.sentences("reflection")):
        return
    if not told or not (
        _ASKED_ABOUT_TROUBLE.search(plain(draft.question))
        or _TOPIC.search(said, told[0].start, told[0].end)
        or _FELL_OUT.search(said, told[0].end, told[min(1, len(told) - 1)].end)
        or defences(said) >= (_ENOUGH - 1 if mishaps(draft) else _ENOUGH)
    ):
        return
    for sentence in draft.sentences("action", "result"):
        if _CHANGED.search(said, sentence.start, sentence.end):
            return
    yield Hit(start=told[-1].start, end=told[-1].end)


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
