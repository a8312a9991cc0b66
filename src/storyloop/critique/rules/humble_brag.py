"""Finds weaknesses that are boasts.

What it does
Reports a weakness that is a virtue in disguise: "my fault is that I care too much", "I am a bit of
a perfectionist", "I can't stop before it is perfect". A real weakness is not reported ("I am slow
to ask for help"), nor is "too" said of a thing ("the plan was too ambitious"). It looks at
self-descriptions as well, where such a sentence is likeliest.

Why
Interviewers know these sentences by heart. A weakness that costs nothing sounds as though you
either did not look for one or did not want to tell.

Example
"My greatest weakness is that I work too hard for my clients."

Use instead
"I tend to promise a date before I have asked the workshop. It has cost me an apology more than
once, so now I ring them while the client is still on the other line."
"""

import re
from collections.abc import Iterator

from storyloop.critique.alternatives import any_beginning
from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

# What is called a weakness of one's own, and what it then turns out to be.
_WEAKNESS = (
    r"\b(?:my|(?:i have|i've|i had|i've got|i have got|i do have|name|admit to|there is|there's|"
    r"say|want|need|after|for|is|pick|give you|call it) (?:a|any|one|the)) (?:[\w']+ "
    r"){0,3}?(?:weakness(?:es)?|weak (?:side|point|spot)s?|"
    r"faults?|"
    r"flaws?|defects?|failings?|failures?|shortcomings?|vices?|problem|trouble|downside|"
    r"achilles'? heel|bad habit)\b"
)
_TOO_GOOD = (
    r"much|hard|deep|deeply|conscientious(?:ly)?|careful(?:ly)?|perfect\w*|honest|nice|kind|calm|"
    r"committed|dedicated|helpful|ambitious|thorough(?:ly)?|passionate(?:ly)?|organi[sz]ed|loyal|"
    r"generous|exact|precise|accurate|meticulous|tidy|punctual|modest|humble|driven|"
    r"responsible|reliable|hard-?working|enthusiastic|good|many hours|soft-hearted|trusting|"
    r"demanding of myself|close to (?:my|the) (?:\w+ )?(?:people|customers|clients|patients|"
    r"readers|"
    r"pupils|guests|team|staff)"
)
_UNTIL_GOOD = (
    r"\b(?:can't|cannot|can not|can never|never|(?:find|found) it (?:\w+ )?(?:hard|difficult) to|"
    r"struggle to|refuse to|won't|don't|not able to) [^.;]{1,60}\b(?:perfect(?:ly)?|flawless|"
    r"spotless|beautiful|proud of|just right|exactly right|(?:until|till|before|unless|if) "
    r"[^.;]{1,30}\b(?:right|done|finished|happy)|good enough)\b"
)
_VIRTUE = (
    rf"(?:\b(?:i|i'm|i've|being|caring|giving|working|trying|to \w+)\b[^.;]{{0,40}}? too "
    rf"(?:{_TOO_GOOD})\b|\b(?:perfection\w*|set (?:myself |the |my )?(?:bar|standards?)|"
    r"high (?:a )?standards?|i care\b|(?:can't|cannot|never|find it (?:\w+ )?(?:hard|"
    r"difficult) to|unable to|don't know (?:how|when) to) (?:let (?:\w+ )?go|stop|say no|"
    r"switch off|"
    r"sit still|relax|leave (?:a|my|the) (?:job|work|task)|go home)|ahead of (?:my time|everyone|"
    r"everybody|the|other|most|others)|years ahead|until it's right|(?:never|not) (?:give up|"
    r"satisfied|happy until)|over-?deliver|eye for detail|everyone to care|expect (?:too much|"
    r"the same|everyone|as much)|workaholic|take on too|(?:take|taking) (?:everything|things|it|"
    r"every \w+|my \w+) (?:all )?(?:so |too |very )?serious(?:ly)?|last to leave|see the best in|"
    r"put (?:others|everyone|other people|the team|everybody) (?:first|before)|always (?:want|try|"
    r"have) to (?:help|give|do (?:more|everything))|(?:push|drive) myself|hold myself|"
    r"(?:a|one|two) hundred (?:and \w+ )?per ?cent|extra mile)\b|" + _UNTIL_GOOD + ")"
)
_EXCESS = (
    r"\bi(?: \w+)? (?:care|cared|try|tried|work|worked|give|gave) (?:far |way |just )?too (?:much|"
    r"hard)\b(?! (?:to|for (?:it|that|the)|weight|time|money|water)\b)|\bto (?:care|work|give) too "
    r"(?:much|hard) is\b|\bi(?:'m| am| was|'ve always been) (?:\w+ ){0,5}(?:perfectionist|"
    r"workaholic)\b|\bperfectionist (?:that way|like that|by nature|in me|that i am)\b|"
    r"\b(?:call|called|calls) me a (?:\w+ ){0,3}(?:perfectionist|workaholic)\b|"
    r"\bi(?:'m| am| was) (?:\w+ ){0,2}too (?:conscientious|dedicated|committed|hard-?working|"
    r"passionate|thorough|meticulous|exact with|precise with|driven|generous|modest)\b|"
    r"\bi(?:'m| am) (?:\w+ ){0,2}too (?:calm|honest|nice|good|kind|loyal|helpful|organi[sz]ed|"
    r"careful)\b[^.;]{0,30}\b(?:fault|problem|weakness|people say)\b|\bfor my own good\b|"
    r"\bi(?:'m| am| was|'ve always been|'ve been) (?:\w+ ){0,2}(?:honest|loyal|generous|careful|"
    r"thorough|reliable|tidy|punctual|kind|modest|helpful|patient|conscientious|diligent|"
    r"hard-?working|committed|dedicated|fair|organi[sz]ed) to a fault\b|\bguilty of (?:caring|"
    r"working too|trying too|giving too)\b|\bhold myself to (?:too|such|impossibly)\b"
)
# "I give too much, that is my great weakness": the boast first, its name after.
_NAMED_AFTER = re.compile(
    r"\bi\b[^.;]{1,80}?,? (?:and |but |which |so )?(?:that's|that is|it's|it is|this is|is|"
    r"that was|"
    r"(?:it|that|which) has always been) (?:\w+ ){0,3}my (?:\w+ ){0,2}(?:weakness|fault|flaw|"
    r"failing|"
    r"problem|vice|downfall|shortcoming)\b"
)
_BOAST = re.compile(rf"{_WEAKNESS}[^.;]{{0,80}}?{_VIRTUE}|{_EXCESS}")
_OF_MYSELF = re.compile(_VIRTUE)
_GOOD = (
    r"(?:honest\w*|loyal\w*|generous\w*|careful\w*|thorough\w*|reliab\w+|tid\w+|punctual\w*|"
    r"kind\w*|"
    r"modest\w*|humb\w+|helpful\w*|patien\w+|conscientious\w*|diligen\w+|hard-?working|commit\w+|"
    r"dedicat\w+|fair\w*|organi[sz]ed|ambitio\w+|perfection\w*|exact\w*|precis\w+|meticulous\w*|"
    r"accura\w+|detail\w*|driv\w+|passion\w*|responsib\w+|trusting|trust|empath\w+|sensitiv\w+|"
    r"team player|quick|fast|efficient\w*|clever|intelligent|bright|capable|independent|creative|"
    r"disciplin\w+|hygien\w+|clean\w*|quality|truth\w*|integrity|principle\w*|standards?|"
    r"enthusias\w+|energ\w+|motivat\w+|persisten\w+|determin\w+|devot\w+|selfless\w*|giving|caring|"
    r"good-hearted|soft-hearted|big-hearted|strong|successful|popular|gifted|talented|experienced|"
    r"well[- ]prepared|prepared|ahead|proactive|flexib\w+|polite|courteous|considerate|safety)"
)
# A virtue in excess, and a success that is apologised for.
_TOO_MUCH = any_beginning(
    r""
    rf"(?:i|i'm|i've|me|being|my) (?:[\w']+ ){{0,5}}?(?:too|overly|over|almost too|excessively|"
    rf"unreasonably|far too|such an?|a bit|a little|a touch|bit of an?|painfully|"
    rf"terribly|annoyingly|ridiculously|hopelessly) (?:much (?:of )?an? |of an? |very |\w+ly )?"
    rf"(?:{_GOOD}|obsess\w+|obsessive|stickler|pedant\w*|fuss\w+|fanatic\w*|control freak|"
    rf"neat freak|workhorse)\b|"
    r"(?:too|so) (?:\w+ )?for (?:my|their|his|her) own (?:good|liking)|"
    r"(?:downside|drawback|curse|burden|price|trouble|problem|flaw|fault|disadvantage|danger) "
    r"(?:of|"
    rf"with|in) (?:being|having|my|doing|caring|knowing) (?:\w+ ){{0,3}}?{_GOOD}|"
    r"i (?:\w+ ){0,2}?(?:worry|worried|care|cared|think|thought|try|tried|work|worked|give|gave|do|"
    r"did|help|helped|prepare|prepared|plan|planned) (?:\w+ )?too (?:much|hard|often|long|deeply|"
    r"many hours)\b(?! (?:to|for (?:it|that|the)|weight|time|money|water)\b)|"
    r"more than (?:an? |one )?(?:hundred|100) ?(?:%|per ?cent)|"
    r"(?:my|the) (?:\w+ )?(?:criticism|complaint|reproach|remark|thing (?:they|people|anyone)) "
    r"[^.;]{0,40}?(?:ever |always )?(?:got|get|heard|hear|had|made|makes?|was|is) [^.;]{0,20}?"
    r"(?:that|is|was|of) [^.;]{0,20}?\bi\b|"
    r"(?:make|makes|made|making|put|puts) (?:the |my |all |other )*(?:others?|rest|colleagues?|"
    r"team|"
    r"everyone(?: else)?|everybody(?: else)?|predecessor|people|seniors?|boss|manager|them) "
    r"(?:\w+ )"
    r"{0,2}?(?:look|feel|seem|appear|to shame|in the shade)\b|"
    r"(?:expect|ask|assum|demand|presum|want|need)\w* (?:that )?(?:the |of |my |from |too much )*"
    r"(?:everybody|everyone|others?|rest|people|colleagues|team|them|all)\b[^.;]{0,30}?\b(?:as \w+ "
    r"(?:\w+ )?as (?:me|i|my)|like (?:me|i do)|my (?:level|standards?|pace|commitment|speed|energy|"
    r"dedication|drive|passion|tempo)|same (?:level|standards?|pace|commitment|speed|energy|drive)|"
    r"keep up)|(?:keep|kept|catch) up with (?:me|my)|"
    r"(?:can't|cannot|can not|don't|do not|never|hard to|difficult to|unable to|impossible to|"
    r"won't|"
    r"hate to|hate|struggle to) (?:\w+ )?(?:leave (?:the )?\w+ (?:before|until|till|while|unless|"
    r"undone|unfinished|half)|rest (?:until|till|before|unless|while)|sleep (?:until|till|before|"
    r"unless|if|when)|go home|stop (?:work|help|think|improv|learn|until)\w*|switch off|let "
    r"(?:\w+ )?"
    r"(?:down|go)|do (?:a |any)?(?:\w+ )?(?:badly|bad|half|sloppy|poor)|"
    r"(?:know )?how to (?:do|be|make|produce|say|fail|lose|give|stop|relax|switch)|stand "
    r"(?:sloppy|mediocr|half|lateness|mistakes|bad|poor|untid|to (?:see|leave))\w*|accept "
    r"(?:mediocr|second|sloppy|half|less|anything|average|poor)\w*|settle|tolerate|bear (?:to|"
    r"sloppy|mediocr|half|untid)\w*|turn (?:\w+ )?(?:down|away|off)|take (?:a |any )?(?:break|day "
    r"off|holiday|sick)|"
    r"cut corners|disappoint|(?:be )?(?:content|satisfied) (?:with|until))|"
    r"i(?:'m| am) (?:never|not) (?:\w+ )?(?:content|satisfied|happy) (?:with what|until|till|"
    r"unless)|"
    r"(?:delegat|hand\w* (?:over|things)|shar\w+ work|let\w* (?:others|"
    r"go))\w*[^.;]{0,50}?\b(?:better|"
    r"faster|quicker|best) (?:myself|on my own|than)|(?:do|did|does) (?:most |many |all |"
    r"every)?(?:things?|it|everything|most) (?:better|best|faster|quicker) (?:myself|on my own|"
    r"than)|"
    r"how much (?:the |my |all |our )*(?:\w+ )?(?:love|like|trust|rely|depend|need|adore|praise|"
    r"admire)s?\b|(?:only |no one else |nobody else )\w* (?:may|will|wants?|trusts?|asks? for) "
    r"(?:me|"
    r"serve)|(?:embarrass|ashamed|awkward|uncomfort|blush|apologi|sorry|shy|guilty)\w* (?:to|that|"
    r"by|about|when|of|at) [^.;]{0,40}?\b"
    r"(?:employee of|award|prize|praise|applause|promot|won|winning|bonus|compliment|named|"
    r"success)\w*|"
    r"(?:award|prize|praise|applause|promot|best|won|bonus|compliment|thank)\w*[^.;]{0,40}?"
    r"(?:embarrass|awkward|uncomfort|blush)\w*|"
    r"(?:call|put|say|said|blame)\w* (?:it |that |me )?(?:\w+ )?(?:luck|lucky|chance|fluke|"
    r"beginner's luck)|just (?:luck|lucky) (?:i suppose|i guess|again|that)|"
    r"(?:shouldn't|should not) have (?:solved|done|finished|won|been|fixed|worked|sold|found|got) "
    r"(?:\w+ ){0,3}?(?:so|that|this|too|as) (?:fast|quick|well|good|easi|hard|many|much|soon)\w*|"
    r"my own (?:\w+ )?(?:harshest|worst|hardest|toughest|strictest|sternest|biggest|severest) "
    r"(?:\w+)|(?:my|i am my|i'm my) (?:own )?(?:harshest|worst|hardest|toughest|strictest|sternest|"
    r"severest) (?:critic|boss|judge|enemy|taskmaster)|(?:hard|tough|strict|harsh|severe)(?:er)? "
    r"(?:on|with) (?:myself|me)\b|"
    r"(?:stubborn|fussy|picky|strict|fanatic\w*|obsess\w*|pedantic|uncompromising|ruthless|"
    rf"intoleran\w+|impatient|mad|crazy|neurotic) (?:\w+ ){{0,2}}?(?:about|on|with|over|for|when "
    rf"it "
    rf"comes to|in) (?:\w+ ){{0,3}}?(?:{_GOOD}|getting|doing|mediocr\w+|sloppy|slow|incompeten\w+|"
    r"lazy|lazi\w+|mistakes|order|punctual\w*)|"
    r"(?:forget|neglect|sacrific|put)\w* (?:myself|my own (?:needs|health|life|breaks?|lunch)|my "
    r"(?:family|lunch|breaks?|sleep|health))|i (?:always |often |even )*(?:put myself|come) "
    r"(?:last|second)\b(?! in)|"
    r"(?:big|bigger|deep|larger|higher|great) (?:questions?|picture|ideas?|things)\b[^.;]{0,12}$|"
    r"(?:my|the) mind (?:is|runs|works|moves|was) (?:\w+ ){0,3}?(?:too|fast|ahead|on the|quick|"
    r"steps|already)|think (?:\w+ ){0,3}?(?:ahead|fast|quick|far)\w* (?:\w+ )?(?:as|than|for) "
    r"(?:me|i|"
    r"others|most|the|my|them)|(?:steps?|miles|years|streets) ahead|"
    r"(?:i|i'm|i've|me) (?:\w+ ){0,4}?over-?(?:prepar|deliver|think|thought|achiev|commit|work|"
    r"analy[sz]|"
    r"perform|organi[sz]|plan|giv|fulfil|invest|identif|help|did|do)\w*|overachiever|"
    r"(?:addict\w+|married|wedded|glued|chained|devoted|a slave) (?:to|with) (?:my |the )?(?:work|"
    r"job|job,|desk|"
    r"lab|ward|shop|company|customers|patients|pupils|profession|craft|duty|excellence|detail)|"
    r"(?:lose|lost|losing|no|can't|cannot|never) (?:\w+ )?sleep (?:\w+ )?(?:over|for|when|if|"
    r"because|until)|"
    r"(?:take|taking|took|carry|bring|brought) (?:\w+ ){0,3}?(?:work|job|patients|pupils|cases|"
    r"clients|files|problems) "
    r"(?:\w+ )?(?:home|to bed|to heart|on holiday)|"
    r"(?:wish|should|ought to|must|have to|need to|trying to|learn to|learning to|could|told to) "
    r"(?:i |that i |really |perhaps |be able to |"
    r"could |sometimes )*(?:care|cared|work|worked|give|gave|love|be|try|help|do|think|take|relax|"
    r"slow down|say no|switch off|let go|"
    r"go home)(?: (?:a (?:bit|little)|much|somewhat))? ?(?:less|fewer|more selfish|lazier|selfish|"
    r"down|easy|sloppier|worse|"
    r"tougher|harder on others)\b|(?:learn|told|trying|need|have|hard)\w* (?:\w+ )?to (?:relax|"
    r"slow down|say no|switch off|go home|let go|delegate)\b|"
    r"(?:impatient|frustrated|irritated|annoyed|no patience|little patience|lose patience|hard "
    r"for me|painful|difficult for me|hurts me|"
    r"suffer|pains me|drives me mad) (?:\w+ ){0,3}?(?:with|when|at|by|to (?:watch|see|work with)|"
    r"if|watching|seeing)\b[^.;]{0,50}?"
    r"(?:slow\w*|sloppy|careless|standards?|as (?:hard|fast|quick|much|well)|less|lazy|mistakes|"
    r"badly|wrong|half|behind|keep up|"
    r"mediocr\w+|not care|don't care)\b|"
    r"(?:forget|forgot|forgetting|skip\w*|miss\w*) (?:to (?:eat|drink|go home|rest|sleep|take)|"
    r"(?:my )?(?:lunch|breaks?|meals?|"
    r"the time|holidays?))|(?:never|not) (?:\w+ )?(?:take|took|taken|had|used) (?:\w+ "
    r"){0,3}?(?:holidays?|break|day off|sick\w*|leave)\b|"
    r"(?:don't|not|hate|never|wouldn't|without wanting|without wishing)(?: (?:want|like|one|"
    r"wishing|wanting|mean|meaning))? to (?:boast|brag|blow|sing|show off|sound)|"
    r"modesty (?:forbids|aside|prevents)|in all modesty|too modest|blow my own|"
    r"(?:only|just|merely) (?:got |scored |had |reached |came |managed |achieved )?(?:second|9\d|"
    r"ninety-\w+|a silver|the silver)\b|"
    r"(?:bored|boring|restless|unchallenged) [^.;]{0,40}?(?:quick\w*|fast|easy|easily|slow|soon|"
    r"master\w*|learn\w*)|"
    r"(?:learn|work|read|type|think|finish|talk|solve|move|grasp|master)\w* (?:\w+ ){0,2}?(?:so|"
    r"too) (?:fast|quick|quickly|well|easily)|"
    r"(?:intimidat|outshine|outshone|envi|envy|jealous)\w* [^.;]{0,40}?\b(?:me|my|i)\b|"
    r"(?:bar|standards?|expectations?|sights|demands|ideals|aims|goals|targets)\b[^.;]{0,30}? "
    r"(?:so|too|very|impossibly|unreasonably|extremely|"
    r"ridiculously|higher) (?:high|strict|than)\b|(?:so|too|very|impossibly|unreasonably) "
    r"high\b[^.;]{0,20}(?:bar|standards?|expectations?)|"
    r"(?:first|last) (?:one |person )?(?:in|to arrive)[^.;]{0,12}(?:last|first) (?:one |person "
    r")?(?:out|to (?:leave|go))|"
    r"(?:say|said|saying) yes (?:to every\w*|too)|(?:can't|cannot|never) say no|(?:take|took|"
    r"taken|taking) (?:\w+ )?(?:on|upon)(?: me| myself)? (?:too|so|everyone|everything|more|"
    r"others)\b|"
    r"(?:everyone|everybody|people|colleagues|they|all|others) (?:\w+ ){0,3}?(?:rely|relies|"
    r"relied|depend\w*|turn\w*|lean\w*|run|runs) "
    r"(?:\w+ )?(?:to|on|upon) me\b|(?:i|i'm|i've been|me) (?:\w+ ){0,3}?too (?:\w+ )?(?:nice|good|"
    r"kind|generous|trusting|soft|honest|loyal|fair|patient|helpful|modest)\b(?! (?:at|to))|"
    r"(?:trust|believ)\w* (?:\w+ ){0,2}?(?:too (?:much|easily|readily|quickly)|in the good)|see "
    r"(?:only )?the (?:good|best) in|"
    r"(?:even )?my (?:mistakes?|failures?|errors?|weaknesses|faults?) (?:\w+ ){0,3}?(?:turn|bring|"
    r"lead|end|work|become|became|win|won|help|are (?:my|really)|is (?:really|also|actually))\w*|"
    r"(?:also|at the same time|really|actually|in fact|secretly|perhaps|both) (?:my |a |the "
    r")?(?:\w+ )?(?:greatest |biggest |main )?strength|"
    r"(?:regret|complain|reproach|fault)\w* (?:\w+ ){0,3}?(?:is|was|that|"
    r"only)\b[^.;]{0,30}?(?:more|enough|sooner|further|even)\b|"
    r"(?:weak(?:ness| point| spot| side)?|fault|flaw|vice|shortcoming|"
    r"criticism)\b[^.;]{{0,60}}?\b(?:{_GOOD}|best|never (?:late|wrong|content)|love|loved|"
    r"care|too|more than|high|stubborn about|ambition)\b"
)
_SELF = re.compile(r"\b(?:i|i'm|i've|i'd|my|me|myself)\b")
# A thing that cost the teller or others something is no boast.
_COST = re.compile(
    r"\b(?:cost|lost|late|missed|held up|wrong|stood still|delay\w*|so i (?:now|write|have|ask|"
    r"let)|so now|now i|fell|failed to|too late|slow at|noticed|warning|complain\w*|upset|hurt)\b"
)
_CUES = (
    *("weak", "fault", "flaw", "defect", "failing", "failure", "shortcoming", "problem", "vice"),
    *("too ", "perfectionist", "workaholic", "own good", "downfall", "guilty of", "hold myself"),
    *("downside", "bad habit", "achilles", "trouble"),
)


