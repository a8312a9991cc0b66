"""The tables of the scorecard."""

from __future__ import annotations

import random
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from storyloop.critique import RULES, Critique, Draft, Rule, critique
from storyloop.reading.kind import KINDS
from storyloop.reading.values import PARTS
from storyloop.reading.word_tags import tagged
from training.floors import by_position, majority

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from training.scorecard import Held

    Guess = Callable[[Held, list[str]], list[int]]

_STYLES = ("prose", "bullets", "spoken")
_ALIKE = 0.2


def parts(held: Sequence[Held]) -> Iterator[str]:
    """Yield the tables of the sentence tagger."""
    stories = [each for each in held if each.text.kind == "story"]
    rows = [
        ("the tagger", _tagged),
        ("the same, each sentence alone", _alone),
        ("the same, sentences shuffled", _shuffled),
        *_FLOORS,
    ]
    sentences = sum(len(each.text.pieces) for each in stories)
    files = len({each.text.file for each in stories})
    yield "## Which part a sentence belongs to"
    yield f"{len(stories)} stories and weaker variants, {sentences} sentences, {files} files."
    confusions = {name: _confusion(stories, guess) for name, guess in rows}
    yield _table(
        ("", "accuracy", "macro-F1", *PARTS),
        (
            (name, _share(_accuracy(c)), _share(float(np.mean(_f1(c)))), *map(_share, _f1(c)))
            for name, c in confusions.items()
        ),
    )
    yield _table(
        ("accuracy in", *_STYLES, "order kept", "out of order or a part missing"),
        ((name, *_by_group(stories, guess)) for name, guess in rows),
    )
    exact = sum(_tagged(e, _said(e)) == _gold(e) for e in stories) / len(stories)
    yield f"Whole answers without one wrong sentence: {_share(exact)}."


def parts_apart(apart: Sequence[Held]) -> Iterator[str]:
    """Yield the same figures on the texts that were written apart, in short."""
    stories = [each for each in apart if each.text.kind == "story"]
    confusion = _confusion(stories, _tagged)
    yield "### On texts written apart"
    yield (
        f"{len(stories)} stories and weaker variants, {confusion.sum()} sentences, "
        f"{len({each.text.file for each in stories})} files in `training/held`, whose writers had "
        "seen neither the other texts nor the program; the shipped model, fitted to none of them."
    )
    exact = sum(_tagged(e, _said(e)) == _gold(e) for e in stories) / len(stories)
    yield _table(
        ("", "accuracy", "macro-F1", *PARTS, *_STYLES, "whole answers"),
        [
            (
                "the tagger",
                _share(_accuracy(confusion)),
                _share(float(np.mean(_f1(confusion)))),
                *map(_share, _f1(confusion)),
                *list(_by_group(stories, _tagged))[: len(_STYLES)],
                _share(exact),
            ),
            *(
                (
                    name,
                    _share(_accuracy(floor)),
                    _share(float(np.mean(_f1(floor)))),
                    *map(_share, _f1(floor)),
                    *list(_by_group(stories, guess))[: len(_STYLES)],
                    "",
                )
                for name, guess in _FLOORS
                for floor in [_confusion(stories, guess)]
            ),
        ],
    )


