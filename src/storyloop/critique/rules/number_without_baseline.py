"""A figure of the result has nothing beside it to compare it with.

What it does
Looks in the result for figures that only mean something by comparison: a share, a rate, an average,
a score, or what something stands at, rose or fell to or by. It reports one when its sentence
compares nothing and no other level of its kind stands in the text. Plain counts, costs and dates
stand for themselves.

Why
"Twelve days a file" may be a triumph or a disgrace. The guide asks for a baseline beside every
result: what it was before, what others reach, or what was promised.

Example
"Late deliveries came down to 4 per cent."

Use instead
"Late deliveries came down to 4 per cent, from 11 the winter before."
"""

import re
from collections.abc import Iterator
from itertools import islice

from storyloop.critique.draft import Draft
from storyloop.critique.figures import COMPARED, figures, lowered
from storyloop.critique.levels import OFTEN, is_level, minutes
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Quantity, Sentence

_CAME_TO = Pattern(
    r"\b(?:down|up|fell|fallen|falls|dropped|rose|risen|grew|grown|climbed|brought|cut|reduced|"
    r"raised|lowered|increased|decreased|improved|shrank|shrunk|jumped|went|came down|slipped|"
    r"slid|sank|soared|stands?|settled|is now|are now|now|averag\w+|hover\w*) "
    r"(?:[\w']+ )?(?:to|at|by) (?:[\w']+ ){0,2}$|\baverage of (?:\w+ )?$"
    r"|^\W*(?:\d+[.)] )?(?:[\w'-]+ ){1,3}now (?:about |around |only |just )?$"
    r"|\b(?:is|are|it's|they're|we're|we are) (?:now|today) (?:about |around |some |only |just )?$"
    r"|\b(?:now|today) (?!at\b)[^.;:,]{0,24}\b(?:in|at|takes?|run|use|need|do) (?:\w+ )?$",
    re.IGNORECASE,
)
# A note with no verb in it: "Walk-offs at one in thirty".
_LEVEL = Pattern(r"\W*(?:\d+[.)] )?(?:(?!\w+ed\b)[\w'-]+ ){1,3}at (?:about |around )?")
_ONE_IN = Pattern(
    r"\bin (?:a |every |each )?(?:five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|"
    r"fifty|hundred|thousand|\d+)$",
    re.IGNORECASE,
)
_BY = Pattern(r"\bby (?:about |around |some |nearly |almost |over |more than |roughly )?$")
_MOVE = Pattern(
    r" (?:improvement|increase|rise|growth|fall|drop|decrease|reduction|saving|cut|better|worse)\b"
)
# What is said of a share that was paid or lost, or judged on the spot, needs no level to go by.
_JUDGED = Pattern(
    r"\bon (?:last|the (?:previous|last|same)|a) (?:year|quarter|month|week|season|spring|summer|"
    r"autumn|winter)\b|\b(?:came|went|gone|come) (?:back|down) again\b|\bc[ao]me back (?:down|"
    r"up)\b|"
    r"\b(?:when|where) (?:in|at|on|the|it|he|she|they|we|before|last) [^.;]{0,40}?(?:\bhad\b|'d\b|"
    r"\bwas\b|\bwere\b|"
    r"\bused\b)|\b(?:level|steady|unchanged|constant) (?:at|with|on)\b"
    r"|\b(?:normally|typically|on average elsewhere|which (?:is|was|counts? as) (?:a |an |the |"
    r"very "
    r"|"
    r"still )*(?:good|bad|high|low|normal|average|best|worst|record|typical|top|first)|"
    r"(?:lost|gave (?:up|away)|give (?:up|away)|gave|paid|cost us|lose) (?:[\w']+ ){0,2}"
    r"(?:\d|half|one|two|three|four|five|six|ten))\b"
    r"|\b(?:it|that|this|they|he|she) (?:was|were) [^.;]{1,70}\b(?:and|but|now) (?:it's|it is|it "
    r"was|"
    r"they're|they were|that's|is|was) (?:now )?(?:\d|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|twelve)"
)
# A share of what was counted, or by how much less there was of it, says what it is of.
_PART_OF = Pattern(
    r" of (?:them|theirs|those|these|us|the)\b| (?:fewer|less|more) (?:of|\w+s)\b", re.IGNORECASE
)
_STANDS = Pattern(r"\b(?:it's|it is|they're|we're|i'm) (?:at )?$", re.IGNORECASE)
_ONCE = (" that night", " that day", " that evening", " that morning")
# "It is now fourteen months" says how long ago it was.
_LASTED = Pattern(r"\b(?:it|that)(?: is|'s|’s) (?:now|been)(?: now)? $", re.IGNORECASE)
# "More than half" compares nothing.
_OVER = Pattern(
    r"\b(?:more|less|fewer|greater|other|better) than (?:(?:a|an|one) )?"
    r"(?:\d|[£$€]|half|third|quarter|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen)"
)
_COUNTED = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred)(?:-\w+)?"
)
_SHARE = Pattern(rf"\b{_COUNTED} (?:out )?(?:of|in) (?:every |the |our |my )?{_COUNTED}\b")
_SCORE = Pattern(rf"\b{_COUNTED} (?:\w+ )?out of (?:five|ten|a hundred|5|10|20|100)\b")
_OF_THEM = Pattern(r" (?:or \w+ )?of (?:the|my|our|them|us|his|her|their|these|those|you)\b")
_NEAR = 48
_SOON = 160
# A bare figure below this may be any count.
_FEW = 6.0
# A figure this many times as large or small is no baseline.
_FAR = 30.0
# So much longer or shorter a time is no baseline either, nor is a bare figure so much larger.
_FAR_TIMES = 12.0
_ALL = 100.0
_GAVE = Pattern(r"\bg[ai]v(?:e|es|en|ing)\b", re.IGNORECASE)
# Each of these is compared with every other figure; a text of numbers alone has far more.
_MOST_FIGURES = 50
_MOST_LEVELS = 120


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    compared = _compared(draft)
    low = lowered(draft.text)
    for sentence, quantity in islice(figures(draft), _MOST_FIGURES):
        if sentence.start in compared or not (_relative(sentence, quantity)):
            continue
        share = _SHARE.match(low, quantity.start)
        within = share.end() if share else quantity.end
        if not any(
            _comparable(quantity, other)
            for other in _levels(draft, quantity)
            if not quantity.start < other.start < within
            and not _among(low, other)
            and (_SCORE.match(low, other.start) or not _SCORE.match(low, quantity.start))
        ):
            yield Hit(start=quantity.start, end=quantity.end)


