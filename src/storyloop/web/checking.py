"""What the reading and the rules say of a story or a text, ready to stand beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.html import format_html
from django.utils.safestring import SafeString

from storyloop import guide
from storyloop.bank.values import USUAL, Preferences
from storyloop.story import PARTS, Story, SwitchedOff
from storyloop.web.marking import Passage, Remark, marked
from storyloop.web.rendering import is_plain, render
from storyloop.web.shares import REFLECTION, Shares, shared, shares, text_of

# The model and the rules take a third of a second to load, so only what checks loads them.
if TYPE_CHECKING:
    from storyloop.critique import Draft, Finding
    from storyloop.reading import Reading

_SURE = 0.9
_LONGEST_QUOTE = 120
_SEVERITIES = ("error", "warning", "advice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A finding with its number on the page.

    `anchor` is the id of its mark in the text, empty where there is none; `quote` is its passage,
    empty where the finding is about all that it stands beside.
    """

    number: int
    finding: Finding
    anchor: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A sentence that reads like another part; `shown` tells whether the margin says so."""

    quote: str
    part: str
    name: str
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of one part: its text as HTML, empty if nothing is written, and what is said.

    `start` and `end` are its span in the text that was read.
    """

    part: str
    name: str
    start: int
    end: int
    html: SafeString
    notes: tuple[Note, ...] = ()
    hints: tuple[Hint, ...] = ()

    @property
    def untold(self) -> list[Hint]:
        """The hints that the margin cannot show."""
        return [hint for hint in self.hints if not hint.shown]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A text with all that is said of it; `whole` is about no single part.

    `seconds` are those that all of it takes aloud. `switched_off` are the rules that the story
    leaves out, `left_on` those that it names in vain: without a reason, or by a name that no rule
    has. `never` are the rules that the user puts to no story.
    """

    reading: Reading
    strength: int | None
    shares: Shares
    whole: tuple[Note, ...]
    blocks: tuple[Block, ...]
    seconds: int
    switched_off: tuple[SwitchedOff, ...]
    left_on: tuple[SwitchedOff, ...]
    never: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many findings there are."""
        return len(self.whole) + sum(len(block.notes) for block in self.blocks)

    @property
    def evidence(self) -> list[str]:
        """The sentences that show that a text is no story."""
        return [self.reading.sentences[place].text.strip() for place in self.reading.evidence]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    part: str
    start: int
    end: int
    can_be_marked: bool


@lru_cache(maxsize=512)
def check_held(story: Story, preferences: Preferences = USUAL) -> Checked:
    """Check a story of the bank, once for as long as it and the preferences stay as they are."""
    return check_story(story, preferences)


def check_story(story: Story, preferences: Preferences = USUAL) -> Checked:
    """Check a story part by part, as its writer named them."""
    from storyloop.critique import draft_of_story
    from storyloop.reading import read

    draft = draft_of_story(story)
    stretches = list(_fields(story, draft.text))
    blind = read(draft.text)
    astray = _astray(draft.reading, blind) if blind.kind == "story" else {}
    return _checked(draft, stretches, shares(story, preferences.pace), astray, preferences)


def check_text(text: str, question: str = "", preferences: Preferences = USUAL) -> Checked:
    """Check any answer; the model says which part each sentence is."""
    from storyloop.critique import draft_of

    draft = draft_of(text, question)
    stretches = list(_runs(draft.reading))
    counts = {str(part): words for part, words in draft.reading.part_words.items()}
    return _checked(draft, stretches, shared(counts, preferences.pace), {}, preferences)


def _fields(story: Story, text: str) -> Iterator[_Stretch]:
    """Yield where the field of each part stands in the draft's text, also of those left empty."""
    start = 0
    for part in (*PARTS, REFLECTION):
        said = text_of(story, part)
        stands = bool(said) and text.startswith(said, start)
        end = start + len(said) if stands else start
        yield _Stretch(part=part, start=start, end=end, can_be_marked=is_plain(said))
        if stands:
            start = end + len("\n\n")


def _runs(reading: Reading) -> Iterator[_Stretch]:
    """Yield the stretches of sentences that follow each other in one part."""
    part, start, end = "", 0, 0
    for sentence in reading.sentences:
        if part and sentence.part != part:
            yield _Stretch(part=part, start=start, end=end, can_be_marked=True)
            start = sentence.start
        part, end = sentence.part, sentence.end
    if part:
        yield _Stretch(part=part, start=start, end=end, can_be_marked=True)


