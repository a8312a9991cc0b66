"""The strength of a text, what each finding takes off it, and the choice of rules."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop import guide
from storyloop.critique import (
    RULES,
    Critique,
    Draft,
    critique,
    draft_of,
    draft_of_story,
    rule,
    strength,
)
from storyloop.critique.critique import ENOUGH_WORDS
from storyloop.reading import PARTS
from storyloop.story import Story, SwitchedOff
from training.texts import labelled

WEAK = (
    "We had a problem with the deliveries at the depot last year, and it was all rather "
    "difficult. It was decided that something had to be done about it. We talked to the drivers "
    "and we tried a few things. Basically it was the fault of the planners, who never listen. "
    "In the end things were much better and everybody was happy."
)
TEXTS = [text.text for text in labelled()]
texts = st.sampled_from(TEXTS) | st.text(max_size=300)
each_text = pytest.mark.parametrize("text", [*TEXTS[::29], WEAK], ids=lambda text: text[:30])
LETTERS = {each.code[0] for each in RULES}
BY_CODE = {each.code: each for each in RULES}


def test_a_story_switches_a_rule_off_with_a_reason() -> None:
    switch = SwitchedOff(rule="blame", reason="The planners said so themselves.")
    plain = Story(id="depot", action=WEAK)
    before, after = (
        critique(draft_of_story(s), select=["P01", "E"])
        for s in (plain, replace(plain, switched_off=(switch,)))
    )

    assert codes(before) - codes(after) == {"P01"}
    assert after.switched_off == (switch,)


@pytest.mark.parametrize(
    "switch", [SwitchedOff(rule="blame"), SwitchedOff(rule="blam", reason="It is wrong here.")]
)
def test_a_switch_without_a_reason_or_a_rule_has_no_effect(switch: SwitchedOff) -> None:
    found = critique(
        draft_of_story(Story(id="depot", action=WEAK, switched_off=(switch,))), select=["P01"]
    )

    assert codes(found) == {"P01"}
    assert found.switched_off == ()


def codes(found: Critique) -> set[str]:
    return {finding.code for finding in found.findings}


def assert_valid(found: Critique, draft: Draft) -> None:
    """Assert what holds of every critique."""
    order = [(finding.start, finding.end, finding.code) for finding in found.findings]
    assert order == sorted(order)
    costs: Counter[str] = Counter()
    for finding in found.findings:
        each = BY_CODE[finding.code]
        assert 0 <= finding.start <= finding.end <= len(draft.text)
        said = draft.text[finding.start : finding.end]
        assert said == said.strip()
        assert finding.part in (PARTS if draft.reading.sentences else ("",))
        assert (finding.name, finding.severity) == (each.name, each.severity)
        assert finding.message
        assert finding.remedy == each.remedy
        assert 0 <= finding.cost <= each.cost
        costs[each.code] += finding.cost
    assert all(cost <= BY_CODE[code].most for code, cost in costs.items())
    if draft.words < ENOUGH_WORDS:
        assert found.strength is None
    else:
        assert found.strength == max(0, 100 - costs.total())


@given(texts)
def test_every_lost_point_has_a_finding_that_explains_it(text: str) -> None:
    draft = draft_of(text)
    assert_valid(critique(draft), draft)


@pytest.mark.parametrize("story", guide.samples(), ids=lambda story: story.id)
def test_the_sample_stories_are_strong(story: Story) -> None:
    draft = draft_of_story(story)
    found = critique(draft)
    assert_valid(found, draft)
    assert all(finding.severity != "error" for finding in found.findings), codes(found)
    assert found.strength is not None
    assert found.strength >= 80


@given(texts, st.data())
def test_a_finding_less_never_makes_a_text_weaker(text: str, data: st.DataObject) -> None:
    found = critique(draft_of(text)).findings
    kept = data.draw(st.lists(st.sampled_from(found), unique=True)) if found else []
    assert strength(found) <= strength(kept) <= 100


@each_text
def test_the_same_text_has_the_same_findings_and_strength(text: str) -> None:
    assert critique(draft_of(text)) == critique(draft_of(text))


def test_a_weak_answer_is_weaker_than_a_good_one() -> None:
    good = next(text.text for text in labelled() if not text.flaws and text.kind == "story")
    weak, strong = critique(draft_of(WEAK)).strength, critique(draft_of(good)).strength
    assert weak is not None
    assert strong is not None
    assert weak + 10 <= strong


@each_text
def test_rules_are_chosen_by_code_by_letter_and_by_name(text: str) -> None:
    draft = draft_of(text)
    every = critique(draft, select=LETTERS).findings
    for each in RULES:
        own = tuple(finding for finding in every if finding.code == each.code)
        family = tuple(finding for finding in every if finding.code[0] == each.code[0])
        assert critique(draft, select=[each.code]).findings == own
        assert critique(draft, select=[each.name]).findings == own
        assert critique(draft, select=[each.code[0]]).findings == family


@each_text
def test_rules_are_left_out_by_code_by_letter_and_by_name(text: str) -> None:
    draft = draft_of(text)
    every = critique(draft)
    for finding in every.findings:
        for name in (finding.code, finding.name, finding.code[0]):
            less = critique(draft, ignore=[name])
            assert finding.code not in codes(less)
            assert set(less.findings) <= set(every.findings)
            if less.strength is not None and every.strength is not None:
                assert less.strength >= every.strength


@each_text
def test_a_rule_in_preview_is_heard_of_only_by_who_selects_it(text: str) -> None:
    draft = draft_of(text)
    every, default = critique(draft, select=LETTERS), critique(draft)
    previewed = {each.code for each in RULES if each.preview}
    assert codes(default) == codes(every) - previewed


def test_to_ignore_wins_over_to_select() -> None:
    found = critique(draft_of(WEAK)).findings[0]
    family = critique(draft_of(WEAK), select=[found.code[0]], ignore=[found.name])
    assert found.code not in codes(family)


def test_a_rule_takes_no_more_than_its_most() -> None:
    passive = rule("passive-action")
    assert passive
    text = (
        "Our warehouse flooded in May and I had to save the stock. "
        + "It was decided to move the boxes. The boxes were moved to the loft. " * 12
        + "All but nine of 400 boxes were saved within a day."
    )
    found = critique(draft_of(text), select=["passive-action"])
    assert sum(finding.cost for finding in found.findings) <= passive.most


@pytest.mark.parametrize("text", ["", " \n", "Bakery", "I fixed the pump and we went home."])
def test_there_can_be_too_little_to_judge(text: str) -> None:
    draft = draft_of(text)
    found = critique(draft)
    assert found.strength is None
    assert_valid(found, draft)


def test_enough_is_forty_words() -> None:
    words = ["word"] * ENOUGH_WORDS
    assert critique(draft_of(" ".join(words))).strength is not None
    assert critique(draft_of(" ".join(words[1:]))).strength is None


def test_strength_has_a_floor() -> None:
    text = " ".join([WEAK] * 40)
    draft = draft_of(text)
    assert_valid(critique(draft), draft)
    assert strength(critique(draft).findings * 40) == 0
    assert strength(()) == 100
