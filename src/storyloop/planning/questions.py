"""What to prepare for questions in any wording."""

from collections.abc import Sequence

from storyloop import guide
from storyloop.matching import Fit
from storyloop.matching.intent import Intent
from storyloop.matching.interpret import interpret_all
from storyloop.matching.match import Matcher, archetype_for
from storyloop.planning.prepare import Preparation, prepared
from storyloop.story import EASY, Pace, Story

_LIKELY = 0.5
_MOST_PRINCIPLES = 3
_TESTED = 0.1


def prepare_questions(
    stories: Sequence[Story],
    questions: Sequence[str],
    *,
    fewest: bool = False,
    pace: Pace = EASY,
) -> Preparation:
    """Return who answers which of `questions`; those that ask for no story are gaps.

    Each question stands where a situation of the guide would: its words are the name, `meaning`
    says what it tests, and its probes are those of the situation that it most likely asks for.
    """
    intents = interpret_all(questions)
    matcher = Matcher(stories)
    return prepared(
        [_situation(number, intent) for number, intent in enumerate(intents, 1)],
        [
            [
                Fit(story=found.story, fit=found.fit, reasons=found.reasons)
                for found in matcher.match(intent)
                if found.is_enough
            ]
            for intent in intents
        ],
        fewest=fewest,
        pace=pace,
    )


def _situation(number: int, intent: Intent) -> guide.Situation:
    likeliest = intent.situations[0]
    near = guide.situation(likeliest.id) if likeliest.probability >= _LIKELY else None
    tested = [each.id for each in intent.principles if each.probability >= _TESTED]
    tested = (tested or [intent.principle])[:_MOST_PRINCIPLES]
    names = [guide.principle(each).name for each in tested]
    return guide.Situation(
        id=f"question-{number}",
        name=intent.question.strip(),
        meaning=f"Tests {' and '.join(filter(None, (', '.join(names[:-1]), names[-1])))}"
        if intent.is_behavioural
        else "Asks for no story",
        prompts=(),
        strong=near.strong if near else (),
        probes=near.probes if near else (),
        principles=tuple(tested),
        archetypes=(archetype_for(intent).id,),
    )
