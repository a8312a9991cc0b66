"""From the bytes of a text file to its text, whatever program wrote it."""

from __future__ import annotations

import codecs
import re

from storyloop.exchange.refused import Refused

# The most that a text may have, in bytes.
LIMIT = 1_000_000

# UTF-32 comes first, as its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
# English, French or German in Windows-1252 stays far below; another alphabet is far above.
_MOST_BEYOND_ASCII = 0.2
_NOT_UTF8 = "the file is not UTF-8 text; save it as plain text or Markdown"


def decoded(content: bytes) -> str:
    """Return the text of a file; raise Refused for what is no text, or too long.

    It is read as UTF-8, as UTF-16 or UTF-32 if a mark at its beginning says so, or as Windows-1252
    if it could be that and nothing else. The mark of UTF-8 is kept.
    """
    if len(content) > LIMIT:
        message = f"the file is larger than {LIMIT // 10**6} MB, the most a story may have"
        raise Refused(message)
    text = _text(content)
    if "\0" in text:
        message = "the file is not text; save it as plain text or Markdown"
        raise Refused(message)
    return text


def _text(content: bytes) -> str:
    named = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(named)
    except UnicodeDecodeError:
        if named == "utf-8" and _could_be_windows(content):
            return _windows(content)
        raise Refused(_NOT_UTF8) from None


def _could_be_windows(content: bytes) -> bool:
    # Where some letters are UTF-8, it is UTF-8 that was damaged.
    if _CONTROLS.search(content) or _UTF8_LETTER.search(content):
        return False
    return len(_BEYOND_ASCII.findall(content)) <= _MOST_BEYOND_ASCII * len(content)


def _windows(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise Refused(_NOT_UTF8) from None
