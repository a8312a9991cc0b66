"""Finds tellings in which "like", "um" and "you know" stand thick.

What it does
Counts "um", "uh", "er", "you know" and the "like" that compares nothing, and reports them once
when there are at least five and more than one in twenty-five words. "You know what I mean", "it
looks like rain" and "I would like" are not counted.

Most transcribers drop "um" and "uh" without a trace. In a text that came from one, their number is
not measurable, and this rule's silence does not mean that there were none. "Like" and "you know"
usually survive.

Why
A few fillers are how people talk, and nobody minds. Overused, "like" costs more with listeners
than "uh" does (Russell et al. 2008).

Example
"So, um, I was, like, the only one there, you know, and it was, like, um, really busy."

Use instead
"I was the only one there, and it was busy." A pause where the "um" was sounds sure of itself.
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.words import tally

_FEWEST = 5
_WORDS_FOR_EACH = 25
_SIGNS = ("like", "you", "um", "uh", " er", "\ner")
_FILLER = Pattern(
    r"\b(?:u+m+|u+h+|e+r+m?|uhm)\b"
    r"|(?<!do )(?<!did )(?<!if )(?<!n't )(?<!let )(?<!what )(?<!as )(?<!than )(?<!when )\byou "
    r"know\b(?! (?:what|that|how|the|who|where|when|why|if|whether|it|them|him|her|this|an?|about|"
    r"your|my|for|from|more|better|nothing|everything|anything)\b)"
    # Set off by commas, or where nothing can be compared or liked.
    r"|(?<=, )like\b(?=,)|^like,|(?<=[.!?\n] )like,|(?<=\n)like,"
    r"|\blike (?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|"
    r"fifty|a hundred|half)\b)"
    r"|(?<=\band )like,|(?<=\bso )like,|(?<=\bbut )like,"
    r"|\b(?:and|so|but|u+[mh]|just|then|was|were|is|are|am|it's|there's|that's|be|been|have|had|"
    r"has|got|get|in|for|about|with|i|we|they|he|she|people),? like\b(?! (?:to|the|an?|my|his|her|"
    r"our|your|their|its|this|that|these|those|it|them|him|you|me|us|everyone|everybody|people|"
    r"some|most|many|all|every|any|no|other|others|in|on|at|when|with|before|as|cats|dogs)\b)"
)


def _find(draft: Draft) -> Iterator[Hit]:
    lowered = draft.text.lower()
    if sum(map(lowered.count, _SIGNS)) * _WORDS_FOR_EACH <= draft.words:
        return
    text = draft.plain
    found = list(_FILLER.finditer(text))
    if len(found) >= _FEWEST and len(found) * _WORDS_FOR_EACH > draft.words:
        first = found[0]
        said = tally(_named(match[0]) for match in found)
        yield Hit(
            start=first.start(),
            end=first.end(),
            message=f"There are {len(found)} fillers in {draft.words} words: {said}.",
        )


def _named(said: str) -> str:
    return "like" if "like" in said else said


RULE = Rule(
    code="C02",
    name="fillers",
    family="clarity",
    severity="warning",
    cost=4,
    most=4,
    message="Fillers stand thick in this telling.",
    remedy=(
        "Tell it again and pause where the filler would come; a listener hears a pause as thought. "
        "In a written story, strike them."
    ),
    find=_find,
)
