"""A pattern finds what a compiled one does: in the first texts, in many, in short and long ones."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop.critique.pattern_grammar import alternatives, beginnings, possible
from storyloop.critique.patterns import Pattern

SOURCES = [
    r"\b(?:he|she|they)(?:'d| had)? (?:told|asked) (?:me|us)\b(?! (?:why|how))",
    r"\b(?<!not )(?:an?|the) (?:[a-z]+ )?(?:row|clash)|\bcolou?rs?\b",
    r"(?:^|\n)(?:- )?(?:calm|good), (?:calm|good)\b|£|€",
    r"\w+n't (?:ever |just ){0,2}?(?:said?|say)|[ab]{2,}c|(?:very )*late",
    r"\b(?:an? (?:\d{1,2}|two)|\d+|two)(?:th)? (?:rows?|time)\b",
    r"\b(?:i(?:'m| am)|we(?:'re| are)) (?=sure|not)(?:not|sure)",
    r"(he|she) (told|asked) \2 (?:me|us)",
    r"\bit (?:was|(?!was)\w+) (?:|so )(?:odd|\(odd\)|[(|]odd)",
]
WORDS = (
    "he she they 'd had told asked me us why how not a an the big row clash colour color colors - "
    "calm, good \n £ didn't ever just said say aabc very late i'm i am we're sure it was is so odd "
    "(odd) |odd it’s é_ 12 2th ٣ two rows time"
).split(" ")
LONG = " and nothing was to be seen of it" * 8


def spans(pattern: Pattern | re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("source", SOURCES)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=15), min_size=1, max_size=20))
def test_it_finds_what_a_compiled_one_finds(source: str, texts: list[list[str]]) -> None:
    pattern, compiled = Pattern(source), re.compile(source)
    for words in texts:
        for text in (" ".join(words), " ".join(words) + LONG):
            assert spans(pattern, text) == spans(compiled, text)
            found, expected = pattern.search(text, 3), compiled.search(text, 3)
            assert (found and found.span()) == (expected and expected.span())


def test_its_other_methods_are_those_of_a_compiled_one() -> None:
    pattern = Pattern(r"\b(?:he|she)\b")
    for text in ["she told him", "he", "nobody"] * 5:
        assert bool(pattern.match(text)) == text.startswith(("he", "she"))
        assert bool(pattern.fullmatch(text)) == (text == "he")
        assert pattern.findall(text) == re.findall(r"\b(?:he|she)\b", text)
        assert pattern.sub("it", text) == re.sub(r"\b(?:he|she)\b", "it", text)


def test_case_counts_unless_it_is_told_not_to() -> None:
    assert not Pattern("(?:she|he) told").search("HE TOLD")
    assert Pattern("(?:she|he) told", re.IGNORECASE).search("HE TOLD")


def test_only_what_a_text_can_match_is_left_of_a_choice() -> None:
    choice = "(?:he|she) (?:told|asked) me|(?:very )?late(?! for)|nobody"
    assert possible(choice, "she told me, late") == [
        "(?:he|she) (?:told) me",
        "(?:(?!))?late(?!(?!))",
    ]
    assert possible(choice, "and so on") == []


def test_what_stands_together_is_looked_for_together() -> None:
    assert possible("i (?:told|asked)", "i asked who told") == ["i (?:asked)"]
    # The second of several need not stand where the first does.
    assert possible("i (?:told|asked){2}", "i asked_told") == ["i (?:told|asked){2}"]


@pytest.mark.parametrize(
    ("form", "begun"),
    [
        (r"\b(?:he|she) told", {"he t", "she "}),
        (r"\b(?:he|she)\b", {"he", "sh"}),
        (r"\b(?:very )?late", {"very", "late"}),
        (r"\ban? row", {"a ro", "an r"}),
        (r"\b(?<!not )(?:in|within)\b", {"in", "with"}),
        (r"\b(?:two|\d+) rows", {"two ", r"\d"}),
        (r"\bThe – dash", {"the "}),
        (r"he told", None),
        (r"\b\w+ told", None),
        (r"\bi\w* told", None),
        ("\\bor\nso", None),
    ],
)
def test_what_a_match_begins_with_is_known_or_not(form: str, begun: set[str] | None) -> None:
    assert beginnings(form) == begun


@pytest.mark.parametrize(
    "choice", ["", "a|b", "a||b|", r"a(?:b|c)|\|[|(]d|(?:e(?:f|g)*|h){1,2}", r"[]|]|[^]|]|\(|\)"]
)
def test_the_alternatives_of_a_choice_make_it_up(choice: str) -> None:
    found = alternatives(choice)
    assert "|".join(found) == choice
    for each in found:
        re.compile(each)
