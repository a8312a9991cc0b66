"""One plain form of a text for the grammars: lower case, simple spaces, and the same length."""

import re

# Typists' and word processors' variants of the characters that the grammars look for.
_SAME = {
    "\t": " ",
    "\r": " ",
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "’": "'",
    "‑": "-",
    "–": "-",
    "−": "-",
}
# A line that was broken at the margin goes on in the next one; a list marker begins anew.
# The line feed comes first in the pattern, since a search for one character is quick.
_WRAP = re.compile(r"\n(?<=[^\n]{50}\n)(?!\d{1,3}[.)] )(?=[^\W_]|[£$€¥(])")


def plain(text: str) -> str:
    """Return `text` in plain form, each code point at its old place."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for variant, simple in _SAME.items():
        lowered = lowered.replace(variant, simple)
    return _WRAP.sub(" ", lowered) if "\n" in lowered else lowered
