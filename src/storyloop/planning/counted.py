"""Which stories count: one's own as soon as there is one, the samples until then."""

from collections.abc import Iterable
from dataclasses import dataclass

from storyloop.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The stories that count; `own` and `samples` are how many of each there are."""

    stories: tuple[Story, ...]
    own: int
    samples: int
    with_samples: bool

    @property
    def choice(self) -> bool:
        """Whether one could choose to count the samples or not."""
        return bool(self.own and self.samples)

    @property
    def fiction(self) -> bool:
        """Whether a sample is among those that count."""
        return self.with_samples and bool(self.samples)


def counted(stories: Iterable[Story], *, with_samples: bool = False) -> Counted:
    """Return the stories that count; `with_samples` counts the samples beside one's own.

    A plan for one's own interview must not lean on fiction without saying so.
    """
    found = tuple(stories)
    own = tuple(story for story in found if not story.sample)
    with_samples = with_samples or not own
    return Counted(
        stories=found if with_samples else own,
        own=len(own),
        samples=len(found) - len(own),
        with_samples=with_samples,
    )
