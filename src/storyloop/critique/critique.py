"""Puts every rule to a draft, and counts what the findings cost."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Finding, Hit, Rule
from storyloop.critique.table import RULES, named
from storyloop.story import SwitchedOff

# Below so many words there is too little to judge, and a number would be a guess.
ENOUGH_WORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Critique:
    """The findings in the order of the text, and the strength from 0 to 100.

    The strength is 100 less the costs of the findings, so every point lost has a finding that
    explains it. It is None where there is too little to judge. `switched_off` are the rules that
    were left out because the story says so, with its reasons.
    """

    findings: tuple[Finding, ...]
    strength: int | None
    switched_off: tuple[SwitchedOff, ...] = ()


def critique(
    draft: Draft, *, select: Collection[str] = (), ignore: Collection[str] = ()
) -> Critique:
    """Return what the rules find in `draft`.

    `select` and `ignore` hold codes, beginnings of codes or names; without `select` every rule
    that is not in preview is put to the draft. A story's own switches hold where they give a
    reason.
    """
    off = switched_off(draft)
    rules = [
        rule
        for rule in RULES
        if (_named(rule, select) if select else not rule.preview)
        and not _named(rule, [*ignore, *(each.rule for each in off)])
    ]
    found = [finding for rule in rules for finding in _findings(rule, draft)]
    found.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    enough = draft.words >= ENOUGH_WORDS
    return Critique(
        findings=tuple(found), strength=strength(found) if enough else None, switched_off=off
    )


def switched_off(draft: Draft) -> tuple[SwitchedOff, ...]:
    """Return the rules that the draft's story switches off; only one with a reason counts."""
    every = draft.story.switched_off if draft.story else ()
    return tuple(each for each in every if each.reason and named(each.rule))


def strength(findings: Iterable[Finding]) -> int:
    """Return 100 less the costs of `findings`, at least 0."""
    return max(0, 100 - sum(finding.cost for finding in findings))


def _named(rule: Rule, names: Collection[str]) -> bool:
    return any(rule.code.startswith(name) or rule.name == name for name in names)


def _findings(rule: Rule, draft: Draft) -> Iterable[Finding]:
    left = rule.most
    for hit in rule.find(draft):
        cost = min(rule.cost, left)
        left -= cost
        yield _finding(rule, _trimmed(hit, draft.text), draft, cost)


def _finding(rule: Rule, hit: Hit, draft: Draft, cost: int) -> Finding:
    part = next((s.part for s in draft.reading.sentences if s.start <= hit.start < s.end), "")
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        start=hit.start,
        end=hit.end,
        part=part,
        message=hit.message or rule.message,
        remedy=rule.remedy,
        cost=cost,
    )


def _trimmed(hit: Hit, text: str) -> Hit:
    """Leave the white space at the ends of a hit out of it."""
    said = text[hit.start : hit.end]
    start = hit.start + len(said) - len(said.lstrip())
    return replace(hit, start=start, end=max(start, hit.start + len(said.rstrip())))
