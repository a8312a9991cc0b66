"""The result says only that something was delivered, and not what it changed for anybody.

What it does
Looks at a result that names things made and handed over (delivered, signed off, published, went
live) and searches it for a sign of effect: something that got more or less, somebody who reacted,
what people do now, what was saved or lost. It reports the result when there is none.

Why
Delivering is the work; the result is what the work was for. The guide's table of parts describes
the result as impact in numbers and what was learned. An interviewer who hears only "it went live"
asks next whether anyone was better off.

Example
"The new induction handbook was finished in May and published on the intranet."

Use instead
"The handbook came out in May, and by autumn new nurses took their first shift alone after three
weeks, where it had been five."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.figures import lowered
from storyloop.critique.rule import Hit, Rule

_DELIVERED = re.compile(
    r"\b(?:deliver\w*|sign(?:ed)? off|sign-off|roll(?:ed)? out|went live|go-live|(?:is|are|"
    r"was) live|"
    r"live (?:on|in|since|by|from)|complet(?:ed|ion|e)|handed (?:over|in)|issued|on file|published|"
    r"documented|upload\w*|archived|closed|submitted|approved|in place|launch\w*|implement\w*|"
    r"up and running|produced|install\w*|presented|online|circulated|deployed|migrated|"
    r"released|was built|were built|accepted (?:into|without)|(?:was|were|got) (?:accepted|sent)|"
    r"sent (?:to|out)|attached|finished|put up|set up|created|designed|written|drawn up|ready)\b",
)
# Anything that tells of an effect, on figures or on people, clears the result.
_EFFECT = re.compile(
    r"\b(?:fewer|less|more|faster|quicker|cheaper|better|safer|easier|shorter|longer|higher|lower|"
    r"earlier|later|late|worse|fell|dropp\w+|rose|went (?:up|down|from)|down (?:to|from|by)|"
    r"up (?:from|by)|"
    r"came (?:down|back|in|to)|cut|halved|doubled|sav(?:ed|es|ing|ings)|cost|costs|lost|loss|"
    r"grew|gained|won|earn\w*|paid|pays|refund\w*|reduc\w+|increas\w+|improv\w+|"
    r"before|against|instead|used to|than|no longer|never|nobody|no one|nothing|none|not one|"
    r"stopped|stops|thank\w*|happy|pleased|delighted|grateful|glad|angry|annoyed|upset|"
    r"complain\w*|smil\w*|laugh\w*|cried|hugged|liked?|loved?|prais\w+|congratulat\w+|relieved|"
    r"asked|asks?|said|says|told|rang|rings|wrote|writes|ask(?:ed)? for|shook|"
    r"uses?|using|used|stayed|stays|stay|kept|keeps?|left|leaves|survived|"
    r"recovered|passed|failed|hurt|injured|died|home|able to|can now|could|works? now|"
    r"hours? (?:a|per)|since (?:then|that)|still (?!online|there|live|in place)|"
    r"promoted|hired|joined|got kept|trust\w*|missed|held|caught|found|broke|crashed|"
    r"avoid\w*|prevent\w*|without (?:a )?(?:incident|injur\w+|delay|complaint)|on time)\b"
    r"|\b(?:from|of) [\d£$€][\d,.]* ?\S{0,9} to [\d£$€]",
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    results = list(draft.sentences("result"))
    low = lowered(draft.text)
    if any(_EFFECT.search(low, sentence.start, sentence.end) for sentence in results):
        return
    made = [each for each in results if _DELIVERED.search(low, each.start, each.end)]
    if made and 2 * len(made) >= len(results):
        yield Hit(start=made[0].start, end=made[0].end)


RULE = Rule(
    code="E08",
    name="output-without-impact",
    family="evidence",
    severity="warning",
    cost=5,
    most=5,
    message="The result says what was delivered, and not what it changed for anybody.",
    remedy="Add who noticed and what became different for them: time, money, errors, complaints, "
    "or what people do now that they did not do before.",
    find=_find,
)
