"""Gives each word of a sentence a one-letter tag; `voice` reads the grammar off the letters.

Pronouns   I i   W we   T he, she, they   M me   U us   O him, them   y you   i it, there
Noun side  d determiner   q quantifier or number   n noun or unknown   N person   e 's
Verb side  b finite be   B be, been, being   x auxiliary   g get   v past   V past or participle
           z participle   w base form   3 base form with -s   G -ing   A state ("tired")
Joints     c and, but   S because, when   E before, after: joint or preposition   h that
           k who, which, what   P preposition   t to   r adverb or filler
Marks      , comma   ; stronger stop   ? question mark   Q quoted speech
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from storyloop.reading import verbs
from storyloop.reading.people import PEOPLE, THINGS

# A quotation is one token, closed or not. A single quote counts as one where a stop closes it, too.
# Each kind of token looks back at its first character, which lets the search skip spaces fast.
_TOKEN = re.compile(
    r"[\S\n](?:(?<=[^\W\d_])[a-zA-Z]*+[^\W\d_]*(?:-[^\W\d_]+)*"
    r"|(?<=[,;:()?!\[\]–—\n•·*])"
    r"|(?<=\d)[\d.,:]*(?<=\d)"
    r"|(?<=['’])(?:[smtdSMTD]|re|ve|ll|RE|VE|LL)\b"
    r"|(?<=-)(?<!\S-)-*(?=\s)"
    r"|(?<=\")[^\"]*\"?|(?<=“)[^”]*”?|(?<=«)[^»]*»?"
    r"|(?<=['‘])(?<!\w['‘])(?=\w)[^\n]{1,300}?[.,!?]['’](?!\w))"
)
_ENUMERATOR: Final = re.compile(r"\s*\(?(?:\d{1,2}|[a-z])[.)]\s+")
_WORD_END: Final = re.compile(
    r"(?P<V>..+ed$)|(?P<G>..+ing$)|(?P<r>..+ly$)|(?P<N>.*(?:ist|ian|woman|man|men)s?$)|"
    r"(?P<n>.*(?:s|tion|ment|ness|ity|age|ance|ence|ship|ism|cy|ry|hood|ure|th)$)"
)
_LONGEST: Final = 40  # letters of a word whose tag is kept, not to be looked up again
_MARKS: Final = {
    ",": ",",
    "?": "?",
    **dict.fromkeys(";:()–—![]", ";"),
    **dict.fromkeys("•·*\n", "r"),
}

_WORDS: Final = {
    "I": "i",
    "W": "we",
    "T": "he she they",
    "M": "me myself",
    "U": "us ourselves",
    "O": "him them themselves himself herself itself each-other",
    "y": "you ya",
    "i": "it there here this these those something nothing everything anything",
    "d": "the a an my our his her their its your no every another such whose other",
    "q": "one some any all both each either neither none few several many most much half enough "
    "two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty "
    "hundred thousand",
    "b": "is are was were am isn aren wasn weren ain isnt arent wasnt werent 'm ’m 're ’re",
    "B": "be been being",
    "x": "have has had do does did can could will would should may might must shall cannot "
    "haven hasn hadn don didn doesn couldn won wouldn shouldn mustn mightn havent hasnt hadnt dont "
    "didnt doesnt cant couldnt wont wouldnt shouldnt mustnt 've ’ve 'll ’ll 'd ’d",
    "g": "get got gets gotten",
    "c": "and but or nor so yet plus &",
    "S": "because cause cos cuz when whenever while if although though whereas unless whether how "
    "why where wherever",
    "E": "after before since until till as once than like",
    "h": "that",
    "k": "who which what whom whoever whatever",
    "P": "in on at of for from with without by about into onto over under through during against "
    "between among across along around behind below beneath beside besides beyond despite down "
    "except inside near off outside per regarding round toward towards up upon via within "
    "throughout",
    "t": "to",
    "r": "not n't 't ’t also just then now never always often sometimes soon again still even only "
    "too very quite rather really um uh er erm hmm well okay ok yeah yes right anyway actually "
    "basically perhaps maybe however therefore later first second next last today yesterday "
    "tomorrow ever already almost already instead meanwhile afterwards thus hence otherwise "
    "together away back out well once-again please kind sort gonna nearly twice alone simply "
    "indeed else too half-way straight",
    "n": "thing things morning evening meeting meetings building buildings king ring string spring "
    "ceiling wedding training feeling setting heating lighting pricing funding family supply "
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december thanks mine ours i.e sales times "
    "working results costs changes calls orders reports needs plans "
    "late early new old good bad long short high low full empty small big large great poor "
    "steps issues questions hours jobs delays demands tests returns",
    "v": " ".join(verbs.PAST),
    "V": " ".join(verbs.PAST_OR_PARTICIPLE),
    "z": " ".join(verbs.PARTICIPLE),
    "A": " ".join(verbs.STATES),
    "N": " ".join(PEOPLE),
}
_SHORT: Final = {
    "im": "Ib",
    "ive": "Ix",
    "hes": "Tb",
    "shes": "Tb",
    "theyre": "Tb",
    "theyve": "Tx",
    "weve": "Wx",
    "thats": "hb",
    "theres": "ib",
}
# Here 's is a verb; after other words it makes a possessive.
_BE_AFTER: Final = verbs.listed("he she it that there here who what where how everybody")


def _third_person(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeou":
        return base[:-1] + "ies"
    return base + "s"


def _tags() -> dict[str, str]:
    table = {_third_person(base): "3" for base in verbs.BASE} | dict.fromkeys(verbs.BASE, "w")
    for tag in "vVzANnPrqdcSEhkxgbBtTIWMUOyi":
        table.update(dict.fromkeys(_WORDS[tag].split(), tag))
    return table | _SHORT | dict.fromkeys(("'s", "’s"), "e")


_TAGS: Final = _tags()


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a span in lower case, a tag for each and where each starts in the text."""

    words: list[str]
    tags: str
    starts: list[int]


