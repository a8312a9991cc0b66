"""Finds incidents that were put right and could happen again tomorrow.

What it does
Looks for a mishap in the situation or the task (a mistake, a breakdown, a mix-up, an accident) and,
in the result and the reflection, for anything that keeps it from coming back: a check, a rule, a
new habit, "since then". It reports the story when there is nothing and the telling makes light of
the matter, denies it or puts it at somebody else's door as well, or says that all is as before.

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

_PREVENTED = any_of(
    r"nowadays|(?:there(?:'s| is)|we|i|they|which|are|is|every\w+|"
    r"people) (?:\w+ ){0,7}?now|now (?:i|we|they|the|there|every|it)|these days|since(?: then)?|"
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
# Words that a mishap is often told with, and much else.
_SIGNS = any_of(
    r"twice over|came down|cut(?: off| through)?|(?:went|sent|paid) to (?:him|her|them|the wrong)|"
    r"should (?:go|have gone) to|mould|wrong(?:ly)?|broken?|dies|died|nearly|lost|spoil(?:t|ed)|"
    r"fell|"
    r"went (?:out|off|down)|switched off|expired|missed|burst|leak\w*|fault\w*|crack\w*|smash\w*|"
    r"stuck|without connection|injur\w+|bleed\w*|fainted|nobody (?:rang|called|noticed|checked)|"
    r"forgot\w*|never (?:sent|rang|checked|written)|dropped|jammed"
)
# Who says that all is as it was says that it can come again.
_UNCHANGED = any_of(
    r"(?:exactly|just|all|much|is|are|was) (?:as|like|the same as) (?:before|always|ever)|"
    r"carr(?:y|ied) on (?:the same|as (?:before|always|usual|ever))|continued (?:to work )?as "
    r"(?:before|"
    r"always|usual)|nothing (?:\w+ )?(?:has |was )?(?:ever )?changed|still looks the same|could be "
    r"anyone next|could happen (?:again|to anyone|tomorrow)|(?:said|spoke|heard) (?:any ?more|more|"
    r"anything more|no more) (?:about|of) it|case (?:file )?closed|that was the end of it|(?:it )?"
    r"happened again since"
)
_MUCH = 3


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or not any(draft.sentences("action")):
        return
    said = draft.plain
    named = mishaps(draft)
    signs = named or [
        found.span()
        for sentence in draft.sentences("situation", "task")
        for found in _SIGNS.finditer(said, sentence.start, sentence.end)
    ]
    if not signs:
        return
    after = list(draft.sentences("result", "reflection"))
    unchanged = any(_UNCHANGED.search(said, each.start, each.end) for each in after)
    if not unchanged and any(_PREVENTED.search(said, each.start, each.end) for each in after):
        return
    # What is not called a mishap may be one, where much is said against having caused it.
    if unchanged or defences(said) >= (1 if named else _MUCH):
        start, end = signs[0]
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
