"""What a DOCX file says, and what no DOCX file may do."""

import io
import zipfile
from contextlib import suppress

import docx
import pytest
from docx.oxml import OxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st

from storyloop.exchange.refused import Refused
from storyloop.exchange.rough import rough_stories
from storyloop.exchange.word import read_word
from tests import documents
from tests.documents import document


def said(content: bytes) -> list[str]:
    """Return the lines of a document, headings marked by their level."""
    return [
        line.text if line.level is None else f"{line.level} {line.text}"
        for line in read_word(content)
        if line.text
    ]


def test_paragraphs_headings_and_lists_come_in_their_order() -> None:
    content = document(
        ("Title", "My stories"),
        ("Heading 1", "The late train"),
        ("Heading 2", "Action"),
        ("List Bullet", "Rang the garage"),
        ("List Number", "Asked for two drivers"),
        ("Normal", "They came.\nAll did."),
    )
    assert said(content) == [
        *("0 My stories", "1 The late train", "2 Action"),
        *("- Rang the garage", "- Asked for two drivers", "They came.", "All did."),
    ]


def test_a_table_of_parts_is_a_sorted_story() -> None:
    made = docx.Document()
    made.add_heading("The lorry", 1)
    table = made.add_table(rows=2, cols=2)
    cells = ("Situation", "It left too early.", "Result", "It came.")
    for cell, text in zip((cell for row in table.rows for cell in row.cells), cells, strict=True):
        cell.text = text
    made.add_paragraph("And it stayed so.")
    stream = io.BytesIO()
    made.save(stream)
    (rough,) = rough_stories(read_word(stream.getvalue()))
    assert (rough.title, rough.is_sorted) == ("The lorry", True)
    assert [(each.part, each.text) for each in rough.passages] == [
        ("situation", "It left too early."),
        ("result", "It came.\n\nAnd it stayed so."),
    ]


def test_a_document_with_a_title_over_several_stories_holds_those() -> None:
    content = document(
        *(("Title", "Kept"), ("Normal", "Since 2021."), ("Heading 1", "One"), ("Normal", "A.")),
        *(("Heading 1", "Two"), ("Normal", "B.")),
    )
    assert [rough.title for rough in rough_stories(read_word(content))] == ["Kept", "One", "Two"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:ins><w:r><w:t>new</w:t></w:r></w:ins>", "Mine. new"),
        ("<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "Mine."),
        ("<w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom>", "Mine."),
        ("<w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>", "Mine. linked"),
        ("<w:sdt><w:sdtContent><w:r><w:t>field</w:t></w:r></w:sdtContent></w:sdt>", "Mine. field"),
        ("<w:r><w:noBreakHyphen/><w:tab/><w:t>x</w:t></w:r>", "Mine. -\tx"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>", "Mine."),
    ],
)
def test_words_count_that_a_reader_of_the_document_sees(inside: str, expected: str) -> None:
    content = documents.with_text("Mine.</w:t></w:r>", f"Mine. </w:t></w:r>{inside}")
    assert said(content) == [expected]


def test_a_text_box_is_read_once() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Around it.")
    inner = OxmlElement("w:p")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "Inside."
    run.append(text)
    inner.append(run)
    paragraph.add_run()._r.append(inner)  # noqa: SLF001 - the library has no text boxes
    stream = io.BytesIO()
    made.save(stream)
    assert said(stream.getvalue()) == ["Around it.", "Inside."]


LINKED = ("hyperlink", "attachedTemplate", "image")
GOOD = document(("Normal", "Mine."))
NOT_WHOLE = "the document is damaged or not whole"
REFUSED = {
    "nothing": (b"", "the file is empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "the file is not a Word document, whatever its name says"),
    "a text": (b"Mine.", "the file is not a Word document"),
    "another ZIP": (documents.packed({"a.txt": b"a"}), "the file is not a Word document"),
    "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "the document has a password or is of an"),
    "encrypted": (documents.encrypted(), "the document is encrypted; save it without a password"),
    "too large": (b"PK\x03\x04" + bytes(5_000_000), "the document is larger than 5 MB"),
    "a bomb": (documents.bomb(30), "the document holds more than 20 MB once it is unpacked"),
    "a bomb that lies": (documents.lying(30), NOT_WHOLE),
    "many parts": (
        documents.packed({f"{n}.xml": b"<a/>" for n in range(1_001)}),
        "the document holds more than 20 MB",
    ),
    "unbounded packing": (
        documents.packed(documents.parts_of(GOOD), zipfile.ZIP_BZIP2),
        NOT_WHOLE,
    ),
    "half of it": (GOOD[: len(GOOD) // 2], NOT_WHOLE),
    "broken XML": (documents.with_text("Mine.", "<Mine"), NOT_WHOLE),
    "an entity": (documents.with_entities(), "the document declares entities of its own"),
    "an entity of a file": (documents.with_entities("c"), "the document declares entities"),
    "macros": (
        documents.packed({**documents.parts_of(GOOD), "word/vbaProject.bin": b"x"}),
        "the document holds macros; save it as .docx without them",
    ),
    "text from elsewhere": (
        documents.with_relationship("subDocument", "http://elsewhere.example/a.docx"),
        "the document takes a part of its text from elsewhere",
    ),
    "no text part": (
        documents.packed(
            {
                name: part
                for name, part in documents.parts_of(GOOD).items()
                if name != documents.DOCUMENT
            }
        ),
        "the document cannot be read; open it in a word processor and save it anew",
    ),
    "too much text": (documents.bomb(2), "the document holds more than 1 MB of text"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_good_document_gets_one_sentence(case: str) -> None:
    content, sentence = REFUSED[case]
    with pytest.raises(Refused) as caught:
        read_word(content)
    (problem,) = caught.value.problems
    assert problem.startswith(sentence)
    assert not problem.endswith(".")


@pytest.mark.parametrize("kind", LINKED)
@pytest.mark.parametrize("target", ["http://elsewhere.example/a", "file:///etc/passwd"])
def test_a_link_that_the_text_does_not_hang_on_is_not_followed(kind: str, target: str) -> None:
    assert said(documents.with_relationship(kind, target)) == ["Mine."]


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil.xml", "C:\\evil.xml", "a\0.xml"])
def test_a_path_in_the_archive_is_never_used(name: str) -> None:
    content = documents.packed({**documents.parts_of(GOOD), name: b"<a/>"})
    assert said(content) == ["Mine."]


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
@settings(max_examples=200)
def test_a_damaged_document_is_read_or_refused(at: int, byte: int) -> None:
    content = GOOD[:at] + bytes([byte]) + GOOD[at + 1 :]
    with suppress(Refused):
        read_word(content)
