"""A blank story file with the guide's questions in it, for writing in an editor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from storyloop import guide
from storyloop.story.sections import HEADINGS
from storyloop.story.tidy import tidy_line

if TYPE_CHECKING:
    from pathlib import Path

_PROMPT = re.compile(r"^<!-- \? .*? -->\n?", re.MULTILINE)
_FORM = """\
---
title: {title}
headline:
archetype: {archetype}
principles: []   # often {principles}
situations: []   # often {situations}
organisation:
role:
when:
stakes:
metrics:
  - name:
    baseline:
    result:
    unit:
    period:
    measured:
    standing: estimated   # confirmed, estimated or cannot-confirm
trade_offs:
  - chosen:
    rejected:
    why_not:
    cost:
stakeholders:
  - who:
    wanted:
    involved:
---
"""


def blank_draft(archetype_id: str, title: str = "") -> str:
    """Return the text of a new story of this kind, the guide's questions standing as comments."""
    kind = guide.archetype(archetype_id)
    asks = {field: _asks(kind, field) for field in {prompt.field for prompt in kind.prompts}}
    title = tidy_line(title)
    quoted = "'" + title.replace("'", "''") + "'" if title else ""
    form = _FORM.format(
        title=quoted,
        archetype=kind.id,
        principles=", ".join(kind.principles),
        situations=", ".join(kind.situations),
    )
    opening = "".join(
        asks.get(field, "") for field in ("headline", "metrics", "trade_offs", "stakeholders")
    )
    body = "\n".join(
        f"## {heading}\n\n{asks.get(field, '')}" for field, heading in HEADINGS.items()
    )
    return f"{form}\n{opening}\n{body}"


def without_prompts(text: str) -> str:
    """Return `text` without the questions that `blank_draft` put in."""
    return _PROMPT.sub("", text)


def keep_draft(folder: Path, name: str, text: str) -> Path:
    """Write `text` to a new file in `folder` and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    n = 1
    while True:
        file = folder / (f"{name}.md" if n == 1 else f"{name}-{n}.md")
        try:
            with file.open("x", encoding="utf-8", newline="") as stream:
                stream.write(text)
        except FileExistsError:
            n += 1
        else:
            return file


def _asks(kind: guide.Archetype, field: str) -> str:
    name = "" if field in HEADINGS else f"{field.replace('_', '-')}: "
    return "".join(
        f"<!-- ? {name}{prompt.ask} -->\n" for prompt in kind.prompts if prompt.field == field
    )
