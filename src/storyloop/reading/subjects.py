"""Finds the subjects of a tagged sentence: nouns, and the joints at which clauses begin."""

from dataclasses import dataclass
from typing import Final, Literal

from storyloop.reading.values import Voice
from storyloop.reading.verbs import listed
from storyloop.reading.word_tags import Tagged

RANK: Final[dict[Voice | Literal[""], int]] = {
    "I": 0,
    "we": 1,
    "they": 2,
    "passive": 3,
    "nobody": 4,
    "": 5,
}
NOUNS: Final[dict[str, Voice]] = {"M": "I", "U": "we", "O": "they", "N": "they"}

FINITE: Final = frozenset("bxgvV")
FIRM: Final = frozenset("Shk")
_STRENGTH: Final = {",": 1, "c": 2, ";": 3, "E": 4, "S": 5, "h": 5, "k": 5}
_PEOPLE_COUNTED: Final = listed("both neither many few several some")
_FRAME_VERBS: Final = listed(
    "think guess mean believe suppose reckon remember recall say admit feel"
)
_SEEMING: Final = listed("out seems seemed appears appeared")
_OUR_GROUPS: Final = listed("team crew squad group class company family shift")


@dataclass(slots=True)
class Part:
    """A clause in the making; `subject` is empty as long as none is found."""

    begin: int
    main: bool = True
    subject: Voice | Literal[""] = ""
    passive: bool = False
    verb: int = -1
    verb_end: int = -1
    implied: bool = False
    cleft: bool = False
    fronted: bool = False  # "and when the bell rang": its main clause is still to come
    resumes: Voice | Literal[""] = ""

    @property
    def voice(self) -> Voice:
        """Who acts."""
        return "passive" if self.passive else self.subject or "nobody"


