"""`settings`."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from storyloop.bank.values import USUAL
from storyloop.cli.main import format_option, open_bank
from storyloop.cli.output import echo_json

if TYPE_CHECKING:
    from storyloop.bank.values import Preferences

# What each setting is, in the order of the page.
_SAID = {
    "framework": "whose principles are asked by",
    "level": "whose questions are chosen; none chooses from all",
    "words_a_minute": "how fast you speak",
    "longest": "the most seconds of a first answer",
    "private_terms": "names to keep in, whatever story they stand in",
    "switched_off": "rules that are put to no story",
}


@click.command("settings")
@click.argument("name", metavar="[NAME]", required=False)
@click.argument("values", metavar="[VALUE]...", nargs=-1)
@click.option("--reset", is_flag=True, help="Make the setting, or all of them, usual again.")
@format_option("text", "json")
@click.pass_context
def settings_command(
    ctx: click.Context, name: str | None, values: tuple[str, ...], *, reset: bool, form: str
) -> None:
    """Show your settings, or set the one with this NAME.

    private-terms and switched-off take several values. The names are: framework, level,
    words-a-minute, longest, private-terms and switched-off.
    """
    field = name and _field(name)
    if reset and values:
        message = "Give a value, or --reset, not both."
        raise click.UsageError(message)
    open_bank(ctx)
    from storyloop.bank.preferences import keep_preferences, preferences

    wanted = preferences()
    if reset:
        wanted = replace(wanted, **{field: getattr(USUAL, field)}) if field else USUAL
    elif field and values:
        wanted = _with_value(wanted, field, values)
    if reset or values:
        keep_preferences(wanted)
    shown = {key: value for key, value in asdict(wanted).items() if field in {None, key}}
    if form == "json":
        echo_json({"settings": shown})
    else:
        _print(shown)


def _field(name: str) -> str:
    field = name.replace("-", "_")
    if field not in _SAID:
        message = f"There is no setting {name!r}; there is {', '.join(map(_spelt, _SAID))}."
        raise click.UsageError(message)
    return field


def _spelt(field: str) -> str:
    return field.replace("_", "-")


def _with_value(before: Preferences, field: str, values: tuple[str, ...]) -> Preferences:
    from storyloop.bank.preferences import with_value
    from storyloop.critique import named

    is_list = isinstance(getattr(USUAL, field), tuple)
    if not is_list and len(values) > 1:
        message = f"{_spelt(field)} takes one value."
        raise click.UsageError(message)
    for each in values if field == "switched_off" else ():
        if not named(each):
            message = f"There is no rule {each!r}; see `storyloop rules`."
            raise click.UsageError(message)
    return with_value(before, field, values if is_list else values[0])


def _print(shown: dict[str, object]) -> None:
    for field, value in shown.items():
        said = ", ".join(value) if isinstance(value, tuple) else str(value)
        click.echo(f"{_spelt(field):15}  {said or 'none':12}  ({_SAID[field]})")
