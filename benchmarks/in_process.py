"""Time of the pure parts and of the bank itself, warm, in a bank of 200 stories."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.figure import Figure, timed
from storyloop import guide


def figures() -> Iterator[Figure]:
    """Fill the bank that STORYLOOP_BANK names, and yield the figures."""
    from storyloop.bank.opening import open_bank

    open_bank()
    from storyloop.bank import judgements, queries, services
    from storyloop.bank.models import Via
    from storyloop.planning import coverage, prepare
    from tests.grown import YEARS, grow

    grow(YEARS)
    judgements.catch_up()  # as the clerk does while the pages are served
    bank = [each.story for each in queries.stories()]
    amazon = guide.framework()
    yield timed("coverage of 200 stories", lambda: coverage(bank, amazon), runs=20)
    yield timed("prepare from 200 stories", lambda: prepare(bank), runs=20)
    yield timed("prepare --fewest from 200 stories", lambda: prepare(bank, fewest=True), runs=10)
    yield timed("read 200 stories from the bank", queries.stories, runs=20)

    held, n = queries.held(bank[0].id), 0

    def save() -> None:
        nonlocal held, n
        n += 1
        held = services.save(replace(held.story, headline=f"{n}"), base=held.revision, via=Via.WEB)

    yield timed("save a story", save, runs=50)
