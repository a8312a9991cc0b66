"""A text file is read whatever program wrote it, and what is no text is refused in a sentence."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop.exchange.decoding import LIMIT, decoded
from storyloop.exchange.refused import Refused

TEXT = "The café’s “last” train – 40 £ late.\r\nI rang.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "cp1252"], ids=str)
def test_a_text_is_read_as_it_was_written(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"], ids=["little end", "big end"])
def test_both_orders_of_utf16_are_known_by_their_mark(mark: bytes) -> None:
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decoded(mark + TEXT.encode(order)) == TEXT


def test_the_mark_of_utf8_stays_so_that_a_story_file_keeps_every_byte() -> None:
    assert decoded(b"\xef\xbb\xbf" + TEXT.encode()) == f"\ufeff{TEXT}"


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8")))
def test_any_text_without_null_characters_comes_back(text: str) -> None:
    assert decoded(text.encode()) == text


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00",
        "Größe, Fluß".encode().replace(b"\x9f", b"", 1),
        "Последний поезд опоздал на сорок минут".encode("cp1251"),
        b"caf\xe9 \x81",
        b"caf\xe9 \x07",
        b"\xff\xfe\x00\xd8",
    ],
    ids=["a picture", "damaged UTF-8", "Cyrillic", "no letter", "a bell", "half a pair"],
)
def test_what_cannot_be_read_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="the file is not UTF-8 text; save it as plain text"):
        decoded(content)


@pytest.mark.parametrize("content", [b"a\0b", "No mark.".encode("utf-16-le")])
def test_null_characters_are_no_text(content: bytes) -> None:
    with pytest.raises(Refused, match="the file is not text; save it as plain text or Markdown"):
        decoded(content)


def test_a_text_over_the_limit_is_refused() -> None:
    assert len(decoded(b"x" * LIMIT)) == LIMIT
    with pytest.raises(Refused, match="the file is larger than 1 MB, the most a story may have"):
        decoded(b"x" * (LIMIT + 1))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(Refused):
        assert "\0" not in decoded(content)
