"""Whatever goes wrong with the API, the answer has one shape, and nothing has changed."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from storyloop.bank import errors, queries
from storyloop.web.api.errors import CAUSES
from tests.integration.web.api.conftest import Body, Program
from tests.integration.web.api.operations import Operation, operations

OPERATIONS = operations()
WRITES = [each for each in OPERATIONS if each.writes]
every_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)
every_write = pytest.mark.parametrize("operation", WRITES, ids=str)
with_body = pytest.mark.parametrize("operation", [e for e in WRITES if e.body], ids=str)
JSON = "application/json"
# The last ones hold half of a character.
NO_JSON: tuple[str | bytes, ...] = (
    *("{", "\x00", "[" * 100_000),
    *(b"\xff\xfe\x00", '{"base": 1}]', r'{"text": "\ud800"}', b'{"text": "\xed\xa0\x80"}'),
)
MISFITS: tuple[object, ...] = (None, [], 1, {"nonsense": True}, {"base": "1", "story": 2})


def assert_refused(program: Program, said: Body, code: str) -> None:
    """Assert that the last answer is the error `code`, in the one shape."""
    error = said["error"]
    assert said == {"version": 1, "error": error}
    assert set(error) == {"code", "message", "fields"}
    assert error["code"] == code
    assert program.status == CAUSES[code].status
    assert program.headers["content-type"].startswith(JSON)
    assert error["message"][-1] in ".)"
    assert all(set(each) == {"field", "message"} for each in error["fields"])
    for internal in ("Traceback", "Exception", "django", "/src/", ".py", "pydantic"):
        assert internal not in str(error)


def assert_wrote_nothing(captured: CaptureQueriesContext) -> None:
    """Assert that the bank was not so much as asked to change."""
    words = {query["sql"].split()[0] for query in captured.captured_queries}
    assert words.isdisjoint({"INSERT", "UPDATE", "DELETE"})


@every_operation
def test_another_host(program: Program, operation: Operation) -> None:
    said = program.send(operation.method, operation.path, operation.body, host="evil.example")
    assert_refused(program, said, "wrong-host")
    assert "evil.example" not in str(said)


@every_operation
def test_another_method(program: Program, operation: Operation) -> None:
    taken = {each.method for each in OPERATIONS if each.path == operation.path}
    assert_refused(program, program.send("TRACE", operation.path), "wrong-method")
    assert set(program.headers["allow"].split(", ")) == taken


@every_write
def test_a_write_without_proof(program: Program, operation: Operation) -> None:
    text = "{}" if operation.body is None else str(operation.body).replace("'", '"')
    with CaptureQueriesContext(connection) as captured:
        said = program.send_raw(operation.method, operation.path, text, JSON)
    assert_refused(program, said, "unproven")
    assert_wrote_nothing(captured)


@every_write
def test_a_write_with_a_token_of_another_bank(program: Program, operation: Operation) -> None:
    with CaptureQueriesContext(connection) as captured:
        said = program.send(
            operation.method, operation.path, operation.body, authorization="Bearer nonsense"
        )
    assert_refused(program, said, "wrong-token")
    assert_wrote_nothing(captured)


@every_write
def test_a_form_of_another_site_even_with_a_token(program: Program, operation: Operation) -> None:
    bearer = f"Bearer {program.token}"
    for kind in ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain"):
        said = program.send_raw(
            operation.method, operation.path, '{"base": 1}', kind, authorization=bearer
        )
        assert_refused(program, said, "not-json")


@every_write
def test_a_body_that_is_too_large(program: Program, operation: Operation) -> None:
    said = program.send(operation.method, operation.path, {"text": "word " * 600_000})
    assert_refused(program, said, "too-large")


@with_body
def test_a_body_that_is_no_json(program: Program, operation: Operation) -> None:
    bearer = f"Bearer {program.token}"
    for text in NO_JSON:
        said = program.send_raw(operation.method, operation.path, text, JSON, authorization=bearer)
        assert_refused(program, said, "unreadable")


@with_body
def test_a_body_that_does_not_fit(program: Program, operation: Operation) -> None:
    for body in MISFITS:
        said = program.send(operation.method, operation.path, body)
        assert_refused(program, said, "invalid")
        assert said["error"]["fields"]


@pytest.mark.parametrize("operation", [e for e in OPERATIONS if 404 in e.statuses], ids=str)
def test_something_that_is_not_there(program: Program, operation: Operation) -> None:
    lost = {
        "payee-names": "lost",
        "larch": "lost",
        "number-without-baseline": "lost",
        "/1": "/99",
    }
    path = operation.path
    for there, gone in lost.items():
        path = path.replace(there, gone)
    if path == operation.path:
        return  # what is not there stands in the query or in the body
    assert_refused(program, program.send(operation.method, path, operation.body), "not-found")


@pytest.mark.parametrize(
    "path", ["", "/", "/nowhere", "/stories/", "/stories/A%00", "/stories/..%2f..", "/asked/one"]
)
def test_an_address_that_leads_nowhere(program: Program, path: str) -> None:
    assert_refused(program, program.get(path), "not-found")


@every_operation
def test_a_mistake_of_ours(
    program: Program, operation: Operation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        message = "secret detail"
        raise RuntimeError(message)

    from storyloop.web.api.app import api

    (view,) = (
        each
        for router in api._get_bound_routers()  # noqa: SLF001 - there is no other way to one
        for found in router.path_operations.values()
        for each in found.operations
        if api.get_openapi_operation_id(each) == operation.id
    )
    monkeypatch.setattr(view, "_get_values", fail)
    said = program.send(operation.method, operation.path, operation.body)
    assert_refused(program, said, "our-fault")
    assert "secret detail" not in str(said)


def test_each_error_of_the_bank_is_a_known_cause() -> None:
    for error in errors.BankError.__subclasses__():
        assert CAUSES[error.code].status == error.status, error


def test_every_fault_is_said_with_its_place(program: Program) -> None:
    story = {"title": 1, "when": {"year": 12}, "metrics": [{"unti": "days"}]}
    said = program.send("POST", "/stories", {"story": story, "id": "Not a slug"})
    assert_refused(program, said, "invalid")
    assert said["error"]["fields"] == [
        {
            "field": "id",
            "message": (
                "Use lower-case letters, digits and hyphens, and no name that means something "
                "already."
            ),
        },
        {"field": "story.title", "message": "This must be a text."},
        {"field": "story.metrics.0.unti", "message": "There is no such field."},
        {"field": "story.when.year", "message": "This should be greater than or equal to 1950."},
    ]
    assert said["error"]["message"].startswith("In `id`: Use lower-case letters")
    assert said["error"]["message"].endswith("(3 more in `fields`)")
    assert len(queries.stories()) == 10


def test_a_question_in_an_address_that_does_not_fit(program: Program) -> None:
    said = program.get("/ask", {"question": " ", "most": "many", "samples": "perhaps"})
    assert_refused(program, said, "invalid")
    assert {each["field"]: each["message"] for each in said["error"]["fields"]} == {
        "question": "Write a question.",
        "most": "This must be a whole number.",
        "samples": "This must be true or false.",
    }
