"""What a critique says, for programs."""

from dataclasses import asdict

from storyloop.critique.critique import Critique
from storyloop.critique.rule import Rule

_RULE_KEYS = (
    "code",
    "name",
    "family",
    "severity",
    "cost",
    "most",
    "preview",
    "message",
    "remedy",
)


def report_json(name: str, text: str, critique: Critique) -> dict[str, object]:
    """Return the body of `check`'s JSON for one text; `name` is its id or path.

    `strength` is None where there is too little to judge. Spans are [start, end) in code points.
    """
    return {
        "id": name,
        "words": len(text.split()),
        "strength": critique.strength,
        "findings": [asdict(finding) for finding in critique.findings],
        "switched_off": [asdict(each) for each in critique.switched_off],
    }


def rule_json(rule: Rule) -> dict[str, object]:
    """Return what a list of rules says of one."""
    return {key: getattr(rule, key) for key in _RULE_KEYS}
