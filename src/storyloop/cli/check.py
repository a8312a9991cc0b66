"""`check`, `rule` and `rules`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storyloop.cli.main import format_option, open_bank
from storyloop.cli.output import echo_json
from storyloop.cli.texts import Given, given, lines
from storyloop.exchange import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storyloop.bank.values import Preferences
    from storyloop.critique import Critique

FOUND = 1


@click.command("check")
@click.argument("paths", metavar="[PATH|-]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--question", default="", help="The question that the answer is for.")
@format_option("text", "json", "sarif")
@click.option(
    "--select", multiple=True, metavar="RULE", help="Only these codes, families or names."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these codes, families or names.")
@click.option("--jsonl", is_flag=True, help="Read a JSON object a line, and write one a line.")
@click.pass_context
def check_command(  # noqa: PLR0913 - one argument an option
    ctx: click.Context,
    paths: tuple[Path, ...],
    *,
    question: str,
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    jsonl: bool,
) -> None:
    """Check stories as a linter does; every point of strength lost has a finding that explains it.

    PATH is a Markdown story or a plain-text answer, - the standard input; without any, the
    stories of the bank are checked, by your settings. RULE is a code such as E02, the letter of a
    family, or a name. The exit status is 1 if there is a finding of severity error.
    """
    _known((*select, *ignore))
    texts: Iterable[Given]
    preferences = None
    if jsonl:
        texts = lines(paths[0] if paths else None)
    elif paths:
        texts = [given(path) for path in paths]
    else:
        texts, preferences = _of_bank(ctx)
    wanted = _Wanted(question=question, select=select, ignore=ignore, preferences=preferences)
    checked = (_checked(text, wanted) for text in texts)
    failed = (_each_line if jsonl else _PRINTERS[form])(checked)
    if failed:
        ctx.exit(FOUND)


@click.command("rule")
@click.argument("code", metavar="CODE")
def rule_command(code: str) -> None:
    """Show the manual page of a rule, by its code or name."""
    from storyloop.critique import manual, rule

    found = rule(code)
    if found is None:
        message = f"There is no rule {code!r}; see `storyloop rules`."
        raise click.UsageError(message)
    click.echo(manual(found), nl=False)


@click.command("rules")
@format_option("text", "json")
def rules_command(form: str) -> None:
    """List the rules: code, name, severity and what a finding costs."""
    from storyloop.critique import RULES

    if form == "json":
        from storyloop.critique.report_json import rule_json

        echo_json({"rules": [rule_json(each) for each in RULES]})
        return
    for each in RULES:
        state = "preview" if each.preview else each.severity
        click.echo(f"{each.code}  {each.name:26}  {state:8} {each.cost:3}  {each.message}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What was asked for; `preferences` are those of the bank, if it was opened."""

    question: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    preferences: Preferences | None


# A text, what the spans of its findings refer to, and the findings.
Checked = tuple[Given, str, "Critique"]


def _known(names: Iterable[str]) -> None:
    from storyloop.critique import named

    for name in names:
        if not named(name):
            message = f"There is no rule {name!r}; see `storyloop rules`."
            raise click.UsageError(message)


def _of_bank(ctx: click.Context) -> tuple[list[Given], Preferences]:
    open_bank(ctx)
    from storyloop.bank import queries
    from storyloop.bank.preferences import preferences

    held = queries.stories()
    return [Given(id=each.story.id, text="", story=each.story) for each in held], preferences()


def _checked(text: Given, wanted: _Wanted) -> Checked:
    from storyloop.critique import critique, draft_of, draft_of_story
    from storyloop.exchange.spans import in_file

    asked = text.question or wanted.question
    draft = draft_of_story(text.story, asked) if text.story else draft_of(text.text, asked)
    if wanted.preferences is None:
        found = critique(draft, select=wanted.select, ignore=wanted.ignore)
    else:
        from storyloop.bank.judging import judged

        found = judged(draft, wanted.preferences, select=wanted.select, ignore=wanted.ignore)
    if text.story is None or not text.text:
        return text, draft.text, found
    return text, text.text, in_file(text.text, draft, found)


def _fails(found: Critique) -> bool:
    return any(finding.severity == "error" for finding in found.findings)


def _as_text(checked: Iterable[Checked]) -> bool:
    from storyloop.critique.report_text import report_text

    failed = False
    for text, shown, found in checked:
        click.echo(report_text(text.id, shown, found), nl=False)
        failed |= _fails(found)
    return failed


def _as_json(checked: Iterable[Checked]) -> bool:
    from storyloop.critique.report_json import report_json

    done = list(checked)
    bodies = [report_json(text.id, shown, found) for text, shown, found in done]
    echo_json(bodies[0] if len(bodies) == 1 else {"texts": bodies})
    return any(_fails(found) for *_, found in done)


def _as_sarif(checked: Iterable[Checked]) -> bool:
    from storyloop.critique.report_sarif import report_sarif

    done = list(checked)
    body = report_sarif([(text.id, shown, found) for text, shown, found in done])
    click.echo(json.dumps(body, ensure_ascii=False, indent=2))
    return any(_fails(found) for *_, found in done)


def _each_line(checked: Iterable[Checked]) -> bool:
    from storyloop.critique.report_json import report_json

    failed = False
    for text, shown, found in checked:
        body = {"version": VERSION, **report_json(text.id, shown, found)}
        click.echo(json.dumps(body, ensure_ascii=False))
        failed |= _fails(found)
    return failed


_PRINTERS = {"text": _as_text, "json": _as_json, "sarif": _as_sarif}
