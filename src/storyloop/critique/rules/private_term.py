"""Points out the names that you marked as private.

What it does
Reports each of the story's `private_terms`, and of those in your settings, once, where it first
stands in the text. It costs nothing: on your own machine such names are fine. Sheets, cards and
files that you hand on can leave them out.

Why
You tell the story to people who may know the firm, the customer or the colleague. Seeing where a
name stands, you can decide how you would say it without.

Example
With the private term "Marrow & Finch": "I told Marrow & Finch that the grain was damp."

Use instead
"I told our largest customer, a bakery, that the grain was damp."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.story.private import private_pattern


def _find(draft: Draft) -> Iterator[Hit]:
    terms = (*draft.private_terms, *(draft.story.private_terms if draft.story else ()))
    pattern = private_pattern(terms)
    if pattern is None:
        return
    seen: set[str] = set()
    for match in pattern.finditer(draft.text):
        name = " ".join(match[0].casefold().split())
        if name not in seen:
            seen.add(name)
            yield Hit(start=match.start(), end=match.end())


RULE = Rule(
    code="X02",
    name="private-term",
    family="privacy",
    severity="advice",
    cost=0,
    most=0,
    message="You marked this name as private.",
    remedy=(
        "On your own machine nothing needs doing. Before you show or tell the story, say what they "
        "were instead: “our largest customer”."
    ),
    find=_find,
)
