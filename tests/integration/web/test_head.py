"""What stands in the head of every page, and the files that it names."""

import json
import struct

import pytest
from django.test import Client

from tests.integration.web.reading import Attributes, show

# Django looks after the database at the end of every answer, a file's too.
pytestmark = pytest.mark.django_db
ADVICE = "/guide/advice/"
MANIFEST = "/static/storyloop/app.webmanifest"


def metas(client: Client, name: str) -> list[Attributes]:
    """Return the head's statements of a name."""
    page = show(client, ADVICE)
    return [tag for kind, tag in page.tags if kind == "meta" and tag.get("name") == name]


def fetched(client: Client, address: str) -> tuple[str, bytes]:
    """Return the type and the content of a file that must be there."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    content = b"".join(answer)
    answer.close()
    return answer.headers["Content-Type"], content


def test_every_icon_and_the_manifest_are_there(client: Client) -> None:
    page = show(client, ADVICE)
    links = [tag for kind, tag in page.tags if kind == "link"]
    kinds = {"icon", "apple-touch-icon", "manifest"}
    named = [str(tag["href"]) for tag in links if tag["rel"] in kinds]
    assert len(named) == 4
    for address in named:
        assert fetched(client, address)


def test_the_manifest_names_files_and_pages_that_are_there(client: Client) -> None:
    kind, content = fetched(client, MANIFEST)
    assert kind == "application/manifest+json"
    said = json.loads(content)
    for icon in said["icons"]:
        picture = fetched(client, f"/static/storyloop/{icon['src']}")[1]
        if icon["type"] == "image/png":
            size = "x".join(map(str, struct.unpack(">2I", picture[16:24])))
            assert size == icon["sizes"]


def test_the_shortcuts_of_the_manifest_lead_to_pages(client: Client) -> None:
    said = json.loads(fetched(client, MANIFEST)[1])
    for each in said["shortcuts"]:
        assert client.get(each["url"]).status_code == 200


def test_a_browser_that_asks_for_an_icon_unasked_gets_one(client: Client) -> None:
    assert fetched(client, "/favicon.ico")[1][:6] == bytes([0, 0, 1, 0, 1, 0])


def test_the_ground_of_the_window_follows_the_device_or_the_choice(client: Client) -> None:
    assert [each["content"] for each in metas(client, "theme-color")] == ["#fbfcfc", "#12181a"]
    assert all(
        "prefers-color-scheme" in str(each["media"]) for each in metas(client, "theme-color")
    )
    client.cookies["appearance"] = "dark"
    (chosen,) = metas(client, "theme-color")
    assert (chosen["content"], chosen.get("media")) == ("#12181a", None)
    assert metas(client, "color-scheme")[0]["content"] == "dark"


def test_a_page_says_what_it_is_about(client: Client) -> None:
    (description,) = metas(client, "description")
    assert 50 <= len(str(description["content"])) <= 160
