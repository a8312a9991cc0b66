"""Joins what changed with how much it is said to have changed, and checks the arithmetic.

A claim and a pair of numbers are joined only where the wording leaves no doubt that they speak of
the same thing: to call true arithmetic false is worse than to miss a false one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from storyloop.reading import wording as w
from storyloop.reading.arithmetic import direction, follows
from storyloop.reading.claims import Claim, claims
from storyloop.reading.late import Late
from storyloop.reading.number_words import SMALL, TENS
from storyloop.reading.pairs import Pair, pairs
from storyloop.reading.plain import plain
from storyloop.reading.shares import shares
from storyloop.reading.values import Change, Quantity

_BE = r"(?:is|was|were|are|has been|have been|had been|'s|made|makes|means|meant|gives|gave)"
_WE = r"(?:we|i|they|it|that|this|which)(?:'d|'ve| had| have| has| was| were| is|'s)?"
_THAT = rf"(?:that|this|it|which|what)(?: ?{_BE})"
_SO = (
    r"(?:so that|so|thus|hence|therefore|meaning(?: that)?|i\.e\.,?|ie|or|in other words,?|"
    rf"that is,|{_THAT}(?: (?:that|about))?|(?:so )?(?:i'd |we'd |let's )?call (?:that|it|this))"
)
# What may stand between a pair and the claim behind it: where and when it was, then a turn that
# points back at the pair.
_TAIL = r"(?P<tail>[^.,;:!?()\n—]{0,70}?)"
_TURN = (
    rf"(?:(?:,|;|:|\(| -| —|,? =)(?: (?:and|all))? ?(?:{_SO} )?"
    r"| (?:which (?:is|was|means|meant)|so|i\.e\.,?|or) (?:that )?|\. (?=\S))"
)
_POINTING = rf"(?:{_SO} )?(?:(?:{w.HEDGES}|an?|the|almost|even|of) )*"
_AFTER_NOUN = Late(rf"{_TAIL}{_TURN}{_POINTING}$")
_AFTER_VERB = Late(
    rf"{_TAIL}(?P<turn>{_TURN})(?P<pointing>{_SO} )?"
    rf"(?P<subject>(?:{_WE} |(?:the |our |my |its )?(?!(?:{w.HEDGES}) )[a-z-]+ )?)"
    rf"(?:'d |had |have |has |was |were |been |be |(?:{w.HEDGES}) )*$"
)
_NEXT_NOUN = Late(
    rf"{_TAIL}\.\s{{1,3}}(?:{_THAT}|{_SO}|an?)(?: (?:{w.HEDGES}|an?|the|almost|even|of))* ?$"
)
_NEXT_VERB = Late(
    rf"{_TAIL}\.\s{{1,3}}(?:so |in other words,? )?(?:that|this|(?:we|i)(?:'d|'ve| had| have))"
    rf"(?: (?:{w.HEDGES}))* $"
)
_PRONOUN = Late(rf"(?:so )?(?:{_WE}) ?$")
_CONTRARY = Late(r"\b(?:and|but|while|whereas|with|although|though|yet)\b")
_AND_TURN = Late(r"\band\b")
_BEFORE_PLAIN = Late(r"(?: [a-z'-]+){0,4} $|(?: [a-z'-]+){0,5}? ?\($|,? ?$")
_BEFORE_COMMA = Late(r"[^.,;:!?()\n]{0,80}[,:(] ?(?:going |down |up )?$|\. ?$")
_OTHER_VERB = Late(
    rf"\b(?:{w.CHANGE_WORDS}|went|came|when|because|while|and|but|with|after we|after i|as)\b"
)
_BUSY = Late(rf"\b(?:{w.CHANGE_WORDS}|went|came|and|but|while|with)\b")
_OF_WHAT = Late(
    r" (?:in|of|on|for|among|at|to) ((?:the |our |my |its |just |only |under |less than |all )*)"
    r"([a-z0-9']+)"
)
_TIME_WORDS = frozenset(
    "second seconds minute minutes hour hours day days night week weeks weekend fortnight month "
    "months quarter quarters year years season spring summer autumn winter january february march "
    "april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday first same following last next it them that this a an one "
    "half total all time peak before previous".split()
)
_MEASURES = frozenset(
    "figure figures number numbers total totals rate share level value amount result".split()
)
_BY_KIND = {
    "percent": frozenset({"exposure", "proportion", "percentage"}),
    "money": frozenset({"bill", "sum"}),
    "duration": frozenset({"wait", "time"}),
}
_RATES = frozenset({"production", "output", "throughput", "rate", "volume"})
_NOUN_BEHIND = Late(r" ([a-z'-]+)")
_AFTER_COMPARATIVE = frozenset(
    "than in on by over within and so but for at to since per each a the of after before now too "
    "overall all with as from when while because which that basically actually really "
    "roughly nearly probably already".split()
)
_FILLER = Late(r",? (?:what|um|uh|er|erm|like|you know|i mean|basically),? ")
_FURTHER = Late(r"\b(?:further|another|again|also|then|target|planned)\b")
_THAN_BEFORE = Late(r" than (?:before|it was|it had been|previously|at the start)\b")
_REACH = 170
_BACK = 90


def changes(text: str, quantities: Sequence[Quantity]) -> tuple[Change, ...]:
    """Return the changes that `text` tells of, in order of their starts.

    `quantities` are those of `text`. A number without a unit takes over that of its partner, and
    that quantity keeps its own span. See `storyloop.reading.arithmetic` for what is rounded.
    """
    low = plain(text)
    found = list(pairs(low, quantities))
    taken = {number.start for pair in found for number in (pair.before, pair.after) if number}
    stated = [claim for claim in claims(low, quantities) if claim.quantity.start not in taken]
    changes = _joined(low, found, stated) + _false_shares(low, quantities, taken)
    return tuple(sorted(changes, key=lambda change: (change.start, change.end)))


def _joined(low: str, found: list[Pair], stated: list[Claim]) -> list[Change]:
    partners = _partners(low, found, stated)
    changes = [_change(pair, partners.get(index)) for index, pair in enumerate(found)]
    joined = {claim.start for claim in partners.values()}
    return changes + [_alone(claim) for claim in stated if claim.start not in joined]


def _false_shares(low: str, quantities: Sequence[Quantity], taken: set[int]) -> list[Change]:
    """Return the shares that are not those of their part and whole; a true one is no change."""
    return [
        replace(_alone(claim), start=pair.start, follows=False)
        for pair, claim in shares(low, quantities)
        if pair.after.start not in taken and follows(claim, pair) is False
    ]


def _partners(low: str, found: list[Pair], stated: list[Claim]) -> dict[int, Claim]:
    """Return the claim that belongs to each pair, by the pair's place in `found`."""
    partners: dict[int, Claim] = {}
    index = 0
    for claim in stated:
        while index < len(found) and found[index].start < claim.start:
            index += 1
        before, after = index - 1, index
        if after < len(found) and after not in partners and _leads_to(low, claim, found[after]):
            partners[after] = claim
        elif before >= 0 and before not in partners and _refers_to(low, claim, found[before]):
            partners[before] = claim
    return partners


