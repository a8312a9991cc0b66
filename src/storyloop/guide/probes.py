"""What a probe is about, by the cue words in it."""

import re

from storyloop.guide.model import ProbeKind

# The first kind with a cue in the question is its kind. Cues stand for whole words; kinds whose
# cues are rarer in other questions come first.
CUES: tuple[tuple[ProbeKind, tuple[str, ...]], ...] = (
    ("learning", ("learn", "learned", "learnt", "lesson", "differently", "do it again", "regret")),
    ("prevention", ("prevent", "prevents", "prevented", "again", "recur", "recurs", "recurrence")),
    (
        "alternative",
        ("why not", "instead", "rather", "alternative", "alternatives", "why did you not"),
    ),
    ("why-hard", ("hard", "harder", "hardest", "difficult", "difficulty", "tricky", "complex")),
    (
        "measure",
        ("measure", "measured", "do you know", "did you know", "prove", "figure", "evidence"),
    ),
    ("role", ("yourself", "personally", "your part", "your role", "your own")),
    ("people", ("colleague", "colleagues", "team", "teams", "say", "said", "react", "reaction")),
)


def kind_of(question: str) -> ProbeKind | None:
    """Return what `question` is about by the cue words in it, or None without a cue."""
    words = " ".join(["", *re.findall(r"\w+", question.casefold()), ""])
    return next(
        (kind for kind, cues in CUES if any(f" {cue} " in words for cue in cues)),
        None,
    )
