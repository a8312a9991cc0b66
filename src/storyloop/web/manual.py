"""The rules as the guide shows them: by family, and each with its manual page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storyloop.critique import Rule

_TO_DO = "What to do"
_HEADING = re.compile(r"[A-Z][^.!?:]{2,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The rules that look at one thing."""

    name: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of a manual page; `text` is Markdown, `heading` empty before the first one."""

    heading: str
    text: str


def families() -> tuple[Family, ...]:
    """Return all rules by family, in the order of their codes."""
    from storyloop.critique import RULES

    found: dict[str, list[Rule]] = {}
    for each in RULES:
        found.setdefault(each.family, []).append(each)
    return tuple(Family(name=name, rules=tuple(rules)) for name, rules in found.items())


def sections(rule: Rule) -> tuple[Section, ...]:
    """Return the manual page of `rule` in sections, without its title and price."""
    from storyloop.critique import manual

    _, _, page = manual(rule).split("\n\n", 2)
    page, _, remedy = page.rpartition(f"\n\n{_TO_DO}: ")
    found = [_section(block) for block in re.split(r"\n\s*\n", page) if block.strip()]
    return (*_joined(found), Section(heading=_TO_DO, text=remedy.strip()))


def _section(block: str) -> Section:
    """Read a paragraph; its lines are broken for an editor, and its first may be a heading."""
    first, _, rest = block.strip().partition("\n")
    if rest and _HEADING.fullmatch(first):
        return Section(heading=first, text=" ".join(rest.split()))
    return Section(heading="", text=" ".join(block.split()))


def _joined(found: list[Section]) -> list[Section]:
    """Put the paragraphs without a heading to the section before them."""
    joined: list[Section] = []
    for each in found:
        if joined and not each.heading:
            last = joined.pop()
            joined.append(Section(heading=last.heading, text=f"{last.text}\n\n{each.text}"))
        else:
            joined.append(each)
    return joined
