"""A loop as a set of forms, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from storyloop import guide
from storyloop.planning import Loop, Round
from storyloop.web.editor import Fault
from storyloop.web.loop_forms import GUESSED, KNOWN, MOST_ROUNDS, UNKNOWN, LoopForm, RoundForm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.forms.formsets import BaseFormSet
    from django.http import QueryDict

    from storyloop.guide import Framework

    Stories = Sequence[tuple[str, str]]

ROUNDS = "rounds"
_PLAIN = ("employer", "date", "role", "framework", "most_tellings")
_COPIED = ("interviewer", "kind", "minutes", "questions_per_principle", "questions", "told")


class LoopEditor:
    """The forms of one loop: `form` for the day, `rounds` with one for each interview."""

    def __init__(self, form: LoopForm, rounds: BaseFormSet[RoundForm], stories: Stories) -> None:
        self.form = form
        self.rounds = rounds
        self.stories = stories

    @classmethod
    def of(cls, loop: Loop, stories: Stories, *, base: int = 0, is_new: bool = False) -> LoopEditor:
        """Return forms that show `loop` as it is at revision `base`."""
        initial = {name: getattr(loop, name) for name in _PLAIN} | {"base": base}
        rounds = [
            _shown(each) | {"was": None if is_new else n} for n, each in enumerate(loop.rounds)
        ]
        return cls._showing(initial, rounds, stories)

    @classmethod
    def typed(cls, data: QueryDict, stories: Stories) -> LoopEditor:
        """Return forms that hold what was typed."""
        framework = _framework(data.get("shown", ""))
        return cls(LoopForm(data), _rounds(framework, stories, data=data), stories)

    @classmethod
    def _showing(
        cls, initial: dict[str, Any], rounds: list[dict[str, Any]], stories: Stories
    ) -> LoopEditor:
        framework = _framework(str(initial.get("framework", "")))
        form = LoopForm(initial=initial | {"shown": framework.id})
        return cls(form, _rounds(framework, stories, initial=rounds), stories)

    def again(self, *, more: bool = False) -> LoopEditor:
        """Return forms with everything typed so far, for the framework that was chosen.

        `more` adds an empty round.
        """
        initial = {field.name: field.value() for field in self.form}
        rounds = [{field.name: field.value() for field in form} for form in self.rounds.forms]
        return self._showing(initial, rounds + [{}] * more, self.stories)

    @property
    def framework(self) -> Framework:
        """The framework whose principles are shown."""
        return _framework(str(self.form["shown"].value() or ""))

    @property
    def base(self) -> int:
        """The revision at which the edit began."""
        return self.form.cleaned_data.get("base") or 0

    @property
    def has_other_framework(self) -> bool:
        """Whether another framework was chosen than the one whose principles are shown."""
        return str(self.form["framework"].value()) != self.framework.id

    @property
    def is_valid(self) -> bool:
        """Whether what was typed makes a loop."""
        # Both are checked, so that every fault is shown at once.
        return all([self.form.is_valid(), self.rounds.is_valid()]) and bool(self._kept())

    @property
    def faults(self) -> list[Fault]:
        """What is to be mended, in the order of the page."""
        found = [*_faults(self.form)]
        for form in self.rounds.forms:
            found += _faults(form)
        if not found and not self._kept():
            message = "A loop needs one round at least."
            found.append(Fault(anchor="rows-rounds", label="Rounds", message=message))
        return found

    def read(self) -> tuple[Loop, tuple[int | None, ...]]:
        """Return the loop as typed, and where each of its rounds stood before."""
        typed = self.form.cleaned_data
        kept = self._kept()
        loop = Loop(
            rounds=tuple(_read(each) for each in kept),
            **{name: typed[name] for name in _PLAIN},
        )
        return loop, tuple(each.get("was") for each in kept)

    def _kept(self) -> list[dict[str, Any]]:
        rows = [getattr(form, "cleaned_data", {}) for form in self.rounds.forms]
        return [row for row in rows if row and not row.get("DELETE")]


def _framework(framework_id: str) -> Framework:
    known = {each.id for each in guide.frameworks()}
    return guide.framework(framework_id if framework_id in known else guide.DEFAULT_FRAMEWORK)


def _rounds(framework: Framework, stories: Stories, **given: Any) -> BaseFormSet[RoundForm]:  # noqa: ANN401
    made = forms.formset_factory(
        RoundForm,
        extra=0,
        can_delete=True,
        can_delete_extra=True,
        max_num=MOST_ROUNDS,
        absolute_max=MOST_ROUNDS,
    )
    known = {"framework": framework, "stories": stories}
    # A round that is left as it was offered is a round: nothing may be known of it but its minutes.
    return made(prefix=ROUNDS, form_kwargs=known | {"empty_permitted": False}, **given)


def _shown(each: Round) -> dict[str, Any]:
    knowledge = UNKNOWN
    if each.principles:
        knowledge = GUESSED if each.guessed else KNOWN
    return {name: getattr(each, name) for name in _COPIED} | {
        "knowledge": knowledge,
        "principles": each.principles,
    }


def _read(row: dict[str, Any]) -> Round:
    known = {name: row[name] for name in _COPIED} | {"told": tuple(row["told"])}
    return Round(
        principles=tuple(row["principles"]),
        guessed=row["knowledge"] == GUESSED and bool(row["principles"]),
        **known,
    )


def _faults(form: forms.Form) -> Iterator[Fault]:
    for field in form:
        for message in field.errors:
            anchor = field.id_for_label or f"id_{field.html_name}_0"
            yield Fault(anchor=anchor, label=str(field.label), message=str(message))
