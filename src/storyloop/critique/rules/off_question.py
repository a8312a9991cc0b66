"""Finds stories that miss what the question asked for.

What it does
Only where the question is known. It knows six kinds of question: a failure or mistake, a conflict
or disagreement, a customer, criticism received, a deadline, and teaching somebody. It reports a
story in which nothing at all points to the kind asked for. Where the question leaves a choice
("a success or a failure"), and where it is of another kind, the rule is silent.

Why
An interviewer has a form with one question on it. A good story beside the point leaves that form
empty, and reads as if the question had been dodged, most of all where it asked for a failure.

Example
To "Tell me about a mistake you made": "We opened the second ward a week early and everybody was
delighted."

Use instead
To the same question: "I ordered the beds for the second ward by the old plan, and eleven of them
did not fit through the doors."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS


def _words(pattern: str) -> Pattern:
    return Pattern(rf"\b(?:{pattern})", re.IGNORECASE)


# What is asked for: how a question says it, how a story shows it, and how the finding names it.
_KINDS: tuple[tuple[Pattern, Pattern, str], ...] = (
    (
        _words(r"fail(?:ed|ure)?\b|mistakes?\b|(?:went|gone) wrong\b|regret|messed up\b"),
        _words(
            r"fail|mistake|mis(?:read|took|judg|s|calc|understood|labell)|wrong|error|fault|"
            r"regret|should(?:n't|n’t)?(?: not)? have|should've|could have|if I had|forg[eo]t|"
            r"lost|lose|too (?:late|early|soon|long|fast|few|many|little|much)|late\b|"
            r"over(?:look|sp|ran|est)|under(?:est)|broke|broken|blam|apolog|sorry|asham|"
            r"embarrass|complain|never (?:came|asked|check|thought)|did(?:n't|n’t| not)|"
            r"had(?:n't|n’t| not)|was(?:n't|n’t| not)|would(?:n't|n’t| not)|"
            r"could(?:n't|n’t| not)|nobody|instead of|down to me|my own doing|skip|slipp|"
            r"spoil|ruin|crash|cancel|refus|reject|drop|fell|worse|differently|own up|"
            r"owned up|warning|damag|burn|spil|short|hurt|wast|guess|assum|cost us|"
            r"bad(?:ly)?\b"
        ),
        "The question asks about something that went wrong, and here nothing does.",
    ),
    (
        _words(
            r"conflict|disagree|argu(?:ed|ment)|pushed back|push-?back|persuad|convinc|"
            r"difficult (?:colleague|person|people|coworker|co-worker|stakeholder)|compromise"
        ),
        _words(
            r"disagree|conflict|argu|quarrel|row\b|rows\b|fought|fight|against|object|oppos|"
            r"refus|resist|reluctan|unwilling|insist|sceptic|skeptic|doubt|convinc|persua|"
            r"would(?:n't|n’t|nt| not)|did(?:n't|n’t|nt| not)|was(?:n't|n’t|nt| not)|"
            r"were(?:n't|n’t|nt| not)|compromis|agree|middle|both|wanted|preferred|instead|"
            r"but (?:he|she|they|my|the)|angry|furious|cross\b|shout|annoy|upset|unhappy|"
            r"grumbl|complain|said no\b|no way|veto|block|cold feet|hated|hate|fell out|"
            r"tension|stubborn|clash|moan|debat|differ|rather|pushed|won over|"
            r"came round|on side|laugh|rival|sides?\b|union|boss|even so|then again|however|though"
        ),
        "The question asks about a disagreement, and here nobody disagrees with you.",
    ),
    (
        _words(r"customers?\b|clients?\b"),
        _words(
            r"custom|client|guest|patient|passenger|visitor|shopper|buyer|user|tenant|pupil|"
            r"student|parent|famil|mother|father|mum|dad|reader|member|caller|subscriber|"
            r"household|resident|diner|borrower|lender|owner|account|order|subscri|audience|"
            r"fan|viewer|donor|citizen|public|people|lady|man\b|woman|couple|mrs\b|mr\b|"
            r"farmer|landlord|firm|company|compan|supplier|shop|store|school|hospital|council|"
            r"committee|bank|hotel|business|sale|sold|bought|hire|"
            r"who (?:used|asked|came|wanted)|for (?:him|her|them)\b|department"
        ),
        "The question asks about a customer, and here there is none.",
    ),
    (
        _words(
            r"critici[sz]|(?:negative|hard|tough|critical|difficult) feedback|"
            r"feedback you (?:got|received)"
        ),
        _words(
            r"critici|feedback|told me|said|says|told|review|apprais|comment|complain|assess|"
            r"pointed out|remark|fair\b|harsh|too (?:blunt|slow|quick|quiet|loud|long|much)|"
            r"mentor|hear|heard|note|wrote|report|score|marked|rating|manager|boss|supervisor"
        ),
        "The question asks about criticism of you, and here nobody says any.",
    ),
    (
        _words(r"deadlines?\b|under (?:time )?pressure|short of time|tight (?:timeline|schedule)"),
        _words(
            r"deadline|by \w+|until|before|hours?\b|minutes?\b|days?\b|weeks?\b|months?\b|"
            r"late|early|on time|in time|overnight|tonight|tomorrow|urgent|due\b|schedule|"
            r"date\b|hurry|rush|soon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|o'clock|noon|"
            r"midnight|morning|evening|left\b"
        ),
        "The question asks about a deadline, and here no time is short.",
    ),
    (
        _words(
            r"(?:taught|teach|train(?:ed)?|mentor(?:ed)?|coach(?:ed)?|"
            r"develop(?:ed)?) (?:someone|somebody|others|another|a |an |your )"
        ),
        _words(
            r"taught|teach|train|mentor|coach|show|learn|explain|apprentic|trainee|junior|"
            r"new (?:starter|joiner|boy|girl|lad|one|people|colleague|recruit|hire)|student|"
            r"pupil|lesson|practi[sc]|guid|help|beside|alongside|intern\b|probation|"
            r"let (?:him|her|them)|develop|course|feedback|workshop|manual|instruct|supervis|"
            r"demonstrat|how to"
        ),
        "The question asks about teaching somebody, and here nobody is taught.",
    ),
)
_OR_BEFORE = Pattern(r"\bor\W+(?:\w+\W+){0,3}\Z", re.IGNORECASE)
_OR_AFTER = Pattern(r"\w*(?:\W+\w+){0,2}\W+or\b", re.IGNORECASE)
# What is looked at of a question; nobody asks one longer than this.
_QUESTION = 1000


def _find(draft: Draft) -> Iterator[Hit]:
    question = draft.question[:_QUESTION]
    told = draft.reading.sentences
    if not question or not draft.is_story or draft.words < ENOUGH_WORDS or not told:
        return
    for asked, shown, message in _KINDS:
        if _is_asked(asked, question) and not shown.search(draft.text):
            yield Hit(start=told[0].start, end=told[0].end, message=message)
            return


def _is_asked(asked: Pattern, question: str) -> bool:
    """Whether the question asks for this kind and leaves no choice of another."""
    places = list(asked.finditer(question))
    if len(places) != 1:
        return bool(places)
    before, after = question[: places[0].start()], question[places[0].end() :]
    return not _OR_BEFORE.search(before) and not _OR_AFTER.match(after)


RULE = Rule(
    code="S13",
    name="off-question",
    family="structure",
    severity="warning",
    cost=6,
    most=6,
    message="The story does not show what the question asks for.",
    remedy=(
        "Tell a story that holds what was asked for, or bring it out here: say in the first "
        "sentence what went wrong, who disagreed, or who was served."
    ),
    find=_find,
)
