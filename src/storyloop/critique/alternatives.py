"""Long choices of phrases, put in such an order that they are quick to look for."""

from collections.abc import Iterator, Sequence
from functools import partial

from storyloop.critique.pattern_grammar import alternatives, first_group
from storyloop.critique.patterns import Pattern

_DEEPEST = 5
_REPEATS = "?*+{"


def any_of(choice: str) -> Pattern:
    r"""Return what finds whole words that match one of the alternatives of `choice`.

    It finds what `\b(?:choice)\b` finds, and tries only the phrases with the right first letters
    where the plain choice tries all of them at every word.
    """
    return Pattern(choice, order=partial(_ordered, r"\b"))


def any_beginning(choice: str) -> Pattern:
    r"""Return what finds what `\b(?:choice)` finds: like `any_of`, with an open end."""
    return Pattern(choice, order=partial(_ordered, ""))


def _ordered(ending: str, forms: list[str]) -> str:
    opened = [each for form in forms for each in _opened(form)]
    return rf"\b{_by_letter(opened, 0)}{ending}"


def _opened(form: str) -> Iterator[str]:
    """Yield the phrases that `form` stands for if it begins with a choice, else `form`."""
    group = first_group(form)
    if group is None or group["repeat"] not in {"", "?"}:
        yield form
        return
    rest = form[group.end() :]
    if group["repeat"]:
        yield from _opened(rest)
    for each in alternatives(group["choice"]):
        yield from _opened(each + rest)


def _by_letter(forms: Sequence[str], depth: int) -> str:
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
