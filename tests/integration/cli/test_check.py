"""`storyloop check`, `rules` and `rule`: the linter for people, editors and programs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from storyloop import guide
from storyloop.critique import RULES, critique, draft_of
from tests.conftest import Run
from tests.integration.cli.test_bad_input import assert_one_sentence
from tests.integration.cli.test_read import ANSWER, rows
from tests.integration.examples import LATE_TRAIN

USUALLY = (
    "I usually begin by listening to both sides. I always write down what each of them wants, and "
    "then I tend to look for the point where they overlap. Most of the time people calm down once "
    "they feel heard, and I normally send everybody a note of what we agreed."
)
KEYS = {"code", "name", "severity", "start", "end", "part", "message", "remedy", "cost"}


@pytest.fixture
def usually(tmp_path: Path) -> Path:
    """Return a file with what somebody usually does, which is a finding of severity error."""
    file = tmp_path / "usually.txt"
    file.write_text(USUALLY, encoding="utf-8")
    return file


@pytest.fixture
def oven(tmp_path: Path) -> Path:
    """Return a file with an answer that has no finding of severity error."""
    file = tmp_path / "oven.txt"
    file.write_text(ANSWER, encoding="utf-8")
    return file


def test_an_error_is_shown_where_it_is_and_makes_the_status_1(
    storyloop: Run, usually: Path
) -> None:
    done = storyloop("check", usually)
    assert (done.returncode, done.stderr) == (1, "")
    assert re.search(
        rf"^{re.escape(str(usually))}:1:\d+: [A-Z]\d\d pseudo-story$", done.stdout, re.MULTILINE
    )
    assert re.search(r"^  Error, \d+ points: ", done.stdout, re.MULTILINE)
    assert re.search(r"^  Remedy: ", done.stdout, re.MULTILINE)
    assert re.fullmatch(r"Strength \d+ of 100: \d+ findings?\.", done.stdout.splitlines()[-1])


def test_without_an_error_the_status_is_0(storyloop: Run, oven: Path) -> None:
    done = storyloop("check", oven)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Strength " in done.stdout
    assert "  Error" not in done.stdout


def test_the_json_has_the_keys_of_the_contract(storyloop: Run, usually: Path) -> None:
    done = storyloop("check", usually, "--format", "json")
    body: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == 1
    assert (body["version"], body["id"]) == (1, str(usually))
    assert body["strength"] == max(0, 100 - sum(each["cost"] for each in body["findings"]))
    for each in body["findings"]:
        assert set(each) == KEYS
        assert 0 <= each["start"] <= each["end"] <= len(USUALLY)
    assert "pseudo-story" in {each["name"] for each in body["findings"]}


def test_several_paths_are_answered_one_by_one(storyloop: Run, usually: Path, oven: Path) -> None:
    done = storyloop("check", oven, usually, "-", "--format", "json", input="I rang.")
    body = json.loads(done.stdout)
    assert [text["id"] for text in body["texts"]] == [str(oven), str(usually), "-"]
    assert body["texts"][2]["strength"] is None
    assert done.returncode == 1
    shown = storyloop("check", oven, usually)
    assert shown.stdout.count("Strength ") == 2
    assert shown.returncode == 1


def test_the_standard_input_is_checked(storyloop: Run) -> None:
    done = storyloop("check", "-", "--format", "json", input=USUALLY)
    assert (done.returncode, json.loads(done.stdout)["id"]) == (1, "-")


def test_sarif_has_the_rules_and_the_places(storyloop: Run, usually: Path, oven: Path) -> None:
    done = storyloop("check", usually, oven, "--format", "sarif")
    log: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == 1
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == [each.code for each in RULES]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [place["location"]["uri"] for place in run["artifacts"]] == [
        f"file://{usually}",
        f"file://{oven}",
    ]
    found = critique(draft_of(USUALLY)).findings + critique(draft_of(ANSWER)).findings
    assert [each["ruleId"] for each in run["results"]] == [each.code for each in found]
    for result, finding in zip(run["results"], found, strict=True):
        assert rules[result["ruleIndex"]]["id"] == finding.code
        [location] = result["locations"]
        region = location["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (1, finding.start + 1)
        assert region["charOffset"] == finding.start


def test_a_story_file_is_shown_where_its_lines_are(storyloop: Run, tmp_path: Path) -> None:
    file = tmp_path / "late-train.md"
    file.write_text(LATE_TRAIN, encoding="utf-8")
    body = json.loads(storyloop("check", file, "--format", "json").stdout)
    assert body["id"] == str(file)
    for finding in body["findings"]:
        assert 0 <= finding["start"] <= finding["end"] <= len(LATE_TRAIN)
    shown = storyloop("check", file).stdout
    places = re.findall(rf"^{re.escape(str(file))}:(\d+):(\d+): ", shown, re.MULTILINE)
    assert len(places) == len(body["findings"])
    assert all(1 <= int(line) <= len(LATE_TRAIN.splitlines()) for line, _ in places)


@pytest.mark.usefixtures("bank")
def test_without_a_path_the_stories_of_the_bank_are_checked(storyloop: Run) -> None:
    done = storyloop("check", "--format", "json")
    body = json.loads(done.stdout)
    assert {text["id"] for text in body["texts"]} == {story.id for story in guide.samples()}
    assert done.returncode == 0
    assert storyloop("check").stdout.count("Strength ") == len(guide.samples())


def test_lines_of_json_are_answered_in_their_order_with_their_questions(storyloop: Run) -> None:
    question = "Tell me about criticism you received."
    done = storyloop(
        *("check", "--jsonl"),
        input=rows(
            {"id": "z", "text": ANSWER, "question": question},
            {"id": "a", "text": ANSWER},
            {"id": "m", "text": "", "question": ""},
        ),
    )
    bodies = [json.loads(line) for line in done.stdout.splitlines()]
    assert [body["id"] for body in bodies] == ["z", "a", "m"]
    names = [{finding["name"] for finding in body["findings"]} for body in bodies]
    assert "off-question" in names[0]
    assert "off-question" not in names[1]
    assert bodies[2]["strength"] is None
    assert done.returncode == 0


def test_a_line_with_an_error_makes_the_status_1(storyloop: Run) -> None:
    done = storyloop("check", "--jsonl", input=rows({"id": "1", "text": USUALLY}, {"text": ANSWER}))
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["1", ""]
    assert done.returncode == 1


def test_a_question_is_held_against_the_answer(storyloop: Run, oven: Path) -> None:
    asked = storyloop("check", oven, "--question", "Tell me about criticism you received.")
    assert "off-question" in asked.stdout
    assert "off-question" not in storyloop("check", oven).stdout


def test_rules_can_be_chosen_and_left_out(storyloop: Run, usually: Path) -> None:
    only = storyloop("check", usually, "--select", "pseudo-story", "--format", "json")
    findings = json.loads(only.stdout)["findings"]
    assert {finding["name"] for finding in findings} == {"pseudo-story"}
    code = findings[0]["code"]
    for name in ("pseudo-story", code, code[0]):
        done = storyloop("check", usually, "--ignore", name)
        assert "pseudo-story" not in done.stdout
        assert done.returncode == 0
    both = storyloop("check", usually, "--select", code[0], "--ignore", code, "--select", "X")
    assert "pseudo-story" not in both.stdout


LINES = [
    "not json",
    "[]",
    "3",
    "null",
    '"text"',
    "{}",
    '{"id": "1"}',
    '{"id": "1", "text": 3}',
    '{"id": "1", "text": null}',
    '{"id": "1", "text": "a", "question": ["b"]}',
    '{"id": "1", "text": "half \\ud800"}',
    '{"id": "1", "text": "open',
    "[" * 100_000,
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:30])
def test_a_bad_line_is_named_and_those_before_it_are_answered(storyloop: Run, line: str) -> None:
    good = rows({"id": "1", "text": "I rang."})
    done = storyloop("check", "--jsonl", input=f"{good}\n{line}\n{good}")
    assert done.stderr == (
        'storyloop: -, line 3: this is not a line such as {"id": "1", "text": "..."}.\n'
    )
    assert done.returncode == 2
    assert [json.loads(each)["id"] for each in done.stdout.splitlines()] == ["1"]


def test_a_line_that_is_no_text_is_named(storyloop: Run, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_bytes(b'{"id": "1", "text": "\xff"}\n')
    done = storyloop("check", "--jsonl", file)
    assert_one_sentence(done, f"{file}, line 1: this is not a line such as")
    file.write_text(json.dumps({"id": "1", "text": "x" * 1_000_001}), encoding="utf-8")
    done = storyloop("check", "--jsonl", file)
    assert_one_sentence(done, f"{file}, line 1: the text is longer than 1 MB.")


FILES = [
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00", "the file is not UTF-8 text; save it as plain text"),
    ("zero.txt", b"I rang\0 them.", "the file is not text; save it as plain text or Markdown."),
    ("two.txt", b"I rang. " * 250_000, "the file is larger than 1 MB, the most a story may have."),
    ("faulty.md", b"---\nwhen: soon\n---\n", "line 2, when: 'soon' is not a year such as 2023"),
]


@pytest.mark.parametrize("written", FILES, ids=lambda written: written[0])
def test_a_file_that_cannot_be_checked(
    storyloop: Run, tmp_path: Path, written: tuple[str, bytes, str]
) -> None:
    name, content, sentence = written
    file = tmp_path / name
    file.write_bytes(content)
    assert_one_sentence(storyloop("check", file), f"{file}: {sentence}")


def test_too_much_on_the_standard_input(storyloop: Run) -> None:
    done = storyloop("check", "-", input="I rang. " * 250_000)
    assert_one_sentence(done, "-: the file is larger than 1 MB, the most a story may have.")


def test_what_is_endless_is_refused_before_it_is_read_whole(storyloop: Run) -> None:
    assert_one_sentence(storyloop("check", "/dev/zero"), "/dev/zero: the file is larger than 1 MB")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "/no/such.txt"], "/no/such.txt: the file cannot be read (No such file or"),
        (["check", "/"], "/: the file cannot be read (Is a directory)."),
        (["check", "--jsonl", "/no/such.jsonl"], "/no/such.jsonl"),
        (["check", "-", "--select", "Z9"], "There is no rule 'Z9'; see `storyloop rules`."),
        (["check", "-", "--select", ""], "There is no rule ''; see `storyloop rules`."),
        (["check", "-", "--ignore", "no-resultt"], "There is no rule 'no-resultt'; see"),
        (["check", "-", "--format", "xml"], "Invalid value for '--format': 'xml' is not one of"),
        (["rule", "Z99"], "There is no rule 'Z99'; see `storyloop rules`."),
        (["rule"], "Missing argument 'CODE'."),
    ],
)
def test_bad_use(storyloop: Run, arguments: list[str], sentence: str) -> None:
    assert_one_sentence(storyloop(*arguments), sentence)


def test_a_file_is_checked_without_the_bank_and_the_solver(
    storyloop: Run, oven: Path, environment: dict[str, str]
) -> None:
    environment["PYTHONPROFILEIMPORTTIME"] = "1"
    done = storyloop("check", oven)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "storyloop.critique" in imported
    assert imported.isdisjoint({"django", "scipy"})
    assert not Path(environment["STORYLOOP_BANK"]).exists()


def test_every_rule_is_listed(storyloop: Run) -> None:
    lines = storyloop("rules").stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [[each.code, each.name] for each in RULES]
    body = json.loads(storyloop("rules", "--format", "json").stdout)
    assert body["version"] == 1
    assert [each["code"] for each in body["rules"]] == [each.code for each in RULES]
    assert {"name", "family", "severity", "cost", "most", "message", "remedy"} <= set(
        body["rules"][0]
    )


def test_the_manual_page_of_a_rule_is_shown_by_code_and_by_name(storyloop: Run) -> None:
    each = RULES[0]
    page = storyloop("rule", each.code).stdout
    assert page.startswith(f"# {each.code} {each.name}\n")
    assert storyloop("rule", each.name).stdout == page
    for heading in ("What it does", "Why", "Example", "Use instead"):
        assert f"\n{heading}\n" in page
