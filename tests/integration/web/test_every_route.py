"""What holds for every address of the app, the next one included: nobody has to add it here."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles.finders import find
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from storyloop.bank.judgements import catch_up
from tests.browser import tour
from tests.grown import FEW, MANY, Size, grow
from tests.integration.web.reading import read
from tests.routes import FRAGMENTS, addresses, routes

# One page shows a story, its versions and both sides of a comparison.
MOST_QUERIES = 6
MOST_BYTES = 200_000  # with all that it has fetched, packed
# These say what there is of everything, so that they look at each table once.
MORE_QUERIES = {"home": 11, "remove-everything": 8, "stories": 7}
# The guide's own pages, and those that wait for a word, show nothing of the bank.
WITHOUT_THE_BANK = {
    "api",
    "guide",
    "advice",
    "rules",
    "rule",
    "check",
    "paste",
    "import-files",
    "search",
    "palette",
    "shortcuts",
}


def pages(client: Client) -> dict[str, str]:
    """Return the address of each page that can be looked at, by the name of its route."""
    shown = {name: (address, client.get(address)) for name, address in routes().items()}
    return {name: address for name, (address, answer) in shown.items() if answer.status_code != 405}


def queries(client: Client, size: Size) -> dict[str, int]:
    """Return how many questions each page asks the database in a bank of this size."""
    asked = {}
    with transaction.atomic():
        grow(size)
        catch_up()
        for address in addresses():
            client.get(address)  # once a day, readiness keeps what it finds
            with CaptureQueriesContext(connection) as captured:
                answer = client.get(address)
            if answer.status_code != 405:
                assert answer.status_code == 200, address
                asked[address] = len(captured)
        transaction.set_rollback(True)
    return asked


@pytest.mark.django_db
def test_every_page_opens_under_a_title_and_one_heading(client: Client) -> None:
    grow(FEW)
    titles = {}
    for name, address in pages(client).items():
        page = read(client.get(address))
        assert page.status == 200, address
        if name not in FRAGMENTS:
            assert [tag for tag, _ in page.tags].count("h1") == 1, address
            titles[name] = page.title
    assert {name: title for name, title in titles.items() if not title.endswith("Storyloop")} == {}
    assert len(set(titles.values())) == len(titles)


@pytest.mark.django_db
def test_a_page_asks_the_database_little_and_as_little_in_a_large_bank(client: Client) -> None:
    few = queries(client, FEW)
    names = {address: resolve(urlsplit(address).path).url_name for address in few}
    assert {names[address] for address, count in few.items() if not count} == WITHOUT_THE_BANK
    assert {
        address: count
        for address, count in few.items()
        if count > MORE_QUERIES.get(str(names[address]), MOST_QUERIES)
    } == {}
    assert queries(client, MANY) == few


@pytest.mark.django_db
def test_every_page_is_on_the_tour_of_the_browser_tests(client: Client) -> None:
    grow(FEW)
    toured = {
        resolve(urlsplit(address).path).url_name
        for addresses in (tour.SAMPLES, tour.LIVED_IN, tour.EMPTY)
        for name, address in addresses.items()
        if name != tour.NOWHERE
    }
    assert set(pages(client)) - FRAGMENTS - toured == set()


@pytest.mark.django_db
def test_every_page_is_light(client: Client) -> None:
    grow(MANY)
    scripts_and_styles = sum(len(gzip.compress(each.read_bytes())) for each in beside_a_page())
    sizes = {name: len(gzip.compress(client.get(at).content)) for name, at in pages(client).items()}
    most = MOST_BYTES - scripts_and_styles
    assert {name: size for name, size in sizes.items() if size > most} == {}


def beside_a_page() -> list[Path]:
    """Return all that any page has fetched, but for the editor, which the browser tests weigh."""
    folder = Path(str(find("storyloop")))
    found = [each for each in folder.iterdir() if each.suffix in {".css", ".js", ".svg"}]
    assert len(found) > 3
    return [each for each in found if each.name != "editor.js"]
