"""Finds principles that are claimed and nowhere shown.

What it does
Looks for a principle that the answer claims, and searches the story for the least trace of it:
customers for Customer Obsession, money or thrift for Frugality, haste for Bias for Action, looking
closely for Dive Deep, somebody who was taught for developing people, a wider reach for Think Big.
It reports the claim when there is no trace. Principles that show themselves in too many ways to be
looked for, such as Ownership, are never reported.

Why
An interviewer writes down what you did and decides for themselves what it shows. A claim that the
story does not carry casts doubt on the rest of it, and it is the first thing to be probed.

Example
"I rewrote the opening hours on the door. To me that shows customer obsession."

Use instead
"I asked the people who stood outside at half past eight when they would need us, and changed the
hours on the door."
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import Named, own_words, principles_named
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Sentence

_CUSTOMERS = (
    r"customers?|clients?|guests?|patients?|passengers?|users?|buyers?|shoppers?|readers?|"
    r"tenants?|residents?|viewers?|listeners?|diners?|pupils?|students?|parents?|famil(?:y|ies)|"
    r"subscribers?|callers?|applicants?|borrowers?|visitors?|donors?|households?"
)
# The words of which at least one is to be expected where a principle is shown.
_TRACES = {
    "customer-obsession": _CUSTOMERS,
    "frugality": r"cost\w*|cheap\w*|spen[dt]\w*|budget\w*|money|expens\w+|price\w*|free|borrow\w*|"
    r"second-hand|scrap|re-?us\w+|left over|overtime|hir(?:e|ing)|without (?:any |extra |new )\w+|"
    r"rather than (?:buying|hiring|taking on)|instead of (?:buying|hiring)|penn(?:y|ies)|wages?",
    "think-big": r"across|everywhere|every (?:site|shop|school|team|ward|branch|office|country)|"
    r"nation\w*|countr(?:y|ies)|regions?|\w*wide|roll\w* (?:it )?out|thousands?|millions?|"
    r"scale[ds]?|standard|model for|long[- ]term|other (?:sites|teams|departments|schools|"
    r"branches|shops|wards|depots|plants|offices|councils|hospitals)|from then on|copied|"
    r"double[ds]?|tripled",
    "bias-for-action": r"same (?:day|evening|night|afternoon|morning|hour)|at once|straight ?away|"
    r"immediately|without waiting|(?:didn't|did not|couldn't|rather than) wait\w*|overnight|that "
    r"(?:very )?(?:night|evening|afternoon|morning|day)|within (?:the|an|\w+) (?:hours?|minutes)|"
    r"on the spot|there and then|by (?:lunch\w*|noon|midnight|evening|morning)|before anyone|"
    r"quickly",
    "dive-deep": r"look\w* (?:into|at|through|up|for|back)|check\w*|compar\w+|count(?:ed|ing)|"
    r"measur\w+|"
    r"trac(?:e|ed|ing)|read|went through|found|pulled|dug|dig|test\w*|figures|ask\w* (?:why|each|"
    r"every|how|what)|cause|matched|listened|sampled?|records?|data|logs?|broke \w+ down|noticed",
    "hire-and-develop-the-best": r"train\w*|coach\w*|mentor\w*|taught|teach\w*|apprentice\w*|"
    r"promot\w+|trainees?|beginners?|newcomers?|juniors?|interns?|learn(?:ed|t)? to|"
    r"show(?:ed)? (?:him|her|them) how|hired|recruit\w*|interview\w*",
    "decisive": r"i (?:\w+ )?(?:decid\w+|chose|stopped|ruled|picked|settled|refused|said no)",
    "courage": r"risk\w*|afraid|fear\w*|scared|refus\w+|said no|told (?:him|her|them|the|my)|stood|"
    r"stand|against|nervous|owned up|admit\w*|spoke up|danger\w*|alone|face to face|confess\w*",
    "innovation": r"invent\w*|new|first|tried|idea|built|design\w*|made|instead|experiment\w*|"
    r"test\w*",
    "invent-and-simplify": r"invent\w*|simpl\w+|new|idea|built|design\w*|made|instead|one (?:form|"
    r"page|"
    r"sheet|list|card)|fewer|cut|tried|replac\w+|without|short\w*|merged|dropped|template|"
    r"automat\w+",
    "inclusion": r"everyone|everybody|each|all of|deaf|blind|wheelchair|languages?|women|"
    r"translat\w+|ramp|"
    r"join\w*|left out|quiet\w*",
    "compassion": r"listen\w*|sat with|cry\w*|tears|worried|afraid|upset|held|visit\w*|comfort\w*|"
    r"home|"
    r"sick|ill|grie\w+|sorry|time for|asked (?:him|her|them)",
    "empathy": r"listen\w*|sat with|asked|worried|afraid|upset|tears|how (?:he|she|they) felt|"
    r"understood|"
    r"heard|said|needed|feel\w*",
    "resilience": r"again|setback|fail\w*|carried on|kept|after (?:the|that)|second|tired|stopped|"
    r"late|"
    r"refused|turned down|lost|wrong|despite|even so|broke|hard|until",
    "loyalty": r"stay\w*|stood by|years|left|kept|promis\w+",
    "learn-and-be-curious": r"learn\w*|read|asked|why|wonder\w*|course|curious|watch\w*|visit\w*|"
    r"studied|"
    r"question\w*|taught|tried|found out|looked",
    "earn-trust": r"trust\w*|ask\w*|listen\w*|told|promis\w+|admit\w*|apolog\w+|honest\w*|"
    r"open\w*|explain\w*|kept|sorry|said",
}
_TRACE = {name: Pattern(rf"\b(?:{words})\b") for name, words in _TRACES.items()}
_PEOPLE_FIRST = Pattern(
    r"\b(?:put|puts|putting) (?:my |the |our )?(?:people|team|staff|customers?|clients?|"
    r"patients?|guests?) first\b"
)
_CARED_FOR = Pattern(
    r"\b(?:he|she|him|her|them|asked|listened|staff|team|crew|colleagues?|workers?|"
    + _CUSTOMERS
    + r")\b"
)


_LIST = 5  # nothing that is told shows so many at once
# These are shown by what was done, and by nothing that stood in the way.
_BY_DEEDS = frozenset({"dive-deep", "think-big", "bias-for-action", "decisive"})


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    named = principles_named(draft)
    said = own_words(draft.text)
    first = _PEOPLE_FIRST.search(said) if " first" in said else None
    if not named and not first:
        return
    said = _without_names(said, named)
    done = _without_claims(said, draft.sentences("action", "result"), named, first)
    told = _without_claims(said, draft.sentences(), named, first)
    unshown = {
        principle
        for principle in {each.principle for each in named}
        if (trace := _TRACE.get(principle))
        and not trace.search(done if principle in _BY_DEEDS else told)
    }
    listed = Counter(each.sentence.start for each in named)
    for each in named:
        if each.principle in unshown or listed[each.sentence.start] >= _LIST:
            yield Hit(start=each.start, end=each.end)
    if first and not _CARED_FOR.search(told):
        yield Hit(start=first.start(), end=first.end())


def _without_names(said: str, named: tuple[Named, ...]) -> str:
    pieces: list[str] = []
    end = 0
    for each in named:
        pieces += said[end : each.start], " " * (each.end - each.start)
        end = each.end
    return "".join(pieces) + said[end:]


def _without_claims(
    said: str,
    sentences: Iterable[Sentence],
    named: tuple[Named, ...],
    first: re.Match[str] | None,
) -> str:
    """Return what `sentences` tell, without those that only claim."""
    claims = {each.sentence.start for each in named if each.sentence.part != "action"}
    return " ".join(
        said[sentence.start : sentence.end]
        for sentence in sentences
        if sentence.start not in claims
        and not (first and sentence.start <= first.start() < sentence.end)
    )


RULE = Rule(
    code="L02",
    name="unshown-principle",
    family="principles",
    severity="warning",
    cost=4,
    most=8,
    message="The answer claims this, and nothing in the story shows it.",
    remedy="Tell the step in which it could be seen, or leave the claim out.",
    find=_find,
)
