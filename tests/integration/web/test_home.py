"""Home says what helps most now and why, how ready one is, and what the week brought."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from storyloop import guide
from storyloop.bank import drafts, judgements, models, practice, services
from storyloop.bank.models import Via
from storyloop.bank.values import Asked, Drilled, Judgement, Snapshot, Writer
from storyloop.planning import Loop, Round
from storyloop.story import Story
from tests.integration.web.reading import show
from tests.many import stories

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.database

NEXT = "The next best thing"
LOOP = Loop(rounds=(Round(),), employer="Larch & Lantern")
WEAK = Story(
    id="queue",
    title="The queue",
    action=" ".join(f"We looked at queue {n} and things were done." for n in range(9)),
    situations=("obstacle", "scaled"),
    principles=("ownership",),
)
ANSWER = Drilled(
    round=1, place=1, question="Who disagreed?", principles=("ownership",), named="ownership"
)


def best(client: Client) -> str:
    """Return the words from the next best thing on."""
    words = show(client, "/").words
    return words[words.index(NEXT) + len(NEXT) : words.index("Ready for the day")].strip()


@pytest.fixture
def covered(db: None) -> None:
    """Fill the bank with so many stories that no kind of story would add anything."""
    del db
    for story in stories(60):
        services.add(story, via=Via.WEB)


@pytest.mark.usefixtures("late_train")
def test_with_one_story_the_next_thing_is_the_kind_that_covers_most(client: Client) -> None:
    words = best(client)
    assert "A story of this kind usually covers" in words
    assert ", which nothing in your bank does yet. Write this story" in words
    assert "Or " in words


@pytest.mark.usefixtures("late_train")
def test_a_draft_of_that_kind_comes_before_a_new_story(client: Client) -> None:
    kind = next(
        each for each in guide.archetypes() if best(client).startswith(f"Write: {each.name}")
    )
    typed = {"title": ["Ten to sixty"], "archetype": [kind.id]}
    kept = drafts.keep(typed, writer=Writer(key="ten"))
    page = show(client, "/")
    assert best(client).startswith("Finish “Ten to sixty” The hardest line of a story")
    assert page.links.count(f"/stories/new/?draft={kept.key}") == 1
    assert "Go on with" not in page.words


@pytest.mark.usefixtures("late_train")
def test_a_draft_that_is_not_recommended_stands_in_the_list_of_drafts(client: Client) -> None:
    for title in ("One", "Two"):
        drafts.keep({"title": [title]}, writer=Writer(key=title.lower()))
    words = show(client, "/").words
    assert "Go on with Two Draft of a new story" in words
    assert "One Draft of a new story" in words


@pytest.mark.usefixtures("covered")
def test_where_all_is_covered_the_weakest_story_is_to_be_mended(client: Client) -> None:
    practice.keep_drilled(ANSWER)
    services.add(WEAK, via=Via.WEB)
    judgements.catch_up()
    words = best(client)
    assert words.startswith("Mend “The queue” It is your weakest story, at ")
    assert "What costs it most: " in words
    assert words.endswith("Edit it")


@pytest.mark.usefixtures("covered")
def test_who_never_drilled_is_told_to_and_who_drilled_today_is_not(client: Client) -> None:
    assert "Drill for three minutes" in best(client)
    practice.keep_drilled(ANSWER)
    assert "Drill for three minutes" not in best(client)
    models.Drilled.objects.update(at=timezone.now() - timedelta(days=3))
    assert "Drill for three minutes In three minutes you see" in best(client)


@pytest.mark.usefixtures("covered")
def test_the_drill_is_recommended_with_how_the_last_one_went(client: Client) -> None:
    for place in range(1, 11):
        named = "ownership" if place > 4 else "frugality"
        practice.keep_drilled(replace(ANSWER, place=place, named=named))
    models.Drilled.objects.update(at=timezone.now() - timedelta(days=3))
    assert "Of your last 10 answers 4 named another principle." in best(client)


@pytest.mark.usefixtures("late_train")
@pytest.mark.parametrize(("days", "said"), [(0, "today"), (1, "tomorrow"), (2, "in 2 days")])
def test_a_loop_that_is_near_comes_before_all_else(client: Client, days: int, said: str) -> None:
    day = timezone.localdate() + timedelta(days=days)
    services.add_loop("larch", replace(LOOP, date=day))
    assert best(client).startswith(f"Get ready for Larch & Lantern The loop is {said}.")


@pytest.mark.usefixtures("late_train")
@pytest.mark.parametrize("day", [None, date(2020, 1, 1), date(2999, 1, 1)])
def test_a_loop_that_is_over_or_far_off_does_not_hurry(client: Client, day: date | None) -> None:
    services.add_loop("larch", replace(LOOP, date=day))
    assert "Get ready" not in best(client)


@pytest.mark.usefixtures("covered")
def test_when_nothing_is_left_to_do_the_stories_are_to_be_said_aloud(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice.keep_drilled(ANSWER)
    judgements.catch_up()
    monkeypatch.setattr(
        judgements, "known", lambda _: {each.id: Judgement(strength=100) for each in stories(60)}
    )
    assert "What helps most now is to say the stories aloud." in best(client)


@pytest.mark.usefixtures("late_train")
def test_readiness_stands_there_with_its_interval(client: Client) -> None:
    figures = Snapshot(stories=8, ready=0.24, low=0.18, high=0.31, answered=0.78)
    services.keep_snapshot(figures)
    words = show(client, "/").words
    assert "24% (18% to 31%) of usual loops answered in full" in words
    assert "78% of the questions in them have a story." in words


@pytest.mark.usefixtures("samples")
def test_the_samples_alone_leave_the_newcomer_at_the_beginning(client: Client) -> None:
    words = show(client, "/").words
    assert "A good place to begin" in words
    for absent in (NEXT, "Ready for the day", "This week"):
        assert absent not in words


@pytest.mark.usefixtures("late_train")
def test_the_week_counts_what_was_done_and_nothing_older(client: Client) -> None:
    services.add(WEAK, via=Via.WEB)
    old = timezone.now() - timedelta(days=8)
    models.Revision.objects.filter(record__slug="queue").update(saved_at=old)
    held = services.save(replace(WEAK, title="The queues"), base=1, via=Via.WEB)
    services.save(replace(WEAK, title="The long queue"), base=held.revision, via=Via.WEB)
    for n in range(2):
        practice.keep_asked(Asked(question=f"Who disagreed {n}?"))
    gone = practice.keep_asked(Asked(question="Who?"))
    practice.remove_asked(gone.number)
    practice.keep_drilled(ANSWER)
    words = show(client, "/").words
    assert "This week Story added 1 Story mended 1 Questions you were asked 2" in words
    assert "Answer drilled 1" in words


@pytest.mark.usefixtures("late_train")
def test_a_week_in_which_nothing_was_done_is_not_spoken_of(client: Client) -> None:
    models.Revision.objects.update(saved_at=timezone.now() - timedelta(days=8))
    assert "This week" not in show(client, "/").words
