"""Compiles long choices of phrases so that they are quick to look for."""

import re
from collections.abc import Iterator

_DEEPEST = 5
_REPEATS = "?*+{"


def any_of(choice: str) -> re.Pattern[str]:
    r"""Return a pattern for whole words that match one of the alternatives of `choice`.

    It finds what `\b(?:choice)\b` finds, and tries only the phrases with the right first letters
    where the plain choice tries all of them at every word.
    """
    forms = [each for form in _alternatives(choice) for each in _opened(form)]
    return re.compile(rf"\b{_by_letter(forms, 0)}\b")


def _alternatives(choice: str) -> Iterator[str]:
    """Yield what stands between the bars of `choice` that are in no group."""
    depth, start, inside = 0, 0, False
    escaped = False
    for place, char in enumerate(choice):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif inside:
            inside = char != "]"
        elif char == "[":
            inside = True
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and not depth:
            yield choice[start:place]
            start = place + 1
    yield choice[start:]


def _opened(form: str) -> Iterator[str]:
    """Yield the phrases that `form` stands for if it begins with a choice, else `form`."""
    if not form.startswith("(?:"):
        yield form
        return
    depth = 0
    for place, char in enumerate(form):
        depth += (char == "(") - (char == ")")
        if not depth:
            inner, rest = form[3:place], form[place + 1 :]
            break
    else:
        yield form
        return
    if rest[:1] in {"*", "+", "{"}:
        yield form
        return
    if rest[:1] == "?":
        rest = rest[1:]
        yield from _opened(rest)
    for each in _alternatives(inner):
        yield from _opened(each + rest)


def _by_letter(forms: list[str], depth: int) -> str:
    """Return a choice of `forms` in which those with the same beginning share it."""
    shared: dict[str, list[str]] = {}
    others: list[str] = []
    for form in forms:
        plain = form[:1].isalpha() or form[:1] in {" ", "'"}
        if plain and form[1:2] not in {*_REPEATS} and depth < _DEEPEST:
            shared.setdefault(form[0], []).append(form[1:])
        else:
            others.append(form)
    choices = [
        letter + (rest[0] if len(rest) == 1 else _by_letter(rest, depth + 1))
        for letter, rest in shared.items()
    ]
    return f"(?:{'|'.join([*choices, *others])})"
