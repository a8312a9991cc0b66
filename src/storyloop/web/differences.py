"""What changed inside a text, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# Beyond this many words a comparison word by word takes seconds; then the texts stand whole.
LONGEST = 3000
_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of text that both versions have, or that only the former or the later one has."""

    kind: str
    text: str


def differences(before: str, after: str) -> tuple[Stretch, ...]:
    """Return the stretches of both texts in reading order; kinds: same, out, in."""
    a, b = _WORD.findall(before), _WORD.findall(after)
    if max(len(a), len(b)) > LONGEST:
        whole = (Stretch(kind="out", text=before), Stretch(kind="in", text=after))
        return tuple(stretch for stretch in whole if stretch.text)
    found: list[Stretch] = []
    for tag, a_start, a_end, b_start, b_end in SequenceMatcher(
        None, a, b, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            found.append(Stretch(kind="same", text="".join(a[a_start:a_end])))
            continue
        if a_end > a_start:
            found.append(Stretch(kind="out", text="".join(a[a_start:a_end])))
        if b_end > b_start:
            found.append(Stretch(kind="in", text="".join(b[b_start:b_end])))
    return tuple(found)
