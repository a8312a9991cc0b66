"""What a critique says, as compilers say it: the place, the line, a pointer, the remedy."""

from unicodedata import category, east_asian_width

from storyloop.critique.critique import ENOUGH_WORDS, Critique
from storyloop.critique.lines import Lines
from storyloop.critique.rule import Finding

_WIDTH = 88
_LEAD = 30
_TAB = "    "
_CUT = "… "
_INDENT = "    "
_INVISIBLE = ("Mn", "Me", "Cf")
_UNPRINTABLE = ("Cc", "Cs", "Zl", "Zp")


def report_text(path: str, text: str, critique: Critique) -> str:
    """Return the findings of `critique` on `text`, then its strength, as lines to be printed.

    Columns count code points, from 1. The pointer stands under the first line of a finding, in
    columns of a terminal: wide characters take two, combining marks none, a tab four. Of a long
    line the piece around the finding is shown.
    """
    lines = Lines(text)
    shown = [_finding(_printable(path), text, lines, each) for each in critique.findings]
    off = [f"Switched off here: {each.rule} ({each.reason})." for each in critique.switched_off]
    return "\n".join([*shown, *map(_printable, off), strength_line(critique)]) + "\n"


def strength_line(critique: Critique) -> str:
    """Return the strength and the number of findings, or that there is too little to judge."""
    count = len(critique.findings)
    found = {0: "no findings", 1: "1 finding"}.get(count, f"{count} findings")
    if critique.strength is None:
        return f"Fewer than {ENOUGH_WORDS} words are too little to judge: {found}."
    return f"Strength {critique.strength} of 100: {found}."


def _finding(path: str, text: str, lines: Lines, finding: Finding) -> str:
    line, column = lines.place(finding.start)
    start, end = lines.span(line)
    piece, pointer = _pointed(text, (start, end), finding)
    points = {0: "", 1: ", 1 point"}.get(finding.cost, f", {finding.cost} points")
    return (
        f"{path}:{line}:{column}: {finding.code} {finding.name}\n"
        f"{_INDENT}{piece}\n{_INDENT}{pointer}\n"
        f"  {finding.severity.capitalize()}{points}: {finding.message}\n"
        f"  Remedy: {finding.remedy}\n"
    )


def _pointed(text: str, line: tuple[int, int], finding: Finding) -> tuple[str, str]:
    """Return the piece of the line around a finding, and the carets to stand under it."""
    start = _window_start(text, line[0], finding.start)
    cut = _CUT if start > line[0] else ""
    piece, pointer = [cut], [" " * len(cut)]
    width = len(cut)
    for place in range(start, line[1]):
        cell = _printable(text[place])
        columns = _columns(cell)
        if width + columns > _WIDTH:
            piece.append("…")
            break
        width += columns
        piece.append(cell)
        pointer.append(("^" if finding.start <= place < finding.end else " ") * columns)
    carets = "".join(pointer).rstrip()
    return "".join(piece).rstrip(), carets or " " * len(cut) + "^"


def _window_start(text: str, line: int, place: int) -> int:
    """Where to begin, so that some of what stands before the finding is seen, by whole words."""
    columns, start = 0, place
    while start > line and columns <= _WIDTH - _LEAD:
        start -= 1
        columns += _columns(_printable(text[start]))
    if start == line:
        return line
    start, columns = place, 0
    while start > line and columns < _LEAD:
        start -= 1
        columns += _columns(_printable(text[start]))
    space = text.find(" ", start, place)
    return space + 1 if space >= 0 else start


def _printable(text: str) -> str:
    """Return `text` without what could steer a terminal; a tab becomes four spaces."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        _TAB if char == "\t" else "\ufffd" if category(char) in _UNPRINTABLE else char
        for char in text
    )


def _columns(cell: str) -> int:
    if cell.isascii():
        return len(cell)
    return sum(
        0 if category(char) in _INVISIBLE else 2 if east_asian_width(char) in "WF" else 1
        for char in cell
    )
