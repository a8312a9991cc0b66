"""A change or a rate is told without the time over which it was reached or measured.

What it does
Looks in the result for a change ("from nine to three", "up by 6 per cent", "came down to four") and
for a share that was reached. It reports one when neither its own sentence nor one near it in the
result says when or over what time.

Why
A fall by a half in a week is another achievement than a fall by a half in three years, and a
figure from one good day is no proof. Interviewers ask for the period; an answer that has it seems
measured and not remembered.

Example
"Returns went from 8 per cent to 5."

Use instead
"Returns went from 8 per cent to 5 within two quarters, and have stayed there."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.figures import PERIOD, figures, lowered
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Change

_VERBS = (
    "down|up|fell|fallen|dropp\\w+|rose|risen|grew|grown|climbed|brought|cut|reduc\\w+|"
    "raised|lowered|increas\\w+|decreas\\w+|improve[sd]?|shrank|shrunk|jumped|went|quicker|"
    "faster|slashed|trimmed|shaved|slipped|soared"
)
_MOVED = Pattern(
    rf"\b(?:{_VERBS}) (?:[\w']+ )?(?:to|by|from)\b"
    r"|\d ?(?:%|per cent|percent) (?:\w+ )?(?:growth|rise|increase|drop|fall|reduction|decrease|"
    r"improvement|saving|uplift)\b",
    re.IGNORECASE,
)
# What stands before a figure that something came to, whatever the figure counts.
_CAME_TO = Pattern(
    r"\b(?:fell|fallen|dropped|rose|risen|grew|climbed|brought|cut|reduced|raised|lowered|"
    r"increased|"
    r"decreased|improved|shrank|jumped|slashed|trimmed|(?:came|come|went|gone|got|is|are|were) "
    r"(?:right |back |way )?(?:down|up)) (?:it |them )?(?:down |up )?(?:to|by) "
    r"(?:about |around |just |only |nearly |almost |under |over |some |roughly |more than )?$"
    r"|\b(?:gained|put on) (?:\w+ )?$",
    re.IGNORECASE,
)
_STOOD = Pattern(r"\b(?:finished|ended|closed|were|was|stood|came in)(?: up)?(?: at)? $")
_FIGURE = (
    r"(?:about |around |nearly |almost |over |under |some |roughly |just |only |more than |less "
    r"than |"
    r"a further |another |well )*(?:\d|[£$€]|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|"
    r"eight\b|"
    r"nine\b|ten\b|eleven\b|twelve\b|fifteen\b|eighteen\b|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|an? (?:hundred|thousand|dozen|half|third|quarter|fifth|sixth|seventh|eighth|"
    r"ninth|tenth|twelfth|couple|factor)\b|half\b|zero\b|nil\b|none\b|hundreds?\b|double figures)"
)
_MOVE = (
    r"(?:fell|fallen|falls|dropp\w+|drops?|rose|risen|rises?|grew|grown|climbed|brought|cuts?|"
    r"cutting|"
    r"reduc\w+|raised|lowered|increas\w+|decreas\w+|improv\w+|shrank|shrunk|shrinks|jumped|went|"
    r"gone|"
    r"goes|slashed|trimmed|shaved|slipped|slid|soared|sank|sunk|lessened|dwindled|plunged|tumbled|"
    r"plummeted|eased|edged|crept|shot|swell\w*|swollen|mounted|rocketed|surged|spiked|declined|"
    r"dipped|diminish\w+|expand\w+|contract\w+|boost\w*|lift\w+|push\w+|drove|driven|"
    r"moved|pulled|pared|knocked|added|gained|lost|saved|accelerat\w+|"
    r"(?:came|come|got|took|taken) (?:[\w']+ ){0,3}?(?:down|up|from)|shorten\w+|sped|speeded|"
    r"lengthen\w+|widen\w+|narrow\w+|strengthen\w+|multipli\w+|"
    r"advanced|leapt|leaped|bounced|recovered|sagged|thinned|caved)"
)
_SIZE = (
    r"(?:lower|higher|fewer|shorter|longer|quicker|faster|cheaper|smaller|bigger|larger|better|"
    r"heavier|lighter|slower|warmer|cooler|stronger|ahead|down|up|earlier|sooner|above|below)"
)
# What moved, and how far, in any words.
_ANY_MOVE = Pattern(
    rf"(?:\b{_MOVE}\b[^.;:]{{0,48}}? (?:by|down by|up by) {_FIGURE}|"
    rf"\b{_MOVE}\b[^.;:]{{0,40}}?[ ,](?:to|below|under|above|past) {_FIGURE}[^.;:]{{0,16}}"
    r"(?<! hours)(?<! o'clock)|"
    rf"\bfrom {_FIGURE}[^.;:]{{0,24}}? (?:down |up )?to (?:just |only |under |about )?{_FIGURE}|"
    rf"\b{_MOVE}\b[^.;:]{{0,40}}?, {_FIGURE}[\w-]*(?: per ?cent| ?%)? to {_FIGURE}|"
    rf"\b(?:down|up) {_FIGURE}[\w.,-]* ?(?:%|per ?cent|percent)|\b{_SIZE} by {_FIGURE}|(?:\d ?%|"
    rf"(?:\d|\w) (?:per ?cent|percent|percentage points?|points)|\d(?:\.\d)?x|(?:a|one|two|three|"
    rf"four) (?:third|half|quarter|"
    rf"fifth|tenth|thirds|quarters|fifths|times)|half) (?:\w+ )?(?!down|up\b){_SIZE}\b|"
    r"\b(?:halv|doubl|trebl|tripl|quadrupl|quintupl)(?:ed|ing)\b(?! (?:check|back|over|up|"
    r"shift|bed|room|glaz))|\b(?:cut|split|sliced|reduced|slashed|down|dropped|fell|gone|went) "
    r"(?:[\w']+ ){0,5}(?:in|by|to) (?:a )?(?:half|third|quarter|fifth|tenth)|\b\w+fold\b|"
    r"\b(?:saved|saves|saving|cut|shaved|knocked|took|trimmed|shed) (?:us |them |it )?"
    rf"{_FIGURE}[\w,.]*(?: [\w%]+){{0,2}} (?:off|from|out of)|"
    rf"\b(?:two|three|four|five|six|ten|\d+) times (?:as|more|the|higher|faster|fewer|bigger)\b)"
)
_FIRST = (
    r"(?:before(?!hand)|previously|(?<!that )(?<!the )(?<!an )earlier|originally|at first|"
    r"to begin with|at the (?:start|beginning|outset))"
)
# What it was and what it is, without a word of moving; or where it stands now.
_PAIR = Pattern(
    rf"\b{_FIGURE}[^.;:]{{0,24}},? (?:against|after|from|instead of|it was|and not|not|rather than|"
    rf"compared (?:to|with)|where it (?:was|had been)) (?:the )?{_FIGURE}[^.;:]{{0,16}} {_FIRST}\b"
    rf"|\b{_FIGURE}[^.;:]{{0,30}} {_FIRST},? (?:and|but|now)\b[^.;:]{{0,24}} {_FIGURE}"
    rf"|\b{_FIRST},? (?:it was |there were |i had |we had )?{_FIGURE}[^.;:]{{0,24}}, (?:and )?"
    rf"(?:now|today) {_FIGURE}"
    rf"|\b(?:is|are|stands?|it's|they're|sits?|runs?)(?: now| today| currently)? (?:down |up )?at "
    rf"(?:about |just |under )?{_FIGURE}"
)
_SPAN = Pattern(
    r"\bbetween (?:early |late |mid-)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|"
    r"summer|"
    r"autumn|winter|easter|christmas|the|one|\d{4})\w*[^.;]{0,20} and\b"
    r"|^\W*(?:and |so )?(?:\w+ ){1,2}(?:days|weeks|months|years|hours|weekends) (?:and|later|in|on|"
    r"after)\b"
)
# A rate names no time of measuring, and who stayed for years says nothing of the figure.
_NO_PERIOD = Pattern(r"(?:an?|per|each|every) \w+|for (?:\w+ ){0,3}\w+")
# Set a figure against a plan or another's, and nothing moved.
_STILL = Pattern(
    r"\b(?:budget|target|plan(?:ned)?|instead of|in place of|against|rather than|compared|versus|"
    r"would|promised|a (?:day|week|month|year|night|shift)|per (?:day|week|month|year)|"
    r"o'clock)\b"
)
# These move without a figure.
_TIMES = Pattern(r"(?:halv|doubl|trebl|tripl|quadrupl|quintupl)(?:ed|ing)|\bhalf\b|fold\b")
_NEAR = 48
# These set two figures beside each other, but nothing moved from one to the other.
_NO_MOVE = Pattern(
    r"\b(?:instead of|in place of|against|rather than|compared|versus|would|less|more)\b",
    re.IGNORECASE,
)
_SHARES = frozenset({"percent", "points", "multiple"})
_LEVELS = frozenset({"count", "duration"})


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    results = list(draft.sentences("result"))
    dated = {
        sentence.start
        for sentence, quantity in figures(draft)
        if quantity.kind == "date" or PERIOD.fullmatch(f"per {quantity.per}")
    }
    moved = _moved(draft)
    if not moved:
        return
    low = lowered(draft.text)
    dated.update(
        each.start
        for each in results
        if _SPAN.search(low[each.start : each.end])
        # "A model within the group these days" says when, and not over what time.
        or any(
            not match[0].endswith("these days") and not _NO_PERIOD.fullmatch(match[0])
            for match in PERIOD.finditer(low, each.start, each.end)
        )
    )
    for index, sentence in enumerate(results):
        near = results[max(0, index - 2) : index + 2]
        if sentence.start in moved and not any(each.start in dated for each in near):
            yield moved[sentence.start]


def _moved(draft: Draft) -> dict[int, Hit]:
    """Return the first change or moved share of each sentence of the result, by its start."""
    hits: dict[int, Hit] = {}
    for sentence, quantity in figures(draft):
        end = quantity.start - sentence.start
        if quantity.kind in _SHARES or (
            quantity.kind in _LEVELS
            and _CAME_TO.search(sentence.text, max(0, end - _NEAR), end) is not None
        ):
            hits.setdefault(sentence.start, Hit(start=quantity.start, end=quantity.end))
    for sentence in draft.sentences("result"):
        if sentence.start in hits and not (
            _MOVED.search(sentence.text)
            or _CAME_TO.search(sentence.text, 0, hits[sentence.start].start - sentence.start)
        ):
            del hits[sentence.start]
    _add_worded(draft, hits)
    changes = iter(draft.reading.changes)
    change = next(changes, None)
    for sentence in draft.sentences():
        while change is not None and change.start < sentence.end:
            if sentence.part == "result" and _is_move(change, draft.text):
                hits[sentence.start] = Hit(start=change.start, end=change.end)
            change = next(changes, None)
    return hits


def _add_worded(draft: Draft, hits: dict[int, Hit]) -> None:
    """Add the moves that are told in other words to sentences of the result without any."""
    low = lowered(draft.text)
    counted = {sentence.start for sentence, _ in figures(draft)}
    for sentence in draft.sentences("result"):
        if sentence.start not in hits and (
            sentence.start in counted or _TIMES.search(low, sentence.start, sentence.end)
        ):
            move = _ANY_MOVE.search(low, sentence.start, sentence.end)
            if move and _STILL.search(low, sentence.start, sentence.end):
                move = None
            if move or (move := _PAIR.search(low, sentence.start, sentence.end)):
                hits[sentence.start] = Hit(start=move.start(), end=move.end())


def _is_move(change: Change, text: str) -> bool:
    if (
        change.before is None
        and (
            change.claim is None
            or change.claim.kind not in _SHARES
            # "We finished at two per cent up": no more than where one stood on a day.
            or _STOOD.search(text[max(0, change.start - _NEAR) : change.start])
        )
    ):
        return False
    return not _NO_MOVE.search(text[change.start : change.end])


RULE = Rule(
    code="E03",
    name="number-without-period",
    family="evidence",
    severity="advice",
    cost=2,
    most=2,
    message="The change has no period: nobody can tell how fast it came or whether it lasted.",
    remedy="Say over what time it was reached or measured, and whether it has held since.",
    find=_find,
)
