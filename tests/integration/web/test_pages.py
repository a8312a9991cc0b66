"""Every page opens, whatever the bank holds."""

import pytest
from django.test import Client

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.models import Via
from tests.integration.web.conftest import MANY
from tests.integration.web.reading import show

STORY = "/stories/checkout-failures/"
OF_ANY_BANK = {
    "/": "Home",
    "/stories/": "Stories",
    "/stories/?q=checkout&archetype=scaled-solution&sort=saved": "Stories",
    "/stories/?principle=ownership&situation=obstacle&whose=own&sort=words": "Stories",
    "/stories/new/": "New story",
    "/stories/new/?archetype=scaled-solution": "New story",
    "/stories/new/?archetype=saga": "New story",
    "/stories/paste/": "Paste a text",
    "/stories/import/": "Bring in files",
    "/stories/begin/": "Begin a story",
    "/stories/begin/?archetype=saga": "Begin a story",
    "/stories/begin/?archetype=scaled-solution": "Question 1 of 12 · Scaled solution",
    "/stories/begin/?archetype=scaled-solution&question=12": "Question 12 of 12 · Scaled solution",
    "/removed/": "Removed stories",
    "/search/": "Search",
    "/search/?q=customers": "customers · Search",
    "/shortcuts/": "Keyboard shortcuts",
    "/coverage/": "Coverage",
    "/coverage/?framework=civil-service&samples=1": "Coverage",
    "/prepare/": "Prepare",
    "/prepare/?situation=obstacle&situation=scaled&fewest=1&samples=1": "Prepare",
    "/guide/": "Guide",
    "/guide/principles/": "Amazon Leadership Principles",
    "/guide/situations/": "Situations",
    "/guide/archetypes/": "Kinds of story",
    "/guide/advice/": "Advice",
    "/guide/rules/": "Rules",
    "/check/": "Check an answer",
    "/api/": "HTTP API",
    "/ask/": "Ask",
    "/ask/?q=Who+disagreed+with+you?&employer=Acme&samples=1": "Who disagreed with you? · Ask",
    "/guide/questions/": "Question bank",
    "/guide/questions/?principle=ownership&q=you&level=senior&page=2": "Question bank",
    "/drill/": "Drill",
    "/drill/1/": "Question 1 of 10 · Drill",
    "/progress/": "Progress",
    "/settings/": "Settings",
    "/loops/": "Loops",
    "/loops/new/": "New loop",
    "/loops/new/?template=six-rounds": "New loop",
}
OF_A_STORY = {
    STORY: "The checkout that failed in layers",
    f"{STORY}edit/": "Edit The checkout that failed in layers",
    f"{STORY}history/": "History of The checkout that failed in layers",
    f"{STORY}history/1/": "Version 1 of The checkout that failed in layers",
    f"{STORY}history/1/?with=1": "Version 1 of The checkout that failed in layers",
}


def titles(client: Client, addresses: dict[str, str]) -> dict[str, tuple[int, str]]:
    """Return the status and the title of each page."""
    pages = {address: show(client, address) for address in addresses}
    return {address: (page.status, page.title) for address, page in pages.items()}


def expected(addresses: dict[str, str]) -> dict[str, tuple[int, str]]:
    """Return what `titles` returns if all is well."""
    return {address: (200, f"{title} · Storyloop") for address, title in addresses.items()}


@pytest.mark.usefixtures("samples")
def test_every_page_opens_on_the_sample_bank(client: Client) -> None:
    assert titles(client, OF_ANY_BANK | OF_A_STORY) == expected(OF_ANY_BANK | OF_A_STORY)


@pytest.mark.django_db
def test_every_page_opens_on_an_empty_bank(client: Client) -> None:
    assert queries.stories() == []
    assert titles(client, OF_ANY_BANK) == expected(OF_ANY_BANK)


@pytest.mark.usefixtures("samples")
def test_every_page_opens_once_the_samples_are_put_away(client: Client) -> None:
    services.remove_samples(via=Via.WEB)
    assert titles(client, OF_ANY_BANK | OF_A_STORY) == expected(OF_ANY_BANK | OF_A_STORY)


@pytest.mark.usefixtures("many")
def test_every_page_opens_on_a_bank_of_two_hundred_stories(client: Client) -> None:
    assert titles(client, OF_ANY_BANK | OF_A_STORY) == expected(OF_ANY_BANK | OF_A_STORY)
    assert f"{MANY} stories" in show(client, "/stories/").words


@pytest.mark.usefixtures("samples")
def test_the_list_narrows_to_what_is_asked_for(client: Client) -> None:
    def found(query: str) -> set[str]:
        """Return the ids of the stories that the list shows."""
        links = show(client, f"/stories/{query}").links
        ids = {link.split("/")[2] for link in links if link.startswith("/stories/")}
        return ids & {sample.id for sample in guide.samples()}

    everything = {sample.id for sample in guide.samples()}
    assert found("") == found("?whose=sample") == everything
    assert found("?whose=own") == found("?q=zeppelin") == set()
    assert found("?q=CHECKOUT+canary") == {"checkout-failures"}
    assert found("?archetype=scaled-solution") == {
        sample.id for sample in guide.samples() if sample.archetype == "scaled-solution"
    }
    assert found("?situation=backbone&principle=earn-trust") == {
        sample.id
        for sample in guide.samples()
        if "backbone" in sample.situations and "earn-trust" in sample.principles
    }


@pytest.mark.usefixtures("samples")
def test_the_list_comes_by_title_by_length_or_by_the_last_save(client: Client) -> None:
    def order(query: str) -> list[str]:
        """Return the ids of the stories in the order of the list."""
        links = show(client, f"/stories/{query}").links
        ids = (link.split("/")[2] for link in links if link.startswith("/stories/"))
        return [each for each in ids if each not in {"", "new", "begin", "import", "removed"}]

    held = queries.stories()
    assert order("") == [each.story.id for each in held]
    lengths = {each.story.id: each.story.words for each in held}
    by_length = [lengths[each] for each in order("?sort=words")]
    assert by_length == sorted(by_length, reverse=True)
    last = held[-1]
    services.restore(last.story.id, 1, base=1, via=Via.WEB)
    assert order("?sort=saved")[0] == last.story.id
