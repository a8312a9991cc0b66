"""Finds lessons that anybody could have drawn from anything.

What it does
Looks at the reflection and at the last two sentences for general truths ("communication is key",
"it showed me how important teamwork is", "everybody is different"). It keeps quiet where the
reflection also holds something of its own: what you do since, what you would do next time, a
figure.

Why
A lesson shows that the story changed you. A general truth fits every story, so it says nothing of
this one, and it is the last thing the listener hears.

Example
"It taught me that communication is the key to everything."

Use instead
"Since then I ring the night shift before I change their list, even when the change looks tiny."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.platitudes import GENERIC, PLATITUDE
from storyloop.critique.rule import Hit, Rule

# Where the last sentence speaks of learning, it need not have been read as a reflection.
_LESSON = Pattern(
    r"\b(?:lessons?|learn\w*|teach\w*|taught|take-?aways?|grew|grown|matured|reminder|reminded|"
    r"understood|realis\w+|realiz\w+|(?:better|stronger|wiser) (?:\w+ )?(?:person|\w+er|man|woman)|"
    r"best policy|everybody makes|everyone makes|room for improvement|comes down to|isn't about|"
    r"moral|proved|more confident)\b"
)
# A vow that would hold for any work says nothing of what was done.
_VOW = Pattern(
    r"\b(?:next time|in future|in the future|from now on|would|will|i'd|i'll|since then|"
    r"now)\b[^.;]{0,40}? "
    r"(?:(?:be|am|try to be) (?:more|much more|a bit more|better) (?:careful|prepared|patient|"
    r"organi[sz]ed|"
    r"attentive|professional|proactive|open|confident|focused|flexible|structured)|do (?:things|it|"
    r"everything|my best|a better job)(?: \w+)? better|do better|try (?:even )?harder|work harder|"
    r"pay more attention|"
    r"communicate (?:more|better)|(?:handle|manage|approach|deal with) (?:it|this|that|things|"
    r"such an? \w+|"
    r"such \w+)(?: \w+)? (?:better|differently|more \w+))(?: and be more careful| today| now| "
    r"then| in "
    r"general| overall)?\W*$"
)
# A general truth ends a story as a rule, and may end it in the guise of a result.
_LAST = 2
_OF_ITS_OWN = Pattern(
    r"\b(?:since (?:then|that)(?!,? i (?:know|believe|understand|see|trust|feel|think|reali[sz]e|"
    r"appreciate|am|have (?:known|believed))\b)|these days|nowadays|"
    r"ever since(?!,? i (?:know|believe|understand|see|trust|feel|think|am)\b)|from now on|"
    r"(?<!felt that way )(?<!known that )from then on|next time|"
    r"would (?:have )?(?:start|ask|call|ring|put|write|tell|check|do|have)|"
    r"(?:now,? i|i now|i \w+ now|nowadays i|today i)\b(?! (?:know|understand|see|realise|believe|"
    r"feel|appreciate|realize))|"
    r"(?<!what )i'd (?:start|ask|call|ring|put|write|tell|check|do|have)|so i (?:now|\w+ now|"
    r"always)|"
    r"before i|i (?:\w+ ){2,4}now|every \w+ (?:\w+ )?since|"
    r"every (?:time|week|month|monday|friday|morning|shift))\b|\d",
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = draft.plain
    told = draft.reading.sentences
    ends = {sentence.start for sentence in told[-_LAST:]}
    learned = [s for s in told if s.part == "reflection" or s.start in ends]
    if any(
        not _VOW.search(said[sentence.start : sentence.end])
        and _OF_ITS_OWN.search(said, sentence.start, sentence.end)
        for sentence in learned
        if sentence.part == "reflection"
    ):
        return
    for sentence in learned:
        start, end = sentence.start, sentence.end
        lesson = sentence.part == "reflection" or (
            sentence is told[-1] and _LESSON.search(said, start, end)
        )
        if PLATITUDE.search(said, start, end) or (
            lesson and (GENERIC.search(said, start, end) or _VOW.search(said[start:end]))
        ):
            yield Hit(start=sentence.start, end=sentence.end)
            return


RULE = Rule(
    code="R02",
    name="generic-reflection",
    family="reflection",
    severity="warning",
    cost=4,
    most=4,
    message="What you learned is a general truth that would fit any story.",
    remedy=(
        "Say what you do differently since this happened, in a way that would make no sense "
        "in another story."
    ),
    find=_find,
)
