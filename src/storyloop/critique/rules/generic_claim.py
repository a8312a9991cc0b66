"""Finds praise of oneself that anybody could give: "I am a people person".

What it does
Reports sentences in which the teller claims a quality in general: "I work well with others", "my
strength is communication", "I'm a natural leader". What others are said to be, and what somebody
is quoted as saying, is left alone.

Why
Everybody who is interviewed says so, so the words weigh nothing. The story is there to show the
quality; a claim in front of it only sets the listener looking for the opposite.

Example
"I have always been a people person and I work well under pressure."

Use instead
"The widow asked for me by name when she came back in March." The listener draws the conclusion.
"""

import re
from collections.abc import Iterator

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.words import words_in

_I_AM = (
    r"i(?:'m| am|'ve always been| have always been|'d say i'm| was always|'ve been| consider "
    r"myself| would say i am| like to think i'm| see myself as| would call myself)(?: (?:also|both|"
    r"basically|just|generally|always|known as|described as|seen as|known for being|like|um|"
    r"really|simply|naturally),?)* "
)
_DEGREE = r"(?:(?:an?|the|very|really|real|quite|total|born|true|highly|bit of a|extremely) )*"
_ADJECTIVE = (
    r"(?:hard-?working|(?:highly |self-)?motivated|reliable|dependable|flexible|adaptable|punctual|"
    r"(?:well[- ])?organi[sz]ed|dedicated|committed|loyal|enthusiastic|dynamic|ambitious|creative|"
    r"proactive|positive|friendly|easy-?going|outgoing|approachable|versatile|trustworthy|sociable|"
    r"caring|empathetic|(?:detail|results?|goal|team)[- ](?:oriented|driven)|patient|kind|honest|"
    r"curious|open(?:-minded)?|"
    r"resilient|passionate|driven|confident|responsible|decisive|disciplined|humble|resourceful|"
    r"conscientious|meticulous|tenacious|personable|helpful|optimistic|energetic|methodical|"
    r"practical|hands-on|analytical|competitive|calm|strong|direct)"
)
_NOUN = (
    r"(?:people(?:'s)?[- ]person|(?:good |great |strong |natural )?team[- ]?(?:player|worker)|"
    r"details? person|(?:fast|quick) learner|self-starter|go-getter|problem[- ]solver|"
    r"(?:natural(?:ly)?|great|good|strong|excellent|effective|gifted|clear|careful|patient|hard) "
    r"(?:communicator|leader|listener|organi[sz]er|advocate|negotiator|motivator|problem[- ]solver|"
    r"multi-?tasker|worker|advocate))"
)
_EVERYBODY = (
    r"(?:everyone|everybody|anyone|anybody|people|all people|others|other people|all kinds|all "
    r"sorts|all types)"
)
_VIRTUE = (
    r"(?:communicat\w+|team-?work\w*|leadership|people|organi[sz]\w+|listening|attention to detail|"
    r"work(?:ing)?|flexibility|learn(?:ing)?)"
)
# What begins with "I", tried at each "I" alone: searching the whole text would cost ten times more.
_I_CLAIM = Pattern(
    "|".join(
        (
            rf"{_I_AM}{_DEGREE}{_NOUN}\b",
            (
                rf"{_I_AM}{_DEGREE}{_ADJECTIVE}(?: (?:person|worker|individual|graduate|"
                rf"professional|by nature|and {_ADJECTIVE})\b|, (?:and )?{_ADJECTIVE}\b)"
            ),
            (
                rf"{_I_AM}(?:very |really |quite |always )*(?:good|great|excellent|strong|"
                rf"brilliant) "
                r"(?:with people|with customers|at (?:reading|managing|motivating|dealing with) "
                r"people|at standing|at communicating|at multitasking|in a team|under pressure)\b"
            ),
            (
                r"i(?:'ve| have)?(?: can| always| usually| just| generally| could| also)* (?:work|"
                r"get|got|"
                rf"go|do)(?: well| fine| on| along| easily)* (?:with {_EVERYBODY}|(?:in|under|as "
                rf"part of) "
                r"(?:a team|the team|teams|pressure))\b"
            ),
            (
                r"i(?: can| always)* (?:thrive|work well|perform|perform well|(?:stay|keep|remain) "
                r"calm|deal well|cope well|am at my best) (?:in|under|with) (?:pressure|stress|a "
                r"team|teams)\b"
            ),
            (
                r"i(?:'ve got| have|'ve| have got| bring| possess) (?:very |really |some "
                r")?(?:strong|good|great|excellent|outstanding|superb) (?:[\w-]+,? ){0,3}skills\b"
            ),
            (
                r"i (?:learn|pick things up|pick up things|adapt) (?:very |really )?(?:fast|"
                r"quick(?:ly)?|easily)\b"
            ),
            (
                rf"{_I_AM}(?:very |really |always |also )*(?:hard-?working|punctual|reliable|"
                rf"dependable|"
                rf"trustworthy|proactive|adaptable|versatile|conscientious|(?:highly |"
                rf"self-)motivated)"
                r"(?=[,.;]| and)"
            ),
            (
                rf"{_I_AM}(?:also )?(?:an? )?(?:very |really )?{_ADJECTIVE}(?:,| and|, and) "
                rf"(?:an? )?"
                rf"{_NOUN}"
            ),
            (
                r"i(?:'d| would|'ll)? (?:always |also )?(?:describe|call|consider|see) myself "
                r"(?:as )?"
                rf"(?:an? )?(?:very |really )?(?:{_ADJECTIVE}|{_NOUN})\b"
            ),
            (
                r"i(?:'ve| have)(?: got)? an? (?:natural|real|great|special|good|strong|innate|"
                r"true|"
                r"unique) (?:gift|talent|ability|flair|feel|way|eye|instinct) (?:for|with|to|of)\b"
            ),
            (
                r"i (?:can )?(?:always |also )?bring (?:huge |great |lots of |so much |a lot of |"
                r"real |"
                r"positive |high )?(?:energy|enthusiasm|passion|positivity|commitment|motivation|"
                r"dedication)\b"
            ),
            (
                r"i(?:'m| am) the (?:person|one) (?:who )?(?:everyone|everybody|people|colleagues) "
                r"(?:always )?(?:turns?|comes?|goes?|asks?)\b"
            ),
            (
                r"i (?:never panic|don't panic|never give up|don't give up easily|love a challenge|"
                r"like a challenge|(?:love|enjoy) (?:working with|helping|being with) people|"
                r"always "
                r"(?:deliver|find a (?:way|solution)|stay calm|stay positive|keep calm|do what i "
                r"say)|"
                r"(?:stay|remain|keep) calm(?=[.,;]|$| and| in| when| whatever| under)|don't get "
                r"wound "
                r"up|lead by example|care (?:deeply |really )?about people)\b"
            ),
            r"i work well (?:both )?(?:with|in|under|alone|as|on)\b",
            r"i always (?:give (?:my best|my all|a hundred|100)|do my best)\b",
        )
    )
)
_CLAIM = Pattern(
    "|".join(
        (
            (
                rf"\b(?:works?|working|gets? on|getting on|communicates?) well with (?:absolutely |"
                rf"literally |pretty much |just about )?{_EVERYBODY}\b"
            ),
            (
                r"\bmy (?:(?:main|greatest|biggest|key|core|personal) )?(?:strengths?|strong "
                r"(?:points?|sides?))"
                rf" (?:is|are|lies? in|include) (?:that i |my |good |strong )?(?:\w+ )?{_VIRTUE}\b"
            ),
            (
                r"\b(?:communication|leadership|teamwork|training|stakeholder management|"
                r"negotiation|people)(?:'s| is| are) (?:really )?(?:my (?:thing|passion|strength|"
                r"forte)|one of my strengths|where i)\b"
            ),
            (
                r"\b(?:people|children|kids|customers|patients|clients|guests|students|pupils|"
                r"everyone|everybody|colleagues|residents) (?:always |really |just |usually |"
                r"generally )?(?:like|love|enjoy|trust|respect)s? (?:working with )?me\b"
            ),
            (
                r"\bmy (?:friends|colleagues|family|boss|manager|mother|team|teammates) (?:would |"
                r"will |"
                r"always |often |all )?(?:say|says|describe|describes|call|calls)(?: that)? (?:me|"
                r"i(?:'m| "
                r"am|'ve| have| can| always| find| never))\b"
            ),
            r"\bworks well (?:both )?(?:in|as part of|within) (?:a|any) team\b",
            (
                r"(?<!his )(?<!her )(?<!their )\b(?:excellent|strong|great|outstanding|superb|"
                r"proven) "
                r"(?:[a-z-]+ (?:and )?){0,2}(?:communication|interpersonal|leadership|people|"
                r"organi[sz]ational|time-management|problem-solving|team|soft) skills\b"
            ),
            r"\bmy style is to lead by example\b|\bgift i have\b|\bnatural (?:gift|talent) for\b",
            r"\b(?:bags|full|bundle) of energy\b|\b(?:is|it's) (?:really )?my passion\b",
        )
    )
)
# What stands by itself at the beginning of a line, a sentence or a clause: tried there alone.
_BY_ITSELF = Pattern(
    r"(?:^|\n|[.!?] )(?:[-*•] )?(?:an? )?(?:natural |strong |excellent |great |good )?(?:people "
    r"person|team player|communicator|self-starter|go-getter)(?=[ ,.;]|$)|"
    r"(?:^|[\n,;.] ?)(?:[-*•] )?(?:calm|works? well|excellent|good|strong) under pressure\b|"
    rf"(?:^|\n)(?:[-*•] )?{_ADJECTIVE}, (?:{_ADJECTIVE}|an? {_NOUN})\b"
)
_STOP = Pattern(r"[\n.,;!?]")
_DOES = (
    r"(?:gets? (?:on|along|things)|works?|gives?|loves?|likes?|enjoys?|thrives?|goes|takes?|cares?|"
    r"finds?|keeps?|stays?|puts?|delivers?|does|makes|brings?|thinks?|sees?|helps?|connects?|"
    r"learns?|listens?|leads?|communicates?|adapts?|can|won't|will|is|isn't|never|always)"
)
# Frames in which anybody may put any quality.
_FRAMES = any_of(
    r"i (?:really )?pride myself (?:on|in)|i(?:'m| am|'ve always been) (?:well )?known (?:for|"
    r"as) (?:being|keeping|my|an?|the|always)|(?:people|colleagues|customers|clients|everyone|"
    r"everybody|others|they|friends) (?:often |always |all |usually |keep )?tell(?:ing)? me "
    r"(?:that )?i(?:'m| am|'ve| have) (?:an? |so |very |really )*(?:great|good|brilliant|"
    r"excellent|easy|patient|calm|kind|natural|gifted|amazing)|i(?:'m| am) (?:\w+ )?(?:the |"
    rf"an? )?(?:sort|kind|type) of \w+ (?:who|that) (?:really |just |usually )?{_DOES}|i(?:'m| "
    r"am) (?:just )?(?:someone|somebody|a person) (?:who|that) (?:really |just |usually "
    rf")?{_DOES}|(?:comes?|came)(?: very| quite)? (?:easily|naturally|easy|natural) to me|"
    r"(?:is|are) (?:like )?second nature to me|(?:is|are|runs?|it's) in my (?:blood|dna|"
    r"nature|genes|bones)|i (?:always |will always |tend to )go the extra mile|i always give "
    r"(?:it |my |an? |one )?(?:best|all|everything|hundred|\d+)|(?:if there's )?one thing "
    r"(?:you should know )?about me|(?:that's|it's|that is) (?:just |simply )?(?:who i am|how "
    r"i'm wired|how my brain|my nature|me all over)|i(?:'m| am) (?:an? )?(?:bit of a |real |"
    r"total |born )?(?:optimist|doer|all-rounder|bridge[- ]builder|networker|connector|"
    r"firefighter|quick thinker|safe pair of hands)|i possess|i (?:would )?see myself as "
    r"(?:an?|the)|i(?:'m| am) (?:really |very |truly |deeply |so )?(?:passionate|enthusiastic|"
    r"driven|motivated|obsessed) (?:about|by)|i(?:'m| am) (?:very |really |quite "
    r")?(?:comfortable|at ease|at home) (?:with|in) (?:ambiguity|change|uncertainty|all|"
    r"people|any)|i(?:'m| am) not (?:afraid|scared|shy) of (?:hard work|a challenge|"
    r"challenges|responsibility|getting|long hours|work)|(?:honesty|loyalty|quality|respect|"
    r"trust|service|family|reliability|fairness|integrity) (?:is|means) everything to me|"
    r"i(?:'ve| have)? always (?:had |have )?an? (?:excellent|good|great|fantastic) "
    r"(?:relationship|relationships|rapport) with|i can (?:easily |quickly |always )?adapt "
    r"(?:myself )?(?:\w+ )?to (?:any|every|all|new)|no (?:issue|problem) for (?:someone|"
    r"somebody) (?:with my|like me)|i (?:really )?care (?:deeply|passionately|a great deal|so "
    r"much) about|i tend to be the (?:calm|one)|i(?:'m| am) (?:usually|always|normally) the "
    r"(?:calm|strong|positive one)|with my (?:hands-on|can-do|positive|calm|friendly) "
    r"(?:mentality|attitude|manner|nature|approach)|my communication (?:style |skills )?(?:is|"
    r"are)|i (?:just |suppose i just )?have (?:just )?(?:that|a) way with|i (?:just )?have "
    r"that way|i (?:really )?thrive (?:in|on|under|when)|i (?:always )?(?:think|like to "
    r"think) outside the box|i never give up|nobody works harder|being a (?:good |natural |"
    r"real )?(?:team player|people person|quick learner|hard worker)|i(?:'m| am) (?:\w+ "
    r")?(?:very |really )?(?:communicative|diplomatic|assertive|solution-oriented|"
    r"service-minded|stress-resistant|goal-oriented|multi-talented)|i(?:'m| am) (?:really |"
    r"very |pretty )?good with (?:numbers|my hands|excel|computers|technology|kids|children|"
    r"animals|words)(?=[,.;]| and)|respond to me (?:very )?(?:naturally|well)|able to wear "
    r"many hats|high stress resistance|i (?:work|function|perform) (?:very |really )?(?:well|"
    r"best|excellent|great|good) under (?:pressure|stress)"
)
# Words and beginnings without which neither pattern can match.
_TELLING = frozenset(
    "person player teamplayer worker teamworker communicator leader listener organiser organizer "
    "advocate negotiator motivator solver tasker multitasker learner starter getter pressure "
    "stress skills strength strengths quickly easily forte reliable dependable flexible adaptable "
    "punctual organised organized dedicated committed motivated enthusiastic dynamic proactive "
    "hardworking passion energy skills gift talent gifted empathetic resilient calm patient "
    "curious honest "
    "passionate challenge panic energetic trust conscientious "
    "outgoing sociable loyal versatile trustworthy multitasking communicating management".split()
)
_BEGINNINGS = (
    *("with absolutely", "a really ", "a very ", " person", "great with"),
    *("with every", "with any", "with people", "with all ", "with other", "with customers"),
    *("with me", "a team", "the team", "learn fast", "learn quick", "my best", "my all", "love me"),
    *("like me", "myself", "stay calm", "work well", "would say", "friends say", "my thing"),
    *("my passion", "ing people", "strong points", "strong sides"),
)
_I = Pattern(r"\bi\b")
_OTHERS = Pattern(
    r"\b(?:he|she|they|we|you(?! know)|who|not|never|isn't|weren't|wasn't) [\w' ]{0,12}$"
)


