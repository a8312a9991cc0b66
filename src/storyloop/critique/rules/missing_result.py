"""Finds stories that stop before anything comes of them.

What it does
Reports a story in which no sentence tells the outcome, or only one or two that were doubtfully read
as one and say nothing that came of it. It keeps quiet where the last sentences hint at an outcome
("in the end", "as a result", a figure before and after), or the first ones do.

Why
A story without an end leaves the listener to guess whether the effort was worth it, and most guess
low. In published prepared answers the result takes about 24 % of the words. A result that fell
short counts too, told plainly.

Example
"I rewrote the rota over a weekend and put it up in the changing room for everybody to mark."

Use instead
"I rewrote the rota over a weekend and put it up in the changing room. Swaps fell from about twenty
a month to five by the summer, and two people still dislike it."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.figures import lowered
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS
from storyloop.reading import Sentence

# A last sentence whose part is less sure than this may be the result after all.
_SURE = 0.45
# A result this sure is one, whatever it says; and so is one of more sentences than that.
_SURE_RESULT = 0.82
_MANY = 3

_OUTCOME = Pattern(
    r"\b(?:as a result|in the end|the (?:result|outcome|upshot) was|since then|ever since|"
    r"to this day|which meant that|in total|saved us|paid off|no longer|never again|"
    r"(?:fell|rose|dropped|went (?:up|down)|came down|cut) (?:from|to|by)|"
    r"i (?:passed|failed|won|got (?:it|in|the (?:job|place|grade|contract)))|"
    r"(?:was|were) (?:not|never) \w+(?:ed|en)|(?:was|were) (?:released|saved|cured|rescued|"
    r"cancelled)|"
    r"nearly all of|(?:all|everything) (?:was )?(?:explained|solved|settled|found|back)|"
    r"delivered|signed off|went live)\b",
    re.IGNORECASE,
)
# What tells an outcome, where a sentence was read as one without being sure.
_CAME_OF_IT = Pattern(
    r"\b(?:now(?! which)|since|ever|in the end|eventually|after that|afterwards|within|to this day|"
    r"any ?more|won|passed|succeeded|failed|turned out|worked out|it worked|happened|made it|"
    r"agreed|accepted|signed|thank\w*|pleased|happy|happier|grateful|glad|relieved|delighted|cried|"
    r"hugged|smiled|laughed|stayed|stays|fewer|faster|quicker|better|worse|fell|rose|dropp\w+|"
    r"went (?:up|down|from|live|well|ahead|fine|badly|wrong)|halved|sav(?:ed|es|ing|ings)|cost|"
    r"lost|"
    r"improv\w+|reduc\w+|increas\w+|grew|complain\w*|complaints?|stopped|nobody|no one|never|"
    r"not one|none|still|every|these days|today|no longer|deliver\w+|launch\w+|adopted|late|chaos|"
    r"on time|recovered|survived|(?:was|were|be) (?:fine|okay|ok|able|back|safe)|all right|alright|"
    r"promoted|hired|kept (?:on|it|them)|returned|came (?:back|in|out|down|true)|sold|sales|"
    r"finished|completed|next (?:year|month|week|season|term|time)|explained|caught|found|got "
    r"(?:the|"
    r"his|her|their|my) (?:job|place|money|grade)|in use|uses?|approved|published|ready|"
    r"implemented|"
    r"home|open(?:ed)?|praised|apologised|apologized|wrote to|the (?:following|week|day|month|"
    r"year) "
    r"after)\b|%|per cent|percent"
)
# Some tell the outcome first.
_FIRST = Pattern(
    r"\b(?:now|no longer|nobody|used to|instead of|since (?:i|we|then|last)|(?:has|have) (?:\w+ )?"
    r"(?:caught|saved|been|had|not|stayed|gone|kept|sold|fallen|risen|dropped))\b"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.words < ENOUGH_WORDS:
        return
    told = [each for each in draft.reading.sentences if each.part != "reflection"]
    results = [each for each in told if each.part == "result"]
    if not told or any(each.confidence >= _SURE_RESULT for each in results):
        return
    if len(results) > _MANY or _hinted(draft, told):
        return
    if results:
        low = lowered(draft.text)
        if _FIRST.search(low, told[0].start, told[0].end) or any(
            _CAME_OF_IT.search(low, each.start, each.end) for each in results
        ):
            return
    elif draft.reading.sentences[-1].confidence < _SURE:
        return
    yield Hit(start=told[-1].start, end=told[-1].end)


def _hinted(draft: Draft, told: list[Sentence]) -> bool:
    last_third = told[-max(1, len(told) // 3) :]
    start = last_third[0].start
    return any(_OUTCOME.search(sentence.text) for sentence in last_third) or any(
        change.start >= start and change.before and change.after for change in draft.reading.changes
    )


RULE = Rule(
    code="S04",
    name="missing-result",
    family="structure",
    severity="error",
    cost=16,
    most=16,
    message="The story ends without saying what came of it.",
    remedy=(
        "Add what changed and for whom, with a number beside what it was before; if it failed, "
        "say so and what it cost."
    ),
    find=_find,
)
