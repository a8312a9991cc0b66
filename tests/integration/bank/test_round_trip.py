"""A thousand random stories go through a file and through the bank, and come out as they were."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyloop.bank import queries, services
from storyloop.bank.models import Via
from storyloop.story import Story, read_markdown, write_markdown
from tests.strategies import stories

pytestmark = [pytest.mark.database, pytest.mark.django_db]

# PostgreSQL holds the same texts in the same way; there a tenth will do.
EXAMPLES = 100 if connection.vendor == "postgresql" else 1000
BY_HAND = """\
---
# A note of the writer's own.
mood: sunny   # a key that Storyloop does not know
---
A foreword.

## What nobody asked

Kept.
"""


def as_written(story: Story) -> str:
    """Write a story as Storyloop lays it out."""
    return write_markdown(story)


def by_hand(story: Story) -> str:
    """Write a story into a file that somebody began by hand."""
    return write_markdown(replace(story, source=BY_HAND))


def from_windows(story: Story) -> str:
    """Write a story as an editor on Windows would: a byte order mark, CR LF line ends."""
    return "\ufeff" + by_hand(story).replace("\n", "\r\n")


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    # One database serves all examples; each takes its story out again.
    suppress_health_check=list(HealthCheck),
)
@given(story=stories, layout=st.sampled_from([as_written, by_hand, from_windows]))
def test_a_story_comes_out_of_the_bank_as_its_file_was(
    story: Story, layout: Callable[[Story], str]
) -> None:
    text = layout(story)
    read = read_markdown(text)
    assert read == story
    assert isinstance(read, Story)
    with transaction.atomic():
        services.add(read, via=Via.IMPORT)
        kept = queries.held(story.id).story
        assert kept == story
        assert kept.source.encode() == text.encode()
        transaction.set_rollback(True)
