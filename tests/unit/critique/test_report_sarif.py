"""What critiques say in SARIF, held against what the standard requires."""

import json
import re
from typing import Any

import pytest

from storyloop.critique.critique import Critique
from storyloop.critique.report_sarif import report_sarif
from storyloop.critique.rule import Finding, Severity
from storyloop.critique.table import RULES

Log = dict[str, Any]
LEVELS = {"none", "note", "warning", "error"}
TEXT = "Das Boot 東京.\r\nI rang 07700 900117.\n\nNobody came."


def finding(start: int, end: int, code: str = "X01", severity: Severity = "error") -> Finding:
    name = next(rule.name for rule in RULES if rule.code == code)
    return Finding(
        code=code,
        name=name,
        severity=severity,
        start=start,
        end=end,
        part="action",
        message="Somebody can be reached.",
        remedy="Take it out.",
        cost=12,
    )


def validate(log: Log) -> None:
    """Check what SARIF 2.1.0 requires of the objects that are used here (sections 3.13 to 3.52)."""
    assert log["version"] == "2.1.0"
    assert isinstance(log["runs"], list)
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        assert isinstance(driver["name"], str)
        assert driver["name"]
        rules = driver["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        for rule in rules:
            assert rule["shortDescription"]["text"]
            assert rule["help"]["text"]
            assert rule["defaultConfiguration"]["level"] in LEVELS
            tags = rule["properties"]["tags"]
            assert len(set(tags)) == len(tags)
        assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
        for artifact in run["artifacts"]:
            is_reference(artifact["location"]["uri"])
        for result in run["results"]:
            validate_result(result, rules, run["artifacts"])


def validate_result(result: Log, rules: list[Log], artifacts: list[Log]) -> None:
    assert result["message"]["text"]
    assert result["level"] in LEVELS
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for location in result["locations"]:
        place = location["physicalLocation"]
        named = place["artifactLocation"]
        is_reference(named["uri"])
        assert artifacts[named["index"]]["location"]["uri"] == named["uri"]
        region = place["region"]
        assert all(type(value) is int for value in region.values())
        assert min(region["startLine"], region["startColumn"]) >= 1
        assert (region["startLine"], region["startColumn"]) <= (
            region["endLine"],
            region["endColumn"],
        )
        assert min(region["charOffset"], region["charLength"]) >= 0


def is_reference(uri: str) -> None:
    assert re.fullmatch(r"(?:file://)?[\w%./~-]+", uri, re.ASCII)


def log_of(*entries: tuple[str, str, Critique]) -> Log:
    log: Log = json.loads(json.dumps(report_sarif(entries)))
    return log


def test_a_log_has_what_the_standard_requires() -> None:
    critique = Critique(findings=(finding(4, 8), finding(24, 36)), strength=76)

    validate(
        log_of(("goat.md", TEXT, critique), ("other.md", "", Critique(findings=(), strength=None)))
    )


def test_an_empty_log_is_valid() -> None:
    log = log_of()

    validate(log)
    assert log["runs"][0]["results"] == []


def test_lines_and_columns_count_code_points_and_end_after_the_span() -> None:
    start = TEXT.index("07700")
    critique = Critique(findings=(finding(start, start + 12),), strength=88)

    (result,) = log_of(("goat.md", TEXT, critique))["runs"][0]["results"]

    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 8,
        "endLine": 2,
        "endColumn": 20,
        "charOffset": start,
        "charLength": 12,
    }


def test_columns_are_declared_as_code_points() -> None:
    assert log_of()["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_the_manual_page_of_each_rule_is_its_help() -> None:
    rules = log_of()["runs"][0]["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert all("Use instead" in rule["help"]["markdown"] for rule in rules)


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("advice", "note")]
)
def test_severities_become_levels(severity: Severity, level: str) -> None:
    critique = Critique(findings=(finding(0, 3, severity=severity),), strength=88)

    (result,) = log_of(("goat.md", TEXT, critique))["runs"][0]["results"]

    assert result["level"] == level


def test_several_texts_go_into_one_run() -> None:
    critique = Critique(findings=(finding(0, 3),), strength=88)

    (run,) = log_of(("a.md", TEXT, critique), ("b.md", TEXT, critique))["runs"]

    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["a.md", "b.md"]
    assert [artifact["properties"]["strength"] for artifact in run["artifacts"]] == [88, 88]
    assert len(run["results"]) == 2


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("my stories/goat #2.md", "my%20stories/goat%20%232.md"),
        ("a:b.md", "a%3Ab.md"),
        ("/srv/goat.md", "file:///srv/goat.md"),
        ("Ziege-Über.md", "Ziege-%C3%9Cber.md"),
        ("broken\udcff.md", "broken%FF.md"),
        ("-", "-"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    log = log_of((path, "", Critique(findings=(), strength=None)))

    validate(log)
    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == uri


def test_the_log_quotes_nothing_of_the_text() -> None:
    critique = Critique(findings=(finding(17, 36),), strength=88)

    assert "900117" not in json.dumps(report_sarif([("goat.md", TEXT, critique)]))
