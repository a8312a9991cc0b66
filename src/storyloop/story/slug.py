"""Story ids: short, lower-case, safe as a file name and in an address."""

import re
import unicodedata
from collections.abc import Container

MAX_LENGTH = 60
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Names that mean something else where ids are used: devices on Windows, pages of the web app.
_RESERVED = frozenset({"con", "prn", "aux", "nul", "new", "begin", "paste", "import"}) | {
    f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10)
}


def is_slug(text: str) -> bool:
    """Tell whether `text` may be a story's id."""
    return len(text) <= MAX_LENGTH and _SLUG.fullmatch(text) is not None and text not in _RESERVED


def slug(title: str, taken: Container[str] = ()) -> str:
    """Return an id for `title` that is not in `taken`: `a-title`, then `a-title-2`, and so on.

    Accents are dropped; a title with no letter of the Latin alphabet gives `story`.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))[:MAX_LENGTH].strip("-")
    if not is_slug(stem):
        stem = f"story-{stem}".strip("-")[:MAX_LENGTH].strip("-")
    candidate, n = stem, 1
    while candidate in taken:
        n += 1
        suffix = f"-{n}"
        candidate = stem[: MAX_LENGTH - len(suffix)].strip("-") + suffix
    return candidate
