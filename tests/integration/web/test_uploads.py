"""Files handed to the page: taken in and reported on, and nothing in them does any harm."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyloop.bank import drafts, queries, services
from storyloop.bank.models import Via
from storyloop.story import Story, write_markdown
from tests import documents
from tests.documents import document
from tests.integration.examples import EDITED, LATE_TRAIN
from tests.integration.web.hostile import ATTACK, harms
from tests.integration.web.reading import post, read, show
from tests.strategies import stories

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.web.reading import Page

pytestmark = pytest.mark.django_db

IMPORT = "/stories/import/"
UNDO = "/stories/import/undo/"
SORTED = "# The lorry\n\nTask: It left too early.\nAction: I moved it.\n"
ROUGH = "The last train had no crew. I rang the bus garage. Everybody was home by midnight."


def upload(client: Client, *files: tuple[str, bytes | str]) -> Page:
    """Hand files over as a browser does, each given by its name and its content."""
    sent = [
        SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)
        for name, content in files
    ]
    return read(client.post(IMPORT, {"files": sent}))


def titles() -> list[str]:
    """Return the titles of the bank's stories."""
    return [held.story.title for held in queries.stories()]


def test_every_file_is_reported_with_what_became_of_it(client: Client) -> None:
    upload(client, ("a.md", LATE_TRAIN), ("c.txt", SORTED))
    page = upload(
        client,
        ("a.md", EDITED),
        ("c.txt", SORTED),
        (
            "b.docx",
            document(("Heading 1", "The fair"), ("Normal", "Task: A."), ("Normal", "Action: B.")),
        ),
        ("late.txt", ROUGH),
        ("bad.md", "---\nwhen: soon\n---\n"),
    )
    assert (page.status, page.title) == (200, "What came in · Storyloop")
    for said in (
        "The late train A new version a.md",
        "The lorry There already c.txt",
        "The fair Added b.docx",
        "late Needs a look The last train had no crew.",
        "bad.md Not taken in Line 2, when: 'soon' is not a year",
    ):
        assert said in page.words
    assert {"/stories/late-train/", "/stories/the-lorry/", "/stories/the-fair/"} <= set(page.links)
    assert titles() == ["The fair", "The late train", "The lorry"]


def test_a_text_to_look_at_is_a_draft_until_it_is_sorted(client: Client) -> None:
    page = upload(client, ("late-train.txt", ROUGH))
    (draft,) = drafts.drafts()
    assert draft.content["title"] == ["late train"]
    assert titles() == []
    split = read(post(client, "/stories/paste/", page.form("said").filled()))
    assert split.title == "Sort the sentences · Storyloop"
    form = split.form("said").filled({"part-0": "task"})
    answer = post(client, "/stories/paste/", form | {"make": ["1"]})
    shown = show(client, answer.headers["Location"]).form("title").filled()
    assert shown["task"] == ["The last train had no crew."]
    assert [each.key for each in drafts.drafts()] == [draft.key]


def test_the_same_file_again_makes_no_second_draft(client: Client) -> None:
    first, second = (upload(client, ("a.txt", ROUGH), ("b.md", LATE_TRAIN)) for _ in range(2))
    assert (len(drafts.drafts()), titles()) == (1, ["The late train"])
    assert "Undo this import" in first.words
    assert "Undo this import" not in second.words


def test_an_import_is_undone_in_one_step(client: Client) -> None:
    upload(client, ("a.md", LATE_TRAIN))
    page = upload(client, ("a.md", EDITED), ("b.txt", SORTED), ("c.txt", ROUGH))
    done = read(client.post(UNDO, page.form("story").filled(), follow=True))
    assert "The import is undone: 3 stories went as they came." in done.words
    assert titles() == ["The late train"]
    assert "sixty" in queries.held("late-train").story.task
    assert drafts.drafts() == []


def test_what_was_changed_since_is_not_undone(client: Client) -> None:
    page = upload(client, ("b.txt", SORTED), ("c.txt", ROUGH))
    services.save(Story(id="the-lorry", title="Mine"), base=1, via=Via.WEB)
    address = f"/stories/new/?draft={drafts.drafts()[0].key}"
    typed = show(client, address).form("title").filled({"task": "My own words."})
    post(client, address, typed | {"keep": ["1"]})
    done = read(client.post(UNDO, page.form("story").filled(), follow=True))
    assert "What was changed since the import stays as it is." in done.words
    assert (titles(), len(drafts.drafts())) == (["Mine"], 1)


def test_an_undo_of_nothing_known_changes_nothing(client: Client, late_train: Story) -> None:
    services.save(Story(id=late_train.id, title="Mine"), base=1, via=Via.WEB)
    sent = {"story": ["late-train 2", "no 1", "late-train", "late-train x 1", "a 99999999999"]}
    assert post(client, UNDO, sent | {"draft": ["no 1", ""]}).status_code == 302
    assert queries.held("late-train").revision == 2
    assert client.get(UNDO).status_code == 405


def test_no_file_is_said(client: Client) -> None:
    page = read(client.post(IMPORT, {}))
    assert page.status == 422
    assert "No file arrived." in page.words


