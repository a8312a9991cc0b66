"""Words that more than one rule looks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from storyloop.critique.alternatives import any_beginning
from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit
from storyloop.guide import frameworks
from storyloop.reading import Sentence
from storyloop.reading.plain import plain

# These are looked for in the plain form of a text.

# Somebody else said what was to be done, and it was done.
INSTRUCTED = any_beginning(
    r"(?:told|asked|instructed|ordered|directed|sent) (?:me|us) (?:to|back to|"
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
    r"plan|checklist|protocol|steps|what (?:he|she|they))\b"
)

# The teller saw something to do and held back.
HELD_BACK = any_beginning(
    r"(?:nobody|no one|no-one|they (?:hadn't|had not|never|didn't)) "
    r"(?:had |has |ever )?(?:asked|told|ask|tell|"
    r"instructed) (?:me|us|it to me)\b(?! (?:why|how|what))|i (?:(?:hadn't|had not|haven't) "
    r"been|wasn't|"
    r"was not) (?:asked|told|instructed)\b|(?<!said )(?<!me )(?<!it )wait(?:ed|"
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
    r"went) on (?:with|as)\b|none of my business\b|above my (?:grade|pay)"
)

# Held back in other words: left to others, not dared, waited for a sign.
STOOD_BY = any_beginning(
    r"(?:nobody|no one|no-one|na?ebody)(?: had| has|'d| ever)? said (?:that|to|what|"
    r"we|i|"
    r"it)\b|"
    r"na?ebody (?:had )?(?:asked|telt|told) (?:me|us)\b|(?:was|were|got) (?:just )?left (?:until|"
    r"till|as (?:it|they) (?:was|were)|alone|where)\b|(?:thought|assumed|figured|reckoned|hoped|"
    r"supposed|sure|guessed|expected)\b[^.;]{0,30}?\b(?:(?:somebody|someone)(?: from \w+| in "
    r"\w+)?|they|she|he|the \w+)"
    r"(?:'ll| will|'d| would) (?:\w+ ){0,2}?(?:come|tell|say|sort|notice|deal|let|ask|pick|see|"
    r"mention|raise|know|handle|fix|do (?:it|something))\b|didn't[^.;\w]{0,3}(?:(?:uh|um|er|erm|"
    r"you "
    r"know|like|really|actually)[^.;\w]{1,3}){0,3}(?:say|mention|do|report) (?:anything|nothing|"
    r"a thing|owt|a word)\b(?! (?:to (?:him|her|them)|wrong|about (?:him|her|them)))|wait(?:ed|"
    r"ing)? (?:on|for) (?:somebody|someone|him|her|them|my \w+|the "
    r"\w+(?: \w+)?) to (?:\w+ )?(?:say|tell|decide|raise|ask|come|sort|get|call|ring|give|reply|"
    r"answer|approve|confirm|let|explain|sign|notice|do|take|land|finish|be)\b|(?:text|orders?|"
    r"word|"
    r"decision|instructions?|sign) from above\b|(?:wasn't|was not|weren't|not) sure (?:if |"
    r"whether |"
    r"that )?(?:i|you|we)(?:'re|'m|'d be| was| were| would be| could| can| should|"
    r" may)? ?(?:allowed|"
    r"supposed|meant|able to)?\b|i (?:held|hung) (?:off|back)\b|i sat on it\b|kept my head down\b|"
    r"i (?:just )?stood by\b|i stayed (?:put|where i was|out of it|at the (?:back|front|side))\b|"
    r"did(?:n't| not) (?:(?:like|dare|feel able) to (?:ask|say|speak up)|(?:like|want|dare) "
    r"to (?:interfere|bother|push|step|make a fuss|interrupt|go over|get involved|disturb|"
    r"overstep))\b|in case it came up\b|"
    r"(?:because |as |since |that )?(?:it's|it is|it was|that's|that was) (?:her|him|them|the "
    r"\w+) "
    r"(?:that|who|what) (?:does|did|deals|dealt|decides|decided|handles|handled|answers|looks)\b"
)

# Sent and given orders, in other words.
ORDERED = any_beginning(
    r"(?:gave|given|giving) (?:me|us) (?:the |an? |his |her )?(?:orders?|"
    r"instructions?|"
    r"task)\b|"
    r"(?:got|received|had|get) (?:the |an? |his |her |my |new )?(?:instructions?|orders?)\b|(?:i|"
    r"we) (?:was|were) (?:then |also )?made to\b|had me (?:\w+)\b|made (?:me|us) (?:go|do|"
    r"ring|write|call|sit|stand|read|count|phone|tell|sign|redo|start|say)\b|so i did (?:as|"
    r"what)\b|"
    r"on (?:his|her|their|my \w+'s) (?:orders?|instructions?|say-so)\b|the \w+ (?:then )?(?:said|"
    r"told me|says) to \w+|(?:the|my) \w+ (?:then |just )?(?:goes|said|says) [^.;]{2,70}, so "
    r"(?:i|we)\b|(?:she|he|they|boss|manager|"
    r"supervisor|chef|lead)(?:'s| was| is|,)? (?:goes|like|says|said)\b[^;]{2,110},? (?:so|"
    r"and then) "
    r"(?:i|we|like,? i|um,? i|you know,? i)\b"
)


# More than one rule asks for these of the same sentence.
@lru_cache(maxsize=256)
def obeyed(said: str, start: int, end: int) -> bool:
    """Return whether in `said`, a plain text, from `start` to `end` an order is carried out."""
    return any(words.search(said, start, end) for words in (INSTRUCTED, ORDERED))


@lru_cache(maxsize=256)
def hesitated(said: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the spans of `said`, a plain text, from `start` to `end` that tell of holding back."""
    return tuple(
        found.span()
        for words in (HELD_BACK, STOOD_BY)
        for found in words.finditer(said, start, end)
    )


