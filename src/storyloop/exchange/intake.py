"""Takes files in: story files, plain texts and Word documents, whoever hands them over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from storyloop import guide
from storyloop.bank import imports, queries, services
from storyloop.bank.errors import NoSuchStory
from storyloop.bank.models import Via
from storyloop.exchange import package
from storyloop.exchange.decoding import LIMIT, decoded
from storyloop.exchange.refused import Refused
from storyloop.exchange.rough import Rough, lines_of, rough_stories
from storyloop.exchange.sorting import story_of
from storyloop.exchange.word import read_word
from storyloop.story import PARTS, Story, read_markdown
from storyloop.story.tidy import tidy_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storyloop.bank.values import Held

Outcome = Literal["added", "updated", "unchanged", "written", "rough", "refused"]
WORD = ".docx"
SUFFIXES = (".md", ".txt", WORD)
# The most that any file may have, in bytes.
MOST = max(LIMIT, package.LIMIT)
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n")
_OTHERS = {
    suffix: f"a {suffix} file is not read; {remedy}"
    for suffixes, remedy in (
        ((".docm", ".dotm"), "it can hold macros, so save it as .docx"),
        ((".doc", ".dot", ".odt", ".rtf", ".pages", ".wpd"), "save it as .docx or as plain text"),
        ((".pdf", ".html", ".htm"), "copy its text and paste it, or save it as plain text"),
    )
    for suffix in suffixes
}
_LONGEST_TITLE = 80
# Stands for an id until the bank gives one.
_UNNAMED = "story"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of one file, or of one story of a file that holds several.

    `name` is the file's. `problems` says why a refused one was refused. `rough` is a text whose
    parts the reading has to find: it was taken in so, or, with the outcome `rough`, handed back.
    """

    name: str
    outcome: Outcome
    story_id: str = ""
    title: str = ""
    revision: int = 0
    problems: tuple[str, ...] = ()
    rough: Rough | None = None


class Intake:
    """One import: takes in one file after the other, each whole or not at all.

    With `sort`, a rough text goes into the bank with the parts that the reading finds; without, it
    is handed back, so that its writer can look at them first.
    """

    def __init__(self, *, sort: bool) -> None:
        self._sort = sort
        self._origins: dict[str, str] = {}

    @cached_property
    def _known(self) -> dict[tuple[str, ...], Held]:
        return {_words(held.story): held for held in queries.stories()}

    def take(self, name: str, content: bytes) -> list[Report]:
        """Take in the file of this name; report on it, or on each of its stories.

        A story file whose id the bank knows becomes a new version of the story; the former text
        stays in its history. A story of another file is added, unless the bank holds it already.
        """
        try:
            found = read_file(name, content)
            if isinstance(found, Story):
                return [self._put(name, found)]
        except Refused as why:
            return [Report(name=name, outcome="refused", problems=why.problems)]
        return self._add(name, found)

    def _put(self, name: str, story: Story) -> Report:
        if story.id in self._origins:
            message = f"the id {story.id!r} stands in {self._origins[story.id]} too; change one"
            raise Refused(message)
        self._origins[story.id] = name
        try:
            before = queries.held(story.id).revision
        except NoSuchStory:
            before = 0
        after = services.put(story, via=Via.IMPORT)
        outcomes: dict[int, Outcome] = {0: "added", after.revision: "unchanged"}
        return _report(name, outcomes.get(before, "updated"), after)

    def _add(self, name: str, found: Sequence[Rough]) -> list[Report]:
        titles = _titles(name, found)
        stories = [
            story_of(rough, story_id=_UNNAMED, title=title)
            for rough, title in zip(found, titles, strict=True)
        ]
        new = {
            _words(story): story
            for story, rough in zip(stories, found, strict=True)
            if _words(story) not in self._known and (self._sort or rough.is_sorted)
        }
        added = dict(zip(new, imports.add_all(new.values()), strict=True))
        reports = []
        for story, rough in zip(stories, found, strict=True):
            words = _words(story)
            read = None if rough.is_sorted else rough
            if words in added:
                reports.append(_report(name, "added", added[words], rough=read))
            elif words in self._known:
                reports.append(_report(name, "unchanged", self._known[words]))
            else:
                reports.append(Report(name=name, outcome="rough", title=story.title, rough=rough))
        self._known.update(added)
        return reports


def read_file(name: str, content: bytes) -> Story | tuple[Rough, ...]:
    """Return the story of a story file, or the stories that stand in another one; raise Refused.

    A story file without an id takes the file's name for one, if it can be one.
    """
    path = PurePath(name)
    suffix = path.suffix.casefold()
    if suffix in _OTHERS:
        raise Refused(_OTHERS[suffix])
    if suffix == WORD:
        found = rough_stories(read_word(content))
    else:
        text = decoded(content)
        if _FRONT_MATTER.match(text):
            return read_story(text, file_id=path.stem)
        found = rough_stories(lines_of(text))
    if not found:
        message = "there is no text in this file"
        raise Refused(message)
    return found


def read_story(text: str, *, file_id: str) -> Story:
    """Return the story of a story file; raise Refused with all its problems."""
    story = read_markdown(text, vocabulary=guide.vocabulary(), file_id=file_id)
    if isinstance(story, Story):
        return story
    raise Refused(*map(str, story))


def _report(name: str, outcome: Outcome, held: Held, *, rough: Rough | None = None) -> Report:
    return Report(
        name=name,
        outcome=outcome,
        story_id=held.story.id,
        title=held.story.title,
        revision=held.revision,
        rough=rough,
    )


def _titles(name: str, found: Sequence[Rough]) -> list[str]:
    """Return a title for each story that has none of its own: the file's name."""
    stem = tidy_line(re.sub(r"[-_]+", " ", PurePath(name).stem))[:_LONGEST_TITLE]
    if len(found) == 1:
        return [stem]
    return [f"{stem} {number}" for number in range(1, len(found) + 1)]


def _words(story: Story) -> tuple[str, ...]:
    return tuple(getattr(story, field) for field in ("title", *PARTS, "learned"))
