"""Finds acronyms that an outsider would not know and that the text never explains.

What it does
Reports each acronym once, where it first stands, unless everybody knows it (CEO, HR, PDF, UK) or
the text explains it somewhere: "the drug round (DR)", "DR, the drug round", "DR stands for". Words
in capitals for emphasis, headings, Roman numerals, codes with figures and the names of firms are
left alone.

Why
The interviewer works somewhere else. Whoever has to guess what three letters mean is not listening
to the next sentence, and few will interrupt to ask.

Example
"The TTRO ran out before the LHA had signed off."

Use instead
"Our permission to close the road ran out before the council had signed off."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.known_acronyms import KNOWN, SHOUTED
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

_LETTERS = Pattern(r"[A-Z](?:[A-Z&]{0,7}[A-Z]|2[A-Z])(?:s|'s|’s)?(?![\w@&])")
_ROMAN = Pattern(r"[IVX]+")
_CODE = Pattern(r"[-–][A-Z]*\d|[ /]?\d{3}|\.\w|://|@")
_FIRM = Pattern(r" (?:Ltd|Limited|plc|PLC|LLP|LLC|Inc|GmbH|AG|SA|NV|Group|Bank|University|Arena)\b")
_CAPITALS = Pattern(r"[A-Z]{2,}")
_LONGEST = 6
_WORD = Pattern(r"[^\W\d_]+")
_EXPLAINED_AFTER = Pattern(
    r" ?\([a-z][^)]{3,120}\)|,? (?:which|that) (?:is|was|are|were|means|stands|stood)\b"
    r"| (?:stands|stood) for\b| means\b|, (?:the|our|an?|their|my) |,? (?:i\.e\.|meaning\b|in "
    r"other words)"
    r"|, for short| (?:is|was|are|were) (?:the|our|an?|what|how|where|when|who|short) |: (?:the|"
    r"our|an?) | ?[–—-] (?:the|our|an?) "
)
_EXPLAINED_BEFORE = Pattern(
    r"(?:\w[\w'-]* \(|\w, or |\b(?:called|known as|named|short for|abbreviated to|the "
    r"initials) (?:it |them |this |an? |the |our )?[\"“']?)$"
)
_SMALL = frozenset("a an the of and for in on to by with at or".split())
_NEAR = 90
# Initials of so few letters turn up by chance in any text; they have to stand near by.
_CHANCE = 3


def _find(draft: Draft) -> Iterator[Hit]:
    text = draft.text
    places: dict[str, list[tuple[int, int]]] = {}
    for match in _LETTERS.finditer(text):
        start = match.start()
        name = match[0].rstrip("s").rstrip("'’")
        if name in KNOWN or name in SHOUTED or _ROMAN.fullmatch(name):
            continue
        if _stands_alone(text, start, match.end()):
            places.setdefault(name, []).append(match.span())
    if not places:
        return
    others = _others(draft)
    initials = _Initials(text)
    for name, spans in places.items():
        if name not in others and not initials.spell(name, spans) and not _told(text, spans):
            start, end = spans[0]
            yield Hit(
                start=start,
                end=end,
                message=f"Somebody from outside won’t know what {name} is; nothing here says it.",
            )


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the letters are a word of a running line, and no code, firm, shout or heading."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "_@.#&'’"):
        return False
    if end - start > _LONGEST + 2 or _CODE.match(text, end) or _FIRM.match(text, end):
        return False
    neighbours = (
        text[max(0, start - 12) : start].rpartition("\n")[2].split()[-1:]
        + text[end : end + 12].partition("\n")[0].split()[:1]
    )
    if any(word.strip(".,:;!?") in SHOUTED and len(word) > 1 for word in neighbours):
        return False
    before = text[max(0, start - 40) : start].rpartition("\n")[2]
    after = text[end : end + 40].partition("\n")[0]
    return any(char.islower() for char in before + after)


def _others(draft: Draft) -> frozenset[str]:
    """Names that the story itself explains by its fields."""
    return frozenset(_CAPITALS.findall(draft.story.organisation)) if draft.story else frozenset()


def _told(text: str, spans: list[tuple[int, int]]) -> bool:
    return any(
        _EXPLAINED_AFTER.match(text, end)
        or _EXPLAINED_BEFORE.search(text, max(0, start - 40), start)
        for start, end in spans
    )


class _Initials:
    """The initials of the words of a text, with and without the small words."""

    def __init__(self, text: str) -> None:
        words = [(m[0], m.start()) for m in _WORD.finditer(text) if not m[0].isupper()]
        self._rows = []
        for kept in (words, [row for row in words if row[0].lower() not in _SMALL]):
            letters = "".join(word[0].upper()[:1] for word, _ in kept)
            self._rows.append((letters, [place for _, place in kept]))

    def spell(self, name: str, spans: list[tuple[int, int]]) -> bool:
        """Whether words that follow each other have the letters of `name` as their initials."""
        letters = name.replace("&", "").replace("2", "T")
        if len(letters) < _CHANCE:
            return False
        for row, places in self._rows:
            at = row.find(letters)
            while at >= 0:
                here = places[at]
                if len(letters) > _CHANCE or any(abs(here - s) < _NEAR for s, _ in spans[:20]):
                    return True
                at = row.find(letters, at + 1)
        return False


RULE = Rule(
    code="C03",
    name="undefined-acronym",
    family="clarity",
    severity="advice",
    cost=1,
    most=3,
    message="Somebody from outside won’t know what these letters stand for.",
    remedy="Say it in plain words, or explain it once in half a sentence where it first comes up.",
    find=_find,
)
