"""Stories in from files and folders: each file whole or not at all, and each reported."""

from dataclasses import replace
from pathlib import Path

import pytest

from storyloop.bank import queries, services
from storyloop.exchange.folder import export_to, import_paths
from storyloop.exchange.intake import Report
from tests.integration.examples import EDITED, LATE_TRAIN

pytestmark = [pytest.mark.database, pytest.mark.django_db]

GOOD = "---\ntitle: A good one\n---\n\n## Task\n\nMine.\n"
BAD = "---\ntitle: A bad one\n"


def put(folder: Path, **files: str) -> Path:
    """Write files, `a` for `a.md`, into a folder and return it."""
    folder.mkdir(exist_ok=True, parents=True)
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def outcomes(*paths: Path) -> list[tuple[str, str, str]]:
    """Import, and return file name, outcome and story id of each report."""
    return [(Path(r.name).name, r.outcome, r.story_id) for r in import_paths(paths)]


def ids() -> list[str]:
    """Return the ids of the bank's stories."""
    return [held.story.id for held in queries.stories()]


def test_a_file_is_added_under_its_own_id_else_its_name_else_its_title(tmp_path: Path) -> None:
    put(tmp_path, own=LATE_TRAIN, named=GOOD)
    (tmp_path / "My File.md").write_text(GOOD, encoding="utf-8")
    assert outcomes(tmp_path) == [
        ("My File.md", "added", "a-good-one"),
        ("named.md", "added", "named"),
        ("own.md", "added", "late-train"),
    ]
    assert sorted(ids()) == ["a-good-one", "late-train", "named"]


def test_a_folder_is_read_to_its_depths_and_only_what_can_be_read(tmp_path: Path) -> None:
    put(tmp_path / "top" / "2023" / "work", deep=GOOD)
    put(tmp_path / "top", first=GOOD)
    for name in ("cat.jpg", "~$notes.docx", "._deep.md"):
        (tmp_path / "top" / name).write_text("mine", encoding="utf-8")
    (tmp_path / "top" / "LOUD.MD").write_text(LATE_TRAIN, encoding="utf-8")
    assert sorted(outcomes(tmp_path / "top")) == [
        ("LOUD.MD", "added", "late-train"),
        ("deep.md", "added", "deep"),
        ("first.md", "added", "first"),
    ]


def test_good_files_go_in_and_bad_ones_are_reported_with_their_reason(tmp_path: Path) -> None:
    put(tmp_path, a=GOOD, b=BAD, c=GOOD)
    empty = tmp_path / "empty"
    empty.mkdir()
    reports = list(import_paths([tmp_path, empty]))
    assert [(Path(r.name).name, r.outcome) for r in reports] == [
        ("a.md", "added"),
        ("b.md", "refused"),
        ("c.md", "added"),
        ("empty", "refused"),
    ]
    (problem,) = reports[1].problems
    assert problem == (
        "line 1: the front matter has no end; close it with a line that holds only ---."
    )
    assert reports[3] == Report(
        name=str(empty),
        outcome="refused",
        problems=("there is no .md, .txt or .docx file in this folder",),
    )
    assert sorted(ids()) == ["a", "c"]


def test_an_id_that_comes_twice_is_taken_once(tmp_path: Path) -> None:
    first, second = put(tmp_path / "1", x=LATE_TRAIN), put(tmp_path / "2", y=EDITED)
    one, other = import_paths([first, second])
    assert one.outcome == "added"
    assert (other.outcome, other.story_id) == ("refused", "")
    assert other.problems == (f"the id 'late-train' stands in {first / 'x.md'} too; change one",)
    assert "sixty people" in queries.held("late-train").story.task


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, x=LATE_TRAIN)
    assert outcomes(tmp_path) == [("x.md", "added", "late-train")]
    assert outcomes(tmp_path) == [("x.md", "unchanged", "late-train")]
    assert len(queries.history("late-train")) == 1


def test_a_known_story_becomes_a_new_version_of_it(tmp_path: Path) -> None:
    put(tmp_path, x=LATE_TRAIN)
    outcomes(tmp_path)
    put(tmp_path, x=EDITED)
    assert outcomes(tmp_path) == [("x.md", "updated", "late-train")]
    newest, former = queries.history("late-train")
    assert newest.story.task == "I was to get seventy people home."
    assert former.story.source == LATE_TRAIN
    assert (newest.via, former.via) == ("import", "import")


def test_a_file_brings_a_removed_story_back(tmp_path: Path) -> None:
    put(tmp_path, x=LATE_TRAIN)
    outcomes(tmp_path)
    services.remove("late-train", via="command line")
    assert outcomes(tmp_path) == [("x.md", "updated", "late-train")]
    assert ids() == ["late-train"]


def test_what_storyloop_does_not_know_survives_an_edit(tmp_path: Path) -> None:
    outcomes(put(tmp_path / "in", x=LATE_TRAIN))
    held = queries.held("late-train")
    services.save(replace(held.story, task="Mine.", role="Guard"), base=held.revision, via="web")
    (report,) = export_to(tmp_path / "out")
    text = Path(report.name).read_text(encoding="utf-8")
    assert text == LATE_TRAIN.replace("I was to get sixty people home.", "Mine.").replace(
        "situations: [obstacle]\n", "situations: [obstacle]\nrole: Guard\n"
    )
