"""The rules that compare a text with what else its story holds: its ledger and its follow-ups.

Their drafts need a story, which the labelled cases of the other rules cannot hold.
"""

import pytest

from storyloop import guide
from storyloop.critique.draft import Draft
from storyloop.critique.rule import Rule
from storyloop.critique.rules.ledger_number_untold import RULE as UNTOLD
from storyloop.critique.rules.told_number_not_in_ledger import RULE as NOT_IN_LEDGER
from storyloop.critique.rules.unprepared_probe import RULE as UNPREPARED
from storyloop.reading import PARTS, Kind, Part, Reading, Sentence
from storyloop.reading.changes import changes
from storyloop.reading.quantities import quantities
from storyloop.story import FollowUp, Metric, Story, TradeOff

WAIT = Metric(name="Waiting time", baseline="31", result="17", unit="days")
ACTION = "I gave each fitter one street. "


def draft(story: Story | None, *, kind: Kind = "story", **parts: str) -> Draft:
    """Return a draft whose parts hold one sentence each."""
    text, sentences = "", []
    for part in PARTS:
        said = parts.get(part, "")
        if said:
            sentences.append(sentence(said, len(text), part))
            text += said
    found = quantities(text)
    reading = Reading(
        text=text,
        words=len(text.split()),
        sentences=tuple(sentences),
        quantities=found,
        changes=changes(text, found),
        kind=kind,
    )
    return Draft(reading=reading, story=story)


def sentence(text: str, start: int, part: Part) -> Sentence:
    return Sentence(
        start=start,
        end=start + len(text),
        text=text,
        part=part,
        confidence=1.0,
        voice="I",
        clauses=(),
    )


def result(said: str, *metrics: Metric) -> Draft:
    return draft(Story(id="a", metrics=metrics), action=ACTION, result=said)


def messages(rule: Rule, seen: Draft) -> list[str]:
    return [hit.message for hit in rule.find(seen)]


@pytest.mark.parametrize(
    ("said", "metric"),
    [
        ("Repairs are quicker now.", WAIT),
        ("Repairs take half as long as before.", WAIT),
        ("It takes 22 days, from 31.", WAIT),
        ("The tenants were content.", Metric(name="Rent", baseline="400", result="380", unit="£")),
        ("Visits fell to 40.", Metric(name="Visits", baseline="90", result="24", unit="visits")),
        ("It was rare.", Metric(name="Faults", baseline="9", result="2", unit="a week")),
        ("We were at the top.", Metric(name="Score", baseline="6.1", result="8.4")),
        ("The cost was the same.", Metric(name="Cost", baseline="5,000", result="3,200", unit="€")),
    ],
)
def test_a_result_of_the_ledger_that_is_not_told_is_found(said: str, metric: Metric) -> None:
    [message] = messages(UNTOLD, result(said, metric))
    assert f"“{metric.name}”; the text does not tell it" in message


def test_a_baseline_that_is_not_told_beside_its_result_is_found() -> None:
    assert messages(UNTOLD, result("Repairs take 17 days now.", WAIT)) == [
        "The ledger has the baseline of “Waiting time”, 31 days; the text does not tell it."
    ]


@pytest.mark.parametrize(
    ("said", "metric"),
    [
        ("Repairs take 17 days, where they took 31.", WAIT),
        ("Repairs take seventeen days, where they took thirty-one.", WAIT),
        ("It came to about 60, from 40.", Metric(name="Visits", baseline="40", result="58")),
        ("It was two hours, then 30 minutes.", Metric(baseline="120", result="30", unit="minutes")),
        ("A half of them came, before that a third.", Metric(baseline="33", result="50", unit="%")),
        ("Nobody waited; it had been 12.", Metric(name="Queue", baseline="12", result="0")),
        ("All of them passed, from 60 %.", Metric(baseline="60", result="100", unit="%")),
        ("It came to £3,200, against £5,000.", Metric(baseline="5,000", result="3,200", unit="£")),
        ("They like it.", Metric(name="Mood", baseline="low", result="high")),
        ("It is quicker.", Metric(baseline="31", result="17", standing="cannot-confirm")),
        ("It is quicker.", Metric(name="Not measured yet", measured="from the diary")),
    ],
)
def test_a_ledger_that_is_told_in_any_form_is_left_alone(said: str, metric: Metric) -> None:
    assert messages(UNTOLD, result(said, metric)) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Complaints fell by 40 per cent.", "40 per cent"),
        ("Repairs take 17 days from 31, and we saved £9,000.", "£9,000"),
        ("Satisfaction rose by 12 points.", "12 points"),
        ("We do 60 a week.", "60 a week"),
        ("Visits went from 17 to 90.", "90"),
        ("92 % of the tenants said yes.", "92 %"),
        ("It cost 400 euros.", "400 euros"),
        ("Errors are at three per cent.", "three per cent"),
    ],
)
def test_a_figure_without_a_metric_is_found(said: str, told: str) -> None:
    [message] = messages(NOT_IN_LEDGER, result(said, WAIT))
    assert message.startswith(f"“{told}")