def _levels(draft: Draft, figure: Quantity) -> Iterator[Quantity]:
    """Yield the other figures, without those that say by how much something else moved.

    What a share fell by is no level either; another share elsewhere is no baseline for it.
    """
    moved = _is_share(figure) and _is_claim(draft.text, figure)
    for other in islice(draft.reading.quantities, _MOST_LEVELS):
        if moved and not 0 <= other.start - figure.end < _NEAR:
            continue
        if not (_is_share(other) and _is_claim(draft.text, other)):
            yield other


def _among(low: str, other: Quantity) -> bool:
    """Return whether `other` only picks some out: "two of the drivers", "with one of them"."""
    return not other.unit and _OF_THEM.match(low, other.end) is not None


def _is_claim(text: str, each: Quantity) -> bool:
    return (
        _BY.search(text, max(0, each.start - 20), each.start) is not None
        or _MOVE.match(text, each.end) is not None
    )


def _compared(draft: Draft) -> set[int]:
    """Return where the sentences of the result begin that hold a comparison."""
    changes = [change.start for change in draft.reading.changes if change.before is not None]
    low = lowered(draft.text)
    return {
        sentence.start
        for sentence in draft.sentences("result")
        if _compares(low, sentence)
        or any(sentence.start <= start < sentence.end for start in changes)
    }


