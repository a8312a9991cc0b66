"""Finds stories in which you act only when told.

What it does
Reports a story in which you held back though you saw something to do ("nobody had asked me", "it
wasn't my place", "I thought somebody would come"), and in which you then carried out instructions.
A sentence in which nothing is done until somebody says so is enough. Where there are neither,
holding back is reported from the third time on. Waiting for a delivery or a test result is no
fault, nor is "nobody had asked me" before a deed you did all the same.

Why
Several principles ask for a first step without an order: ownership and bias for action above all.
An honest story may begin with hesitation, but then it needs the moment at which you stopped
hesitating.

Example
"I saw that the figures were off, but nobody had asked me. When my boss told me to check, I did."

Use instead
"I saw that the figures were off. It was not my report, so I rang the colleague whose it was, and
we checked the March column together that afternoon."
"""

from collections.abc import Iterator
from itertools import zip_longest

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import hesitated, obeyed
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

_ALL_THE_SAME = Pattern(
    r"\b(?:anyway|all the same|regardless|nonetheless|even so|my (?:own )?way)\b|\b(?:asked|"
    r"told) me(?: to)?,? but i\b",
)

# What somebody else says or does that sets one going, and what one then has in one's hand.
_SAID = (
    r"(?:t[eo]ll(?:s|ed|ing)?|told|sa(?:y|ys|id)|ask(?:s|ed)?|order(?:s|ed)|instruct(?:s|ed)|"
    r"sent?|"
    r"call(?:s|ed)?|rang|phoned|decid(?:e|es|ed)|approv(?:e|es|ed)|confirm(?:s|ed)?|sign(?:s|ed|"
    r"alled)|g[ia]ves?|given|gave|agreed?|allow(?:s|ed)?|let|wanted(?! to)|request(?:s|ed)|"
    r"remind(?:s|ed)|"
    r"insist(?:s|ed)|demand(?:s|ed)|flagged|pointed|noticed|chased|nodded|repl(?:y|ied)|answered|"
    r"wrote|emailed|spoke|mention(?:s|ed)|raised|shouted|nagged|pressed|pushed|prompted|"
    r"complained|ruled|spelt|spelled|got (?:back|round)|put (?:it|me|us) (?:on|down)|"
    r"c[ao]mes? (?:by|back|round|over|past|to me|and|down|in)|on at (?:me|us)|made (?:me|us))"
)
_WORD = (
    r"(?:orders?|instructions?|permission|approval|go-?ahead|green light|word|signal|signs?|nod|"
    r"all[- ]clear|okay|ok|decisions?|answers?|reply|sign-?off|clearance|authori[sz]ation|"
    r"directions?|brief(?:ing)?|request|assignment|commands?|guidance|confirmation|say-?so|"
    r"invitation|mandate|kick-?off|next steps?|further notice)"
)
_IDLE = (
    r"(?:(?<!me )(?<!it )(?<!said )wait(?:ed|ing)?|stood (?:by|there|back|around|still)|"
    r"standing (?:by|there|around)|sat "
    r"(?:tight|there|back|on|still|around|it)|sitting (?:there|around|tight)|held (?:off|on|back|"
    r"still|fire)|hung (?:on|back|around|about)|stayed (?:put|quiet|silent|where|out|in)|"
    r"d(?:id|oing|one) nothing|made nothing|(?:did|made|said) (?:not|n't) (?:\w+ )?anything|"
    r"kept (?:quiet|still|silent|it|the \w+ in|my \w+ (?:in|shut|to myself))|left (?:it|them|"
    r"things|everything)|let (?:it|things|the \w+ stand)|carried on|went on|continued|remained|"
    r"not (?:move|touch|act|start|begin|do|say|react|intervene|lift)\b[^.;]{0,24}|"
    r"n't (?:move|touch|act|start|begin|do|say|react|intervene|lift)\b[^.;]{0,24}|put (?:it )?off|"
    r"ready and|idle|queued|parked)"
)
# One of these is enough: idle till another's word, moved only by it, or chased for it.
_TOLD_FIRST = Pattern(
    rf"\b(?=[a-z])(?:{_IDLE} (?:[\w',-]+ ){{0,7}}?(?:(?:until|till|til|unless|to be|"
    rf"what|to (?:hear|see|learn|find out))\b ?(?:[\w'-]+ ){{0,5}}?(?:{_SAID}|{_WORD})|for "
    rf"(?:[\w'-]+ ){{0,5}}?(?:{_WORD}|to (?:\w+ )?{_SAID}))\b|"
    r"(?:only|not) (?:when|after|once|until|till)\b[^.;]{0,60}?"
    rf"\b(?:{_SAID} (?:me|us|for it|so)|{_WORD}|on at me)\b|"
    rf"(?:i|we) (?:had )?only (?:[\w',-]+ ){{1,9}}?(?:when|after|once|because)\b"
    rf"[^.;]{{0,50}}?\b(?:{_SAID}|{_WORD})\b|"
    rf"i (?:(?:did|would|could|dare|dared|had)(?: not|n't)|never|did nothing) "
    r"(?:[\w',-]+ ){0,9}?"
    rf"(?:until|till|before|unless|without)\b (?:[\w'-]+ ){{0,5}}?"
    rf"(?:{_SAID} (?:me|us|so|for it)|{_WORD})\b|"
    r"(?:had|needed|have|having|took) (?:\w+ ){0,2}?to (?:\w+ )?(?:remind|push|prompt|"
    r"chase|nudge|order|nag|prod|shout at|instruct|beg) (?:it |me|us)"
    r"(?: out)?(?= |,|\.)(?! (?:not|a|the|about|how|why|what|where)\b)|"
    r"(?:i|we|me) (?:\w+ )?(?:had|needed|waited|have|expected|used|preferred|liked) to be (?:\w+ "
    r")?(?:told|"
    r"asked|reminded|pushed|prompted|chased|nudged|instructed|ordered|sent|given|called|"
    r"invited)\b|"
    r"reminded (?:me|us) (?:twice|again|three|several|a (?:second|third)|for the)|(?:second|third|"
    r"fourth|final|another) (?:reminder|request|telling|prompt)|"
    r"(?:'d|would|could|might)(?: have|'ve) [^.;]{1,60}?\bif (?:[\w'-]+ ){1,6}?(?:had|'d|were to|"
    rf"would have|wanted|asked|told)\b(?: \w+)? ?(?:{_SAID})?\b(?=[^.;]{{0,12}}\b(?:me|us|it|so|"
    r"that)\b)|(?:had|if) (?:any|some|no)(?:body|one)[^.;]{0,24}(?:told|asked|sent|said|"
    r"instructed|ordered) [^.;]{0,40}(?:'d|would)(?: have|'ve)\b|"
    r"(?:once|as soon as|the moment|now that|the minute) (?:i|we)(?:'d|'ve| had| was| "
    r"were| have)? (?:finally |then |eventually )?(?:been |got |received |had )?(?:given |the |"
    rf"an |a |my |his |her |formal |official |clear |written ){{0,4}}{_WORD}\b|"
    r"(?:kept|was|were|sat|stood) (?:checking|looking at|refreshing|watching|staring at|by) (?:my|"
    rf"the|our) \w+ (?:\w+ ){{0,2}}?(?:for|to see|in case)\b[^.;]{{0,40}}?\b(?:{_WORD}|{_SAID})\b|"
    r"(?:expect|hop|assum|suppos|trust|figur|reckon|presum|believ|count)(?:ed|ing)?\b[^.;]{0,40}?"
    r"(?: will| would|'ll|'d) (?:\w+ ){0,2}?(?:tell|say to|ask|instruct|give|send|assign|let|"
    r"order|call|show) (?:me|us)\b|"
    r"it (?:took (?:an?|the|my|his|her|another) (?!week|day|month|year|hour|while|minute|lot|"
    r"long)|needed|was only|was not until|wasn't until|was not before|wasn't before) [^.;]{0,60}?"
    r"\b(?:before (?:i|we)|to (?:get|make|move|set|have) (?:me|us)|that (?:i|we)|(?:me|us) to|for "
    r"(?:me|us))\b|"
    r"(?:nobody|no one|no-one|not|n't|never|no|without (?:an?|any|the)) [^.;]{0,30}?(?:asked|told|"
    r"said|assigned|"
    r"instructed|given|scheduled|authori[sz]ed|ordered|invited|mentioned|orders?|instructions?|"
    r"permission|approval|mandate|ticket|my (?:\w+ )?(?:job|place|task|role|area|department|"
    r"remit|business|duty|responsibility|call|section|shift))\b[^.;]{0,30}?,? (?:so|and so|and|"
    r"therefore|hence|thus)? ?(?:i|we) (?:just |simply |then )?(?:did(?:n't| not| nothing)|left|"
    r"kept|let|carried|"
    r"went on|waited|stayed|said nothing|never|sat|stood|held|watched|stuck|moved on|"
    r"walked (?:past|on|by)|closed|ignored|put it|had not|would not|wouldn't|could not)\b(?! "
    r"(?:ask|wait))|"
    r"i (?:just )?(?:watched|stared|looked on|looked at|drank|smoked|chatted|"
    r"scrolled)\b[^.;]{0,60}?"
    r"\b(?:until|till)\b|"
    r"i(?:'d| would| could| might)(?: have|'ve) [^.;]{0,60}?\b(?:but|only|though|however)\b "
    r"[^.;]{0,20}?"
    r"(?:nobody|no one|not been|hadn't been|no (?:order|instruction|permission))\b|"
    r"had (?:i|we) been (?:\w+ )?(?:asked|told|given|instructed|sent)|"
    r"(?:shamed|prodded|goaded|forced|pushed|chased|nagged|bullied|talked) (?:me|us) into\b|"
    r"i (?:asked|rang|called|phoned|went to) [^.;]{0,40}?\b(?:what|whether|if) (?:i|we|to)\b"
    r"[^.;]{0,60}?\b(?:and|then) (?:i |we )?(?:did (?:it|that|so|what|as)|waited|only then|"
    r"followed)\b|"
    r"sat on (?:my|our) hands\b|twiddl\w+ (?:my|our) thumbs|"
    r"(?:following|at|on|upon|after|with) (?:[\w'-]+ ){1,4}?(?:request|orders?|instructions?|"
    r"say-so|prompting|insistence|reminder|behest|command|bidding|email|nudge),? (?:i|we) "
    r"(?:finally|at last|eventually|then at last|did|went|began|started)\b|"
    r"left (?:it|that|this|them) (?:for|to) (?:the )?(?:next|day|night|morning|late|early|"
    r"following|others|somebody|someone|whoever|them)\b|"
    r"(?:said|told (?:me|us)|asked (?:me|us)|told|asked|ordered|says)(?: to)? "
    r"(?P<deed>[a-z]{3,})\b"
    r"[^.;]{1,50}?,? (?:so|and)(?: then)? (?:i|we) (?:then |just |duly |did )?(?P=deed))"
)
# The same is done that was said: "she said get them in, so I got them in".
_ECHO = Pattern(
    r"\b(?:said|says|goes|told|asked)(?: me| us)?(?: to)? (?:well |then |right |just |have a )?(?:"
    + "|".join(
        rf"{said}\b[^.;]{{1,60}}?\b(?:so|and|thus|then) (?:then )?i {done}\b"
        for said, done in (
            ("get", "got"),
            ("go", "went"),
            ("write", "wrote"),
            ("take", "took"),
            ("make", "made"),
            ("make", "make"),
            ("ring", "rang"),
            ("tell", "told"),
            ("give", "gave"),
            ("leave", "left"),
            ("send", "sent"),
            ("put", "put"),
            ("find", "found"),
            ("speak", "spoke"),
            ("bring", "brought"),
            ("bin", "binned"),
            ("not", "(?:didn't|did not)"),
        )
    )
    + r"|by (?P<thing>\w+),? (?:so|and|thus) i (?:\w+ ){1,3}by (?P=thing)\b)"
)
# One of these is enough too: the teller would not have stirred, or asks how it is wanted.
_UNMOVED = Pattern(
    r"\b(?:i wouldn't have (?:bothered|done (?:it|anything))|(?:was|were) (?:then )?left "
    r"(?:until|till)"
    rf" (?:[\w'-]+ ){{0,4}}?{_WORD}\b|asked (?:him|her|them|my \w+) (?:how|what) (?:he|she|they) "
    r"(?:wants?|wanted|would like) (?:it|me|us|done)\b|(?:as|since|because) (?:nobody|no one) "
    r"(?:had |has |'d )?(?:raised|mentioned|asked|reported|complained)[^.;]{0,20}? i (?:had |"
    r"just )?"
    r"(?:left|let|kept)|(?:waited|stood|sat) (?:a bit|a while|about \w+ minutes|outside|there)\b"
    r"[^.;]{0,70}?\b(?:told me|tells me|she said|he said|says|calls me|came back))"
)
# Two of these are: not thinking it one's own to do, and not doing it.
_SMALL = Pattern(
    r"\b(?=[a-z])(?:(?:i'm|i am|i was|being|as) (?:only|just|merely) (?:an?|the) \w+|let (?:him|"
    r"her|"
    r"them|others|somebody|someone|the \w+) (?:decide|sort|deal|handle|worry|come|do|find|see)\b|"
    r"(?:let|left|leave) (?:it|them|that|this|things|the \w+) (?:be|stand|lie|go|run|drip|ring|"
    r"alone|there|where|as|sit|pass|slide|in|on)\b|nothing (?:had |has )?(?:came|come|arrived|"
    r"was said|was sent|reached)\b|"
    r"(?:not|n't) (?:want|wish|dare|like|feel|think) (?:it )?(?:\w+ ){0,2}?(?:to )?(?:overstep|"
    r"interfere|intervene|decide|bother|act|meddle|ask|speak|presume|tread|jump|touch)\b|"
    r"(?:not|n't|never) (?:\w+ )?(?:sure|certain|clear|know) (?:if|whether|that) (?:i|we|it)\b|"
    r"(?:not|n't|hardly|never|isn't) (?:in )?(?:my|our) (?:\w+ )?(?:place|job|business|call|task|"
    r"role|decision|remit|duty|station|department|area|problem|concern|position|brief|line|"
    r"responsibility)\b|above my|without (?:orders?|instructions?|permission|approval|being|"
    r"authori\w+|a ticket)\b|(?:nobody|no one|no-one|none)(?: had| has|'d| ever)? (?:asked|told|"
    r"said|given|sent|assigned|ordered|mentioned|instructed|raised|put)\b|i (?:just )?(?:kept|"
    r"carried|went|got) on (?:with|as|reading|\w+ing)\b|not (?:been )?(?:asked|told|instructed|"
    r"assigned|scheduled|ordered|authorised)\b|(?:made|had|got) me (?:to )?(?:do|go|ring|call|"
    r"write|ask|check|start)\b|wasn't mine|not mine|"
    r"(?:would|will|'d) (?:get|have|be|give|come|do|know|sort|deal) \w+ (?:orders?|instructions?)|"
    r"that's for (?:him|her|them|the)|(?:i was|was|were|got|been) (?:then )?(?:told|instructed|"
    r"asked|ordered|sent) to\b|i preferred to wait)"
)
# Who did something else in the meantime did not just wait.
_BUSY = Pattern(
    r"\b(?:meanwhile|in the meantime|while (?:i|we) waited|rather than wait|did not wait|"
    r"didn't wait|without waiting|not to wait|couldn't wait|could not wait|instead of waiting|no "
    r"point (?:in )?waiting)\b"
)
# Without an instruction carried out, so many moments of holding back make the case.
_LEAST = 3
_TWICE = 2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = draft.plain
    found = _told_first(draft, said) or _held(draft, said)
    if found:
        yield Hit(start=found[0], end=found[1])


