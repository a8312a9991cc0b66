"""Whatever is typed comes back as text, and a link leads where it says, or to our own pages."""

from dataclasses import replace

import pytest
from django.test import Client

from storyloop.bank import services
from storyloop.bank.models import Via
from tests.integration.web.hostile import ATTACK, HOSTILE, harms
from tests.integration.web.reading import post, read, show, write
from tests.routes import STORY

AT = f"/stories/{STORY}/"


@pytest.fixture
def hostile(db: None) -> None:
    """Fill every field of a story, and of its former version, with attacks."""
    del db
    services.add(replace(HOSTILE, title="Before", situation="Calm."), via=Via.IMPORT)
    services.save(HOSTILE, base=1, via=Via.IMPORT)


@pytest.mark.usefixtures("hostile")
def test_an_attack_in_a_conflict_a_message_or_a_removed_story_is_text(client: Client) -> None:
    conflict = read(write(client, f"{AT}edit/", {"base": "1", "task": "Mine."}))
    assert conflict.status == 409
    post(client, f"{AT}remove/")
    removed = show(client, "/removed/")
    assert "is removed. It can be brought back." in removed.words
    for page in (conflict, removed):
        assert harms(page) == []
        assert "<script>alert(1)</script>" in page.words


@pytest.mark.django_db
def test_an_attack_in_a_new_story_comes_back_as_typed(client: Client) -> None:
    typed: dict[str, str | list[str]] = {"task": ATTACK, "when": ATTACK, "metrics-0-name": ATTACK}
    page = read(write(client, "/stories/new/", typed))
    assert (page.status, harms(page)) == (422, [])
    shown = page.form("title").filled()
    assert all(shown[name] == [ATTACK] for name in typed)


@pytest.mark.usefixtures("hostile")
def test_a_link_to_a_page_on_the_web_is_a_link(client: Client) -> None:
    text = "See [the report](https://example.org/report) or <mailto:ann@example.org>."
    write(client, f"{AT}edit/", {"situation": text})
    links = show(client, AT).links
    assert {"https://example.org/report", "mailto:ann@example.org"} <= set(links)


@pytest.mark.parametrize(
    ("back", "leads_to"),
    [
        ("/coverage/?framework=amazon", "/coverage/?framework=amazon"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_the_choice_of_light_or_dark_leads_back_to_our_own_pages_only(
    client: Client, back: str, leads_to: str
) -> None:
    answer = post(client, "/appearance/", {"appearance": ["dark"], "back": [back]})
    assert (answer.status_code, answer.headers["Location"]) == (302, leads_to)
