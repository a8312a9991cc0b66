"""Looks for long choices of phrases, quickly: in one text as in thousands.

To compile all the choices takes half a second, too long for somebody who checks one answer. So for
the first texts only those phrases are compiled of which the text holds a piece that they cannot do
without. After some texts the choice is compiled as a whole, since that is quicker from then on.
"""

import re
from collections.abc import Iterator, Sequence

_DEEPEST = 5
_REPEATS = "?*+{"
_SOME = 8  # texts, before the whole is compiled
# What stands in a phrase as it is: no group, class or escape, and no letter that may be left out.
_PLAIN = re.compile(r"(?:[a-zA-Z' ,-](?![?*{]))+")
_GAP = "\0"
_OPEN = re.compile(r"\\.|\[[^]]*\]")
_GROUP = re.compile(r"\([^()]*\)")
_NOTHING = re.compile(r"(?!)")


class Phrases:
    """A choice of phrases, each of which begins at a word; made by `any_of` and `any_beginning`."""

    def __init__(self, forms: Sequence[str], ending: str) -> None:
        self._forms = [(form, _piece(form)) for form in forms]
        self._ending = ending
        self._texts = 0
        # A rule asks for a text sentence by sentence.
        self._text = ""
        self._pattern = _NOTHING

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Return the matches in `text` from `start` to `end`, none within another, in its order."""
        return self._for(text).finditer(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in `text` from `start` to `end`, if any."""
        return self._for(text).search(text, start, len(text) if end is None else end)

    def _for(self, text: str) -> re.Pattern[str]:
        """Return a pattern that finds in `text` what the whole choice finds."""
        if self._texts <= _SOME and text != self._text:
            self._texts += 1
            self._text = text
            all_of_it = self._texts > _SOME
            forms = [form for form, piece in self._forms if all_of_it or piece in text]
            self._pattern = _compiled(forms, self._ending) if forms else _NOTHING
        return self._pattern


def any_of(choice: str) -> Phrases:
    r"""Return what finds whole words that match one of the alternatives of `choice`.

    It finds what `\b(?:choice)\b` finds, and tries only the phrases with the right first letters
    where the plain choice tries all of them at every word.
    """
    return Phrases(_forms(choice), r"\b")


def any_beginning(choice: str) -> Phrases:
    r"""Return what finds what `\b(?:choice)` finds: like `any_of`, with an open end."""
    return Phrases(_forms(choice), "")


def _compiled(forms: Sequence[str], ending: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_by_letter(forms, 0)}{ending}")


def _forms(choice: str) -> list[str]:
    return [each for form in _alternatives(choice) for each in _opened(form)]


def _piece(form: str) -> str:
    """Return the longest piece that every match of `form` holds, which may be empty."""
    outside, groups = _OPEN.sub(_GAP, form), 1
    while groups:
        outside, groups = _GROUP.subn(_GAP, outside)
    return max(_PLAIN.findall(outside), key=len, default="")


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
