"""Every rule has a manual page, a place in the table, and texts on which it fires and is silent."""

import re
from pkgutil import iter_modules
from typing import get_args

import pytest

from storyloop.critique import RULES, Rule, critique, manual, named, rule, rules
from storyloop.critique.rule import Family, Severity
from tests.unit.critique import test_private_term, test_story_rules
from tests.unit.critique.cases import CASES, cases

# They need a story: its ledger, follow-ups, principles or private terms; their cases are tests.
OF_STORIES = {
    each.name
    for tests in (test_story_rules, test_private_term)
    for each in vars(tests).values()
    if isinstance(each, Rule)
}
WITH_CASES = [each for each in RULES if each.name not in OF_STORIES]
# Advice that costs nothing is a note.
COSTS = {"error": range(12, 21), "warning": range(4, 11), "advice": range(4)}
HEADINGS = ("What it does", "Why", "Example", "Use instead")
every_rule = pytest.mark.parametrize("each", RULES, ids=lambda each: each.name)


@pytest.mark.parametrize("each", WITH_CASES, ids=lambda each: each.name)
def test_a_rule_fires_where_it_should_and_nowhere_else(each: Rule) -> None:
    found = cases(each.name)
    for case in found:
        hits = list(each.find(case.draft))
        said = [case.draft.text[hit.start : hit.end] for hit in hits]
        assert bool(hits) == case.fires, f"cases/{each.name}.txt, line {case.line}: {said}"
        for hit in hits:
            assert 0 <= hit.start <= hit.end <= len(case.draft.text)
    assert sum(case.fires for case in found) >= 8
    assert sum(not case.fires for case in found) >= 8


def test_every_file_of_cases_has_its_rule() -> None:
    assert {file.stem for file in CASES.iterdir()} <= {each.name for each in WITH_CASES}


@every_rule
def test_a_manual_page_has_its_headings_in_order_and_a_text_under_each(each: Rule) -> None:
    page = manual(each)
    pieces = re.split(rf"^({'|'.join(HEADINGS)})$", page, flags=re.MULTILINE)
    assert tuple(pieces[1::2]) == HEADINGS
    assert all(text.strip() for text in pieces[2::2])
    summary = page.splitlines()[4]
    assert summary.endswith(".")
    assert page.splitlines()[5] == ""


@every_rule
def test_a_rule_has_a_name_a_price_and_sentences_for_its_writer(each: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", each.name)
    assert re.fullmatch(r"[A-Z]\d\d", each.code)
    assert each.family in get_args(Family)
    assert each.severity in get_args(Severity)
    assert each.cost in COSTS[each.severity]
    assert each.cost <= each.most <= 3 * each.cost
    for said in (each.message, each.remedy):
        assert re.match(r"[A-Z“]", said)
        assert said.endswith((".", "?", ".”"))


def test_every_rule_that_was_written_is_in_the_table() -> None:
    written = {module.name.replace("_", "-") for module in iter_modules(rules.__path__)}
    assert written == {each.name for each in RULES}


def test_codes_and_names_are_there_once_and_a_letter_is_one_family() -> None:
    assert len({each.code for each in RULES}) == len(RULES)
    assert len({each.name for each in RULES}) == len(RULES)
    families = {(each.code[0], each.family) for each in RULES}
    assert len({letter for letter, _ in families}) == len(families)
    assert len({family for _, family in families}) == len(families)


@every_rule
def test_a_rule_is_found_by_code_and_name_and_in_its_family(each: Rule) -> None:
    assert rule(each.code) is each
    assert rule(each.name) is each
    assert named(each.code) == named(each.name) == (each,)
    assert each in named(each.code[0])
    assert manual(each).startswith(f"# {each.code} {each.name}\n")


@pytest.mark.parametrize("each", WITH_CASES, ids=lambda each: each.name)
def test_what_a_rule_finds_reaches_the_writer(each: Rule) -> None:
    case = next(case for case in cases(each.name) if case.fires)
    found = critique(case.draft, select=[each.name]).findings
    assert {finding.code for finding in found} == {each.code}
    assert found[0].cost == each.cost


@pytest.mark.parametrize("name", ["", "Z99", "nonsense", "e", "no-such-rule"])
def test_what_names_no_rule_names_none(name: str) -> None:
    assert rule(name) is None
    assert named(name) == ()
