"""The one form in which texts are held, so that equal texts are equal values."""

import re
from collections.abc import Iterable

# Control characters but tab and line feed, and halves of surrogate pairs: no file, no database
# and no reader can hold them all, so no story does.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_LINE_BREAKS = re.compile(r"\r\n?|[\x85\u2028\u2029]")


def tidy_text(text: str) -> str:
    """Return `text` with LF line ends, no unwritable characters and no blank margin.

    Spaces that open the first line are kept, as they may be meant (a list, a quotation).
    """
    text = _writable(text).rstrip()
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    return "\n".join(lines[first:])


def tidy_line(text: str) -> str:
    """Return `text` as one line: every run of white space is one space, none at the ends."""
    return " ".join(_writable(text).split())


def tidy_list(items: Iterable[str]) -> tuple[str, ...]:
    """Return the tidy, non-empty lines of `items`, each once, in their order."""
    return tuple(dict.fromkeys(line for item in items if (line := tidy_line(item))))


def _writable(text: str) -> str:
    # Almost all texts are plain, and this is on the way of every story that is read.
    if text.replace("\n", "").isprintable():
        return text
    return _UNWRITABLE.sub("", _LINE_BREAKS.sub("\n", text))
