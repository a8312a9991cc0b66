"""A reading asks the database little, and as little in a large bank as in a small one."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from storyloop.bank import judgements
from tests.grown import FEW, MANY, Size, grow
from tests.integration.web.api.operations import operations
from tests.routes import LOOP, STORY

MOST = 6
ASKED_FOR = {"ask": "?question=Who+disagreed+with+you", "search": "?q=customers"}


def queries(client: Client, size: Size) -> dict[str, int]:
    """Return how many questions each reading asks the database in a bank of this size."""
    asked = {}
    with transaction.atomic():
        grow(size)
        judgements.catch_up()
        for operation in operations():
            if operation.writes:
                continue
            path = operation.path.replace("payee-names", STORY).replace("larch", LOOP)
            with CaptureQueriesContext(connection) as captured:
                answer = client.get(f"/api/v1{path}{ASKED_FOR.get(operation.id, '')}")
            assert answer.status_code == 200, operation.id
            asked[operation.id] = len(captured)
        transaction.set_rollback(True)
    return asked


@pytest.mark.django_db
def test_a_reading_asks_the_database_as_little_in_a_large_bank(client: Client) -> None:
    few = queries(client, FEW)
    assert {name: count for name, count in few.items() if count > MOST} == {}
    assert queries(client, MANY) == few
