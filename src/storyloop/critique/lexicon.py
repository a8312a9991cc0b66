"""Words that more than one rule looks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit
from storyloop.guide import frameworks
from storyloop.reading import Sentence
from storyloop.reading.plain import plain

# These are looked for in the plain form of a text.

# Somebody else said what was to be done, and it was done.
INSTRUCTED = re.compile(
    r"\b(?:(?:told|asked|instructed|ordered|directed|sent) (?:me|us) (?:to|back to|"
    r"that i (?:should|must|had to))\b|proposed me to\b|(?:he|she|they|manager|director|boss|"
    "supervisor|partner|captain|head|chief|lead|leader|foreman|chef) (?:then )?(?:said|says|"
    r"told|tells|goes|wrote back|decided)\b[^.;]{2,70},? (?:so|and) (?:\w+,? )?(?:i|we)\b|"
    "(?:he|she|they|manager|director|boss|supervisor|partner|captain|head|chief|lead|leader|"
    "foreman|chef) (?:then )?(?:said|says|told|tells|"
    r"wrote) (?:me )?(?:back )?(?:that )?(?:to\b|i should)|(?:i was|we were|was|been|were|"
    "being) (?:then |also |later )?(?:told|asked|instructed|sent|"
    r"given orders?) (?:by (?:\w+ ){1,4})?(?:to|that|what)\b|it was told to me|(?:as|like|"
    "what|the way) (?:i was |we were |i'd been |i had been |(?:he|she|they) (?:had )?|"
    r"the \w+ (?:had )?|my \w+ (?:had )?)?(?:told|instructed|directed|ordered|asked|said|"
    r"wanted|requested)\b(?! (?:him|her|them|for))|(?:so|and) i did (?:it|that|so|those|this|"
    r"them|just that)\b|which i did\b|did (?:what|as) (?:i was|he|she|they)\b|(?:followed|on|"
    r"under|according to|per) (?:the |his |her |their |my \w+ )?(?:instructions?|orders?|"
    r"specification)\b|followed (?:(?:the|his|her|their|my) )?(?:\w+ )?(?:sheet|script|list|"
    r"plan|checklist|protocol|steps|what (?:he|she|they))\b)"
)

# The teller saw something to do and held back.
HELD_BACK = re.compile(
    r"\b(?:(?:nobody|no one|no-one|they) (?:had |has |'d |ever |hadn't )?(?:asked|told|"
    r"instructed) (?:me|us|it to me)\b(?! (?:why|how|what))|i (?:hadn't|had not|wasn't|"
    r"was not|haven't) (?:been )?(?:asked|told|instructed)\b|wait(?:ed|"
    r"ing)? (?:[\w']+ ){0,4}?(?:for|until|till) (?:[\w']+ ){0,5}?(?:tell|told|say|said|"
    r"instruct\w*|orders?|approval|permission|decide|decided|decision|go-ahead|answer|called|"
    "signal|word|reply|instructions?|ask|asked|head|boss|manager|supervisor|director|"
    r"confirm\w*|back)\b|wait(?:ed|ing)? (?:to be (?:told|asked|given)|what|to (?:hear|"
    r"see what))\b|until (?:he|she|they|my \w+|the \w+|somebody|someone|"
    r"i was) (?:had )?(?:told|asked|instructed|said|rang|came back)\b|(?:isn't|wasn't|not|"
    "wasn’t|isn’t|never|didn't see it as) (?:really |actually )?(?:my (?:place|job|business|"
    "call|department|role|decision|problem|responsibility)|(?:one |something )?for me to|"
    r"up to me)\b|(?:wasn't|not) (?:on|in) (?:the|my|our) (?:job sheet|list|sheet|rota|plan|"
    r"remit|job description|brief)\b|(?:i|and) left it\b(?! (?:to|with|out|alone and))|"
    r"didn't (?:say|do) (?:nothing|anything|a thing)\b|i (?:said|did) nothing\b|"
    r"i kept (?:quiet|my mouth shut|it to myself)\b|(?:thought|assumed|"
    r"figured) (?:that )?(?:somebody|someone) (?:else )?(?:would|will|had)\b|(?:carried|kept|"
    r"went) on (?:with|as)\b|none of my business\b|above my (?:grade|pay))"
)

# Something went wrong, or people fell out.
TROUBLE = re.compile(
    r"\b(?:mistakes?|failures?|failed|my (?:own )?(?:fault|error)|conflicts?|disagree(?:d|"
    r"ment)s?|fell out|falling out|clash\w*|quarrel\w*|row with|mix-up|got it wrong|"
    "went wrong|i (?:was|got) wrong|messed up|cock-?up|weakness|argu(?:ed|ment)s? with|"
    "at each other|at loggerheads|standoff|stand-off|voted me down|overruled me|dispute|"
    "complained about me|grievance|falling-out|incident|accident|blunder|an? error|"
    r"one error)\b",
)


# The teller's own words, and what they weigh.

_QUOTED = re.compile(r'"[^"]{1,300}"|“[^”]{1,300}”')
_STRONG = 2
_WEAK = 1


def own_words(text: str) -> str:
    """Return `text` in plain form, of the same length, with what stands in quotation marks blank.

    What somebody is quoted as saying is no judgement of the teller's.
    """
    said = plain(text)
    if '"' in said or "“" in said:
        said = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), said)
    return said


def weighed(said: str, strong: re.Pattern[str], weak: re.Pattern[str]) -> Iterator[Hit]:
    """Yield what is found in the plain text `said`, if it weighs enough to be said.

    A match of `strong` is enough, and so are two of `weak`; the same words twice count once.
    """
    found = {match[0]: (_WEAK, match.span()) for match in weak.finditer(said)}
    found |= {match[0]: (_STRONG, match.span()) for match in strong.finditer(said)}
    if sum(weight for weight, _ in found.values()) >= _STRONG:
        for start, end in sorted(span for _, span in found.values()):
            yield Hit(start=start, end=end)


# Principles and values, and how people say their names in passing.

_LOOSE: dict[str, tuple[str, ...]] = {
    "customer-obsession": (
        "customer-obsession",
        "customer obsessed",
        "customer-obsessed",
        "obsessed with the customer",
        "obsessed with customers",
        "customer focus",
        "customer centricity",
    ),
    "invent-and-simplify": (
        "inventing and simplifying",
        "invention",
        "inventiveness",
        "innovation",
        "simplification",
    ),
    "are-right-a-lot": ("are right a lot", "am right a lot", "being right a lot", "be right a lot"),
    "learn-and-be-curious": ("learning and being curious", "curiosity", "being curious"),
    "hire-and-develop-the-best": (
        "hiring and developing the best",
        "develop the best",
        "developing the best",
        "develop the people around me",
        "developing the people around me",
        "develop my people",
        "developing my people",
        "develop others",
        "developing others",
    ),
    "insist-on-the-highest-standards": (
        "insisting on the highest standards",
        "highest standards",
        "high standards",
    ),
    "think-big": ("thinking big", "thought big"),
    "bias-for-action": ("bias to action", "bias towards action", "bias toward action"),
    "frugality": ("being frugal",),
    "earn-trust": ("earning trust", "earning people's trust", "earn people's trust"),
    "dive-deep": ("diving deep", "dived deep", "dove deep", "dives deep", "dive deeply"),
    "have-backbone": (
        "having backbone",
        "have backbone",
        "backbone",
        "disagree and commit",
        "disagreeing and committing",
    ),
    "deliver-results": ("delivering results", "delivered results"),
    "best-employer": ("best employer",),
    "broad-responsibility": ("broad responsibility",),
    "cs-seeing-the-big-picture": ("see the big picture", "saw the big picture"),
    "cs-making-effective-decisions": ("effective decisions", "effective decision-making"),
    "cs-leadership": ("servant leadership",),
    "cs-delivering-at-pace": ("deliver at pace",),
}
_VALUES = (
    "integrity courage humility respect honesty compassion accountability resilience transparency "
    "empathy teamwork loyalty fairness excellence collaboration agility determination kindness "
    "perseverance openness inclusion professionalism adaptability decisiveness creativity trust "
    "initiative dedication commitment dignity diligence selflessness transparent decisive"
).split()
# Nobody says these by chance; the other names are everyday words as well.
_UNMISTAKABLE = frozenset(
    "customer-obsession bias-for-action frugality think-big dive-deep are-right-a-lot "
    "deliver-results best-employer broad-responsibility cs-delivering-at-pace "
    "cs-seeing-the-big-picture learn-and-be-curious".split()
)
_NO_NAME = re.compile(r" (?:of|to|for)\b")  # the backbone of the team, respect for the deadline
# What a value is named with: "here I showed real ownership", "integrity has always guided me".
_NAMING = re.compile(
    r"\b(?:show(?:s|ed|ing|n)?|demonstrat\w+|illustrat\w+|prov(?:es|ed)|examples? of|stands? for|"
    r"known for|what i call|brings? together|creed|guid(?:ed|es)|values?|principles?|motto|true|"
    r"real|(?:take|took|taking|taken) (?:full |real |complete )?(?=ownership)|sense of|never lost|"
    r"comes? in|is about|in the name of|live by|believe in|embod\w+|exemplif\w+|reflects|"
    r"displayed|exercised|pride myself|driven by|servant)\b"
)
_BEFORE = 60
_AFTER = 30
_SEVERAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A principle or value that a text names, where, and in which sentence."""

    principle: str
    start: int
    end: int
    sentence: Sentence


