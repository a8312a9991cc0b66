"""What critiques say, in SARIF 2.1.0, which editors and code hosts read."""

from collections.abc import Iterable
from urllib.parse import quote

import storyloop
from storyloop.critique.critique import Critique
from storyloop.critique.lines import Lines
from storyloop.critique.rule import Finding, Rule, Severity
from storyloop.critique.table import RULES, manual

_LEVEL: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}


def report_sarif(checked: Iterable[tuple[str, str, Critique]]) -> dict[str, object]:
    """Return one log with one run for all of `checked`: path, text and critique of each.

    Columns count code points. Each text is listed as an artifact, with its strength in the
    properties (None where there is too little to judge); no text is quoted.
    """
    entries = list(checked)
    places = {rule.code: place for place, rule in enumerate(RULES)}
    run: dict[str, object] = {
        "tool": {
            "driver": {
                "name": "Storyloop",
                "semanticVersion": storyloop.__version__,
                "rules": [_rule(rule) for rule in RULES],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": _uri(path)}, "properties": {"strength": critique.strength}}
            for path, _, critique in entries
        ],
        "results": [
            result
            for place, (path, text, critique) in enumerate(entries)
            for result in _results(path, place, text, critique, places)
        ],
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }


def _rule(rule: Rule) -> dict[str, object]:
    page = manual(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.message},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"tags": [rule.family], "cost": rule.cost, "most": rule.most},
    }


def _results(
    path: str, artifact: int, text: str, critique: Critique, places: dict[str, int]
) -> Iterable[dict[str, object]]:
    lines = Lines(text)
    for finding in critique.findings:
        yield {
            "ruleId": finding.code,
            "ruleIndex": places[finding.code],
            "level": _LEVEL[finding.severity],
            "message": {"text": f"{finding.message} {finding.remedy}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _uri(path), "index": artifact},
                        "region": _region(lines, finding),
                    }
                }
            ],
            "properties": {"cost": finding.cost, "part": finding.part},
        }


def _region(lines: Lines, finding: Finding) -> dict[str, int]:
    line, column = lines.place(finding.start)
    end_line, end_column = lines.place(finding.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }


def _uri(path: str) -> str:
    """Return the path as a URI reference; an absolute one gets the scheme of files."""
    # Lone surrogates stand for bytes of a name that is not UTF-8.
    quoted = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{quoted}" if path.startswith("/") else quoted
