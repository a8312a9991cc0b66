"""Reading and critique of texts that nobody would write: no exception, and every span is valid.

`make test` tries 100 of them, `make soak` 100,000; there it is also seen that four times the text
takes no more than eight times as long.
"""

import os
import random
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import cycle
from multiprocessing import get_context

import pytest

from storyloop.critique import RULES, Draft, critique
from storyloop.reading import PARTS, Reading, read
from tests.unit.critique.test_critique import assert_valid as assert_valid_critique
from tests.unit.reading.test_read import assert_valid
from training.texts import labelled

SOAK = bool(os.environ.get("STORYLOOP_SOAK"))
TEXTS, BATCH = (100_000, 500) if SOAK else (100, 100)
LIMIT = 1_000_000
# Where characters are drawn from: most texts mix a few of these, some hold any code point at all.
ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz ",
    "0123456789.,%£$-/: ",
    ".!?…,;:—–-'\"’“”()[]{}*_#\\|",
    " \t\n\r\x0b\x0c\x85\u00a0\u2028\u2029\u200b\ufeff",
    "ßİıſÅéΣ\u0301\u0308\u200d\U0001f3af\U0001f468数字١٢¼²",
    "\0\x01\x1b\x7f\ud800\udfff\uffff\U0010ffff",
)
WORDS = (
    *("I", "we", "they", "was", "by", "from", "to", "not", "because", "and", "£", "%", "million"),
    *("half", "hundred", "\n- ", "\n\n", "1.", "“", "”", "without me", "usually", "would"),
)


@cache
def stories() -> list[str]:
    return [text.text for text in labelled()]


def characters(chance: random.Random, size: int) -> str:
    if chance.random() < 0.2:
        return "".join(chr(chance.randrange(0x110000)) for _ in range(min(size, 20_000)))
    drawn = "".join(chance.sample(ALPHABETS, chance.randint(1, 3)))
    return "".join(chance.choices(drawn, k=size))


def heap(chance: random.Random, size: int) -> str:
    return " ".join(chance.choices(WORDS, k=size // 4))


def repeated(chance: random.Random, size: int) -> str:
    piece = characters(chance, chance.randint(1, 6)) or "x"
    return f"I rang. {(piece * size)[:size]} They came."


def mutated(chance: random.Random, size: int) -> str:
    text = chance.choice(stories())
    while len(text) < size:
        text += "\n\n" + chance.choice(stories())
    for _ in range(chance.randint(1, 8)):
        text = chance.choice(MUTATIONS)(chance, text)[: 2 * size + 2000]
    return text


def _piece(chance: random.Random, text: str) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randint(0, 80))


def _deleted(chance: random.Random, text: str) -> str:
    start, end = _piece(chance, text)
    return text[:start] + text[end:]


def _doubled(chance: random.Random, text: str) -> str:
    start, end = _piece(chance, text)
    return text[:end] + text[start:end] * chance.randint(1, 9) + text[end:]


def _swapped(chance: random.Random, text: str) -> str:
    start, end = _piece(chance, text)
    return text[end:] + text[start:end] + text[:start]


def _inserted(chance: random.Random, text: str) -> str:
    start, _ = _piece(chance, text)
    return text[:start] + characters(chance, chance.randint(1, 30)) + text[start:]


def _bracketed(chance: random.Random, text: str) -> str:
    start, end = _piece(chance, text)
    depth = chance.randint(1, 500)
    return text[:start] + "(" * depth + text[start:end] + ")" * depth + text[end:]


def _digits(chance: random.Random, text: str) -> str:
    return "".join(chance.choice("0123456789") if c.isalpha() else c for c in text)


def _marks(chance: random.Random, text: str) -> str:
    return "".join(chance.choice(ALPHABETS[2]) if c.isalpha() else c for c in text)


MUTATIONS: tuple[Callable[[random.Random, str], str], ...] = (
    *(_deleted, _doubled, _swapped, _inserted, _bracketed) * 3,
    lambda _, text: text.replace(" ", ""),
    lambda _, text: text.lower().replace(".", ""),
    lambda _, text: text.upper(),
    lambda _, text: text.replace(" ", "\n"),
    _digits,
    _marks,
)
SORTS: tuple[Callable[[random.Random, int], str], ...] = (
    *(mutated,) * 6,
    characters,
    characters,
    heap,
    repeated,
)


def made(number: int) -> str:
    """Return the text of a number: most are short, one in a thousand has up to a megabyte."""
    chance = random.Random(number)  # noqa: S311 - texts, not secrets
    if number % 1000 == 999:
        size = chance.randint(100_000, LIMIT)
    elif number % 50 == 49:
        size = chance.randint(3_000, 30_000)
    else:
        size = chance.randint(0, 3_000)
    return chance.choice(SORTS)(chance, size)[:LIMIT]


def as_story(reading: Reading) -> Draft:
    """Return the draft of a text as if it told an episode, as most rules look at nothing else."""
    parts = cycle(("action", *PARTS))
    sentences = tuple(
        replace(sentence, part=part)
        for sentence, part in zip(reading.sentences, parts, strict=False)
    )
    question = "Tell me about a conflict with a customer."
    return Draft(reading=replace(reading, kind="story", sentences=sentences), question=question)


def faults(first: int) -> list[str]:
    """Try a batch of texts, and return what went wrong, by the number of the text."""
    found = []
    for number in range(first, first + BATCH):
        text = made(number)
        try:
            reading = read(text)
            assert_valid(reading)
            for draft in (Draft(reading=reading, question=text[:200]), as_story(reading)):
                assert_valid_critique(critique(draft), draft)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            found.append(f"made({number}): {type(error).__name__}: {error}"[:500])
    return found


@pytest.mark.soak
def test_no_text_makes_reading_or_critique_fail() -> None:
    starts = range(0, TEXTS, BATCH)
    if not SOAK:
        assert [fault for start in starts for fault in faults(start)] == []
        return
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        assert [fault for each in pool.map(faults, starts) for fault in each] == []


def test_the_texts_are_the_same_each_time_and_of_all_sorts() -> None:
    texts = [made(number) for number in range(200)]
    assert texts == [made(number) for number in range(200)]
    assert len(set(texts)) > 190
    assert any(not text.isprintable() for text in texts)


PIECES = (
    *("I rang the plant and they came. ", "x", "7 ", ".", "! ", "? ", "(", "“", '"', "I ", "a\n"),
    *("\n", "from 3 to 4 ", "5 % ", "1,", "and ", "because ", "- x\n", "ABC ", "not ", "A.", "\t"),
)


def seconds(act: Callable[[], object]) -> float:
    """Return the shortest of three calls."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.skipif(not SOAK, reason="time is measured by `make soak` only")
@pytest.mark.soak
@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_at_most_eight_times_as_long(piece: str) -> None:
    size = 40_000
    short, long = (f"I rang.{(piece * n)[:n]}They came." for n in (size, 4 * size))
    acts: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "read": (lambda: read(short), lambda: read(long))
    }
    drafts = as_story(read(short)), as_story(read(long))
    for each in RULES:
        acts[each.name] = (
            lambda each=each: list(each.find(drafts[0])),  # type: ignore[misc]
            lambda each=each: list(each.find(drafts[1])),  # type: ignore[misc]
        )
    # Below a tenth of a second it is the clock that is measured.
    assert [
        name
        for name, (once, fourfold) in acts.items()
        if (longer := seconds(fourfold)) > 0.1 and longer > 8 * seconds(once)
    ] == []