@cache
def _names() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return what each name means, and a pattern that finds them."""
    meant = {value: value for value in _VALUES}
    for framework in frameworks():
        for principle in framework.principles:
            names = (plain(principle.name), *_LOOSE.get(principle.id, ()))
            meant |= dict.fromkeys(names, principle.id)
    by_letter: dict[str, list[str]] = {}
    for name in sorted(meant, key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    # Few texts name any, and a choice of letters is faster than one of eighty names.
    letters = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return meant, re.compile(rf"\b(?:{'|'.join(letters)})\b")


def principles_named(draft: Draft) -> tuple[Named, ...]:
    """Return where a principle of any framework, or a value like one, is named.

    An everyday word ("ownership", "trust") counts only where the sentence names several, or says
    that it is shown, held or lived by.
    """
    said = own_words(draft.text)
    named: list[Named] = []
    sentences = iter(draft.reading.sentences)
    sentence = next(sentences, None)
    for principle, start, end in _mentions(said):
        while sentence is not None and sentence.end <= start:
            sentence = next(sentences, None)
        if sentence is None:
            break
        named.append(Named(principle=principle, start=start, end=end, sentence=sentence))
    return tuple(_meant(named, said))


# Several rules ask for those of the same text, one after the other.
@lru_cache(maxsize=1)
def _mentions(said: str) -> tuple[tuple[str, int, int], ...]:
    """Return every principle whose name stands in the plain text `said`, with its span."""
    meant, names = _names()
    return tuple((meant[match[0]], *match.span()) for match in names.finditer(said))


def _meant(named: list[Named], said: str) -> Iterator[Named]:
    together: dict[int, set[str]] = {}
    for each in named:
        together.setdefault(each.sentence.start, set()).add(each.principle)
    for each in named:
        if each.principle in _UNMISTAKABLE or (
            not _NO_NAME.match(said, each.end)
            and (
                len(together[each.sentence.start]) >= _SEVERAL
                or _NAMING.search(
                    said, max(each.sentence.start, each.start - _BEFORE), each.end + _AFTER
                )
            )
        ):
            yield each
