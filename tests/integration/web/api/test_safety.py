"""No other site can write through the API, nor read from it."""

from __future__ import annotations

import re
import stat

import pytest
from django.conf import settings
from django.test import Client

from storyloop.bank import queries
from storyloop.cli.main import storyloop as commands
from tests.integration.web.api.conftest import Program
from tests.integration.web.api.operations import Operation, operations
from tests.integration.web.reading import show

REMOVE = "/stories/payee-names/remove"
JSON = "application/json"


def test_a_script_of_our_own_page_writes_with_the_token_of_its_form(program: Program) -> None:
    form = show(program.client, "/stories/payee-names/edit/").form("title")
    token = dict(form.fields)["csrfmiddlewaretoken"]
    program.send_raw("POST", REMOVE, "", JSON, **{"X-CSRFToken": token})
    assert program.status == 200
    assert queries.held("payee-names").removed_at


def test_the_token_of_a_page_is_worth_nothing_to_another_site(program: Program) -> None:
    form = show(program.client, "/stories/payee-names/edit/").form("title")
    token = dict(form.fields)["csrfmiddlewaretoken"]
    headers = {"X-CSRFToken": token, "Origin": "https://evil.example"}
    said = program.send_raw("POST", REMOVE, "", JSON, **headers)
    assert said["error"]["code"] == "unproven"
    program.client.cookies.clear()
    said = program.send_raw("POST", REMOVE, "", JSON, **{"X-CSRFToken": token})
    assert said["error"]["code"] == "unproven"
    assert not queries.held("payee-names").removed_at


def test_a_bearer_of_another_kind_is_no_proof(program: Program) -> None:
    for given in ("Basic YTpi", program.token, "Bearer", "Bearer ", "bearer"):
        said = program.send("POST", REMOVE, authorization=given)
        assert said["error"]["code"] in {"unproven", "wrong-token"}
    assert not queries.held("payee-names").removed_at


@pytest.mark.parametrize("operation", operations(), ids=str)
def test_no_answer_is_for_another_site(program: Program, operation: Operation) -> None:
    for method in (operation.method, "OPTIONS"):
        program.send(method, operation.path, operation.body, origin="https://evil.example")
        assert not [name for name in program.headers if name.startswith("access-control")]
        assert program.headers["cross-origin-resource-policy"] == "same-origin"
        assert program.headers["x-content-type-options"] == "nosniff"
        assert program.headers["cache-control"] == "no-store"


def test_the_token_is_the_owners_alone(program: Program) -> None:
    file = settings.BANK / "api-token"
    assert file.read_text() == program.token
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert re.fullmatch(r"[\w-]{40,}", program.token)


def test_a_token_that_is_deleted_is_worthless(program: Program) -> None:
    (settings.BANK / "api-token").unlink()
    said = program.send("POST", REMOVE)
    assert said["error"]["code"] == "wrong-token"


def test_a_command_prints_the_token(program: Program, capsys: pytest.CaptureFixture[str]) -> None:
    commands.main(["token"], standalone_mode=False)
    assert capsys.readouterr().out == f"{program.token}\n"


@pytest.mark.django_db
def test_reading_makes_no_token(client: Client) -> None:
    (settings.BANK / "api-token").unlink(missing_ok=True)
    assert client.get("/api/v1/stories").status_code == 200
    assert not (settings.BANK / "api-token").exists()