def _find(draft: Draft) -> Iterator[Hit]:
    # Whoever tells no episode and lists his virtues is the likeliest to say it.
    if draft.reading.kind in {"hypothetical", "pseudo-story"}:
        return
    said = plain(draft.text)
    boast: re.Match[str] | None = None
    if any(cue in said for cue in _CUES):
        boast = _BOAST.search(said) or next(
            (named for named in _NAMED_AFTER.finditer(said) if _OF_MYSELF.search(named[0])), None
        )
    boast = boast or next(_too_much(draft, said), None)
    if boast:
        yield Hit(start=boast.start(), end=boast.end())


def _too_much(draft: Draft, said: str) -> Iterator[re.Match[str]]:
    """Yield the excesses of virtue in sentences about oneself that name no cost."""
    # Between one deed and the next "too careful" says what was done rather than what one is like.
    for sentence in draft.sentences("situation", "result", "reflection"):
        start, end = sentence.start, sentence.end
        if _SELF.search(said, start, end) and not _COST.search(said, start, end):
            much = _TOO_MUCH.search(said, start, end)
            if much:
                yield much


RULE = Rule(
    code="R04",
    name="humble-brag",
    family="reflection",
    severity="warning",
    cost=5,
    most=5,
    message="This weakness is a boast in disguise.",
    remedy="Name a weakness that has cost you or others something, and what you do about it.",
    find=_find,
)
