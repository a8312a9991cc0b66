"""Which story answers a question: what was declared, what it says, and what is held against it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyloop import guide
from storyloop.matching.intent import Intent
from storyloop.matching.interpret import interpret, of_principle, of_situation
from storyloop.matching.match import ENOUGH, Match, Matcher, Standing, archetype_for, match
from storyloop.matching.model import PRINCIPLES
from storyloop.reading.sentences import split
from storyloop.story import PARTS, Story
from tests.strategies import stories

DISAGREED = interpret("When did you disagree with your boss and say so?")
BUDGET = interpret("How did you manage on a tiny budget?")
NO_STORY = interpret("What is your notice period?")

BAKER = Story(
    id="baker",
    title="Two hours of another oven",
    headline="All 400 loaves on the stall by ten to six",
    situation="Our only oven failed on a Friday night. There was no money for a second one.",
    task="As the shift leader I had to have 400 loaves out by six.",
    action=(
        "I rang the baker in the next village. I offered him our spare flour in return for two "
        "hours of his oven, so that it cost us nothing."
    ),
    result="All 400 loaves were on the stall by ten to six. We spent eleven pounds on petrol.",
)
CHOIR = Story(
    id="choir",
    title="The Latin that nobody could sing",
    situation="Our choir wanted a mass in Latin for Easter. The director had set her heart on it.",
    task="I led the altos.",
    action=(
        "I told the director in front of nobody that I disagreed with her choice. I argued that "
        "half of us could not read it, and I asked her to decide. She kept to it, and I learned it."
    ),
    result="We sang it on Easter Sunday with three wrong entries.",
)


def fits(found: tuple[Match, ...]) -> dict[str, float]:
    return {each.story.id: each.fit for each in found}


def only(found: tuple[Match, ...]) -> Match:
    (one,) = found
    return one


def sentences(story: Story) -> set[str]:
    texts = [getattr(story, part) for part in PARTS]
    return {text[start:end].strip() for text in texts for start, end in split(text)}


def assert_valid(found: tuple[Match, ...], given_stories: list[Story]) -> None:
    """Assert all that holds for every answer, to whatever question from whatever stories."""
    assert sorted(each.story.id for each in found) == sorted(each.id for each in given_stories)
    order = [(-each.fit, each.story.id) for each in found]
    assert order == sorted(order)
    for each in found:
        assert 0 <= each.fit <= 1
        assert each.reasons
        assert all(each.reasons)
        assert each.is_enough == (each.fit >= ENOUGH)
        if each.lead is None:
            assert each.fit == 0
        else:
            own = sentences(each.story)
            assert {each.lead.opening, each.lead.sentence} <= own
            stressed = Story(id="x", action=getattr(each.story, each.lead.stress))
            assert each.lead.sentence in sentences(stressed)


@pytest.mark.parametrize(
    ("question", "story"),
    [
        ("When did the cause lie several layers below what you first saw?", "checkout-failures"),
        ("Tell me about acting without permission to stop a leak.", "payee-names"),
        ("How did you serve somebody unlike your other customers?", "repairs-by-phone"),
        ("When did a small solution grow to serve many more people?", "partner-portal"),
        ("How did you make several systems work together?", "energy-go-live"),
        (
            "When did you tighten the security of something in use?",
            "hospital-admin-access",
        ),
    ],
)
def test_the_samples_answer_plain_questions_as_a_coach_would(question: str, story: str) -> None:
    first = match(interpret(question), guide.samples())[0]
    assert first.story.id == story
    assert first.is_enough


def test_the_reasons_can_be_checked_by_hand() -> None:
    question = of_situation(guide.situation("compromise"))
    first = match(question, guide.samples())[0]
    assert first.story.id == "fare-cap-launch"
    assert first.reasons[0] == "You listed “Reached a compromise” first (100% likely asked for)."
    assert first.lead is not None
    assert first.reasons[-1] == f"Its {first.lead.stress} speaks of it: “{first.lead.sentence}”"
    shown = [each for each in first.reasons if each.startswith("Shows ")]
    assert shown
    for each in shown:
        name, _, place = each.removeprefix("Shows ").partition(", which you listed ")
        listed = [guide.principle(p).name for p in first.story.principles]
        assert place.startswith(("first", "second", "third", "further down")[listed.index(name)])


def test_without_declarations_the_words_of_the_stories_decide() -> None:
    assert match(BUDGET, [BAKER, CHOIR])[0].story.id == "baker"
    assert match(DISAGREED, [BAKER, CHOIR])[0].story.id == "choir"


def test_what_is_declared_wins_over_what_the_words_say() -> None:
    declared = replace(CHOIR, principles=("frugality",))
    assert match(BUDGET, [BAKER, declared])[0].story.id == "choir"
    asked = of_situation(guide.situation("backbone"))
    declared = replace(BAKER, situations=("backbone",))
    assert match(asked, [declared, CHOIR])[0].story.id == "baker"


def test_the_earlier_a_principle_or_situation_is_listed_the_better_the_fit() -> None:
    others = ("dive-deep", "think-big", "earn-trust")
    told = [replace(BAKER, principles=(*others[:n], "frugality", *others[n:])) for n in range(4)]
    alone = of_principle("frugality")
    found = [only(match(alone, [each])).fit for each in told]
    assert found == sorted(set(found), reverse=True)

    others = ("scaled", "security", "integration")
    told = [replace(BAKER, situations=(*others[:n], "obstacle", *others[n:])) for n in range(4)]
    found = [only(match(of_situation(guide.situation("obstacle")), [each])).fit for each in told]
    assert found == sorted(set(found), reverse=True)


def test_a_story_with_every_declaration_that_is_asked_for_is_enough() -> None:
    for situation in guide.situations():
        story = replace(BAKER, situations=(situation.id,), principles=situation.principles[:2])
        assert only(match(of_situation(situation), [story])).is_enough
        assert not only(match(of_situation(situation), [BAKER])).is_enough


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        (Standing(told="at Acme on 3 May"), "Told already at Acme on 3 May."),
        (Standing(strength=40), "Its strength is only 40."),
        (Standing(rehearsed=False), "Not rehearsed yet."),
    ],
    ids=["told", "weak", "unrehearsed"],
)
def test_what_is_held_against_a_story_lowers_its_fit_and_is_said(
    standing: Standing, reason: str
) -> None:
    story = replace(BAKER, principles=("frugality",))
    before = only(match(BUDGET, [story]))
    after = only(match(BUDGET, [story], {"baker": standing}))
    assert after.fit < before.fit
    assert reason not in before.reasons
    assert after.reasons == (*before.reasons, reason)
    assert after.lead == before.lead


def test_of_two_like_stories_the_one_told_already_comes_second() -> None:
    twin = replace(BAKER, id="a-twin")
    found = match(BUDGET, [BAKER, twin], {"a-twin": Standing(told="at Acme")})
    assert [each.story.id for each in found] == ["baker", "a-twin"]
    assert [each.story.id for each in match(BUDGET, [BAKER, twin])] == ["a-twin", "baker"]


def test_all_that_is_held_against_a_story_adds_up() -> None:
    all_of_it = Standing(told="at Acme", strength=69, rehearsed=False)
    found = only(match(BUDGET, [BAKER], {"baker": all_of_it}))
    told = only(match(BUDGET, [BAKER], {"baker": Standing(told="at Acme")}))
    assert found.fit < told.fit
    assert found.reasons[-3:] == (
        "Told already at Acme.",
        "Its strength is only 69.",
        "Not rehearsed yet.",
    )


def test_nothing_is_held_against_a_strong_rehearsed_or_unknown_story() -> None:
    plain = match(BUDGET, [BAKER])
    for standing in (Standing(), Standing(strength=70, rehearsed=True)):
        assert match(BUDGET, [BAKER], {"baker": standing, "other": Standing(told="x")}) == plain


def test_a_story_that_is_not_written_yet_stands_behind_all_others() -> None:
    promised = Story(
        id="a-promise", headline="Soon", principles=("frugality",), situations=("obstacle",)
    )
    found = match(BUDGET, [promised, CHOIR])
    assert [each.story.id for each in found] == ["choir", "a-promise"]
    assert found[1] == Match(
        story=promised, fit=0, reasons=("None of its parts is written yet.",), lead=None
    )
    assert Matcher([promised]).fits([BUDGET, DISAGREED]).tolist() == [[0], [0]]


def test_a_bank_without_stories_has_no_answer() -> None:
    assert match(BUDGET, []) == ()
    assert Matcher([]).match(NO_STORY) == ()


def test_a_question_that_asks_for_no_story_gets_none() -> None:
    for each in match(NO_STORY, [replace(BAKER, principles=PRINCIPLES), CHOIR]):
        assert each.fit == 0
        assert each.reasons == ("The question asks for no story.",)


def test_a_story_that_shows_an_employers_own_principles_is_told_by_its_words() -> None:
    civil = guide.framework("civil-service")
    declared = [
        replace(each, principles=tuple(p.id for p in civil.principles[:3]))
        for each in (BAKER, CHOIR)
    ]
    found = match(BUDGET, declared)
    assert found[0].story.id == "baker"
    assert fits(found) == fits(match(BUDGET, [BAKER, CHOIR]))
    assert not any("Shows " in reason for each in found for reason in each.reasons)


def test_a_story_of_the_kind_that_answers_the_question_fits_better() -> None:
    told = replace(CHOIR, archetype="disagreement-or-backbone")
    other = replace(CHOIR, archetype="systems-integration")
    by_kind = [only(match(DISAGREED, [each])) for each in (told, CHOIR, other)]
    assert by_kind[0].fit > by_kind[1].fit > by_kind[2].fit
    assert "answers such questions" in " ".join(by_kind[0].reasons)
    assert not any("answers such questions" in r for each in by_kind[1:] for r in each.reasons)


def test_a_kind_counts_for_nothing_where_there_is_no_question() -> None:
    told = replace(CHOIR, archetype="disagreement-or-backbone")
    principle = of_principle("have-backbone")
    assert only(match(principle, [told])).fit == only(match(principle, [CHOIR])).fit


def test_where_no_story_fits_there_is_a_kind_to_write() -> None:
    silent = Story(id="silent", action="I hummed.")
    assert not any(each.is_enough for each in match(DISAGREED, [silent]))
    assert archetype_for(DISAGREED).id == "disagreement-or-backbone"
    for situation in guide.situations():
        kind = archetype_for(of_situation(situation))
        assert situation.id in kind.situations
    for principle in PRINCIPLES:
        assert archetype_for(of_principle(principle)) in guide.archetypes()


def test_the_lead_is_made_of_the_storys_own_sentences() -> None:
    lead = only(match(DISAGREED, [CHOIR])).lead
    assert lead is not None
    assert lead.stress == "action"
    assert "disagreed with her choice" in lead.sentence
    assert lead.opening in sentences(replace(CHOIR, action="", result=""))


def test_a_matcher_gives_at_most_so_many_the_best_first() -> None:
    matcher = Matcher(guide.samples())
    every = matcher.match(BUDGET)
    assert len(every) == len(guide.samples())
    assert matcher.match(BUDGET, most=3) == every[:3]
    assert matcher.match(BUDGET, most=99) == every
    assert matcher.fits([BUDGET])[0].round(3).tolist() == pytest.approx(
        [fits(every)[story.id] for story in matcher.stories], abs=1e-6
    )


def test_the_same_question_gets_the_same_answer_whatever_the_order_of_the_bank() -> None:
    samples = guide.samples()
    question = "Tell me about a time you won over people who doubted you."
    found = match(interpret(question), samples)
    assert match(interpret(question), samples) == found
    assert match(interpret(question), samples[::-1]) == found
    assert Matcher(samples).match(interpret(question)) == found


INTENTS = (
    *(DISAGREED, BUDGET, NO_STORY, interpret(""), of_principle("frugality")),
    *map(of_situation, guide.situations()),
)
standings = st.builds(
    Standing,
    told=st.sampled_from(["", "at Acme"]),
    strength=st.one_of(st.none(), st.integers(0, 100)),
    rehearsed=st.sampled_from([None, True, False]),
)
banks = st.lists(stories, max_size=4, unique_by=lambda story: story.id)


@given(banks, st.sampled_from(INTENTS), st.data())
@settings(max_examples=60, deadline=None)
def test_any_stories_are_matched(bank: list[Story], intent: Intent, data: st.DataObject) -> None:
    known = {each.id: data.draw(standings) for each in bank}
    assert_valid(match(intent, bank, known), bank)
