"""The text leans on words such as "significantly" or "a lot" where a figure belongs.

What it does
Looks in the action and the result for words of size that stand in for a figure. It reports them
once there is a strong one ("massively", "a lot less") in a sentence of the result that has no
figure, or two weaker ones of which at least one is in the result. Small words that everybody
uses, such as "really" and "several", are left alone.

Why
"Significantly" asks the listener to trust the teller's sense of size. A figure lets them judge,
and shows that you measured. The guide's advice is numbers, even if only directional: "about a
third" is worth more than "hugely".

Example
"After the new rota, sick days fell significantly."

Use instead
"After the new rota, sick days fell from about nine a month to four."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.figures import figures, lowered
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Sentence

_ENOUGH = 2
_BACK = 14
_VAGUE = Pattern(
    r"\b(?:significant(?:ly)?|considerabl[ey]|substantial(?:ly)?|massive(?:ly)?|huge(?:ly)?|"
    r"enormous(?:ly)?|tremendous(?:ly)?|immense(?:ly)?|drastic(?:ally)?|dramatic(?:ally)?|"
    r"vastly|vast (?:majority|amounts?|numbers?|improvements?)|"
    r"hell of a lot|(?:an? (?:awful |whole )?lot|lots|loads|tons|heaps)(?: of| less| more| fewer| "
    r"better| faster| quicker| easier|(?=[.,;]|$))|"
    r"a (?:great|good) (?:deal|many)(?! of (?:time|thought|care))|numerous|countless|"
    r"(?:so |very |a great |many, )?many(?! (?:a|an|as|things|people think))|"
    r"(?:much|far|way) (?:better|worse|less|more|fewer|faster|quicker|slower|easier|lower|higher|"
    r"smaller|larger|shorter)|a fraction of|in leaps and bounds|through the roof|sky-?high|"
    r"a large (?:number|amount|part))\b",
)
_NOT_VAGUE = Pattern(
    r"(?:\b(?:as|how|so|too|that|not|no|any)|n't) (?:many|much|a lot|significant|considerable|"
    r"huge)",
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    told = {sentence.start for sentence, _ in figures(draft)}
    low = lowered(draft.text)
    hits: list[Hit] = []
    weight = 0
    in_result = False
    for sentence in draft.sentences("action", "result"):
        for match in _words(low, sentence):
            strong = match[0] != "many" and sentence.start not in told
            weight += 2 if strong and sentence.part == "result" else 1
            in_result = in_result or sentence.part == "result"
            hits.append(Hit(start=match.start(), end=match.end()))
    if in_result and weight >= _ENOUGH:
        yield from hits


def _words(low: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    for match in _VAGUE.finditer(low, sentence.start, sentence.end):
        begin = max(sentence.start, match.start() - _BACK)
        if not _NOT_VAGUE.search(low, begin, match.end()):
            yield match


RULE = Rule(
    code="E04",
    name="vague-magnitude",
    family="evidence",
    severity="advice",
    cost=2,
    most=4,
    message="This word stands where a figure belongs; everyone hears another size in it.",
    remedy="Put a figure or a range in its place (“about a third”, “from ten to four”), or leave "
    "the word out.",
    find=_find,
)
