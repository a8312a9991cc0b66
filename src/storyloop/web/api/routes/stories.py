"""Stories: list, write, remove, and their history."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import HttpRequest
from ninja import Query, Router, Status

from storyloop import guide
from storyloop.bank import imports, queries, services
from storyloop.bank.models import Via
from storyloop.bank.preferences import preferences
from storyloop.exchange.stories import changes_json, story_json, summary_json, version_json
from storyloop.story import Story, changes, from_json, to_json
from storyloop.web.api.errors import Fault
from storyloop.web.api.routes import Invalid, may, whole
from storyloop.web.api.shapes import stories as shapes
from storyloop.web.listing import Entry, Search, listed, search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storyloop.bank.values import Held

Body = dict[str, object]
router = Router(tags=["Stories"])
# Stands for the id until there is a title to make one from.
_UNNAMED = "story"


@router.get("/stories", response=shapes.StoryList)
def list_stories(request: HttpRequest, asked: Query[shapes.StorySearch]) -> Body:
    """List the stories, each in brief.

    The strength is null for a story that is too short to judge or not judged yet, and `told` for
    one that was not told yet.
    """
    found = queries.removed() if asked.removed else queries.stories()
    wanted = Search(
        words=asked.q.strip(),
        archetype=asked.archetype or "",
        principle=asked.principle or "",
        situation=asked.situation or "",
        whose=asked.whose or "",
        below=asked.below,
        sort=asked.sort,
    )
    entries = search(listed(found, preferences()), wanted)
    return whole({"stories": [_entry_json(each) for each in entries]})


@router.post(
    "/stories",
    response={HTTPStatus.CREATED: shapes.HeldStory},
    openapi_extra=may("taken"),
)
def add_story(request: HttpRequest, body: shapes.StoryToAdd) -> Status[Body]:
    """Add a story."""
    story = written(Story(id=body.id or _UNNAMED), body.story)
    add = services.add if body.id else imports.add_new
    return Status(HTTPStatus.CREATED, _held_json(add(story, via=Via.WEB)))


@router.get("/stories/{slug:story_id}", response=shapes.HeldStory)
def show_story(request: HttpRequest, story_id: str) -> Body:
    """Show a whole story, removed or not."""
    return _held_json(queries.held(story_id))


@router.patch("/stories/{slug:story_id}", response=shapes.HeldStory, openapi_extra=may("stale"))
def save_story(request: HttpRequest, story_id: str, body: shapes.StoryToSave) -> Body:
    """Save an edit of a story.

    What is not sent stays as it is. `base` is the `revision` at which the edit began: if somebody
    saved since, nothing is changed. A save that changes nothing adds no version; one of a removed
    story brings it back.
    """
    story = written(queries.held(story_id).story, body.story)
    return _held_json(services.save(story, base=body.base, via=Via.WEB))


@router.post("/stories/{slug:story_id}/remove", response=shapes.HeldStory)
def remove_story(request: HttpRequest, story_id: str) -> Body:
    """Remove a story; it can be brought back."""
    return _held_json(services.remove(story_id, via=Via.WEB))


@router.post("/stories/{slug:story_id}/bring-back", response=shapes.HeldStory)
def bring_story_back(request: HttpRequest, story_id: str) -> Body:
    """Undo the removal of a story."""
    return _held_json(services.bring_back(story_id, via=Via.WEB))


@router.post(
    "/stories/{slug:story_id}/restore", response=shapes.HeldStory, openapi_extra=may("stale")
)
def restore_story(request: HttpRequest, story_id: str, body: shapes.ToRestore) -> Body:
    """Make an old version of a story the current one."""
    return _held_json(services.restore(story_id, body.number, base=body.base, via=Via.WEB))


@router.get("/stories/{slug:story_id}/history", response=shapes.History)
def list_versions(request: HttpRequest, story_id: str) -> Body:
    """List all versions of a story, the newest first."""
    found = queries.history(story_id)
    return whole({"id": story_id, "revisions": [version_json(each) for each in found]})


@router.get("/stories/{slug:story_id}/history/{int:number}", response=shapes.OneVersion)
def show_version(request: HttpRequest, story_id: str, number: int) -> Body:
    """Show a story as it was at one version."""
    found = queries.version(story_id, number)
    return whole(version_json(found) | {"story": story_json(found.story)})


@router.get("/stories/{slug:story_id}/changes/{int:since}", response=shapes.Changes)
def compare_versions(request: HttpRequest, story_id: str, since: int) -> Body:
    """Show what has changed in a story since a version."""
    old, now = queries.version(story_id, since).story, queries.held(story_id).story
    return whole({"id": story_id, "since": since, "changes": changes_json(changes(old, now))})


@router.post("/samples/remove", response=shapes.StoryIds)
def remove_samples(request: HttpRequest) -> Body:
    """Remove all sample stories; they can be brought back."""
    return whole({"stories": services.remove_samples(via=Via.WEB)})


@router.post("/samples/bring-back", response=shapes.StoryIds)
def bring_samples_back(request: HttpRequest) -> Body:
    """Undo the removal of the sample stories."""
    return whole({"stories": services.bring_back_samples(via=Via.WEB)})


def _entry_json(entry: Entry) -> Body:
    more = {"strength": entry.strength, "told": entry.told}
    return summary_json(entry.held.story) | more


def _held_json(held: Held) -> Body:
    return whole(
        {
            "story": story_json(held.story),
            "revision": held.revision,
            "saved_at": held.saved_at.isoformat(),
            "removed_at": held.removed_at and held.removed_at.isoformat(),
        }
    )


def written(before: Story, sent: shapes.WrittenStory) -> Story:
    """Return the story `before` with what was sent; raise Invalid for an id of nothing."""
    faults = [*_unknown(before, sent)]
    if faults:
        raise Invalid(*faults)
    fields = sent.model_dump(exclude_unset=True)
    return from_json(json.dumps(json.loads(to_json(before)) | fields))


def _unknown(before: Story, sent: shapes.WrittenStory) -> Iterator[Fault]:
    known = guide.vocabulary()
    for name, ids, there, held in (
        ("principles", sent.principles, known.principles, before.principles),
        ("situations", sent.situations, known.situations, before.situations),
        ("archetype", [sent.archetype], ("", *known.archetypes), (before.archetype,)),
    ):
        for each in ids:
            if each not in there and each not in held:
                message = f"The guide has no {each!r}."
                yield Fault(field=f"story.{name}", message=message)
