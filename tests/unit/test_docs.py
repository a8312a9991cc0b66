"""The manual has a place for everything, and says of it what the program says."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from storyloop import guide
from storyloop.cli.main import COMMANDS, storyloop
from storyloop.exchange.reading import reading_json
from storyloop.guide import Framework, Principle
from storyloop.reading import read
from storyloop.story import Story, read_markdown
from storyloop.story.fields import KEYS, RECORD_KEYS
from storyloop.story.sections import HEADINGS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
# Written for people who read them in the repository; the links in them are held to the same.
BESIDE = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
_ENVIRONMENT = re.compile(r"\b(?:STORYLOOP_[A-Z_]+|DATABASE_URL)\b")
_FENCE = re.compile(r"^(```+).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Return what stands under `heading`, down to the next heading of its level."""
    level = heading.partition(" ")[0]
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, f"there is no heading {heading!r}"
    return rest.partition(f"\n{level} ")[0]


def prose(text: str) -> str:
    """Return `text` without its code blocks."""
    return _FENCE.sub("", text)


def anchors(text: str) -> set[str]:
    headings = re.findall(r"^#{1,3} (.+)$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def command(name: str) -> click.Command:
    context = click.Context(storyloop)
    found = storyloop.get_command(context, name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_section_with_its_help_and_an_example(name: str) -> None:
    said = section(page("commands"), f"## `storyloop {name}`")
    assert f"<!-- generated: help {name} -->" in said
    assert f"\n$ storyloop {name}" in said


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_option_stands_in_the_section_of_its_command(name: str) -> None:
    said = section(page("commands"), f"## `{f'storyloop {name}'.strip()}`")
    for option in (command(name) if name else storyloop).params:
        if isinstance(option, click.Option):
            for spelling in (*option.opts, *option.secondary_opts):
                assert re.search(rf"(?<![\w-]){spelling}(?![\w-])", said), (
                    f"docs/commands.md has no place for {spelling} of {name or 'storyloop'}"
                )


def test_every_environment_variable_stands_in_the_table() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    table = section(page("bank"), "## Environment variables")
    in_source, in_table = set(_ENVIRONMENT.findall(source)), set(_ENVIRONMENT.findall(table))
    assert in_table == in_source, "mend the table in docs/bank.md"


def test_every_key_and_heading_of_a_story_file_is_explained() -> None:
    said = page("story-files")
    keys = {*KEYS, *(key for keys in RECORD_KEYS.values() for key in keys)}
    for key in keys:
        assert f"\n| `{key}` | " in said, f"docs/story-files.md does not explain {key}"
    for heading in HEADINGS.values():
        assert f"\n| `{heading}` | " in section(said, "## Headings")


def test_the_example_of_a_story_file_is_one() -> None:
    (example,) = re.findall(
        r"^```markdown\n(.*?)^```$", page("story-files"), re.MULTILINE | re.DOTALL
    )
    story = read_markdown(example, vocabulary=guide.vocabulary())
    assert isinstance(story, Story), story
    unused = {field.name for field in fields(Story) if not getattr(story, field.name)}
    assert unused == {"sample"}


def test_every_key_of_a_framework_is_explained() -> None:
    said = section(page("guide-data"), "## Adding an employer's framework")
    for field in (*fields(Framework), *fields(Principle)):
        assert f"\n| `{field.name}` | " in said
        assert re.search(rf"^{field.name} = |^\[\[{field.name}\]\]$", said, re.MULTILINE)


def test_every_key_of_the_json_is_explained_in_the_section_of_its_command() -> None:
    for name in (
        "prepare",
        "ask",
        "coverage",
        "read",
        "check",
        "rules",
        "list",
        "show",
        "plan",
        "readiness",
        "settings",
    ):
        said = section(page("json"), f"## The JSON of {name}")
        explained = {*re.findall(r"`([\w-]+)`", prose(said)), "version"}
        if name == "show":  # a whole story, whose keys stand in docs/story-files.md
            explained |= {*KEYS, *(key for keys in RECORD_KEYS.values() for key in keys)}
        for example in re.findall(r"^```json\n(.*?)^```$", said, re.MULTILINE | re.DOTALL):
            unexplained = set(keys_of(json.loads(example))) - explained
            assert not unexplained, f"docs/json.md does not explain {unexplained} of {name}"


def test_the_keys_of_a_reading_are_explained() -> None:
    explained = {*re.findall(r"`([\w-]+)`", section(page("json"), "## The JSON of read"))}
    assert set(keys_of(reading_json(read("Complaints fell from 40 to 30. I rang.")))) <= explained


def keys_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for each in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from keys_of(each)


def test_generated_parts_are_current_however_narrow_the_terminal() -> None:
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, DOCS / "generate.py", "--check"],
        env=os.environ | {"COLUMNS": "40", "TERMINAL_WIDTH": "40"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("file", [*PAGES, *BESIDE], ids=lambda file: file.name)
def test_links_between_files_lead_somewhere(file: Path) -> None:
    for link in _LINK.findall(prose(file.read_text(encoding="utf-8"))):
        if "://" in link or link.startswith("mailto:"):
            continue
        name, _, anchor = link.partition("#")
        target = file.parent / name if name else file
        assert target.exists(), f"{file.name} links to {link}, which is not there"
        if anchor:
            known = anchors(target.read_text(encoding="utf-8"))
            assert anchor in known, (
                f"{file.name} links to {link}; {target.name} has no such heading"
            )


def test_every_page_is_in_the_table_of_contents_and_in_the_overview() -> None:
    (contents,) = re.findall(r"^```{toctree}\n(.*?)^```$", page("index"), re.MULTILINE | re.DOTALL)
    listed = [line for line in contents.splitlines() if line and not line.startswith(":")]
    assert sorted(listed) == [file.stem for file in PAGES if file.stem != "index"]
    for name in listed:
        assert f"- []({name}.md) " in page("index")
