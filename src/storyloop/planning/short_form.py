"""The short form of a story: what to tell first, within the time of a first answer.

A story within the limit stands as it is. From a longer one whole sentences are kept, in their
order; nothing is put in but "…" where something is left out. The shares of the parts are the
medians of published prepared answers (see the guide's advice); what a part does not need goes to
the others.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storyloop.story import EASY, PARTS, Pace, Story
from storyloop.story.model import Part

SHARES: dict[Part, int] = {"situation": 19, "task": 13, "action": 40, "result": 24}

_LEFT_OUT = "…"
# Words that a part leaves of its share pass to the next part here, and at last to the action.
_FILLED: tuple[Part, ...] = ("task", "situation", "result", "action")
_CLOSERS = "\"'”’»)]*_"
_ABBREVIATIONS = frozenset({"mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "e.g.", "i.e.", "vs."})
_ITEM = re.compile(r"[-*•]|\d+[.)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortForm:
    """The passages to tell, by part (parts without text are left out).

    `words` does not count "…"; `seconds` is the time to say them;
    `shortened` tells whether anything is left out.
    """

    passages: tuple[tuple[Part, str], ...]
    words: int
    seconds: int
    shortened: bool


class _Sentence(NamedTuple):
    """A sentence as [start, end) in the text of its part, with its number of words."""

    start: int
    end: int
    words: int


def short_form(story: Story, pace: Pace = EASY) -> ShortForm:
    """Return the short form of `story`: within the time of `pace`, and no word it does not have."""
    texts: dict[Part, str] = {part: text for part in PARTS if (text := getattr(story, part))}
    needs = {part: _count(text) for part, text in texts.items()}
    shortened = sum(needs.values()) > pace.most_words
    if shortened:
        texts = _shortened(texts, needs, pace.most_words)
    words = sum(map(_count, texts.values()))
    return ShortForm(
        passages=tuple(texts.items()),
        words=words,
        seconds=pace.seconds(words),
        shortened=shortened,
    )


def _count(text: str) -> int:
    words = text.split()
    return len(words) - words.count(_LEFT_OUT)


def _shortened(texts: Mapping[Part, str], needs: Mapping[Part, int], most: int) -> dict[Part, str]:
    limits = _limits(needs, most)
    short: dict[Part, str] = {}
    unused = 0
    for part in _FILLED:
        if part in texts:
            limit = limits[part] + unused
            fits = needs[part] <= limit
            short[part] = texts[part] if fits else _passage(part, texts[part], limit)
            unused = limit - _count(short[part])
    return {part: short[part] for part in texts}


def _limits(needs: Mapping[Part, int], most: int) -> dict[Part, int]:
    """Share out `most` words; what a part does not need of its share goes to the others."""
    limits: dict[Part, int] = {}
    open_parts = list(needs)
    while open_parts:
        left = most - sum(limits.values())
        shares = sum(SHARES[part] for part in open_parts)
        fair = {part: left * SHARES[part] // shares for part in open_parts}
        content = [part for part in open_parts if needs[part] <= fair[part]]
        limits |= {part: needs[part] for part in content} if content else fair
        open_parts = [part for part in open_parts if part not in limits]
    return limits


def _passage(part: Part, text: str, limit: int) -> str:
    sentences = _sentences(text)
    if part == "result":
        kept, first = _with_digits_first(text, sentences, limit)
    else:
        kept, first = _first_ones(sentences, limit, last_too=part == "action"), 0
    if not kept:
        return _cut(text, sentences[first], limit, opens=first == 0)
    pieces: list[str] = []
    for place, number in enumerate(kept):
        start, end, _ = sentences[number]
        before = kept[place - 1] if place else -1
        if before != number - 1:
            pieces.append(f"{_LEFT_OUT} " if not pieces else f" {_LEFT_OUT} ")
        elif place:
            pieces.append(text[sentences[before].end : start])
        pieces.append(text[start:end])
    if kept[-1] != len(sentences) - 1:
        pieces.append(f" {_LEFT_OUT}")
    return "".join(pieces)


def _first_ones(sentences: Sequence[_Sentence], limit: int, *, last_too: bool) -> list[int]:
    """Return the numbers of the first sentences that fit, and of the last if it fits as well."""
    last = len(sentences) - 1
    kept: list[int] = []
    ending = [last] if last_too and sentences[0].words + sentences[last].words <= limit else []
    left = limit - sum(sentences[number].words for number in ending)
    for number, sentence in enumerate(sentences):
        left -= sentence.words
        if left < 0 or number in ending:
            break
        kept.append(number)
    return kept + ending


def _with_digits_first(
    text: str, sentences: Sequence[_Sentence], limit: int
) -> tuple[list[int], int]:
    """Return the numbers of the sentences that fit, and of the one that matters most."""
    plain = [not any(map(str.isdigit, text[start:end])) for start, end, _ in sentences]
    order = sorted(range(len(sentences)), key=lambda number: (plain[number], number))
    kept = []
    for number in order:
        if sentences[number].words <= limit:
            kept.append(number)
            limit -= sentences[number].words
    return sorted(kept), order[0]


def _cut(text: str, sentence: _Sentence, limit: int, *, opens: bool) -> str:
    """Return the first words of a sentence that is longer than the whole limit of its part."""
    words = re.finditer(r"\S+", text[sentence.start : sentence.end])
    said = [word.end() for word in words if word.group() != _LEFT_OUT]
    piece = text[sentence.start : sentence.start + said[limit - 1]]
    return f"{piece} {_LEFT_OUT}" if opens else f"{_LEFT_OUT} {piece} {_LEFT_OUT}"


def _sentences(text: str) -> list[_Sentence]:
    """Split `text` at blank lines, list items and the ends of sentences, always between words."""
    words = list(re.finditer(r"\S+", text))
    sentences = []
    first = 0
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else None
        if following is None or _ends(
            word.group(), text[word.end() : following.start()], following.group()
        ):
            start, end = words[first].start(), word.end()
            sentences.append(_Sentence(start, end, _count(text[start:end])))
            first = number + 1
    return sentences


def _ends(word: str, gap: str, following: str) -> bool:
    """Tell whether a sentence ends with `word`."""
    if "\n" in gap and (gap.count("\n") > 1 or _ITEM.fullmatch(following)):
        return True
    stem = word.rstrip(_CLOSERS)
    if not stem.endswith((".", "!", "?", _LEFT_OUT)) or stem.casefold() in _ABBREVIATIONS:
        return False
    # "J. Smith" goes on; so does a sentence whose next word has a small first letter.
    initial = len(stem) == 2 and stem[0].isupper()  # noqa: PLR2004 - a letter and its full stop
    opening = next((sign for sign in following if sign.isalnum()), "")
    return not initial and not opening.islower()
