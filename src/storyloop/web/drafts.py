"""Drafts on the pages: what a form says of its draft, and how a list of drafts names each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.urls import reverse

from storyloop.bank import drafts
from storyloop.bank.values import Writer
from storyloop.story import PARTS
from storyloop.web import names
from storyloop.web.begin import Begun

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from storyloop.bank.values import Draft

_PREFIX = "draft"
# What a form sends beside what was typed.
_ASIDE = frozenset({"csrfmiddlewaretoken", "base", "keep"})
_MOST = 2_147_483_647
_EXCERPT = 80


def _hidden(field: type[forms.Field], **options: Any) -> forms.Field:  # noqa: ANN401
    # A browser that fills a form again must not put an old version beside a new text.
    widget = forms.HiddenInput(attrs={"autocomplete": "off"})
    return field(required=False, widget=widget, **options)


class DraftForm(forms.Form):
    """What a form says of its draft, in hidden fields; what cannot be read counts as nothing.

    `base` is the revision at which the draft began, which stays when a conflict lets the form save
    over a later one.
    """

    key = _hidden(forms.SlugField, max_length=32)
    version = _hidden(forms.IntegerField, min_value=0, max_value=_MOST)
    base = _hidden(forms.IntegerField, min_value=0, max_value=_MOST)
    page = _hidden(forms.SlugField, max_length=32)
    turn = _hidden(forms.IntegerField, min_value=0, max_value=_MOST)

    @classmethod
    def of(cls, draft: Draft | None, *, base: int = 0) -> DraftForm:
        """Return the fields for a form that shows `draft`, or one that has none yet."""
        if draft is None:
            return cls(initial={"key": drafts.new_key(), "base": base}, prefix=_PREFIX)
        initial = {"key": draft.key, "version": draft.version, "base": draft.base}
        return cls(initial=initial, prefix=_PREFIX)

    @classmethod
    def typed(cls, data: QueryDict) -> DraftForm:
        """Return the fields as they were sent."""
        return cls(data, prefix=_PREFIX)

    @property
    def began_at(self) -> int:
        """The revision at which the draft began, 0 for a new story."""
        return self._read("base") or 0

    @property
    def writer(self) -> Writer:
        """The page that sent the form."""
        return Writer(
            key=self._read("key") or "",
            seen=self._read("version") or 0,
            page=self._read("page") or "",
            turn=self._read("turn") or 0,
        )

    def _read(self, name: str) -> Any:  # noqa: ANN401 - whatever the field holds
        _ = self.is_valid()
        return self.cleaned_data.get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a list of drafts: its name, what it is, and where one goes on with it."""

    draft: Draft
    name: str
    about: str
    address: str


def entries() -> list[Entry]:
    """Return the drafts there are, the one kept last first."""
    return [
        Entry(draft=each, name=_name(each.content), about=_about(each), address=address(each))
        for each in drafts.drafts()
    ]


def address(draft: Draft) -> str:
    """Return where one goes on with a draft."""
    if draft.story:
        return reverse("web:edit", args=[draft.story])
    begun = Begun.read(draft.content)
    if begun:
        return f"{reverse('web:go-on', args=[draft.key])}?question={begun.place}"
    return f"{reverse('web:new')}?draft={draft.key}"


def content_of(data: QueryDict) -> dict[str, list[str]]:
    """Return what was typed into a form that was sent."""
    return {
        name: [str(each) for each in values]
        for name, values in data.lists()
        if name not in _ASIDE and not name.startswith(f"{_PREFIX}-")
    }


def as_sent(content: Mapping[str, Iterable[str]], *, base: int = 0) -> QueryDict:
    """Return the content of a draft as a browser would send it."""
    data = QueryDict(mutable=True)
    for name, values in content.items():
        data.setlist(name, list(values))
    data["base"] = str(base)
    return data


def _name(content: Mapping[str, list[str]]) -> str:
    """Return the title of a draft, or the first words of it, or its kind."""
    begun = Begun.read(content)
    filled = begun.form(content) if begun else content
    for field in ("title", "headline", *PARTS, "learned"):
        said = " ".join(" ".join(filled.get(field, ())).split())
        if said:
            return said if len(said) <= _EXCERPT else f"{said[:_EXCERPT].rsplit(' ', 1)[0]} …"
    kind = "".join(filled.get("archetype", ()))
    return names.archetype(kind).name if kind else "A story without words yet"


def _about(draft: Draft) -> str:
    begun = Begun.read(draft.content)
    if begun:
        return f"Draft of a new story, at question {begun.place} of {len(begun.steps)}"
    return "Changes not saved yet" if draft.story else "Draft of a new story"
