"""The questions: as many, as varied and as unlike each other as they are meant to be."""

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from storyloop import guide
from training import bank
from training.questions import CUES, GOLD, QUESTIONS, TUNING, Labelled, questions

PRINCIPLES = {each.id for each in guide.framework(guide.DEFAULT_FRAMEWORK).principles}
SITUATIONS = {each.id for each in guide.situations()}
LEVELS = {"any", "entry", "mid", "senior", "executive"}
ROLES = frozenset(
    "any product engineering data design sales marketing operations support finance people "
    "research health education public trades legal".split()
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
# The words that hold a question together; what is left of it is what it is about.
_FRAME = frozenset(
    "a about after all also an and any are as at back be because been before but by came can could "
    "describe did do done down ever example for from get give go got had has have he her him his "
    "how i i'd i'm if in into is it it's its just last like made me more most my new no not now of "
    "off on one only or other our out over own put said same share she so some talk tell than that "
    "that's the their them then there they they'd think this those through time times to too took "
    "two uh um up us very walk was we we'd well went were what what's when where which while who "
    "whom whose why will with would yeah you you'd you're you've your didn't don't".split()
)


@cache
def every() -> list[Labelled]:
    """Return all questions of all files, the held-back ones too."""
    return [each for folder in (QUESTIONS, GOLD, TUNING) for each in questions(folder)]


def behavioural(folder: Path = QUESTIONS) -> list[Labelled]:
    return [each for each in questions(folder) if each.principles]


def test_there_are_as_many_as_the_model_needs() -> None:
    assert len(behavioural()) >= 1_400
    assert sum(not each.principles for each in questions()) >= 250


def test_there_are_enough_for_each_principle_and_each_situation() -> None:
    firsts = Counter(each.principles[0] for each in behavioural())
    assert firsts.keys() == PRINCIPLES
    assert min(firsts.values()) >= 70
    asked = Counter(name for each in behavioural() for name in each.situations)
    assert asked.keys() == SITUATIONS
    assert min(asked.values()) >= 30


def test_enough_are_held_back_to_measure_by() -> None:
    gold = behavioural(GOLD)
    firsts = Counter(each.principles[0] for each in gold)
    asked = Counter(name for each in gold for name in each.situations)
    assert firsts.keys() == PRINCIPLES
    assert min(firsts.values()) >= 20
    assert asked.keys() == SITUATIONS
    assert min(asked.values()) >= 20
    assert sum(not each.principles for each in questions(GOLD)) >= 60


@pytest.mark.parametrize("folder", [QUESTIONS, GOLD, TUNING, CUES], ids=lambda each: each.name)
def test_every_label_is_known(folder: Path) -> None:
    for each in questions(folder):
        assert len(each.principles) <= 3, each.text
        assert len(each.situations) <= 2, each.text
        for given, known in ((each.principles, PRINCIPLES), (each.situations, SITUATIONS)):
            assert set(given) <= known, each.text
            assert len(set(given)) == len(given), each.text
        assert each.principles or not each.situations, each.text
        assert each.level in LEVELS | {"cue"}, each.text
        assert each.role in ROLES, each.text
        assert each.text == each.text.strip()
        assert each.text


def test_they_are_for_every_level_and_kind_of_work() -> None:
    assert {each.level for each in behavioural()} == LEVELS
    assert {each.role for each in behavioural()} == ROLES


def test_they_are_worded_in_many_ways() -> None:
    found = [each.text for each in behavioural()]
    openings = Counter(" ".join(text.lower().split()[:3]) for text in found)
    assert openings.most_common(1)[0][1] <= 0.15 * len(found)
    lengths = [len(text.split()) for text in found]
    assert min(lengths) <= 4
    assert max(lengths) >= 50
    spoken = [text for text in found if text == text.lower() and not re.search(r"[.?!]", text)]
    assert len(spoken) >= 0.03 * len(found)
    assert sum(text.count("?") >= 2 for text in found) >= 100


def test_no_two_share_most_of_their_content_words() -> None:
    """Nor does one hold most of another that has five content words or more."""
    contents = [content(each.text) for each in every()]
    alike = [
        f"{every()[a].file}: {every()[a].text}\n{every()[b].file}: {every()[b].text}"
        for a, b in sharing(contents)
        if is_alike(contents[a], contents[b])
    ]
    assert not alike, "\n\n".join(["rewrite one of each two:", *alike])


def content(text: str) -> frozenset[str]:
    """Return what a question is about; where that is nothing, all its words."""
    words = frozenset(_WORD.findall(text.lower().replace("’", "'")))
    return words - _FRAME or words


def is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer, more = sorted((len(one), len(other)))
    return len(one & other) > 0.8 * (fewer if fewer >= 5 else more)


def sharing(contents: list[frozenset[str]]) -> set[tuple[int, int]]:
    """Return the places of all pairs of which one's content might lie mostly in the other's.

    More than 80 % of n words cannot be shared without one of the n // 5 + 1 rarest of them.
    """
    times = Counter(word for each in contents for word in each)
    holders = defaultdict(list)
    for place, each in enumerate(contents):
        for word in each:
            holders[word].append(place)
    found = set()
    for place, each in enumerate(contents):
        rarest = sorted(each, key=lambda word: (times[word], word))[: len(each) // 5 + 1]
        found |= {
            (min(place, other), max(place, other))
            for word in rarest
            for other in holders[word]
            if other != place
        }
    return found


def test_the_search_for_pairs_overlooks_none() -> None:
    contents = [content(each.text) for each in every()[::8]]
    by_hand = {
        (a, b)
        for a, b in combinations(range(len(contents)), 2)
        if len(contents[a] & contents[b]) > 0.8 * min(len(contents[a]), len(contents[b]))
    }
    assert by_hand
    assert by_hand <= sharing(contents)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Your cleverest shortcut?", "Tell me about your cleverest shortcut.", True),
        ("Do you have any questions for me?", "Have you any questions for us?", True),
        ("Who outgrew you?", "Somebody outgrew your team. How did you help?", False),
        (
            "When did you mend a broken promise to a furious customer?",
            "You once mended a broken promise to a furious customer. Was it worth your while?",
            False,
        ),
        (
            "When did you keep a broken promise to a furious customer?",
            "Did you ever keep a broken promise to a furious customer, and was it worth the cost?",
            True,
        ),
    ],
)
def test_what_counts_as_alike(one: str, other: str, *, alike: bool) -> None:
    assert is_alike(content(one), content(other)) == alike


