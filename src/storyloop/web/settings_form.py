"""The form of the settings."""

from __future__ import annotations

from typing import Any

from django import forms

from storyloop import guide
from storyloop.bank.errors import BadPreference
from storyloop.bank.preferences import LONGEST, NAMES, WORDS_A_MINUTE, with_value
from storyloop.bank.values import USUAL, Preferences
from storyloop.web.forms import LinesField

WORD = "remove"


class RemovalForm(forms.Form):
    """The word that removes everything, and whether a copy is made before."""

    word = forms.CharField(
        label=f"Type the word “{WORD}”",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off"}),
    )
    copy = forms.BooleanField(
        label="Make a copy first",
        help_text="In the folder “backups” of the bank, from where it can be put back.",
        required=False,
        initial=True,
    )

    def clean_word(self) -> str:
        """Return the word; anything else removes nothing."""
        word = str(self.cleaned_data["word"]).strip().casefold()
        if word != WORD:
            message = f"Nothing is removed. If you mean it, type “{WORD}” here."
            raise forms.ValidationError(message)
        return word


class SettingsForm(forms.Form):
    """What the user wants other than usual."""

    framework = forms.ChoiceField(
        label="Whose principles they ask by",
        help_text="Coverage, readiness and new loops go by it. Ask and the drill name Amazon’s.",
    )
    level = forms.ChoiceField(
        label="Whose questions you get",
        required=False,
        help_text="Drills, the question bank and readiness leave out those for other levels.",
    )
    words_a_minute = forms.IntegerField(
        label="Words a minute",
        help_text="150 is an easy pace. All times are worked out from it.",
        min_value=WORDS_A_MINUTE[0],
        max_value=WORDS_A_MINUTE[-1],
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    longest = forms.IntegerField(
        label="The longest first answer, in seconds",
        help_text="120 is two minutes. Sheets are shortened to it; longer stories get a finding.",
        min_value=LONGEST[0],
        max_value=LONGEST[-1],
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    private_terms = LinesField(
        label="Names to keep in",
        help_text="Of firms, customers, colleagues, projects: one a line. They are pointed out in "
        "whatever story they stand, and sheets and files to hand on can leave them out.",
    )
    switched_off = forms.MultipleChoiceField(
        label="Rules that are put to no story",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - whatever a form takes
        super().__init__(*arguments, **options)
        from storyloop.critique import RULES

        choices = {
            "framework": [(each.id, each.name) for each in guide.frameworks()],
            "level": [("", "Every level"), *((each, each.capitalize()) for each in guide.levels())],
            "switched_off": [(each.name, each.name) for each in RULES],
        }
        for name, offered in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = offered

    def clean_private_terms(self) -> tuple[str, ...]:
        """Return the terms as they are kept."""
        try:
            typed = with_value(USUAL, "private_terms", self.cleaned_data["private_terms"])
        except BadPreference as error:
            raise forms.ValidationError(str(error)) from None
        return typed.private_terms

    def read(self) -> Preferences:
        """Return the preferences as typed."""
        typed = {name: self.cleaned_data[name] for name in NAMES}
        return Preferences(**typed | {"switched_off": tuple(typed["switched_off"])})


def as_fields(wanted: Preferences) -> dict[str, Any]:
    """Return preferences as the form's fields have them: rules one by one, by their names."""
    from storyloop.critique import named

    rules = [rule.name for each in wanted.switched_off for rule in named(each)]
    return {name: getattr(wanted, name) for name in NAMES} | {"switched_off": rules}
