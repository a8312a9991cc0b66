"""Finds incidents that were put right and could happen again tomorrow.

What it does
Looks for a mishap in the situation or the task (a mistake, a breakdown, a mix-up, an accident) and,
in the result and the reflection, for anything that keeps it from coming back: a check, a rule, a
new habit, "since then". It reports the story when there is nothing and the telling makes light of
the matter or puts it elsewhere as well.

Why
"What prevents a recurrence?" is one of the follow-up questions to have ready for each story.
Putting something right is the smaller half of the work; the larger one is that nobody has to do
it a second time.

Example
"The wrong dose went out by mistake. I rang the family, and luckily nobody was hurt."

Use instead
"The wrong dose went out by mistake. I rang the family at once, and since that week the two
look-alike boxes stand on different shelves."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_MISHAP = re.compile(
    r"\b(?:mistakes?|an? error|failures?|failed (?:a|me|in)|broke down|packs? up|"
    r"packed up|contaminat\w*|mix-up|mixed up|wrong (?:\w+ )?(?:number|person|account|"
    "letter|file|dose|drug|address|list|price|order|way|room)|incident|accident|outage|"
    "cut off from|hacked|encrypted|got dropped|by mistake|(?:didn't|did not|hadn't|"
    "never) get (?:booked|sent|checked|ordered)|breach|unfortunate|out of order|"
    "double payment|twice by|slide went|power went|cell counts|no labels|the (?:wrong|"
    "cable|pipe)|dirty|two times|dead (?:cable|line)|hurt|injured|current on it|"
    "salaries in it|leaked|lost (?:the|a|an|all)|spilled|spilt|burnt|crashed|collapsed|"
    r"flooded)\b",
)
_MADE_LIGHT = re.compile(
    r"\b(?:should(?:'ve| have)|meant to|supposed to|no harm|nobody was hurt|"
    "wasn't (?:really )?(?:down to )?me|not (?:really )?(?:down to )?(?:me|my)|harsh|"
    "i(?:'ve| have| had)? never (?:really |actually )?(?:made|had|failed)|i (?:can't|"
    "wouldn't|don't) (?:say|think of|regard)|whoever|nobody (?:had )?told|luckily|lucky|"
    "the usual|no problem|fine|not a failure|overnight|unfair|back (?:flying|to normal|"
    r"on|in)|again)\b",
)
_PREVENTED = re.compile(
    r"\b(?:now(?:adays)?|these days|since(?: then)?|ever since|from (?:then|that \w+|now|"
    r"there) on|never again|(?:not|never|hasn't|haven't|hasn’t|n't) (?:\w+ )?(?:happened|"
    r"come back|recurred|had one)|(?:every|each) (?:\w+ )?(?:time|morning|week|month|"
    "shift|evening|one|new|batch|job|night|bag|card|change|letter|monday|friday)|"
    r"checklists?|double-check\w*|rules?|procedure|policy|alarms?|alerts?|labels?|"
    "labelled|second (?:person|signature|pair)|training|trained|new (?:step|form|rule|"
    r"check|system|procedure|sheet|box|line)|replaced|rewrote|redesign\w*|brought in|"
    r"introduced|added|automatic\w*|padlock|locked|standard|still (?:use|used|in use|"
    "there|do)|so (?:that )?(?:it|nobody|no one|this|they|we) (?:can't|couldn't|"
    r"could never|cannot|would never)|can't happen|any ?more|no longer|prevent\w*|"
    r"template|habit|hook|permanent\w*|all eleven|is (?:checked|tested|signed)|"
    r"are (?:checked|tested|signed)|always)\b",
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or not any(draft.sentences("action")):
        return
    said = plain(draft.text)
    mishaps = [
        found.span()
        for sentence in draft.sentences("situation", "task")
        for found in _MISHAP.finditer(said, sentence.start, sentence.end)
    ]
    if not mishaps:
        return
    for sentence in draft.sentences("result", "reflection"):
        if _PREVENTED.search(said, sentence.start, sentence.end):
            return
    for sentence in draft.sentences("situation", "task", "result"):
        if _MADE_LIGHT.search(said, sentence.start, sentence.end):
            start, end = mishaps[0]
            yield Hit(start=start, end=end)
            return


RULE = Rule(
    code="R03",
    name="no-prevention",
    family="reflection",
    severity="warning",
    cost=4,
    most=4,
    message="The incident was put right, but nothing in the story keeps it from coming back.",
    remedy=(
        "Add what you changed so that it cannot happen the same way again, and who looks "
        "after that now."
    ),
    find=_find,
    preview=True,
)
