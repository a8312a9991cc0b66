"""Finds running down of an employer, a team or its management.

What it does
Looks for sweeping judgements on the place: "the whole firm was a shambles", "the management only
cares about money", "that lot upstairs". A named fault in a process ("the rota was a mess") or in
your own work is left alone.

Why
The next employer hears how you will speak of them. What was wrong can nearly always be said as a
fact with a size, and then it shows what you were up against.

Example
"It was a joke of a company, and the management couldn't have cared less."

Use instead
"The firm had grown from six people to forty in a year, and nobody had been put in charge of
stock."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words, weighed
from storyloop.critique.rule import Hit, Rule

_STRONG = re.compile(
    r"\b(?:(?:joke|shambles|circus|disgrace|shame) (?:of a|for such a) (?:\w+)|only (?:cares?|"
    r"cared|caring) (?:about|in) (?:\w+ and never|money|profits?|numbers|figures|themselves|"
    r"tonnes)|(?:company|firm|management|place|board|bosses) (?:just |simply |really )?(?:doesn't|"
    r"didn't|don't) care\b(?! (?:for|which|whether|if))|couldn't (?:run a bath|organise a|decide "
    r"on the colour)|rack and ruin|that (?:lot|mob|shower)(?! (?:of|who) )|the lot (?:of them "
    r")?upstairs|those clowns|tells you (?:all|everything)(?: you need to know)? about (?:that|"
    r"them|the place)|(?:never|wouldn't|would not)(?: ever)?(?: again)? (?:work|go back) (?:for "
    r"(?:people|them|that|a firm|a company)|there)|run by (?:people who|idiots|amateurs|"
    r"accountants|children|clowns)|(?:glad|relieved) to (?:leave|get out|be out)(?=[.,;]|$| of "
    r"(?:there|that))|what they're like|typical (?:of|for) (?:that|the|this) (?:\w+ )?(?:company|"
    r"firm|place|management|bank|council|school|hospital)|everything (?:else )?in that "
    r"(?:building|place)|sinking ship|cowboy (?:outfit|firm)|so-called (?:management|leadership|"
    r"managers?|leaders?|team)|no use whatever|could add up|all they (?:ever )?(?:care|cared|"
    r"think|thought) (?:about|of)|too (?:mean|stingy) to|don't spend a|worst(?: \w+)? (?:company|"
    r"firm|place|employer|boss|team))\b"
)
_WEAK = re.compile(
    r"\b(?:circus|madhouse|penny-pinching|all spreadsheets|on the cheap|sweep it under|"
    r"photographed with|congratulating (?:one another|themselves|each other)|private club|like it "
    r"was their idea|not one of the (?:family|board|management)|no idea what they were doing|in "
    r"that (?:building|place|company)|ivory tower|habit of (?:squeezing|blaming|ignoring)|"
    r"mismanaged|years behind|out of touch|as usual|the only language|nobody in that (?:office|"
    r"place|building)|for the sake of (?:his|her|their) bonus)\b"
)
_VERDICT = re.compile(
    r"\b(?:an? (?:absolute |complete |total |bit of a |real )?(?:shambles|mess|joke|disgrace|"
    r"circus|madhouse|laughing stock)|chaotic|badly run|clueless|rotten|toxic|shambolic|"
    r"disorganised|incompetent|mismanaged|greedy|stingy|amateurish|pathetic|hopeless)\b"
)
_PLACE = (
    r"\b(?:place|company|firm|depot|bank|charity|committee|board|management|museum|school|"
    r"hospital|office|team|department|council|agency|employer|outfit|club|organisation|factory|"
    r"practice|university|branch|owners|bosses|directors|mob runs it|group)\b"
)
_OF_THE_PLACE = re.compile(
    rf"{_PLACE}(?: i \w+(?: as [\w ]{{0,30}})?| then| there| as a whole)?,? (?:was|is|were|"
    rf"are)[ ,](?:[a-z]+,? ){{0,3}}$"
)
_THE_PLACE = re.compile(rf" {_PLACE}")
_BACK = 80


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = own_words(draft.text)
    for match in _VERDICT.finditer(said):
        back = max(0, match.start() - _BACK)
        if _OF_THE_PLACE.search(said, back, match.start()) or _THE_PLACE.match(said, match.end()):
            yield Hit(start=match.start(), end=match.end())
    yield from weighed(said, _STRONG, _WEAK)


RULE = Rule(
    code="P06",
    name="negative-about-employer",
    family="people",
    severity="warning",
    cost=6,
    most=12,
    message="This runs down the people or the place you worked for.",
    remedy="Name the one thing that was wrong, as a fact with a size, and leave the verdict out.",
    find=_find,
    preview=True,
)
