"""Where one question ends and the next begins, when an interviewer asks several at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyloop.matching.asks import asks

# Each is written with a stroke where it is to be cut.
SEVERAL = (
    "Tell me about a time you missed a target. |Then describe a target you beat.",
    "When did you last save money, |and give me an example of spending it well?",
    "What was the hardest call you made, |and what's the worst mistake you made?",
    "Have you ever coached anybody? |And have you ever let anybody go?",
    "so tell me about a row with your boss |and have you ever won one of those",
    "Share a case of bad data. |Also walk me through a launch. |Next think of a time you erred.",
    "We are short of hands. Describe a night alone. |Could you please tell us about a better one?",
)
ONE = (
    "",
    "Your proudest moment?",
    "Tell me about a time you missed a target. What was the reason, and what came of it?",
    "Our shop has three floors and one till. People wait. Describe a queue that you made shorter.",
    "Give me an example of a calculated risk, and tell me how you calculated it.",
    "Have you ever overspent? Tell us what happened next.",
    "Describe a fault you traced. What did you look at first, what then, and who helped?",
    "How do you handle an angry customer?",
    "Tell me. Tell me about it. Describe it.",
)


@pytest.mark.parametrize("marked", SEVERAL)
def test_each_request_for_an_episode_is_a_question_of_its_own(marked: str) -> None:
    text = marked.replace("|", "")
    assert "|".join(text[start:end] for start, end in asks(text)) == marked


@pytest.mark.parametrize("text", ONE)
def test_what_leads_up_to_a_question_or_asks_on_belongs_to_it(text: str) -> None:
    assert asks(text) == ((0, len(text)),)


OPENINGS = ("Tell me about ", "and describe ", "x", " ", "\n", ". ", "? ", "have you ever ", "“")


@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(OPENINGS)).map("".join)))
def test_the_questions_make_up_the_whole_text(text: str) -> None:
    spans = asks(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert len(spans) == 1 or all(len(text[start:end].split()) >= 4 for start, end in spans)
