"""The ids that a story may refer to. The guide knows them; this layer only checks against them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The known ids, by kind, in the guide's order."""

    principles: tuple[str, ...]
    situations: tuple[str, ...]
    archetypes: tuple[str, ...]
