"""Stories are found by their words, and the index never lags behind the bank."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyloop import guide
from storyloop.bank import queries, search, services
from storyloop.bank.models import Searchable, Via
from storyloop.bank.terms import terms
from storyloop.story import FollowUp, Metric, Story
from tests import strategies

pytestmark = [pytest.mark.database, pytest.mark.django_db]

EXAMPLES = 20 if connection.vendor == "postgresql" else 100
QUERIES = ("naive", "situation", "no key", "quoted", "数字", "1e3", "a", "tests rolling")
WHOLE = Story(
    id="late-train",
    title="The late train",
    headline="A timetable that nobody trusted",
    situation="Commuters waited at Övertorneå.",
    action="I called the signalmen.",
    learned="Ask earlier.",
    metrics=(Metric(name="Delay", baseline="14", result="3", unit="minutes"),),
    follow_ups=(FollowUp(question="Why not a new engine?", answer="It was not the engine."),),
    principles=("dive-deep",),
    organisation="Northern Rail",
    sample=True,
)


def found(query: str) -> list[str]:
    """Return the ids of the stories that a query finds, the best first."""
    return [each.story.id for each in search.stories(query, 50)]


def indexed() -> dict[str, dict[str, str]]:
    """Return what the index holds, by the story's id."""
    rows = Searchable.objects.select_related("record")
    return {
        row.record.slug: {name: getattr(row, name) for name in search.columns(WHOLE)}
        for row in rows
    }


def in_full() -> dict[str, dict[str, str]]:
    """Return what the index would hold if it were made anew."""
    every = (*queries.stories(), *queries.removed())
    return {held.story.id: search.columns(held.story) for held in every}


def scanned(query: str) -> set[str]:
    """Return the stories that a look at every word finds."""
    asked = terms(query)
    every = {name: " ".join(held.values()).split() for name, held in in_full().items()}
    return {
        name
        for name, said in every.items()
        if asked and all(any(word.startswith(term) for word in said) for term in asked)
    }


@pytest.mark.parametrize(
    "query",
    [
        "late train",
        "TRAINS",
        "timetab",
        "overtornea",
        "calling",
        "earlier",
        "delay 14",
        "new engine",
        "dive deep",
        "northern",
        "late-train",
        "train?!",
    ],
)
def test_a_word_in_any_field_finds_the_story(query: str) -> None:
    services.add(WHOLE, via=Via.WEB)
    services.add(Story(id="other", title="Another thing altogether"), via=Via.WEB)
    assert found(query) == ["late-train"]


@pytest.mark.parametrize("query", ["", "  ", "?!", "late zeppelin", "yes", "true", "rain"])
def test_every_word_must_occur_and_what_is_no_word_finds_nothing(query: str) -> None:
    services.add(WHOLE, via=Via.WEB)
    assert found(query) == []


def test_the_title_counts_for_more_than_the_telling() -> None:
    services.add(Story(id="a", title="Calm", action="Then the storm came."), via=Via.WEB)
    services.add(Story(id="b", title="Storm", action="Then it was calm."), via=Via.WEB)
    services.add(Story(id="c", title="Sun", headline="After a storm"), via=Via.WEB)
    assert found("storm") == ["b", "c", "a"]
    assert found("calm") == ["a", "b"]


def test_the_index_follows_every_change() -> None:
    services.add(WHOLE, via=Via.WEB)
    services.save(replace(WHOLE, title="The punctual train"), base=1, via=Via.WEB)
    assert (found("late-train"), found("punctual")) == (["late-train"], ["late-train"])
    assert found("late delay") == ["late-train"]
    services.remove("late-train", via=Via.WEB)
    assert found("train") == []
    services.bring_back("late-train", via=Via.WEB)
    assert found("punctual") == ["late-train"]
    services.restore("late-train", 1, base=4, via=Via.WEB)
    assert found("punctual") == []
    services.put(replace(WHOLE, title="A ship"), via=Via.IMPORT)
    assert found("ship") == ["late-train"]


def test_the_samples_are_found_until_they_are_put_away() -> None:
    services.add_samples()
    assert found("checkout canary") == ["checkout-failures"]
    services.remove_samples(via=Via.WEB)
    assert found("checkout canary") == []
    assert search.ids("checkout canary") == {"checkout-failures"}
    services.bring_back_samples(via=Via.WEB)
    assert indexed().keys() == {sample.id for sample in guide.samples()}


changes = st.lists(
    st.tuples(
        st.sampled_from(["put", "put", "put", "remove", "bring back", "restore"]),
        st.sampled_from(["a", "b", "c"]),
        strategies.stories,
    ),
    max_size=12,
)


def change(what: str, story_id: str, story: Story) -> None:
    """Change the bank in one of the ways in which it can be changed."""
    if what == "put":
        services.put(replace(story, id=story_id), via=Via.WEB)
    elif story_id not in queries.taken_ids():
        return
    elif what == "remove":
        services.remove(story_id, via=Via.WEB)
    elif what == "bring back":
        services.bring_back(story_id, via=Via.WEB)
    else:
        held = queries.held(story_id)
        services.restore(story_id, 1, base=held.revision, via=Via.WEB)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=changes)
def test_after_any_changes_the_index_finds_what_a_full_scan_finds(
    changes: list[tuple[str, str, Story]],
) -> None:
    with transaction.atomic():
        for each in changes:
            change(*each)
        assert indexed() == in_full()
        for query in QUERIES:
            assert search.ids(query) == scanned(query), query
            here = {held.story.id for held in queries.stories()}
            assert set(found(query)) == scanned(query) & here, query
        transaction.set_rollback(True)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(query=st.one_of(strategies.texts, st.text()))
def test_a_query_of_any_characters_is_safe(query: str) -> None:
    with transaction.atomic():
        services.put(WHOLE, via=Via.WEB)
        assert set(found(query)) == scanned(query)
        transaction.set_rollback(True)


def test_a_story_of_a_megabyte_can_be_saved_and_is_found_by_its_title() -> None:
    text = " ".join(f"word{number}" for number in range(120_000))
    services.add(replace(WHOLE, situation=text), via=Via.WEB)
    assert found("late word17") == ["late-train"]


def test_a_search_asks_the_database_twice() -> None:
    services.add_samples()
    with CaptureQueriesContext(connection) as captured:
        assert found("customers")
    assert len(captured) == 2


def test_a_bank_of_an_older_version_is_filled_in() -> None:
    services.add_samples()
    services.remove("checkout-failures", via=Via.WEB)
    Searchable.objects.all().delete()
    import_module("storyloop.bank.migrations.0005_search").fill(apps, None)
    assert indexed() == in_full()
    assert len(indexed()) == 10
