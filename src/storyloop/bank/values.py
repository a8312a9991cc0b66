"""What the bank hands out: a story as it is held now, and as it was."""

from dataclasses import dataclass
from datetime import datetime

from storyloop.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A story as the bank holds it now."""

    story: Story
    revision: int
    saved_at: datetime
    removed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A story as it was at one revision, and how it came to be so."""

    story: Story
    number: int
    saved_at: datetime
    event: str
    via: str