class Subjects:
    """What may be the subject of the next verb, kept up to date from word to word."""

    def __init__(self, sentence: Tagged) -> None:
        self._tags = sentence.tags
        self._words = sentence.words
        self._part = Part(0)
        self._parts = [self._part]
        self._has_main = False
        self._before = ""  # the tag before this one, adverbs left out
        self._role = ""  # what this one turns out to be
        self._joint, self._mark = -1, ""
        self._open_slot()

    def _open(self, part: Part) -> Part:
        """Go on to a new clause."""
        self._has_main = self._has_main or self._part.main
        self._part = part
        self._parts.append(part)
        return part

    def _open_slot(self) -> None:
        """Begin where a subject may stand: at the start, and after a joint."""
        self._slot, self._inside, self._filled = True, False, False
        self._noun: Voice | Literal[""] = ""
        self._earlier: Voice | Literal[""] = ""
        self._noun_at = -1
        self._some, self._joined = False, False

    # -- nouns

    def name(self, at: int, tag: str) -> int:
        """Take a noun or an object pronoun as the head of the coming subject."""
        voice: Voice = NOUNS.get(tag, "nobody")
        if self._words[at] in _OUR_GROUPS and "our" in self._words[max(0, at - 2) : at]:
            voice = "we"
        if self._cleft(at, voice):
            return at + 1
        if self._inside:
            self._filled = True
            return at + 1
        if self._noun_at < 0:
            self._noun_at = at
        if (self._before == "c" or self._joined) and self._noun:
            self._joined = False
            joined = {self._noun, voice}
            self._noun = "we" if joined & {"I", "we"} else min(joined, key=RANK.__getitem__)
        elif not (self._noun == "we" and tag in "nqG" and self._some):
            self._noun = voice
        self._some = tag == "q"
        return at + 1

    def determine(self, at: int, _tag: str) -> int:
        """Begin a new noun phrase, unless a preposition holds it."""
        if self._inside and not self._filled:
            return at + 1
        self._inside = False
        if self._before != "c":
            if self._mark == "E" and self._noun:
                self._mark = ""
            self._noun, self._noun_at = "", at
        self._joined = self._before == "c"
        return at + 1

    def quantify(self, at: int, tag: str) -> int:
        """Take a number or "some", which may be all there is of a subject."""
        if self._inside:
            self._some = True
            return at + 1
        if self._words[at] == "one" and self._words[at - 1] == "no":
            return self.name(at, "N")
        if self._before == "d" or self._noun == "we":
            self._some = True
            return at + 1
        self.name(at, tag)
        if self._words[at] in _PEOPLE_COUNTED and self._tags[at + 1 : at + 2] in FINITE:
            self._noun = "they"
        return at + 1

    def relate(self, at: int, _tag: str) -> int:
        """Take what follows a preposition for no subject, unless it is counted ("one of us")."""
        if self._some and self._words[at] == "of" and not self._inside:
            self._noun, self._some = "", False
        else:
            self._inside, self._filled = True, False
        return at + 1

    # -- joints

    def join(self, at: int, tag: str) -> int:
        """Note where the next clause would begin, and by what it would be joined."""
        if self._mark in FIRM and self._part.verb < self._joint and tag in ",c":
            if tag == "," and self._before not in FIRM and self._part.verb < 0:
                self._mark = ""
                self._open_slot()
            elif self._part.verb < 0 or self._noun:
                return at + 1
        run = self._joint >= 0 and self._before in ",;cSEhk"
        if not run:
            self._joint = at + (tag in ",;")
        if not run or _STRENGTH[tag] > _STRENGTH.get(self._mark, 0):
            self._mark = tag
        if tag == ";" and self._part.verb < 0 and self._before and at + 1 < len(self._tags):
            self._open(Part(at + 1))
            self._joint, self._mark = -1, ""
            self._open_slot()
        elif not (self._slot and self._noun and self._keeps(at, tag)):
            heads = [noun for noun in (self._noun, self._earlier) if noun]
            self._open_slot()
            if tag == "," and heads and self._part.verb < 0:
                self._earlier = min(heads, key=RANK.__getitem__)
        return at + 1

    def _keeps(self, at: int, tag: str) -> bool:
        """Whether the subject goes on after "and"."""
        following = self._tags[at + 1 : at + 4].lstrip("r")
        self._inside = False
        return tag == "c" and following[:1] not in FINITE

    def time_or_place(self, at: int, tag: str) -> int:
        """Read "before" as a joint, or as a preposition within a subject."""
        if self._slot and self._noun:
            return self.relate(at, tag)
        return self.join(at, tag)

    def that(self, at: int, tag: str) -> int:
        """Tell "that" as a pronoun, an article, a relative and a joint apart."""
        following = self._tags[at + 1 : at + 4].lstrip("r")[:1]
        if (not self._before or self._before in "PESt,;c") and following not in "IWTd":
            return self.name(at, "i") if following in FINITE else self.determine(at, tag)
        if self._before not in "nN" and following in FINITE:
            return self.name(at, "i")
        return self.which(at, tag) if self._before in "nN" else self.join(at, tag)

    def which(self, at: int, tag: str) -> int:
        """Open a relative clause; within a subject the subject waits for its own verb."""
        part, head = self._part, self._noun or self._earlier
        if part.verb >= 0 or part.subject:
            last = self._noun
            self.join(at, tag)
            self._noun = last or ("they" if self._words[at].startswith("who") else "nobody")
            self._noun_at = at
            return at + 1
        if head:
            part.subject, part.main = head, False
            part = self._open(Part(at))
        else:
            head = "they" if self._words[at].startswith("who") else "nobody"
            part.cleft = True
        part.main, part.resumes = False, head
        self._joint, self._mark = -1, "k"
        self._open_slot()
        self._noun, self._noun_at = head, at
        return at + 1

    # -- clauses

    def _cleft(self, at: int, voice: Voice) -> bool:
        """Take "it was me who" as what I did."""
        part = self._part
        if (
            self._before == "b"
            and part.verb_end == at
            and self._tags[at + 1 : at + 2] in {"k", "h"}
        ):
            found = part.verb > 0 and self._words[part.verb - 1] == "it"
            if found:
                part.subject = voice
            return found
        return False

    def _begin(self, at: int, voice: Voice | Literal[""], *, main: bool | None = None) -> None:
        """Give the open clause its subject, or begin a new clause with it."""
        part = self._part
        if main is None:
            main = self._mark not in {*FIRM, "E"}
        if part.verb < 0 and not part.subject:
            part.subject = voice
            part.main = part.main and main
            return
        begin = self._joint if self._joint >= 0 else at
        if part.main and self._is_frame(part, begin):
            part.main, main = False, True
        elif not self._mark:
            main = part.fronted or not (self._has_main or part.main)
        fronted = self._tags[begin] == "c" and self._mark in {"S", "E"}
        self._open(Part(begin, main=main, subject=voice, fronted=fronted))

    def _is_frame(self, part: Part, end: int) -> bool:
        """Whether the clause only announces the next one: "I think", "the point is"."""
        last = end - 1
        while last > part.begin and self._tags[last] in ",r" and self._words[last] != "out":
            last -= 1
        word = self._words[last]
        if self._tags[last] == "b" or word in _SEEMING:
            named = self._mark in {"", "h"} or self._words[last - 1] in {"that", "thats"}
            return part.subject == "nobody" and named
        return word in _FRAME_VERBS and self._mark != "S" and part.subject in {"I", "nobody"}

    def _after_subject(self) -> None:
        self._slot, self._inside, self._some = False, False, False
        self._noun, self._noun_at, self._earlier = "", -1, ""
        self._joint, self._mark = -1, ""
