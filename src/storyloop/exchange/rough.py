"""Finds the stories in a text that is no story file: where each begins, and what its parts are.

A text may hold several stories, each under a heading of the first level or set apart by a line
`---`. Inside a story, headings and labels such as `Situation` or `Result:` name its parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storyloop.exchange.refused import Refused
from storyloop.story.tidy import tidy_line, tidy_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from storyloop.reading import Part

_LABELS: dict[Part, str] = {
    "situation": "situation|the situation|context|background|setting",
    "task": "task|the task|my task|goal|objective|challenge",
    "action": "action|actions|my actions|approach|what i did",
    "result": "result|results|outcome|outcomes|impact",
    "reflection": "learned|learnt|learning|learnings|lesson|lessons|lessons learned|lessons learnt|"
    "what i learned|what i learnt|what i would do differently|reflection|reflections|takeaways",
}
_PART_OF = {label: part for part, labels in _LABELS.items() for label in labels.split("|")}
_INITIALS: dict[str, Part] = dict(zip("STARL", _LABELS, strict=True))
_NAME = "|".join(sorted(_PART_OF, key=len, reverse=True))
# A label has its line for itself, or a colon or dash behind it.
_LABEL = re.compile(
    rf"[ \t]*(?:\d+[.)][ \t]*)?[*_\[(]*(?P<name>{_NAME})"
    rf"(?P<also>[ \t]*(?:/|&|\+|and)[ \t]*(?:{_NAME}))?[*_\])]*"
    r"(?:[ \t]*[:–—][*_]*|[ \t]+-(?=[ \t])|[ \t]*$)[ \t]*(?P<rest>.*)",
    re.IGNORECASE,
)
_INITIAL = re.compile(
    r"[ \t]*[*_]*(?:[\[(](?P<boxed>[STARL])[\])]|"
    r"(?P<name>[STARL])[*_]*(?:[:–—]|[ \t]+-(?=[ \t])))[*_:]*[ \t]*(?P<rest>.*)"
)
# One letter means little alone, so it takes several of them.
_FEWEST_LABELS, _FEWEST_INITIALS = 2, 3
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_UNDERLINE = re.compile(r"={3,}[ \t]*$")
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_LONGEST_TITLE = 80
_MOST_STORIES, _MOST_WORDS = 100, 5_000
_ENDS_A_SENTENCE = (".", "!", "?", ":", ";", ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a text; `level` is that of a heading, and None otherwise."""

    text: str
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of text and the part that its writer named, if any."""

    text: str
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rough:
    """One story as it was found; `title` may be empty."""

    title: str
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """All of it but the title and the labels."""
        return "\n\n".join(passage.text for passage in self.passages)

    @property
    def is_sorted(self) -> bool:
        """Whether the writer named every part, and each once."""
        parts = {passage.part for passage in self.passages}
        return None not in parts and len(parts) == len(self.passages) >= _FEWEST_LABELS


def lines_of(text: str) -> list[Line]:
    """Return the lines of a plain text or of Markdown without front matter."""
    found: list[Line] = []
    for line in tidy_text(text.removeprefix("\ufeff")).split("\n"):
        heading = _HEADING.match(line)
        if heading and (said := heading[2].rstrip().rstrip("#").rstrip()):
            found.append(Line(text=said, level=len(heading[1])))
        elif _UNDERLINE.match(line) and found and found[-1].text.strip():
            found[-1] = Line(text=found[-1].text, level=1)
        else:
            found.append(Line(text=line))
    return found


def rough_stories(lines: Sequence[Line]) -> tuple[Rough, ...]:
    """Return the stories that stand in `lines`, in their order; none if there is no text.

    Raise Refused if there are too many, or one is far too long to be told.
    """
    level = _level_of_stories(lines)
    found = (_rough(piece) for piece in _pieces(lines, level))
    stories = tuple(rough for rough in found if rough.passages)
    if len(stories) > _MOST_STORIES:
        message = f"it would be {len(stories)} stories; at most {_MOST_STORIES} come in at a time"
        raise Refused(message)
    longest = max((len(rough.text.split()) for rough in stories), default=0)
    if longest > _MOST_WORDS:
        message = (
            f"a story of {longest:,} words would take longer than half an hour to tell; "
            "part it by headings or by lines of ---"
        )
        raise Refused(message)
    return stories


def _level_of_stories(lines: Sequence[Line]) -> int | None:
    """Return the level of the headings that each begin a story; None if no heading does."""
    headings = [
        (at, line.level)
        for at, line in enumerate(lines)
        if line.level is not None and not _LABEL.fullmatch(line.text)
    ]
    levels = sorted({level for _, level in headings})
    if levels and _stands_over_all(lines, headings, levels):
        levels = levels[1:]
    if levels and sum(level == levels[0] for _, level in headings) > 1:
        return levels[0]
    return None


def _stands_over_all(
    lines: Sequence[Line], headings: Sequence[tuple[int, int]], levels: Sequence[int]
) -> bool:
    """Tell whether the highest heading is the title of a collection, not of a story."""
    at = [place for place, level in headings if level == levels[0]]
    below = [place for place, level in headings if level == levels[1]] if levels[1:] else []
    if len(at) != 1 or len(below) <= 1:
        return False
    return levels[0] == 0 or not any(line.text.strip() for line in lines[at[0] + 1 : below[0]])


def _pieces(lines: Sequence[Line], level: int | None) -> Iterator[list[Line]]:
    piece: list[Line] = []
    for line in lines:
        if level is None:
            begins = line.level is None and _RULE.match(line.text) is not None
        else:
            begins = line.level == level and not _LABEL.fullmatch(line.text)
        if begins:
            yield piece
            piece = [] if level is None else [line]
        else:
            piece.append(line)
    yield piece


def _rough(piece: Sequence[Line]) -> Rough:
    lines = [line for line in piece if not (line.level is None and _RULE.match(line.text))]
    while lines and not lines[0].text.strip():
        lines = lines[1:]
    label = _labels_of(lines)
    has_title = bool(lines) and _is_title(lines, label)
    return Rough(
        title=tidy_line(lines[0].text) if has_title else "",
        passages=tuple(_passages(lines[has_title:], label)),
    )


def _labels_of(lines: Iterable[Line]) -> re.Pattern[str] | None:
    """Return how this story names its parts, None if it does not."""
    for pattern, fewest in ((_LABEL, _FEWEST_LABELS), (_INITIAL, _FEWEST_INITIALS)):
        found = {_part(match) for line in lines if (match := pattern.fullmatch(line.text))}
        if len(found) >= fewest:
            return pattern
    return None


def _part(match: re.Match[str]) -> Part | None:
    named = match.groupdict()
    if named.get("also"):
        return None
    name = named.get("boxed") or named["name"]
    return _INITIALS.get(name) or _PART_OF.get(name.casefold())


def _is_title(lines: Sequence[Line], label: re.Pattern[str] | None) -> bool:
    first, rest = lines[0], lines[1:]
    if label and label.fullmatch(first.text):
        return False
    if first.level is not None:
        return True
    said = first.text.strip()
    if len(said) > _LONGEST_TITLE or said.endswith(_ENDS_A_SENTENCE):
        return False
    if not any(line.text.strip() for line in rest):
        return False
    follows = rest[0].text
    return not follows.strip() or bool(label and label.fullmatch(follows))


def _passages(lines: Iterable[Line], label: re.Pattern[str] | None) -> Iterator[Passage]:
    part: Part | None = None
    said: list[str] = []
    for line in lines:
        match = label.fullmatch(line.text) if label else None
        if match is None:
            said.append(line.text)
            continue
        yield from _passage(said, part)
        part, said = _part(match), [match["rest"]]
    yield from _passage(said, part)


def _passage(said: Iterable[str], part: Part | None) -> Iterator[Passage]:
    text = tidy_text("\n".join(said))
    if text:
        yield Passage(text=text, part=part)
