"""Finds answers that tell what you would do in place of what you did.

What it does
Reports a text that was read as a plan for an imagined case ("I would", "if that happened") rather
than an episode, at the sentences that show it.

Why
A question that begins with "tell me about a time" asks for evidence. In 62 real interviews only
23 % of the answers to such questions were stories (Bangerter, Corvalan and Cavin, 2014), and an
intention, however sensible, is none.

Example
"If two of my drivers fell out I would speak to each of them alone and then put them on one route."

Use instead
"Two of my drivers stopped speaking in the autumn. I rode a morning with each of them and then put
both on the coast route for a week."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule


def _find(draft: Draft) -> Iterator[Hit]:
    reading = draft.reading
    if reading.kind == "hypothetical" and reading.sentences:
        for place in reading.evidence or (0,):
            sentence = reading.sentences[place]
            yield Hit(start=sentence.start, end=sentence.end)


RULE = Rule(
    code="S11",
    name="hypothetical",
    family="structure",
    severity="error",
    cost=20,
    most=20,
    message="This tells what you would do; the question asks what you did.",
    remedy=(
        "Tell a time when something like it happened to you. If nothing did, say so and take the "
        "nearest thing that has."
    ),
    find=_find,
)
