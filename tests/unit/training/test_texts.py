"""The training texts: as many, as varied and as unlike each other as they are meant to be."""

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

from storyloop.reading.values import PARTS
from training.texts import Labelled, labelled

_WORD = re.compile(r"[a-z']+")
# The words that hold a sentence together; what is left of it is what it is about.
_FRAME = frozenset(
    "a about after all also an and any are as at back be because been before but by came can could "
    "did do done down for from get go got had has have he her him his how i if in into is it its "
    "just like made me more most my new no not now of off on one only or other our out over own "
    "put said same she so some than that the their them then there they this those through to too "
    "took two um uh up us very was we well went were what when where which while who why will with "
    "would yeah you your it's didn't don't i'd i'm they'd we'd".split()
)


@cache
def texts() -> list[Labelled]:
    return labelled()


def stories() -> list[Labelled]:
    return [text for text in texts() if text.kind == "story" and not text.of]


def in_order(text: Labelled) -> bool:
    """Whether all of situation, task, action and result are there, one after the other."""
    places = [PARTS.index(part) for _, part in text.pieces]
    return set(range(4)) <= set(places) and all(a <= b for a, b in pairwise(places))


def test_there_are_as_many_of_each_sort_as_the_models_need() -> None:
    styles = Counter(text.style for text in stories())
    assert len({text.file for text in stories()}) >= 30
    assert len(stories()) >= 360
    assert styles["spoken"] >= 100
    assert styles["bullets"] >= 60
    assert sum(not in_order(text) for text in stories()) >= 60
    assert sum(1 for text in texts() if text.of) >= 250
    assert sum(1 for text in texts() if text.kind != "story") >= 120
    assert {text.level for text in texts()} == {"entry", "mid", "senior", "executive"}


def test_every_id_is_there_once_and_every_variant_has_its_story() -> None:
    ids = Counter(text.id for text in texts())
    assert ids.most_common(1)[0][1] == 1
    assert {text.of for text in texts() if text.of} <= {text.id for text in stories()}


def test_words_run_as_in_real_answers() -> None:
    words: Counter[str] = Counter()
    for text in stories():
        for (start, end), part in text.pieces:
            words[part] += len(text.text[start:end].split())
    shares = {part: words[part] / words.total() for part in PARTS}
    assert 0.14 <= shares["situation"] <= 0.24
    assert 0.08 <= shares["task"] <= 0.18
    assert 0.35 <= shares["action"] <= 0.50
    assert 0.17 <= shares["result"] <= 0.30
    lengths = [len(text.text.split()) for text in stories()]
    assert min(lengths) < 80
    assert max(lengths) > 300


def test_no_two_texts_share_most_of_their_content_words() -> None:
    words = {
        text.id: {w for w in _WORD.findall(text.text.lower()) if w not in _FRAME}
        for text in texts()
    }
    assert not list(_alike(words))


def test_no_two_texts_share_most_of_their_sentence_frames() -> None:
    frames = {
        text.id: {f for s, e in _spans(text) if (f := _frame(text.text[s:e]))} for text in texts()
    }
    assert not list(_alike({key: found for key, found in frames.items() if len(found) > 2}))


def _spans(text: Labelled) -> list[tuple[int, int]]:
    return [(start, end) for start, end, _ in text.lines]


def _frame(sentence: str) -> str:
    """Return the sentence with a dash for each run of words that it is about."""
    frame = " ".join(w if w in _FRAME else "-" for w in _WORD.findall(sentence.lower()))
    frame = re.sub(r"-(?: -)+", "-", frame)
    return frame if len(frame.split()) > 3 else ""


def _alike(sets: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Return the pairs that share more than half of the smaller one, variants aside."""
    holders = defaultdict(list)
    for key, found in sets.items():
        for each in found:
            holders[each].append(key)
    shared: Counter[tuple[str, str]] = Counter()
    for keys in holders.values():
        if len(keys) < len(sets) / 4:
            shared.update((a, b) for i, a in enumerate(keys) for b in keys[i + 1 :])
    return [
        (a, b)
        for (a, b), count in shared.items()
        if count > min(len(sets[a]), len(sets[b])) / 2 and a.rstrip("wv") != b.rstrip("wv")
    ]
