"""Finds stories in which you go to the boss before you try anything.

What it does
Looks at the first two sentences of the action. It reports that you took the matter to a superior
there, if the sentence says that this came first ("straight away", "the first thing", "before I had
looked"), if you open by handing the matter over ("asked her to deal with it", "complained about
him", "told the dean, who then spoke to them"), or if you say that speaking to the person concerned
would have been no use. Informing your manager after a first attempt is not reported, nor is
owning up to a mistake of yours.

Why
Taking a matter upwards is sometimes right and always easy. What an interviewer wants to hear is
what you tried with the means you had, and whom you spoke to first.

Example
"The night shift left the benches dirty again, so I went straight to the production manager."

Use instead
"The night shift left the benches dirty again, so I stayed until ten and asked Gintaras what got in
the way. Only when two weeks had brought no change did we go to the production manager together."
"""

from collections.abc import Iterator
from itertools import islice

from storyloop.critique.alternatives import any_beginning
from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Sentence

_ABOVE = (
    r"(?:(?:managing |clinical |operations |technical |medical |finance |training |line |shift |"
    r"duty |general |team |site |store |regional |project |deputy |chief |senior |section |"
    r"quality |"
    r"head |theatre |area |district |ward |branch |floor |works |production |programme |"
    r"department |"
    r"night |charge |group |executive |year ){0,3}(?:boss|bosses|manager|manageress|management|"
    r"supervisor|director|directors|registrar|consultant|chief|chair|chairman|chairwoman|"
    r"president|"
    r"principal|headteacher|head ?teacher|headmaster|headmistress|dean|partner|superintendent|"
    r"inspector|sergeant|captain|commander|commanding officer|officer|foreman|forewoman|gaffer|"
    r"editor|lead|leader|owner|board|panel|committee|governors?|trustees?|union|hr|"
    r"human resources|personnel|ombudsman|regulator|minister|vice president|ceo|cfo|coo|cto|md|gm|"
    r"matron|mayor|secretary|head|deputy|lecturer|tutor|professor|mentor|coordinator|steward|"
    r"moderator|bursar|provost|vicar|bishop|coach|major|colonel|lieutenant|chef|sister|"
    r"principals?|deans?|headmasters?|headmistress(?:es)?|shift leader|team leader|crew chief|"
    r"(?:charge|head|lead|senior|chief|ward) nurse|vp|police|security|legal|warden|scrum master|"
    r"product owner|pi|senior (?:colleague|vet|doctor|"
    r"surgeon|clerk|teacher|engineer|developer|officer|partner|adviser|analyst|buyer)|attending|"
    r"chief of staff|complaints "
    r"(?:desk|department|team|line)|hotline|in charge|abbot|ministry|agency|agencies|authorit(?:y|"
    r"ies)|"
    r"producers?|headquarters|hq|(?:head|area|central|regional|district|main) office|leadership|"
    r"executives?|c-suite|works council|sponsor|"
    r"commission(?:er)?|council|administration|line manager|employer|shop steward|skipper|"
    r"controller|dispatcher|magistrate|judge|rector|trustee|landlord|regional office|"
    r"compliance|people team|people department|sergeants?|captains?|supervisors?|"
    r"(?:person|one|man|woman|lady|guy|people) (?:above|upstairs|in charge)|higher-?ups?|"
    r"superiors?|"
    r"powers that be|top))\b|upstairs\b|the office\b|up the (?:chain|line|ladder)\b|"
    r"(?:level|rung|step) (?:up|above)\b|above me\b|over me\b"
)
_OTHERS = rf"(?:he|she|they|who|which|{_ABOVE}|(?:the|my|our|his|her|their) \w+(?: \w+)?)"
# What is done by somebody who has been handed a matter.
_DEALT = (
    r"(?:spoke|spoken|moved|put|dealt|sorted|settled|talked|gave (?:him|her|them)|given|removed|"
    r"replaced|"
    r"stopped|handled|took (?:it|him|her|them|over|care|charge|action|steps)|taken|called (?:him|"
    r"her|them|"
    r"a|the)|rang|wrote|warned|told (?:him|her|them|the)|had (?:a )?(?:word|words)|fixed|solved|"
    r"resolved|"
    r"intervened|stepped|ordered|summoned|sacked|dismissed|disciplined|transferred|tabled|decided|"
    r"ruled|"
    r"overruled|ended|made (?:him|her|them|sure|order)|got (?:him|her|them|it)|sent (?:him|her|"
    r"them|"
    r"somebody|someone|a)|arranged|reprimanded|forced|backed|found|changed|cancelled|approved|"
    r"contacted|phoned|emailed|came (?:down|over|in|out|up|and)|went (?:down|over|in|out|up|and)|"
    r"pulled|signed|assigned|reassigned|swapped|promised)"
)
_UPWARDS = any_beginning(
    r"(?:i (?:[\w',]+ ){0,5}?|(?:and|then),? (?:then |also |just |like,? |"
    r"um,? )?)(?:rang|"
    r"called|phoned|telephoned|emailed|e-mailed|"
    r"wrote|"
    "went|reported|complained|escalated|told|informed|notified|turned|ran|copied|spoke|"
    "asked|messaged|texted|contacted|sent|took|brought|raised|referred|alerted|handed|tried|"
    "marched|"
    r"said to|spoken|check(?:ed)? (?:it |this |that )?with|consult(?:ed)?|walked|headed|stormed|"
    r"rushed|hurried|"
    r"insisted|requested|appealed|turned to|submitted|filed|lodged|forwarded|pinged|approached|"
    r"cc'?d|flagged|bumped|kicked|pushed|demanded|petitioned|begged|bring|give|take|turn|"
    rf"passed|involved|go|ring|call|write|tell|report|speak|email)\b[^.;]{{0,60}}?\b(?:{_ABOVE})|"
    r"(?:was|is|did) (?:to )?(?:ring|call|phone|email|e-mail|write|go|report|tell|get|take|speak|"
    rf"ask|inform|escalate|contact|complain|raise)\b[^.;]{{0,50}}?\b(?:{_ABOVE})|"
    rf"i (?:then |just )?got (?:straight )?(?:on to|onto|on the phone to|in touch with)\b"
    rf"[^.;]{{0,20}}?\b(?:{_ABOVE})|"
    r"(?:took|take) it (?:straight |right |directly )?(?:to|up)\b|escalated\b|"
    r"went (?:straight |right )?over (?:his|her|their) heads?\b|"
    rf"i (?!look|glanc|nodd|go back|went back|had no|asked (?:him|her|them)|could|"
    rf"might)[^.;,]{{0,50}}?\b(?:to|"
    rf"with|past|before|into|"
    rf"onto|for|at|on|in) (?:the|my|our|his|her|their|an?)(?: [\w'-]+){{0,3}}? (?:{_ABOVE})|"
    r"(?:let|had|made sure|wanted|needed|demanded|sent for|sought|loop\w*|cc\w*|pull\w*|get|got|"
    r"fetch\w*|dragged) "
    rf"(?:(?:the|my|our|his|her|their|in|an?) )*(?:\w+ )?(?:{_ABOVE}) (?:know|knew|in|called|to|"
    r"out|down|over|come|in on)\b|"
    rf"(?:got|fetched) (?:hold of )?(?:the|my|our|an?) (?:\w+ )?(?:{_ABOVE})|"
    r"blew the whistle|grassed|snitched|ratted|tattled|told on\b|went above (?:him|her|them)\b|"
    r"(?:put in|made|filed|lodged|raised|submitted|wrote|sent|opened) an? (?:formal |written |"
    r"official )?(?:"
    r"complaint|grievance|ticket with)"
)
# That it went upwards is said to have come first, or to have been the whole of it.
_FOREMOST = any_beginning(
    r"(?:told|reported|brought|took|gave|said) (?:it|this|that) first to (?:the|my)\b|(?:(?:my|"
    r"the|our) )?(?:very )?(?:first|immediate|initial|only|natural|instant|gut|"
    r"automatic) "
    r"(?:thing|step|move|reaction|instinct|thought|port of call|call|stop|action|act|response|"
    r"impulse|phone call|email|reflex|person|idea|message|move)\b(?: i (?:did|made|took|had|"
    r"called|"
    r"rang|wrote|sent)| of mine)?(?:,? [^.;,]{0,30},)? (?:was|is|went|were)\b"
    rf"[^.;]{{0,28}}?\b(?:{_ABOVE})"
    r"|my (?:reaction|instinct|response|reflex|answer|solution|approach|way) (?:to \w+ "
    rf")?was\b[^.;]{{0,50}}?\b"
    rf"(?:{_ABOVE})"
    r"|(?:it|this|that|matter|question|complaint|case|issue|report|email|message|everything) "
    r"(?:then |"
    r"all |just |quickly )?(?:went|goes|was (?:\w+ )?(?:sent|passed|referred|escalated|reported|"
    r"taken|brought|"
    rf"handed)|landed|has gone|had gone)\b[^.;]{{0,30}}?\b(?:{_ABOVE})"
    r"|up the (?:chain|line|ladder) (?:it|this|that|i|we)\b"
    rf"|(?:{_ABOVE}) (?:then )?(?:got|received|had|heard|was sent|was told|was copied|learned|"
    r"knew)\b"
    r"[^.;]{0,50}\b(?:from me|by me|an (?:email|e-mail)|a (?:call|message|note|letter|text))\b"
    rf"|(?:and|so|then)(?: just| simply| i)? (?:let (?:him|her|them|{_ABOVE}|the {_ABOVE}|my "
    rf"{_ABOVE})|left (?:it|this|that|the "
    rf"\w+|him|her|them) (?:up )?(?:to|for|with) (?:{_OTHERS})(?: to)?) "
    r"(?:deal|ring|sort|handle|decide|speak|talk|tell|call|settle|take|answer|write|sort)\b"
    r"|i(?:'d| would)? (?:said )?(?:\w+ )?(?:need|needed|have|had|wanted|going) to (?:check|ask|"
    r"talk|speak|clear "
    rf"it|run it)[^.;]{{0,12}}? (?:{_ABOVE})"
)
_FIRST = Pattern(
    r"\b(?:straight(?! out)(?: ?away| off| to| up)?|at once|immediately|right away|first thing|"
    "first of all|(?<!the )(?<!that )(?<!my )first|right off|without (?:further ado|delay|"
    "hesitation|hesitating|thinking|"
    r"a word to|waiting|warning|losing)|bypass\w*|skipp\w+|anonymous\w*|in writing|by return|lost "
    r"no time|"
    r"the same second|before (?:he|she|they) could|past (?:him|her|them)|\w+ around (?:him|her|"
    r"them)\b|"
    r"made a beeline|quick as|like (?:i|we) always do|as (?:i|we) always do|to be (?:safe|on the "
    r"safe side)|"
    r"to cover (?:myself|my)|(?:on|from) day one|no sooner|in no time|first chance|first "
    r"opportunity|"
    r"(?:instead of|rather than|without(?: first)?(?: even)?)(?: \w+){0,2}? (?:ask|speak|talk|try|"
    r"confront|"
    r"approach|rais|discuss|mention|tell|say|wast|argu|deal|sort|get)\w*|above my|not my (?:job|"
    r"place|business|"
    r"problem|call)|(?:never|not|didn't) (?:bother|waste|try|tri)\w*|"
    "the same (?:day|afternoon|evening|morning|hour|"
    "minute|night)|that (?:same |"
    "very )?(?:day|afternoon|evening|morning|night|minute|hour)|before (?!i (?:asked|went|told|"
    r"rang|called|spoke|wrote|took|knew)\b)(?:i|anything|"
    "trying|looking|speaking|talking|saying|doing|even)|without (?:trying|speaking|"
    "talking|asking|looking|saying)|directly|instantly|on the spot|there and then|"
    "as soon as|the moment|the minute|over (?:his|her|their) heads?|behind (?:his|her|"
    r"their) backs?)\b",
)
# What is taken upwards to be dealt with there, and not to be known.
_HANDED_OVER = Pattern(
    r"\b(?:said (?:to (?:him|her|them) )?(?:come|go) and (?:sort|deal|talk|speak|tell|stop|get)|"
    r"(?:didn't|did not|wouldn't) (?:want to |dare (?:to )?)?(?:touch|do|start|move|decide) "
    r"(?:anything|it|a thing) (?:till|until|before)\b|ask(?:ed)? what (?:should|must|was to) "
    r"be done|"
    r"what (?:do|did) you want (?:me|us) to|"
    r"(?:asked|told|wanted|got|get|begged|expected) (?:him|her|them|for (?:him|her|them)|"
    r"my \w+(?: \w+){0,2}|the \w+(?: \w+){0,2}) to (?:please |also |\w+ )?(?:sort|have (?:a "
    r")?words?|decide|rule|arbitrate|"
    r"mediate|discipline|warn|solve|resolve|fix|order|force|get|help|look at|act|overrule|give|"
    r"approve|find|"
    r"intervene|hold|chair|check|end|back|clear|straighten|sit|see|deal|speak|talk|have a word|"
    r"step|intervene|take|"
    r"come|do something|handle|tell|move|replace|settle|decide|remove|stop|look into|put|make|"
    r"ring|"
    r"write|call)|asked for (?:somebody|someone|another|a different|a new)|"
    r"ask(?:ed)?\b[^.;]{0,30} "
    r"what (?:he|she|they|i|we) (?:want\w*|should|was to|were to)|complain(?:ed)?\b|"
    r"reported (?:him|"
    r"her|them)|this has to stop|about (?:him|her|them|the way|how (?:i|he|she|they)|what (?:he|"
    r"she|"
    r"they))\b|you(?:'ll| will)? have to (?:come|do|deal|sort|talk|speak)|explained (?:to "
    r")?(?:him|"
    r"her|them) (?:the (?:situation|problem)|everything|how|what)|i(?:'m| am) not having|"
    r"could(?:n't| not) (?:stand|take) it|i'd had to put up with|(?:it's|it is|it was|"
    r"that's) (?:his|her|their|the \w+) (?:job|business)|"
    r"(?:it's|it is|it was|that's) (?:him|her|them) (?:that|who)|out of my hands|washed my hands|"
    r"off my (?:desk|plate|hands|back|table)|no longer my|(?:paid|there|meant) for\b|"
    r"(?:what|why) (?:\w+ ){1,3}(?:are|is|'re|were) (?:paid|there|for)|not mine to|(?:would|'d|"
    r"will|must) know what|"
    r"that was (?:the end of it|that|it)\b|(?:problem|matter|job|case) (?:was )?(?:solved|done|"
    r"closed|settled)|"
    r"(?:his|her|their) (?:problem|decision|call|headache|job)\b|so that (?:he|she|they) (?:could|"
    r"would|can|might)|that (?:he|she|"
    r"they) (?:makes?|should|must|puts?|comes?|does|sorts?|speaks?|talks?|solves?)|for (?:him|her|"
    r"them|a decision|"
    r"a ruling|the \w+) to\b|didn't want to (?:confront|talk|speak|argue|get|deal|face)|"
    r"(?:said|told (?:him|her|them)) (?:that )?(?:somebody|someone|he|she|they) (?:had|has|must|"
    r"ought|"
    r"needed|would have) to)"
)
# Said in the same breath: what the superior did then, or what is held against a third person.
_DONE_ABOVE = Pattern(
    r"(?:"
    rf"(?:(?:and|so|;|,)(?: then)? {_OTHERS},? |(?:who|which) )(?:then |has |had |have |soon |at "
    r"once |quickly |promptly |later |"
    rf"immediately |duly |finally |has then |himself |herself )*{_DEALT}\b|"
    r"(?:that|how|because) (?:[\w'-]+ ){1,5}?(?:kept|keeps|refused|wouldn't|ignored|(?:was|"
    r"were|is|"
    r"are|had been) "
    r"(?:always|being|constantly|often|again|rude|late|lazy|not \w+ing|talking|coming|leaving|"
    r"taking)|"
    r"always|never)\b|"
    r"(?:about|against|over) (?:my|a|the|his|her|our|another|one) (?:co-?\w+|colleague|\w+'s|"
    r"other|neighbour|"
    r"noise|behaviour|attitude|state|tone|delays?)\b"
    r")"
)
_NO_USE = Pattern(
    r"\b(?:(?:talk|speak|reason|argu|discuss|go|going|gone|say|said|ask)\w*\b[^.;]{0,40}\b(?:him|"
    r"her|"
    r"them|people|first|directly|somebody)\b[^.;]{0,50}\b(?:waste|no use|no point|pointless|"
    r"useless|"
    r"can't|cannot|wouldn't|never|wasn't worth|nothing|but what|no shame|what's the)\b|(?:no "
    r"point|"
    r"no use|pointless|useless|waste of \w+|can't|cannot|couldn't|impossible to|no good)\b"
    r"[^.;]{0,20}\b(?:talk|speak|reason|argu|discuss)\w*|(?:didn't|did not|never) (?:say|said|"
    r"speak|spoke|talk|ask|asked) (?:\w+ )?(?:to )?(?:anything to )?(?:him|her|them)\b)"
)
# In notes, where the teller is not named.
_NOTED = Pattern(
    rf"- (?:rang|called|phoned|told|informed|notified|asked|alerted|contacted|emailed|reported|"
    rf"escalated|went)\b[^.;,\n]{{0,40}}?\b(?:{_ABOVE})"
)
_OWNING_UP = Pattern(
    r"\b(?:that i(?:'d| had| have|'ve)|it was (?:i|me)|what i(?:'d| had) done)\b|"
    r"\bmy (?:own )?(?:mistake|error|fault)\b|\b(?:owned up|admit\w*|confess\w*)\b|"
    r"\bi had no (?:right|authority)\b|\blet me (?:talk|speak|try|have)\b|"
    r"\bdo i (?:ring|go|call|tell|ask|wake)\b|"
    r"\bone (?:at a time|by one)\b|\b(?:nobody|no one) (?:other |else )?from\b|"
    r"\bto a fault\b|\bhonest\b|\b(?:would have been|was) (?:easy|tempting) to\b|"
    r"\b(?:told|informed|rang|asked) (?:my|the) \w+ (?:\w+ )?(?:what i (?:was|would|wanted|"
    r"planned)|"
    r"that i (?:was|would|wanted|planned|meant))",
)
_TRIED = Pattern(
    r"\b(?:after|when) (?:two|three|four|five|a few|several|some|that|trying|talking|speaking|"
    r"i(?:'d|"
    r" had))\b|\b(?:didn't|did not|hadn't) (?:help|work)|\bno (?:answer|reply)\b|\bin vain\b|"
    r"\bagain "
    r"and again\b|\b(?:twice|three times)\b"
)

