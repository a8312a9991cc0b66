"""What an attacker may try at any address of the app: each is tried at every one of them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest
from django.apps import apps
from django.db.models import QuerySet
from django.test import Client

from storyloop.web.views import settings
from tests.grown import FEW, grow
from tests.integration.web.hostile import ATTACK, fill, harms
from tests.integration.web.reading import Filled, post, read, show
from tests.routes import DRAFT, LOOP, STORY, addresses, routes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.web.reading import Answer

pytestmark = pytest.mark.django_db

RECKONED = {"Judgement", "ReadinessSnapshot"}
ELSEWHERE = "https://evil.example/"
PARAMETERS = (
    *("q", "question", "employer", "archetype", "principle", "situation", "whose", "sort"),
    *("samples", "page", "level", "on", "template", "rounds_from", "rounds_to", "fewest", "below"),
)
# Where these name nothing that there is, nothing else is looked at.
NAMING = ("framework", "loop", "with", "draft")
# Nobody can type these into a form as it is shown.
NONSENSE = {
    "nothing": "",
    "a zero byte": "a\x00b",
    "new lines": "a\r\nSet-Cookie: b=c\r\n\r\nd",
    "half a character": "\ud800",
    "a huge number": "9" * 40,
    "a number below zero": "-1",
    "a text for other ears": "../../etc/passwd {% debug %} ' OR 1=1; DROP TABLE bank_record; --",
    "a long line of marks": "\U0001f648\u202e\u0301" * 4_000,
}


@pytest.fixture(autouse=True)
def no_copies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Make no copy of the bank, which would wait for the end of the test's own transaction."""
    monkeypatch.setattr(settings, "back_up", lambda _: tmp_path)


@pytest.fixture
def strict() -> Client:
    """Return a browser of which every proof is asked that the real one must bring."""
    return Client(enforce_csrf_checks=True)


def kept() -> dict[str, list[dict[str, object]]]:
    """Return all that the bank holds, but for what is reckoned from it as it is looked at."""
    models = {model.__name__: model for model in apps.get_models()}
    return {name: list(QuerySet(models[name]).values()) for name in set(models) - RECKONED}


def readable(client: Client) -> dict[str, Answer]:
    """Return the answer of each address that can be looked at."""
    answers = {address: client.get(address) for address in addresses()}
    return {address: each for address, each in answers.items() if each.status_code != 405}


def is_page(answer: Answer) -> bool:
    """Tell whether an answer is one that a browser shows as a page."""
    return answer.headers["Content-Type"].startswith("text/html")


def test_an_attack_in_any_text_of_the_bank_is_shown_as_text(client: Client) -> None:
    fill()
    answers = {address: each for address, each in readable(client).items() if is_page(each)}
    pages = {address: read(each) for address, each in answers.items()}
    assert {address: harms(page) for address, page in pages.items() if harms(page)} == {}
    showing = {address for address, page in pages.items() if "<script>alert(1)" in page.words}
    assert {f"/stories/{STORY}/", "/", "/removed/", f"/loops/{LOOP}/", "/settings/"} <= showing
    # Templates in a text are its words, not ours.
    assert "{{ 7|add:7 }}" in pages[f"/stories/{STORY}/"].words


def test_an_attack_in_an_address_is_shown_as_text(client: Client) -> None:
    grow(FEW)
    queries = [dict.fromkeys(PARAMETERS, ATTACK), *({name: ATTACK} for name in NAMING)]
    for address, query in product((urlsplit(each).path for each in readable(client)), queries):
        page = read(client.get(address, query))
        assert (page.status in {200, 404}, harms(page)) == (True, []), (address, *query)


def test_to_look_changes_nothing(client: Client) -> None:
    grow(FEW)
    before = kept()
    for address, query in product(routes().values(), ("", "?_method=DELETE&remove=1")):
        for look in (client.get, client.head, client.options):
            look(f"{address}{query}", headers={"x-http-method-override": "DELETE"})
    assert kept() == before


def test_other_methods_change_nothing(client: Client) -> None:
    grow(FEW)
    before = kept()
    for address in routes().values():
        for method in ("PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"):
            assert client.generic(method, address).status_code < 500, f"{method} {address}"
    assert kept() == before


def test_a_form_without_its_proof_changes_nothing(strict: Client) -> None:
    grow(FEW)
    show(strict, "/stories/new/")
    assert "csrftoken" in strict.cookies
    before = kept()
    for address in routes().values():
        for proof in ({}, {"csrfmiddlewaretoken": ["x" * 64]}):
            assert post(strict, address, proof).status_code == 403, address
    assert kept() == before


def test_a_form_from_another_site_changes_nothing(strict: Client) -> None:
    grow(FEW)
    proof = show(strict, "/stories/new/").form("title").filled()["csrfmiddlewaretoken"][0]
    before = kept()
    for address in routes().values():
        sent = {"csrfmiddlewaretoken": proof}
        for headers in ({"origin": "https://evil.example"}, {"origin": "null"}):
            assert strict.post(address, sent, headers=headers).status_code == 403, address
    assert kept() == before


