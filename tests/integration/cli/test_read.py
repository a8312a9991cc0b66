"""`storyloop read`: a text by its parts, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from storyloop.reading import PARTS
from tests.conftest import Run
from tests.integration.cli.test_bad_input import assert_one_sentence
from tests.integration.examples import LATE_TRAIN

ANSWER = (
    "Our only oven failed on a Friday night, with 400 loaves promised for the market. As the shift "
    "leader I had to have them out by six. I rang the baker in the next village and asked for two "
    "hours of his oven. All 400 were on the stall by ten to six, against 250 the year before."
)


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    """Return a file with an answer in plain text."""
    file = tmp_path / "oven.txt"
    file.write_text(ANSWER, encoding="utf-8")
    return file


def rows(*texts: dict[str, str]) -> str:
    return "".join(json.dumps(text) + "\n" for text in texts)


def test_each_sentence_stands_behind_its_part_and_who_acts(storyloop: Run, answer: Path) -> None:
    read = storyloop("read", answer)
    lines = read.stdout.splitlines()
    assert read.returncode == 0
    assert lines[0].split()[0] == "situation"
    assert lines[0].endswith(
        "Our only oven failed on a Friday night, with 400 loaves promised for the market."
    )
    assert lines[2].split()[:2] == ["action", "I"]
    assert lines[4] == ""
    assert lines[5] == "58 words, 0 min 23 s; this is a story."
    assert lines[6].startswith("situation ")
    assert lines[7].startswith("Numbers: 400 loaves; ")


def test_the_json_has_the_keys_of_the_contract(storyloop: Run, answer: Path) -> None:
    body: dict[str, Any] = json.loads(storyloop("read", answer, "--format", "json").stdout)
    assert (body["version"], body["id"], body["words"]) == (1, str(answer), 58)
    assert body["kind"] == "story"
    assert set(body["parts"]) == set(PARTS)
    assert sum(part["words"] for part in body["parts"].values()) == 58
    assert sum(part["share"] for part in body["parts"].values()) == pytest.approx(1, abs=0.01)
    for sentence in body["sentences"]:
        assert set(sentence) == {"start", "end", "text", "part", "confidence", "voice"}
        assert ANSWER[sentence["start"] : sentence["end"]] == sentence["text"]
    assert "".join(sentence["text"] for sentence in body["sentences"]) == ANSWER
    for quantity in body["quantities"]:
        assert ANSWER[quantity["start"] : quantity["end"]] == quantity["text"]


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_the_standard_input_is_read(storyloop: Run, arguments: tuple[str, ...]) -> None:
    done = storyloop("read", *arguments, "--format", "json", input=ANSWER)
    body = json.loads(done.stdout)
    assert (body["id"], body["words"]) == ("-", 58)


def test_a_story_file_keeps_the_parts_that_its_writer_named(storyloop: Run, tmp_path: Path) -> None:
    file = tmp_path / "late-train.md"
    file.write_text(LATE_TRAIN, encoding="utf-8")
    body = json.loads(storyloop("read", file, "--format", "json").stdout)
    said = [(each["part"], each["text"].strip()) for each in body["sentences"]]
    assert said == [
        ("situation", "The last train of the evening had no crew."),
        ("task", "I was to get sixty people home."),
        ("action", "I rang the bus garage and asked for two drivers."),
        ("result", "Everybody was home by midnight."),
    ]


def test_lines_of_json_are_answered_in_their_order(storyloop: Run, tmp_path: Path) -> None:
    given = [{"id": f"a{n}", "text": f"I rang {n} plants. They came."} for n in (3, 1, 2)]
    file = tmp_path / "answers.jsonl"
    file.write_text(rows(*given), encoding="utf-8")
    for done in (
        storyloop("read", "--jsonl", file),
        storyloop("read", "--jsonl", input=rows(*given)),
    ):
        bodies = [json.loads(line) for line in done.stdout.splitlines()]
        assert [body["id"] for body in bodies] == ["a3", "a1", "a2"]
        assert all(body["version"] == 1 for body in bodies)
        assert [body["sentences"][0]["text"] for body in bodies] == [
            "I rang 3 plants. ",
            "I rang 1 plants. ",
            "I rang 2 plants. ",
        ]


def test_an_empty_text_is_read_like_any_other(storyloop: Run) -> None:
    done = storyloop("read", "--format", "json", input="")
    body = json.loads(done.stdout)
    assert (done.returncode, body["words"], body["sentences"]) == (0, 0, [])
    assert storyloop("read", input="").returncode == 0
    assert storyloop("read", "--jsonl", input="").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["read", "/no/such.txt"], "/no/such.txt: the file cannot be read (No such file or"),
        (["read", "/"], "/: the file cannot be read (Is a directory)."),
        (["read", "--jsonl", "/no/such.jsonl"], "/no/such.jsonl"),
        (["read", "--format", "sarif"], "Invalid value for '--format': 'sarif' is not one of"),
        (["read", "a", "b"], "Got unexpected extra argument (b)"),
    ],
)
def test_bad_use(storyloop: Run, arguments: list[str], sentence: str) -> None:
    assert_one_sentence(storyloop(*arguments), sentence)


def test_reading_imports_neither_the_bank_nor_the_solver(
    storyloop: Run, answer: Path, environment: dict[str, str]
) -> None:
    environment["PYTHONPROFILEIMPORTTIME"] = "1"
    done = storyloop("read", answer)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "storyloop.reading" in imported
    assert imported.isdisjoint({"django", "scipy"})