_OPENING = 2
_NEAR = 45


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = draft.plain
    told = list(islice(draft.sentences("action"), _OPENING + 1))
    foremost = _FOREMOST.search(said, told[0].start, told[0].end) if told else None
    if foremost and not _excused(said, told[0]):
        yield Hit(start=foremost.start(), end=foremost.end())
        return
    no_use = any(_NO_USE.search(said, other.start, other.end) for other in told)
    for sentence in told[:_OPENING]:
        span = (sentence.start, sentence.end)
        upwards = _UPWARDS.search(said, *span) or _NOTED.match(said, *span)
        if not upwards or _excused(said, sentence):
            continue
        near = (
            max(sentence.start, upwards.start() - _NEAR),
            min(upwards.end() + _NEAR, sentence.end),
        )
        handed = sentence is told[0] and (
            _HANDED_OVER.search(said, sentence.start, told[-1].end)
            or _DONE_ABOVE.search(said, upwards.end(), sentence.end)
        )
        if no_use or handed or _FIRST.search(said, *near):
            yield Hit(start=upwards.start(), end=upwards.end())
            return


def _excused(said: str, sentence: Sentence) -> bool:
    return bool(
        _OWNING_UP.search(said, sentence.start, sentence.end)
        or _TRIED.search(said, sentence.start, sentence.end)
    )


RULE = Rule(
    code="O07",
    name="escalating-first",
    family="ownership",
    severity="warning",
    cost=5,
    most=5,
    message="The first thing you do is to take the matter to a superior.",
    remedy=(
        "Tell what you tried yourself before that, or why it could not wait and only a "
        "superior could act."
    ),
    find=_find,
)
