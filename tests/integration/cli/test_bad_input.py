"""What bad input gets: one clear sentence on stderr, exit status 2, and a bank as it was before."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.integration.cli.conftest import Rows
from tests.integration.examples import LATE_TRAIN

# Each message is given from its start on, as far as it is ours to word.
USES = [
    (["lits"], "No such command 'lits'"),
    (["list", "--removd"], "No such option '--removd'"),
    (["list", "--format", "xml"], "Invalid value for '--format': 'xml' is not one of"),
    (["list", "more"], "Got unexpected extra argument (more)"),
    (["--port", "99999"], "Invalid value for '--port': 99999 is not in the range"),
    (["show"], "Missing argument 'ID'."),
    (["show", "nope"], "There is no story 'nope' in the bank; see `storyloop list`."),
    (["show", "nope", "--history"], "There is no story 'nope' in the bank"),
    (["show", "nope", "--revision", "1"], "There is no story 'nope' in the bank"),
    (["show", "payee-names", "--compare", "nine"], "Invalid value for '--compare': 'nine'"),
    (["show", "payee-names", "--revision", "0"], "Invalid value for '--revision': 0 is not in"),
    (
        ["show", "payee-names", "--revision", "9"],
        "The story 'payee-names' has no revision 9; see `storyloop show payee-names --history`.",
    ),
    (
        ["show", "payee-names", "--history", "--revision", "1"],
        "Use one of --history, --revision and --compare at a time.",
    ),
    (["edit", "nope"], "There is no story 'nope' in the bank"),
    (["edit", "payee-names", "--restore", "9"], "The story 'payee-names' has no revision 9"),
    (["remove"], "Name the stories to remove, or use --samples."),
    (["remove", "payee-names", "--samples"], "Name the stories to remove, or use --samples."),
    (["remove", "payee-names", "nope"], "There is no story 'nope' in the bank"),
    (["prepare", "--situation", "scald"], "There is no situation 'scald'; use one of: root-cause,"),
    (["coverage", "--framework", "acme"], "There is no framework 'acme'; there is amazon,"),
    (["import"], "Missing argument 'PATH...'."),
    (["import", "/no/such/file.md"], "Invalid value for 'PATH...': Path '/no/such/file.md' does"),
    (["prepare", "-o", "/no/such/loop.md"], "/no/such/loop.md cannot be used (No such file or"),
    (["export", "/dev/null/stories"], "/dev/null/stories cannot be used (Not a directory)."),
]

FILES = [
    ("a picture.md", b"\x89PNG\r\n\x1a\n\x00\x00", "the file is not UTF-8 text; save it as plain"),
    ("zero.md", b"---\ntitle: a\0b\n---\n", "the file is not text; save it as plain text or"),
    ("torn.md", "Größe, Fluß".encode().replace(b"\x9f", b"", 1), "the file is not UTF-8 text"),
    ("empty.md", b"", "there is no text in this file."),
    ("two.md", b"x" * 2_000_000, "the file is larger than 1 MB, the most a story may have."),
    ("open.md", b"---\ntitle: x\n", "line 1: the front matter has no end; close it with a line"),
    (
        "near.md",
        LATE_TRAIN.replace("ownership", "ownershp").encode(),
        "line 6, principles: 'ownershp' is no principle of the guide; write ownership",
    ),
]


def assert_one_sentence(done: subprocess.CompletedProcess[str], sentence: str) -> None:
    """Assert that a command failed, and said just this."""
    assert done.stderr.startswith(f"storyloop: {sentence}")
    assert len(done.stderr.splitlines()) == 1
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize(("arguments", "sentence"), USES)
def test_bad_use(storyloop: Run, rows: Rows, arguments: list[str], sentence: str) -> None:
    before = rows()
    assert_one_sentence(storyloop(*arguments), sentence)
    assert rows() == before


@pytest.mark.parametrize("written", FILES, ids=lambda written: written[0])
def test_a_file_that_is_no_story(
    storyloop: Run, rows: Rows, tmp_path: Path, written: tuple[str, bytes, str]
) -> None:
    name, content, sentence = written
    before = rows()
    file = tmp_path / name
    file.write_bytes(content)
    assert_one_sentence(storyloop("import", file), f"{file}: {sentence}")
    assert rows() == before


def test_each_problem_of_a_file_has_a_sentence(storyloop: Run, rows: Rows, tmp_path: Path) -> None:
    before = rows()
    file = tmp_path / "faulty.md"
    file.write_text("---\nwhen: soon\ntags: one\n---\n", encoding="utf-8")
    refused = storyloop("import", file)
    assert refused.returncode == 2
    assert refused.stderr.splitlines() == [
        f"storyloop: {file}: {problem}"
        for problem in (
            (
                "line 2, when: 'soon' is not a year such as 2023 or a month such as 2023-04; "
                "write a year or a month: 2023 or 2023-04."
            ),
            "line 3, tags: this is not a list; write `tags: [one, two]`.",
        )
    ]
    assert rows() == before


@pytest.mark.parametrize("name", ["endless", "huge.md"])
def test_what_is_too_large_is_refused_before_it_is_read_whole(
    storyloop: Run, rows: Rows, tmp_path: Path, name: str
) -> None:
    before = rows()
    file = tmp_path / name
    if name == "endless":
        file.symlink_to("/dev/zero")
    else:
        with file.open("wb") as stream:
            stream.truncate(50_000_000_000)  # a hole: it takes no room
    assert_one_sentence(storyloop("import", file), f"{file}: the file is larger than 1 MB")
    assert rows() == before


def test_a_folder_without_stories(storyloop: Run, rows: Rows, tmp_path: Path) -> None:
    before = rows()
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "cat.jpg").touch()
    sentence = f"{folder}: there is no .md, .txt or .docx file in this folder."
    assert_one_sentence(storyloop("import", folder), sentence)
    assert rows() == before


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("file", "Invalid value for '--bank': Directory '{}' is a file."),
        (
            "file/bank",
            "The bank's folder {} cannot be used (Not a directory); name another with --bank.",
        ),
    ],
)
def test_a_bank_where_no_folder_can_be(
    storyloop: Run, tmp_path: Path, place: str, sentence: str
) -> None:
    (tmp_path / "file").write_text("a file of mine", encoding="utf-8")
    refused = storyloop("--bank", tmp_path / place, "list")
    assert_one_sentence(refused, sentence.format(tmp_path / place))
    assert (tmp_path / "file").read_text(encoding="utf-8") == "a file of mine"


def test_a_port_in_use(storyloop: Run, rows: Rows) -> None:
    before = rows()
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        refused = storyloop("--no-open", "--port", port)
    assert refused.stderr == (
        f"storyloop: Port {port} is in use, perhaps by Storyloop itself: look at "
        f"http://127.0.0.1:{port}, or choose another one with --port.\n"
    )
    assert refused.returncode == 2
    assert rows() == before


@pytest.mark.usefixtures("bank")
def test_a_reader_that_has_seen_enough_ends_a_command_quietly(
    environment: dict[str, str],
) -> None:
    command = [sys.executable, "-m", "storyloop", "list"]
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as gone:
        done = subprocess.run(  # noqa: S603
            command, env=environment, stdout=gone, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert (done.stderr, done.returncode) == (b"", 0)


def test_a_fault_of_our_own_is_a_sentence_too(
    bank: Path, environment: dict[str, str], storyloop: Run
) -> None:
    # A story that nobody could have saved stands for whatever we have not thought of.
    environment["PYTHONWARNINGS"] = "ignore"
    broken = f"import sqlite3; c = sqlite3.connect({str(bank / 'storyloop.sqlite3')!r}); "
    broken += "c.execute('UPDATE bank_revision SET content = 0'); c.commit()"
    subprocess.run([sys.executable, "-c", broken], check=True)  # noqa: S603
    failed = storyloop("list")
    assert_one_sentence(failed, "Something went wrong inside Storyloop (ValidationError: ")
