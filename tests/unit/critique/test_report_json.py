"""What a critique says to programs."""

import json

from storyloop.critique.critique import Critique
from storyloop.critique.report_json import report_json
from storyloop.critique.rule import Finding

FINDING = Finding(
    code="X01",
    name="contact-details",
    severity="error",
    start=9,
    end=18,
    part="",
    message="Somebody can be reached.",
    remedy="Take it out.",
    cost=12,
)


def test_the_body_has_the_keys_of_the_contract_in_their_order() -> None:
    body = report_json(
        "goat.md", "Write to a@b.example", Critique(findings=(FINDING,), strength=88)
    )

    assert list(body) == ["id", "words", "strength", "findings", "switched_off"]
    assert body["findings"] == [
        {
            "code": "X01",
            "name": "contact-details",
            "severity": "error",
            "start": 9,
            "end": 18,
            "part": "",
            "message": "Somebody can be reached.",
            "remedy": "Take it out.",
            "cost": 12,
        }
    ]


def test_too_little_to_judge_is_null() -> None:
    body = report_json("goat.md", "Three short words", Critique(findings=(), strength=None))

    assert json.loads(json.dumps(body)) == {
        "id": "goat.md",
        "words": 3,
        "strength": None,
        "findings": [],
        "switched_off": [],
    }
