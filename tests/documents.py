"""Makes DOCX files, good ones and evil ones."""

import io
import struct
import zipfile

import docx

DOCUMENT = "word/document.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"


def document(*paragraphs: tuple[str, str]) -> bytes:
    """Return a DOCX file of paragraphs, each given by its style and its text."""
    made = docx.Document()
    for style, text in paragraphs:
        made.add_paragraph(text, style=style)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a DOCX file by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return these parts as one ZIP file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def with_text(old: str, new: str, *, part: str = DOCUMENT) -> bytes:
    """Return a document that says `Mine.`, with `old` replaced by `new` in the XML of a part."""
    parts = parts_of(document(("Normal", "Mine.")))
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    return packed(parts)


def bomb(megabytes: int) -> bytes:
    """Return a document whose text unpacks to so many megabytes, and says so."""
    return with_text("Mine.", "x" * megabytes * 1_000_000)


def lying(megabytes: int) -> bytes:
    """Return a document whose text unpacks to so many megabytes, and that says it is small."""
    content = bytearray(bomb(megabytes))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        member = archive.getinfo(DOCUMENT)
    entry = content.rindex(DOCUMENT.encode())
    # The size stands 22 bytes before the name in the directory, and 22 behind the local header.
    struct.pack_into("<L", content, entry - 22, 1_000)
    struct.pack_into("<L", content, member.header_offset + 22, 1_000)
    return bytes(content)


def with_relationship(kind: str, target: str) -> bytes:
    """Return a document with a relationship of this kind to something outside of it."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="x1" Type="{base}/{kind}" Target="{target}" TargetMode="External"/>'
    return with_text("</Relationships>", f"{link}</Relationships>", part=RELATIONSHIPS)


ENTITIES = (
    '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
)


def with_entities(entity: str = "b") -> bytes:
    """Return a document that declares entities and names one in its text."""
    content = with_text("Mine.", f"&{entity};")
    parts = parts_of(content)
    declared = ENTITIES.encode() + b"<w:document "
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:document ", declared, 1)
    return packed(parts)


def encrypted() -> bytes:
    """Return a document whose text says that it is encrypted."""
    content = bytearray(document(("Normal", "Mine.")))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        member = archive.getinfo(DOCUMENT)
    for flags in (member.header_offset + 6, content.rindex(DOCUMENT.encode()) - 38):
        content[flags] |= 1
    return bytes(content)
