"""The body of a story file: one heading per text, follow-ups as subheadings.

A line of a text that would read as a heading is written with a backslash before it, as Markdown
does; a line that begins with backslashes and would then read so gets one more. So every text has
exactly one written form.
"""

import re
from dataclasses import dataclass, replace

from storyloop.story.model import FollowUp, Story
from storyloop.story.tidy import tidy_text

_HEADING = re.compile(r"#{1,2}(?:[ \t]+(?P<name>.*?))?[ \t]*$")
_QUESTION = re.compile(r"###(?:[ \t]+(?P<name>.*?))?[ \t]*$")
_ESCAPABLE = re.compile(r"^(?=\\*#{1,3}(?:[ \t]|$))", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ESCAPED = re.compile(r"^\\(?=\\*#{1,3}(?:[ \t]|$))", re.MULTILINE)

HEADINGS = {
    "situation": "Situation",
    "task": "Task",
    "action": "Action",
    "result": "Result",
    "learned": "Learned",
    "follow_ups": "Follow-ups",
}
_FIELDS = {heading.casefold(): field for field, heading in HEADINGS.items()} | {
    "what i learned": "learned",
    "what i would do differently": "learned",
    "reflection": "learned",
    "follow ups": "follow_ups",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it, as written.

    `line` counts from 1 in the file. The lines before the first heading have no `heading`;
    `field` is empty there and under headings that are not a story's.
    """

    line: int
    field: str
    heading: str
    body: str

    @property
    def name(self) -> str:
        """The words of the heading."""
        match = _HEADING.match(self.heading)
        return (match and match["name"]) or ""


def split(body: str, first_line: int) -> list[Section]:
    """Split `body` at its headings of level one and two; joined again they give `body`."""
    sections = [Section(line=first_line, field="", heading="", body="")]
    lines: list[str] = []
    for number, line in enumerate(_LINE.findall(body), first_line):
        match = _HEADING.match(line.rstrip("\n"))
        if match:
            sections[-1] = replace(sections[-1], body="".join(lines))
            name = (match["name"] or "").rstrip(":").casefold()
            sections.append(Section(number, _FIELDS.get(name, ""), line, ""))
            lines = []
        else:
            lines.append(line)
    sections[-1] = replace(sections[-1], body="".join(lines))
    return sections


def join(sections: list[Section]) -> str:
    """Put `sections` together again."""
    return "".join(section.heading + section.body for section in sections)


def text_of(section: Section) -> str:
    """Return the text under a heading."""
    return tidy_text(_ESCAPED.sub("", section.body))


def follow_ups_of(section: Section) -> tuple[FollowUp, ...]:
    """Return the questions and answers under the heading of the follow-ups."""
    return tuple(
        FollowUp(question=name, answer=tidy_text(_ESCAPED.sub("", "".join(lines))))
        for name, lines in _questions(section)[1]
    )


def update(sections: list[Section], old: Story, new: Story) -> list[Section]:
    """Return `sections`, which read as `old`, so that they read as `new`.

    What does not differ stays as written. A text that is new comes behind the text which
    precedes it in a story; one that is now empty leaves its heading.
    """
    changed = [name for name in HEADINGS if getattr(old, name) != getattr(new, name)]
    for name in changed:
        at = next((i for i, s in enumerate(sections) if s.field == name), None)
        if at is None:
            at = _place(sections, name)
            if not sections[at - 1].body.endswith("\n\n"):
                sections[at - 1] = _spaced(sections[at - 1])
            sections.insert(at, Section(0, name, f"## {HEADINGS[name]}\n", ""))
        foreword = _questions(sections[at])[0] if name == "follow_ups" else ""
        sections[at] = replace(
            sections[at],
            heading=sections[at].heading.rstrip("\n") + "\n",
            body=_written(new, name, foreword, last=at == len(sections) - 1),
        )
    return sections


def _questions(section: Section) -> tuple[str, list[tuple[str, list[str]]]]:
    foreword: list[str] = []
    found: list[tuple[str, list[str]]] = []
    for line in _LINE.findall(section.body):
        match = _QUESTION.match(line.rstrip("\n"))
        if match:
            found.append((match["name"] or "", []))
        else:
            (found[-1][1] if found else foreword).append(line)
    return "".join(foreword), found


def _place(sections: list[Section], name: str) -> int:
    order = list(HEADINGS)
    before = set(order[: order.index(name)])
    known = [i for i, section in enumerate(sections) if section.field in before]
    return known[-1] + 1 if known else 1


def _spaced(section: Section) -> Section:
    if not section.heading and not section.body:
        return replace(section, body="\n")
    kept = section.body.rstrip("\n")
    return replace(section, body=f"{kept}\n\n" if kept else "\n")


def _written(story: Story, name: str, foreword: str, *, last: bool) -> str:
    if name == "follow_ups":
        blocks = [foreword.strip("\n")] if foreword.strip() else []
        for follow_up in story.follow_ups:
            blocks.append(f"### {follow_up.question}".rstrip())
            blocks.append(_ESCAPABLE.sub(r"\\", follow_up.answer))
    else:
        blocks = [_ESCAPABLE.sub(r"\\", getattr(story, name))]
    text = "\n\n".join(block for block in blocks if block)
    if not text:
        return "" if last else "\n"
    return f"\n{text}\n" if last else f"\n{text}\n\n"