def _find(draft: Draft) -> Iterator[Hit]:
    text = draft.text
    said = own_words(text)
    claims = list(_FRAMES.finditer(said))
    if any(each in said for each in _BEGINNINGS) or not words_in(text).isdisjoint(_TELLING):
        starts = (each.start() for each in _I.finditer(said))
        claims += (claim for start in starts if (claim := _I_CLAIM.match(said, start)))
        claims += _CLAIM.finditer(said)
        claims += _by_themselves(said)
    for claim in sorted(claims, key=lambda claim: claim.start()):
        start, end = claim.span()
        if not _OTHERS.search(said, max(0, start - 25), start):
            yield Hit(start=start + len(claim[0]) - len(claim[0].lstrip(" \n.!?-*•")), end=end)


def _by_themselves(said: str) -> Iterator[re.Match[str]]:
    reached = 0
    for at in (0, *(stop.start() for stop in _STOP.finditer(said, 1))):
        if at >= reached and (claim := _BY_ITSELF.match(said, at)):
            reached = claim.end()
            yield claim


RULE = Rule(
    code="C06",
    name="generic-claim",
    family="clarity",
    severity="advice",
    cost=3,
    most=3,
    message="Anybody could say this of themselves.",
    remedy=(
        "Strike it, and let a moment of the story show it: what you said or did, and who noticed."
    ),
    find=_find,
)
