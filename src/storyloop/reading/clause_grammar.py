"""Reads the clauses of a tagged sentence: its pronouns and finite verbs, from left to right."""

import re
from collections.abc import Callable
from typing import ClassVar, Final, Literal

from storyloop.reading.subjects import FINITE, FIRM, NOUNS, Part, Subjects
from storyloop.reading.values import Voice
from storyloop.reading.verbs import OF_PEOPLE, listed

# An auxiliary with all that hangs on it. Repeats are bounded to keep the reading linear.
_GROUP: Final = re.compile(r"[xbg][xgBr]{0,6}(?:tB[rB]{0,2})?[VvzwGA]?")
_PASSIVE: Final = re.compile(r"[xr]{0,5}t?[xr]{0,5}[bgB][bgBr]{0,5}[Vz]$")

_PRONOUNS: Final[dict[str, Voice]] = {"I": "I", "W": "we", "T": "they"}
_OBJECT_FOLLOWS: Final = frozenset("dqOMUyihNSktrP")
_OBJECT_FIRM: Final = frozenset("dqOMUyihNS")
_PARTICLES: Final = (["up"], ["out"], ["off"], ["down"], ["over"], ["back"], ["away"])
_DOING: Final = listed("did do tried")
_TIMES: Final = listed(
    "day days week weeks month months year years morning mornings evening afternoon night nights "
    "time times moment minute minutes hour hours monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december "
    "spring summer autumn winter weekend"
)
_WHOLES: Final = listed("all everything nothing anything something")
_SAYING: Final = listed("said asked replied answered shouted cried says called")
_AGENT_WITHIN: Final = 8