def test_the_bank_that_users_browse_has_enough_of_everything() -> None:
    found = guide.questions()
    assert len(found) >= 600
    firsts = Counter(each.principles[0] for each in found)
    assert firsts.keys() == PRINCIPLES
    assert min(firsts.values()) >= 30
    assert {name for each in found for name in each.situations} == SITUATIONS
    assert {each.level for each in found} == LEVELS
    assert {each.role for each in found} == ROLES


def test_every_question_of_the_bank_is_there_once_and_reads_well() -> None:
    found = guide.questions()
    assert len({each.id for each in found}) == len(found)
    assert len({each.text for each in found}) == len(found)
    for each in found:
        assert re.fullmatch(r"[0-9a-f]{8}", each.id)
        assert each.text[0].isupper(), each.text
        assert each.text[-1] in ".?!", each.text
        assert 7 <= len(each.text.split()) <= 40, each.text


def test_the_questions_of_the_bank_are_training_questions_with_their_labels() -> None:
    labelled = {each.text: each for each in questions()}
    for each in guide.questions():
        known = labelled[each.text]
        assert (each.principles, each.situations) == (known.principles, known.situations)
        assert (each.level, each.role) == (known.level, known.role)


def test_the_bank_is_what_training_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = tmp_path / "questions.txt"
    shipped = bank.TARGET.read_text(encoding="utf-8")
    monkeypatch.setattr(bank, "TARGET", written)
    bank.main()
    assert written.read_text(encoding="utf-8") == shipped, "run `python -m training.bank`"