def tagged(text: str, start: int, end: int) -> Tagged:
    """Tag the words and marks of `text` from `start` to `end`; a quotation is one word."""
    words: list[str] = []
    tags: list[str] = []
    starts: list[int] = []
    begin = _after_quotation(text, start, end)
    enumerator = _ENUMERATOR.match(text, begin, end)
    if begin > start:
        words.append("")
        tags.append("Q")
        starts.append(start)
    known = _TAGS.get
    opening = True
    for match in _TOKEN.finditer(text, enumerator.end() if enumerator else begin, end):
        word = match[0]
        tag = known(word)
        if tag is None:
            bulleted = opening and (enumerator is not None or bool(tags))
            find = _remembered if len(word) <= _LONGEST else _looked_up
            word, tag = find(word, opening, bulleted)
        elif tag == "e":
            tag = "b" if words and words[-1] in _BE_AFTER else "e"
        if opening:
            opening = tag in "r;" and not word[0].isalpha()
        if len(tag) > 1:
            words.append(word)
            starts.append(match.start())
        words.append(word)
        tags.append(tag)
        starts.append(match.start())
    return Tagged(words, "".join(tags), starts)


def _after_quotation(text: str, start: int, end: int) -> int:
    """Return where the text goes on after a quotation that began in an earlier sentence."""
    for mark in '"”':
        at = text.find(mark, start, end)
        if at > start and text.find("“" if mark == "”" else mark, start, at) < 0:
            alone = mark == "”" or text.find(mark, at + 1, end) < 0
            if alone and not text[at - 1].isspace():
                return at + 1
    return start


def _looked_up(word: str, first: bool, bulleted: bool) -> tuple[str, str]:  # noqa: FBT001
    """Return `word` in lower case, and its tag."""
    lower = word.lower()
    return lower, _TAGS.get(lower) or _guess(word, lower, first=first, bulleted=bulleted)


_remembered: Final = lru_cache(maxsize=2**13)(_looked_up)


def _guess(word: str, lower: str, *, first: bool, bulleted: bool) -> str:
    if not word[0].isalpha():
        return _mark(word)
    if lower in verbs.NOT_PAST:
        return "n"
    named = word[0].isupper()
    ending = _WORD_END.match(lower)
    if named and not first:
        return "n" if len(word) > 1 and lower in THINGS else "N"
    if ending:
        return ending.lastgroup or "n"
    if "-" in lower:
        return _TAGS.get(lower.rpartition("-")[2], "n")
    return "N" if named and not bulleted and lower not in THINGS else "n"


def _mark(word: str) -> str:
    mark = word[0]
    if mark in _MARKS:
        return _MARKS[mark]
    if mark.isnumeric():
        return "q"
    if mark in "'’" and len(word) <= 3:  # noqa: PLR2004
        return "r"
    return ";" if mark == "-" else "Q"