def kinds(held: Sequence[Held]) -> Iterator[str]:
    """Yield the table of the kinds of text."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in held:
        said = each.reader.encoder.encode(_said(each))
        counts[each.text.kind, each.reader.kinds.decide(said)[0]] += 1
    right = sum(n for (gold, found), n in counts.items() if (gold == "story") == (found == "story"))
    stories = sum(n for (gold, _), n in counts.items() if gold == "story")
    yield "## Whether a text is a story"
    yield (
        f"Story or not: accuracy {_share(right / counts.total())} on {counts.total()} texts "
        f"(floor, always a story: {_share(stories / counts.total())})."
    )
    yield _table(
        ("is", *(f"read as {kind}" for kind in KINDS)),
        ((gold, *(str(counts[gold, found]) for found in KINDS)) for gold in KINDS),
    )


def rules(judged: Sequence[Held]) -> Iterator[str]:
    """Yield the tables of the linter, on texts that its rules were not tuned on."""
    drafts = {each.text.id: Draft(reading=each.reader.read(each.text.text)) for each in judged}
    found = {key: critique(draft) for key, draft in drafts.items()}
    every = [rule.code for rule in RULES]
    in_all = {key: critique(draft, select=every) for key, draft in drafts.items()}
    yield "## What the rules find"
    yield (
        f"{len(judged)} texts in {len({each.text.file for each in judged})} files, those written "
        "apart: whoever wrote them had seen no rule, and whoever wrote a rule had seen none of "
        "them. Their parts are found by the tagger."
    )
    all_rows = (_rule_row(rule, judged, in_all) for rule in RULES)
    rows = [row for row in all_rows if row is not None]
    yield _table(
        ("code", "rule", "texts with the flaw", "found in", "precision", "recall"),
        ((code, name, str(n), str(m), _share(p), _share(r)) for code, name, n, m, p, r in rows),
    )
    yield (
        f"Median over rules: precision {_share(median(row[4] for row in rows))}, "
        f"recall {_share(median(row[5] for row in rows))}. A rule in preview is off unless it is "
        "selected: it is not yet right often enough; the figures below leave it out."
    )
    plain = [each for each in judged if each.text.kind == "story" and not each.text.flaws]
    errors = sum(
        finding.severity == "error" for e in plain for finding in found[e.text.id].findings
    )
    yield f"Findings of severity error in the {len(plain)} unflawed stories: {errors}."
    yield _pairs(judged, found)


_FLOORS: tuple[tuple[str, Guess], ...] = (
    ("floor: cut at the usual shares", lambda _, said: by_position(_words(said))),
    ("floor: always the action", lambda _, said: majority(_words(said))),
)


def _rule_row(
    rule: Rule, judged: Sequence[Held], found: dict[str, Critique]
) -> tuple[str, str, int, int, float, float] | None:
    kinds_of = {rule.name} | ({"other"} if rule.name == "no-episode" else set())
    gold = {e.text.id for e in judged if rule.name in e.text.flaws or e.text.kind in kinds_of}
    hits = {key for key, c in found.items() if any(f.name == rule.name for f in c.findings)}
    if not gold:
        return None
    both = len(gold & hits)
    name = f"{rule.name} (preview)" if rule.preview else rule.name
    return (
        rule.code,
        name,
        len(gold),
        len(hits),
        both / len(hits) if hits else 1.0,
        both / len(gold),
    )


def _pairs(judged: Sequence[Held], found: dict[str, Critique]) -> str:
    words = {each.text.id: len(each.text.text.split()) for each in judged}
    pairs = [(each.text.of, each.text.id) for each in judged if each.text.of]
    near = [
        (strong, weak)
        for strong, weak in pairs
        if abs(words[strong] - words[weak]) < _ALIKE * max(words[strong], words[weak])
    ]

    def wins(of: Iterable[tuple[str, str]]) -> float:
        return float(np.mean([_strength(found[s]) > _strength(found[w]) for s, w in of]))

    return (
        f"The stronger of two tellings has the greater strength in {_share(wins(pairs))} of "
        f"{len(pairs)} pairs, and in {_share(wins(near))} of the {len(near)} whose lengths differ "
        "by less than 20 %."
    )


def _strength(found: Critique) -> int:
    return found.strength if found.strength is not None else 0


def _said(each: Held) -> list[str]:
    return each.text.sentences


def _gold(each: Held) -> list[int]:
    return [PARTS.index(part) for _, part in each.text.pieces]


def _words(said: Iterable[str]) -> list[int]:
    return [len(sentence.split()) for sentence in said]


def _tagged(each: Held, said: list[str]) -> list[int]:
    model = each.reader.parts
    sentences = [tagged(sentence, 0, len(sentence)) for sentence in said]
    found = model.decode(model.scores(each.reader.encoder.encode(said), _words(said), sentences))
    return [PARTS.index(part) for part, _ in found]


def _alone(each: Held, said: list[str]) -> list[int]:
    return [_tagged(each, [sentence])[0] for sentence in said]


def _shuffled(each: Held, said: list[str]) -> list[int]:
    order = list(range(len(said)))
    random.Random(each.text.id).shuffle(order)  # noqa: S311 - the same order each time is meant
    found = _tagged(each, [said[place] for place in order])
    back = dict(zip(order, found, strict=True))
    return [back[place] for place in range(len(said))]


def _confusion(stories: Iterable[Held], guess: Guess) -> np.ndarray:
    counts = np.zeros((len(PARTS), len(PARTS)), dtype=int)
    for each in stories:
        np.add.at(counts, (_gold(each), guess(each, _said(each))), 1)
    return counts


def _accuracy(counts: np.ndarray) -> float:
    return float(counts.trace() / max(counts.sum(), 1))


def _f1(counts: np.ndarray) -> list[float]:
    both = counts.sum(axis=0) + counts.sum(axis=1)
    return [float(x) for x in 2 * counts.diagonal() / np.maximum(both, 1)]


def _by_group(stories: Sequence[Held], guess: Guess) -> Iterator[str]:
    for style in _STYLES:
        yield _share(_accuracy(_confusion([s for s in stories if s.text.style == style], guess)))
    for kept in (True, False):
        yield _share(_accuracy(_confusion([s for s in stories if _ordered(s) == kept], guess)))


def _ordered(each: Held) -> bool:
    gold = _gold(each)
    return gold == sorted(gold) and set(range(4)) <= set(gold)


def _share(value: float) -> str:
    return f"{value:.3f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines)
