"""Nothing at all goes against the teller.

What it does
Looks for sentences that say how smoothly everything went ("without a hitch", "everybody was on
board at once", "exactly as planned"). It reports the first of them when the text has none of the
words that tell of an obstacle: something that failed, somebody who objected, what it cost, what
was lost, a second try.

Why
Interviewers listen for how you behave when something resists. An answer in which nothing does
sounds arranged, and it leaves the most interesting part of the work untold. The reply is usually
a probe: "And what went wrong?"

Example
"I presented the new rota, everyone agreed at once, and it has run without a hitch ever since."

Use instead
"I presented the new rota. Two of the night porters refused it, so I changed the hand-over for
them, and after that it held."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.figures import lowered
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Sentence

_SMOOTH = re.compile(
    r"\bwithout (?:a |any |further )?(?:hitch|murmur|problems?|issues?|complications?|difficult\w+|"
    r"trouble|incidents?|objections?|remarks?|hiccups?|resistance)\b"
    r"|\bno (?:issues|objections|difficulties|problems|resistance|complications|hiccups|"
    r"surprises)\b"
    r"|\b(?:exactly|entirely|all|just) (?:as|to|according to) plan(?:ned)?\b|\beverything (?:to|"
    r"went to|"
    r"went as|went according to|was as) plan"
    r"|\b(?:bought in|on board|agreed|adopted it|accepted it|behind it|in favour|understood)"
    r"[^.;]{0,24} (?:at once|immediately|straight ?away|from day one|from the start|"
    r"from the word go)\b"
    r"|\b(?:buy-in|bought into)[^.;]{0,40} (?:from the word go|from day one|from the start|"
    r"at once)\b"
    r"|\bunderst\w+ (?:all |everything )?(?:immediately|at once)\b"
    r"|\bat no (?:point|time) [^.;]{0,20}\b(?:difficult\w+|problems?|issues?|resistance)\b"
    r"|\b(?:went|ran|worked|goes) (?:very |really |so |all |perfectly |completely )?(?:smoothly|"
    r"perfectly|like clockwork|like a dream)\b"
    r"|\bnever came off\b|\b(?:fell|falls) into place\b|\bplain sailing\b"
    r"|\b(?:welcomed|loved|liked) by (?:everyone|everybody|all)\b"
    r"|\b(?:everyone|everybody|all) (?:was|were) (?:fully )?(?:on board|in favour|behind (?:it|me|"
    r"us))\b",
)
_AGAINST = re.compile(
    r"\b(?:however|unfortunately|despite|except|refus\w+|object(?:ed|ion)|"
    r"argu\w+|disagree\w*|pushback|push-back|resist\w*|complain\w*|angry|cross|annoyed|grumbl\w+|"
    r"fail\w*|broke|broken|wrong|my mistake|late(?! (?:morning|afternoon|evening|spring|summer|"
    r"autumn|winter))|delay\w*|missed|lost|losing|lose|cost us|hard(?! work)|difficult|"
    r"stuck|crash\w*|worse|worst|snag|leak\w*|second (?:try|go|attempt)|too (?:slow|late|few|"
    r"little|much)|didn't|wouldn't|couldn't|did not|would not|could not|not happy|had to (?:stop|"
    r"start|redo|give)|overran|short of|afraid|worried|frightened|sorry|apolog\w+|sceptic\w*|"
    r"doubt\w*|unhappy|upset|panic\w*|quit|shout\w*|trouble|struggl\w*|turned (?:me|us|it) down)\b",
)
# What is denied is no obstacle: "no delay", "without trouble", "not a single complaint".
_DENIED = re.compile(r"\b(?:no|not|never|without|any|nobody|none)(?: \w+){0,2} $")
_BACK = 24


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    low = lowered(draft.text)
    smooth: Hit | None = None
    for sentence in draft.sentences("action", "result"):
        phrases = [match.span() for match in _SMOOTH.finditer(low, sentence.start, sentence.end)]
        if phrases and smooth is None:
            smooth = Hit(start=phrases[0][0], end=phrases[0][1])
        if _goes_against(low, sentence, phrases):
            return
    if smooth:
        yield smooth


def _goes_against(low: str, sentence: Sentence, phrases: list[tuple[int, int]]) -> bool:
    """Return whether an obstacle is told outside the `phrases` that tell how smooth it was."""
    spans = iter(phrases)
    span = next(spans, None)
    for match in _AGAINST.finditer(low, sentence.start, sentence.end):
        while span and span[1] <= match.start():
            span = next(spans, None)
        within = span is not None and span[0] <= match.start()
        begin = max(sentence.start, match.start() - _BACK)
        if not within and not _DENIED.search(low, begin, match.start()):
            return True
    return False


RULE = Rule(
    code="E09",
    name="too-smooth",
    family="evidence",
    severity="advice",
    cost=2,
    most=2,
    message="Nothing goes against you in this story, which makes it hard to believe.",
    remedy="Tell the one thing that resisted (a person, a deadline, a first try that failed) and "
    "what you did about it.",
    find=_find,
)
