"""Finds stories in which you carry out what others decided.

What it does
Looks at the action only. It reports a story in which at least two sentences, and at least a third
of the action, show you following instructions, passing things on, taking the minutes or waiting,
and in which fewer sentences show a step of your own. A junior who is told to do something and then
does more than that is not reported.

Why
A principle such as ownership is heard in choices. Where every choice was made by somebody else,
the story shows that person, and the listener learns little about you.

Example
"My manager told me to ring the families, so I rang them, and then she decided on the new hours."

Use instead
"My manager told me to ring the families. I decided to ask each of them two questions about the
hours as well, and laid the answers before her."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import HELD_BACK, INSTRUCTED
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_PASSED_ON = re.compile(
    r"\b(?:(?:left|leave|leaving) (?:that|it|this|the \w+) (?:all |up )?(?:to|with) (?:them|"
    r"him|her|the)\b|(?:passed|handed|forwarded|carried|sent) (?:it|that|this|her|his|them|"
    r"the|everything)\b[^.;]{0,60}\b(?:on|up|upstairs)\b|i (?:said|was) fine\b|i just let\b|"
    "let them (?:talk|decide)|wrote (?:down )?(?:the minutes|what (?:he|she|they) said)|"
    "took (?:the )?(?:minutes|notes)|(?:they|he|she|others|two of them|group|manager|boss|"
    r"partner|committee|director) (?:then |more or less |\w+ly )?(?:decided|agreed|chose|"
    r"picked)\b|attended\b|circulated\b|kept the (?:\w+ )?(?:log|list|minutes|file|"
    r"spreadsheet|tracker)\b|it was (?:then )?decided\b|approval of\b)"
)
_OWN_STEP = re.compile(
    r"\b(?:(?:i|we) (?:\w+ ){0,2}(?:decided|chose|refused|insisted|suggested|proposed|argued|"
    "persuaded|pushed|stopped|designed|built|brought|offered|recommended|convinced|realised|"
    r"drew|went through|found)\b|(?:instead|rather than)\b|i(?:'d| would) rather\b|i (?:said|"
    "told|asked) (?!him what|her what|them what|fine|well|there|sorry)|i(?:'ve|"
    r" have)? (?:made|took|put|got|started|changed|moved|showed|gave|wrote)\b)"
)

_CARRIED = (INSTRUCTED, HELD_BACK, _PASSED_ON)
_LEAST = 2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = plain(draft.text)
    told = list(draft.sentences("action"))
    carried = [
        sentence
        for sentence in told
        if any(words.search(said, sentence.start, sentence.end) for words in _CARRIED)
    ]
    if len(carried) < _LEAST or len(carried) * 3 < len(told):
        return
    places = {sentence.start for sentence in carried}
    own = sum(
        1
        for sentence in told
        if sentence.start not in places and _OWN_STEP.search(said, sentence.start, sentence.end)
    )
    if len(carried) > own:
        yield Hit(start=carried[0].start, end=carried[0].end)


RULE = Rule(
    code="O03",
    name="no-decision",
    family="ownership",
    severity="warning",
    cost=6,
    most=6,
    message="In the action you carry out what others decided, and no choice of your own is told.",
    remedy=(
        "Name one thing that you decided, suggested or did differently of your own accord, "
        "and say why; a small one will do."
    ),
    find=_find,
    preview=True,
)
