"""Texts and documents into the bank: found, sorted, added once, and taken back."""

from pathlib import Path

import pytest

from storyloop.bank import imports, queries, services
from storyloop.bank.models import Event, Via
from storyloop.exchange.folder import import_paths
from storyloop.exchange.intake import Intake, Report
from storyloop.story import Story
from tests.conftest import Run
from tests.documents import document
from tests.integration.examples import EDITED, LATE_TRAIN

pytestmark = [pytest.mark.database, pytest.mark.django_db]

ROUGH = (
    "The last train of the evening had no crew. My task was to get sixty people home. "
    "I rang the bus garage and asked for two drivers.\n\nEverybody was home by midnight."
)
SORTED = "The lorry\n\nSituation: It left too early.\nAction: I moved it.\nResult: It came.\n"
TWO = "# The fair\n\nTask: Sell tickets.\nAction: I sold them.\n\n# The boat\n\nIt sank. I swam.\n"


def taken(name: str, text: str, *, sort: bool = True) -> list[tuple[str, str]]:
    """Take one file in; return the outcome and the id or title of each story."""
    reports = Intake(sort=sort).take(name, text.encode())
    return [(report.outcome, report.story_id or report.title) for report in reports]


def titles() -> list[str]:
    """Return the titles of the bank's stories."""
    return [held.story.title for held in queries.stories()]


def test_a_plain_text_becomes_a_story_under_the_name_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "late_train-2021.txt").write_text(ROUGH, encoding="utf-16")
    (report,) = import_paths([tmp_path])
    assert (report.outcome, report.story_id) == ("added", "late-train-2021")
    assert report.rough
    held = queries.held("late-train-2021")
    assert held.story.title == "late train 2021"
    assert held.story.task == "My task was to get sixty people home."
    assert held.story.result == "Everybody was home by midnight."
    assert queries.history("late-train-2021")[0].via == Via.IMPORT


def test_a_document_holds_several_stories(tmp_path: Path) -> None:
    content = document(
        *(("Heading 1", "The lorry"), ("Heading 2", "Action"), ("Normal", "I moved it.")),
        *(("Heading 2", "Result"), ("Normal", "It came."), ("Heading 1", "The bus")),
        ("Normal", "It rained. I rang the garage."),
    )
    (tmp_path / "Stories.DOCX").write_bytes(content)
    one, other = import_paths([tmp_path])
    assert (one.story_id, one.rough) == ("the-lorry", None)
    assert (other.story_id, bool(other.rough)) == ("the-bus", True)
    assert queries.held("the-lorry").story.action == "I moved it."


def test_the_same_text_again_is_there_already() -> None:
    assert taken("a.txt", TWO) == [("added", "the-fair"), ("added", "the-boat")]
    assert taken("b.md", TWO) == [("unchanged", "the-fair"), ("unchanged", "the-boat")]
    assert len(titles()) == 2


def test_a_text_that_comes_twice_in_one_file_is_added_once() -> None:
    text = "# One\nI swam.\n# One\nI swam.\n"
    assert taken("a.txt", text) == [("added", "one"), ("added", "one")]
    assert titles() == ["One"]


def test_a_text_never_overwrites_a_story_that_only_has_its_title() -> None:
    services.add(Story(id="the-lorry", title="The lorry", task="Mine."), via=Via.WEB)
    assert taken("a.txt", SORTED) == [("added", "the-lorry-2")]
    assert queries.held("the-lorry").story.task == "Mine."


def test_a_rough_text_is_handed_back_where_its_writer_is_to_look_at_it_first() -> None:
    assert taken("a.txt", TWO, sort=False) == [("added", "the-fair"), ("rough", "The boat")]
    assert taken("b.txt", ROUGH, sort=False) == [("rough", "b")]
    assert titles() == ["The fair"]


def test_a_story_file_that_is_faulty_adds_nothing() -> None:
    assert taken("a.md", "---\ntitle: A\nwhen: soon\n---\n") == [("refused", "")]
    assert titles() == []


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("a.docm", "a .docm file is not read; it can hold macros, so save it as .docx"),
        ("a.doc", "a .doc file is not read; save it as .docx or as plain text"),
        ("a.PDF", "a .pdf file is not read; copy its text and paste it, or save it as plain text"),
        ("a.docx", "the file is not a Word document, whatever its name says; open it and save it "),
    ],
)
def test_a_file_of_another_kind_says_what_to_do(name: str, problem: str) -> None:
    (report,) = Intake(sort=True).take(name, ROUGH.encode())
    assert report.outcome == "refused"
    (said,) = report.problems
    assert said.startswith(problem)


def revisions(reports: list[Report]) -> list[tuple[str, int]]:
    """Return what an import did, as it is taken back."""
    return [(report.story_id, report.revision) for report in reports]


def test_an_import_taken_back_removes_what_it_added_and_restores_what_it_changed() -> None:
    Intake(sort=True).take("a.md", LATE_TRAIN.encode())
    intake = Intake(sort=True)
    reports = [*intake.take("b.md", EDITED.encode()), *intake.take("c.txt", TWO.encode())]
    gone, stayed = imports.take_back(revisions(reports))
    assert (gone, stayed) == (["late-train", "the-fair", "the-boat"], [])
    assert titles() == ["The late train"]
    held = queries.held("late-train").story
    assert (held.task, held.source) == ("I was to get sixty people home.", LATE_TRAIN)
    assert [version.event for version in queries.history("the-fair")] == [
        Event.REMOVED,
        Event.ADDED,
    ]


def test_a_story_that_an_import_brought_back_is_removed_again() -> None:
    Intake(sort=True).take("a.md", LATE_TRAIN.encode())
    services.remove("late-train", via=Via.WEB)
    (report,) = Intake(sort=True).take("a.md", EDITED.encode())
    imports.take_back(revisions([report]))
    assert titles() == []
    assert "sixty" in queries.held("late-train").story.task


def test_what_was_saved_since_or_came_otherwise_stays() -> None:
    reports = Intake(sort=True).take("a.txt", SORTED.encode())
    held = queries.held("the-lorry")
    services.save(Story(id="the-lorry", title="Mine"), base=held.revision, via=Via.WEB)
    services.add(Story(id="own", title="Own"), via=Via.WEB)
    taken_back = imports.take_back([*revisions(reports), ("own", 1), ("the-lorry", 2), ("no", 1)])
    assert taken_back == ([], ["the-lorry", "own", "the-lorry", "no"])
    assert titles() == ["Mine", "Own"]


def test_the_command_says_which_stories_the_reading_sorted(storyloop: Run, tmp_path: Path) -> None:
    storyloop("remove", "--samples")
    (tmp_path / "a.txt").write_text(SORTED, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(ROUGH.encode("cp1252"))
    done = storyloop("import", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"added      {tmp_path / 'a.txt'}  (the-lorry)",
        f"added      {tmp_path / 'b.txt'}  (b, sorted into parts by the reading; look at it)",
    ]
    assert storyloop("show", "b").stdout.count("I rang the bus garage") == 1