# Something went wrong, or people fell out.
TROUBLE = Pattern(
    r"\b(?:mistakes?|failures?|failed|my (?:own )?(?:fault|error)|conflicts?|disagree(?:d|"
    r"ment)s?|fell out|falling out|clash\w*|quarrel\w*|row with|mix-up|got it wrong|"
    "went wrong|i (?:was|got) wrong|messed up|cock-?up|weakness|argu(?:ed|ment)s? with|"
    "at each other|at loggerheads|standoff|stand-off|voted me down|overruled me|dispute|"
    "complained about me|grievance|falling-out|incident|accident|blunder|an? error|"
    r"one error)\b",
)


# The teller's own words, and what they weigh.

_QUOTED = Pattern(r'"[^"]{1,300}"|“[^”]{1,300}”')
_STRONG = 2
_WEAK = 1


# Many rules ask for those of the same text.
@lru_cache(maxsize=1)
def own_words(text: str) -> str:
    """Return `text` in plain form, of the same length, with what stands in quotation marks blank.

    What somebody is quoted as saying is no judgement of the teller's.
    """
    said = plain(text)
    if '"' in said or "“" in said:
        said = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), said)
    return said


def weighed(said: str, strong: Pattern, weak: Pattern) -> Iterator[Hit]:
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
        "love for the customer",
        "love of the customer",
        "passion for the customer",
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
    "earn-trust": (
        "earning trust",
        "earning people's trust",
        "earn people's trust",
        "earn the trust",
    ),
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
# Words of every day, which are values only in a list with others.
_PLAIN_VALUES = frozenset(
    "safety quality communication precision prudence ambition clarity passion equity "
    "innovation diversity flexibility discipline reliability enthusiasm".split()
)
# Nobody says these by chance; the other names are everyday words as well.
_UNMISTAKABLE = frozenset(
    "customer-obsession bias-for-action frugality think-big dive-deep are-right-a-lot "
    "deliver-results best-employer broad-responsibility cs-delivering-at-pace "
    "cs-seeing-the-big-picture learn-and-be-curious".split()
)
_NO_NAME = Pattern(r" (?:of|to|for)\b")  # the backbone of the team, respect for the deadline
# What a value is named with: "here I showed real ownership", "integrity has always guided me".
_NAMING = Pattern(
    r"\b(?:show(?:s|ed|ing|n)?|demonstrat\w+|illustrat\w+|prov(?:es|ed)|examples? of|stands? for|"
    r"known for|what i call|brings? together|creed|guid(?:ed|es)|values?|principles?|motto|true|"
    r"real|(?:take|took|taking|taken) (?:full |real |complete )?(?=ownership)|sense of|never lost|"
    r"comes? in|is about|in the name of|live by|believe in|embod\w+|exemplif\w+|reflects|"
    r"displayed|exercised|pride myself|driven by|servant|for you|i'd say|in its purest|matters to|"
    r"central to|at the heart|"
    r"was me|is key|here you can see|you can see|evidence of|testament|that's what|in the spirit|"
    r"hallmark|uphold|speaks? to|comes? first|a great deal of|brings? out|made of|stood for)\b"
)
_BEFORE = 60
_AFTER = 30
_SEVERAL = 3
_OTHERS = 2  # values besides, so that a word of every day is one


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A principle or value that a text names, where, and in which sentence."""

    principle: str
    start: int
    end: int
    sentence: Sentence


@cache
def _names() -> tuple[dict[str, str], Pattern]:
    """Return what each name means, and a pattern that finds them."""
    meant = {value: value for value in (*_PLAIN_VALUES, *_VALUES)}
    for framework in frameworks():
        for principle in framework.principles:
            names = (plain(principle.name), *_LOOSE.get(principle.id, ()))
            meant |= dict.fromkeys(names, principle.id)
    by_letter: dict[str, list[str]] = {}
    for name in sorted(meant, key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    # Few texts name any, and a choice of letters is faster than one of eighty names.
    letters = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return meant, Pattern(rf"\b(?:{'|'.join(letters)})\b")


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
        listed = together[each.sentence.start]
        if each.principle in _PLAIN_VALUES:
            if len(listed) >= _SEVERAL and len(listed - _PLAIN_VALUES) >= _OTHERS:
                yield each
        elif each.principle in _UNMISTAKABLE or (
            not _NO_NAME.match(said, each.end)
            and (
                len(listed - _PLAIN_VALUES) >= _SEVERAL
                or _NAMING.search(
                    said, max(each.sentence.start, each.start - _BEFORE), each.end + _AFTER
                )
            )
        ):
            yield each
