"""Readiness: the shares, what would make them more, what is assumed, and the trend."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from storyloop import guide
from storyloop.bank import models, queries, services
from storyloop.bank.models import Via
from storyloop.planning import Assumptions, Loop, Round, readiness
from storyloop.web.drawing import percent_range
from storyloop.web.readiness import AssumptionsForm, as_fields, percent
from tests.integration.web.reading import show

MOST = 5


@pytest.fixture
def own(samples: None) -> tuple[str, ...]:
    """Put seven stories of somebody's own beside the samples; return their ids."""
    del samples
    for sample in guide.samples()[:7]:
        mine = replace(sample, id=f"my-{sample.id}", sample=False)
        services.add(mine, via=Via.WEB)
    return tuple(held.story.id for held in queries.stories() if not held.story.sample)


@pytest.mark.django_db
def test_below_the_fewest_stories_it_is_silent(client: Client) -> None:
    words = show(client, "/readiness/").words
    assert "Without a story there is nothing to reckon yet. From five on" in words
    assert "of loops answered" not in words
    for sample in guide.samples()[:4]:
        services.add(sample, via=Via.WEB)
    assert "With four stories there is nothing to reckon yet." in show(client, "/readiness/").words
    assert queries.snapshots() == []


@pytest.mark.usefixtures("own")
def test_it_says_how_ready_one_is_and_what_to_write_next(client: Client) -> None:
    page = show(client, "/readiness/")
    stories = [held.story for held in queries.stories() if not held.story.sample]
    found = readiness(stories)
    assert found.ready is not None
    assert found.answered is not None
    assert f"{percent(found.ready)} of loops answered in full" in page.words
    assert f"{percent(found.answered)} of the questions have a story" in page.words
    first = found.next_story[0]
    assert f"What to write next {first.archetype.name}" in page.words
    assert f"/stories/begin/?archetype={first.archetype.id}" in page.links
    assert f"{found.bottlenecks[0].principle.name} {percent(found.bottlenecks[0].share)}" in (
        page.words
    )
    assert found.assumed in page.words
    assert "10,000 loops are drawn" in page.words
    assert "chance" not in page.words.casefold()
    assert "offer" not in page.words.casefold()


@pytest.mark.usefixtures("own")
def test_what_is_assumed_can_be_changed(client: Client) -> None:
    page = show(client, "/readiness/?rounds_from=2&rounds_to=2&tellings=3")
    assert "2 rounds, 2 to 3 principles in each" in page.words
    assert "no story told more than 3 times" in page.words
    form = page.form("rounds_from").filled()
    assert (form["rounds_from"], form["tellings"]) == (["2"], ["3"])
    assert queries.snapshots() == []


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    "query", ["rounds_from=5&rounds_to=4", "tellings=0", "questions=99", "framework=none"]
)
def test_what_cannot_be_assumed_is_said_and_the_usual_stands(client: Client, query: str) -> None:
    page = show(client, f"/readiness/?{query}")
    assert page.status == 200
    assert "These cannot all be so; the figures above are for loops as usual." in page.words
    assert "4 to 6 rounds" in page.words


def test_the_form_reads_back_what_it_shows() -> None:
    form = AssumptionsForm(as_fields(Assumptions()))
    assert form.is_valid()
    assert form.read() == Assumptions()


@pytest.mark.usefixtures("own")
def test_ones_own_loop_is_drawn_instead(client: Client) -> None:
    services.add_loop("larch", Loop(employer="Larch", rounds=(Round(minutes=20), Round())))
    page = show(client, "/readiness/?loop=larch")
    assert "in your loop at Larch" in page.words
    assert "The 2 rounds of your loop, with the principles of 2 of them drawn" in page.words
    assert queries.snapshots() == []
    assert client.get("/readiness/?loop=nowhere").status_code == 404


@pytest.mark.usefixtures("own")
def test_what_was_found_is_kept_once_and_again_when_it_changes(client: Client) -> None:
    show(client, "/readiness/")
    (first,) = queries.snapshots()
    assert first.stories == 7
    show(client, "/readiness/")
    assert queries.snapshots() == [first]
    models.ReadinessSnapshot.objects.update(
        on=timezone.localdate() - timedelta(days=3),
        taken_at=timezone.now() - timedelta(days=3),
    )
    show(client, "/readiness/")
    assert len(queries.snapshots()) == 1
    services.add(replace(guide.samples()[8], id="mine", sample=False), via=Via.WEB)
    page = show(client, "/readiness/")
    assert [each.stories for each in queries.snapshots()] == [7, 8]
    assert "How it went" in page.words
    lines = [dict(attributes) for tag, attributes in page.tags if tag == "polyline"]
    assert len(str(lines[0]["points"]).split()) == 2


@pytest.mark.usefixtures("own")
def test_fiction_is_never_kept(client: Client) -> None:
    show(client, "/readiness/?samples=1")
    assert queries.snapshots() == []


@pytest.mark.usefixtures("samples")
def test_the_samples_are_reckoned_with_and_not_kept(client: Client) -> None:
    words = show(client, "/readiness/").words
    assert "of loops answered in full" in words
    assert "What you see here is made from the sample stories." in words
    assert queries.snapshots() == []


@pytest.mark.usefixtures("own")
def test_the_home_page_shows_the_last_figure_and_whether_it_is_old(client: Client) -> None:
    assert "In how many loops would every question have a story?" in show(client, "/").words
    show(client, "/readiness/")
    words = show(client, "/").words
    assert "of usual loops answered in full" in words
    assert "Your stories have changed since." not in words
    services.add(replace(guide.samples()[8], id="mine", sample=False), via=Via.WEB)
    assert "Your stories have changed since. Reckon again" in show(client, "/").words


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "0%"),
        (0.0004, "under 0.1%"),
        (0.004, "0.4%"),
        (0.426, "43%"),
        (0.996, "99.6%"),
        (0.9996, "over 99.9%"),
        (1 - 1e-16, "100%"),
        (1, "100%"),
    ],
)
def test_nearly_all_is_not_called_all(share: float, said: str) -> None:
    assert percent(share) == said


def test_the_bar_ends_at_the_share_with_its_interval_about_it() -> None:
    drawn = percent_range((0.25, 0.75), 0.5)
    assert 'width="50.00"' in drawn
    assert 'd="M25.00 0V10M75.00 0V10"' in drawn


@pytest.mark.usefixtures("own")
def test_the_page_asks_the_database_little(client: Client) -> None:
    show(client, "/readiness/")
    services.add_loop("larch", Loop(employer="Larch", rounds=(Round(minutes=20),)))
    for address in ("/readiness/", "/readiness/?loop=larch", "/readiness/?tellings=3"):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        assert len(captured) <= MOST
