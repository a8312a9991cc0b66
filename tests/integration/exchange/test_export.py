"""Stories out as a folder of files: nothing that somebody edited there is ever written over."""

from dataclasses import replace
from pathlib import Path

import pytest

from storyloop.bank import queries, services
from storyloop.exchange.folder import export_to, import_paths
from storyloop.story import Story, write_markdown

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for the export, in a folder that does not exist yet either."""
    return tmp_path / "backups" / "stories"


@pytest.fixture(autouse=True)
def two_stories() -> None:
    """Put two stories into the bank."""
    services.add(Story(id="early-bus", title="The early bus", task="Mine."), via="web")
    services.add(Story(id="late-train", title="The late train", task="Mine."), via="web")


def outcomes(folder: Path) -> dict[str, str]:
    """Export, and return what became of each file."""
    return {Path(report.name).name: report.outcome for report in export_to(folder)}


def names(folder: Path) -> list[str]:
    """Return the names of a folder's files."""
    return sorted(file.name for file in folder.iterdir())


def edit(story_id: str, task: str) -> None:
    """Save a story of the bank with another task."""
    held = queries.held(story_id)
    services.save(replace(held.story, task=task), base=held.revision, via="web")


def test_each_story_is_a_file_named_by_its_id(folder: Path) -> None:
    assert outcomes(folder) == {"early-bus.md": "written", "late-train.md": "written"}
    assert names(folder) == ["early-bus.md", "late-train.md"]
    for held in queries.stories():
        file = folder / f"{held.story.id}.md"
        assert file.read_text(encoding="utf-8") == write_markdown(held.story)


def test_a_second_export_finds_all_as_it_is(folder: Path) -> None:
    outcomes(folder)
    times = {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    assert set(outcomes(folder).values()) == {"unchanged"}
    assert {file: file.stat().st_mtime_ns for file in folder.iterdir()} == times


def test_an_older_version_is_replaced(folder: Path) -> None:
    outcomes(folder)
    edit("late-train", "Ours.")
    edit("late-train", "Theirs.")
    assert outcomes(folder) == {"early-bus.md": "unchanged", "late-train.md": "written"}
    assert "Theirs." in (folder / "late-train.md").read_text(encoding="utf-8")


def test_a_file_that_was_edited_is_refused_and_untouched(folder: Path) -> None:
    outcomes(folder)
    file = folder / "late-train.md"
    file.write_text("My own words.", encoding="utf-8")
    edit("late-train", "Theirs.")
    _, refused = export_to(folder)
    assert (refused.name, refused.outcome) == (str(file), "refused")
    assert refused.problems == (
        "the file was edited and would be lost; import it first, or move it away",
    )
    assert file.read_text(encoding="utf-8") == "My own words."
    assert names(folder) == ["early-bus.md", "late-train.md"]


def test_an_edited_file_is_in_order_again_once_it_is_imported(folder: Path) -> None:
    outcomes(folder)
    file = folder / "late-train.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n## Result\n\nHome.\n", encoding="utf-8")
    assert outcomes(folder)["late-train.md"] == "refused"
    assert [report.outcome for report in import_paths([file])] == ["updated"]
    assert outcomes(folder)["late-train.md"] == "unchanged"
    assert queries.held("late-train").story.result == "Home."


def test_removed_stories_are_not_written_and_other_files_are_left_alone(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "notes.md").write_text("Mine.", encoding="utf-8")
    services.remove("early-bus", via="web")
    assert outcomes(folder) == {"late-train.md": "written"}
    assert (folder / "notes.md").read_text(encoding="utf-8") == "Mine."


def test_a_folder_where_none_can_be_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        outcomes(tmp_path / "file" / "stories")