def test_no_address_answers_under_another_name(client: Client) -> None:
    grow(FEW)
    for address in (*routes().values(), "/nowhere/"):
        for headers in (
            {"host": "evil.example"},
            {"host": "127.0.0.1.evil.example"},
            {"host": "localhost@evil.example"},
            {"host": ""},
        ):
            assert client.get(address, headers=headers).status_code == 400, address
        forwarded = client.get(address, headers={"x-forwarded-host": "evil.example"})
        assert b"evil.example" not in forwarded.content
        assert "evil.example" not in str(forwarded.headers)


HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def test_every_answer_keeps_itself_to_itself(client: Client) -> None:
    grow(FEW)
    for address in (*addresses(), "/nowhere/"):
        for answer in (client.get(address), client.options(address)):
            headers = answer.headers
            assert {name: headers.get(name) for name in HEADERS} == HEADERS, address
            assert headers["X-Frame-Options"] == "DENY", address
            assert headers["Cache-Control"] == "private, no-cache", address
            assert "Access-Control-Allow-Origin" not in headers


def test_a_file_of_ours_keeps_itself_to_itself_too(client: Client) -> None:
    answer = client.get("/static/storyloop/storyloop.css")
    answer.close()
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def forms(client: Client) -> Iterator[tuple[str, Filled]]:
    """Yield every form that writes, with where it is sent to and what it is filled with."""
    for address, answer in readable(client).items():
        for form in read(answer).forms if is_page(answer) else ():
            filled = form.filled()
            if "csrfmiddlewaretoken" in filled:
                yield form.action or address, filled


def test_nonsense_in_any_field_is_answered_without_a_mistake(client: Client) -> None:
    grow(FEW)
    different = {(to, tuple(filled)): filled for to, filled in forms(client)}
    assert len(different) > 20
    for said, text in NONSENSE.items():
        for (to, names), filled in different.items():
            sent = filled | {name: [text] for name in names if name != "csrfmiddlewaretoken"}
            sent = {name: _encoded(values) for name, values in sent.items()}
            answer = post(client, to, sent)
            assert answer.status_code < 500, f"{said}, sent to {to}"
            if 300 <= answer.status_code < 400:
                where = answer.headers["Location"]
                assert urlsplit(where).netloc == "", f"{said}, sent to {to}, leads to {where}"
                assert where.startswith("/")
                assert "\n" not in where


def _encoded(values: list[str]) -> list[str]:
    return [each.encode("utf-8", "surrogatepass") for each in values]  # type: ignore[misc]


@pytest.mark.parametrize(
    "back", [ELSEWHERE, "//evil.example/", "/\\evil.example/", "javascript:alert(1)", "\\\\evil"]
)
def test_no_form_leads_to_another_site(client: Client, back: str) -> None:
    grow(FEW)
    for address in routes().values():
        given = {name: [back] for name in ("back", "next", "url", "to", "draft", "story")}
        answer = post(client, f"{address}?{urlencode(given, doseq=True)}", given)
        where = answer.headers.get("Location", "/")
        assert urlsplit(where).netloc == "", address
        assert where[:1] == "/" != where[1:2], address


def test_every_cookie_is_kept_from_scripts_and_other_sites(client: Client) -> None:
    grow(FEW)
    for to, filled in dict(forms(client)).items():
        post(client, to, filled)
    post(client, "/appearance/", {"appearance": ["dark"]})
    assert {"csrftoken", "messages", "appearance"} <= set(client.cookies)
    taken_back = {name for name, cookie in client.cookies.items() if cookie["max-age"] == 0}
    for name, cookie in client.cookies.items():
        assert cookie["samesite"] in {"Strict", "Lax"}, name
        assert cookie["httponly"] or name in taken_back, name
        assert not cookie["domain"], name


NOBODY = (
    *("nothing", "..", "../..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%00", "a%0ab", "a b", "a.b"),
    *("'; drop table bank_record; --", "%3Cscript%3E", "-", "a" * 5_000),
)


def test_an_id_or_number_of_nothing_leads_nowhere(client: Client) -> None:
    grow(FEW)
    before = kept()
    for address in routes().values():
        for own in (STORY, LOOP, DRAFT, "S07"):
            for other in NOBODY if f"/{own}/" in address else ():
                tried = address.replace(f"/{own}/", f"/{other}/")
                looked = read(client.get(tried))
                assert (looked.status in {404, 405}, harms(looked)) == (True, []), tried[:99]
                assert post(client, tried).status_code in {404, 405}, tried[:99]
        if "/1/" in address:
            for other in ("0", "9" * 12, "9" * 40, "-1", "1e3", "٣"):
                tried = address.replace("/1/", f"/{other}/")
                assert client.get(tried).status_code in {404, 405}, tried
                assert post(client, tried).status_code in {302, 404, 405}, tried
    assert kept() == before


@pytest.mark.parametrize(
    "path",
    [
        *("../settings.py", "..%2f..%2fsettings.py", "%2e%2e/%2e%2e/settings.py", "....//x"),
        *("storyloop/../../../settings.py", "/etc/passwd", "\\..\\settings.py", "%00", "."),
        *("storyloop/", "storyloop", "storyloop/storyloop.css/", "storyloop/storyloop.css%00.js"),
    ],
)
def test_no_file_but_ours_is_served(client: Client, path: str) -> None:
    assert client.get(f"/static/{path}").status_code == 404
