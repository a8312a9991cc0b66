"""What a search compares: words without case and accents, and the forms in which one may stand."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# A story of any usual length is far below; an index has its limits.
_MOST_BYTES = 250_000
_MOST_WORDS = 12
_LONGEST_WORD = 40
_WORD = re.compile(r"[^\W_]+")
# What a word may turn into in another form of itself. Any further ending is found too.
_FORMS = tuple(
    (re.compile(ending), instead)
    for ending, instead in (
        (r"(?<=..)ie[sd]$", "y"),
        (r"(?<=ss|sh|ch|.x|.z)es$", ""),
        (r"(?<=[^aius\d])s$", ""),
        (r"(?<=..[^e])ed$", ""),
        (r"(?<=.[^aeiou])ed$", "e"),
        (r"(?<=..([bdgmnprt]))\1(ed|ing)$", ""),
        (r"(?<=....)ing$", ""),
        (r"(?<=.[aeiou][^aeiou])ing$", "e"),
        (r"(?<=..[^aeiou])e$", "ing"),
        (r"(?<=..[^aeiou])y$", "ie"),
    )
)


def folded(text: str) -> str:
    """Return `text` in small letters without accents, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join(map(_plain, text))


def words(text: str) -> str:
    """Return the words of `text` as they are compared, with spaces between."""
    found = " ".join(_WORD.findall(folded(text)))
    return found.encode()[:_MOST_BYTES].decode(errors="ignore")


@cache
def _plain(character: str) -> str:
    lower = character.lower()
    return unicodedata.normalize("NFKD", lower if len(lower) == 1 else character)[0]


Term = tuple[str, ...]


def terms(query: str) -> tuple[Term, ...]:
    """Return for each word that is searched for the beginnings of words that answer to it."""
    found = dict.fromkeys(each[:_LONGEST_WORD] for each in words(query).split())
    return tuple(_forms(each) for each in list(found)[:_MOST_WORDS])


def _forms(word: str) -> Term:
    changed = (ending.sub(instead, word) for ending, instead in _FORMS)
    return tuple(dict.fromkeys((word, *changed)))


def marked(query: str) -> re.Pattern[str]:
    """Return what finds the words that `query` asks for in a folded text.

    Each word of the query is a group of its own. A single letter begins too many words to mark.
    """
    listed = "|".join(f"({'|'.join(term)})" for term in terms(query) if len(term[0]) > 1)
    return re.compile(rf"(?<![^\W_])(?:{listed})[^\W_]*" if listed else "(?!)")
