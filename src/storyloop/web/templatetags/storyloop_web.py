"""What the templates say in few words: names for ids, times, texts and drawings."""

import json
from collections.abc import Sequence
from datetime import date, datetime

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils import timezone
from django.utils.safestring import SafeString

from storyloop.planning import Covered
from storyloop.web import commands, drawing, names, rendering
from storyloop.web.shares import Shares
from storyloop.web.views import shortcuts
from storyloop.web.views.appearance import CHOICES, COOKIE

register = template.Library()
_MINUTE, _HOUR, _DAY, _WEEK = 60, 3600, 86400, 604800
_UNITS = ((_MINUTE, "minute", _HOUR), (_HOUR, "hour", _DAY), (_DAY, "day", _WEEK))
# fmt: off
_NUMERALS = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
]
# fmt: on

register.simple_tag(drawing.mark, name="mark")
register.simple_tag(drawing.icon, name="icon")
register.simple_tag(drawing.percent_bar, name="percent_bar")
register.simple_tag(drawing.percent_range, name="percent_range")
register.simple_tag(drawing.line, name="line")
register.filter("markdown", rendering.render)
register.filter("principle", names.principle)
register.filter("situation", names.situation)
register.filter("archetype", names.archetype)


@register.simple_tag
def bar(shares: Shares) -> SafeString:
    """Draw the shares of a story."""
    return drawing.bar(shares)


@register.simple_tag
def ring(covered: Sequence[Covered], label: str) -> SafeString:
    """Draw a ring of coverage."""
    return drawing.ring(covered, label)


@register.filter
def duration(length: int) -> str:
    """Say `length` seconds: `48 s`, `1 min 52 s`, `2 min`."""
    minutes, rest = divmod(length, 60)
    said = [f"{minutes} min"] if minutes else []
    return " ".join([*said, *([f"{rest} s"] if rest or not minutes else [])])


@register.simple_tag
def amount(value: str, unit: str) -> str:
    """Say a number with its unit: `0.5%`, `6 months`."""
    return f"{value}{unit}" if unit == "%" else f"{value} {unit}".strip()


@register.filter
def words(text: object) -> int:
    """Count the words of a text."""
    return len(str(text or "").split())


@register.filter
def numeral(count: int) -> str:
    """Say a small number as a word."""
    return _NUMERALS[count] if 0 <= count < len(_NUMERALS) else str(count)


@register.filter
def ago(moment: datetime) -> str:
    """Say how long ago `moment` was; from a week on, its date."""
    passed = int((timezone.now() - moment).total_seconds())
    if passed < _MINUTE:
        return "just now"
    for unit, name, end in _UNITS:
        if passed < end:
            count = passed // unit
            return f"{count} {name}{'' if count == 1 else 's'} ago"
    local = timezone.localtime(moment)
    return f"{local.day} {local:%B %Y}"


@register.filter
def until(day: date, today: date) -> str:
    """Say how far off a day to come is: `today`, `tomorrow`, `in 9 days`."""
    days = (day - today).days
    return ("today", "tomorrow")[days] if days in {0, 1} else f"in {days} days"


@register.simple_tag(takes_context=True)
def appearance(context: Context) -> str:
    """Return the chosen appearance; empty follows the device."""
    request = context.get("request")
    chosen = request.COOKIES.get(COOKIE, "") if isinstance(request, HttpRequest) else ""
    return chosen if chosen in CHOICES else ""


@register.simple_tag(takes_context=True)
def shortcuts_off(context: Context) -> bool:
    """Tell whether single keys are switched off."""
    request = context.get("request")
    return (
        isinstance(request, HttpRequest) and request.COOKIES.get(shortcuts.COOKIE) == shortcuts.OFF
    )


@register.simple_tag
def keys() -> str:
    """Return as JSON where each sequence of keys leads to."""
    return json.dumps(commands.keys())


@register.simple_tag(takes_context=True)
def current(context: Context, address: str, *also: str) -> str:
    """Return whether a link of the navigation leads to this page or to the section it is in.

    `also` are further addresses of that section.
    """
    request = context.get("request")
    path = request.path if isinstance(request, HttpRequest) else ""
    if path == address:
        return "page"
    sections = tuple(each for each in (address, *also) if each != "/")
    return "true" if path.startswith(sections) else "false"
