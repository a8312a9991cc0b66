"""Chooses the questions that people browse: `python -m training.bank`.

Of every author and for every principle those that read well on a page: whole sentences as they are
written, neither very short nor long, as varied in level and kind of work as there are.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import zip_longest
from pathlib import Path

from storyloop import guide
from training import intents
from training.questions import Labelled, questions

TARGET = Path(guide.__file__).parent / "data" / "questions.txt"
OF_EACH = 42
_FEWEST, _MOST = 7, 40
_HEAD = """# The bank of behavioural questions, written for this project, with what each tests.
# id | principles | situations | level | role | question
# Chosen from training/questions by `python -m training.bank`; mend a question there.
"""


def main() -> None:
    """Write the bank and print how many questions there are of each principle."""
    every = questions()
    known = {word for words in intents.words(every) for word in words}
    found = [each for each in every if each.principles and _reads_well(each.text, known)]
    rows = []
    for principle in guide.framework(guide.DEFAULT_FRAMEWORK).principles:
        mine = [each for each in found if each.principles[0] == principle.id]
        rows += _by_turns(mine)[:OF_EACH]
    TARGET.write_text(_HEAD + "".join(map(_line, rows)), encoding="utf-8")
    counts = Counter(name for each in rows for name in (each.principles[0], *each.situations))
    print(len(rows), "questions;", ", ".join(f"{name} {n}" for name, n in sorted(counts.items())))


def _reads_well(text: str, known: Container[str]) -> bool:
    words = text.split()
    letters = re.findall(r"[a-z]{3,}", text)
    return (
        text[0].isupper()
        and text[-1] in ".?!"
        and _FEWEST <= len(words) <= _MOST
        and not {"um", "uh", "like,"} & {word.lower().strip(",") for word in words}
        and "would of" not in text
        and all(word in known for word in letters)
    )


def _by_turns(found: Sequence[Labelled]) -> list[Labelled]:
    """Return one of each author in turn; of each author those with a situation first."""
    authors = sorted({each.file for each in found})
    piles = [
        sorted((each for each in found if each.file == author), key=lambda q: not q.situations)
        for author in authors
    ]
    return [each for turn in zip_longest(*piles) for each in turn if each is not None]


def _line(question: Labelled) -> str:
    name = hashlib.sha256(question.text.encode()).hexdigest()[:8]
    columns = (
        name,
        ",".join(question.principles),
        ",".join(question.situations) or "-",
        question.level,
        question.role,
        question.text,
    )
    return " | ".join(columns) + "\n"


if __name__ == "__main__":
    main()
