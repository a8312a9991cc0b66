"""Where the deeds of a story begin, whatever its sentences were read as."""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.reading import Sentence

# A sentence before the first deed that is read as action with less confidence sets the scene.
_SURE = 0.9


def deeds(draft: Draft) -> Iterator[Sentence]:
    """Yield the sentences of action, without those before the first deed that tell none.

    "Some of them had been clients for years" is easily read as action where no deed follows.
    """
    begun = False
    for sentence in draft.sentences("action"):
        begun = begun or sentence.voice not in {"they", "nobody"} or sentence.confidence >= _SURE
        if begun:
            yield sentence
