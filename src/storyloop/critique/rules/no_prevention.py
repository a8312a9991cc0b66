"""Finds incidents that were put right and could happen again tomorrow.

What it does
Looks for a mishap in the situation or the task (a mistake, a breakdown, a mix-up, an accident) and,
in the result and the reflection, for anything that keeps it from coming back: a check, a rule, a
new habit, "since then". It reports the story when there is nothing and the telling makes light of
the matter, denies it or puts it at somebody else's door as well.

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

from collections.abc import Iterator

from storyloop.critique.alternatives import any_of
from storyloop.critique.defences import defences, mishaps
from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_PREVENTED = any_of(
    r"nowadays|(?:there(?:'s| is)|we|i|they|which|are|is|every\w+|"
    r"people) (?:\w+ ){0,4}?now|now (?:i|we|they|the|there|every|it)|these days|since(?: then)?|"
    r"ever since|from (?:then|that \w+|now|there) on|never again|(?:not|never|hasn't|haven't|"
    r"hasn’t|n't) (?:\w+ )?(?:happened|come back|recurred|had one)|(?:every|"
    r"each) (?:\w+ )?(?:time|morning|week|month|shift|evening|one|new|batch|job|night|bag|card|"
    r"change|letter|monday|friday)|checklists?|double-check\w*|rules?|procedure|policy|alarms?|"
    r"alerts?|labelled now|on labels|labelled|second (?:person|signature|pair)|training|trained|"
    r"new (?:step|form|rule|check|system|procedure|sheet|box|line)|replaced|rewrote|redesign\w*|"
    r"brought in|introduced|added|automatic\w*|padlock|locked|(?:a|the) standard for|"
    r"still (?:use|used|in use|there|do)|so (?:that )?(?:it|nobody|no one|this|they|"
    r"we) (?:can't|couldn't|could never|cannot|would never)|can't happen|any ?more|no longer|"
    r"prevent\w*|template|habit|hook|permanent\w*|all eleven|is (?:checked|tested|signed)|"
    r"are (?:checked|tested|signed)|(?:i|we|they) (?:now )?always"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or not any(draft.sentences("action")):
        return
    said = plain(draft.text)
    told = mishaps(draft)
    if not told:
        return
    for sentence in draft.sentences("result", "reflection"):
        if _PREVENTED.search(said, sentence.start, sentence.end):
            return
    if defences(said):
        start, end = told[0]
        yield Hit(start=start, end=end)


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