BAD = {
    "empty.txt": (b"", "There is no text in this file."),
    "empty.docx": (b"", "The file is empty."),
    "zero.txt": (b"a\0b", "The file is not text; save it as plain text or Markdown."),
    "torn.txt": (
        "Größe, Fluß".encode().replace(b"\x9f", b"", 1),
        "The file is not UTF-8 text; save it as plain text or Markdown.",
    ),
    "photo.docx": (b"\x89PNG\r\n\x1a\n", "The file is not a Word document, whatever its name"),
    "photo.png": (b"\x89PNG\r\n\x1a\n", "The file is not UTF-8 text"),
    "macros.docm": (document(), "A .docm file is not read; it can hold macros, so save it as"),
    "large.txt": (b"x" * 1_000_001, "The file is larger than 1 MB, the most a story may have."),
    "large.docx": (b"PK\x03\x04" + b"x" * 6_000_000, "The document is larger than 5 MB"),
    "bomb.docx": (documents.bomb(50), "The document holds more than 20 MB once it is unpacked"),
    "lying.docx": (documents.lying(50), "The document is damaged or not whole"),
    "entities.docx": (documents.with_entities(), "The document declares entities of its own"),
    "linked.docx": (
        documents.with_relationship("subDocument", "http://elsewhere.example/"),
        "The document takes a part of its text from elsewhere",
    ),
    "secret.docx": (documents.encrypted(), "The document is encrypted"),
    "half.docx": (document()[:5_000], "The document is damaged or not whole"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_has_one_sentence_and_adds_nothing(
    client: Client, name: str
) -> None:
    content, sentence = BAD[name]
    page = upload(client, (name, content), ("good.txt", SORTED))
    assert page.status == 200
    assert f"{name} Not taken in {sentence}" in page.words
    # All that can be taken in is.
    assert titles() == ["The lorry"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_text_of_another_program_is_read_right(client: Client, encoding: str) -> None:
    text = SORTED.replace("lorry", "lorry’s café")
    upload(client, ("a.txt", text.encode(encoding)))
    assert titles() == ["The lorry’s café"]


class Unread(io.RawIOBase):
    """A body of which nothing may be read."""

    def read(self, size: int = -1, /) -> bytes:
        """Fail."""
        message = f"{size} bytes were read"
        raise AssertionError(message)


def test_more_than_comes_in_at_a_time_is_refused_before_it_is_read() -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.get(IMPORT)
    answer = strict.generic(
        "POST",
        IMPORT,
        b"--x",
        content_type="multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": "25000001", "wsgi.input": Unread()},  # type: ignore[arg-type]
    )
    page = read(answer)
    assert (page.status, page.title) == (413, "That was too much at once · Storyloop")
    assert "At most 100 files and 25 MB come in at a time" in page.words


def test_a_thousand_files_are_refused(client: Client) -> None:
    page = upload(client, *((f"{n}.txt", SORTED) for n in range(1_000)))
    assert page.status == 413
    assert "Nothing was taken in. At most 100 files" in page.words
    assert titles() == []


def test_a_hundred_files_are_taken_in(client: Client) -> None:
    page = upload(client, *((f"{n}.txt", f"{SORTED}And {n} more.") for n in range(100)))
    assert page.status == 200
    assert len(titles()) == 100


def test_files_come_in_by_a_form_of_our_own_only() -> None:
    strict = Client(enforce_csrf_checks=True)
    file = SimpleUploadedFile("a.txt", SORTED.encode())
    answer = strict.post(IMPORT, {"files": [file]})
    assert read(answer).status == 403
    assert "Nothing was saved" in answer.content.decode()
    for address in ("/stories/paste/", UNDO):
        assert post(strict, address, {"text": [ROUGH]}).status_code == 403
    assert titles() == []


@pytest.mark.parametrize(
    "name",
    [
        *("../../evil.txt", "/etc/passwd.txt", "..\\..\\evil.txt", "C:\\evil.txt"),
        *(f"{ATTACK}.txt", "a\r\nSet-Cookie: x.txt", "\u202etxt.md", "." * 300 + ".txt"),
    ],
)
def test_a_name_is_shown_as_text_and_is_no_path(
    client: Client, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = upload(client, (name, ROUGH), (f"2{name}", "---\nwhen: soon\n---\n"))
    assert (page.status, harms(page)) == (200, [])
    assert list(tmp_path.iterdir()) == []
    split = read(post(client, "/stories/paste/", page.form("said").filled()))
    assert (split.status, harms(split)) == (200, [])


def test_an_attack_in_a_file_is_shown_as_text(client: Client) -> None:
    page = upload(
        client,
        ("a.txt", f"# {ATTACK}\n\nTask: {ATTACK}\nAction: {ATTACK}\n"),
        ("b.txt", f"# {ATTACK}\n\n{ATTACK}\n"),
        ("c.docx", document(("Heading 1", ATTACK), ("Normal", ATTACK))),
        ("d.md", f"---\nwhen: {ATTACK!r}\n---\n"),
    )
    assert (page.status, harms(page)) == (200, [])
    assert "<script>alert(1)</script>" in page.words
    split = read(post(client, "/stories/paste/", page.form("said").filled()))
    assert (split.status, harms(split)) == (200, [])
    assert "<script>alert(1)</script>" in split.words


@given(stories)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_a_story_that_was_exported_comes_back_the_same(client: Client, story: Story) -> None:
    story = Story(
        **{
            name: getattr(story, name)
            for name in ("id", "title", "situation", "action", "learned", "metrics", "follow_ups")
        }
    )
    page = upload(client, ("a name.md", write_markdown(story)))
    assert page.status == 200
    assert queries.held(story.id).story == story


@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.txt", "a.docx", "a"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
def test_any_bytes_are_taken_in_or_refused(client: Client, content: bytes, name: str) -> None:
    assert upload(client, (name, content or b" ")).status == 200
