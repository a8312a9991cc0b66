"""Whatever a story holds, it is shown as text; and what is not a proper request changes nothing."""

from dataclasses import replace

import pytest
from django.test import Client

from storyloop.bank import queries, services
from storyloop.bank.models import Via
from storyloop.story import FollowUp, Metric, Stakeholder, Story, TradeOff
from tests.integration.web.reading import Page, post, read, show, write

ATTACK = (
    "<script>alert(1)</script> </textarea></title><script>alert(2)</script> "
    '"\'><img src=x onerror=alert(3)> <a href="javascript:alert(4)" style="color:red">a</a> '
    "[b](javascript:alert(5)) [c](JaVaScRiPt&colon;alert(6)) <javascript:alert(7)> "
    "[d](data:text/html,<script>alert(8)</script>) ![e](https://elsewhere.example/pixel) "
    "{{ 7|add:7 }} {% now 'Y' %}"
)
HOSTILE = Story(
    id="hostile",
    title=ATTACK,
    headline=ATTACK,
    situation=ATTACK,
    task=f"# {ATTACK}",
    action=f"    {ATTACK}",
    result=f"> {ATTACK}",
    learned=f"[x]: javascript:alert(9)\n\n[x] {ATTACK}",
    metrics=(Metric(name=ATTACK, baseline=ATTACK, result=ATTACK, unit=ATTACK, measured=ATTACK),),
    trade_offs=(TradeOff(chosen=ATTACK, rejected=ATTACK, why_not=ATTACK, cost=ATTACK),),
    stakeholders=(Stakeholder(who=ATTACK, wanted=ATTACK, involved=ATTACK),),
    follow_ups=(FollowUp(question=ATTACK, answer=ATTACK),),
    principles=("ownership", ATTACK),
    situations=("obstacle", ATTACK),
    archetype=ATTACK,
    organisation=ATTACK,
    role=ATTACK,
    stakes=ATTACK,
    tags=(ATTACK,),
    private_terms=(ATTACK,),
)
AT = "/stories/hostile/"
PAGES = (
    *("/", "/stories/", "/coverage/", "/prepare/", "/prepare/?fewest=1&situation=obstacle"),
    *("/guide/principles/", "/guide/situations/"),
    *(AT, f"{AT}edit/", f"{AT}history/", f"{AT}history/1/", f"{AT}history/2/?with=1"),
)
OWN_SCRIPT = {"type": "module", "src": "/static/storyloop/storyloop.js"}


def harms(page: Page) -> list[tuple[str, dict[str, str | None]]]:
    """Return every tag that could run something or fetch something from elsewhere."""
    return [
        (tag, attributes)
        for tag, attributes in page.tags
        if (tag == "script" and attributes != OWN_SCRIPT)
        or tag in {"img", "iframe", "object", "embed", "base", "style"}
        or any(name.startswith("on") or name == "style" for name in attributes)
        or not all(is_own(attributes.get(name)) for name in ("src", "action", "formaction"))
        or not (is_own(attributes.get("href")) or (tag == "a" and leads_out(attributes)))
    ]


def is_own(address: str | None) -> bool:
    """Tell whether an address is one of ours."""
    return address is None or address[:1] in {"/", "#", ""}


def leads_out(link: dict[str, str | None]) -> bool:
    """Tell whether a link leads to a page on the web, which learns nothing of where it came from.

    Only who follows it goes there; nothing is fetched before.
    """
    return str(link["href"]).startswith("https://") and "noreferrer" in str(link.get("rel"))


@pytest.fixture
def hostile(db: None) -> None:
    """Fill every field of a story, and of its former version, with attacks."""
    del db
    services.add(replace(HOSTILE, title="Before", situation="Calm."), via=Via.IMPORT)
    services.save(HOSTILE, base=1, via=Via.IMPORT)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.usefixtures("hostile")
def test_an_attack_in_every_field_is_shown_as_text(client: Client, address: str) -> None:
    page = show(client, address)
    assert page.status == 200
    assert harms(page) == []
    assert "<script>alert(1)</script>" in page.words
    # Templates in a story are its words, not ours.
    assert "{{ 7|add:7 }}" in page.words


@pytest.mark.usefixtures("hostile")
def test_an_attack_in_a_title_is_text_beside_its_kind(client: Client) -> None:
    write(client, f"{AT}edit/", {"archetype": "scaled-solution"})
    page = show(client, "/guide/archetypes/")
    assert harms(page) == []
    assert "<script>alert(1)</script>" in page.words


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
@pytest.mark.parametrize("name", ["q", "archetype", "principle", "situation", "whose", "sort"])
def test_an_attack_in_a_search_is_text(client: Client, name: str) -> None:
    page = read(client.get("/stories/", {name: ATTACK}))
    assert (page.status, harms(page)) == (200, [])


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


POLICY = {
    "default-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


@pytest.mark.parametrize("address", ["/", AT, "/nowhere/", "/static/storyloop/storyloop.css"])
@pytest.mark.usefixtures("hostile")
def test_every_answer_keeps_itself_to_itself(client: Client, address: str) -> None:
    answer = client.get(address)
    answer.close()
    headers = answer.headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";")
    )
    assert policy == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers or address.startswith("/static/")


@pytest.mark.usefixtures("hostile")
def test_no_other_page_can_frame_a_page(client: Client) -> None:
    assert client.get("/").headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "address",
    [f"{AT}remove/", f"{AT}bring-back/", f"{AT}restore/", "/samples/remove/", "/appearance/"],
)
@pytest.mark.usefixtures("hostile")
def test_to_look_at_an_address_that_writes_does_nothing(client: Client, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert queries.held("hostile").revision == 2


@pytest.mark.parametrize(
    "story_id",
    [
        *("..", "../..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%00", "a%0ab", "a b", "a.b"),
        *("'; drop table bank_record; --", "%3Cscript%3E", "-", "lost", "a" * 5000),
    ],
)
@pytest.mark.usefixtures("hostile")
def test_an_id_that_is_none_leads_nowhere(client: Client, story_id: str) -> None:
    for address in (f"/stories/{story_id}/x/", f"/stories/{story_id}/edit/"):
        page = show(client, address)
        assert (page.status, harms(page)) == (404, [])
    assert post(client, f"/stories/{story_id}/remove/").status_code == 404
    assert [held.story.id for held in queries.stories()] == ["hostile"]


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