def _astray(named: Reading, blind: Reading) -> Mapping[int, str]:
    """Return the part that a sentence surely reads like, by its end, where its writer says other.

    A sentence is compared where both readings cut it alike.
    """
    told = {each.start: each for each in named.sentences}
    return {
        each.start + len(each.text.rstrip()): each.part
        for each in blind.sentences
        if each.confidence >= _SURE
        and each.start in told
        and told[each.start].text.rstrip() == each.text.rstrip()
        and told[each.start].part != each.part
    }


def _checked(
    draft: Draft,
    stretches: Sequence[_Stretch],
    shares: Shares,
    astray: Mapping[int, str],
    preferences: Preferences,
) -> Checked:
    from storyloop.bank.judging import judged

    found = judged(draft, preferences)
    named = draft.story.switched_off if draft.story else ()
    all_of_it = _Stretch(part="", start=0, end=len(draft.text), can_be_marked=False)
    of_parts = [f for f in found.findings if not _is_all(f, all_of_it, draft.text)]
    held = [[f for f in of_parts if _is_in(f, each)] for each in stretches]
    placed = {id(finding) for findings in held for finding in findings}
    loose = _worst_first(f for f in found.findings if id(f) not in placed)
    blocks = []
    first = len(loose) + 1
    for stretch, findings in zip(stretches, held, strict=True):
        here = {at: part for at, part in astray.items() if stretch.start < at <= stretch.end}
        blocks.append(_block(draft, stretch, enumerate(_worst_first(findings), first), here))
        first += len(findings)
    return Checked(
        reading=draft.reading,
        strength=found.strength,
        shares=shares,
        whole=tuple(_notes(draft, all_of_it, enumerate(loose, 1), {})),
        blocks=tuple(blocks),
        seconds=preferences.pace.seconds(draft.words),
        switched_off=found.switched_off,
        left_on=tuple(each for each in named if each not in found.switched_off),
        never=preferences.switched_off,
    )


def _is_in(finding: Finding, stretch: _Stretch) -> bool:
    return stretch.start <= finding.start < finding.end <= stretch.end


def _worst_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (-f.cost, _SEVERITIES.index(f.severity), f.start))


def _block(
    draft: Draft,
    stretch: _Stretch,
    findings: Iterable[tuple[int, Finding]],
    astray: Mapping[int, str],
) -> Block:
    numbered = list(findings)
    anchors: Mapping[int, str] = {}
    if stretch.can_be_marked:
        passages = [
            Passage(number=number, start=each.start, end=each.end, severity=each.severity)
            for number, each in numbered
            if not _is_all(each, stretch, draft.text)
        ]
        remarks = [Remark(at=at, html=_reads_like(part)) for at, part in astray.items()]
        shown = marked(draft.text, stretch.start, stretch.end, passages, remarks)
        html, anchors = shown.html, shown.anchors
    else:
        html = render(draft.text[stretch.start : stretch.end])
    names = _names()
    return Block(
        part=stretch.part,
        name=names[stretch.part],
        start=stretch.start,
        end=stretch.end,
        html=html,
        notes=tuple(_notes(draft, stretch, numbered, anchors)),
        hints=tuple(
            Hint(quote=_ending(draft, at), part=p, name=names[p], shown=stretch.can_be_marked)
            for at, p in astray.items()
        ),
    )


def _notes(
    draft: Draft,
    stretch: _Stretch,
    findings: Iterable[tuple[int, Finding]],
    anchors: Mapping[int, str],
) -> Iterator[Note]:
    for number, each in findings:
        is_all = _is_all(each, stretch, draft.text)
        quote = "" if is_all else _quote(draft.text[each.start : each.end])
        yield Note(number=number, finding=each, anchor=anchors.get(number, ""), quote=quote)


def _is_all(finding: Finding, stretch: _Stretch, text: str) -> bool:
    """Return whether a finding is about the whole stretch, where a mark would only be noise."""
    said = text[stretch.start : stretch.end].rstrip()
    return finding.start == stretch.start and finding.end >= stretch.start + len(said)


def _ending(draft: Draft, at: int) -> str:
    sentence = next(each for each in draft.reading.sentences if each.start < at <= each.end)
    return _quote(sentence.text)


def _quote(said: str) -> str:
    line = " ".join(said.split())
    if len(line) <= _LONGEST_QUOTE:
        return line
    return f"{line[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"


def _reads_like(part: str) -> SafeString:
    return format_html(
        ' <small class="reads-like part-{}">reads like {}</small>', part, _names()[part]
    )


def _names() -> dict[str, str]:
    return {part.id: part.name for part in guide.parts()}
