"""Finds answers that begin a second story when the first has been told.

What it does
Reports the sentence with which a new episode opens: after something was done and came to something,
a new situation is brought in ("then there was", "another time", "at the firm before that"), and
something is done about that one too.

Why
In an interview loop each answer is probed, and two half-told stories give nothing to probe. A loop
also needs a separate story for most questions; the second one told here can't be told later.

Example
"The boiler was back by noon. And then there was the lift, that was another saga, so I ..."

Use instead
"The boiler was back by noon, and nobody had to leave their room." The lift is kept for the next
question.
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule

_OPENS = re.compile(
    r"\W*(?:(?:and|but|so|oh|well|um+|uh+|er+|ok|okay|yeah|like|you know|I mean|now|then|also|"
    r"again|right)\b\W*)*"
    r"(?:there(?:'s|’s| was| were| is)\b(?! (?:a|no|some|one) (?:problem|catch|snag|delay))"
    r"|(?:an|the|one|yet an)other\b|another\b|a (?:second|third|further|different|similar)\b"
    r"|(?:my|the) (?:second|third|next|other|last) (?:one|time|story|example|case|job|thing)\b"
    r"|(?:second|third|last)ly\b|(?:or|once|one time|and) the time\b|one more\b"
    r"|(?:for|at|in|with) (?:the|my|another|a) [^.;]{1,60}(?:\b(?:before (?:that|this)|too|"
    r"as well|I was at|I did|we did|it was)\b)"
    r"|(?:before|besides|apart from) (?:that|this|these|those)\b|elsewhere\b"
    r"|something (?:similar|like that) happened\b|the (?:same|opposite) (?:thing )?happened\b)",
    re.IGNORECASE,
)
# Said in passing, but only where a new episode is opened.
_ADDS = re.compile(
    r"\b(?:and then|oh|as well|another|before that|the year before|that was the)\b", re.IGNORECASE
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    told = draft.reading.sentences
    last_deed = max((i for i, s in enumerate(told) if s.part in ("action", "result")), default=-1)
    done = came_of_it = False
    for sentence in told[:last_deed]:
        if sentence.part == "action":
            done = True
        elif sentence.part == "result":
            came_of_it = done
        elif sentence.part == "situation" and came_of_it and _opens(sentence.text):
            yield Hit(start=sentence.start, end=sentence.end)
            done = came_of_it = False


def _opens(sentence: str) -> bool:
    return bool(_OPENS.match(sentence) or _ADDS.search(sentence))


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