class Reader(Subjects):
    """Reads the clauses off the tags, in one pass."""

    def read(self) -> list[Part]:
        """Return the clauses in order."""
        tags, at, end = self._tags, 0, len(self._tags)
        step_of = self._STEPS.get
        while at < end:
            tag = tags[at]
            if tag not in "re":
                self._role = tag
                step = step_of(tag)
                following = step(self, at, tag) if step else at + 1
                self._before = self._role if following == at + 1 else tags[following - 1]
                at = following
            else:
                at += 1
        return self._parts

    # -- subjects

    def _pronoun(self, at: int, tag: str) -> int:
        """Take I, we, he, she, they: always a subject."""
        voice = _PRONOUNS[tag]
        part = self._part
        if self._cleft(at, voice):
            return at + 1
        if self._before == "c" and self._slot and self._noun in {"they", "I"} and not self._inside:
            self._noun = "we" if voice != "they" or self._noun == "I" else "they"
            return at + 1
        if self._before == "c" and part.subject and part.verb < 0:
            part.subject = "we" if {voice, part.subject} & {"I", "we"} else "they"
            return at + 1
        if part.verb < 0 and {voice, self._noun} in ({"they"}, {"we"}) and not self._inside:
            self._begin(at, voice)  # "the driver he knows"
            self._after_subject()
            return at + 1
        if part.implied and part.verb_end == at:
            part.subject, part.implied = voice, False
            return at + 1
        if part.verb < 0 and not part.subject and self._is_contact_relative(at):
            part.subject, part.main = self._noun or "nobody", False
            self._open(Part(at, main=False, subject=voice, resumes=part.subject))
        else:
            if self._mark == "E" and self._before != "E":
                self._mark = ""
            self._begin(at, voice)
            if self._part.cleft:
                self._part.resumes = voice
        self._after_subject()
        return at + 1

    def _is_contact_relative(self, at: int) -> bool:
        """Whether this is "the reason I left" rather than "the next day I left"."""
        return (
            self._before in {"n", "N", "G"}
            and not self._inside
            and self._tags[at - 1] != "r"
            and self._mark not in {*FIRM, "E"}
            and bool(self._noun)
            and self._words[at - 1] not in _TIMES
        ) or (self._slot and at > 0 and self._words[at - 1] in _WHOLES)

    # -- verbs

    def _verb(self, at: int, tag: str) -> int:
        group = _GROUP.match(self._tags, at)
        end = group.end() if group else at + 1
        if not self._FINITE_IF[tag](self, at) or not self._place(at, tag):
            if (tag in "w3" and self._before != "t") or self._before in {"d", "q"}:
                self._role = "n"
                return self.name(at, "n")
            return at + 1
        part = self._part
        part.verb, part.verb_end = at, end
        transitive = (
            self._tags[end : end + 1] in _OBJECT_FIRM and self._tags[at + 1 : at + 2] != "B"
        )
        has = transitive and self._words[at] in {"'s", "’s"}
        part.passive = part.passive or (not has and bool(_PASSIVE.match(self._tags, at, end)))
        if part.passive:
            self._find_agent(part, end)
        self._after_subject()
        return end

    def _place(self, at: int, tag: str) -> bool:
        """Find the clause of a finite verb; False if it turns out to be a mere participle."""
        part = self._part
        subject = (self._noun or self._earlier) if self._slot else ""
        if part.verb < 0:
            if not part.subject:
                if subject == "nobody" and self._words[at] in OF_PEOPLE and self._before == "n":
                    subject = "they"
                if self._before == "Q" and self._words[at] in _SAYING:
                    subject = "they"
                part.implied = not subject
                self._begin(at, subject or self._telegraphic(at))
            return True
        if part.resumes and not subject and self._mark in {"", ","}:
            self._resume(at)
            return True
        if self._joint >= 0:
            return self._continue(at, tag, subject)
        if (
            not self._noun
            and tag in "bx"
            and self._tags[part.verb] == "V"
            and part.verb_end == part.verb + 1
        ):
            return True  # "the report sent on Friday was": the participle was no verb
        if tag in "Vw3":
            return False
        self._begin(self._noun_at if self._noun_at >= 0 else at, self._noun or "nobody")
        return True

    def _resume(self, at: int) -> None:
        """Go on with the clause that a relative broke into: "what I did was"."""
        part = self._part
        voice = part.resumes
        if self._words[at - 1] in _DOING and self._tags[at] == "b" and part.subject:
            voice = part.subject
        self._open(Part(at, subject=voice))

    def _continue(self, at: int, tag: str, subject: Voice | Literal[""]) -> bool:
        """Join a verb to the clause before: with its own subject, or with the same one."""
        part = self._part
        if subject:
            self._begin(at, subject)
            return True
        if self._before not in ",;c" or self._mark in FIRM:
            return False
        noted = self._words[self._joint] == "so" or (
            self._mark == "," and self._tags[at + 1 : at + 2] in _OBJECT_FOLLOWS
        )
        same = part.subject or "nobody"
        if same == "nobody" and noted:
            same = "I"
        self._begin(at, same, main=part.main)
        self._part.passive = part.passive and tag == "V" and same != "I"
        return True

    def _telegraphic(self, at: int) -> Voice:
        """Name who acts where a clause begins with its verb, as in notes."""
        if self._inside or self._tags.endswith("?") or self._words[at] in {"is", "are"}:
            return "nobody"
        return "I"

    def _find_agent(self, part: Part, at: int) -> None:
        """Look for who did it: "by our lawyer"."""
        near = self._words[at : at + _AGENT_WITHIN]
        if "by" not in near:
            return
        for tag in self._tags[at + near.index("by") + 1 : at + _AGENT_WITHIN]:
            if tag in "MUON":
                part.subject, part.passive = NOUNS[tag], False
                return
            if tag not in "dqr":
                return

    # -- which verb forms are finite

    def _auxiliary_is_finite(self, _at: int) -> bool:
        return self._before not in {"t", "d"}

    def _past_is_finite(self, at: int) -> bool:
        part = self._part
        if self._before in {"d", "e", "P", "t", "S", "E", "B", "G"}:
            return False
        if not self._before and self._tags[at + 1 : at + 2] == ";":
            return False  # a heading: "Cost: 40 euros"
        if part.verb >= 0 and self._joint < 0:
            return bool(part.resumes)
        return not (self._before == "q" and not self._slot) and at >= 0

    def _state_is_finite(self, at: int) -> bool:
        if self._part.verb >= 0:
            return False
        if self._before in {*"IWTnNkhi"}:
            return not self._inside
        return not self._before and self._tags[at + 1 : at + 2] in {"d", "q"}

    def _base_is_finite(self, at: int) -> bool:
        part = self._part
        if part.subject and part.verb < 0:
            return True
        if self._before in {"d", "P", "t", "e", "q", "x"} or not self._slot or self._inside:
            return False
        following = self._tags[at + 1 : at + 2]
        if self._noun:
            plural = self._words[at - 1].endswith("s") or self._before in "yN"
            return plural and following in _OBJECT_FOLLOWS
        if self._before not in {"", ";"} and not (self._before == "," and part.verb < 0):
            return False
        return following in _OBJECT_FIRM or self._words[at + 1 : at + 2] in _PARTICLES

    def _third_is_finite(self, at: int) -> bool:
        if self._part.subject and self._part.verb < 0:
            return self._before != "d"
        following = self._tags[at + 1 : at + 2]
        return (
            self._slot
            and self._before not in {"d", "P", "t", "e", "q"}
            and bool(self._noun or self._earlier)
            and (self._noun == "they" or following in _OBJECT_FIRM)
            and following not in FINITE
        )

    _STEPS: ClassVar[dict[str, Callable[["Reader", int, str], int]]] = {
        **dict.fromkeys("nNGQMUOyi", Subjects.name),
        **dict.fromkeys("PtB", Subjects.relate),
        **dict.fromkeys(",;cS", Subjects.join),
        "d": Subjects.determine,
        "q": Subjects.quantify,
        "E": Subjects.time_or_place,
        "h": Subjects.that,
        "k": Subjects.which,
        **dict.fromkeys("IWT", _pronoun),
        **dict.fromkeys("bxgvVwzA3", _verb),
    }
    _FINITE_IF: ClassVar[dict[str, Callable[["Reader", int], bool]]] = {
        **dict.fromkeys("bxg", _auxiliary_is_finite),
        **dict.fromkeys("vV", _past_is_finite),
        **dict.fromkeys("Az", _state_is_finite),
        "w": _base_is_finite,
        "3": _third_is_finite,
    }
