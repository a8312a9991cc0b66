"""The forms of a loop: the day itself, and a fieldset for each round."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import escape
from django.utils.safestring import mark_safe

from storyloop import guide
from storyloop.planning.loop import MINUTES
from storyloop.web.forms import LinesField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.safestring import SafeString

    from storyloop.guide import Framework

MOST_ROUNDS = 20
MOST_SLOTS = 20  # in a round
_LONGEST = 200
_LONGEST_QUESTION = 1_000
KNOWN, GUESSED, UNKNOWN = "known", "guessed", "unknown"
_KNOWLEDGE = (
    (KNOWN, "Yes, they told me"),
    (GUESSED, "No, the ticked ones are my guess"),
    (UNKNOWN, "No, plan for the likeliest"),
)


_BOX = (
    '<label for="{0}_{1}"><input type="checkbox" name="{2}" value="{3}" id="{0}_{1}"{4}> '
    "{5}</label>"
)


class Boxes(forms.CheckboxSelectMultiple):
    """Checkboxes that are quick to write, since a loop has hundreds of them."""

    def render(
        self,
        name: str,
        value: Any,  # noqa: ANN401 - whatever a widget takes
        attrs: dict[str, Any] | None = None,
        renderer: object = None,
    ) -> SafeString:
        """Write the boxes, each within its label."""
        del renderer
        ticked = {str(each) for each in value or ()}
        stem, field = escape((attrs or {}).get("id", f"id_{name}")), escape(name)
        boxes = [
            _BOX.format(stem, n, field, escape(each), " checked" * (str(each) in ticked), label)
            for n, (each, label) in enumerate(
                _escaped(tuple((str(each), str(label)) for each, label in self.choices))
            )
        ]
        return mark_safe("".join(boxes))  # noqa: S308 - all that goes in is escaped


@lru_cache(maxsize=16)
def _escaped(choices: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((each, escape(label)) for each, label in choices)


class LoopForm(forms.Form):
    """The day: where, when, for what, by whose principles."""

    base = forms.IntegerField(required=False, widget=forms.HiddenInput)
    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    employer = forms.CharField(
        label="Employer",
        max_length=_LONGEST,
        error_messages={"required": "Name the employer, so that you can find the loop again."},
    )
    date = forms.DateField(
        label="Date",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write a date such as 2026-12-04."},
    )
    role = forms.CharField(label="Role", max_length=_LONGEST, required=False)
    framework = forms.ChoiceField(label="Whose principles they ask by")
    most_tellings = forms.IntegerField(
        label="How often a story may be told that day",
        help_text="Once is best: interviewers compare notes. Never twice to one person.",
        min_value=1,
        max_value=MOST_ROUNDS,
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **options)
        field = self.fields["framework"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(each.id, each.name) for each in guide.frameworks()]


class RoundForm(forms.Form):
    """One interview. `was` is its place in the loop as it is saved, empty for a new one."""

    interviewer = forms.CharField(
        label="Interviewer",
        help_text="By name if you know it. The same name in two rounds is one person.",
        max_length=_LONGEST,
        required=False,
    )
    kind = forms.CharField(
        label="Who that is",
        help_text="Hiring manager, peer, bar raiser.",
        max_length=_LONGEST,
        required=False,
    )
    minutes = forms.IntegerField(label="Minutes", min_value=5, max_value=600, initial=MINUTES)
    knowledge = forms.ChoiceField(
        label="Do you know what they will ask?", choices=_KNOWLEDGE, initial=UNKNOWN
    )
    principles = forms.MultipleChoiceField(label="Principles", required=False, widget=Boxes)
    questions_per_principle = forms.IntegerField(
        label="Questions for each principle", min_value=1, max_value=5, initial=1
    )
    questions = LinesField(
        label="Questions you know of", help_text="Word for word if you can, one a line."
    )
    told = forms.MultipleChoiceField(
        label="Stories this person has heard already", required=False, widget=Boxes
    )
    was = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *arguments: Any,  # noqa: ANN401 - whatever a form takes
        framework: Framework,
        stories: Iterable[tuple[str, str]],
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*arguments, **options)
        offered = {
            "principles": [(each.id, each.name) for each in framework.principles],
            "told": [*stories],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.MultipleChoiceField):
                field.choices = choices

    def clean_questions(self) -> tuple[str, ...]:
        """Return the questions that hold words."""
        said = (" ".join(line.split()) for line in self.cleaned_data["questions"])
        found = tuple(line for line in said if line)
        if any(len(line) > _LONGEST_QUESTION for line in found):
            message = f"Keep each question under {_LONGEST_QUESTION} characters."
            raise forms.ValidationError(message)
        return found

    def clean(self) -> dict[str, Any]:
        """Return what was typed; a round has room for only so many questions."""
        typed = super().clean() or self.cleaned_data
        principles = [] if typed.get("knowledge") == UNKNOWN else typed.get("principles", [])
        asked = len(principles) * typed.get("questions_per_principle", 1)
        slots = asked + len(typed.get("questions", ()))
        if slots > MOST_SLOTS:
            message = f"{slots} questions are more than anybody asks; {MOST_SLOTS} at most."
            self.add_error("principles", message)
        return {**typed, "principles": principles}
