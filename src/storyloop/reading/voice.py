"""Who acts in each clause of a sentence: I, we, they, nobody, or a passive that hides the actor.

A sentence is read once from left to right. Each finite verb makes a clause; so does each of the
pronouns that can only be subjects (I, we, he, she, they), with or without a verb. A clause begins
at the joint (comma, "and", "because") before its subject. A verb without a subject takes that of
the clause it is joined to; where there is none, as in notes ("Rang the client"), I act.

The voice of a sentence is that of its main clause. Where several are joined, I goes before we, we
before they, they before the passive, the passive before nobody: who tells what he did between two
remarks has told what he did. Frames are no main clauses: in "I think the team was right" that is
what I think. A sentence without a main clause has the voice of its first clause.
"""

from itertools import pairwise

from storyloop.reading.clause_grammar import Reader
from storyloop.reading.subjects import RANK
from storyloop.reading.values import Clause, Voice
from storyloop.reading.word_tags import Tagged, tagged


def clauses(text: str, start: int, end: int) -> tuple[Clause, ...]:
    """Return the clauses of the sentence at `text[start:end]`, which they partition."""
    return clauses_of(tagged(text, start, end), start, end) if start < end else ()


def clauses_of(sentence: Tagged, start: int, end: int) -> tuple[Clause, ...]:
    """Return the clauses of a sentence that is tagged already."""
    parts = Reader(sentence).read()
    bounds = [start, *(sentence.starts[part.begin] for part in parts[1:]), end]
    return tuple(
        Clause(start=at, end=until, voice=part.voice, main=part.main)
        for part, (at, until) in zip(parts, pairwise(bounds), strict=True)
    )


def main_voice(clauses: tuple[Clause, ...]) -> Voice:
    """Return who acts in the main clause; "nobody" if there is no clause."""
    voices = [clause.voice for clause in clauses if clause.main]
    if voices:
        return min(voices, key=RANK.__getitem__)
    return clauses[0].voice if clauses else "nobody"