@pytest.mark.parametrize(
    "said",
    [
        "Repairs take 17 days, where they took 31.",
        "Repairs went from 31 days to 17.",
        "Repairs are quicker by 45 per cent.",
        "Two neighbours asked for the same.",
        "It was ready on 3 May 2024.",
        "It took a fortnight to set up.",
        "Everyone was content.",
        "",
    ],
)
def test_a_figure_that_follows_from_a_metric_is_left_alone(said: str) -> None:
    assert messages(NOT_IN_LEDGER, result(said, WAIT)) == []


def test_figures_before_the_result_are_no_result() -> None:
    story = Story(id="a", metrics=(WAIT,))
    seen = draft(story, situation="Rents had gone up by 9 %. ", result="It takes 17 days.")
    assert messages(NOT_IN_LEDGER, seen) == []


HARD = FollowUp(question="Why was it hard?", answer="Two causes at once.")
AGAIN = FollowUp(question="What prevents a recurrence?", answer="A test.")
WHY_NOT = FollowUp(question="Why not wait?", answer="The frost was near.")


@pytest.mark.parametrize(
    ("follow_ups", "missing"),
    [
        ((), ["hard", "alternative", "again"]),
        ((HARD,), ["alternative", "again"]),
        ((HARD, AGAIN), ["alternative"]),
        ((HARD, WHY_NOT), ["again"]),
        ((AGAIN, WHY_NOT), ["hard"]),
        ((HARD, AGAIN, FollowUp(question="Why not wait?")), ["alternative"]),
        ((HARD, AGAIN, FollowUp(question="Who paid?", answer="We did.")), ["alternative"]),
        ((FollowUp(answer="An answer to nothing."),), ["hard", "alternative", "again"]),
        ((HARD, AGAIN, WHY_NOT), []),
    ],
)
def test_each_likely_probe_without_an_answer_is_found(
    follow_ups: tuple[FollowUp, ...], missing: list[str]
) -> None:
    found = messages(UNPREPARED, draft(Story(id="a", follow_ups=follow_ups), action=ACTION))
    assert len(found) == len(missing)
    assert all(word in message for word, message in zip(missing, found, strict=True))


def test_a_trade_off_with_its_reason_answers_for_the_alternative() -> None:
    choice = TradeOff(rejected="Waiting", why_not="The frost was near")
    story = Story(id="a", follow_ups=(HARD, AGAIN), trade_offs=(choice,))
    assert messages(UNPREPARED, draft(story, action=ACTION)) == []


@pytest.mark.parametrize("rule", [UNTOLD, NOT_IN_LEDGER, UNPREPARED], ids=lambda rule: rule.name)
def test_without_a_story_or_a_text_there_is_nothing_to_find(rule: Rule) -> None:
    story = Story(id="a", metrics=(WAIT,))
    assert messages(rule, draft(None, action=ACTION, result="It fell by 40 %.")) == []
    assert messages(rule, draft(story)) == []
    assert messages(rule, draft(story, kind="hypothetical", result="It would fall by 40 %.")) == []


@pytest.mark.parametrize("rule", [UNTOLD, NOT_IN_LEDGER, UNPREPARED], ids=lambda rule: rule.name)
@pytest.mark.parametrize("story", guide.samples(), ids=lambda story: story.id)
def test_the_sample_stories_tell_what_they_hold(rule: Rule, story: Story) -> None:
    seen = draft(
        story,
        situation=f"{story.situation} ",
        task=f"{story.task} ",
        action=f"{story.action} ",
        result=story.result,
    )
    assert messages(rule, seen) == []
