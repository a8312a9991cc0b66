"""Finds stories that talk your own part down.

What it does
Counts phrases that make your part smaller than it was ("that's all I did", "anyone would have",
"I only helped a bit", "it was mostly her"). One of them is modesty and is left alone; from two on
they are reported, at the first. Your own deed made nothing of ("I only held the lamp, really", "all
I did was") is reported at once.

Why
The listener takes you at your word. Giving others their credit is welcome, but it can be done
beside your own part and need not take its place.

Example
"I just helped a bit with the timetable, anyone could have done it, it was mostly Ravi."

Use instead
"Ravi knew the drivers and won them over. The timetable was mine: I drew it in three evenings and
changed it twice after their comments."
"""

from collections.abc import Iterator

from storyloop.critique.alternatives import any_beginning
from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule

_DID_LITTLE = (
    "helped|assisted|supported|tagged|followed|pressed|held|carried|mentioned|told|said|passed|"
    "did|"
    "went|picked|typed|sat|stood|watched|listened|put|got|wrote|rang|called|phoned|drove|gave|"
    "made|"
    "asked|took|brought|sent|pointed|happened|looked|read|counted|filled|opened|pushed|moved|"
    "turned|"
    "added|copied|signed|kept|showed|tidied|handed|noticed|spotted|suggested|joined|tagged|"
    "answered|forwarded|repeated|checked|cleaned|fetched|played|walked|stayed|came|spoke|talked|"
    "waited|drew|ticked|printed|emailed|organised|worked|tried|used"
)
_SMALL = any_beginning(
    r"(?:that's|that is|that was|it's|it was|which is|which was|"
    r"and that's) (?:really |about |"
    r"basically |honestly |pretty much )?all (?:i|my|we|that i|it was|there (?:is|was))\b"
    r"(?! did (?:in|on|for|at|all)\b)|"
    r"(?:i'm afraid )?all i (?:really |actually |ever )?(?:did|had to do|do) (?:was|is)\b|"
    r"(?:only|just|merely) (?:really )?(?:did |played |had )?(?:a |my )?(?:very |really )?(?:tiny|"
    r"small|little|minor|modest) (?:bit|part|role|thing|piece|share|contribution|cog|job|favour|"
    r"idea|hand)\b|(?:(?:my|a) (?:part|role|contribution|share|bit|input)[^.;,]{0,20}? (?:was|is) "
    r"(?:really |only |just |very |quite |pretty |rather |fairly |so ){0,3}(?:small|tiny|little|"
    r"minor|"
    r"modest|minimal|nothing|limited|not (?:much|big|great)))\b|"
    rf"\bi(?:'d|'ve)? (?:\w+ )?(?:only|merely|simply) (?:really |sort of |"
    rf"kind of ){{0,2}}(?!(?:need|want|realis|notic|learn|discover|start|arriv|join|stopp|agree|"
    rf"receiv|"
    rf"manag|plann|expect)ed)(?:\w+ed|{_DID_LITTLE})\b"
    r"(?! (?:\w+ ){0,3}?(?:if|when|after|until|once)\b| (?:what|because|out|\d|one|two|three|four|"
    r"twice|half)\b)|"
    r"(?<!he )(?<!they )(?<!it )(?<!who )(?<!was )(?<!people )(?:only|just) (?:really )?(?:"
    r"helped|assisted|supported|tagged|followed|pressed|held|carried|"
    "mentioned|told|said|passed|did|went|picked|typed|sat|stood|watched|listened|put|"
    r"wrote)\b(?! (?:\w+ ){0,3}?(?:if|when|after|until|once)\b)|"
    r"just (?:sort of|kind of) (?:\w+ed|told|said|went|did|put)\b|(?:barely|hardly|"
    r"scarcely) (?:did|"
    r"had to do|lifted)\b|didn't (?:really |actually |honestly )?(?:do|have to do|"
    r"contribute) (?:all "
    r"that |that |very )?(?:much|anything|a lot|a great deal)\b|(?:really |quite |honestly |"
    r"it was |"
    r"it's |was |that's )nothing\b(?! (?:to do with (?!me)|but|wrong|more|left|else|in|on|new|"
    r"we|i|"
    r"you|he|she|they|that|could|happened|like))|"
    r"nothing (?:special|clever|much|big|fancy|heroic|remarkable|really|major|great|brilliant|"
    r"extraordinary|impressive|out of the ordinary|amazing|to do with me|to write home|"
    r"to shout about)\b|(?:anything|something) (?:clever|special|heroic|brilliant|amazing)\b|"
    r"(?:any(?:one|body)|any \w+|everyone|everybody|a child|my (?:mother|mum|nan)|"
    r"the next (?:person|"
    r"man)) (?<!way anyone )(?:else )?(?:with \w+ \w+ )?(?:could|would|might|can)(?:'ve| have|"
    r"'a|a)?(?: easily)?\b"
    r"(?! (?:see|read|use|follow|come|join|ask|get|look|find|understand|check|open|take|tell|need|"
    r"be|know|say|want|hear|pick|book|buy|order|walk|enter|reach|"
    r"(?:read|use|see|find|get|be|know|want|say))\b)|"
    r"every \w+ (?:can|could|would) (?:do|have done)\b|(?:it was|was) (?:mostly|mainly|"
    r"largely) (?:the|my|our|their)\b|(?:it was|was|it's) (?:mostly|mainly|really|"
    r"all|more|largely|pretty much|actually) (?:the (?:others|team|rest|lads|girls|nurses?|"
    r"doctors?|"
    r"boss|manager|chef|crew)|her\b|him\b|them\b|my (?:colleague|boss|manager|team|supervisor|"
    r"mate)|"
    r"our (?:team|boss|manager)|their(?:s| idea| work| doing| achievement)|down to (?:her|him|"
    r"them|"
    r"the|my)|thanks to (?:her|him|them|the))|(?:her|his|their) (?:idea|doing|work|plan) really\b|"
    r"no(?:t a| )\s?(?:very |really |particularly |such a )?big (?:thing|deal)\b|"
    r"wasn't (?:\w+ )?a big (?:thing|deal)\b|no biggie\b|just got (?:on with|everyone|everybody|"
    r"them|people)\b|not like a big|no great shakes\b|"
    r"not much of a\b|nothing really\b|a tiny thing\b|(?:it's|it was|was) only (?:a |an |my )"
    r"(?:\w+ )?(?:phone call|call|e-?mail|idea|suggestion|guess|thing|bit|note|question|form|list|"
    r"table|sheet|sign|small|little|minute|half)\b|(?:really |just |pure |sheer |plain |"
    r"dumb )luck(?:y)?"
    r"\b|lucky really\b|(?:got|was|been) (?:just |really |a bit )?lucky\b|by luck\b|"
    r"i was (?:really )?(?:only|just) (?:the(?! one (?:who|that))|a|an|there|doing|helping|"
    r"following|in the right|lucky|"
    r"passing|a small)\b|(?:right place|right time)\b|only (?:the|a|an) (?:telephone|intern|"
    r"junior|"
    r"apprentice|messenger|cog|go-between|beginner|trainee|small)\b|just (?:the|a|an) "
    r"(?:telephone|"
    r"intern|junior|messenger|cog|go-between|small)\b|(?:the )?others? (?:did|had done) (?:the|"
    r"all|most|nearly)|did the (?:main|real|hard|proper|actual|difficult|clever)\b|"
    r"(?:don't|wouldn't|can't|couldn't) (?:really )?(?:deserve|take|claim|want) (?:any |much |"
    r"the |a "
    r"lot of |all the ){0,2}credit|credit (?:really )?(?:goes|belongs|should go)|"
    r"probably wasting\b|"
    r"i (?:just )?happened to\b|i (?:just )?(?:sort of )?stumbled|"
    r"(?:it )?just (?:sort of )?happened\b|"
    r"(?:sorted|solved|did|fixed) itself\b|i didn't (?:\w+,? )?work it out\b|i'm (?:not|"
    r"no) (?:an? |"
    r"the |very |really )?(?:expert|genius|hero|leader|clever|brains?)\b|just (?:doing )?my job\b|"
    r"for what it's worth\b|don't know (?:if|whether|that) (?:it|i|this) (?:really )?(?:counts|"
    r"helped|"
    r"made|did)|more than (?:me|mine|anything)\b|wasn't (?:really )?(?:me|my (?:doing|idea|"
    r"work))\b|"
    r"wouldn't call (?:it|that|myself) (?:a |an |much )?(?:leader|achievement|success|big)|"
    r"would have (?:happened|worked out|been fine) (?:anyway|without me)"
)
# The teller's own deed, made nothing of: one of these is enough.
_BELITTLED = any_beginning(
    r"(?:that's|that was|that is|it's|it was) all i(?: was doing|'d done| did| had to do),? "
    r"(?:really|actually|basically|honestly|to be honest)\b|"
    r"all i did(?: really| actually)? was (?!to (?:ask|stop|refuse))|"
    r"(?:i |so i |but i |and i )?(?:only|just) (?:really )?(?:did|played|had|made) (?:a |an |"
    r"my |the )?"
    r"(?:very |really )?(?:small|tiny|little|minor|modest|bit of|little bit|bit)\b|"
    r"i (?:um,? |like,? |i |really |maybe |just )*(?:only|merely) (?:really |kind of |sort of )?"
    r"(?:helped|assisted|held|pressed|dialled|scrolled|typed|carried|passed|watched|warmed|"
    r"pointed|copied|fetched|clicked|counted|printed|wrote|did)\b[^.;]{0,40}?\b(?:really|a little|"
    r"a bit|a tiny bit)\b(?! (?:more|later|longer|too))|"
    r"i (?:um,? |like,? )?(?:only|just|merely) (?:really )?helped\b(?! (?:if|when|after|once))|"
    r"i was (?:um,? |like,? |really )?(?:only|just|merely) (?:really )?helping\b|"
    r"i (?:didn't|did not|hardly|barely) (?:really )?(?:do|did) (?:all that |that |very )?much\b|"
    r"i (?:maybe|perhaps|probably) (?:only |just )?helped (?:a little|a bit|somewhat)\b|"
    r"(?:i'd say |i think |really |honestly )?it was (?:mostly|mainly|pure|just) luck\b|"
    r"i was (?:only|just) \w+ing (?:[\w']+ ){0,3}really\b|"
    r"i only really \w+ed\b(?! (?:it|that|what|how|when|this|once|after|why))"
)

_LEAST = 2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = draft.plain
    found = [
        small.span()
        for sentence in draft.sentences("situation", "task", "action", "result")
        for small in _SMALL.finditer(said, sentence.start, sentence.end)
    ]
    if len(found) < _LEAST:
        found = [
            small.span()
            for sentence in draft.sentences("task", "action", "result")
            for small in _BELITTLED.finditer(said, sentence.start, sentence.end)
        ]
    if found:
        start, end = found[0]
        yield Hit(start=start, end=end)


RULE = Rule(
    code="O04",
    name="minimising",
    family="ownership",
    severity="warning",
    cost=4,
    most=4,
    message="You talk your own part down, and the listener will take you at your word.",
    remedy=(
        "Strike the belittling words and say plainly what you did; then name what the others did."
    ),
    find=_find,
)
