"""The OpenAPI document and the page that is made of it say all that there is to say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from storyloop.web.api.document import document
from storyloop.web.api.errors import CAUSES
from tests.integration.web.reading import show

if TYPE_CHECKING:
    from collections.abc import Iterator

# Programs hold on to these: none is renamed or taken away under /api/v1.
IDS = """
addLoop addStory answerQuestion ask banStory bringAskedBack bringDraftBack bringDrillsBack
bringLoopBack bringSamplesBack bringStoryBack checkStory checkText compareVersions exportFiles
exportStories forgetDrills importFiles keepAsked keepDraft liftBan listAdvice listArchetypes
listAsked listDrafts listFrameworks listHappenings listLoops listQuestions listRules
listSituations listStories listUsualLoops listVersions pinStory planLoop prepareForQuestions
prepareSituations readStory readText removeAsked removeLoop removeSamples removeStory replanLoop
restoreStory saveLoop saveSettings saveStory search showCoverage showLoop showProgress
showReadiness showRound showRule showSettings showStory showVersion takeStepBack throwDraftAway
undoImport unpinStory
""".split()


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    for methods in document()["paths"].values():
        yield from methods.items()


def test_the_ids_of_the_operations_stay() -> None:
    assert sorted(operation["operationId"] for _, operation in operations()) == sorted(IDS)


def test_each_operation_says_what_it_does_what_it_takes_and_how_it_refuses() -> None:
    schemas = document()["components"]["schemas"]
    for method, operation in operations():
        name = operation["operationId"]
        assert operation["summary"][0].isupper(), name
        assert len(operation["summary"]) < 100, name
        assert {"400", "500"} <= set(operation["responses"]), name
        writes = method != "get"
        assert ("security" in operation) == writes, name
        assert ({"401", "403", "413", "415"} <= set(operation["responses"])) == writes, name
        for parameter in operation.get("parameters", ()):
            schema = parameter["schema"]
            if parameter.get("required"):
                assert schema["examples"], (name, parameter["name"])
        if "requestBody" in operation:
            shape = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
            assert schemas[shape.rpartition("/")[2]]["examples"], name


def test_each_error_is_shown_with_an_example() -> None:
    answers = document()["components"]["responses"].values()
    shown = {
        code: example["value"]["error"]["code"]
        for answer in answers
        for code, example in answer["content"]["application/json"]["examples"].items()
    }
    assert shown == {code: code for code in shown}
    assert set(CAUSES) - set(shown) == {"wrong-method", "unavailable"}


@pytest.mark.django_db
def test_the_document_is_given_as_json(client: Client) -> None:
    answer = client.get("/api/v1/openapi.json")
    assert json.loads(answer.content) == json.loads(json.dumps(document()))
    assert answer.headers["Content-Type"].startswith("application/json")


@pytest.mark.django_db
def test_the_page_has_every_operation_error_and_shape_and_its_links_lead_there(
    client: Client,
) -> None:
    page = show(client, "/api/")
    for _, operation in operations():
        assert operation["summary"] in page.words
        assert operation["operationId"] in page.words
    places = {f"#{attributes['id']}" for _, attributes in page.tags if attributes.get("id")}
    wanted = {link for link in page.links if link.startswith("#")}
    assert wanted <= places
    assert {f"#error-{code}" for code in CAUSES} <= places
    assert {f"#shape-{name}" for name in document()["components"]["schemas"]} <= places
