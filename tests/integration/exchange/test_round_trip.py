"""A bank that goes out to a folder and into another bank is the same bank, byte for byte."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.models import Record, Revision
from storyloop.exchange.folder import export_to, import_paths
from storyloop.story import Story, write_markdown
from tests.conftest import Run
from tests.integration.examples import LATE_TRAIN
from tests.strategies import stories

_KNOWN = guide.vocabulary()
_some = st.lists(st.sampled_from(_KNOWN.principles), max_size=3, unique=True).map(tuple)
# The folder names its files by id, and import takes only what the guide knows.
own_stories = st.builds(
    lambda story, principles, situation, archetype: replace(
        story, principles=principles, situations=(situation,), archetype=archetype
    ),
    stories,
    _some,
    st.sampled_from(_KNOWN.situations),
    st.sampled_from(("", *_KNOWN.archetypes)),
)


def with_source(story: Story) -> Story:
    """Return `story` as it is after a file by somebody's hand was edited into it."""
    return replace(story, source=LATE_TRAIN)


banks = st.lists(
    own_stories | own_stories.map(with_source), max_size=5, unique_by=lambda story: story.id
)


def empty_the_bank() -> None:
    """Begin a new bank."""
    Revision.objects.all().delete()
    Record.objects.all().delete()


@pytest.mark.database
@pytest.mark.django_db
@given(banks)
@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_second_bank_holds_equal_stories_and_writes_equal_files(held: list[Story]) -> None:
    empty_the_bank()
    for story in held:
        services.add(story, via="web")
    with tempfile.TemporaryDirectory() as name:
        first, second = Path(name, "first"), Path(name, "second")
        assert all(report.outcome == "written" for report in export_to(first))
        empty_the_bank()
        if held:
            assert {report.outcome for report in import_paths([first])} == {"added"}
        by_id = {each.story.id: each.story for each in queries.stories()}
        assert by_id == {story.id: story for story in held}
        assert all(report.outcome == "written" for report in export_to(second))
        assert files(first) == files(second)


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file of a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_samples_go_from_one_bank_to_another_by_command(storyloop: Run, tmp_path: Path) -> None:
    out, again = tmp_path / "out", tmp_path / "again"
    exported = storyloop("export", out)
    assert (exported.returncode, exported.stderr) == (0, "")
    first = exported.stdout.splitlines()[0]
    assert first == f"written    {out / 'partner-portal.md'}  (partner-portal)"
    assert files(out) == {f"{s.id}.md": write_markdown(s).encode() for s in guide.samples()}

    (out / "late-train.md").write_text(LATE_TRAIN, encoding="utf-8")
    (out / "bad.md").write_text("---\nNo story.", encoding="utf-8")
    imported = storyloop("--bank", tmp_path / "other", "import", out)
    assert imported.returncode == 2
    assert sorted(line.split()[0] for line in imported.stdout.splitlines()) == (
        ["added"] + ["unchanged"] * 10
    )
    assert imported.stderr == (
        f"storyloop: {out / 'bad.md'}: line 1: the front matter has no end; "
        "close it with a line that holds only ---.\n"
    )

    (out / "bad.md").unlink()
    assert storyloop("--bank", tmp_path / "other", "export", again).returncode == 0
    assert files(again) == files(out)


def test_a_folder_with_an_edited_file_is_reported_by_command(
    storyloop: Run, tmp_path: Path
) -> None:
    storyloop("export", tmp_path)
    file = tmp_path / "payee-names.md"
    file.write_text("My own words.", encoding="utf-8")
    refused = storyloop("export", tmp_path)
    assert refused.returncode == 2
    assert refused.stderr == (
        f"storyloop: {file}: the file was edited and would be lost; "
        "import it first, or move it away.\n"
    )
    assert [line.split()[0] for line in refused.stdout.splitlines()] == ["unchanged"] * 9
    assert file.read_text(encoding="utf-8") == "My own words."


def test_an_empty_bank_has_nothing_to_write(storyloop: Run, tmp_path: Path) -> None:
    storyloop("remove", "--samples")
    done = storyloop("export", tmp_path / "out")
    assert (done.stdout, done.returncode) == ("There is no story to write.\n", 0)


def test_a_backup_is_one_file_in_the_folder_named(storyloop: Run, tmp_path: Path) -> None:
    done = storyloop("backup", "--to", tmp_path / "copies")
    (copy,) = (tmp_path / "copies").iterdir()
    assert (done.stdout, done.stderr, done.returncode) == (f"Wrote {copy}\n", "", 0)
    assert copy.suffix == ".sqlite3"
