"""Loops: write them, plan them, fix what you want fixed, and plan anew on the day."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import HttpRequest
from ninja import Query, Router, Status

from storyloop.bank import queries, services
from storyloop.bank.errors import NoSuchStory
from storyloop.exchange.loop_file import loop_json, loop_of
from storyloop.exchange.plan_report import plan_json
from storyloop.planning import Ban, ImpossibleLoop, Pin
from storyloop.planning.loop import story_ids
from storyloop.web.api.routes import may, whole
from storyloop.web.api.routes.planning import counting
from storyloop.web.api.shapes import loops as shapes
from storyloop.web.api.shapes import plans
from storyloop.web.loop_changes import carried_over, heard_of, with_ban, without_ban, without_pin
from storyloop.web.loop_plan import loop_page, pinned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storyloop.bank.values import Heard, HeldLoop, Step
    from storyloop.planning import Loop

Body = dict[str, object]
router = Router(tags=["Loops"])


@router.get("/loops", response=shapes.LoopList)
def list_loops(request: HttpRequest, asked: Query[shapes.LoopSearch]) -> Body:
    """List the loops, the latest date first and those without one before."""
    found = [each for each in queries.loops() if bool(each.removed_at) == asked.removed]
    return whole({"loops": [_summary_json(each) for each in found]})


@router.post(
    "/loops",
    response={HTTPStatus.CREATED: shapes.HeldLoop},
    openapi_extra=may("taken", "not-found"),
)
def add_loop(request: HttpRequest, body: shapes.LoopToAdd) -> Status[Body]:
    """Add a loop."""
    loop = _read(body.loop)
    held = services.add_loop(body.id, loop) if body.id else services.add_named_loop(loop)
    return Status(HTTPStatus.CREATED, _held_json(held))


@router.get("/loops/{slug:loop_id}", response=shapes.HeldLoop)
def show_loop(request: HttpRequest, loop_id: str) -> Body:
    """Show a loop, removed or not, with what it fixes and what happened on the day."""
    return _held_json(queries.held_loop(loop_id))


@router.put("/loops/{slug:loop_id}", response=shapes.HeldLoop, openapi_extra=may("stale"))
def save_loop(request: HttpRequest, loop_id: str, body: shapes.LoopToSave) -> Body:
    """Save a whole loop in place of the one that is held.

    What happened on the day stays, but for rounds that are gone.
    """
    held = queries.held_loop(loop_id)
    loop = _read(body.loop, held.loop)
    before = len(held.loop.rounds)
    places = [number if number < before else None for number in range(len(loop.rounds))]
    _, day = carried_over(held.loop, held.day, loop, places)
    return _saved(held, loop, base=body.base, day=day)


@router.post("/loops/{slug:loop_id}/remove", response=shapes.HeldLoop)
def remove_loop(request: HttpRequest, loop_id: str) -> Body:
    """Remove a loop; it can be brought back."""
    services.remove_loop(loop_id)
    return _held_json(queries.held_loop(loop_id))


@router.post("/loops/{slug:loop_id}/bring-back", response=shapes.HeldLoop)
def bring_loop_back(request: HttpRequest, loop_id: str) -> Body:
    """Undo the removal of a loop."""
    services.bring_back_loop(loop_id)
    return _held_json(queries.held_loop(loop_id))


@router.get("/loops/{slug:loop_id}/plan", response=plans.Plan)
def plan_loop(request: HttpRequest, loop_id: str, asked: Query[plans.PlanOptions]) -> Body:
    """Plan which story to tell in which round, after the day so far; proved best."""
    held = queries.held_loop(loop_id)
    basis = counting(samples=asked.samples)
    page = loop_page(held.loop, held.day, basis.stories)
    more = {"impossible": page.impossible or None, "lapsed": list(page.lapsed)}
    return whole(plan_json(page.plan, basis) | more)


@router.post(
    "/loops/{slug:loop_id}/pin",
    response=shapes.HeldLoop,
    openapi_extra=may("stale", "impossible"),
)
def pin_story(
    request: HttpRequest, loop_id: str, body: shapes.ToPin, asked: Query[plans.PlanOptions]
) -> Body:
    """Choose the story that answers what is asked in a round; the rest is planned around it.

    What stands in the way gives way: other pins of the story, and its bans from the round.
    """
    held = queries.held_loop(loop_id)
    stories = counting(samples=asked.samples).stories
    pin = Pin(round=body.round - 1, asks=body.asks, story=body.story)
    loop = pinned(held.loop, held.day, stories, pin, was=body.instead_of or "")
    return _saved(held, loop, base=body.base)


@router.post("/loops/{slug:loop_id}/unpin", response=shapes.HeldLoop, openapi_extra=may("stale"))
def unpin_story(request: HttpRequest, loop_id: str, body: shapes.ToUnpin) -> Body:
    """Take a pin back."""
    held = queries.held_loop(loop_id)
    pin = Pin(round=body.round - 1, asks=body.asks, story=body.story)
    return _saved(held, without_pin(held.loop, pin), base=body.base)


@router.post(
    "/loops/{slug:loop_id}/ban", response=shapes.HeldLoop, openapi_extra=may("stale", "impossible")
)
def ban_story(request: HttpRequest, loop_id: str, body: shapes.ToBan) -> Body:
    """Keep a story out of a round or of the loop; pins that say otherwise are taken back."""
    held = queries.held_loop(loop_id)
    _known([body.story])
    _in_loop(held, [body.round or 1])
    return _saved(held, with_ban(held.loop, _ban(body)), base=body.base)


@router.post("/loops/{slug:loop_id}/lift-ban", response=shapes.HeldLoop, openapi_extra=may("stale"))
def lift_ban(request: HttpRequest, loop_id: str, body: shapes.ToBan) -> Body:
    """Let a story be told again."""
    held = queries.held_loop(loop_id)
    return _saved(held, without_ban(held.loop, _ban(body)), base=body.base)


@router.post(
    "/loops/{slug:loop_id}/replan",
    response=shapes.HeldLoop,
    openapi_extra=may("stale", "impossible"),
)
def replan_loop(request: HttpRequest, loop_id: str, body: shapes.ToReplan) -> Body:
    """Plan anew after what was told and what came up.

    As few slots as possible get another story than before.
    """
    held = queries.held_loop(loop_id)
    _in_loop(held, [each.round for each in body.heard])
    _known(story for each in body.heard for story in each.told or ())
    over = {each.round for step in held.day for each in step if each.told is not None}
    for each in body.heard:
        if each.round - 1 in over:
            message = f"Round {each.round} is over already."
            raise ImpossibleLoop(message)
    step = tuple(filter(None, map(_heard, body.heard)))
    return _saved(held, held.loop, base=body.base, day=(*held.day, step) if step else held.day)


@router.post(
    "/loops/{slug:loop_id}/take-back", response=shapes.HeldLoop, openapi_extra=may("stale")
)
def take_step_back(request: HttpRequest, loop_id: str, body: shapes.Base) -> Body:
    """Take back the last step of the day."""
    held = queries.held_loop(loop_id)
    return _saved(held, held.loop, base=body.base, day=held.day[:-1])


def _saved(held: HeldLoop, loop: Loop, *, base: int, day: tuple[Step, ...] | None = None) -> Body:
    day = held.day if day is None else day
    return _held_json(services.save_loop(held.id, loop, day=day, base=base))


def _read(sent: shapes.Loop, before: Loop | None = None) -> Loop:
    """Return the loop as sent; raise NoSuchStory for a story that is new in it and not there."""
    loop = loop_of(sent.model_dump())
    held = frozenset(story_ids(before)) if before else frozenset()
    _known(each for each in story_ids(loop) if each not in held)
    return loop


def _known(ids: Iterable[str]) -> None:
    there = queries.taken_ids()
    for each in ids:
        if each not in there:
            raise NoSuchStory(each)


def _in_loop(held: HeldLoop, rounds: Iterable[int]) -> None:
    most = len(held.loop.rounds)
    for number in rounds:
        if number > most:
            message = f"There is no round {number}; there are {most}."
            raise ImpossibleLoop(message)


def _ban(body: shapes.ToBan) -> Ban:
    return Ban(story=body.story, round=None if body.round is None else body.round - 1)


def _heard(sent: shapes.Heard) -> Heard | None:
    return heard_of(
        sent.round - 1,
        over=sent.told is not None,
        told=tuple(dict.fromkeys(sent.told or ())),
        came_up="\n".join(sent.came_up),
    )


def _summary_json(held: HeldLoop) -> Body:
    return {
        "id": held.id,
        "employer": held.loop.employer,
        "date": held.loop.date,
        "role": held.loop.role,
        "rounds": len(held.loop.rounds),
        **_saved_json(held),
    }


def _held_json(held: HeldLoop) -> Body:
    return whole(
        {
            "id": held.id,
            "loop": loop_json(held.loop),
            "day": [[_heard_json(each) for each in step] for step in held.day],
            **_saved_json(held),
        }
    )


def _saved_json(held: HeldLoop) -> Body:
    return {
        "revision": held.revision,
        "saved_at": held.saved_at.isoformat(),
        "removed_at": held.removed_at and held.removed_at.isoformat(),
    }


def _heard_json(heard: Heard) -> Body:
    return {
        "round": heard.round + 1,
        "told": None if heard.told is None else list(heard.told),
        "came_up": list(heard.came_up),
    }
