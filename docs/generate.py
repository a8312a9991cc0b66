"""Writes the parts of the manual that the program itself knows best.

Such a part stands between `<!-- generated: KIND WHAT -->` and `<!-- end -->`: the help of a
command, a table of the guide's ids or of a rule's figures, or the JSON that a command prints for a
bank of samples. `--check` writes nothing and exits with 1 if a file is stale, naming it.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storyloop import guide
from storyloop.cli.main import COMMANDS, storyloop
from storyloop.critique import RULES, Rule, manual
from storyloop.guide.probes import CUES
from storyloop.matching import situations as fit
from storyloop.planning.short_form import SHARES
from storyloop.web.api.errors import CAUSES

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent
WIDTH = 80
_BLOCK = re.compile(r"(<!-- generated: (\S+) ([^\n]+?) -->\n).*?(?=<!-- end -->)", re.DOTALL)
# Longer texts and lists of the JSON examples are cut, as it is their keys that are shown.
_LONGEST_TEXT, _LONGEST_LIST = 60, 1
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00")


def help_block(name: str) -> str:
    """Return the help of a command, or of `storyloop` itself, as it reads on 80 columns."""
    context = click.Context(storyloop, info_name="storyloop", terminal_width=WIDTH)
    command: click.Command = storyloop
    if name in COMMANDS:
        found = storyloop.get_command(context, name)
        if found is None:
            raise KeyError(name)
        command = found
        context = click.Context(command, info_name=name, parent=context, terminal_width=WIDTH)
    return _fenced("text", command.get_help(context))


def table_block(name: str) -> str:
    """Return one of the tables below; raise KeyError if there is none of that name."""
    return _TABLES[name]()


def json_block(arguments: str) -> str:
    """Return what a command prints as JSON for the sample bank, with long texts and lists cut."""
    command = [sys.executable, "-m", "storyloop", *shlex.split(arguments)]
    environment = os.environ | {"STORYLOOP_BANK": _sample_bank().name}
    run = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    shortened = _shortened(json.loads(run.stdout))
    text = json.dumps(shortened, ensure_ascii=False, indent=2)
    return _fenced("json", _TIME.sub("2026-01-12T19:30:00.000000+00:00", text))


_KINDS = {"help": help_block, "table": table_block, "json": json_block}


def renewed(text: str) -> str:
    """Return the text of a page with every generated part written anew."""

    def write(block: re.Match[str]) -> str:
        opening, kind, what = block.groups()
        return f"{opening}\n{_KINDS[kind](what)}\n\n"

    return _BLOCK.sub(write, text)


def stale(pages: Iterable[Path]) -> dict[Path, str]:
    """Return the new text of each page whose generated parts are out of date."""
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    return {page: new for page, text in texts.items() if (new := renewed(text)) != text}


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file is stale.")
def main(*, check: bool) -> None:
    """Write the generated parts of the manual anew."""
    found = stale(sorted(HERE.glob("*.md")))
    for page, text in found.items():
        name = page.relative_to(HERE.parent)
        if check:
            click.echo(f"{name} is stale; run `python docs/generate.py`.", err=True)
        else:
            page.write_text(text, encoding="utf-8")
            click.echo(f"Wrote {name}")
    if check and found:
        sys.exit(1)


@cache
def _sample_bank() -> tempfile.TemporaryDirectory[str]:
    # Held by the cache, the folder lasts as long as the program.
    return tempfile.TemporaryDirectory(prefix="storyloop-docs-")


def _shortened(value: object) -> object:
    if isinstance(value, dict):
        return {key: _shortened(each) for key, each in value.items()}
    if isinstance(value, list):
        kept = [_shortened(each) for each in value[:_LONGEST_LIST]]
        return [*kept, "…"] if len(value) > _LONGEST_LIST else kept
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return value[: value.rfind(" ", 0, _LONGEST_TEXT)] + " …"
    return value


def _fenced(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```"


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(
        f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines
    )


def _codes(ids: Iterable[str]) -> str:
    return ", ".join(f"`{each}`" for each in ids)


def _situations() -> str:
    return _rows(
        ("Id", "Name", "What it asks for", "Principles it usually tests"),
        ((f"`{s.id}`", s.name, f"{s.meaning}.", _codes(s.principles)) for s in guide.situations()),
    )


def _archetypes() -> str:
    return _rows(
        ("Id", "Name", "Situations it can answer", "Principles it usually shows"),
        (
            (f"`{a.id}`", a.name, _codes(a.situations), _codes(a.principles))
            for a in guide.archetypes()
        ),
    )


def _frameworks() -> str:
    return _rows(
        ("Id", "Name", "Employer", "Principles", "In the employer's words"),
        (
            (f"`{f.id}`", f.name, f.employer, str(len(f.principles)), f"<{f.link}>")
            for f in guide.frameworks()
        ),
    )


def _principles() -> str:
    return "\n\n".join(f"### {each.name}\n\n{_principle_rows(each)}" for each in guide.frameworks())


def _principle_rows(framework: guide.Framework) -> str:
    if not any(p.like for p in framework.principles):
        return _rows(("Id", "Name"), ((f"`{p.id}`", p.name) for p in framework.principles))
    return _rows(
        ("Id", "Name", "Also shown by stories for"),
        ((f"`{p.id}`", p.name, _codes(p.like)) for p in framework.principles),
    )


def _advice() -> str:
    return _rows(
        ("Id", "Advice", "Source"), ((f"`{a.id}`", a.text, a.source) for a in guide.advice())
    )


def _fit() -> str:
    # The rule's own docstring holds the table, beside the figures that it explains.
    lines = (fit.__doc__ or "").splitlines()
    return "\n".join(line for line in lines if line.startswith("|"))


def _shares() -> str:
    return _rows(
        ("Part", "Share"), ((part.capitalize(), str(share)) for part, share in SHARES.items())
    )


def _cues() -> str:
    return _rows(
        ("Kind of probe", "Cues in your question"),
        ((f"`{kind}`", ", ".join(cues)) for kind, cues in CUES),
    )


def _rules() -> str:
    return _rows(
        ("Code", "Name", "Severity", "Points", "What it says"),
        (
            (
                f"`{each.code}`",
                f"[{each.name}](#{each.code.lower()}-{each.name})",
                f"{each.severity}, in preview" if each.preview else each.severity,
                f"{each.cost}, at most {each.most}",
                each.message,
            )
            for each in RULES
        ),
    )


def _rule_pages() -> str:
    families = {each.family: None for each in RULES}
    return "\n\n".join(
        f"## {family.capitalize()}\n\n"
        + "\n\n".join(_rule_page(each) for each in RULES if each.family == family)
        for family in families
    )


def _rule_page(each: Rule) -> str:
    page = re.sub(
        r"^(What it does|Why|Example|Use instead)$", r"**\1.**", manual(each), flags=re.MULTILINE
    )
    return f"##{page}".rstrip().replace("\nWhat to do: ", "\n**What to do.** ")


def _causes() -> str:
    return _rows(
        ("Code", "Status", "When it comes"),
        ((f"`{code}`", str(cause.status), cause.reason) for code, cause in CAUSES.items()),
    )


_TABLES = {
    "rules": _rules,
    "rule-pages": _rule_pages,
    "situations": _situations,
    "archetypes": _archetypes,
    "frameworks": _frameworks,
    "principles": _principles,
    "advice": _advice,
    "fit": _fit,
    "shares": _shares,
    "cues": _cues,
    "causes": _causes,
}


if __name__ == "__main__":
    main()
