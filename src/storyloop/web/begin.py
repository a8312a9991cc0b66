"""Starting from nothing: a kind of story, its questions one at a time, and the form they fill."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storyloop import guide
from storyloop.story import Story
from storyloop.web.editor import Editor
from storyloop.web.forms import ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from django import forms

    from storyloop.guide import Archetype, Prompt

    Content = Mapping[str, list[str]]

KIND, PLACE = "begin", "place"
# The question that an interviewer is made to ask, where a prompt quotes one.
_QUOTED = re.compile(r"'([^']+\?)'")
# For each field, what it is called, and why its question is put.
_FIELDS = {
    "headline": (
        "Headline",
        "If one line stays with the interviewer, let it be this one, with its number.",
    ),
    "situation": (
        "Situation",
        (
            "Whoever does not see what was at stake cannot see why it mattered what you did. "
            "Two or three sentences are enough."
        ),
    ),
    "task": ("Task", "What you answered for is what makes the result yours."),
    "action": (
        "Action",
        "This is what you are judged by: what you did, in the order in which you did it, and why.",
    ),
    "result": ("Result", "A figure convinces when the one it started from stands beside it."),
    "learned": (
        "Learned",
        "They ask what you would do differently. A plain answer earns more trust than none.",
    ),
    "metrics": (
        "Numbers",
        "Put down one number; more can follow in the form. An estimate will do if it says so.",
    ),
    "trade_offs": (
        "Trade-offs",
        "What you turned down, and why, shows your judgement as much as what you chose.",
    ),
    "stakeholders": (
        "People",
        "Somebody wanted something else, or had to be won. How you heard them is asked next.",
    ),
    "follow_ups": (
        "If they ask",
        "A question that you have answered in peace once does not catch you out on the day.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One question of a kind of story; `names` are the fields of the page that hold its answer."""

    place: int
    prompt: Prompt
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        """What the field is called that the answer goes to."""
        return _FIELDS[self.prompt.field][0]

    @property
    def why(self) -> str:
        """Why the question matters."""
        return _FIELDS[self.prompt.field][1]

    @property
    def is_row(self) -> bool:
        """Whether the answer has several fields."""
        return self.prompt.field in ROWS

    def row(self, content: Content) -> forms.Form:
        """Return the fields of an answer that has several, as they were filled in."""
        form, _ = ROWS[self.prompt.field]
        typed = {name.rpartition("-")[2]: _said(content, name) for name in self.names}
        initial = self._given | {name: text for name, text in typed.items() if text}
        row = form(initial=initial, prefix=f"{self.prompt.field}-0")
        first = next(name for name in row.fields if name not in self._given)
        row.fields[first].widget.attrs["autofocus"] = True
        return row

    def text(self, content: Content) -> str:
        """Return the answer as it was typed into one field."""
        return _said(content, self.names[0])

    def answer(self, content: Content) -> str:
        """Return what was answered, on a line for each field; empty if nothing was."""
        given = {*self._given.values(), *self._chosen}
        said = (_said(content, name).strip() for name in self.names)
        return "\n".join(text for text in said if text and text not in given)

    @property
    def _given(self) -> dict[str, str]:
        quoted = _QUOTED.search(self.prompt.ask) if self.prompt.field == "follow_ups" else None
        return {"question": quoted[1]} if quoted else {}

    @property
    def _chosen(self) -> Iterator[str]:
        """Yield what a field holds that always has a choice."""
        if self.is_row:
            form, _ = ROWS[self.prompt.field]
            yield from (each.initial for each in form.base_fields.values() if each.initial)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A kind of story with its questions, and where in them one is; places count from 1."""

    archetype: Archetype
    steps: tuple[Step, ...]
    place: int

    @classmethod
    def of(cls, kind: str, place: str | int = "") -> Begun | None:
        """Return the questions of a kind, or None if the guide has no such kind."""
        if kind not in guide.vocabulary().archetypes:
            return None
        archetype = guide.archetype(kind)
        steps = tuple(_steps(archetype))
        text = str(place)
        number = int(text) if text.isdecimal() and len(text) <= len("12") else 1
        return cls(archetype=archetype, steps=steps, place=min(max(number, 1), len(steps)))

    @classmethod
    def read(cls, content: Content, place: str = "") -> Begun | None:
        """Return where a draft is, or at its question `place`; None if it is a form's."""
        return cls.of(_said(content, KIND), place or _said(content, PLACE))

    @property
    def step(self) -> Step:
        """The question that is put now."""
        return self.steps[self.place - 1]

    def answered(self, content: Content) -> list[tuple[Step, str]]:
        """Return the questions that were answered, with the answers."""
        return [(each, said) for each in self.steps if (said := each.answer(content))]

    def others(self, content: Content) -> list[tuple[str, str]]:
        """Return the answers to the other questions, by the names of their fields."""
        names = (name for each in self.steps if each != self.step for name in each.names)
        return [(name, _said(content, name)) for name in names if name in content]

    def form(self, content: Content) -> dict[str, list[str]]:
        """Return what the form of a story holds once every answer is in its field."""
        filled = Editor.of(Story(id="story", archetype=self.archetype.id)).content
        for each in self.steps:
            if each.is_row:
                if each.answer(content):
                    filled |= {name: content[name] for name in each.names if name in content}
            elif said := each.text(content).strip():
                field = each.prompt.field
                # The headline is one line; the others have a paragraph for each answer.
                said = " ".join(said.split()) if field == "headline" else said
                filled[field] = ["\n\n".join(text for text in (*filled[field], said) if text)]
        return filled


def _steps(archetype: Archetype) -> Iterator[Step]:
    counts: Counter[str] = Counter()
    for place, prompt in enumerate(archetype.prompts, 1):
        counts[prompt.field] += 1
        yield Step(place=place, prompt=prompt, names=tuple(_names(prompt, counts[prompt.field])))


def _names(prompt: Prompt, number: int) -> Iterable[str]:
    if prompt.field not in ROWS:
        return (f"answer-{prompt.field}-{number}",)
    form, _ = ROWS[prompt.field]
    return (f"{prompt.field}-0-{name}" for name in form.base_fields)


def _said(content: Content, name: str) -> str:
    return "".join(content.get(name, ()))
