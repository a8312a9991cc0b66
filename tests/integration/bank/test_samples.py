"""The sample stories: put into a new bank once, removed and brought back together."""

import pytest

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.models import Via
from storyloop.story import Story

pytestmark = [pytest.mark.database, pytest.mark.django_db]

MINE = Story(id="late-train", title="The late train")


def sample_ids() -> set[str]:
    """Return the ids of the guide's samples."""
    return {sample.id for sample in guide.samples()}


def held_ids() -> set[str]:
    """Return the ids of the stories that are not removed."""
    return {held.story.id for held in queries.stories()}


def test_a_new_bank_gets_the_ten_samples_marked_as_such() -> None:
    services.add_samples()
    found = queries.stories()
    assert len(found) == 10
    assert held_ids() == sample_ids()
    assert all(held.story.sample and held.revision == 1 for held in found)
    assert {queries.version(each, 1).via for each in held_ids()} == {"sample"}


def test_the_samples_are_put_in_once() -> None:
    services.add_samples()
    before = queries.stories()
    services.add_samples()
    assert queries.stories() == before


def test_a_bank_with_a_story_of_its_own_gets_none() -> None:
    services.add(MINE, via=Via.WEB)
    services.add_samples()
    assert held_ids() == {"late-train"}


def test_a_bank_whose_only_story_was_removed_gets_none() -> None:
    services.add(MINE, via=Via.WEB)
    services.remove("late-train", via=Via.WEB)
    services.add_samples()
    assert held_ids() == set()


def test_removed_samples_stay_removed() -> None:
    services.add_samples()
    assert set(services.remove_samples(via=Via.WEB)) == sample_ids()
    services.add_samples()
    assert held_ids() == set()
    assert {held.story.id for held in queries.removed()} == sample_ids()


def test_removing_the_samples_leaves_the_stories_of_ones_own() -> None:
    services.add_samples()
    services.add(MINE, via=Via.WEB)
    services.remove_samples(via=Via.WEB)
    assert held_ids() == {"late-train"}
    assert services.remove_samples(via=Via.WEB) == []


def test_the_samples_come_back_and_the_removed_stories_of_ones_own_do_not() -> None:
    services.add_samples()
    services.add(MINE, via=Via.WEB)
    services.remove("late-train", via=Via.WEB)
    services.remove_samples(via=Via.WEB)
    assert set(services.bring_back_samples(via=Via.WEB)) == sample_ids()
    assert held_ids() == sample_ids()
    assert services.bring_back_samples(via=Via.WEB) == []


def test_a_sample_that_became_ones_own_is_no_sample_any_more() -> None:
    services.add_samples()
    sample = guide.samples()[0]
    services.save(Story(id=sample.id, title="Now mine"), base=1, via=Via.WEB)
    services.remove_samples(via=Via.WEB)
    assert held_ids() == {sample.id}
