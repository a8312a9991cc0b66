"""Finds a fault that is put on somebody else.

What it does
Looks for turns that pass the fault on: "it was their fault", "he should have checked", "it wasn't
down to me", "whoever wrote it". A plain cause that lies with somebody else is no blame, nor is a
fault that you take on yourself, so "they missed the date because I had briefed them badly" is left
alone, as is anything in quotation marks.

Why
The guide's advice for conflict stories is humility, the other side heard, and no blame. A listener
who hears where the fault lay hears nothing of what you could have done about it.

Example
"The order went out twice, but that was the warehouse; somebody there should have checked it."

Use instead
"The order went out twice. The warehouse had missed it and so had I, so I added a line to the form
that both of us sign."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words, weighed
from storyloop.critique.rule import Hit, Rule

_STRONG = re.compile(
    r"\b(?:(?:his|her|their|the \w+'s|my \w+'s|somebody else's|someone else's) (?:own )?fault|"
    r"fault of the|fault (?:was|lay|lies) (?:in|with) (?!me|us|my|our)|(?:(?:no|any) fault of "
    r"(?:my|our)|nothing to do with (?:me|my))|(?:not|wasn't|weren't|isn't|never)(?: really| even|"
    r" just| entirely| all| only)* (?:my (?:own )?(?:fault|mistake|doing|error)|down to me(?! to)|"
    r"just me|even from me)|(?:not|none of it) was my (?:fault|doing)|(?:down to|because of|"
    r"thanks to|the fault of) whoever|(?<!to )(?<!with )(?<!for )(?<!of )whoever (?:had )?(?:let|"
    r"put|planned|wrote|built|wired|did|left|designed|set|ordered|made|fitted|installed|signed|"
    r"packed|bought)\b(?! (?:it )?(?:to|and))|whose (?:problem|fault) it (?:was|is)|before my "
    r"time|(?:had|'d|they|he|she|who) let (?:me|us|him|her|the \w+) down|(?:not one of them|none "
    r"of them|hadn't|never|didn't) (?:had )?lift(?:ed)? a finger|(?:hadn't|didn't|never|not) "
    r"(?:even )?bothered?(?: to)?|(?:did|done|doing|do) (?:his|her|their) (?:own )?jobs?(?: "
    r"properly)?|was (?:all |really |entirely |mostly )*down to (?:him|her|them|the)|dropped the "
    r"ball|(?:only|just) (?:themselves|himself|herself) to blame|(?:was|were|is|are) to blame|i "
    r"(?:still )?blame|(?:can't|couldn't|don't) blame me|my (?:part|side|end|work|bit)(?: of it)? "
    r"(?:was|had been) (?:fine|right|correct|done|perfect)|i did (?:my (?:part|bit|job)|"
    r"everything right|nothing wrong)|what do you expect|(?:of|to|from|on) (?:their|his|her) "
    r"(?:own )?(?:carelessness|negligence|sloppiness|incompetence|laziness)|brushed (?:it|us|me|"
    r"him|her) off|if (?:he|she|they|my \w+|the \w+)(?: had|'d) (?:only |just |simply |ever "
    r")?(?:listened|checked|told|done|read|looked|asked|warned|answered|bothered|tried))\b"
)
_WEAK = re.compile(
    r"\b(?:(?:nobody|no one|no-one)(?: had|'d)?(?: even| ever)? (?:told|warned|briefed|explained|"
    r"trained|showed|shown|informed)(?: to)? (?:me|us)|(?:they|he|she|who) never (?:said|told|"
    r"asked|checked|came|warned|answered)|i (?:was|had|'d|wasn't|hadn't)(?: been)? (?:never |not "
    r")?(?:properly )?(?:been )?(?:trained|briefed|warned)|(?:set up|built|done|wired|planned|"
    r"made|written|filed|packed|run|designed|organised|labelled|translated) (?:so |very "
    r")?(?:badly|wrongly|carelessly)|badly (?:set|built|made|written|designed|organised|planned)|"
    r"(?:had )?set it wrong|somebody (?:had )?(?:left|forgotten|forgot)|without (?:looking|"
    r"reading|checking|testing|even)|as they (?:always )?do|that(?:'s| was) them|(?:more|rather) "
    r"with (?:her|him|them) than|that's (?:what they're there for|his job|her job|their job)|"
    r"clear whose|that was (?:the|because the|because) (?:drawings|roster|software|system|"
    r"planners?|suppliers?|drivers?|office|it|\w+ went|\w+ had)|wants shooting|(?:was|were) "
    r"asleep|(?:they|he|she|who) (?:had |'d )?(?:simply |just |clearly )?(?:forgot|forgotten|"
    r"ignored|neglected|messed|botched|overlooked|couldn't be bothered)|(?:gave|given|sent) (?:me|"
    r"us) the wrong|wrong (?:information|figures|address|numbers|instructions) from|don't (?:wipe|"
    r"check|read|listen|care)|every opportunity|supposed to check|meant to (?:check|catch|pick|"
    r"spot|notice)|had it in writing|i've got that in writing|will ever admit|pin it on|what they "
    r"were doing|not (?:really )?my (?:job|problem))\b"
)
# Somebody ought to have acted: the teller, a thing, or a rule is not somebody.
_OUGHT = re.compile(
    r"\b(?!(?:i|maybe|perhaps|probably|we|you|it|that|this|there|tests?|checks?|alarms?|alerts?|"
    r"systems?|scripts?|reviews?|process|sensors?|forms?|lists?|signs?|pumps?|valves?)\b)[\w'-]+ "
    r"(?:really |simply |surely |probably |also )?(?:should|ought to|should never)(?:n't)?(?:'ve| "
    r"have)(?: really| at least| never| simply| just)? (?:known|checked|spotted|seen|caught|"
    r"tested|read|told|warned|noticed|asked|looked|done|put|been more|paid|realised|stopped|taken|"
    r"given|let|left|made|thought|planned|sent|said|trained|signed|written)\b|\b(?:which|who|they|"
    r"he|she) (?:really )?shouldn't(?: have|'ve)?(?=[ .,;]|$)(?! (?:be|go|do|have to)\b)"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = own_words(draft.text)
    if "should" in said or "ought" in said:
        for match in _OUGHT.finditer(said):
            yield Hit(start=match.start(), end=match.end())
    yield from weighed(said, _STRONG, _WEAK)


RULE = Rule(
    code="P01",
    name="blame",
    family="people",
    severity="warning",
    cost=5,
    most=10,
    message="This puts the fault on somebody else.",
    remedy="Say plainly what happened, without the verdict, then what you missed or could have "
    "done, and what you did next.",
    find=_find,
    preview=True,
)
