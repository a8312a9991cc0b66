"""Reads the training texts: `training/stories/*.txt`, one file a profession.

A text begins with a line `@ key=value ...`; then comes one sentence a line, `S| ...` for its part
(S, T, A, R, L; `-` in a text that is no story); a line with a pilcrow begins a paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storyloop.reading.sentences import Span, split
from storyloop.reading.values import PARTS, Part

STORIES = Path(__file__).parent / "stories"
LABELS: dict[str, Part] = dict(zip("STARL", PARTS, strict=True))
_SENTENCE = re.compile(r"([STARL-])\| ?(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text as a reader meets it, with what its writer knew of it.

    `lines` are the spans of the writer's sentences with their labels.
    """

    id: str
    file: str
    kind: str
    style: str
    english: str
    level: str
    of: str
    flaws: frozenset[str]
    text: str
    lines: tuple[tuple[int, int, str], ...]

    @property
    def sentences(self) -> list[str]:
        """The sentences that the splitter finds."""
        return [self.text[start:end] for start, end in split(self.text)]

    @property
    def pieces(self) -> list[tuple[Span, Part]]:
        """The same as spans, each with the part most of it was labelled as; of stories only."""
        found = []
        for start, end in split(self.text):
            shares: dict[str, int] = {}
            for begin, stop, label in self.lines:
                shared = min(end, stop) - max(start, begin)
                if shared > 0:
                    shares[label] = shares.get(label, 0) + shared
            found.append(((start, end), LABELS[max(shares, key=lambda label: shares[label])]))
        return found


def labelled(folder: Path = STORIES) -> list[Labelled]:
    """Return all texts, by file and in their order within it."""
    return [text for file in sorted(folder.glob("*.txt")) for text in _of_file(file)]


def _of_file(file: Path) -> Iterator[Labelled]:
    header: dict[str, str] = {}
    rows: list[tuple[str, str]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            if rows:
                yield _text(file.stem, header, rows)
            header, rows = dict(pair.split("=", 1) for pair in line[1:].split()), []
        elif line.startswith("¶"):
            rows.append(("¶", ""))
        elif match := _SENTENCE.match(line):
            rows.append((match[1], match[2].strip()))
        elif line.strip() and not line.startswith("#"):
            message = f"{file.name}: this line is no sentence: {line!r}"
            raise ValueError(message)
    if rows:
        yield _text(file.stem, header, rows)


def _text(file: str, header: dict[str, str], rows: list[tuple[str, str]]) -> Labelled:
    text = ""
    lines = []
    between = "\n" if header["style"] == "bullets" else " "
    for label, sentence in rows:
        if label == "¶":
            text = text.rstrip() + "\n\n"
            continue
        if text and not text.endswith("\n"):
            text += between
        lines.append((len(text), len(text) + len(sentence), label))
        text += sentence
    return Labelled(
        id=header["id"],
        file=file,
        kind=header["kind"],
        style=header["style"],
        english=header.get("english", "native"),
        level=header.get("level", ""),
        of=header.get("of", ""),
        flaws=frozenset(header["flaws"].split(",")) - {"none"},
        text=text,
        lines=tuple(lines),
    )
