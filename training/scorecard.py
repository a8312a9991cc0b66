"""Measures the shipped models and rules on files held back: `python -m training.scorecard`.

Writes docs/scorecard.md; with `--check` says whether it is that of the files as they are now.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from storyloop.reading.encoder import shipped_encoder
from storyloop.reading.kind import shipped_kinds
from storyloop.reading.parts import shipped_parts
from storyloop.reading.read import Reader
from training import asking_measures, crf, kinds, measures
from training.texts import Labelled, labelled

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "scorecard.md"
APART = ROOT / "training" / "held"
FOLDS = 5
_SOURCES = (
    "training/**/*",
    "src/storyloop/reading/**/*",
    "src/storyloop/critique/**/*",
    "src/storyloop/matching/**/*",
    "src/storyloop/guide/samples/*",
    "src/storyloop/guide/data/situations.toml",
    "src/storyloop/guide/data/frameworks/amazon.toml",
)
_DIGEST = "<!-- made from "


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A text, and a reader that was fitted without its file."""

    text: Labelled
    reader: Reader


def held_back() -> Iterator[list[Held]]:
    """Yield each fold: the texts of every fifth file, with a reader fitted to the others."""
    texts = labelled()
    files = sorted({text.file for text in texts})
    fold_of = {file: place % FOLDS for place, file in enumerate(files)}
    with ProcessPoolExecutor() as pool:
        rest = [[t for t in texts if fold_of[t.file] != fold] for fold in range(FOLDS)]
        for fold, reader in enumerate(pool.map(_fitted, rest)):
            yield [Held(text=t, reader=reader) for t in texts if fold_of[t.file] == fold]


def _fitted(texts: Sequence[Labelled]) -> Reader:
    encoder = shipped_encoder()
    read = [encoder.encode(text.sentences) for text in texts]
    return Reader(
        encoder=encoder,
        parts=crf.fit([crf.example(text, encoder) for text in texts if text.kind == "story"]),
        kinds=kinds.fit(read, [text.kind for text in texts]),
    )


def written_apart() -> list[Held]:
    """Return the texts that nothing was fitted to, with the shipped models."""
    reader = Reader(encoder=shipped_encoder(), parts=shipped_parts(), kinds=shipped_kinds())
    return [Held(text=text, reader=reader) for text in labelled(APART)]


def digest() -> str:
    """Return a digest of everything that the figures depend on."""
    found = hashlib.sha256()
    for file in sorted(f for pattern in _SOURCES for f in ROOT.glob(pattern)):
        if file.is_file() and "__pycache__" not in file.parts:
            found.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:16]


def main() -> int:
    """Write the scorecard, or check that it is current; return the exit status."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    if options.parse_args().check:
        if f"{_DIGEST}{digest()} -->" in TARGET.read_text(encoding="utf-8"):
            return 0
        print("docs/scorecard.md is stale: run `make scorecard`", file=sys.stderr)
        return 1
    held = [each for fold in held_back() for each in fold]
    apart = written_apart()
    blocks = [
        *measures.parts(held),
        *measures.parts_apart(apart),
        *measures.kinds([*held, *apart]),
        *measures.rules(apart),
        *asking_measures.tables(),
    ]
    page = "\n\n".join([_HEAD, *blocks, f"{_DIGEST}{digest()} -->"]) + "\n"
    TARGET.write_text(page, encoding="utf-8")
    print(page)
    return 0


_HEAD = """# Scorecard

What the tagger, the kind of a text, the rules of the linter, the question model and the matching
get right on texts that they were not made from. `make scorecard` prints and writes this page. The
stories are in `training/stories`, one file a profession; every fifth file is held back in turn
while the models are fitted to the others (five folds, by file). Where other texts are measured, the
section says which."""


if __name__ == "__main__":
    sys.exit(main())
