"""Finds stories that never say what you had to achieve.

What it does
Reports a story without a sentence about your task: what you were responsible for, what success
would have been, by when. It keeps quiet where a sentence was read as the task with some confidence,
or one about something else lets it be seen in passing ("I had to", "it was up to me", "the boss
wanted it by Friday").

Why
The task is the yardstick for everything that follows. In published prepared answers it takes about
13 % of the words, which in a story of 150 words is one sentence or two.

Example
"The library's heating failed in January. I rang round and found four oil heaters."

Use instead
"The library's heating failed in January, and as duty manager I had to decide by nine whether we
could open at all. I rang round and found four oil heaters."
"""

from collections.abc import Iterator
from itertools import islice

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS

# A task that was read as one with more confidence than this is there, however it is put.
_SURE = 0.65
# The task may be told among the first sentences that were read as action.
_FIRST = 2

_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|few|\d+)"
_WHEN = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|"
    r"august|"
    r"september|october|november|december|spring|summer|autumn|winter|christmas|easter|noon|"
    r"midnight|"
    r"lunch\w*|tonight|end of|close|morning|week|month|year|quarter|q[1-4]|half (?:past|term)|"
    r"opening|launch|inspection|harvest|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|\d+)(?= ?(?:[,.;]|$|and |am\b|pm\b|o'clock|in the )))"
)
_YARDSTICK = (
    r"job|task|goal|aim|brief|target|remit|mandate|mission|duty|responsibility|deadline|objective|"
    r"assignment|orders?|instructions?"
)
# Each of these lets a task be seen, in the set-up or at the beginning of the action.
_TASK = Pattern(
    r"\b(?:i|we|i'd|we'd|i've|he|she|it|this|somebody|someone|one of us|which|that|and|me|you've) "
    r"(?:\w+ )?(?:had|have|has|needed|need|got|was left|is left) to (?!do with|say that|admit)\w+"
    r"|\bi should (?!have\b|say\b|add\b)\w+"
    r"|\b(?:i|we)(?: was| were|'d been| had been|'m|'re| am| are| have been|'ve been|'d) (?:then |"
    r"just |"
    r"also |only |really )?(?:asked|told|sent|given|set|ordered|hired|brought in|appointed|tasked|"
    r"assigned|charged|put (?:in charge|on it)|made responsible|to (?!blame|be honest|do with)\w+|"
    r"responsible|accountable|in charge|answerable|allowed|due)\b"
    r"|\b(?:was|were|are|is|be) (?:supposed|meant|expected|due|wanted by)\b"
    r"|\b(?:asked|told|ordered|begged|expected|instructed|trusted|sent|chose|picked|wanted|needed|"
    r"looked to|left) (?:me|us|\w+ and me) (?:to\b|with\b)|\b(?:wanted|needed) me\b"
    rf"|\b(?:gave|giving|given|handed) (?:me|us|myself) (?:until|till|the|a|{_NUMBER})\b"
    r"|(?<![\w,'] )\b(?:had to|(?:asked|told|ordered|sent) (?:to|by)|given (?:until|till)|tasked|"
    r"(?:responsible|accountable) for|mandate|mine\b|own the|managed the|on duty|in charge)\b"
    r"|\bthe question (?:then )?(?:became|was|is)\b|\bon duty for\b|\b(?:due|needed|required) "
    r"(?:in|by|"
    r"before|on|at)\b|\b(?:tells|says to|said to|told) me (?:to|you|just)\b|\b(?:left|gave|give|"
    r"gives) "
    rf"me (?:to\b|{_NUMBER} )|\bon (?:us|me)\b|\b(?:he|she|boss|chief|manager) wants\b|\bhad an? "
    r"(?:big |large )?order\b|\b(?:is|was)(?:,? like,?)? my (?:section|job|area|patch|passenger|"
    r"customer|"
    r"patient|client|ward|class|table|shift|call)\b|\bmy limit\b|\bfinal check\b"
    r"|\b(?:(?:i|we|it|he|she|they) must(?! have| say| be fair| admit| want)|ought to|fell to|"
    r"falls to|land(?:ed|s) (?:with|on)|up to (?:me|us|you)|(?:on|for|down "
    r"to|left to) me\b|(?:is|was|are|were|it's) mine\b)"
    rf"|\b(?:my|our|the|her|his|their) (?:\w+ )?(?:{_YARDSTICK}|call|decision|section|limit|role|"
    rf"part|"
    r"plan|promise) (?:was|is|were|had been|in|on|to|by|:)"
    rf"|\b(?:goal|aim|brief|target|mandate|objective|deadline|responsib\w+|accountable|"
    r"budget (?:of|was|\d)|overall|tasked?|promised|guarantee\w*|success)\b"
    r"|\b(?:wanted|want|wants|wished|needed|needs|expected|demanded|insisted on|asking for|hoped) "
    r"(?:it|"
    r"a|an|the|them|him|her|this|that|these|to (?:know|see|keep|get|find|be sure|make sure|help)|"
    r"nobody|everyone|everybody|no|one|two|more|less|fewer|my|our|answers?|results?|\d+|back|"
    r"somebody|was|through|by)\b"
    r"|\bwhat (?:i|we) (?:needed|wanted|was after|had to)\b|\bi (?:wanted|wished)\b"
    r"|\b(?:by|before|until|till|within) (?:the |our |my |this |that |next |early |late |first of |"
    r"end "
    rf"of )*{_WHEN}\b"
    rf"|\b{_NUMBER} (?:days?|weeks?|months?|hours?|minutes?|years?) (?:to|left|before|until|from|"
    rf"in "
    rf"which|away|out)\b|\b(?:i|we|i'd|we'd) (?:had|have|got) (?:about |only |just |until |till |"
    rf"exactly )?{_NUMBER} (?:\w+ )?(?:days?|weeks?|months?|hours?|minutes?|nights?|year)\b"
    r"|\b(?:decide|find out|work out|figure out|sort (?:it|this|that|them) out|put (?:it|that|"
    r"this) "
    r"right|get (?:it|them|him|her|this|that) (?:back|done|out|down|up|under|to|through))\b"
    r"|\b(?:i|we) (?:ran|run|led|lead|managed|manage|own|owned|chaired|headed|handled|looked after|"
    r"signed off|produced|was managing|took on|volunteered|agreed to|set out|said yes|decided "
    r"(?:that )"
    r"?(?:i|to)|sign|signed)\b|(?<!year )(?<!time )\bas (?:the )?(?:\w+ )?(?:lead|leader|manager|"
    r"head|chief|director|chair|"
    r"senior|foreman|supervisor|owner|person|duty)\b|\bi(?:'m| am| was) the (?:one|only|person|"
    r"(?:\w+ ){1,2}(?:lead|manager|on))\b|\b(?:supposed|meant) to\b"
    r"|\bit was (?:necessary|important|essential|vital|clear) (?:for|that|to)\b"
    r"|\bi (?:wasn't|was not) (?:going|about|allowed) to\b|\b(?:gave|given|giving) myself\b"
    r"|\bif (?:i|we) (?:didn't|couldn't|failed|missed)\b"
    r"|\bthe (?:question|problem|thing|point|challenge) (?:was|is) (?:how|whether|what|to)\b"
    r"|\b(?:i was|i'm|i am|we were) (?:\w+ )?on (?:triage|call|duty|reception|nights|lates|earlies|"
    r"inbox|the (?:rota|desk|gate|door|till|phones?))\b|\bon call\b"
    r"|\b(?:so|and) it (?:was|is|'s) me (?:who|that|saying|to|what)\b|\byou're the \w+,? (?:so )?"
    r"you\b|\byou(?:'ve| have) got (?:to|the \w+ you have to)\b|\b(?:asked|asks) (?:me|us) for "
    r"(?:a|an|the|my|our)\b|\bwas for (?:me|us|the [\w ]{3,24}) to (?:order|decide|say|sign|settle|"
    r"judge)\b|\bmost of (?:the|my) job\b|\bwe wanted\b"
    r"|\bbe (?:handed over|done|ready|finished|open|back|live|out|delivered|closed|sorted|fixed)\b"
)
# And these anywhere: there they are not said of a step on the way.
_TASK_LATE = Pattern(
    r"\bwhat (?:i|we) (?:was after|were after|needed|wanted)\b[^.;]{0,60} was\b|"
    r"\bthe question (?:then )?became\b|\bmost of (?:the|my) job\b|\basked me for (?:a|an|the)\b"
    r"|"
    rf"\b(?:my|our) (?:\w+ )?(?:{_YARDSTICK}) (?:was|were|is|had been)\b|\b(?:responsible|"
    rf"accountable) "
    r"for\b|\bwhat i (?:needed|wanted) was\b|\b(?:boss|chief|manager|director|board|owner|head|he|"
    r"she|"
    r"they) (?:wanted|expected|needed) (?:it|this|them|us|me|a|an|the|to know)\b|\bmandate\b|"
    r"\blooked to me\b|\b(?:asked|told) me to\b(?! (?:wait|go))|\bi was meant to\b"
    r"|\b(?:i|we) (?:\w+ )?(?:had|needed|was supposed|was expected) to (?!do with|say that|admit|"
    r"wait|"
    r"ring|ask|tell|stop|go|be honest|make|use|take|get)\w+"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or draft.words < ENOUGH_WORDS:
        return
    if any(each.confidence >= _SURE for each in draft.sentences("task")) or _in_passing(draft):
        return
    for first in islice(draft.sentences("action"), 1):
        yield Hit(start=first.start, end=first.end)
        return
    for first in islice(draft.sentences(), 1):
        yield Hit(start=first.start, end=first.end)


def _in_passing(draft: Draft) -> bool:
    low = draft.plain
    acts = 0
    for sentence in draft.sentences("situation", "task", "action", "result"):
        acts += sentence.part in ("action", "result")
        seen = _TASK if acts <= _FIRST and sentence.part != "result" else _TASK_LATE
        if seen.search(low, sentence.start, sentence.end):
            return True
    return False


RULE = Rule(
    code="S02",
    name="missing-task",
    family="structure",
    severity="warning",
    cost=6,
    most=6,
    message="The story goes straight to the deed and never says what you had to achieve.",
    remedy=(
        "Say in one sentence before this what you were responsible for and what would have counted "
        "as success, with the date if there was one."
    ),
    find=_find,
)
