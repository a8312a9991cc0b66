"""As many stories as asked for, no two alike."""

from dataclasses import replace

from storyloop import guide
from storyloop.story import Story


def stories(count: int) -> list[Story]:
    """Return own stories: the samples, each told otherwise and declared for other questions."""
    situations, principles = guide.vocabulary().situations, guide.framework().principles
    found = []
    for n in range(count):
        sample = guide.samples()[n % len(guide.samples())]
        found.append(
            replace(
                sample,
                id=f"mine-{n}",
                title=f"{sample.title} ({n})",
                situation=f"This was case {n} of that year. {sample.situation}",
                situations=tuple(situations[(n * 7 + k * 4) % len(situations)] for k in range(3)),
                principles=tuple(
                    principles[(n * 5 + k * 3) % len(principles)].id for k in range(3)
                ),
                sample=False,
                source="",
            )
        )
    return found
