"""The history of the bank tells all that happened, newest first, and how to undo it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from storyloop.bank import happenings, models, practice, queries, services
from storyloop.bank.models import Via
from storyloop.bank.values import Asked, Drilled
from storyloop.planning import Loop, Round
from storyloop.story import Story
from tests.integration.web.reading import Form, Page, post, show

pytestmark = pytest.mark.database

AT = "/history/"
CRATES = Story(id="crates", title="Crates", task="Move them.")
LOOP = Loop(rounds=(Round(),), employer="Larch & Lantern")
ANSWER = Drilled(
    round=1, place=1, question="Who disagreed?", principles=("ownership",), named="ownership"
)


def undo(page: Page, address: str) -> Form:
    """Return the form that undoes something at an address."""
    return next(each for each in page.forms if each.action == address)


def ways_back(page: Page) -> list[str]:
    """Return where the forms lead that undo something to a story."""
    return [form.action for form in page.forms if form.action.startswith("/stories/")]


@pytest.mark.django_db
def test_an_empty_bank_says_what_will_stand_there(client: Client) -> None:
    assert "Nothing has happened yet." in show(client, AT).words


@pytest.mark.django_db
def test_what_happened_stands_under_its_day_the_newest_first(client: Client) -> None:
    services.add(CRATES, via=Via.WEB)
    services.save(replace(CRATES, result="All moved."), base=1, via=Via.COMMAND_LINE)
    services.add_loop("larch", LOOP)
    practice.keep_asked(Asked(question="Who disagreed?", employer="Acme"))
    practice.keep_drilled(ANSWER)
    words = show(client, AT).words
    places = [
        words.index(said)
        for said in (
            "Today Drilled Round 1 1 of 1 right",
            "You were asked Who disagreed? Acme",
            "Loop planned Larch & Lantern",
            "Saved Crates by command",
            "Written Crates",
        )
    ]
    assert places == sorted(places)


@pytest.mark.django_db
def test_a_former_day_stands_under_its_date(client: Client) -> None:
    services.add(CRATES, via=Via.IMPORT)
    day = timezone.now() - timedelta(days=40)
    models.Revision.objects.update(saved_at=day)
    local = timezone.localtime(day)
    assert f"{local.day} {local:%B %Y} Brought in Crates" in show(client, AT).words


@pytest.mark.django_db
def test_a_save_leads_to_what_it_changed_and_is_undone(client: Client) -> None:
    services.add(CRATES, via=Via.WEB)
    services.save(replace(CRATES, result="All moved."), base=1, via=Via.WEB)
    page = show(client, AT)
    assert "/stories/crates/history/1/?with=2" in page.links
    assert "All moved." in show(client, "/stories/crates/history/1/?with=2").words
    form = undo(page, "/stories/crates/restore/")
    post(client, form.action, form.filled())
    assert queries.held("crates").story == CRATES
    assert "An older version restored Crates" in show(client, AT).words


@pytest.mark.django_db
def test_only_what_came_last_in_a_story_can_be_undone(client: Client) -> None:
    services.add(CRATES, via=Via.WEB)
    assert ways_back(show(client, AT)) == ["/stories/crates/remove/"]
    services.save(replace(CRATES, result="All moved."), base=1, via=Via.WEB)
    services.remove("crates", via=Via.WEB)
    page = show(client, AT)
    [address] = ways_back(page)
    assert address == "/stories/crates/bring-back/"
    post(client, address, undo(page, address).filled())
    assert queries.held("crates").removed_at is None


@pytest.mark.django_db
def test_removals_of_loops_questions_and_answers_are_undone(client: Client) -> None:
    services.add_loop("larch", LOOP)
    asked = practice.keep_asked(Asked(question="Who disagreed?"))
    practice.keep_drilled(ANSWER)
    services.remove_loop("larch")
    practice.remove_asked(asked.number)
    practice.forget_drills()
    page = show(client, AT)
    for said in ("Loop removed Larch", "Question removed Who", "Answers of all drills removed 1"):
        assert said in page.words
    assert "Drilled" not in page.words
    for address in (
        "/loops/larch/bring-back/",
        f"/ask/{asked.number}/bring-back/",
        "/progress/bring-back/",
    ):
        form = undo(page, address)
        post(client, form.action, form.filled())
    assert "removed" not in show(client, AT).words.replace("Removed stories", "")
    assert queries.held_loop("larch").removed_at is None
    assert len(queries.asked()) == len(queries.drilled()) == 1


@pytest.mark.usefixtures("samples")
def test_what_happened_to_all_samples_at_once_is_one_line(client: Client) -> None:
    assert "Added Ten sample stories" in show(client, AT).words
    services.remove_samples(via=Via.WEB)
    assert "Removed Ten sample stories" in show(client, AT).words


@pytest.mark.django_db
def test_it_comes_in_pages_and_any_number_leads_to_one(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(happenings, "PAGE", 2)
    held = services.add(CRATES, via=Via.WEB)
    for n in range(4):
        story = replace(CRATES, result=f"Moved {n}.")
        held = services.save(story, base=held.revision, via=Via.WEB)
    assert "Page 1 of 3" in show(client, AT).words
    assert show(client, f"{AT}?page=2").title == "History, page 2 · Storyloop"
    assert "Written Crates" in show(client, f"{AT}?page=3").words
    assert "Page 3 of 3" in show(client, f"{AT}?page=99").words
    for nonsense in ("0", "-1", "x", "٣", "9" * 30):
        assert "Page 1 of 3" in show(client, f"{AT}?page={nonsense}").words
