"""What a program brings in, and what it takes along."""

from __future__ import annotations

import io
import zipfile
from base64 import b64encode
from typing import TYPE_CHECKING

from storyloop import guide
from storyloop.bank import queries
from storyloop.story import Story, read_markdown, write_markdown
from tests.integration.examples import EDITED, LATE_TRAIN

if TYPE_CHECKING:
    from tests.integration.web.api.conftest import Body, Program


def file(name: str, text: str) -> Body:
    """Return a file as it is sent."""
    return {"name": name, "text": text}


def test_files_are_taken_in_each_whole_or_not_at_all(program: Program) -> None:
    files = [
        file("late-train.md", LATE_TRAIN),
        file("notes.txt", "I timed each step of the 7:40. It was late twice in the next quarter."),
        file("macros.docm", ""),
        {"name": "picture.docx", "base64": b64encode(b"\x89PNG\r\n\x1a\n").decode()},
    ]
    reports = program.send("POST", "/import", {"files": files})["reports"]
    assert [(each["name"], each["outcome"]) for each in reports] == [
        ("late-train.md", "added"),
        ("notes.txt", "added"),
        ("macros.docm", "refused"),
        ("picture.docx", "refused"),
    ]
    assert [bool(each["problems"]) for each in reports] == [False, False, True, True]
    assert queries.held("late-train").story == read_markdown(LATE_TRAIN)


def test_an_import_is_undone_but_for_what_was_changed_since(program: Program) -> None:
    program.send("POST", "/import", {"files": [file("late-train.md", LATE_TRAIN)]})
    more = [file("late-train.md", EDITED), file("notes.txt", "I timed each step.")]
    reports = program.send("POST", "/import", {"files": more})["reports"]
    taken = [{"id": each["story"], "revision": each["revision"]} for each in reports]
    program.send("PATCH", "/stories/notes", {"base": 1, "story": {"title": "Changed"}})
    undone = program.send("POST", "/import/undo", {"stories": taken})
    assert (undone["gone"], undone["stayed"]) == (["late-train"], ["notes"])
    assert queries.held("late-train").story == read_markdown(LATE_TRAIN)


def test_all_stories_are_given_as_files_that_are_the_same_when_taken_in(program: Program) -> None:
    answer = program.client.get("/api/v1/export.zip")
    assert answer.headers["Content-Type"] == "application/zip"
    again = program.client.get("/api/v1/export.zip")
    assert answer.content == again.content
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert files == {f"{s.id}.md": write_markdown(s) for s in map(_kept, guide.samples())}
    sent = [file(name, text) for name, text in files.items()]
    reports = program.send("POST", "/import", {"files": sent})["reports"]
    assert {each["outcome"] for each in reports} == {"unchanged"}


def test_a_draft_is_kept_for_its_writer_thrown_away_and_brought_back(program: Program) -> None:
    draft = {"title": "The late train", "action": "I timed each step."}
    kept = program.send("POST", "/drafts", draft)["draft"]
    assert (kept["fields"]["title"], kept["fields"]["action"]) == (
        ["The late train"],
        ["I timed each step."],
    )
    assert program.get("/drafts")["drafts"] == [kept]
    assert (
        "I timed each step."
        in program.client.get("/stories/new/", {"draft": kept["key"]}).content.decode()
    )
    at = f"/drafts/{kept['key']}"
    assert program.send("POST", f"{at}/throw-away")["draft"]["thrown_at"]
    assert program.get("/drafts")["drafts"] == []
    assert program.send("POST", f"{at}/bring-back")["draft"] == kept
    assert len(queries.stories()) == len(guide.samples())


def test_a_search_finds_stories_guide_and_questions(program: Program) -> None:
    found = program.get("/search", {"q": "checkout failures"})
    assert found["stories"][0]["address"] == "/stories/checkout-failures/"
    marked = {each["text"].casefold() for each in found["stories"][0]["words"] if each["marked"]}
    assert "checkout" in marked
    assert program.get("/search", {"q": "ownership", "most": 1})["guide"][0]["kind"]
    nothing = program.get("/search", {"q": '\x00 * " ('})
    assert nothing == {"version": 1, "stories": [], "guide": [], "questions": []}


def _kept(sample: Story) -> Story:
    return queries.held(sample.id).story
