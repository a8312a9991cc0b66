"""What differs between two versions of a story, field by field, as people read it."""

from dataclasses import dataclass, fields, is_dataclass

from storyloop.story.fields import RECORD_KEYS
from storyloop.story.model import FollowUp, Story

_ORDER = (
    "title",
    "headline",
    "situation",
    "task",
    "action",
    "result",
    "learned",
    "metrics",
    "trade_offs",
    "stakeholders",
    "follow_ups",
    "switched_off",
)
FIELDS = (
    *_ORDER,
    *(f.name for f in fields(Story) if f.name not in {*_ORDER, "id", "source"}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field that differs, with both texts."""

    field: str
    before: str
    after: str

    @property
    def name(self) -> str:
        """The field's name for people."""
        return self.field.replace("_", "-").capitalize()


def changes(before: Story, after: Story) -> tuple[Change, ...]:
    """Return what differs, in the order in which a story is read."""
    return tuple(
        Change(field=name, before=as_text(before, name), after=as_text(after, name))
        for name in FIELDS
        if getattr(before, name) != getattr(after, name)
    )


def as_text(story: Story, field: str) -> str:
    """Return a field of `story` as text: a line for each item of a list."""
    value = getattr(story, field)
    if isinstance(value, tuple):
        blank = "\n\n" if field == "follow_ups" else "\n"
        return blank.join(_item(item, field) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _item(item: object, field: str) -> str:
    if isinstance(item, FollowUp):
        return f"{item.question}\n{item.answer}".strip()
    if is_dataclass(item):
        said = ((key, getattr(item, key)) for key in RECORD_KEYS[field])
        return "; ".join(f"{key.replace('_', ' ')}: {text}" for key, text in said if text)
    return str(item)
