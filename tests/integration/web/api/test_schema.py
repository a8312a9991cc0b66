"""The API keeps to its OpenAPI document, whatever is sent: schemathesis finds nothing.

It makes requests of the document, right ones and wrong ones, one by one and in chains, and holds
each answer against it. `make soak` makes many more.
"""

from __future__ import annotations

import os
import socket
import threading
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from schemathesis.engine import events, from_schema
from waitress.server import create_server

from storyloop.bank import services
from storyloop.bank.keys import api_token
from tests.integration.web.loops import LOOP

if TYPE_CHECKING:
    from collections.abc import Iterator

SOAK = bool(os.environ.get("STORYLOOP_SOAK"))
EXAMPLES = 200 if SOAK else 3
# What a document cannot say: that a loop's principles are those of its framework.
UNSAYABLE = ("addLoop", "saveLoop")
# Some bodies that do not fit are so large that nobody looks into them.
REFUSED = [*map(str, (400, 401, 403, 404, 405, 409, 413, 415, 422))]


@pytest.fixture
def address(transactional_db: None) -> Iterator[str]:
    """Serve the bank of the test as the command does, one request after the other."""
    del transactional_db
    listener = socket.create_server(("127.0.0.1", 0))
    server = create_server(get_wsgi_application(), sockets=[listener], threads=1)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.close()
    thread.join()


def config() -> schemathesis.Config:
    """Return all checks, the same requests in each run, and a token."""
    accepted = {"expected-statuses": ["2xx", "404", "409", "422"]}
    return schemathesis.Config.from_dict(
        {
            # A connection that stays open would keep the server from ending.
            "headers": {
                "Authorization": f"Bearer {api_token(settings.BANK)}",
                "Connection": "close",
            },
            "generation": {"deterministic": not SOAK, "max-examples": EXAMPLES, "database": "none"},
            "checks": {"negative_data_rejection": {"expected-statuses": REFUSED}},
            "operations": [
                {
                    "include-operation-id": list(UNSAYABLE),
                    "checks": {"positive_data_acceptance": accepted},
                }
            ],
        }
    )


def failures(event: events.ScenarioFinished) -> list[str]:
    """Return what went wrong in a chain of requests, each with its request."""
    found = []
    for name, checks in event.recorder.checks.items():
        for check in checks:
            if check.failure_info:
                case: Any = event.recorder.cases[name].value
                said = f"{case.method} {case.formatted_path} {case.query} {case.body}"
                found.append(f"{check.failure_info.failure}\n{said}"[:2_000])
    return found


@pytest.mark.soak
@pytest.mark.filterwarnings("ignore:.*:DeprecationWarning")
def test_schemathesis_finds_nothing(address: str) -> None:
    services.add_samples()
    services.add_loop("larch", LOOP)
    schema = schemathesis.openapi.from_url(f"{address}/api/v1/openapi.json", config=config())
    found: list[str] = []
    count = 0
    for event in from_schema(schema).execute():
        assert not isinstance(event, events.NonFatalError | events.FatalError), event
        if isinstance(event, events.ScenarioFinished):
            found += failures(event)
            count += len(event.recorder.cases)
    assert not found, "\n\n".join(found)
    assert count > 2_000
