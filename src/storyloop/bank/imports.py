"""Imports: stories taken in under ids of their own, and imports taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction

from storyloop.bank import queries, services
from storyloop.bank.errors import IdTaken
from storyloop.bank.models import Event, Record, Via
from storyloop.story import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storyloop.bank.values import Held
    from storyloop.story import Story


def add_new(story: Story, *, via: str) -> Held:
    """Put a new story into the bank under an id that is made from its title and not taken yet."""
    while True:
        named = slug(story.title or story.headline, queries.taken_ids())
        try:
            return services.add(replace(story, id=named), via=via)
        except IdTaken:
            # Somebody took it between the two lines above; the next round sees it.
            continue


@transaction.atomic
def add_all(stories: Iterable[Story]) -> list[Held]:
    """Put all stories of one file into the bank, or none of them."""
    return [add_new(story, via=Via.IMPORT) for story in stories]


@transaction.atomic
def take_back(taken: Iterable[tuple[str, int]]) -> tuple[list[str], list[str]]:
    """Undo imports, given as ids and revisions; return the ids that went and those that stayed.

    A story that the import added is removed; one that it changed has its former text again. What
    was saved since, or came by another way, stays as it is.
    """
    gone: list[str] = []
    stayed: list[str] = []
    for story_id, number in taken:
        (gone if _take_back(story_id, number) else stayed).append(story_id)
    return gone, stayed


def _take_back(story_id: str, number: int) -> bool:
    record = Record.objects.select_for_update().filter(slug=story_id, revision=number).first()
    if record is None or queries.version(story_id, number).via != Via.IMPORT:
        return False
    former = queries.version(story_id, number - 1) if number > 1 else None
    if former:
        services.restore(story_id, former.number, base=number, via=Via.IMPORT)
    if former is None or former.event == Event.REMOVED:
        services.remove(story_id, via=Via.IMPORT)
    return True
