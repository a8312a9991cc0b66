"""The fifteen situations, the ten kinds of story, the advice: all there, all of it in agreement."""

import re
from collections import Counter

import pytest

from storyloop import guide
from storyloop.guide import Archetype, Situation

SITUATIONS = [
    "root-cause",
    "scaled",
    "convinced",
    "compromise",
    "backbone",
    "security",
    "integration",
    "troubleshooting",
    "complex-problem",
    "without-permission",
    "requirements",
    "customer-experience",
    "unique-customer",
    "obstacle",
    "course-correction",
]
ARCHETYPES = [
    "root-cause-or-troubleshooting",
    "scaled-solution",
    "security-or-risk",
    "systems-integration",
    "influence-without-authority",
    "disagreement-or-backbone",
    "customer-requirements",
    "customer-experience",
    "obstacle-or-deadline",
    "course-correction",
]
AMAZON = {principle.id for principle in guide.framework().principles}

every_situation = pytest.mark.parametrize("situation", guide.situations(), ids=lambda s: s.id)
every_archetype = pytest.mark.parametrize("archetype", guide.archetypes(), ids=lambda a: a.id)


def is_sentence(text: str) -> bool:
    """Tell whether a text begins and ends as one."""
    return re.fullmatch(r"""["'“‘]?[A-Z].*[.?…]["'”’]?""", text) is not None


def test_the_ids_and_their_order_are_the_guides() -> None:
    assert [situation.id for situation in guide.situations()] == SITUATIONS
    assert [archetype.id for archetype in guide.archetypes()] == ARCHETYPES
    vocabulary = guide.vocabulary()
    assert list(vocabulary.situations) == SITUATIONS
    assert list(vocabulary.archetypes) == ARCHETYPES
    assert len(vocabulary.principles) == 16 + 9


@every_situation
def test_a_situation_is_complete(situation: Situation) -> None:
    assert 1 <= len(situation.name.split()) <= 4
    assert situation.meaning.startswith("I ") or " I " in f" {situation.meaning} "
    assert not situation.meaning.endswith(".")
    assert 4 <= len(situation.prompts) <= 6
    assert 3 <= len(situation.strong) <= 5
    assert 4 <= len(situation.probes) <= 6
    assert 2 <= len(situation.principles) <= 4
    assert 1 <= len(situation.archetypes) <= 3
    asks = [probe.ask for probe in situation.probes]
    for text in (*situation.prompts, *situation.strong, *asks):
        assert is_sentence(text), text


@every_situation
def test_a_situation_refers_to_what_exists_and_to_each_once(situation: Situation) -> None:
    for named, known in ((situation.principles, AMAZON), (situation.archetypes, set(ARCHETYPES))):
        assert set(named) <= known
        assert len(set(named)) == len(named)


@every_situation
def test_the_probes_that_hurt_most_are_among_the_probes(situation: Situation) -> None:
    about = {probe.about for probe in situation.probes}
    assert about >= {"why-hard", "alternative"}
    assert about & {"prevention", "measure"}
    assert about <= {
        *("why-hard", "prevention", "alternative", "measure", "people", "role", "learning")
    }


@every_archetype
def test_an_archetype_is_complete(archetype: Archetype) -> None:
    assert archetype.name
    assert 8 <= len(archetype.gloss.split()) <= 60
    assert 3 <= len(archetype.situations) <= 5
    assert 3 <= len(archetype.principles) <= 5
    assert set(archetype.situations) <= set(SITUATIONS)
    assert set(archetype.principles) <= AMAZON
    assert len(set(archetype.situations)) == len(archetype.situations)
    assert len(set(archetype.principles)) == len(archetype.principles)


@every_archetype
def test_an_archetype_asks_for_every_field_of_a_story(archetype: Archetype) -> None:
    asked = Counter(prompt.field for prompt in archetype.prompts)
    assert set(asked) == {
        *("headline", "situation", "task", "action", "result", "learned"),
        *("metrics", "trade_offs", "stakeholders", "follow_ups"),
    }
    assert asked["action"] >= 2
    assert 9 <= len(archetype.prompts) <= 12
    for prompt in archetype.prompts:
        assert is_sentence(prompt.ask), prompt.ask
        # A comment of a Markdown file holds it, and ends at the first arrow.
        assert "-->" not in prompt.ask
        assert "\n" not in prompt.ask


def test_situations_and_archetypes_agree_both_ways() -> None:
    served = {(kind.id, each) for kind in guide.archetypes() for each in kind.situations}
    wanted = {(kind, each.id) for each in guide.situations() for kind in each.archetypes}
    assert wanted <= served
    assert {each for _, each in wanted} == set(SITUATIONS)
    assert {kind for kind, _ in wanted} == set(ARCHETYPES)
    for archetype in guide.archetypes():
        # What a kind of story answers best, that situation asks for it in turn.
        assert (archetype.id, archetype.situations[0]) in wanted


def test_no_text_is_used_twice() -> None:
    texts = [situation.meaning for situation in guide.situations()]
    texts += [situation.name for situation in guide.situations()]
    texts += [text for s in guide.situations() for text in (*s.prompts, *s.strong)]
    texts += [probe.ask for s in guide.situations() for probe in s.probes]
    texts += [archetype.gloss for archetype in guide.archetypes()]
    texts += [prompt.ask for archetype in guide.archetypes() for prompt in archetype.prompts]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_every_piece_of_advice_has_a_reason_and_a_source() -> None:
    ids = [advice.id for advice in guide.advice()]
    assert len(set(ids)) == len(ids) >= 10
    for advice in guide.advice():
        assert advice.text
        assert advice.why
        assert advice.source
    assert len({advice.text for advice in guide.advice()}) == len(ids)


def test_the_parts_of_a_story_in_their_order() -> None:
    assert [part.id for part in guide.parts()] == [
        *("situation", "task", "action", "result", "reflection")
    ]
    for part in guide.parts():
        assert part.name.lower() == part.id
        assert part.holds
        assert 2 <= len(part.advice) <= 4
