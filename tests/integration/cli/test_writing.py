"""`new` and `edit` in the user's editor, which here is a small program: no word is ever lost."""

import json
import os
import pty
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.integration.cli.conftest import Editor, Rows

NEW = ("new", "--archetype", "obstacle-or-deadline", "--title", "The late train")


def unsaved(bank: Path) -> list[Path]:
    """Return the files in which the bank keeps what could not be saved."""
    return sorted((bank / "unsaved").glob("*"))


def test_a_new_story_is_what_was_written_without_the_guides_questions(
    storyloop: Run, bank: Path, editor: Editor
) -> None:
    editor(r"""
        assert "<!-- ? " in text
        text = text.replace("## Situation\n\n", "## Situation\n\nIt was late.\n\n", 1)
        text = text.replace("## Task\n", "<!-- My own note. -->\n\n## Task\n", 1)
        text = text.replace("principles: []", "principles: [bias-for-action]", 1)
        file.write_text(text, encoding="utf-8")
        """)
    added = storyloop(*NEW)
    assert (added.stdout, added.stderr, added.returncode) == ("Added the-late-train\n", "", 0)
    text = storyloop("show", "the-late-train").stdout
    assert "title: 'The late train'\n" in text
    assert "principles: [bias-for-action]" in text
    assert "## Situation\n\nIt was late.\n\n" in text
    assert "<!-- My own note. -->\n" in text
    assert "<!-- ?" not in text
    assert unsaved(bank) == []


def test_an_answer_on_the_line_of_its_question_is_kept(
    storyloop: Run, bank: Path, editor: Editor
) -> None:
    editor("""
        lines = text.splitlines()
        at = lines.index("## Task") + 2
        lines[at] += " Get them home."
        file.write_text("\\n".join(lines) + "\\n", encoding="utf-8")
        """)
    assert storyloop(*NEW).returncode == 0
    shown = json.loads(storyloop("show", "the-late-train", "--format", "json").stdout)
    assert shown["story"]["task"].strip() == "Get them home."
    assert unsaved(bank) == []


def test_two_stories_of_one_title_have_two_ids(storyloop: Run, bank: Path, editor: Editor) -> None:
    editor("file.write_text(text + 'It was late.', encoding='utf-8')")
    assert storyloop(*NEW).stdout == "Added the-late-train\n"
    assert storyloop(*NEW).stdout == "Added the-late-train-2\n"
    assert unsaved(bank) == []


def test_a_draft_left_as_it_was_adds_nothing(
    storyloop: Run, bank: Path, rows: Rows, editor: Editor
) -> None:
    before = rows()
    editor("pass")
    new = storyloop(*NEW)
    assert (new.stdout, new.returncode) == ("Nothing was written, so nothing was added.\n", 0)
    edit = storyloop("edit", "payee-names")
    assert (edit.stdout, edit.returncode) == ("Nothing has changed.\n", 0)
    assert rows() == before
    assert unsaved(bank) == []


def test_an_edit_is_saved_and_the_former_text_kept(
    storyloop: Run, bank: Path, editor: Editor
) -> None:
    before = storyloop("show", "payee-names").stdout
    editor(
        "file.write_text(text.replace('title: ', 'title: Once: ', 1).replace(': Once:', ': Once'))"
    )
    saved = storyloop("edit", "payee-names")
    assert (saved.stdout, saved.stderr, saved.returncode) == ("Saved payee-names\n", "", 0)
    assert "title: Once " in storyloop("show", "payee-names").stdout
    assert storyloop("show", "payee-names", "--revision", "1").stdout == before
    assert unsaved(bank) == []


@pytest.mark.parametrize("command", [NEW, ("edit", "payee-names")])
def test_a_text_that_is_no_story_is_kept_and_its_place_named(
    storyloop: Run, bank: Path, rows: Rows, editor: Editor, command: tuple[str, ...]
) -> None:
    before = rows()
    editor("file.write_text(text.replace('title:', 'title: [', 1), encoding='utf-8')")
    refused = storyloop(*command)
    (kept,) = unsaved(bank)
    problem, sentence = refused.stderr.splitlines()
    assert (refused.returncode, refused.stdout) == (2, "")
    assert problem.startswith(f"storyloop: {kept}: line ")
    assert "this is not valid YAML" in problem
    assert sentence == f"storyloop: The story was not saved; your text is kept in {kept}."
    assert "title: [" in kept.read_text(encoding="utf-8")
    assert rows() == before


def test_a_text_that_is_no_text_is_kept_too(
    storyloop: Run, bank: Path, rows: Rows, editor: Editor
) -> None:
    before = rows()
    editor("file.write_bytes(text.encode() + b'\\xff\\xe2\\x82\\xac')")
    refused = storyloop("edit", "payee-names")
    (kept,) = unsaved(bank)
    assert refused.returncode == 2
    assert refused.stderr.splitlines() == [
        f"storyloop: {kept}: the file is not UTF-8 text; save it as plain text or Markdown",
        f"storyloop: The story was not saved; your text is kept in {kept}.",
    ]
    assert rows() == before


