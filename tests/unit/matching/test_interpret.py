"""What a question tests: sure where an interviewer would be, and never at a loss for an answer."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyloop import guide
from storyloop.matching.intent import Intent
from storyloop.matching.interpret import interpret, interpret_all, of_principle, of_situation
from storyloop.matching.model import PRINCIPLES, SITUATIONS

# Near neighbours stand together: what tells them apart is what the question dwells on.
PLAIN = {
    "You only had half the facts. How did you judge what was right?": "are-right-a-lot",
    "You had half the facts and went ahead that same afternoon. Why so quickly?": "bias-for-action",
    "Tell me about a wrong judgement you made and what it taught you.": "are-right-a-lot",
    "When did you have to admit a mistake to the people it had hurt?": "earn-trust",
    "When did you act before your manager could approve it, since waiting would have cost too "
    "much?": "bias-for-action",
    "What did you take charge of that was nobody's job, without asking your manager?": "ownership",
    "Describe a calculated risk you took at short notice.": "bias-for-action",
    "What was the boldest bet you made on a vision that others found too large?": "think-big",
    "How did you teach yourself a subject you knew nothing about?": "learn-and-be-curious",
    "Which job far beyond your role did you take on because nobody else would?": "ownership",
    "Tell me about somebody you coached until they were promoted.": "hire-and-develop-the-best",
    "How did you rebuild a relationship with a colleague after you had been unfair to "
    "them?": "earn-trust",
    "When did you see that somebody in your team was treated unfairly or close to burning "
    "out?": "best-employer",
    "When did your work harm the environment or the neighbourhood?": "broad-responsibility",
    "Tell me about an angry customer you won back.": "customer-obsession",
    "How did you automate a tedious process?": "invent-and-simplify",
    "When did you refuse to ship work that was not good enough?": (
        "insist-on-the-highest-standards"
    ),
    "How did you manage on a tiny budget?": "frugality",
    "Which number did you distrust, and what did you find when you dug into the data?": "dive-deep",
    "When did you disagree with your boss and say so?": "have-backbone",
    "How did you meet a deadline against the odds?": "deliver-results",
}
NO_STORY = (
    "What is your notice period?",
    "What is the difference between a list and a tuple?",
    "Why do you want to work here?",
    "What makes a good leader?",
    "How many petrol stations are there in this city?",
    "Would you like a glass of water?",
)
ASKED_FOR = {
    "What was the root cause, and how did you find it?": "root-cause",
    "When did you act without permission?": "without-permission",
    "How did you scale a small trial to the whole company?": "scaled",
    "When did you meet the other side halfway?": "compromise",
    "When did you close a security hole?": "security",
    "How did you make two systems work together?": "integration",
}


def top(question: str) -> str:
    return interpret(question).principle


def assert_valid(intent: Intent, question: str) -> None:
    """Assert all that holds for every intent, of whatever text."""
    assert intent.question == question
    assert 0 <= intent.behavioural <= 1
    for found, ids in ((intent.principles, PRINCIPLES), (intent.situations, SITUATIONS)):
        assert sorted(each.id for each in found) == sorted(ids)
        probabilities = [each.probability for each in found]
        assert probabilities == sorted(probabilities, reverse=True)
        assert probabilities[-1] >= 0
        assert probabilities[0] <= 1
    assert sum(each.probability for each in intent.principles) == pytest.approx(1, abs=1e-4)
    end = 0
    for word in intent.words:
        assert end <= word.start < word.end <= len(question)
        assert re.fullmatch(r"\w[\w'’]*", question[word.start : word.end])
        assert 0 < word.weight <= 1
        end = word.end
    if intent.words:
        assert sum(word.weight for word in intent.words) == pytest.approx(1, abs=1e-4)
    assert len(intent.asks) != 1
    for part in intent.asks:
        assert not part.asks
        assert_valid(part, part.question)


@pytest.mark.parametrize(("question", "principle"), PLAIN.items())
def test_a_plain_question_tests_what_an_interviewer_means(question: str, principle: str) -> None:
    intent = interpret(question)
    assert intent.principle == principle
    assert intent.is_behavioural


def test_the_plain_questions_leave_out_no_principle() -> None:
    assert set(PLAIN.values()) == set(PRINCIPLES)


@pytest.mark.parametrize("question", NO_STORY)
def test_a_question_of_fact_view_or_plan_asks_for_no_story(question: str) -> None:
    assert not interpret(question).is_behavioural


@pytest.mark.parametrize("question", ["", " \n", "?!", "…", "🎯"])
def test_where_no_word_is_said_nothing_is_asked(question: str) -> None:
    intent = interpret(question)
    assert (intent.behavioural, intent.words, intent.asks) == (0, (), ())


@pytest.mark.parametrize(("question", "situation"), ASKED_FOR.items())
def test_a_question_asks_for_a_situation(question: str, situation: str) -> None:
    likeliest = interpret(question).situations[0]
    assert likeliest.id == situation
    assert likeliest.probability > 0.3


def test_the_words_that_decided_are_those_that_a_person_would_mark() -> None:
    for question, telling in (
        ("Tell me about somebody you coached until they were promoted.", "coached"),
        ("How did you meet a deadline against the odds?", "deadline"),
        ("How did you manage on a tiny budget?", "budget"),
    ):
        word = max(interpret(question).words, key=lambda each: each.weight)
        assert question[word.start : word.end] == telling
        assert word.weight > 0.4


def test_what_asks_for_no_story_has_no_words_that_decided() -> None:
    assert all(interpret(question).words == () for question in NO_STORY)


def test_capitals_and_marks_change_next_to_nothing() -> None:
    for question, principle in PLAIN.items():
        bare = re.sub(r"[?.,]", "", question)
        before = interpret(question)
        for said in (question.upper(), question.lower(), bare, bare.lower(), f"  {question}\n"):
            after = interpret(said)
            assert after.principle == principle, said
            assert after.is_behavioural
            assert after.principles[0].probability == pytest.approx(
                before.principles[0].probability, abs=0.3
            )


def test_typing_slips_are_seen_through() -> None:
    assert top("How did you manage on a tiny bugdet?") == "frugality"
    assert top("Tell me abuot an agnry cusotmer you won bakc.") == "customer-obsession"
    assert top("How did you meet a daedline agianst the odds?") == "deliver-results"


def test_a_preamble_and_the_um_of_speech_do_not_mislead() -> None:
    ask = "Tell me about somebody you coached until they were promoted."
    preamble = "Thank you for coming in today. We are a firm of about ninety people. "
    assert top(preamble + ask) == "hire-and-develop-the-best"
    assert top("so um yeah tell me about like an angry customer you uh won back") == (
        "customer-obsession"
    )


def test_several_questions_at_once_are_answered_each() -> None:
    first = "When did you disagree with your boss and say so? "
    second = "Then tell me about a product you built on a tiny budget."
    intent = interpret(first + second)
    assert [each.question for each in intent.asks] == [first, second]
    assert [each.principle for each in intent.asks] == ["have-backbone", "frugality"]
    assert all(each.is_behavioural for each in intent.asks)
    assert interpret(first).asks == ()


def test_one_question_for_a_story_among_others_is_enough() -> None:
    small_talk = "Tell me a little about yourself. "
    intent = interpret(small_talk + "Then describe a time you disagreed with your boss.")
    assert [each.is_behavioural for each in intent.asks] == [False, True]
    assert intent.is_behavioural


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    ask = "How did you manage on a tiny budget? "
    endless = ask * 2_000
    intent = interpret(endless)
    assert_valid(intent, endless)
    assert intent.principle == "frugality"
    assert max(word.end for word in intent.words) <= 4_000


def test_the_same_question_gets_the_same_answer_alone_and_among_others() -> None:
    questions = [*PLAIN, *NO_STORY]
    together = interpret_all(questions)
    assert together == interpret_all(questions)
    for question, found in zip(questions, together, strict=True):
        alone = interpret(question)
        assert alone == interpret(question)
        assert alone.principle == found.principle
        assert alone.behavioural == pytest.approx(found.behavioural, abs=1e-4)
        assert found.words == ()
    assert interpret_all([]) == []


@given(st.text(max_size=5_000))
@settings(max_examples=60, deadline=None)
def test_any_text_is_interpreted(text: str) -> None:
    assert_valid(interpret(text), text)


PIECES = st.one_of(
    st.sampled_from([*PLAIN, *NO_STORY, "\n\n", "and ", "um ", "?", "“", "\ud800", "'", "数字"]),
    st.text(max_size=30),
)


@given(st.lists(PIECES, max_size=12).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_questions_between_any_texts_are_interpreted(text: str) -> None:
    assert_valid(interpret(text), text)


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_an_interviewer_who_tests_one_principle_is_sure_of_it(principle: str) -> None:
    intent = of_principle(principle)
    assert (intent.principle, intent.principles[0].probability) == (principle, 1)
    assert_valid(intent, "")


@pytest.mark.parametrize("situation", guide.situations(), ids=lambda each: each.id)
def test_a_situation_tests_its_principles_in_their_order(situation: guide.Situation) -> None:
    intent = of_situation(situation)
    assert (intent.situations[0].id, intent.situations[0].probability) == (situation.id, 1)
    likely = [each.id for each in intent.principles if each.probability]
    assert tuple(likely) == situation.principles
    assert_valid(intent, "")
