"""A loop for tests of its pages, and what they do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.test import Client

from storyloop import guide
from storyloop.bank import queries
from storyloop.planning import Loop, Round, plan
from tests.integration.web.reading import Filled, Page, post, show

if TYPE_CHECKING:
    from tests.integration.web.reading import Answer

SAMPLES = {sample.id: sample.title for sample in guide.samples()}
LOOP = Loop(
    employer="Larch",
    rounds=(
        Round(interviewer="Mei Tan", principles=("ownership", "deliver-results")),
        Round(kind="peer", principles=("dive-deep", "frugality")),
        Round(kind="bar raiser", minutes=40),
    ),
)
AT = "/loops/larch/"


def send(client: Client, address: str, **typed: str | list[str]) -> Answer:
    """Send a form that began at the current version."""
    sent: Filled = {"base": [str(queries.held_loop("larch").revision)]}
    for name, value in typed.items():
        sent[name.replace("_", "-")] = [value] if isinstance(value, str) else value
    return post(client, f"{AT}{address}/", sent)


def primaries(loop: Loop) -> dict[str, str]:
    """Return the story of each slot in the plan from the samples, by what is asked."""
    return {
        slot.slot.asks: slot.primary.story.id
        for each in plan(loop, guide.samples()).rounds
        for slot in each.slots
        if slot.primary
    }


def typed_rounds(page: Page) -> Filled:
    """Return the form of a loop as it is sent."""
    return page.form("employer").filled()


def read_after(client: Client, answer: Answer) -> Page:
    """Return the page that an answer leads to."""
    assert answer.status_code == 302
    return show(client, answer.headers["Location"])
