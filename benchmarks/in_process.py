"""Server time of the pages and of the pure parts, warm, on a bank of 200 stories."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks.figure import Figure, timed
from storyloop import guide
from storyloop.story import Story

STORIES, PAGE_BUDGET = 200, 50


def stories() -> list[Story]:
    """Return 200 stories: the samples, each declared for other situations and principles."""
    situations, principles = guide.vocabulary().situations, guide.framework().principles
    found = []
    for n in range(STORIES):
        sample = guide.samples()[n % len(guide.samples())]
        found.append(
            replace(
                sample,
                id=f"{sample.id}-{n}",
                title=f"{sample.title} ({n})",
                situations=tuple(situations[(n * 7 + k * 4) % len(situations)] for k in range(3)),
                principles=tuple(
                    principles[(n * 5 + k * 3) % len(principles)].id for k in range(3)
                ),
                sample=False,
                source="",
            )
        )
    return found


def figures() -> Iterator[Figure]:
    """Fill the bank that STORYLOOP_BANK names, and yield the figures."""
    from storyloop.bank.opening import open_bank

    open_bank()
    from django.test import Client

    from storyloop.bank import queries, services
    from storyloop.bank.models import Via
    from storyloop.planning import coverage, prepare

    bank = stories()
    services.remove_samples(via=Via.WEB)
    for story in bank:
        services.add(story, via=Via.IMPORT)
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
    client = Client(headers={"host": "localhost"})
    shown = bank[0].id
    for page in (
        "/",
        "/stories/",
        f"/stories/{shown}/",
        f"/stories/{shown}/edit/",
        f"/stories/{shown}/history/",
        "/coverage/",
        "/prepare/",
        "/guide/",
        "/guide/principles/",
    ):

        def get(page: str = page) -> None:
            response = client.get(page)
            assert response.status_code == 200, response  # noqa: S101, PLR2004

        yield timed(f"page {page.replace(shown, '...')}", get, runs=20, budget=PAGE_BUDGET)
