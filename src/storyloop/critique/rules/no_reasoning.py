"""Finds actions told without a single reason.

What it does
Reports an action of at least three sentences and 25 words in which nothing says why: no "because",
no purpose, no finding that led to the step, no contrast. It also reports a step that is put down to
a feeling ("I can't tell you why", "it just felt right"). Where even one step has a reason the rule
keeps quiet, as it cannot know which of your steps was the decisive one.

Why
The action holds what you did, why you did it so, and the trade-offs. Deeds alone can be copied from
anybody; the reasons are yours, and they are what the next question is about.

Example
"I called a meeting. I made a list of the rooms. I gave each room to one person."

Use instead
"I gave each room to one person, because in the shared ones everybody had waited for somebody else
to order the paint."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

_GUT = Pattern(
    r"\b(?:(?:can(?:'t|’t|not) (?:really )?(?:tell|say|explain) (?:you )?why|(?:don't|don’t|"
    "do not) know why|i just (?:thought|felt|figured),? (?:give|let's|let me|try|go|why not|"
    "do)|just (?:a )?(?:gut|feeling|hunch|instinct)|(?:had|with) (?:a|this|my) (?:good |"
    r"bad )?(?:gut )?(?:feeling|hunch) (?:about (?:it|her|him|them|this|that)\b)|for (?:some|"
    "no) (?:particular )?reason|it just (?:felt|seemed) right|no (?:particular )?reason))"
)
_WHY = Pattern(
    r"\b(?:(?:because|cos|'cause|cause|since|as (?:\w+ing|i|we|it|he|she|they|the|that|there|"
    r"a|her|his|my|our|new|most|no|you)\b|so (?:that|as|nobody|no one|they|he|she|it|people|"
    r"everyone|the)\b|in order|otherwise|or else|would(?:'ve|’ve|n't)?|reason|meant|"
    r"given (?:that|the|how)|due to|so i|so we|if|needed|too \w+|for fear|wanted|only|but|"
    "not enough|in case|rather|instead|than|could(?:'ve|n't)?|needs?|must|can't|cannot|"
    "nobody|never|i'd|had to|which|although|though|saw|found|noticed|that's why|figured|"
    r"knew)\b)|[:;]"
)

_LEAST = 3
_ENOUGH_WORDS = 25


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = draft.plain
    told = list(draft.sentences("action"))
    for sentence in told:
        felt = _GUT.search(said, sentence.start, sentence.end)
        if felt:
            yield Hit(start=felt.start(), end=felt.end())
            return
    if len(told) < _LEAST or draft.part_words("action") < _ENOUGH_WORDS:
        return
    if not any(_WHY.search(said, sentence.start, sentence.end) for sentence in told):
        yield Hit(start=told[0].start, end=told[0].end)


RULE = Rule(
    code="J03",
    name="no-reasoning",
    family="judgement",
    severity="advice",
    cost=3,
    most=3,
    message="The action says what you did and nowhere why.",
    remedy=(
        "Pick the step that decided the matter and add its reason: what you had seen, or what "
        "it was to achieve."
    ),
    find=_find,
    preview=True,
)
