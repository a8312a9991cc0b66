"""Opens the ZIP file that a DOCX file is, without trusting a word that it says of itself."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

from storyloop.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

# The most that a file may have, packed and unpacked, in bytes, and in how many parts.
LIMIT = 5_000_000
_MOST_UNPACKED = 20_000_000
_MOST_PARTS = 1_000
_PIECE = 65_536
_XML = (".xml", ".rels")
_ENCRYPTED = 0x1
# The other ways to pack unpack without a bound.
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
# Relationships that may lead elsewhere, as no word of the text hangs on them. None is followed.
_MAY_LEAD_OUT = ("hyperlink", "attachedTemplate", "image")
_NO_WORD_FILE = "the file is not a Word document, whatever its name says; open it and save it anew"
_NOT_WHOLE = "the document is damaged or not whole; open it in a word processor and save it anew"
_TOO_LARGE = (
    f"the document holds more than {_MOST_UNPACKED // 10**6} MB once it is unpacked; "
    "copy the stories into a new one"
)


def measured(content: bytes) -> io.BytesIO:
    """Return a DOCX file anew, with its XML alone and measured; raise Refused.

    What the file says of its own sizes is checked first, and then what really comes out. Pictures
    and the like are left empty. No name in it is ever used as a path.
    """
    _look_at(content)
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(target, "w") as out:
            _check_said(packed)
            for name, part in _parts(packed):
                out.writestr(name, part)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError):
        raise Refused(_NOT_WHOLE) from None
    target.seek(0)
    return target


def _look_at(content: bytes) -> None:
    if len(content) > LIMIT:
        message = f"the document is larger than {LIMIT // 10**6} MB; take its pictures out"
        raise Refused(message)
    if not content:
        message = "the file is empty"
        raise Refused(message)
    if content.startswith(_OLD_WORD):
        message = (
            "the document has a password or is of an old kind (.doc); "
            "save it as .docx without a password"
        )
        raise Refused(message)
    if not content.startswith(_ZIP):
        raise Refused(_NO_WORD_FILE)


def _check_said(packed: zipfile.ZipFile) -> None:
    """Check what the file says of itself, before any of it is unpacked."""
    members = packed.infolist()
    names = {member.filename for member in members}
    if any(member.flag_bits & _ENCRYPTED for member in members):
        message = "the document is encrypted; save it without a password"
        raise Refused(message)
    if len(members) > _MOST_PARTS or sum(m.file_size for m in members if _is_xml(m)) > (
        _MOST_UNPACKED
    ):
        raise Refused(_TOO_LARGE)
    if len(names) < len(members) or any(m.compress_type not in _PACKED for m in members):
        raise Refused(_NOT_WHOLE)
    if "[Content_Types].xml" not in names:
        raise Refused(_NO_WORD_FILE)
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        message = "the document holds macros; save it as .docx without them"
        raise Refused(message)


def _parts(packed: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    left = _MOST_UNPACKED
    for member in packed.infolist():
        if not _is_xml(member):
            yield member.filename, b""
            continue
        part = _unpacked(packed, member, left)
        left -= len(part)
        _check_xml(part)
        yield member.filename, part


def _unpacked(packed: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    with packed.open(member) as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > most:
                raise Refused(_TOO_LARGE)
            pieces.append(piece)
    return b"".join(pieces)


def _is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.casefold().endswith(_XML)


def _check_xml(part: bytes) -> None:
    """Refuse a part that declares entities, or takes text from elsewhere."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = _check_element
    try:
        parser.Parse(part, True)  # noqa: FBT003 - this is the end
    except expat.ExpatError:
        raise Refused(_NOT_WHOLE) from None


def _refuse_doctype(*_: object) -> None:
    message = "the document declares entities of its own, which no word processor does"
    raise Refused(message)


def _check_element(name: str, attributes: dict[str, str]) -> None:
    if not name.endswith("Relationship") or attributes.get("TargetMode") != "External":
        return
    kind = re.split(r"[/:#]", attributes.get("Type", ""))[-1]
    if kind not in _MAY_LEAD_OUT:
        message = (
            "the document takes a part of its text from elsewhere; "
            "copy all of it into a new document"
        )
        raise Refused(message)
