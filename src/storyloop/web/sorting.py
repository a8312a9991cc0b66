"""A rough telling, sorted into the parts as the model reads its sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from storyloop import guide
from storyloop.exchange.sorting import told
from storyloop.story import PARTS

if TYPE_CHECKING:
    from storyloop.reading import Sentence

# The fields of the form, in the order of the telling, with the part of the reading in each.
FIELDS: dict[str, str] = {**{part: part for part in PARTS}, "learned": "reflection"}
_QUOTED = 6
_MOST_QUOTES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The text of each field, and one line that says what was done."""

    parts: Mapping[str, str]
    note: str


def sorted_into_parts(texts: Mapping[str, str]) -> Sorted:
    """Return the texts of the fields sorted anew; every sentence stays, word for word.

    Within a part the sentences keep their order.
    """
    from storyloop.reading import read

    typed = [said.replace("\r\n", "\n").strip("\n") for each in FIELDS if (said := texts.get(each))]
    reading = read("\n\n".join(said for said in typed if said.strip()))
    parts = told((each.text, each.part) for each in reading.sentences)
    return Sorted(parts=dict.fromkeys(FIELDS, "") | parts, note=_note(reading.sentences))


def _note(sentences: Sequence[Sentence]) -> str:
    if not any(each.text.strip() for each in sentences):
        return "There is nothing to sort yet."
    names = {part.id: part.name for part in guide.parts()} | {"reflection": "Learned"}
    strays = [f"“{_opening(each.text)}” to {names[each.part]}" for each in _out_of_order(sentences)]
    if not strays:
        return "Sorted into parts. Move a heading where you would cut it otherwise."
    more = len(strays) - _MOST_QUOTES
    said = ", ".join(strays[:_MOST_QUOTES]) + (f", and {more} more" if more > 0 else "")
    return f"Sorted into parts. What stood elsewhere was moved: {said}."


def _out_of_order(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the fewest sentences without which the parts stand in their order."""
    order = list(FIELDS.values())
    # The longest run in order that ends in each part: its length, its last place, what is before.
    longest = [_Run(0, -1, None) for _ in order]
    for place, each in enumerate(sentences):
        rank = order.index(each.part)
        best = max(longest[: rank + 1], key=lambda run: run.length)
        longest[rank] = _Run(best.length + 1, place, best)
    run: _Run | None = max(longest, key=lambda run: run.length)
    kept = set()
    while run:
        kept.add(run.last)
        run = run.before
    return [each for place, each in enumerate(sentences) if place not in kept]


class _Run(NamedTuple):
    length: int
    last: int
    before: _Run | None


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:_QUOTED]) + (" …" if len(words) > _QUOTED else "")
