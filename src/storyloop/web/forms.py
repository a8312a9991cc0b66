"""The forms: of a story with a row for each of its pieces, and of a question one was asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from storyloop import guide
from storyloop.story import FollowUp, Metric, Stakeholder, Story, SwitchedOff, TradeOff, When

# A question is read as far as this, in characters.
LONGEST = 4_000
_STANDINGS = (
    ("estimated", "Estimated"),
    ("confirmed", "Confirmed"),
    ("cannot-confirm", "Cannot be confirmed"),
)


def _line(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, required=False)


def _text(label: str, help_text: str = "", *, rows: int = 5) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _part(part_id: str, *, rows: int) -> forms.CharField:
    part = next(part for part in guide.parts() if part.id == part_id)
    field = _text(part.name, part.holds, rows=rows)
    field.widget.attrs["spellcheck"] = "true"
    return field


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - whatever a field takes
        widget = forms.Textarea(attrs={"rows": 2})
        super().__init__(required=False, strip=False, widget=widget, **options)

    def prepare_value(self, value: object) -> object:
        """Show a tuple as lines; leave what was typed as it is."""
        return "\n".join(value) if isinstance(value, tuple) else value

    def clean(self, value: str) -> tuple[str, ...]:
        """Return the lines; a story drops the empty ones."""
        return tuple((super().clean(value) or "").splitlines())


class WhenField(forms.CharField):
    """A year, or a month of a year."""

    def clean(self, value: str) -> When | None:
        """Return the time, or None if nothing was typed."""
        text = (super().clean(value) or "").strip()
        if not text:
            return None
        try:
            return When.parse(text)
        except ValueError:
            message = "Write a year or a month, such as 2023 or 2023-04."
            raise forms.ValidationError(message) from None


class StoryForm(forms.Form):
    """The texts and the choices of a story; the choices also list what a story holds already."""

    base = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(
        label="Title",
        help_text="A few words that bring the story back to you.",
        error_messages={"required": "Give the story a title, so that you can find it again."},
    )
    headline = _line("Headline", "The whole story in one line, with its number.")
    situation = _part("situation", rows=5)
    task = _part("task", rows=4)
    action = _part("action", rows=10)
    result = _part("result", rows=5)
    learned = _part("reflection", rows=4)
    archetype = forms.ChoiceField(
        label="Kind of story", required=False, help_text="The place that it fills in your bank."
    )
    first_situation = forms.ChoiceField(
        label="It answers first of all", required=False, help_text="The question it was made for."
    )
    situations = forms.MultipleChoiceField(
        label="It also answers", required=False, widget=forms.CheckboxSelectMultiple
    )
    first_principle = forms.ChoiceField(
        label="It shows first of all", required=False, help_text="Its primary principle."
    )
    principles = forms.MultipleChoiceField(
        label="It also shows", required=False, widget=forms.CheckboxSelectMultiple
    )
    organisation = _line("Organisation")
    role = _line("Your role")
    when = WhenField(label="When", help_text="A year or a month: 2023 or 2023-04.", required=False)
    stakes = _line("Stakes", "What would have been lost if nobody had acted.")
    tags = LinesField(label="Tags", help_text="One a line.")
    private_terms = LinesField(
        label="Private terms", help_text="Names that should not leave your bank, one a line."
    )
    mine = forms.BooleanField(
        label="This is my own story now",
        help_text="It will stay when the samples are removed.",
        required=False,
    )

    def __init__(self, *arguments: Any, story: Story, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments, **options)
        self.story = story
        self.fields["learned"].label = "Learned"
        archetypes = [(each.id, each.name) for each in guide.archetypes()]
        situations = [(each.id, each.name) for each in guide.situations()]
        principles = [(p.id, p.name) for frame in guide.frameworks() for p in frame.principles]
        self._offer(archetypes, (story.archetype,), one="archetype")
        self._offer(situations, story.situations, one="first_situation", many="situations")
        self._offer(principles, story.principles, one="first_principle", many="principles")
        if not story.sample:
            del self.fields["mine"]

    def _offer(
        self, known: list[tuple[str, str]], held: tuple[str, ...], *, one: str, many: str = ""
    ) -> None:
        # An id that the guide does not know came with an import; to edit is not to lose it.
        ids = {each for each, _ in known}
        choices = known + [(each, each) for each in held if each and each not in ids]
        for name, offered in ((one, [("", "Not chosen yet"), *choices]), (many, choices)):
            field = self.fields.get(name)
            if isinstance(field, forms.ChoiceField):
                field.choices = offered


class MetricForm(forms.Form):
    """One number, before and after."""

    name = _line("What was measured")
    baseline = _line("Before")
    result = _line("After")
    unit = _line("Unit")
    period = _line("Over what time")
    measured = _line("How it was measured")
    standing = forms.ChoiceField(
        label="How sure", choices=_STANDINGS, initial="estimated", required=False
    )


class TradeOffForm(forms.Form):
    """One choice with its reason and its price."""

    chosen = _line("You chose")
    rejected = _line("You turned down")
    why_not = _line("Why not that")
    cost = _line("What your choice cost")


class StakeholderForm(forms.Form):
    """One person or group with an interest."""

    who = _line("Who")
    wanted = _line("What they wanted")
    involved = _line("How you involved them")


class FollowUpForm(forms.Form):
    """One likely question with its answer."""

    question = _line("Question")
    answer = _text("Your answer", rows=3)


class SwitchedOffForm(forms.Form):
    """One rule that is not put to this story, with the reason."""

    rule = _line("Rule", "Its name, as a finding shows it.")
    reason = _line("Why it does not apply here")


class AskedForm(forms.Form):
    """A question that an interviewer asked, and what became of it."""

    question = forms.CharField(max_length=LONGEST, widget=forms.HiddenInput)
    employer = forms.CharField(label="Employer", max_length=200, required=False)
    on = forms.DateField(
        label="When",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write a date such as 2024-05-03."},
    )
    story = forms.ChoiceField(label="The story you told", required=False)
    principle = forms.ChoiceField(
        label="What it really tested",
        required=False,
        help_text="If you know better. Your word then wins whenever the question comes again.",
    )

    def __init__(
        self,
        *arguments: Any,  # noqa: ANN401 - whatever a form takes
        stories: Iterable[tuple[str, str]],
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*arguments, **options)
        principles = [(each.id, each.name) for each in guide.framework().principles]
        choices = {
            "story": [("", "None, or not in the bank"), *stories],
            "principle": [("", "As it is read above"), *principles],
        }
        for name, offered in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = offered


# The fields of a story that hold rows: the form of a row, and the value that it makes.
ROWS: dict[str, tuple[type[forms.Form], type]] = {
    "metrics": (MetricForm, Metric),
    "trade_offs": (TradeOffForm, TradeOff),
    "stakeholders": (StakeholderForm, Stakeholder),
    "follow_ups": (FollowUpForm, FollowUp),
    "switched_off": (SwitchedOffForm, SwitchedOff),
}
