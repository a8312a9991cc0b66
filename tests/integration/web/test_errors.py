"""What goes wrong is said in a sentence, in the look of every other page, and nothing is lost."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from storyloop.bank import queries
from storyloop.bank.values import Held
from storyloop.story import Story
from tests.integration.web.reading import Answer, Filled, post, read, show

EDIT = "/stories/late-train/edit/"


@pytest.fixture
def strict() -> Client:
    """Return a browser of which every proof is asked that the real one must bring."""
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


def assert_says(answer: Answer, status: int, sentence: str) -> None:
    """Assert that an answer is a page of ours with this status, which says this and no more."""
    page = read(answer)
    assert page.status == status
    assert page.title.endswith("· Storyloop")
    assert sentence in page.words
    assert {"/", "/stories/", "/coverage/", "/prepare/", "/guide/"} <= set(page.links)
    assert any(attributes.get("rel") == "stylesheet" for _, attributes in page.tags)
    assert [tag for tag, _ in page.tags].count("h1") == 1
    for internal in ("Traceback", "Exception", "Error", "django", "/src/", ".py"):
        assert internal not in page.words


def failing(error: Exception) -> Callable[[], list[Held]]:
    """Return a stand-in for a query that fails."""

    def fail() -> list[Held]:
        raise error

    return fail


def test_an_address_that_leads_nowhere(strict: Client) -> None:
    assert_says(strict.get("/nowhere/"), 404, "Nothing is kept at this address.")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/nowhere/", "nowhere"),
        ("/storys/checkout-failures.html", "storys checkout failures html"),
        ("/stories/a/b/c/caf%C3%A9_%22%3E%3Cscript%3E/", "a b c cafe script"),
        ("/guide/principles/ownership/", "ownership"),
        ("/%E2%82%AC/", ""),
    ],
)
def test_an_address_that_leads_nowhere_offers_to_search_for_its_words(
    strict: Client, address: str, words: str
) -> None:
    page = read(strict.get(address))
    assert page.status == 404
    assert page.form("q").action == "/search/"
    assert page.form("q").filled() == {"q": [words]}
    assert "/removed/" in page.links


@pytest.mark.parametrize(
    ("method", "address", "sentence", "allowed"),
    [
        ("GET", "/samples/remove/", "This address takes what a form sends", "POST"),
        ("GET", "/ask/7/remove/", "This address takes what a form sends", "POST"),
    ],
)
def test_a_method_that_an_address_does_not_know(
    strict: Client, method: str, address: str, sentence: str, allowed: str
) -> None:
    answer = strict.generic(method, address)
    assert_says(answer, 405, sentence)
    assert answer.headers["Allow"] == allowed


@pytest.mark.django_db
def test_a_story_that_is_not_there(strict: Client) -> None:
    sentence = "There is no story at this address. It may never have been saved."
    assert_says(strict.get("/stories/lost/"), 404, sentence)


@pytest.mark.django_db
def test_a_framework_that_is_not_there(strict: Client) -> None:
    for address in ("/coverage/", "/guide/principles/"):
        sentence = "The guide has no framework of that name."
        assert_says(strict.get(address, {"framework": "saga"}), 404, sentence)


def test_a_page_asked_for_under_another_name(strict: Client) -> None:
    answer = strict.get("/", headers={"host": "evil.example"})
    assert_says(answer, 400, "What arrived could not be read")
    assert "evil.example" not in answer.content.decode()


@pytest.mark.usefixtures("late_train")
def test_a_form_that_cannot_prove_where_it_comes_from(strict: Client) -> None:
    sent = show(strict, EDIT).form("title").filled({"task": "Typed."})
    del sent["csrfmiddlewaretoken"]
    for address in (EDIT, "/stories/late-train/remove/", "/samples/remove/", "/appearance/"):
        answer = post(strict, address, sent)
        assert_says(answer, 403, "Nothing was saved, because the form could not prove")
    assert queries.held("late-train").revision == 1


@pytest.mark.usefixtures("late_train")
def test_a_form_that_brings_its_proof_is_saved(strict: Client) -> None:
    sent = show(strict, EDIT).form("title").filled({"task": "Typed."})
    assert post(strict, EDIT, sent).status_code == 302
    assert queries.held("late-train").story.task == "Typed."


@pytest.mark.parametrize(
    "excess",
    [
        {"situation": ["word " * 600_000]},
        {f"field-{number}": ["x"] for number in range(1_001)},
    ],
    ids=["three million letters", "a thousand fields"],
)
@pytest.mark.parametrize("proves", [True, False])
def test_a_form_over_the_limit(
    strict: Client, late_train: Story, excess: Filled, *, proves: bool
) -> None:
    sent = show(strict, EDIT).form("title").filled()
    if not proves:
        strict.cookies.clear()
    answer = post(strict, EDIT, sent | excess)
    if proves:
        assert_says(answer, 413, "Nothing was saved, because it was more than a form can hold.")
    else:
        assert_says(answer, 403, "Nothing was saved")
    assert queries.held(late_train.id).story == late_train


def test_a_mistake_of_ours(strict: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "stories", failing(RuntimeError("secret detail")))
    answer = strict.get("/")
    assert_says(answer, 500, "Storyloop made a mistake, and your stories are as they were before.")
    assert "secret detail" not in answer.content.decode()


def test_a_page_that_is_not_allowed(strict: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "stories", failing(PermissionDenied("secret detail")))
    answer = strict.get("/")
    assert_says(answer, 403, "Nothing was changed.")
    assert "secret detail" not in answer.content.decode()
