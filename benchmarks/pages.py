"""Server time of every page in the bank that `in_process` filled, warm and just after a save."""

from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus

from benchmarks.figure import Figure, timed

BUDGET = 50
_RUNS, _RUNS_AFTER_A_SAVE = 20, 5


def figures() -> Iterator[Figure]:
    """Yield the figure of each page, the slowest first; and of those that a save slows down."""
    from django.test import Client

    from storyloop.bank import queries, services
    from storyloop.bank.models import Via
    from tests.routes import STORY, addresses

    client = Client(headers={"host": "localhost"})
    held = queries.held(STORY)

    def get(address: str) -> None:
        assert client.get(address).status_code == HTTPStatus.OK, address  # noqa: S101

    def save() -> None:
        nonlocal held
        story = replace(held.story, task=f"{held.story.task} And so it went on.")
        held = services.save(story, base=held.revision, via=Via.WEB)

    is_readable = {
        address: client.get(address).status_code != HTTPStatus.METHOD_NOT_ALLOWED
        for address in addresses()
    }
    pages = [address for address, readable in is_readable.items() if readable]
    yield from _slowest_first(
        timed(f"page {each}", lambda each=each: get(each), runs=_RUNS, budget=BUDGET)  # type: ignore[misc]
        for each in pages
    )
    after = (
        timed(
            f"after a save, {each}",
            lambda each=each: get(each),  # type: ignore[misc]
            runs=_RUNS_AFTER_A_SAVE,
            before=save,
        )
        for each in pages
    )
    yield from (each for each in _slowest_first(after) if each.median > BUDGET)


def _slowest_first(found: Iterator[Figure]) -> list[Figure]:
    return sorted(found, key=lambda each: each.median, reverse=True)
