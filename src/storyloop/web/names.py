"""Ids as people read them: a name, and where the guide explains it."""

from dataclasses import dataclass
from functools import cache

from django.urls import reverse

from storyloop import guide


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An id with its name; `address` is empty where the guide does not know the id."""

    id: str
    name: str
    address: str = ""


@cache
def _principles() -> dict[str, Named]:
    page = reverse("web:principles")
    found: dict[str, Named] = {}
    for frame in guide.frameworks():
        for each in frame.principles:
            address = f"{page}?framework={frame.id}#{each.id}"
            found[each.id] = Named(id=each.id, name=each.name, address=address)
    return found


@cache
def _situations() -> dict[str, Named]:
    page = reverse("web:situations")
    return {s.id: Named(id=s.id, name=s.name, address=f"{page}#{s.id}") for s in guide.situations()}


@cache
def _archetypes() -> dict[str, Named]:
    page = reverse("web:archetypes")
    return {a.id: Named(id=a.id, name=a.name, address=f"{page}#{a.id}") for a in guide.archetypes()}


def principle(principle_id: str) -> Named:
    """Return the name of a principle."""
    return _principles().get(principle_id) or Named(id=principle_id, name=principle_id)


def situation(situation_id: str) -> Named:
    """Return the name of a situation."""
    return _situations().get(situation_id) or Named(id=situation_id, name=situation_id)


def archetype(archetype_id: str) -> Named:
    """Return the name of an archetype."""
    return _archetypes().get(archetype_id) or Named(id=archetype_id, name=archetype_id)
