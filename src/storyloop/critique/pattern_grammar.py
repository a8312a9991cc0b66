"""What may be known of a regular expression without compiling it: where it begins, what it needs.

Of groups only those are known that have no number, as no others are needed where it matters.
"""

import re
from collections.abc import Iterator

from storyloop.reading.plain import plain

_DEEPEST = 9  # groups within groups
_CLASS = r"\\.|\[\^?\]?(?:\\.|[^]\\])*+\]"
_REPEAT = r"(?:[*+?]|\{[0-9,]+\})\??"
_INSIDE = rf"(?:[^()\[\\]++|{_CLASS})*+"
for _ in range(_DEEPEST):
    _INSIDE = rf"(?:[^()\[\\]++|{_CLASS}|\({_INSIDE}\))*+"
_GROUP = rf"\({_INSIDE}\)"
_ALTERNATIVE = re.compile(rf"((?:[^()|\[\\]++|{_CLASS}|{_GROUP})*+)\|", re.DOTALL)
# A literal gives its last letter away if that may be repeated or left out.
_LITERAL = r"[^\\\[\](){}|*+?.^$]+(?![*+?{])"
_BEGINNING = re.compile(_LITERAL)
_LITERALS = re.compile(r"[^\\\[\](){}*+?.^$]*")
_ITEM = re.compile(
    rf"(?P<literal>{_LITERAL})|"
    rf"(?P<opening>\((?:\?(?:[:=!]|<[=!]))?)(?P<choice>{_INSIDE})\)(?P<repeat>(?:{_REPEAT})?)|"
    rf"(?:{_CLASS}|.)(?:{_REPEAT})?",
    re.DOTALL,
)
# What such a group held can be asked for, so that none may be left out.
_NUMBERED = re.compile(r"(?<!\\)\((?!\?(?:[:=!]|<[=!]))")
_NO_MATCH = "(?!)"
FEW, MANY = 2, 4
"""To how many letters beginnings are cut: to the most that are known."""
FIGURE = r"\d"
"""What stands for a beginning that is some figure."""
# Plain forms of line feeds differ.
_WORD = re.compile(r"[\w'][^\n]{1,3}|\\d")


def has_numbered_groups(choice: str) -> bool:
    """Return whether it can be asked what a group of `choice` held."""
    return _NUMBERED.search(choice) is not None


def alternatives(choice: str) -> list[str]:
    """Return what stands between the bars of `choice` that are in no group."""
    found: list[str] = _ALTERNATIVE.findall(f"{choice}|")
    return found


def first_group(form: str) -> re.Match[str] | None:
    """Return the group that `form` begins with, if any: its `choice` and its `repeat`."""
    return _ITEM.match(form) if form.startswith("(?:") else None


def possible(choice: str, text: str, before: str = "") -> list[str]:
    """Return the alternatives of `choice` that may match in `text`, right after `before`."""
    if _LITERALS.fullmatch(choice):
        return [form for form in choice.split("|") if before + form in text]
    found = (_possibly(form, text, before) for form in alternatives(choice))
    return [form for form in found if form is not None]


def _possibly(form: str, text: str, before: str) -> str | None:
    """Return `form` without what cannot match in `text` right after `before`, None if nothing can.

    A group of which nothing is left stays, so that the form is put in order as the whole one is.
    """
    beginning = _BEGINNING.match(form)
    if beginning and before + beginning[0] not in text:
        return None
    kept: list[str] = []
    for item in _ITEM.finditer(form):
        said, kind = item[0], item.lastgroup
        if kind == "literal":
            before += said
            if before not in text:
                return None
        elif kind == "repeat":
            opening, choice, repeat = item["opening"], item["choice"], item["repeat"]
            joined = repeat in {"", "?"} and not opening.startswith("(?<")
            left = possible(choice, text, before if joined else "")
            if left:
                before = ""
            elif "!" not in opening and not repeat.startswith(("?", "*", "{0")):
                return None
            said = f"{opening}{'|'.join(left) or _NO_MATCH}){repeat}"
        else:
            before = ""
        kept.append(said)
    return "".join(kept)


def beginnings(form: str) -> frozenset[str] | None:
    """Return what the plain form of all that `form` matches begins with, two letters or four.

    None if a match may begin with something else, or within a word.
    """
    known = {plain(each) for each in _begun(form, "", at_edge=False)}
    if not all(_WORD.fullmatch(each) for each in known):
        return None
    short = {each[:FEW] for each in known if len(each) < MANY}
    return frozenset(short | {each for each in known if each[:FEW] not in short})


def _begun(form: str, before: str, *, at_edge: bool) -> Iterator[str]:
    """Yield what `before` and what `form` then matches begin with, as far as it is known.

    Nothing is known of what does not begin at the edge of a word.
    """
    item = _ITEM.match(form)
    if len(before) >= MANY or item is None:
        yield before[:MANY]
        return
    said, rest = item[0], form[item.end() :]
    if said == r"\b":
        yield from _begun(rest, before, at_edge=True)
    elif item.lastgroup == "literal" and at_edge:
        yield from _begun(rest, before + said, at_edge=True)
    elif said in {r"\d", r"\d+"} and at_edge and not before:
        yield FIGURE
    elif said.startswith(("(?!", "(?=", "(?<")):
        yield from _begun(rest, before, at_edge=at_edge)
    elif said[1:] == "?" and said[0] != "." and at_edge:
        yield from _begun(rest, before, at_edge=True)
        yield from _begun(rest, before + said[0], at_edge=True)
    elif said.startswith("(?:") and item["repeat"] in {"", "?"}:
        if item["repeat"]:
            yield from _begun(rest, before, at_edge=at_edge)
        for each in alternatives(item["choice"]):
            yield from _begun(each + rest, before, at_edge=at_edge)
    else:
        yield before
