"""From the nodes of the front matter to the fields of a story, with a problem for each misfit."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from storyloop.story.fields import LINES, LISTS, RECORD_KEYS, RECORDS
from storyloop.story.model import STANDINGS, When
from storyloop.story.problem import Problem
from storyloop.story.slug import is_slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from storyloop.story.front_matter import FrontMatter
    from storyloop.story.vocabulary import Vocabulary

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Values:
    """Collects the fields and the problems of one front matter."""

    def __init__(self, vocabulary: Vocabulary | None) -> None:
        self.fields: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self._known: dict[str, Sequence[str]] = {}
        if vocabulary:
            self._known = {
                "principles": vocabulary.principles,
                "situations": vocabulary.situations,
                "archetype": vocabulary.archetypes,
            }

    def read(self, front: FrontMatter) -> None:
        """Read each known key of `front`."""
        for entry in front.entries:
            key, node = entry.key, entry.node
            if key in LINES:
                self.fields[key] = self._line(node, key)
            elif key in LISTS:
                self.fields[key] = tuple(self._lines(node, key))
            elif key in RECORDS:
                self.fields[key] = tuple(self._records(node, key))
            elif key in _SPECIAL:
                _SPECIAL[key](self, node)
        self._check_ids(front)

    def problem(self, node: Node, field: str, message: str, remedy: str) -> None:
        """Note a problem at the line of `node`."""
        line = node.start_mark.line + 2
        self.problems.append(Problem(line=line, field=field, message=message, remedy=remedy))

    def _line(self, node: Node, field: str) -> str:
        if isinstance(node, ScalarNode):
            return "" if node.style is None and node.value in _NULLS else str(node.value)
        self.problem(node, field, "this is a list or a group, not a text", "write one text")
        return ""

    def _lines(self, node: Node, field: str) -> Iterable[str]:
        if isinstance(node, SequenceNode):
            return [self._line(item, field) for item in node.value]
        if isinstance(node, ScalarNode) and not self._line(node, field):
            return []
        self.problem(node, field, "this is not a list", f"write `{field}: [one, two]`")
        return []

    def _records(self, node: Node, field: str) -> Iterable[object]:
        if isinstance(node, ScalarNode) and not self._line(node, field):
            return
        first = RECORD_KEYS[field][0]
        remedy = f"begin each item with `- {first}: ...`"
        if not isinstance(node, SequenceNode):
            self.problem(node, field, "this is not a list", remedy)
            return
        for item in node.value:
            if isinstance(item, MappingNode):
                yield self._record(item, field)
            else:
                self.problem(item, field, "this item is not a group of keys", remedy)

    def _record(self, node: MappingNode, field: str) -> object:
        texts: dict[str, Any] = {
            key.value: self._line(value, f"{field}.{key.value}")
            for key, value in node.value
            if key.value in RECORD_KEYS[field]
        }
        standing = texts.get("standing")
        if standing is not None and standing not in STANDINGS:
            message = f"{standing!r} is not a standing" if standing else "the standing is empty"
            self.problem(node, f"{field}.standing", message, f"use one of {', '.join(STANDINGS)}")
            del texts["standing"]
        return RECORDS[field](**texts)

    def _id(self, node: Node) -> None:
        text = self._line(node, "id")
        if text and not is_slug(text):
            remedy = "use lower-case letters, digits and hyphens, as in a-late-train"
            self.problem(node, "id", f"{text!r} is no story id", remedy)
        elif text:
            self.fields["id"] = text

    def _when(self, node: Node) -> None:
        text = self._line(node, "when")
        if not text:
            return
        try:
            self.fields["when"] = When.parse(text)
        except ValueError as error:
            self.problem(node, "when", str(error), "write a year or a month: 2023 or 2023-04")

    def _sample(self, node: Node) -> None:
        text = self._line(node, "sample").casefold()
        if text not in {"", "true", "false"}:
            self.problem(
                node, "sample", f"{text!r} is neither true nor false", "write true or false"
            )
        self.fields["sample"] = text == "true"

    def _check_ids(self, front: FrontMatter) -> None:
        for field, known in self._known.items():
            entry = front.get(field)
            if entry is None:
                continue
            nodes = entry.node.value if isinstance(entry.node, SequenceNode) else [entry.node]
            for node in nodes:
                text = node.value.strip() if isinstance(node, ScalarNode) else ""
                if text in known or text in _NULLS:
                    continue
                message = f"{text!r} is no {field.removesuffix('s')} of the guide"
                self.problem(node, field, message, _nearest(text, known))


def _nearest(text: str, known: Sequence[str]) -> str:
    near = get_close_matches(text, known, n=1, cutoff=0.5)
    return f"write {near[0]} if you meant that" if near else f"use an id such as {known[0]}"


_SPECIAL = {"id": Values._id, "when": Values._when, "sample": Values._sample}  # noqa: SLF001
