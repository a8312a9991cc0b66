"""What the rules find in a draft, for somebody with preferences."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from storyloop.critique import critique

if TYPE_CHECKING:
    from storyloop.bank.values import Preferences
    from storyloop.critique import Critique, Draft


def judged(
    draft: Draft,
    preferences: Preferences,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> Critique:
    """Return the critique of `draft` at the user's pace, with their private terms and rules.

    `select` and `ignore` are those of `critique`; a rule that is selected by name is put to the
    draft even if it is switched off for all stories.
    """
    held = replace(draft, pace=preferences.pace, private_terms=preferences.private_terms)
    off = () if select else preferences.switched_off
    return critique(held, select=select, ignore=[*ignore, *off])
