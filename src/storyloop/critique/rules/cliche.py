"""Finds buzzwords and stock phrases.

What it does
Reports phrases that everybody has heard too often: "think outside the box", "move the needle",
"low-hanging fruit". One of those is enough. Phrases that are plain English now and then ("at the
end of the day", "on the same page") are reported from the second on, or beside one of the others.
What somebody is quoted as saying is left alone.

Why
A stock phrase stands where a fact could. "We picked the low-hanging fruit" could be said by every
candidate of the day; nobody but you can say which two forms you did away with.

Example
"I hit the ground running and moved the needle on complaints."

Use instead
"In my first week I read all 60 complaints from the spring. By June there were 12 a month instead
of 20."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.stock_phrases import STRONG, WEAK
from storyloop.critique.words import words_in

_ENOUGH = 2


def _by_word(phrases: tuple[tuple[str, str], ...]) -> dict[str, list[Pattern]]:
    table: dict[str, list[Pattern]] = {}
    for words, form in phrases:
        # A boundary in front would cost the fast search for the first letters: see `_spans`.
        pattern = Pattern(rf"(?:{form})(?!\w)")
        for word in words.split():
            table.setdefault(word, []).append(pattern)
    return table


_STRONG = _by_word(STRONG)
_WEAK = _by_word(WEAK)


def _find(draft: Draft) -> Iterator[Hit]:
    words = words_in(draft.text)
    strong, weak = _likely(words, _STRONG), _likely(words, _WEAK)
    spaced = " ".join(draft.text.lower().replace("‑", "-").split())
    if not any(form.search(spaced) for form in (*strong, *weak)):
        return
    said = own_words(draft.text)
    worn = set(_spans(said, strong))
    plain = set(_spans(said, weak))
    if worn or len({said[start:end] for start, end in plain}) >= _ENOUGH:
        reached = 0
        for start, end in sorted(worn | plain, key=lambda span: (span[0], -span[1])):
            if start >= reached:
                reached = end
                yield Hit(start=start, end=end)


def _likely(words: frozenset[str], phrases: dict[str, list[Pattern]]) -> list[Pattern]:
    return [form for word in words.intersection(phrases) for form in phrases[word]]


def _spans(said: str, forms: list[Pattern]) -> Iterator[tuple[int, int]]:
    for form in forms:
        for match in form.finditer(said):
            if not match.start() or not said[match.start() - 1].isalnum():
                yield match.span()


RULE = Rule(
    code="C05",
    name="cliche",
    family="clarity",
    severity="advice",
    cost=2,
    most=6,
    message="A stock phrase stands here where a fact could.",
    remedy=(
        "Put what was done or seen in its place: who, what, how many. If nothing is lost, strike "
        "it."
    ),
    find=_find,
)
