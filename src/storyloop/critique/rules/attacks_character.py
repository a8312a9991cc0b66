"""Finds words that run down what somebody is, in place of what they did.

What it does
Looks for insults and belittling words about other people: "a bully", "too lazy to ask", "a
difficult man", "he sulked". It leaves alone what is quoted, what you say of yourself, what you say
of a thing ("a difficult airway", "a stupid rule"), and a judgement that you take back ("I had him
down as lazy; he was ill").

Why
Interviewers picture themselves as your next colleague and wonder what you will call them. What the
other person did can be checked and answered; what they "are" says more about the teller. The guide
asks for humility and no blame where people disagree.

Example
"The foreman was an arrogant bully, so nobody told him about the crack."

Use instead
"The foreman shouted when he was given bad news, so for two days nobody told him about the crack."
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words
from storyloop.critique.rule import Hit, Rule

_WORST = (
    r"lazy|spineless|stupid|selfish|arrogant|incompetent|useless|clueless|dishonest|childish|"
    r"cowardly|unprofessional|hopeless|pathetic|ignorant|greedy|spiteful|petty|immature|bone idle|"
    r"work-shy|two-faced|desperate for"
)
_BAD = (
    _WORST
    + r"|thick|dim|hysterical|pig-?headed|pompous|obstinate|vain|sloppy|nasty|bossy|narrow-minded|"
    r"small-minded|gutless|stuck-up|snobbish|toxic|paranoid|neurotic|unhinged|impossible|"
    r"unreasonable|stubborn|jealous|slow-witted|not (?:very|too|so) bright|insufferable|obnoxious|"
    r"inept|manipulative|big-?headed|vile|unbearable|surly|conceited|smug|heartless|gormless|"
    r"slapdash|bloody-minded|self-important|egotistical"
)
_HUMAN = r"lazy|spineless|selfish|arrogant|incompetent|cowardly|work-shy|two-faced|bone idle"
_NOUN = (
    r"idiots?|morons?|fools?|bull(?:y|ies)|cheats?(?! sheet)|liars?|cowards?|fanatics?|dinosaurs?|"
    r"divas?|prima donnas?|control freaks?|know-(?:it-)?alls?|tyrants?|snobs?|egomaniacs?|"
    r"jobsworths?|nasty piece of work|pain in the (?:neck|backside|arse)|halfwits?|waste of space|"
    r"narcissists?|drama queen|bighead|moaners?|whingers?|slackers?|backstabbers?|old goat|"
    r"bully-boy"
)
_PERSON = (
    r"man|men|woman|women|person|people|bloke|guy|colleagues?|boss(?:es)?|managers?|directors?|"
    r"founders?|partners?|surgeons?|doctors?|teachers?|engineers?|foreman|chef|supervisors?|goat|"
    r"so-and-so|old (?:man|woman)|clients?|neighbours?|types?|character|individual|lot|editor|"
    r"owner|landlord"
)
_FEW = r"(?:(?!not\b|never\b|no\b)[a-z',]+ ){0,3}?"
_ATTACK = re.compile(
    rf"\b(?:(?:{_BAD}|rude|difficult),? (?:[a-z]+ )?(?:{_PERSON})|(?:he|she|who)(?:'s| is| was|'d "
    rf"been| must be| must have been) {_FEW}(?:(?:{_BAD})(?! to (?:see|get|reach|find|catch|"
    rf"replace|miss))|(?:an? |the )(?:[a-z]+ )?(?:{_NOUN}))|(?<!it )(?<!that )(?<!this )(?<!which "
    rf")(?:was|were|is|are) (?:{_HUMAN}|an? (?:[a-z]+ )?(?:{_NOUN}))|they(?:'re| are| were) "
    rf"{_FEW}(?:{_WORST}|{_NOUN})"
    r"|(?:must (?:be|have been)|basically|frankly|simply|such|complete|total|absolute|bit of) an? "
    rf"(?:[a-z]+ )?(?:{_NOUN})"
    r"|(?:those|these|the|two|that) (?:[a-z]+ )?(?:idiots?|morons?|fools|bullies|liars|halfwits?|"
    r"jobsworths?)"
    r"|(?:he|she|they|and) (?:just |only |then )?(?:whinged|whined|moaned about)|sulked|going to "
    r"sulk|like (?:small |little |spoilt )?(?:children(?! (?:do|are))|a (?:child|baby|toddler)|"
    r"an? (?:two|three|four|five|six|seven|eight|ten)-year-old)"
    r"|couldn't (?:simply )?be bothered|can't be bothered|(?:can't|couldn't) read an? \w+(?=[.,;])"
    r"|(?:that|who) couldn't (?:organise|spell|add up)|frightened of (?:her|his|their) own shadow"
    r"|people like that|one of those (?:\w+ )?people who|not the (?:sharpest|brightest)"
    r"|(?:haven't|hadn't|hasn't) (?:got )?a clue|full of (?:himself|herself|themselves)"
    r"|(?:has|had|have) no (?:backbone|brains|common sense|manners|spine)|a law unto"
    r"|sound of (?:his|her) own voice|too (?:lazy|proud|stupid|thick|vain|grand|dim) to"
    r"|always (?:moaning|whinging|whining)|never (?:does|did|done) a stroke"
    r"|(?:his|her|their) (?:sheer |usual )?(?:incompetence|laziness|stupidity|arrogance|ego))\b"
)
# Said of oneself, of how one might have looked, denied, or taken back: "I had thought him lazy".
_SPARED = re.compile(
    r"(?:\bi(?:'m| am| was|'d been| felt| feel)?|\bmyself|\bmy|\bnot|"
    r"n't|\bnever|\bif|\bplay(?:ed)?|\b(?:took|taken|thought|assumed|expected|believed|supposed|"
    r"call|called|calls|calling|wrongly)(?: (?:me|us|him|her|them|it|that|to be|as|for))*|"
    r"\b(?:look|feel|sound|seem|felt)(?:ed|s|ing)?(?: like)?)(?: (?:a|an|the|such|so|very|just|"
    r"being))* ?$"
)
_BACK = 45


def _find(draft: Draft) -> Iterator[Hit]:
    if draft.is_story:
        yield from insults(own_words(draft.text))


# Two rules ask for those of the same text.
@lru_cache(maxsize=1)
def insults(said: str) -> tuple[Hit, ...]:
    """Return where the plain text `said` runs somebody down."""
    return tuple(
        Hit(start=match.start(), end=match.end())
        for match in _ATTACK.finditer(said)
        if not _SPARED.search(said, max(0, match.start() - _BACK), match.start())
    )


RULE = Rule(
    code="P02",
    name="attacks-character",
    family="people",
    severity="error",
    cost=12,
    most=24,
    message="This runs somebody down and does not say what they did.",
    remedy="Describe what the person did or said, and what you made of it at the time.",
    find=_find,
)
