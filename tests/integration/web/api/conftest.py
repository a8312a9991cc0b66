"""A program that uses the HTTP API, as strictly checked as a real one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from storyloop.bank.keys import api_token

Body = dict[str, Any]


class Program:
    """Calls the API with the bank's token; `status` and `headers` are those of the last answer."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        self.token = api_token(settings.BANK)
        self.status = 0
        self.headers: dict[str, str] = {}

    def get(self, path: str, query: Body | None = None) -> Body:
        """Read, which needs no token."""
        return self._said(self.client.get(f"/api/v1{path}", query))

    def send(self, method: str, path: str, body: object = None, **headers: str) -> Body:
        """Write; `headers` take the place of those that a write needs."""
        usual = {"authorization": f"Bearer {self.token}"}
        text = "" if body is None else json.dumps(body)
        return self.send_raw(method, path, text, "application/json", **(usual | headers))

    def send_raw(
        self, method: str, path: str, body: str | bytes, content_type: str, **headers: str
    ) -> Body:
        """Send a body as it stands, with these headers and no more."""
        return self._said(
            self.client.generic(
                method, f"/api/v1{path}", body, content_type=content_type, headers=headers
            )
        )

    def _said(self, answer: Any) -> Body:  # noqa: ANN401 - what the test client returns
        self.status = answer.status_code
        self.headers = {name.casefold(): value for name, value in answer.headers.items()}
        is_json = answer.headers["Content-Type"].startswith("application/json")
        said: Body = json.loads(answer.content) if is_json else {}
        return said


@pytest.fixture
def program(samples: None) -> Program:
    """Return a program beside a bank with the samples."""
    del samples
    return Program()
