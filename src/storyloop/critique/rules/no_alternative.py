"""Finds stories in which there was only ever one thing to do.

What it does
Looks for any sign in the task or the action of a second way: something considered, proposed by
others, refused, tried first, left undone, or what another course would have cost. It reports a
story of which the action has at least 15 words when there is no such sign. It keeps quiet where you
were carrying out instructions, since then there was nothing of yours to choose.

Why
The "why not" behind each decision should be ready before the interview. A decision shows judgement
only beside what you could have done in its place, and interviewers probe for it.

Example
"I moved the clinic to Thursdays and told the patients by post."

Use instead
"I moved the clinic to Thursdays. Wednesday had more rooms, but half of our patients come by the
market bus, and that runs on Thursdays."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import HELD_BACK, INSTRUCTED
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

_SECOND_WAY = Pattern(
    r"\b(?=[a-z])(?:instead|rather|sooner than|prefer\w*|consider\w*|options?|alternative\w*|"
    r"choices?|choose|ruled out|reject\w*|turned down|dismiss\w*|tempt\w*|"
    r"out of the question|on the table|crossed my mind|either|argued|insist\w*|swore|"
    r"propos\w*|suggest\w*|weighed|versus|trade-?off|no point|against|refus\w*|quicker|"
    "faster|cheaper|dearer|simpler|simplest|easier|easiest|safest|fastest|quickest|would|"
    "would['’]ve|could have|could['’]ve|could (?:still|just|also|ask|wait)|(?:i|we|"
    r"you) could|might have|might['’]ve|\w{1,9}['’]d (?:have|only|still)|want(?:ed|s)|"
    "(?:thought|think|talk|talked) of|thought to|(?:thought|think|thinking|talked) about|"
    "advised|offered|supposed to|first (?:idea|thought|plan|go|instinct|i|we|to)|"
    "(?:im)?possible to|if (?:i|we|she|they)|instinct|(?:other|another|both|two|three|"
    "one|that) ways?|or (?:we|i|to)|the procedure|rulebook|parked|dropped|gave up|"
    r"giving up|in favour|postpon\w*|recall\w*|split|compromis\w*|too (?:late|slow|"
    "expensive|long|risky|dear|far)|no good|not enough|plan b|let alone|only way|"
    r"estimate\w*|had in mind|(?:hoped|hoping) (?:to|for)|keen (?:to|on)|begged|urged|"
    r"pleaded|(?:pushed|pushing) for|demand\w*|recommended|the plan (?:was|had)|going to|"
    "without waiting|not worth|last resort|afford|for a moment|my first|at the (?:cost|"
    "price) of|quotation|was out|no use|not a chance|(?:i|we) (?:didn['’]t|don['’]t|"
    "did not|do not|wasn['’]t going to) (?!know|think|see|have|like|want|understand|even|"
    r"expect|feel|realise|notice|get|remember|mind|believe)\w+)\b",
)

_ENOUGH_WORDS = 15


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.part_words("action") < _ENOUGH_WORDS:
        return
    said = draft.plain
    for sentence in draft.sentences("task", "action"):
        if _SECOND_WAY.search(said, sentence.start, sentence.end):
            return
    told = list(draft.sentences("action"))
    obeyed = sum(
        1
        for each in told
        if INSTRUCTED.search(said, each.start, each.end)
        or HELD_BACK.search(said, each.start, each.end)
    )
    if obeyed * 3 < len(told):
        yield Hit(start=told[0].start, end=told[0].end)


RULE = Rule(
    code="J01",
    name="no-alternative",
    family="judgement",
    severity="advice",
    cost=3,
    most=3,
    message="No other course than the one you took is mentioned anywhere.",
    remedy=(
        "Name one other thing that you could have done, or that somebody else proposed, and "
        "why you did not do it."
    ),
    find=_find,
    preview=True,
)
