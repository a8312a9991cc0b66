"""Finds stories in which nobody but the teller appears.

What it does
Looks for any other person or group: he, she or somebody by name, "my manager", "the residents",
anybody who says or wants something. It reports the story when there is none. "We", "nobody" and
"people" in general do not count, since nobody can be seen in them.

Why
Hardly any work is done without others, and interviewers probe for them: who wanted it, who was in
the way, who noticed the difference. The stakeholders are among the things that the guide asks you
to write down for every story.

Example
"Stock records were out by nine per cent. I recounted two aisles a night and corrected the system.
In May they were out by one."

Use instead
"The pickers kept finding empty bays. I recounted two aisles a night, with Jo from the night shift,
and by May they had stopped complaining."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS
from storyloop.reading.people import PEOPLE

_PRONOUNS = frozenset(
    {"he", "she", "him", "her", "his", "hers", "himself", "herself", "who", "whom"}
)
# Nobody in particular, and nouns that are as often things.
_NOBODY = frozenset(
    "nobody no-one anybody anyone somebody someone everybody everyone people person others folk "
    "user users agency agencies head heads major majors provider providers host hosts guide "
    "guides runner runners reader readers printer company companies board cabinet firm firms "
    "department departments server party guard guards tester testers trader leader champion "
    "player players baby court union government college half sole author band status staff group "
    "groups manufacturer mains "
    "rival couple ms official expert specialist junior senior master cook owner member members "
    "police".split()
)
_MORE = frozenset(
    "warden wardens marshal marshals cyclist cyclists juror jurors dad mum gran nan villager "
    "villagers shopper "
    "foremen craftsmen tradesmen workmen businessmen councilmen chairwoman saleswomen policewomen "
    "bricklayer bricklayers plasterer plasterers roofer roofers scaffolder scaffolders labourer "
    "labourers picker pickers packer packers loader loaders sorter sorters shepherd farmhand "
    "farmhands grandparent grandparents grandson granddaughter twins bride groom subcontractor "
    "subcontractors therapist therapists anaesthetist matron dietitian radiographer podiatrist "
    "rabbi "
    "imam scout scouts cadet cadets corporal lieutenant recruit recruits platoon refugee refugees "
    "shoppers protester protesters hiker hikers fan fans viewer viewers listener listeners".split()
)
_PEOPLE = (PEOPLE - _NOBODY) | _PRONOUNS | _MORE
# "The tax people", "the police": a group that can be met.
_GROUP = Pattern(
    r"(?<!across )\bthe (?:[a-z]+ )?(?:police|people|board|council|staff|team|union|agency|users|"
    r"couple(?! of))\b|\bthat lot\b|\d people\b|\bms [a-z]{2,}|\b(?:finance|sales|legal|marketing|"
    r"procurement|purchasing|engineering|security|support|head office|management|operations|"
    r"compliance|payroll|planning|production|maintenance) (?:had |has |then |also )?(?:worried|"
    r"wanted|"
    r"said|asked|told|agreed|refused|thought|feared|objected|insisted|argued|complained|approved|"
    r"rang|noticed|didn't|wouldn't|hadn't|kept asking)\b"
)
# What the teller was is nobody else: "I was an intern", or "Site supervisor;" at a line's head.
_I_WAS = Pattern(
    r"\b(?:i was|i'm|i am|i'd been|i became|i worked as|as|being) (?:only |just |then |still )?an? "
    r"(?:[a-z-]+ ){0,2}$"
)
_HEADED = Pattern(r"(?:^|\n)[-*•–\d. ]*(?:[a-z-]+ ){0,2}$")
_BACK = 50
_WORD = Pattern(r"[a-zà-ÿ]+(?:-[a-z]+)*")
# A name in the middle of a sentence that says, asks or does something.
_NAME_ACTS = Pattern(
    r"(?<=[a-z,;] )[A-Z][a-z]{2,}(?:'s|’s)?(?: [A-Z][a-z]+)? (?:said|says|told|asked|wanted|"
    r"called|rang|agreed|thought|and I|from [a-z]+|had|was|who|came|went|took|gave|helped|wrote|"
    r"noticed|pointed|refused|the [a-z]+(?:,| who))"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.words < ENOUGH_WORDS:
        return
    said = draft.plain
    if any(_others(said)) or _NAME_ACTS.search(draft.text) or _GROUP.search(said):
        return
    first = next(draft.sentences("action"), draft.reading.sentences[0])
    yield Hit(start=first.start, end=first.end)


def _others(said: str) -> Iterator[bool]:
    """Yield for each word for a person whether it is somebody else than the teller.

    They come one by one, since most stories have somebody in their first few words.
    """
    for match in _WORD.finditer(said):
        if match[0] in _PEOPLE:
            start, after = match.start(), said[match.end() : match.end() + 1]
            back = max(0, start - _BACK)
            headed = after == ";" and _HEADED.search(said, back, start)
            yield not headed and not _I_WAS.search(said, back, start)


RULE = Rule(
    code="P08",
    name="no-stakeholder",
    family="people",
    severity="advice",
    cost=3,
    most=3,
    message="Nobody but you appears in this story.",
    remedy="Say who wanted it, who helped or doubted, and who noticed the difference.",
    find=_find,
)
