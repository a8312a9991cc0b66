"""Reading and checking answers, warm, by the thousand and from cold; beside the tools for prose.

proselint and write-good look for other things in a text than we do, and neither reads its parts;
they are here because they are what people know. They are never installed but by `--peers`, into a
folder that goes away.
"""

import json
import shutil
import subprocess
import venv
from collections.abc import Callable, Container, Iterator
from functools import partial
from pathlib import Path
from statistics import fmean

from benchmarks.figure import Figure, timed
from benchmarks.processes import COMMAND
from storyloop import guide

WORDS, ANSWERS = 300, 1000
READ_BUDGET, CHECK_BUDGET, LINES_BUDGET, COLD_BUDGET = 3, 6, 6000, 500
FINE, WITH_FINDINGS, ANY = (0,), (0, 1), range(256)
_PEER_RUNS = 5
_NODE = """
const writeGood = require("write-good");
const { performance } = require("perf_hooks");
const text = require("fs").readFileSync(process.argv[2], "utf8");
const times = [];
for (let n = 0; n < 60; n++) {
  const start = performance.now();
  writeGood(text);
  times.push(performance.now() - start);
}
console.log(JSON.stringify(times.slice(10)));
"""


def answers() -> list[str]:
    """Return answers of 300 words each: the samples of the guide, one after the other."""
    told = [
        f"{story.situation} {story.task} {story.action} {story.result}" for story in guide.samples()
    ]
    words = " ".join(told).split()
    return [" ".join(words[n : n + WORDS]) for n in range(0, len(words) - WORDS + 1, WORDS)]


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the figures of one text, of a thousand, and of a process from cold."""
    from storyloop.critique import critique, draft_of
    from storyloop.reading import read

    texts = answers()
    yield _of_each("read 300 words", read, texts, READ_BUDGET)
    yield _of_each("check 300 words", lambda text: critique(draft_of(text)), texts, CHECK_BUDGET)
    file, lines = folder / "answer.txt", folder / "answers.jsonl"
    file.write_text(texts[0], encoding="utf-8")
    rows = ({"id": f"{n}", "text": texts[n % len(texts)]} for n in range(ANSWERS))
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    yield timed(
        "storyloop check --jsonl, 1,000 answers",
        lambda: _run([*COMMAND, "check", "--jsonl", str(lines)], fine=WITH_FINDINGS),
        runs=3,
        budget=LINES_BUDGET,
    )
    yield timed(
        "storyloop check FILE",
        lambda: _run([*COMMAND, "check", str(file)], fine=WITH_FINDINGS),
        runs=15,
        budget=COLD_BUDGET,
    )


def peers(folder: Path) -> Iterator[Figure | str]:
    """Yield the figures of the peers on the same texts, or a line that says why there is none."""
    file = folder / "answer.txt"
    for peer in (_proselint, _write_good):
        try:
            yield from peer(folder, file)
        except (OSError, subprocess.SubprocessError) as error:
            name = peer.__name__.strip("_").replace("_", "-")
            yield f"{name} cannot be measured here ({type(error).__name__})."


def _of_each(name: str, act: Callable[[str], object], texts: list[str], budget: float) -> Figure:
    """Return the figure of a text, each of `texts` in turn."""
    means = [timed(name, partial(act, text), runs=30) for text in texts]
    return Figure(
        name=name,
        median=fmean(figure.median for figure in means),
        fastest=min(figure.fastest for figure in means),
        slowest=max(figure.slowest for figure in means),
        budget=budget,
    )


def _proselint(folder: Path, file: Path) -> Iterator[Figure]:
    place = folder / "proselint"
    venv.create(place, with_pip=True)
    pip = [str(place / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "install", "proselint"])
    command = [str(place / "bin" / "proselint"), "check", str(file)]
    yield timed("proselint check FILE", lambda: _run(command, fine=ANY), runs=_PEER_RUNS)


def _write_good(folder: Path, file: Path) -> Iterator[Figure]:
    place = folder / "write-good"
    place.mkdir()
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError(2, "npm")
    _run(
        [
            npm,
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(place),
            "write-good",
        ]
    )
    script = place / "time.js"
    script.write_text(_NODE, encoding="utf-8")
    done = _run(["node", str(script), str(file)])
    times = [ms / 1000 for ms in json.loads(done)]
    yield Figure.of("write-good, 300 words", times, None)
    command = [str(place / "node_modules" / ".bin" / "write-good"), str(file)]
    yield timed("write-good FILE", lambda: _run(command, fine=ANY), runs=_PEER_RUNS)


def _run(command: list[str], *, fine: Container[int] = FINE) -> str:
    """Return what a command prints; raise CalledProcessError unless its status is one of `fine`."""
    done = subprocess.run(  # noqa: S603 - our own program, or a peer that was asked for
        command, check=False, capture_output=True, text=True
    )
    if done.returncode not in fine:
        raise subprocess.CalledProcessError(done.returncode, command)
    return done.stdout