def _compares(low: str, sentence: Sentence) -> bool:
    said = low[sentence.start : sentence.end]
    if " than " in said:
        said = _OVER.sub("", said)
    if " of " in said:
        said = _SHARE.sub("", _SCORE.sub("", said))
    return COMPARED.search(said) is not None or _JUDGED.search(said) is not None


def _relative(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether the figure says little without another one."""
    if quantity.kind == "percent" and quantity.low > _ALL:
        # "I gave it a hundred and ten per cent."
        return not _GAVE.search(sentence.text)
    end = quantity.start - sentence.start
    said = sentence.text[max(0, end - _NEAR) : end]
    after = sentence.text[quantity.end - sentence.start :][:_NEAR]
    if _stands_alone(said, after, quantity):
        return False
    return (
        quantity.kind == "percent"
        or (quantity.kind == "points" and quantity.text[:1].isdigit())
        or (
            quantity.kind == "count"
            and bool(quantity.per and quantity.unit)
            and quantity.low >= OFTEN
        )
        or _CAME_TO.search(said) is not None
        or (_STANDS.search(said) is not None and after.startswith(" now"))
        or is_level(said, after, quantity)
        or (" in " in quantity.text and quantity.text.endswith(("hundred", "thousand")))
        or (end < _NEAR and _LEVEL.fullmatch(said) is not None)
    )


def _stands_alone(said: str, after: str, each: Quantity) -> bool:
    """Return whether the figure is one of a kind that needs no level, by the words around it."""
    match each.kind:
        case "date" | "ordinal":
            return True
        case "percent":
            return _PART_OF.match(after) is not None
        case "points":
            return False
        case "duration" if _LASTED.search(said) or after.startswith(_ONCE):
            return True
        case "money" | "duration" if said.endswith(("by ", "by about ", "by some ")):
            return True
        case _:
            return said.endswith("the ")


def _comparable(figure: Quantity, other: Quantity) -> bool:
    if other is figure or other.kind in {"date", "ordinal"}:
        return False
    if figure.kind == "percent" and other.kind == "count" and not (other.unit or _is_share(other)):
        # "It was fifty-one per cent, and in January it was sixty-three."
        return _FEW < other.high <= _ALL and 0 < other.start - figure.end < _SOON
    if _is_share(figure) or _is_share(other):
        return _is_share(figure) and _is_share(other)
    if figure.per and other.per != figure.per:
        # "410 litres a month in January, 265 in June"
        return not other.unit and abs(other.start - figure.end) < _NEAR
    if figure.kind == other.kind == "duration":
        low, high = sorted((minutes(figure), minutes(other)))
        return high <= low * _FAR
    low, high = sorted((max(figure.high, 0.1), max(other.high, 0.1)))
    return _same_unit(figure, other) and high <= low * (_FAR if figure.unit else _FAR_TIMES)


def _same_unit(figure: Quantity, other: Quantity) -> bool:
    # A bare figure may leave out the unit that an earlier one has.
    if not figure.unit:
        return other.kind != "duration"
    same = not other.unit or other.unit.casefold() == figure.unit.casefold()
    return other.kind == figure.kind and (same or figure.kind != "count")


def _is_share(each: Quantity) -> bool:
    return (
        each.kind in {"percent", "points"}
        or (each.kind == "count" and 0 < each.high < 1)
        or _ONE_IN.search(each.text) is not None
    )


RULE = Rule(
    code="E02",
    name="number-without-baseline",
    family="evidence",
    severity="advice",
    cost=3,
    most=3,
    message="This figure has nothing to be compared with, so nobody can tell whether it is good.",
    remedy="Name the number it was before, or what others reach or what was promised, beside it.",
    find=_find,
)
