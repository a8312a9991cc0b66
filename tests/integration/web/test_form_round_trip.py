"""A story that is shown in the form and sent back untouched is the same story."""

from dataclasses import replace

import pytest
from django.test import Client
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from storyloop import guide
from storyloop.bank import queries, services
from storyloop.bank.models import Via
from storyloop.story import Story
from tests.integration.web.reading import write
from tests.strategies import names, stories

KNOWN = guide.vocabulary()


def choices(known: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Return what a story may hold of a list: ids of the guide, and now and then others."""
    return st.one_of(st.lists(st.sampled_from(known), unique=True, max_size=5).map(tuple), names)


@pytest.mark.django_db
@settings(deadline=None, max_examples=60)
@given(stories, choices(tuple(KNOWN.principles)), choices(tuple(KNOWN.situations)))
def test_any_story_survives_its_form(
    story: Story, principles: tuple[str, ...], situations: tuple[str, ...]
) -> None:
    story = replace(story, principles=principles, situations=situations)
    # A story without a title can be imported, and the form asks for one.
    assume(story.title)
    before = services.put(story, via=Via.IMPORT)
    answer = write(Client(), f"/stories/{story.id}/edit/")
    assert answer.status_code == 302, answer.content.decode()
    after = queries.held(story.id)
    assert after.story == story
    assert after.revision == before.revision
