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
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

# What is called a weakness of one's own, and what it then turns out to be.
_WEAKNESS = (
    r"\b(?:my|(?:i have|i've|i had|i've got|i have got|i do have|name|admit to|there is|there's|"
    r"say|want|need|after|for|is|pick|give you|call it) (?:a|any|one|the)) (?:[\w']+ "
    r"){0,3}?(?:weakness(?:es)?|weak (?:side|point|spot)s?|faults?|flaws?|defects?|failings?|"
    r"failures?|shortcomings?|vices?|problem|trouble|downside|achilles'? heel|bad habit)\b"
)
_TOO_GOOD = (
    r"much|hard|deep|deeply|conscientious(?:ly)?|careful(?:ly)?|perfect\w*|honest|nice|kind|calm|"
    r"committed|dedicated|helpful|ambitious|thorough(?:ly)?|passionate(?:ly)?|organi[sz]ed|loyal|"
    r"generous|exact|precise|accurate|meticulous|tidy|punctual|modest|humble|driven|responsible|"
    r"reliable|hard-?working|enthusiastic|good|many hours|soft-hearted|trusting|demanding of "
    r"myself|close to (?:my|the) (?:\w+ )?(?:people|customers|clients|patients|readers|pupils|"
    r"guests|team|staff)"
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
    r"high (?:a )?standards?|i care\b|(?:can't|cannot|never|find it (?:\w+ )?(?:hard|difficult) "
    r"to|unable to|don't know (?:how|when) to) (?:let (?:\w+ )?go|stop|say no|switch off|sit "
    r"still|relax|leave (?:a|my|the) (?:job|work|task)|go home)|ahead of (?:my time|everyone|"
    r"everybody|the|other|most|others)|years ahead|until it's right|(?:never|not) (?:give up|"
    r"satisfied|happy until)|over-?deliver|eye for detail|everyone to care|expect (?:too much|the "
    r"same|everyone|as much)|workaholic|take on too|(?:take|taking) (?:everything|things|it|every "
    r"\w+|my \w+) (?:all )?(?:so |too |very )?serious(?:ly)?|last to leave|see the best in|put "
    r"(?:others|everyone|other people|the team|everybody) (?:first|before)|always (?:want|try|"
    r"have) to (?:help|give|do (?:more|everything))|(?:push|drive) myself|hold myself|"
    r"(?:a|one|two) hundred (?:and \w+ )?per ?cent|extra mile)\b|" + _UNTIL_GOOD + ")"
)
_EXCESS = (
    r"\bi(?: \w+)? (?:care|cared|try|tried|work|worked|give|gave) (?:far |way |just )?too (?:much|"
    r"hard)\b(?! (?:to|for (?:it|that|the)|weight|time|money|water)\b)|\bto (?:care|work|give) too "
    r"(?:much|hard) is\b|\bi(?:'m| am| was|'ve always been) (?:\w+ ){0,5}(?:perfectionist|"
    r"workaholic)\b|\bperfectionist (?:that way|like that|by nature|in me|that i am)\b|\b(?:call|"
    r"called|calls) me a (?:\w+ ){0,3}(?:perfectionist|workaholic)\b|\bi(?:'m| am| was) (?:\w+ "
    r"){0,2}too (?:conscientious|dedicated|committed|hard-?working|passionate|thorough|meticulous|"
    r"exact with|precise with|driven|generous|modest)\b|\bi(?:'m| am) (?:\w+ ){0,2}too (?:calm|"
    r"honest|nice|good|kind|loyal|helpful|organi[sz]ed|careful)\b[^.;]{0,30}\b(?:fault|problem|"
    r"weakness|people say)\b|\bfor my own good\b|\bi(?:'m| am| was|'ve always been|'ve been) "
    r"(?:\w+ ){0,2}(?:honest|loyal|generous|careful|thorough|reliable|tidy|punctual|kind|modest|"
    r"helpful|patient|conscientious|diligent|hard-?working|committed|dedicated|fair|organi[sz]ed) "
    r"to a fault\b|\bguilty of (?:caring|working too|trying too|giving too)\b|\bhold myself to "
    r"(?:too|such|impossibly)\b"
)
# "I give too much, that is my great weakness": the boast first, its name after.
_NAMED_AFTER = Pattern(
    r"\bi\b[^.;]{1,80}?,? (?:and |but |which |so )?(?:that's|that is|it's|it is|this is|is|that "
    r"was|(?:it|that|which) has always been) (?:\w+ ){0,3}my (?:\w+ ){0,2}(?:weakness|fault|flaw|"
    r"failing|problem|vice|downfall|shortcoming)\b"
)
_BOAST = Pattern(rf"{_WEAKNESS}[^.;]{{0,80}}?{_VIRTUE}|{_EXCESS}")
_OF_MYSELF = Pattern(_VIRTUE)
_GOOD = (
    r"(?:honest\w*|loyal\w*|generous\w*|careful\w*|thorough\w*|reliab\w+|tid\w+|punctual\w*|"
    r"kind\w*|modest\w*|humb\w+|helpful\w*|patien\w+|conscientious\w*|diligen\w+|hard-?working|"
    r"commit\w+|dedicat\w+|fair\w*|organi[sz]ed|ambitio\w+|perfection\w*|exact\w*|precis\w+|"
    r"meticulous\w*|accura\w+|detail\w*|driv\w+|passion\w*|responsib\w+|trusting|trust|empath\w+|"
    r"sensitiv\w+|team player|quick|fast|efficient\w*|clever|intelligent|bright|capable|"
    r"independent|creative|disciplin\w+|hygien\w+|clean\w*|quality|truth\w*|integrity|"
    r"principle\w*|standards?|enthusias\w+|energ\w+|motivat\w+|persisten\w+|determin\w+|devot\w+|"
    r"selfless\w*|giving|caring|good-hearted|soft-hearted|big-hearted|strong|successful|popular|"
    r"gifted|talented|experienced|well[- ]prepared|prepared|ahead|proactive|flexib\w+|polite|"
    r"courteous|considerate|safety)"
)
# A virtue in excess, and a success that is apologised for.
_TOO_MUCH = any_beginning(
    r"(?:terrible|bad|hopeless|useless|rubbish|awful|poor|no good) at (?:saying no|switching off|"
    r"letting go|resting|relaxing|doing nothing|sitting still|taking (?:breaks|holidays|credit|"
    r"praise|compliments)|accepting)|(?:trouble|difficulty|problems?) (?:in )?(?:switching off|"
    r"saying no|letting go|sitting still|stopping|relaxing|doing nothing)|(?:excess of|too many) "
    r"(?:ideas|energy|zeal|enthusiasm|care|ambition)|(?:hate|hated|can't (?:stand|bear)) (?:to "
    r"lose|losing|to fail|failing|second place|coming second)|(?:so|for) (?:that )?(?:the "
    r")?others (?:can|could|to) keep up|(?:wait|slow down) for (?:the )?others|(?:accept|learn|"
    r"understand) that not (?:everyone|everybody|all|every) |not (?:everyone|everybody) (?:can be|"
    r"is) (?:as|so) |(?:mistakes|errors|faults|details|things) (?:that )?(?:nobody|no one) else "
    r"(?:sees|saw|notices|noticed|spots)|like mine would be|i never think of myself as|i don't "
    r"know why (?:they|people|everyone|everybody) (?:always )?(?:keep|come|ask|want)|blame myself "
    r"for not (?:having|being)|self-critical|"
    rf"(?:i|i'm|i've|me|being|my) (?:[\w']+ ){{0,5}}?(?:too|overly|over|almost too|excessively|"
    rf"unreasonably|far too|such an?|a bit|a little|a touch|bit of an?|painfully|terribly|"
    rf"annoyingly|ridiculously|hopelessly) (?:much (?:of )?an? |of an? |very |\w+ly )?(?:{_GOOD}|"
    rf"obsess\w+|obsessive|stickler|pedant\w*|fuss\w+|fanatic\w*|control freak|neat freak|"
    rf"workhorse)\b|"
    r"(?:too|so) (?:\w+ )?for (?:my|their|his|her) own (?:good|liking)|(?:downside|drawback|curse|"
    r"burden|price|trouble|problem|flaw|fault|disadvantage|danger) (?:of|"
    rf"with|in) (?:being|having|my|doing|caring|knowing) (?:\w+ ){{0,3}}?{_GOOD}|"
    r"i (?:\w+ ){0,2}?(?:worry|worried|care|cared|think|thought|try|tried|work|worked|give|gave|do|"
    r"did|help|helped|prepare|prepared|plan|planned) (?:\w+ )?too (?:much|hard|often|long|deeply|"
    r"many hours)\b(?! (?:to|for (?:it|that|the)|weight|time|money|water)\b)|more than (?:an? |"
    r"one )?(?:hundred|100) ?(?:%|per ?cent)|(?:my|the) (?:\w+ )?(?:criticism|complaint|reproach|"
    r"remark|thing (?:they|people|anyone)) [^.;]{0,40}?(?:ever |always )?(?:got|get|heard|hear|"
    r"had|made|makes?|was|is) [^.;]{0,20}?(?:that|is|was|of) [^.;]{0,20}?\bi\b|(?:make|makes|made|"
    r"making|put|puts) (?:the |my |all |other )*(?:others?|rest|colleagues?|team|everyone(?: "
    r"else)?|everybody(?: else)?|predecessor|people|seniors?|boss|manager|them) (?:\w+ )"
    r"{0,2}?(?:look|feel|seem|appear|to shame|in the shade)\b|(?:expect|ask|assum|demand|presum|"
    r"want|need)\w* (?:that )?(?:the |of |my |from |too much )*(?:everybody|everyone|others?|rest|"
    r"people|colleagues|team|them|all)\b[^.;]{0,30}?\b(?:as \w+ (?:\w+ )?as (?:me|i|my)|like "
    r"(?:me|i do)|my (?:level|standards?|pace|commitment|speed|energy|dedication|drive|passion|"
    r"tempo)|same (?:level|standards?|pace|commitment|speed|energy|drive)|keep up)|(?:keep|kept|"
    r"catch) up with (?:me|my)|(?:can't|cannot|can not|don't|do not|never|hard to|difficult to|"
    r"unable to|impossible to|won't|hate to|hate|struggle to) (?:\w+ )?(?:leave (?:the )?\w+ "
    r"(?:before|until|till|while|unless|undone|unfinished|half)|rest (?:until|till|before|unless|"
    r"while)|sleep (?:until|till|before|unless|if|when)|go home|stop (?:work|help|think|improv|"
    r"learn|until)\w*|switch off|let (?:\w+ )?(?:down|go)|do (?:a |any)?(?:\w+ )?(?:badly|bad|"
    r"half|sloppy|poor)|(?:know )?how to (?:do|be|make|produce|say|fail|lose|give|stop|relax|"
    r"switch)|stand (?:sloppy|mediocr|half|lateness|mistakes|bad|poor|untid|to (?:see|leave))\w*|"
    r"accept (?:mediocr|second|sloppy|half|less|anything|average|poor)\w*|settle|tolerate|bear "
    r"(?:to|sloppy|mediocr|half|untid)\w*|turn (?:\w+ )?(?:down|away|off)|take (?:a |any "
    r")?(?:break|day off|holiday|sick)|cut corners|disappoint|(?:be )?(?:content|satisfied) "
    r"(?:with|until))|i(?:'m| am) (?:never|not) (?:\w+ )?(?:content|satisfied|happy) (?:with what|"
    r"until|till|unless)|(?:delegat|hand\w* (?:over|things)|shar\w+ work|let\w* (?:others|"
    r"go))\w*[^.;]{0,50}?\b(?:better|faster|quicker|best) (?:myself|on my own|than)|(?:do|did|"
    r"does) (?:most |many |all |every)?(?:things?|it|everything|most) (?:better|best|faster|"
    r"quicker) (?:myself|on my own|than)|how much (?:the |my |all |our )*(?:\w+ )?(?:love|like|"
    r"trust|rely|depend|need|adore|praise|admire)s?\b|(?:only |no one else |nobody else )\w* "
    r"(?:may|will|wants?|trusts?|asks? for) (?:me|serve)|(?:embarrass|ashamed|awkward|uncomfort|"
    r"blush|apologi|sorry|shy|guilty)\w* (?:to|that|by|about|when|of|at) [^.;]{0,40}?\b"
    r"(?:employee of|award|prize|praise|applause|promot|won|winning|bonus|compliment|named|"
    r"success)\w*|(?:award|prize|praise|applause|promot|best|won|bonus|compliment|"
    r"thank)\w*[^.;]{0,40}?(?:embarrass|awkward|uncomfort|blush)\w*|(?:call|put|say|said|"
    r"blame)\w* (?:it |that |me )?(?:\w+ )?(?:luck|lucky|chance|fluke|beginner's luck)|just "
    r"(?:luck|lucky) (?:i suppose|i guess|again|that)|(?:shouldn't|should not) have (?:solved|"
    r"done|finished|won|been|fixed|worked|sold|found|got) (?:\w+ ){0,3}?(?:so|that|this|too|as) "
    r"(?:fast|quick|well|good|easi|hard|many|much|soon)\w*|my own (?:\w+ )?(?:harshest|worst|"
    r"hardest|toughest|strictest|sternest|biggest|severest) (?:\w+)|(?:my|i am my|i'm my) (?:own "
    r")?(?:harshest|worst|hardest|toughest|strictest|sternest|severest) (?:critic|boss|judge|"
    r"enemy|taskmaster)|(?:hard|tough|strict|harsh|severe)(?:er)? (?:on|with) (?:myself|me)\b|"
    r"(?:stubborn|fussy|picky|strict|fanatic\w*|obsess\w*|pedantic|uncompromising|ruthless|"
    rf"intoleran\w+|impatient|mad|crazy|neurotic) (?:\w+ ){{0,2}}?(?:about|on|with|over|for|when "
    rf"it comes to|in) (?:\w+ ){{0,3}}?(?:{_GOOD}|getting|doing|mediocr\w+|sloppy|slow|"
    rf"incompeten\w+|"
    r"lazy|lazi\w+|mistakes|order|punctual\w*)|(?:forget|neglect|sacrific|put)\w* (?:myself|my "
    r"own (?:needs|health|life|breaks?|lunch)|my (?:family|lunch|breaks?|sleep|health))|i "
    r"(?:always |often |even )*(?:put myself|come) (?:last|second)\b(?! in)|(?:big|bigger|deep|"
    r"larger|higher|great) (?:questions?|picture|ideas?|things)\b[^.;]{0,12}$|(?:my|the) mind "
    r"(?:is|runs|works|moves|was) (?:\w+ ){0,3}?(?:too|fast|ahead|on the|quick|steps|already)|"
    r"think (?:\w+ ){0,3}?(?:ahead|fast|quick|far)\w* (?:\w+ )?(?:as|than|for) (?:me|i|others|"
    r"most|the|my|them)|(?:steps?|miles|years|streets) ahead|(?:i|i'm|i've|me) (?:\w+ "
    r"){0,4}?over-?(?:prepar|deliver|think|thought|achiev|commit|work|analy[sz]|perform|"
    r"organi[sz]|plan|giv|fulfil|invest|identif|help|did|do)\w*|overachiever|(?:addict\w+|married|"
    r"wedded|glued|chained|devoted|a slave) (?:to|with) (?:my |the )?(?:work|job|job,|desk|lab|"
    r"ward|shop|company|customers|patients|pupils|profession|craft|duty|excellence|detail)|"
    r"(?:lose|lost|losing|no|can't|cannot|never) (?:\w+ )?sleep (?:\w+ )?(?:over|for|when|if|"
    r"because|until)|(?:take|taking|took|carry|bring|brought) (?:\w+ ){0,3}?(?:work|job|patients|"
    r"pupils|cases|clients|files|problems) (?:\w+ )?(?:home|to bed|to heart|on holiday)|(?:wish|"
    r"should|ought to|must|have to|need to|trying to|learn to|learning to|could|told to) (?:i |"
    r"that i |really |perhaps |be able to |could |sometimes )*(?:care|cared|work|worked|give|gave|"
    r"love|be|try|help|do|think|take|relax|slow down|say no|switch off|let go|go home)(?: (?:a "
    r"(?:bit|little)|much|somewhat))? ?(?:less|fewer|more selfish|lazier|selfish|down|easy|"
    r"sloppier|worse|tougher|harder on others)\b|(?:learn|told|trying|need|have|hard)\w* (?:\w+ "
    r")?to (?:relax|slow down|say no|switch off|go home|let go|delegate)\b|(?:impatient|"
    r"frustrated|irritated|annoyed|no patience|little patience|lose patience|hard for me|painful|"
    r"difficult for me|hurts me|suffer|pains me|drives me mad) (?:\w+ ){0,3}?(?:with|when|at|by|"
    r"to (?:watch|see|work with)|if|watching|seeing)\b[^.;]{0,50}?(?:slow\w*|sloppy|careless|"
    r"standards?|as (?:hard|fast|quick|much|well)|less|lazy|mistakes|badly|wrong|half|behind|keep "
    r"up|mediocr\w+|not care|don't care)\b|(?:forget|forgot|forgetting|skip\w*|miss\w*) (?:to "
    r"(?:eat|drink|go home|rest|sleep|take)|(?:my )?(?:lunch|breaks?|meals?|the time|holidays?))|"
    r"(?:never|not) (?:\w+ )?(?:take|took|taken|had|used) (?:\w+ ){0,3}?(?:holidays?|break|day "
    r"off|sick\w*|leave)\b|(?:don't|not|hate|never|wouldn't|without wanting|without wishing)(?: "
    r"(?:want|like|one|wishing|wanting|mean|meaning))? to (?:boast|brag|blow|sing|show off|sound)|"
    r"modesty (?:forbids|aside|prevents)|in all modesty|too modest|blow my own|(?:only|just|"
    r"merely) (?:got |scored |had |reached |came |managed |achieved )?(?:second|9\d|ninety-\w+|a "
    r"silver|the silver)\b|(?:bored|boring|restless|unchallenged) [^.;]{0,40}?(?:quick\w*|fast|"
    r"easy|easily|slow|soon|master\w*|learn\w*)|(?:learn|work|read|type|think|finish|talk|solve|"
    r"move|grasp|master)\w* (?:\w+ ){0,2}?(?:so|too) (?:fast|quick|quickly|well|easily)|"
    r"(?:intimidat|outshine|outshone|envi|envy|jealous)\w* [^.;]{0,40}?\b(?:me|my|i)\b|(?:bar|"
    r"standards?|expectations?|sights|demands|ideals|aims|goals|targets)\b[^.;]{0,30}? (?:so|too|"
    r"very|impossibly|unreasonably|extremely|ridiculously|higher) (?:high|strict|than)\b|(?:so|"
    r"too|very|impossibly|unreasonably) high\b[^.;]{0,20}(?:bar|standards?|expectations?)|"
    r"(?:first|last) (?:one |person )?(?:in|to arrive)[^.;]{0,12}(?:last|first) (?:one |person "
    r")?(?:out|to (?:leave|go))|(?:say|said|saying) yes (?:to every\w*|too)|(?:can't|cannot|"
    r"never) say no|(?:take|took|taken|taking) (?:\w+ )?(?:on|upon)(?: me| myself)? (?:too|so|"
    r"everyone|everything|more|others)\b|(?:everyone|everybody|people|colleagues|they|all|others) "
    r"(?:\w+ ){0,3}?(?:rely|relies|relied|depend\w*|turn\w*|lean\w*|run|runs) (?:\w+ )?(?:to|on|"
    r"upon) me\b|(?:i|i'm|i've been|me) (?:\w+ ){0,3}?too (?:\w+ )?(?:nice|good|kind|generous|"
    r"trusting|soft|honest|loyal|fair|patient|helpful|modest)\b(?! (?:at|to))|(?:trust|believ)\w* "
    r"(?:\w+ ){0,2}?(?:too (?:much|easily|readily|quickly)|in the good)|see (?:only )?the (?:good|"
    r"best) in|(?:even )?my (?:mistakes?|failures?|errors?|weaknesses|faults?) (?:\w+ "
    r"){0,3}?(?:turn|bring|lead|end|work|become|became|win|won|help|are (?:my|really)|is "
    r"(?:really|also|actually))\w*|(?:also|at the same time|really|actually|in fact|secretly|"
    r"perhaps|both) (?:my |a |the )?(?:\w+ )?(?:greatest |biggest |main )?strength|(?:regret|"
    r"complain|reproach|fault)\w* (?:\w+ ){0,3}?(?:is|was|that|only)\b[^.;]{0,30}?(?:more|enough|"
    r"sooner|further|even)\b|(?:weak(?:ness| point| spot| side)?|fault|flaw|vice|shortcoming|"
    r"criticism)\b[^.;]{{0,60}}?\b(?:{_GOOD}|best|never (?:late|wrong|content)|love|loved|care|"
    r"too|more than|high|stubborn about|ambition)\b"
)
_SELF = Pattern(r"\b(?:i|i'm|i've|i'd|my|me|myself)\b")
# A thing that cost the teller or others something is no boast.
_COST = Pattern(
    r"\b(?:cost|lost|late|missed|held up|wrong|stood still|delay\w*|so i (?:now|write|have|ask|"
    r"let)|so now|now i|fell|failed to|too late|slow at|noticed|warning|complain\w*|upset|hurt|"
    r"(?:people|nurses?|two|three|one|he|she|they|who) (?:\w+ )?(?:left|quit|resigned)|had been "
    r"too)\b"
)
_CUES = (
    *(
        "weak",
        "fault",
        "flaw",
        "defect",
        "failing",
        "failure",
        "shortcoming",
        "problem",
        "vice",
    ),
    *(
        "too ",
        "perfectionist",
        "workaholic",
        "own good",
        "downfall",
        "guilty of",
        "hold myself",
    ),
    *("downside", "bad habit", "achilles", "trouble"),
)


def _find(draft: Draft) -> Iterator[Hit]:
    # Whoever tells no episode and lists his virtues is the likeliest to say it.
    if draft.reading.kind in {"hypothetical", "pseudo-story"}:
        return
    said = draft.plain
    boast: re.Match[str] | None = None
    if any(cue in said for cue in _CUES):
        boast = _BOAST.search(said) or next(
            (named for named in _NAMED_AFTER.finditer(said) if _OF_MYSELF.search(named[0])),
            None,
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
