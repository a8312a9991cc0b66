"""What the bank answers: in which order, and with how many questions to the database."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from storyloop.bank import queries, services
from storyloop.bank.errors import NoSuchRevision, NoSuchStory
from storyloop.bank.models import Via
from storyloop.bank.values import Held
from storyloop.story import Story

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def add(*stories: Story) -> None:
    """Add stories from the web."""
    for story in stories:
        services.add(story, via=Via.WEB)


def ids(found: list[Held]) -> list[str]:
    """Return the ids of what was found, in its order."""
    return [held.story.id for held in found]


def test_stories_come_by_title_whatever_its_case_and_then_by_id() -> None:
    add(
        Story(id="d", title="bridges"),
        Story(id="c", title="Bridges"),
        Story(id="b", title="Zebra crossings"),
        Story(id="a", title="Älter als gedacht"),
        Story(id="e", title="Anchors"),
        Story(id="f"),
    )
    assert ids(queries.stories()) == ["f", "e", "c", "d", "b", "a"]


def test_a_story_is_either_in_the_bank_or_removed() -> None:
    add(Story(id="a", title="B"), Story(id="b", title="A"), Story(id="c", title="C"))
    for story_id in ("a", "b"):
        services.remove(story_id, via=Via.WEB)
    assert ids(queries.stories()) == ["c"]
    assert ids(queries.removed()) == ["b", "a"]
    assert queries.taken_ids() == {"a", "b", "c"}


def test_an_empty_bank_answers_with_nothing() -> None:
    assert queries.stories() == []
    assert queries.removed() == []
    assert queries.taken_ids() == frozenset()


def test_a_removed_story_can_still_be_looked_up() -> None:
    add(Story(id="a"))
    services.remove("a", via=Via.WEB)
    assert queries.held("a").removed_at is not None


def test_the_history_is_newest_first_also_past_nine_versions() -> None:
    add(Story(id="a"))
    for number in range(1, 12):
        services.save(Story(id="a", title=f"Take {number}"), base=number, via=Via.WEB)
    history = queries.history("a")
    assert [version.number for version in history] == list(range(12, 0, -1))
    assert history[0].story.title == "Take 11"
    moments = [version.saved_at for version in history]
    assert moments == sorted(moments, reverse=True)


def test_a_version_is_found_by_its_number() -> None:
    add(Story(id="a", title="Old"), Story(id="b", title="Other"))
    services.save(Story(id="a", title="New"), base=1, via=Via.COMMAND_LINE)
    old = queries.version("a", 1)
    assert (old.story.title, old.number, old.event, old.via) == ("Old", 1, "added", "web")
    assert queries.version("a", 2) == queries.history("a")[0]


def test_a_save_bears_the_time_of_its_making() -> None:
    before = timezone.now()
    add(Story(id="a"))
    saved_at = queries.held("a").saved_at
    assert before <= saved_at <= timezone.now()
    assert saved_at.utcoffset() == timedelta(0)


def test_what_is_not_there_is_said_in_a_sentence() -> None:
    add(Story(id="a"))
    unknown = "There is no story 'lost' in the bank; see `storyloop list`."
    with pytest.raises(NoSuchStory, match=unknown):
        queries.held("lost")
    with pytest.raises(NoSuchStory, match=unknown):
        queries.history("lost")
    with pytest.raises(NoSuchStory, match=unknown):
        queries.version("lost", 1)
    with pytest.raises(NoSuchRevision, match="The story 'a' has no revision 2; see"):
        queries.version("a", 2)


@pytest.mark.parametrize("size", [1, 40])
def test_one_question_answers_whatever_the_size_of_the_bank(
    django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    add(*(Story(id=f"story-{n}", title=f"{n}") for n in range(size)))
    for number in range(1, size):
        services.save(Story(id="story-0", title=f"Take {number}"), base=number, via=Via.WEB)
    with django_assert_num_queries(1):
        assert len(queries.stories()) == size
    with django_assert_num_queries(1):
        assert queries.removed() == []
    with django_assert_num_queries(1):
        assert queries.held("story-0").revision == size
    with django_assert_num_queries(1):
        assert len(queries.history("story-0")) == size
    with django_assert_num_queries(1):
        assert queries.version("story-0", 1).number == 1
