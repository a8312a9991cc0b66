"""The front matter of a story file: YAML 1.2, read with line numbers, patched key by key.

Only the lines of a key whose value has changed are written anew, so comments, order, quoting and
keys that Storyloop does not know stay as their writer left them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from storyloop.story.fields import KEYS, LISTS, RECORD_KEYS, RECORDS
from storyloop.story.problem import Problem

if TYPE_CHECKING:
    from storyloop.story.model import Story

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_STRING, _NULL = "tag:yaml.org,2002:str", "tag:yaml.org,2002:null"
_INTEGER, _TRUTH = "tag:yaml.org,2002:int", "tag:yaml.org,2002:bool"
_PLAIN = re.compile(r"[^\W\d_][\w .&/-]*")
_UNLIMITED = 10**9


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of the front matter: its lines, counted from 0 within it, and its value."""

    key: str
    start: int
    stop: int
    node: Node


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The lines between the fences, and the keys found in them."""

    lines: tuple[str, ...]
    entries: tuple[Entry, ...]

    def get(self, key: str) -> Entry | None:
        """Return the entry of `key`, or None."""
        return next((entry for entry in self.entries if entry.key == key), None)


def cut(text: str) -> tuple[str, str] | None:
    """Return the YAML between the fences and the body behind them; None where there is none."""
    opening = _FENCE.match(text)
    closing = opening and _CLOSING.search(text, opening.end())
    if not opening or not closing:
        return None
    return text[opening.end() : closing.start()], text[closing.end() :]


def parse(yaml_text: str) -> FrontMatter | Problem:
    """Read the YAML between the fences; the first line of it is line 2 of the file."""
    try:
        alias = next((e for e in _yaml().parse(yaml_text) if isinstance(e, AliasEvent)), None)
        root = _yaml().compose(yaml_text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = (error.problem or error.context or "it cannot be read").strip()
        return _problem(mark.line if mark else 0, f"this is not valid YAML ({reason})")
    except (YAMLError, ValueError, RecursionError) as error:
        return _problem(0, f"this is not valid YAML ({str(error).splitlines()[0]})")
    if alias is not None:
        return _problem(
            alias.start_mark.line, "YAML aliases (*name) are not read", "write the value out"
        )
    lines = tuple(re.findall(r"[^\n]*\n|[^\n]+", yaml_text))
    if root is None:
        return FrontMatter(lines, ())
    if not isinstance(root, MappingNode) or root.flow_style:
        return _problem(root.start_mark.line, "the front matter is not a list of keys")
    return _entries(lines, root)


def patch(front: FrontMatter, old: Story, new: Story) -> str:
    """Return the YAML of `front`, which reads as `old`, changed so that it reads as `new`."""
    lines: list[str | None] = list(front.lines)
    added: dict[int, list[str]] = {}
    for key in KEYS:
        if getattr(old, key) == getattr(new, key) and (key != "id" or front.get("id")):
            continue
        entry = front.get(key)
        # An empty title is written, as a heading of the body would else be taken for it.
        says = getattr(new, key) or key == "title"
        written = _written(new, key, entry) if says else ""
        if entry:
            lines[entry.start : entry.stop] = [None] * (entry.stop - entry.start)
            added.setdefault(entry.start, []).append(written)
        else:
            added.setdefault(_place(front, key), []).append(written)
    kept = [*((line or "") for line in lines), ""]
    return "".join("".join(added.get(i, [])) + line for i, line in enumerate(kept))


def _yaml() -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.width = _UNLIMITED
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _problem(line: int, message: str, remedy: str = "write one `key: value` a line") -> Problem:
    return Problem(line=line + 2, field="", message=message, remedy=remedy)


def _entries(lines: tuple[str, ...], root: MappingNode) -> FrontMatter | Problem:
    starts = [key.start_mark.line for key, _ in root.value]
    limits = [*starts[1:], len(lines)]
    entries: list[Entry] = []
    for (key, value), start, limit in zip(root.value, starts, limits, strict=True):
        name = str(key.value)
        if any(entry.key == name for entry in entries):
            return _problem(start, f"the key {name!r} stands twice", "keep one of them")
        stop = limit
        while stop > start + 1 and (not lines[stop - 1].strip() or lines[stop - 1][0] == "#"):
            stop -= 1
        entries.append(Entry(name, start, stop, value))
    return FrontMatter(lines, tuple(entries))


def _place(front: FrontMatter, key: str) -> int:
    """Return the line before which a key that is not there yet belongs."""
    before = KEYS[: KEYS.index(key)]
    stops = [entry.stop for entry in front.entries if entry.key in before]
    return max(stops, default=front.entries[0].start if front.entries else len(front.lines))


def _written(story: Story, key: str, entry: Entry | None) -> str:
    pair = (ScalarNode(_STRING, key), _node(story, key, entry))
    stream = io.StringIO()
    _yaml().serialize(MappingNode("tag:yaml.org,2002:map", [pair], flow_style=False), stream)
    return stream.getvalue()


def _node(story: Story, key: str, entry: Entry | None) -> Node:
    value = getattr(story, key)
    if key == "when":
        return ScalarNode(_STRING if value.month else _INTEGER, str(value))
    if key == "sample":
        return ScalarNode(_TRUTH, "true")
    if key in LISTS:
        return _sequence([_item(text) for text in value], flow=True)
    if key in RECORDS:
        strange = _unknown_pairs(key, entry)
        return _sequence(
            [
                _record(record, RECORD_KEYS[key], strange.get(i, []))
                for i, record in enumerate(value)
            ],
            flow=False,
        )
    return ScalarNode(_STRING, value)


def _item(text: str) -> ScalarNode:
    # Inside brackets the emitter leaves some plain words that its own reader takes for keys.
    return ScalarNode(_STRING, text, style=None if _PLAIN.fullmatch(text) else "'")


def _sequence(nodes: list[Node], *, flow: bool) -> SequenceNode:
    return SequenceNode("tag:yaml.org,2002:seq", nodes, flow_style=flow)


def _record(record: object, keys: tuple[str, ...], strange: list[tuple[Node, Node]]) -> MappingNode:
    pairs: list[tuple[Node, Node]] = [
        (ScalarNode(_STRING, key), ScalarNode(_STRING, getattr(record, key)))
        for key in keys
        if getattr(record, key)
    ]
    return MappingNode("tag:yaml.org,2002:map", pairs + strange, flow_style=False)


def _unknown_pairs(key: str, entry: Entry | None) -> Mapping[int, list[tuple[Node, Node]]]:
    """Return, by position in the list, what each record holds beside the known keys."""
    if entry is None or not isinstance(entry.node, SequenceNode):
        return {}
    return {
        i: [(k, v) for k, v in record.value if k.value not in RECORD_KEYS[key]]
        for i, record in enumerate(entry.node.value)
        if isinstance(record, MappingNode)
    }
