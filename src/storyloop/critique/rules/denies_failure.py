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

from collections.abc import Iterator

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

_PEOPLE = r"(?:a |any |my )?(?:colleagues?|anyone|anybody|people|team)"
_FAULT = (
    r"(?:failures?|failing|mistakes?|conflicts?|disagreements?|quarrels?|weakness(?:es)?|blunders?|"
    r"errors?|failed|arguments?|setbacks?|fault of mine|my fault|"
    rf"(?:problems?|issues?|rows?|trouble) with {_PEOPLE})"
)
_KIND = (
    r"(?:(?:a|an|any|one|really|my|much of a|such|proper|real|serious|big|bad|major|single|true|"
    r"genuine|actual|great|of|the|what|you|could|call|many|exactly|as|outright|complete|total|"
    r"people|would|like|um|very) ){0,5}"
)
# Fillers come into a denial more than into anything else that is said.
_FILL = (
    r"(?:(?:really|actually|honestly|yet|ever|personally|once|like|um|uh|erm?|you know|i mean|"
    r"truly|"
    r"exactly|frankly|sincerely|necessarily|quite|as such|even|so far|at all|particularly),? ){0,4}"
)
_NEVER_DID = (
    r"(?:had|made|experienced|got into|been in|been involved in|run into|come across|known) "
    + _KIND
)
_IT_WAS = (
    rf"(?:that )?(?:i(?:'ve| have|'d| had)? {_FILL}(?:failed\b|(?:had|made) {_KIND}{_FAULT})|"
    rf"(?:it|that|this|there)(?:'s| was| is| has been|'d been)? {_FILL}{_KIND}(?:{_FAULT}))"
)
_DENIAL = any_of(
    rf"i(?:'ve| have|'d| had)?,? {_FILL}never {_FILL}(?:{_NEVER_DID}(?:{_FAULT}|one\b(?! of))|let "
    rf"(?:anyone|anybody|a team|people) down)"
    rf"|i(?:'ve| have)?,? {_FILL}(?:never|not|haven't),? {_FILL}failed\b(?! (?:to|in|an?|the|my|"
    rf"her|"
    rf"him|them|us|that|this) )"
    rf"|(?:(?:can't|cannot|can not|couldn't),? {_FILL}(?:say|think|come up with)|(?:can't|cannot|"
    rf"can "
    rf"not),? {_FILL}(?:remember|recall|name))"
    rf"(?: of| that)?(?: i(?:'ve| have)?)?(?: (?:ever |really )?(?:had|made))? {_KIND}{_FAULT}"
    rf"|can't (?:say|think) (?:that )?i(?: have|'ve)(?=[.,;]|$| not\b| no\b| as such| really)"
    rf"|(?:wasn't|isn't|was not) (?:really )?(?:a|my) (?:failure|mistake|conflict)(?= of mine|,? "
    rf"(?:as such|really|exactly))|(?:hardly|wasn't really|isn't really|not really|wasn't "
    rf"exactly|not exactly|scarcely) (?:a|my|what i'd call a|what you'd call a) (?:real |big )?"
    rf"(?:failure|mistake|conflict)"
    rf"|(?:that|it|this)(?:'s| is| was) not,? {_FILL}a {_FILL}(?:failure|failing|conflict)(?! "
    rf"(?:of|in|"
    rf"by|between) (?!mine))"
    rf"|(?:i haven't|i have not|i've not|i don't think (?:that )?i(?:'ve| have)|i don't believe "
    rf"(?:that )?i(?:'ve| have)),? {_FILL}(?:had|made|failed)(?:,? {_FILL}{_KIND}{_FAULT}|,? at "
    rf"anything)"
    rf"|i (?:don't|do not),? {_FILL}have,? {_FILL}{_KIND}{_FAULT}"
    rf"|i(?:'ve| have)(?: got)? no {_KIND}(?:failures?|conflicts?|weakness(?:es)?|enemies|mistakes)"
    rf"|i (?:don't|do not|never|rarely|seldom|hardly ever|hardly|very rarely|very seldom),? {_FILL}"
    rf"(?:tend to |usually |often )?(?:make {_KIND}(?:mistakes?|errors?)|fail\b(?! to)|get "
    rf"(?:into )?"
    rf"{_KIND}(?:conflicts?|arguments?|quarrels?)|get (?:things|it) wrong|argue with (?:people|"
    rf"anyone|"
    rf"anybody)|fall out with (?:people|anyone|anybody)|do (?:failure|conflict))"
    rf"|i (?:don't|wouldn't|do not|would not|can't|cannot|couldn't),? {_FILL}(?:say|think|feel|"
    rf"believe|claim) {_IT_WAS}"
    rf"|i (?:don't|wouldn't|do not|would not|didn't|never),? {_FILL}(?:regard|see|saw|count|call|"
    rf"called|consider|describe|class|view|treat|think of|put (?:it|that|this) down) "
    rf"[^.;\n]{{0,40}}?\b{_FAULT}"
    rf"|(?:failures?|mistakes?|conflicts?)\b[^.;\n]{{0,30}} i(?:'ve| have)? never (?:really "
    rf")?(?:had|"
    rf"made) (?:one|any)"
    rf"|(?:failures?|mistakes?|conflicts?)\b[^;\n]{{0,40}}? i (?:don't|do not|haven't),? {_FILL}"
    rf"(?:have|had|got) (?:one|any)"
    rf"|(?:failures?|mistakes?|conflicts?) (?:don't|doesn't|do not) {_FILL}(?:happen|exist)"
    rf"|(?:failures?|mistakes?|conflicts?)[^;\n]{{0,60}}? (?:can't|couldn't|cannot),? {_FILL}"
    rf"(?:think of|remember|recall|name) (?:one|any)"
    rf"|my (?:failures?|mistakes?|conflicts?|weakness(?:es)?)\b[^.;\n]{{0,20}} if i(?:'ve got| "
    rf"have|"
    rf"'ve| had| do have) (?:to name )?(?:one|any)"
    rf"|(?:struggl\w+|hard|hard pressed|difficult)(?: for me)? to (?:think of|name|remember|come "
    rf"up "
    rf"with) {_KIND}(?:{_FAULT}|(?:time|example|occasion)s?[\w ]{{0,12}} i(?:'ve)? failed)"
    rf"|(?:no|nothing)(?: real| actual| big)?(?: failures?| conflicts?| mistakes?)? "
    rf"{_FILL}(?:comes?|"
    rf"springs?|came|sprang) to mind"
    rf"|i(?:'ve| have) (?:never|not) (?:once )?put a foot wrong|i(?:'m| am) not (?:really )?"
    rf"(?:someone|somebody|a person|one|the type|the sort|the kind)(?: of person)? (?:who|to|that) "
    rf"(?:fails?|makes? mistakes|gets? into (?:conflicts?|arguments)|has? conflicts)"
    rf"|nothing (?:that )?(?:i(?:'ve| have|'d)|you(?:'d| could| would)|one) {_FILL}(?:done |call |"
    rf"called |describe as )?(?:has |had )?(?:ever )?(?:a |an )?(?:real )?(?:failed|failures?)"
    rf"|(?:everything|all) i(?:'ve| have)? (?:do|done|touch\w*|tried|worked on)(?: so far| in my "
    rf"career)? (?:has |have )?(?:always )?(?:worked|succeeded|gone well|turned out well)"
    rf"|more (?:of )?an? (?:[a-z-]+ ){{1,3}}than an? (?:real |actual )?(?:failure|mistake|conflict)"
    rf"|(?:not so much|less) an? (?:failure|mistake|conflict)"
    rf"|(?:failure|mistake|conflict) (?:is|would be|was|may be|might be)(?: perhaps| probably| "
    rf"maybe| "
    rf"rather| really| a bit)* (?:too|a|an) (?:strong|big|harsh|hard|heavy)"
    rf"|to call (?:it|this|that) an? (?:failure|mistake|conflict) (?:is|would|seems)"
    rf"|there (?:has|have|'s|'ve|was|were|are|is) (?:really )?(?:never|not|no)(?: really)?(?: "
    rf"been)? "
    rf"(?:a |any )?(?:real )?(?:failures?|conflicts?) (?:in my|with me|on my|between (?:me|us))"
)
# The opposite of a denial: a mistake that was made, and not made again.
_SINCE = Pattern(
    r"[^.;\n]{0,40}\b(?:since(?=[.,;\n]|$| then| that| by)|again|after that|like (?:it|that)|"
    r"so (?:big|bad|costly))(?!\w)"
)


def _find(draft: Draft) -> Iterator[Hit]:
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