def test_an_edit_overtaken_by_another_one_keeps_both_texts(
    storyloop: Run, bank: Path, editor: Editor, tmp_path: Path
) -> None:
    theirs = tmp_path / "payee-names.md"
    editor(f"""
        theirs = Path({str(theirs)!r})
        theirs.write_text(text.replace("## Task", "## Task\\n\\nTheirs.", 1), encoding="utf-8")
        subprocess.run([sys.executable, "-m", "storyloop", "import", theirs], check=True)
        file.write_text(text.replace("## Task", "## Task\\n\\nMine.", 1), encoding="utf-8")
        """)
    overtaken = storyloop("edit", "payee-names")
    (kept,) = unsaved(bank)
    assert overtaken.returncode == 2
    assert overtaken.stderr == (
        "storyloop: The story 'payee-names' was saved elsewhere since you began (it is at "
        f"revision 2 now); neither text is lost. Your text is kept in {kept}.\n"
    )
    assert "\nMine." in kept.read_text(encoding="utf-8")
    shown = storyloop("show", "payee-names").stdout
    assert "\nTheirs." in shown
    assert "\nMine." not in shown


def test_an_id_cannot_be_changed_in_the_editor(
    storyloop: Run, bank: Path, rows: Rows, editor: Editor
) -> None:
    before = rows()
    editor("file.write_text(text.replace('id: payee-names', 'id: payees', 1), encoding='utf-8')")
    refused = storyloop("edit", "payee-names")
    (kept,) = unsaved(bank)
    assert refused.returncode == 2
    assert refused.stderr == (
        f"storyloop: The id 'payee-names' cannot be changed; your text is kept in {kept}.\n"
    )
    assert rows() == before


def test_an_editor_that_fails_leaves_the_text_where_the_sentence_says(
    storyloop: Run, bank: Path, rows: Rows, editor: Editor
) -> None:
    before = rows()
    editor("file.write_text(text + 'Half a word', encoding='utf-8'); sys.exit(1)")
    failed = storyloop("edit", "payee-names")
    (kept,) = unsaved(bank)
    assert failed.returncode == 2
    (sentence,) = failed.stderr.splitlines()
    assert sentence.startswith("storyloop: ")
    assert sentence.endswith(f"Editing failed; your text is kept in {kept}.")
    assert kept.read_text(encoding="utf-8").endswith("Half a word")
    assert rows() == before


@pytest.mark.parametrize("program", ["/nowhere/editor", "false"])
def test_an_editor_that_does_not_start_leaves_nothing_behind(
    storyloop: Run, bank: Path, rows: Rows, environment: dict[str, str], program: str
) -> None:
    before = rows()
    environment |= {"EDITOR": "true", "VISUAL": program}
    failed = storyloop(*NEW)
    assert failed.returncode == 2
    (sentence,) = failed.stderr.splitlines()
    assert sentence.startswith(f"storyloop: {program}: Editing failed")
    assert rows() == before
    assert unsaved(bank) == []


@pytest.mark.parametrize("options", [(), ("--archetype", "saga")])
def test_without_a_terminal_the_kind_of_story_must_be_named(
    storyloop: Run, rows: Rows, options: tuple[str, ...]
) -> None:
    before = rows()
    refused = storyloop("new", *options, input="1\n")
    assert refused.returncode == 2
    assert refused.stderr.startswith(
        "storyloop: Name the kind of story with --archetype, one of: "
        "root-cause-or-troubleshooting, scaled-solution, "
    )
    assert len(refused.stderr.splitlines()) == 1
    assert rows() == before


@pytest.mark.usefixtures("bank")
def test_at_a_terminal_the_kind_is_chosen_and_a_faulty_text_edited_again(
    storyloop: Run, editor: Editor
) -> None:
    editor("""
        faulty = "when: soon" not in text
        text = text.replace("when:\\n", "when: soon\\n") if faulty else text.replace("soon", "2021")
        file.write_text(text, encoding="utf-8")
        """)
    terminal, keyboard = pty.openpty()
    try:
        os.write(terminal, b"9\ny\n")
        added = storyloop("new", "--title", "The late train", stdin=keyboard)
    finally:
        os.close(terminal)
        os.close(keyboard)
    assert "  9  Obstacle or deadline: " in added.stdout
    assert "'soon' is not a year such as 2023" in added.stderr
    assert added.stdout.endswith("Added the-late-train\n")
    assert "archetype: obstacle-or-deadline\n" in storyloop("show", "the-late-train").stdout