def _told_first(draft: Draft, said: str) -> tuple[int, int] | None:
    """Return where the teller is idle till told, or calls twice in a sentence it not his to act."""
    told = list(draft.sentences("action"))
    for sentence, after in zip_longest(told, told[1:]):
        start, end = sentence.start, sentence.end
        # Speech without stops is cut in the middle of a breath.
        breath = after.end if after else end
        first = (
            _TOLD_FIRST.search(said, start, end)
            or _UNMOVED.search(said, start, breath)
            or _ECHO.search(said, start, breath)
        )
        if not first:
            small = list(_SMALL.finditer(said, start, end))
            first = small[0] if len(small) >= _TWICE else None
        if (
            first
            and not _ALL_THE_SAME.search(said, start, end)
            and not _BUSY.search(said, start, end)
        ):
            return first.span()
    return None


def _held(draft: Draft, said: str) -> tuple[int, int] | None:
    """Return where the teller holds back in a story in which an instruction is then obeyed."""
    held = [
        span
        for sentence in draft.sentences("situation", "task", "action")
        for span in hesitated(said, sentence.start, sentence.end)
        if not _ALL_THE_SAME.search(said, sentence.start, sentence.end)
    ]
    if not held:
        return None
    instructed = any(
        obeyed(said, sentence.start, sentence.end)
        and not _ALL_THE_SAME.search(said, sentence.start, sentence.end)
        for sentence in draft.sentences("action")
    )
    return held[0] if instructed or len(held) >= _LEAST else None


RULE = Rule(
    code="O06",
    name="waiting-to-be-told",
    family="ownership",
    severity="warning",
    cost=5,
    most=5,
    message="You saw what was to be done and waited until somebody told you.",
    remedy=(
        "Tell the first step that you took unasked, or say why you had to wait and what you "
        "did meanwhile."
    ),
    preview=True,
    find=_find,
)
