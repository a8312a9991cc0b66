"""The labelled texts that rules fire on and stay silent on: `cases/<name>.txt`.

A case begins with a line `+` (fires) or `-` (silent), which may go on with a note, `kind=...` and
at its end `question=...`. Then comes one sentence a line, `S| ...` for its part (S, T, A, R, L; `-`
in a text that is no story); a line with a pilcrow begins a paragraph. The labels stand in for the
model, so that a rule is tested apart from it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from storyloop.critique import Draft
from storyloop.reading import PARTS, Kind, Part, Reading, Sentence
from storyloop.reading.changes import changes
from storyloop.reading.quantities import quantities
from storyloop.reading.voice import clauses, main_voice

CASES = Path(__file__).with_name("cases")
_LABELS: dict[str, Part] = dict(zip("STARL-", (*PARTS, "action"), strict=True))
_SENTENCE = re.compile(r"([STARL-])\| ?(.*)")
_HEAD = re.compile(r"([+-])(?: .*)?")
_KIND, _QUESTION = re.compile(r"\bkind=(\S+)"), re.compile(r"\bquestion=(.*)")
_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A draft, and whether the rule shall find something in it. `line` is that of its head."""

    line: int
    fires: bool
    draft: Draft


def cases(name: str) -> list[Case]:
    """Return the cases of a rule; raise ValueError for a line that is none of the format's."""
    file = CASES / f"{name}.txt"
    found: list[tuple[int, re.Match[str], list[tuple[str, str]]]] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if row := _SENTENCE.fullmatch(line):
            found[-1][2].append((row[1], row[2]))
        elif line.startswith("¶"):
            found[-1][2].append(("¶", ""))
        elif head := _HEAD.fullmatch(line):
            found.append((number, head, []))
        else:
            message = f"{file.name}, line {number}: this is no line of a case: {line!r}"
            raise ValueError(message)
    return [_case(number, head, rows) for number, head, rows in found]


def _case(line: int, head: re.Match[str], rows: list[tuple[str, str]]) -> Case:
    text, spans = "", []
    for label, said in rows:
        if label == "¶":
            text = text.rstrip() + "\n\n"
            continue
        if text and not text.endswith("\n"):
            text += " "
        spans.append((len(text), _LABELS[label]))
        text += said
    kind, question = _KIND.search(head[0]), _QUESTION.search(head[0])
    numbers = quantities(text)
    reading = Reading(
        text=text,
        words=len(text.split()),
        sentences=tuple(_sentences(text, spans)),
        quantities=numbers,
        changes=changes(text, numbers),
        kind=_KINDS[kind[1]] if kind else "story",
    )
    draft = Draft(reading=reading, question=question[1] if question else "")
    return Case(line=line, fires=head[1] == "+", draft=draft)


def _sentences(text: str, spans: list[tuple[int, Part]]) -> Iterator[Sentence]:
    ends = [start for start, _ in spans[1:]] + [len(text)]
    for (start, part), end in zip(spans, ends, strict=True):
        found = clauses(text, start, end)
        yield Sentence(
            start=start,
            end=end,
            text=text[start:end],
            part=part,
            confidence=1.0,
            voice=main_voice(found),
            clauses=found,
        )
