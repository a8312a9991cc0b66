"""Finds stories in which nobody learns what you did.

What it does
Reports a story that goes from the situation to the outcome while nobody does anything: there is
no sentence of action, or a few short ones in which neither you nor your team act. It keeps quiet
where any other sentence could be read as a deed.

Why
The action is what you are asked about. In published prepared answers it takes about 40 % of the
words; in 62 real interviews (Bangerter, Corvalan and Cavin, 2014) people dwelt on the situation
instead. An answer without it shows only that you were there.

Example
"The choir's hall was flooded two days before the concert. In the end everybody was seated on time
and the collection beat last year's."

Use instead
"The choir's hall was flooded two days before the concert. I rang the three schools with a stage,
took the one with a piano, and stood at the old door to send people on. Everybody was seated on
time."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS
from storyloop.critique.setting import deeds
from storyloop.reading import Sentence
from storyloop.reading.plain import plain

# Where more sentences were read as action, one of them is.
_FEW = 3
_FEW_WORDS = 40
# A deed in a set-up surer than this ("I took over the shift") belongs there.
_SURE = 0.8
# Somebody does something; what is felt, known, owned or meant is no deed.
_DEED = Pattern(
    r"\b(?<!whatever )(?:i|we|me and \w+|\w+ and (?:i|me)) (?:(?:just|then|also|first|sort of|"
    r"kind of|did|only|"
    r"even|"
    r"maybe|probably|like|um|uh|both|all|\w+ly),? )*(?!(?:was|were|am|are|had|have|has|felt|knew|"
    r"thought|wasn't|weren't|hadn't|haven't|get|meant|run|work|worked|never|always|would|could|"
    r"should|must|can|may|might|want|need|like|live|lived|didn't|don't|do|think|guess|suppose|mean|"
    r"know|heard|saw|noticed|got|needed|wanted|used|don|ran a|became|joined|inherited|love|loved|"
    r"remember|wish|and|or|"
    r"in|at|on|of|to|for|the)\b)[^\W\d_]{2,}"
    r"|\b(?:i|we)(?:'d| had|'ve| have|'m| was| were| am|) (?:\w+ly |just |then |to |been )?"
    r"(?:ma(?:de|king) (?:to|a|the)|going round|ringing|calling|asking|trying|able to \w+|\w+ing "
    r"(?:round|through|with))\b"
    r"|\b(?:by|from) me\b|\bmy (?:idea|plan|suggestion|proposal|answer|solution)\b"
)
# In notes the teller is left out: "Rang the yard", "- Drew up a list".
_NOTE = Pattern(
    r"(?:^|\n|[.;:] )[^\w\n]{0,6}(?:\d{1,2}[.)] )?(?:then |first |also |personally |only |so |and |"
    r"twice )?"
    r"(?:[^\W\d_]{2,}(?:ed|ied)|rang|hung|got|made|told|took|put|went|sent|wrote|drew|found|began|"
    r"kept|"
    r"left|held|gave|let|ran|set|cut|built|bought|brought|spoke|met|read|led|chose|sat|did|said|"
    r"sold|"
    r"dug|shut|split|swept|rode|drove|tore|swam|flew|stood|threw|taught|fed|lent|dealt|sought|saw "
    r"to)\b"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.words < ENOUGH_WORDS:
        return
    told = [each for each in draft.reading.sentences if each.part != "reflection"]
    actions = list(deeds(draft))
    words = sum(len(each.text.split()) for each in actions)
    if not told or len(actions) > _FEW or words > _FEW_WORDS:
        return
    if any(each.voice == "passive" for each in actions):
        return
    low = plain(draft.text[: told[-1].end])
    if any(_tells_deed(low, each) for each in told):
        return
    gap = next(draft.sentences("result", "reflection"), told[-1])
    yield Hit(start=gap.start, end=gap.end)


def _tells_deed(low: str, sentence: Sentence) -> bool:
    if sentence.part in ("situation", "task") and sentence.confidence >= _SURE:
        return False
    if _NOTE.search(low[sentence.start : sentence.end]):
        return True
    deed = _DEED.search(low, sentence.start, sentence.end)
    # "By September we threw away seventy loaves" is what came of it.
    return deed is not None and not (sentence.part == "result" and deed[0].startswith("we"))


RULE = Rule(
    code="S03",
    name="missing-action",
    family="structure",
    severity="error",
    cost=20,
    most=20,
    message="The outcome is here, but what you did to bring it about is not.",
    remedy=(
        "Before this, write what you did first, what you did next and why: three to six sentences "
        "that begin with you."
    ),
    find=_find,
)
