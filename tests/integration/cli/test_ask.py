"""`storyloop ask`, and `prepare` for questions: what is tested, and which story answers it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from storyloop import guide
from storyloop.matching.interpret import interpret
from storyloop.matching.match import match
from tests.conftest import Run
from tests.integration.cli.test_bad_input import assert_one_sentence
from tests.integration.cli.test_read import rows
from tests.integration.examples import LATE_TRAIN

pytestmark = pytest.mark.usefixtures("bank")

BUDGET = "How did you manage on a tiny budget?"
DISAGREED = "When did you disagree with your boss and say so?"
NO_STORY = "What is your notice period?"
KEYS = {
    *("version", "id", "question", "behavioural", "principles", "situations", "words", "asks"),
    *("stories", "write"),
}


def answer(storyloop: Run, *arguments: str) -> dict[str, Any]:
    done = storyloop("ask", *arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    body: dict[str, Any] = json.loads(done.stdout)
    return body


def test_the_answer_says_what_is_tested_and_which_story_to_open_how(storyloop: Run) -> None:
    done = storyloop("ask", BUDGET)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"Tests Frugality \(\d+%\)(, .+)?\.", lines[0])
    (said,) = [line for line in lines if line.startswith("What says so: ")]
    assert "“budget”" in said
    best = match(interpret(BUDGET), guide.samples())[0]
    assert f"1. {best.story.title}  ({best.story.id}, fit {best.fit:.2f})" in lines
    assert best.lead is not None
    assert f"Open with: {best.lead.opening}" in " ".join(done.stdout.split())
    for reason in best.reasons:
        assert f"- {reason}" in " ".join(done.stdout.split())
    assert max(map(len, lines[3:])) <= 88


def test_the_json_has_the_keys_of_the_contract(storyloop: Run) -> None:
    body = answer(storyloop, DISAGREED)
    assert body.keys() == KEYS
    assert (body["version"], body["id"], body["question"]) == (1, "", DISAGREED)
    assert 0.5 <= body["behavioural"] <= 1
    assert {each["id"] for each in body["principles"]} == {
        each.id for each in guide.framework().principles
    }
    assert {each["id"] for each in body["situations"]} == {e.id for e in guide.situations()}
    assert sum(each["probability"] for each in body["principles"]) == pytest.approx(1, abs=1e-2)
    assert body["principles"][0]["id"] == "have-backbone"
    for word in body["words"]:
        assert word.keys() == {"start", "end", "weight"}
    said = [DISAGREED[word["start"] : word["end"]] for word in body["words"]]
    assert "disagree" in said
    assert (body["asks"], body["write"]) == ([], None)
    fits = [story["fit"] for story in body["stories"]]
    assert fits == sorted(fits, reverse=True)
    for story in body["stories"]:
        assert story.keys() == {"id", "fit", "enough", "reasons", "lead"}
        assert story["lead"].keys() == {"opening", "stress", "sentence"}
        assert story["lead"]["stress"] in {"situation", "task", "action", "result"}


def test_at_most_so_many_stories_are_shown(storyloop: Run) -> None:
    every = answer(storyloop, BUDGET, "--most", "99")["stories"]
    assert len(every) == len(guide.samples())
    assert answer(storyloop, BUDGET)["stories"] == every[:5]
    assert answer(storyloop, BUDGET, "--most", "1")["stories"] == every[:1]
    text = storyloop("ask", BUDGET, "--most", "1").stdout
    assert "\n1. " in text
    assert "\n2. " not in text


def test_several_questions_at_once_are_answered_each(storyloop: Run) -> None:
    both = f"{DISAGREED} Then tell me about a product you built on a tiny budget."
    assert answer(storyloop, both)["asks"] == [
        {"question": DISAGREED, "principle": "have-backbone"},
        {
            "question": "Then tell me about a product you built on a tiny budget.",
            "principle": "frugality",
        },
    ]
    assert (
        f"\nSeveral questions at once: Have Backbone; Disagree and Commit in “{DISAGREED}”; "
        "Frugality in “Then tell me about a product you built on a tiny budget.”\n"
    ) in storyloop("ask", both).stdout
    mixed = "Tell me a little about yourself. Then describe a time you disagreed with your boss."
    assert "; Have Backbone" in storyloop("ask", mixed).stdout
    assert ": no story in “Tell me a little" in storyloop("ask", mixed).stdout


def test_a_question_that_asks_for_no_story_is_told_apart(storyloop: Run) -> None:
    assert storyloop("ask", NO_STORY).stdout == (
        "This asks for no story: it wants a fact, a view or a plan. Answer it briefly.\n"
    )
    body = answer(storyloop, NO_STORY)
    assert body["behavioural"] < 0.5
    assert (body["words"], body["write"]) == ([], None)
    assert not any(story["enough"] for story in body["stories"])


def test_where_no_story_fits_the_kind_to_write_is_named(storyloop: Run) -> None:
    storyloop("remove", "--samples")
    assert storyloop("ask", DISAGREED).stdout.endswith(
        "\n\nNo story of yours fits. Write one of this kind: "
        f"{guide.archetype('disagreement-or-backbone').name}.\n"
    )
    body = answer(storyloop, DISAGREED)
    assert (body["stories"], body["write"]) == ([], "disagreement-or-backbone")


def test_ones_own_stories_answer_alone_unless_the_samples_are_asked_for(
    storyloop: Run, tmp_path: Path
) -> None:
    file = tmp_path / "late-train.md"
    file.write_text(LATE_TRAIN, encoding="utf-8")
    assert storyloop("import", file).returncode == 0
    question = "How did you meet a deadline against the odds?"
    assert [each["id"] for each in answer(storyloop, question)["stories"]] == ["late-train"]
    with_samples = answer(storyloop, question, "--samples", "--most", "99")["stories"]
    assert len(with_samples) == 1 + len(guide.samples())


def test_lines_of_json_are_answered_in_their_order(storyloop: Run, tmp_path: Path) -> None:
    asked = [
        {"id": f"q{n}", "question": (BUDGET, DISAGREED, NO_STORY, "")[n % 4]} for n in range(600)
    ][::-1]
    file = tmp_path / "questions.jsonl"
    file.write_text(rows(*asked), encoding="utf-8")
    done = storyloop("ask", "--jsonl", file, "--most", "2")
    bodies = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [(body["id"], body["question"]) for body in bodies] == [
        (each["id"], each["question"]) for each in asked
    ]
    assert all(body.keys() == KEYS and len(body["stories"]) == 2 for body in bodies)
    alone = answer(storyloop, BUDGET, "--most", "2")
    (one,) = [body for body in bodies if body["id"] == "q0"]
    assert one["stories"] == alone["stories"]
    assert one["principles"][0]["id"] == alone["principles"][0]["id"]


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_the_standard_input_holds_the_lines(storyloop: Run, arguments: tuple[str, ...]) -> None:
    done = storyloop("ask", "--jsonl", *arguments, input="\n" + rows({"question": BUDGET}) + "\n")
    (body,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (body["id"], body["question"]) == ("", BUDGET)
    assert storyloop("ask", "--jsonl", *arguments, input="").stdout == ""


LINES = [
    "not json",
    "[]",
    "3",
    "null",
    "{}",
    '{"id": "1"}',
    '{"id": "1", "text": "a"}',
    '{"id": "1", "question": 3}',
    '{"id": "1", "question": null}',
    '{"id": "1", "question": "half \\ud800"}',
    '{"id": "1", "question": "open',
    "[" * 100_000,
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:30])
def test_a_bad_line_is_named_and_those_before_it_are_answered(storyloop: Run, line: str) -> None:
    good = rows({"id": "1", "question": BUDGET})
    done = storyloop("ask", "--jsonl", input=f"{good}\n{line}\n{good}")
    assert done.stderr == (
        'storyloop: -, line 3: this is not a line such as {"id": "1", "question": "..."}.\n'
    )
    assert done.returncode == 2
    assert [json.loads(each)["id"] for each in done.stdout.splitlines()] == ["1"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ask"], 'Give a question in quotation marks, such as "When did you miss a deadline?".'),
        (["ask", " "], "Give a question in quotation marks, such as"),
        (["ask", "When", "did", "you", "fail?"], "Got unexpected extra arguments (did you fail?)"),
        (["ask", BUDGET, "--most", "0"], "Invalid value for '--most': 0 is not in the range x>=1."),
        (["ask", BUDGET, "--format", "md"], "Invalid value for '--format': 'md' is not one of"),
        (["ask", "--jsonl", "/no/such.jsonl"], "/no/such.jsonl cannot be used (No such file or"),
        (["ask", "--jsonl", "/"], "/ cannot be used (Is a directory)."),
        (["prepare", "--question", " "], "There is no question to prepare for."),
        (["prepare", "--from", "/no/such.txt"], "/no/such.txt: the file cannot be read (No such"),
        (["prepare", "--from", "/"], "/: the file cannot be read (Is a directory)."),
        (["prepare", "--from", "/dev/zero"], "/dev/zero: the file is larger than 1 MB"),
        (["prepare", "--from", "/dev/null"], "There is no question to prepare for."),
        (
            ["prepare", "--question", BUDGET, "--situation", "scaled"],
            "Give situations or questions, not both.",
        ),
    ],
)
def test_bad_use(storyloop: Run, arguments: list[str], sentence: str) -> None:
    assert_one_sentence(storyloop(*arguments), sentence)


def prepared(storyloop: Run, *arguments: str | Path, **options: str) -> dict[str, Any]:
    done = storyloop("prepare", *arguments, "--format", "json", **options)
    assert (done.returncode, done.stderr) == (0, "")
    body: dict[str, Any] = json.loads(done.stdout)
    return body


def test_questions_are_prepared_for_once_each_in_the_order_asked(storyloop: Run) -> None:
    asked = [DISAGREED, BUDGET, " ", DISAGREED]
    body = prepared(storyloop, *(word for each in asked for word in ("--question", each)))
    assert body.keys() == {"version", "counted", "situations", "gaps", "uses"}
    assert [sheet["id"] for sheet in body["situations"]] == ["question-1", "question-2"]
    assert body["gaps"] == []
    samples = {story.id: story for story in guide.samples()}
    for sheet, question in zip(body["situations"], (DISAGREED, BUDGET), strict=True):
        found = match(interpret(question), guide.samples())
        assert sheet["story"] in {each.story.id for each in found if each.is_enough}
        assert sheet["reasons"]
        assert set(sheet["principles"]) <= set(samples[sheet["story"]].principles)
    assert body["situations"][0]["principles"][0] == "have-backbone"


def test_the_sheet_is_headed_by_the_question_and_what_it_tests(storyloop: Run) -> None:
    text = storyloop("prepare", "--question", BUDGET).stdout
    assert text.startswith(f"{BUDGET}: ")
    assert "\nTests Frugality" in text
    page = storyloop("prepare", "--question", BUDGET, "--format", "md").stdout
    assert f"\n## {BUDGET}\n\n*Tests Frugality" in page


def test_questions_come_from_a_file_a_line_each(storyloop: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_text(f"\n  {DISAGREED}  \n\n{BUDGET}\n{BUDGET}\n", encoding="utf-8")
    both = prepared(storyloop, "--question", DISAGREED, "--question", BUDGET)
    assert prepared(storyloop, "--from", file) == both
    assert prepared(storyloop, "--from", "-", input=file.read_text(encoding="utf-8")) == both
    assert prepared(storyloop, "--question", DISAGREED, "--from", file) == both


def test_what_asks_for_no_story_is_a_gap(storyloop: Run) -> None:
    body = prepared(storyloop, "--question", NO_STORY, "--question", BUDGET)
    assert [gap["situation"] for gap in body["gaps"]] == ["question-1"]
    assert [sheet["id"] for sheet in body["situations"]] == ["question-2"]
    text = storyloop("prepare", "--question", NO_STORY).stdout
    assert text.startswith(f"No story yet: {NO_STORY} Asks for no story.")


def test_as_few_stories_as_possible_answer_the_questions(storyloop: Run) -> None:
    asked = [word for each in (BUDGET, DISAGREED) for word in ("--question", each)]
    shared = {
        each.story.id for each in match(interpret(BUDGET), guide.samples()) if each.is_enough
    } & {each.story.id for each in match(interpret(DISAGREED), guide.samples()) if each.is_enough}
    used = prepared(storyloop, *asked, "--fewest")["uses"]
    assert len(used) == (1 if shared else 2)