def _refers_to(low: str, claim: Claim, pair: Pair) -> bool:
    """Return whether a claim behind a pair speaks of that pair."""
    if not 0 <= claim.start - pair.end <= _REACH:
        return False
    gap = _FILLER.sub(" ", low[pair.end : claim.start])
    about = low[max(0, pair.start - _BACK) : pair.end]
    if not _about_same(low, claim, about) or not _object_fits(claim, pair, about):
        return False
    if claim.form != "verb":
        match = _AFTER_NOUN.match(gap) or _NEXT_NOUN.match(gap)
        return match is not None and not _CONTRARY.search(match["tail"])
    if claim.direction and direction(pair) not in {claim.direction, ""}:
        return False
    match = _AFTER_VERB.match(gap)
    if match and not _CONTRARY.search(match["tail"]):
        subject = match["subject"].strip()
        pointing = bool(match["pointing"]) or ("and" not in match["turn"])
        return pointing and _subject_fits(subject, pair, about)
    match = _NEXT_VERB.match(gap)
    return match is not None and not _CONTRARY.search(match["tail"])


def _subject_fits(subject: str, pair: Pair, about: str) -> bool:
    if not subject or _PRONOUN.fullmatch(subject):
        return True
    return _is_measure(subject.rpartition(" ")[2], pair, about)


def _is_measure(word: str, pair: Pair, about: str) -> bool:
    """Return whether `word` names what the pair counts, by repeating it or by its kind."""
    if word in _MEASURES or word in _BY_KIND.get(pair.after.kind, ()):
        return True
    if pair.after.per and word in _RATES:
        return True
    return len(word) > 3 and re.search(rf"\b{re.escape(word)}\b", about) is not None  # noqa: PLR2004


def _object_fits(claim: Claim, pair: Pair, about: str) -> bool:
    words = [word for word in claim.object.split() if word not in _TIME_WORDS]
    return not words or _is_measure(words[-1], pair, about)


def _about_same(low: str, claim: Claim, about: str) -> bool:
    """Return whether the words behind a claim do not turn it to another matter."""
    behind = low[claim.end : claim.end + 48]
    if _FURTHER.search(low, max(0, claim.start - 16), claim.quantity.start):
        return False
    if behind.startswith((" against", " below", " above", " short of")):
        return False
    if behind.startswith(" than") and not _THAN_BEFORE.match(behind):
        return False
    if claim.form == "adjective" and not re.search(r"(?:up|down|off)$", low[: claim.end][-5:]):
        noun = _NOUN_BEHIND.match(behind)
        if noun and noun[1] not in _AFTER_COMPARATIVE and noun[1] not in about.split():
            return False
    what = _OF_WHAT.match(behind)
    if what is None:
        return True
    word = what[2]
    known = word in _TIME_WORDS or word in SMALL or word in TENS or word.isdigit()
    return known or word in re.findall(r"[a-z']+", about)


def _leads_to(low: str, claim: Claim, pair: Pair) -> bool:
    """Return whether a claim before a pair speaks of that pair."""
    if not 0 <= pair.start - claim.end <= _BACK or low.startswith(" against", claim.end):
        return False
    gap = low[claim.end : pair.start]
    if pair.before is None:
        return not gap.strip() or gap.strip() == "to"
    if _OTHER_VERB.search(gap):
        return _BEFORE_COMMA.match(gap) is not None and not _BUSY.search(gap)
    opened = low.startswith("from", pair.start)
    if opened and _BEFORE_PLAIN.match(gap):
        return True
    return _BEFORE_COMMA.match(gap) is not None and (opened or gap.rstrip().endswith(("(", ":")))


def _change(pair: Pair, claim: Claim | None) -> Change:
    start, end = pair.start, pair.end
    way = direction(pair)
    if claim:
        start, end = min(start, claim.start), max(end, claim.end)
        way = way or claim.direction
    return Change(
        start=start,
        end=end,
        before=pair.before,
        after=pair.after,
        claim=claim.quantity if claim else None,
        direction="up" if way == "up" else "down" if way == "down" else "",
        follows=follows(claim, pair) if claim else None,
    )


def _alone(claim: Claim) -> Change:
    return Change(
        start=claim.start,
        end=claim.end,
        before=None,
        after=None,
        claim=claim.quantity,
        direction=claim.direction,
    )
