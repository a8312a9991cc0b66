"""Finds conflicts in which the other side is never heard.

What it does
Takes a story for a conflict when it says so ("we disagreed", "I told her no") or when it runs
somebody down. It then looks for the other side: why they saw it so, what they feared or wanted, a
question put to them, a point granted. It reports the conflict when there is nothing of the kind.
"He sulked" and "she muttered something" are no view.

Why
The guide asks for the other side to be heard in every story of conflict. An interviewer assumes
that the other person had reasons, and a teller who knows them sounds like somebody to work with.

Example
"The buyer and I disagreed about the contract. I told him he was wrong and went ahead."

Use instead
"The buyer and I disagreed about the contract. He had been let down by that firm before, so we
wrote a way out into the first year."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.attacks_character import insults
from storyloop.reading.plain import plain

_CONFLICT = re.compile(
    r"\b(?:conflict\b|disagreed\b|disagreement (?:with|between|over|about)\b|clash(?:ed)?\b|"
    r"quarrell?ed\b|stand-?off\b|fell out\b|falling out\b|bad feeling\b|at loggerheads\b|row "
    r"with\b|argu(?:ed|ments?) with\b|i(?:'d)? told (?:him|her|them) (?:straight|no|so|twice)\b|"
    r"fought me\b|wouldn't hear of\b|overruled\b|voted me down\b|didn't get on\b|dispute with\b)"
)
_HEARD = re.compile(
    r"\b(?:because (?:he|she|they) (?:was|were|had|needed|wanted|felt|feared|thought|couldn't)|"
    r"(?!(?:i|we|it|that|which|this)\b)\w+ (?:explained|feared|argued|replied|answered|pointed "
    r"out|worried|was worried|were worried|was afraid|were afraid|was frightened|admitted|"
    r"reckoned)\b|(?:he|she|they) (?:believed|felt|thought)\b|(?:he|she|they)(?: then| just)? "
    r"(?:said|says|told me|goes)(?: that)?(?:,| he| she| they| it| if| the|:| we| there| his| her|"
    r" their| in| after)|asked (?:him|her|them|both|what (?:he|she|they) (?:needed|feared|wanted)|"
    r"why (?:he|she|they))\b|(?:his|her|their|whose) (?:reasons?|worry|worries|point|view|side|"
    r"argument|concerns?|fear|case)\b|(?:had|has) a (?:good |fair )?(?:point|reason|case)\b|"
    r"listen(?:ed|ing)? to (?:him|her|them|both|what|why)\b|heard (?:him|her|them) out\b|in "
    r"(?:his|her|their) (?:place|shoes|eyes)\b|(?:he|she|they) (?:was|were|had been) right\b|"
    r"(?:he|she|they) wasn't wrong\b|from (?:his|her|their) (?:side|point)\b|i (?:could see|"
    r"understood|understand) (?:why|that|his|her|their)\b|what (?:he|she|they) (?:needed|feared|"
    r"was worried|were worried|meant)\b|each of (?:them|us) )"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = own_words(draft.text)
    fight = _first_fight(said)
    if fight and not _HEARD.search(plain(draft.text)):
        yield fight


def _first_fight(said: str) -> Hit | None:
    conflict = _CONFLICT.search(said)
    if conflict:
        return Hit(start=conflict.start(), end=conflict.end())
    return next(iter(insults(said)), None)


RULE = Rule(
    code="P04",
    name="unheard-side",
    family="people",
    severity="warning",
    cost=5,
    most=5,
    message="In this conflict we never learn how the other side saw it.",
    remedy="Give their reason in a sentence, as they would put it themselves, and say how you came "
    "to know it.",
    find=_find,
    preview=True,
)
