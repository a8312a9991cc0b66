"""The stated size of a change does not follow from the two figures beside it.

What it does
Where a text gives a figure before, a figure after and the size of the change, it works the change
out. It reports the place when the stated size is well off; rounding, "about" and "nearly" are
allowed for, and a pair that cannot be compared is left alone. "X, from Y before, so Z %" and "X of
Y, so Z %" are worked out as well.

Why
Interviewers who think in numbers do this sum while you speak. One sum that fails costs the trust
in every other figure of the answer, even when the work behind it was sound.

Example
"We cut the waiting list from 80 patients to 60, a reduction of half."

Use instead
"We cut the waiting list from 80 patients to 60, a reduction of a quarter."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.figures import lowered
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Quantity

# "1,450 pots, from 300 before, so we grew by": what it is, what it was, and how much that is.
_FROM = Pattern(
    r"[^.;]{0,32}[,(] ?(?:up |down |and not |it was |there were )?(?:from|after|against|where "
    r"(?:it|"
    r"there) (?:was|were|had been)|compared (?:with|to)) (?:the |about |only )?"
)
_OF = Pattern(r" ?(?:\w+ ){0,2}(?:out )?of (?:the |our |all |some )?(?:\w+ )?")
_SO = Pattern(
    r"[^.;]{0,32}?(?:,|:|\(|–|-|=|;| and)? ?(?:so|which is|which was|that is|that's|that was|this "
    r"is|"
    r"meaning|i\.e\.|or|=|making|an? (?:rise|fall|growth|increase|drop|cut|reduction|improvement|"
    r"decrease|gain) of)\b[^.;\d]{0,32}?"
)
_SHARE = Pattern(
    r" ?(?:%|per ?cent|percent)? ?(?:done|finished|complete[d]?|of (?:them|it|all|the))?(?=\W|$)"
)
_MOVES = Pattern(r"\b(?:rise|fall|grew|growth|more|less|up|down|better|increase|drop|cut|saving)\b")
# What rounding, or a figure said from memory, may be off by.
_POINTS = 3.0
_PART = 0.08


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    wrong = [
        (change.start, change.end) for change in draft.reading.changes if change.follows is False
    ]
    # "1,450 people opened one": it counts nothing.
    told = [each for each in draft.reading.quantities if each.unit or each.text.lower() != "one"]
    low = lowered(draft.text) if any(each.kind == "percent" for each in told) else ""
    for first, second, *later in (told[at : at + 4] for at in range(len(told) - 2)):
        wrong += (
            (first.start, claim.end)
            for claim in later
            if claim.kind == "percent" and _does_not_follow(low, first, second, claim)
        )
    reached = 0
    for start, end in sorted(wrong):
        if start >= reached:
            reached = end
            yield Hit(start=start, end=end)


def _does_not_follow(low: str, first: Quantity, second: Quantity, claim: Quantity) -> bool:
    """Return whether `claim` is told of two figures that make another percentage."""
    between = low[first.end : second.start]
    if min(first.high, second.high) <= 0 or "percent" in {first.kind, second.kind}:
        return False
    if not _SO.fullmatch(low, second.end, claim.start):
        return False
    if _OF.fullmatch(between):
        said = low[second.end : claim.end + 24]
        if _MOVES.search(said) or not _SHARE.match(low, claim.end) or first.high > second.high:
            return False
        true = [100 * first.high / second.high]
        true.append(100 - true[0])
    elif _FROM.fullmatch(between):
        times = 100 * first.high / second.high
        true = [abs(times - 100), times]
    else:
        return False
    return all(abs(each - claim.high) > max(_POINTS, _PART * each) for each in true)


RULE = Rule(
    code="E05",
    name="wrong-arithmetic",
    family="evidence",
    severity="error",
    cost=12,
    most=12,
    message="The stated change does not follow from the figures before and after.",
    remedy="Work the change out again from the two figures, and keep whichever is right; if you "
    "are unsure, give the two figures alone.",
    find=_find,
)
