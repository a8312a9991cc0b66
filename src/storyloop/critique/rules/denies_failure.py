"""Finds answers that deny the failure or conflict they were asked for.

What it does
Looks for a denial in the first person: "I have never really failed", "I can't think of a
conflict", "I wouldn't call it a mistake". "I have never made that mistake since" is left alone,
and so is somebody else's denial.

Why
A question about failure asks how you take it, and everyone who asks it has failed. A denial sounds
as if either nothing was ever tried or something is being hidden, and the next question will be
harder.

Example
"To be honest I've never had a real conflict with anyone. There was one small thing with a driver."

Use instead
"A driver and I stopped speaking for a week over the loading order. It began with a remark of
mine."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words
from storyloop.critique.rule import Hit, Rule

_PEOPLE = r"(?:a |any |my )?(?:colleagues?|anyone|anybody|people|team)"
_FAULT = (
    r"(?:failures?|mistakes?|conflicts?|disagreements?|quarrels?|weakness(?:es)?|blunders?|"
    r"errors?|failed|arguments?|"
    rf"(?:problems?|issues?|rows?) with {_PEOPLE})"
)
_KIND = (
    r"(?:(?:a|an|any|one|really|my|much of a|such|proper|real|serious|big|bad|major|single|true|"
    r"genuine|actual|great|of|the|what|you|could|call) ){0,5}"
)
_FILL = r"(?:really |actually |honestly |yet |ever |personally |once )*"
_DENIAL = re.compile(
    rf"\bi(?:'ve| have|'d| had)? {_FILL}never {_FILL}(?:had|made|experienced|got into|been in|"
    rf"been involved in|run into|come across) {_KIND}(?:{_FAULT}|one\b(?! of))"
    rf"|\bi(?:'ve| have)? {_FILL}(?:never|not|haven't) {_FILL}failed\b(?! (?:to|in|an?|the|my) )"
    rf"|\b(?:(?:can't|cannot|can not|couldn't) {_FILL}(?:say|think|come up with)|(?:can't|"
    rf"cannot) {_FILL}(?:remember|recall|name))(?: of| that)?(?: i(?:'ve| have)?)?(?: (?:ever "
    rf"|really )?(?:had|made))? {_KIND}{_FAULT}"
    r"|\bcan't (?:say|think) (?:that )?i(?: have|'ve)\b(?! (?:to|a|any|been|the|got)\b)|"
    r"\b(?:wasn't|isn't|was not) (?:really )?(?:a|my) (?:failure|mistake|conflict)(?= of mine|,? "
    r"(?:as such|really|exactly))|\b(?:hardly|wasn't really|isn't really|not really|wasn't "
    r"exactly) (?:a|my) (?:real |big )?(?:failure|mistake|conflict)\b"
    rf"|\b(?:i haven't|i have not|i've not|i don't think (?:that )?i(?:'ve| have)|i don't believe "
    rf"(?:that )?i(?:'ve| have)) {_FILL}(?:had|made|failed) {_KIND}{_FAULT}"
    rf"|\bi (?:don't|do not) {_FILL}have {_KIND}{_FAULT}"
    rf"|\bi (?:don't|wouldn't|do not|would not) {_FILL}(?:regard|see|count|call|consider|"
    rf"describe|class) [^.;\n]{{0,40}}?\b{_FAULT}"
    rf"|\b(?:failures?|mistakes?|conflicts?)\b[^.;\n]{{0,30}} i (?:have )?never (?:really )?(?:had|"
    r"made) (?:one|any)\b"
    r"|\b(?:failures?|mistakes?|conflicts?) (?:don't|doesn't) (?:really )?happen to me"
    rf"|\b(?:struggl\w+|hard|hard pressed|difficult) (?:for me )?to (?:think of|name|remember) "
    rf"{_KIND}{_FAULT}|\bno (?:real |actual )?(?:failures?|conflicts?) (?:comes?|springs?) to mind"
    r"|\bi(?:'ve| have) (?:never|not) (?:once )?put a foot wrong\b|\bi(?:'m| am) not (?:really )?"
    r"(?:someone|somebody|a person|one) who (?:fails|makes mistakes|gets into (?:conflicts?|"
    r"arguments))\b"
)
# The opposite of a denial: a mistake that was made, and not made again.
_SINCE = re.compile(
    r"[^.;\n]{0,40}\b(?:since|again|after that|like (?:it|that)|so (?:big|bad|costly))\b"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = own_words(draft.text)
    for match in _DENIAL.finditer(said):
        if not _SINCE.match(said, match.end()):
            yield Hit(start=match.start(), end=match.end())
            return


RULE = Rule(
    code="P07",
    name="denies-failure",
    family="people",
    severity="warning",
    cost=8,
    most=8,
    message="This denies the very thing that was asked for.",
    remedy="Take a real one, small enough to own, and say in its first line what your part was.",
    find=_find,
)
