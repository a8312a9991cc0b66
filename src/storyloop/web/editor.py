"""A story as a set of forms, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django import forms

from storyloop.story.fields import RECORD_KEYS
from storyloop.web.forms import ROWS, StoryForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.forms.formsets import BaseFormSet
    from django.http import QueryDict

    from storyloop.story import Story

    Rows = Mapping[str, BaseFormSet[forms.Form]]

_KEYS = {**RECORD_KEYS, "follow_ups": ("question", "answer")}
# A made-up count of rows must not keep the server busy for seconds.
_MOST_ROWS = 200
_PLAIN = (
    "title",
    "headline",
    "situation",
    "task",
    "action",
    "result",
    "learned",
    "archetype",
    "organisation",
    "role",
    "when",
    "stakes",
    "tags",
    "private_terms",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing to mend in a form: the field's id on the page, its label and the message."""

    anchor: str
    label: str
    message: str


class Editor:
    """The forms of one story: `form` holds the texts and choices, `rows` the pieces by field."""

    def __init__(self, story: Story, form: StoryForm, rows: Rows) -> None:
        self.story = story
        self.form = form
        self.rows = rows

    @classmethod
    def of(cls, story: Story, *, base: int = 0) -> Editor:
        """Return forms that show `story` as it is at revision `base`."""
        initial = {name: getattr(story, name) for name in _PLAIN} | {
            "base": base,
            "situations": story.situations,
            "principles": story.principles,
            "first_situation": next(iter(story.situations), ""),
            "first_principle": next(iter(story.principles), ""),
        }
        rows = {
            name: [{key: getattr(row, key) for key in keys} for row in getattr(story, name)]
            for name, keys in _KEYS.items()
        }
        return cls._showing(story, initial, rows)

    @classmethod
    def typed(cls, story: Story, data: QueryDict) -> Editor:
        """Return forms that hold what was typed over `story`."""
        form = StoryForm(data, story=story)
        return cls(story, form, {name: _rows(name)(data, prefix=name) for name in ROWS})

    @classmethod
    def _showing(
        cls, story: Story, initial: dict[str, Any], rows: dict[str, list[dict[str, Any]]]
    ) -> Editor:
        form = StoryForm(initial=initial, story=story)
        shown = {name: _rows(name)(initial=found, prefix=name) for name, found in rows.items()}
        return cls(story, form, shown)

    def with_more(self, name: str = "") -> Editor:
        """Return forms with everything typed so far, and an empty row more in `name`, if any."""
        initial = {field.name: field.value() for field in self.form}
        rows = {
            key: [
                {field.name: field.value() for field in form}
                for form in rows.forms
                if key == name or form.has_changed()
            ]
            for key, rows in self.rows.items()
        }
        return self._showing(self.story, initial, rows)

    @property
    def content(self) -> dict[str, list[str]]:
        """What a browser would send of these forms."""
        shown: list[forms.BaseForm] = [self.form]
        for rows in self.rows.values():
            shown += [rows.management_form, *rows.forms]
        return {
            field.html_name: sent
            for form in shown
            for field in form
            if (sent := _sent(field.value()))
        }

    @property
    def base(self) -> int:
        """The revision at which the edit began."""
        return self.form.cleaned_data.get("base") or 0

    @property
    def is_valid(self) -> bool:
        """Whether what was typed makes a story."""
        # All of them are checked, so that every fault is shown at once.
        return all([self.form.is_valid(), *(rows.is_valid() for rows in self.rows.values())])

    @property
    def as_typed(self) -> Story:
        """The story as far as it can be read, whether or not what was typed makes one."""
        _ = self.is_valid
        return self.read()

    @property
    def faults(self) -> list[Fault]:
        """What is to be mended, in the order of the page."""
        return [*_faults(self.form), *(f for rows in self.rows.values() for f in _all(rows))]

    def read(self) -> Story:
        """Return the story as typed; what has no field here or a faulty one stays as it was."""
        typed = self.form.cleaned_data
        changed: dict[str, Any] = {name: typed[name] for name in _PLAIN if name in typed}
        changed["situations"] = _ordered(
            typed.get("first_situation", ""), typed.get("situations", []), self.story.situations
        )
        changed["principles"] = _ordered(
            typed.get("first_principle", ""), typed.get("principles", []), self.story.principles
        )
        for name, rows in self.rows.items():
            _, value = ROWS[name]
            changed[name] = tuple(
                value(**{key: text for key, text in row.items() if key in _KEYS[name] and text})
                for row in (form.cleaned_data for form in rows.forms)
                if row and not row.get("DELETE")
            )
        return replace(self.story, **changed, sample=self.story.sample and not typed.get("mine"))


def _rows(name: str) -> type[BaseFormSet[forms.Form]]:
    form, _ = ROWS[name]
    return forms.formset_factory(
        form,
        extra=1,
        can_delete=True,
        can_delete_extra=False,
        max_num=_MOST_ROWS,
        absolute_max=_MOST_ROWS,
    )


def _sent(value: object) -> list[str]:
    """Return what a field sends that shows `value`; a box that is not ticked sends nothing."""
    if isinstance(value, list | tuple):
        return [str(each) for each in value]
    if isinstance(value, bool):
        return ["on"] if value else []
    return ["" if value is None else str(value)]


def _ordered(first: str, ticked: list[str], before: tuple[str, ...]) -> tuple[str, ...]:
    """Put the first one first and keep the order of those that were there before."""
    kept = [each for each in before if each in ticked]
    return tuple(dict.fromkeys([*([first] if first else []), *kept, *ticked]))


def _faults(form: forms.Form) -> Iterator[Fault]:
    for field in form:
        for message in field.errors:
            yield Fault(anchor=field.id_for_label, label=str(field.label), message=str(message))


def _all(rows: BaseFormSet[forms.Form]) -> Iterator[Fault]:
    for message in rows.non_form_errors():
        yield Fault(anchor=f"rows-{rows.prefix}", label="Rows", message=str(message))
    for form in rows.forms:
        yield from _faults(form)
