"""Finds stories in which you carry out what others decided.

What it does
Looks at the action only. It reports a story in which at least two sentences, and at least a third
of the action, show you following instructions, passing things on, taking the minutes or waiting,
and in which fewer sentences show a step of your own. Work that was laid out for you ("whatever chef
wanted, I cut", "as the sheet says") counts too where it fills half of the action and no step of
your own is told. A junior who is told to do something and then
does more than that is not reported.

Why
A principle such as ownership is heard in choices. Where every choice was made by somebody else,
the story shows that person, and the listener learns little about you.

Example
"My manager told me to ring the families, so I rang them, and then she decided on the new hours."

Use instead
"My manager told me to ring the families. I decided to ask each of them two questions about the
hours as well, and laid the answers before her."
"""

from collections.abc import Iterator

from storyloop.critique.alternatives import any_beginning
from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import hesitated, obeyed
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Sentence

_PASSED_ON = any_beginning(
    r"(?:left|leave|leaving) (?:that|it|this|the \w+) (?:all |up )?(?:to|"
    r"with) (?:them|"
    r"him|her|the)\b|(?:sent (?:it|that|this|them|everything) (?:straight )?(?:on|up|upstairs)|"
    r"(?:passed|handed|forwarded|carried) (?:it|that|this|her|his|them|"
    r"the|everything)\b[^.;]{0,60}\b(?:on|up|upstairs))\b|passed on\b|i (?:said|was) fine\b|"
    r"i just let\b|(?:gave|brought|took|handed) (?:it|this|that|them|everything|the \w+)(?: back| "
    r"over)? to (?:the|my) (?:\w+ )?(?:director|manager|boss|supervisor|head|chief|partner|office|"
    r"lead|leader)\b|"
    "let them (?:talk|decide)|wrote (?:down )?(?:the minutes|what (?:he|she|they) said)|"
    "took (?:the )?(?:minutes|notes)|(?:they|he|she|others|two of them|group|manager|boss|head|"
    r"partner|committee|director|supervisor|lead|leader|consultant|chef|systems people|"
    r"management) "
    r"(?:then |next |also |more or less |\w+ly )?(?:decided|agreed(?! to)|chose|picked|proposed|"
    r"had the idea|worked out|settled on|drew up)\b(?! (?:with me|to (?:try|let|give)))|"
    r"attended\b|"
    r"circulated\b|kept the (?:\w+ )?(?:log|list|minutes|file|spreadsheet|tracker)\b|"
    r"it was (?:then |also |finally |later )?(?:decided|agreed|felt|suggested|proposed)\b|"
    r"approval of\b|was (?:approved|chosen|signed off) by\b|permission (?:was )?(?:granted|given|"
    r"obtained)|as (?:set out|laid down|specified|requested|required|instructed|agreed) "
    r"(?:in|by)\b|as (?:requested|instructed|ordered|required)\b|according to (?:the|his|"
    r"her|their|my) (?:list|plan|manual|handbook|procedure|instructions?|schedule|checklist|rules|"
    r"sheet|script|order)|(?:as )?per (?:the )?(?:instructions?|procedure|handbook|list|manual|"
    r"plan|"
    r"checklist|protocol|sheet|request)|(?:completed|filled in|filled out|"
    r"typed up) the (?!incident )(?:\w+ )?"
    r"(?:form|request|report|sheet|template)|i (?:was|were) (?:then |also |later |"
    r"just )?(?:made to|"
    r"given (?:the|a|an|another)|put on|handed|allowed to)|was given\b(?! (?:\w+ minutes|the "
    r"chance|time|a chance))|(?:got|had|"
    r"received) (?:the|an?|"
    r"his|her|my|new|further) (?:instructions?|orders?|go-ahead|ok|permission)|gave (?:me|"
    r"us) (?:the|"
    r"an?|his|her) (?:order|instructions?|task|job|list|script|example)|"
    r"(?:i )?(?:asked|ask) (?:him|her|them|my \w+|the \w+)? ?(?:first )?(?:(?:what|how) (?:he|"
    r"she|they|i|we) (?:want\w*|should|would like|had to|was to|were to|must)|(?:whether|if) (?:i|"
    r"we) "
    r"(?:should|were to|must|were allowed))\b|"
    r"had me \w+|waited\b[^.;]{0,20}\b(?:to hear|on the)|"
    r"(?:took|taken) over (?:his|her|their|this|the) (?:example|idea|plan|version|template)|"
    r"the (?:manual|procedure|protocol|sheet|script|rule|handbook) says\b|"
    r"(?:as|like) (?:directed|instructed|ordered|told|advised)\b|(?:till|until) (?:the |further |"
    r"new )?(?:instructions?|orders?|permission|approval) (?:was|were|came|had)\b|(?:await|"
    r"awaiting|awaited) (?:\w+ )?(?:instructions?|orders?|approval|directions?)\b|(?:i had|had|"
    r"there (?:was|were)|without) no (?:instructions?|orders?|mandate)\b|what (?:do|did|would) "
    r"(?:you|he|she|they) (?:want|like) (?:me|us)\b|(?:was|were) (?:advised|told|directed|"
    r"asked (?:by \w+ )?(?:what|how)|instructed)\b (?:to|what|how|that)|(?:ask|asked|asking) "
    r"(?:\w+ ){0,3}?what (?:should|was to|i was to|we were to|must) (?:be |do\b)|comes from "
    r"above\b|"
    r"(?:fetched|went (?:and got|and fetched|to find|to get|to fetch)|got) (?:the|my) (?:\w+ "
    r")?(?:manager|boss|supervisor|head|lead|foreman|matron)\b|"
    r"wouldn't have (?:bothered|done|gone|looked)\b|(?:just|only|kind of|sort of) stood by\b|"
    r"(?:touch|do|start|move|say) (?:anything|a thing) (?:till|until|before) (?:she|he|they|my|"
    r"the)"
    r"\b|waited? (?:till|until) (?:my|the|our) \w+(?: \w+)? (?:came|was|got|had)\b"
)
# What somebody says to do, and its doing in the next breath: "she said bin it so i binned it".
_BIDDEN = Pattern(
    r"\b(?:he|she|they|manager|boss|supervisor|chief|lead|leader|partner|director|head|foreman|"
    r"lady|engineers?|ops|office) (?:then |just |also )?(?:said|says|goes|told me|asked me|"
    r"suggested) (?:me )?(?:i |well |just |then |now |please |right |look |okay |to |not to |"
    r"and )*"
    r"(?:bin|make|go|get|ring|call|phone|take|put|leave|stop|try|write|come|count|ask|tell|wait|"
    r"give|send|move|check|use|keep|start|hold|sit|do|can you|could you|you'd better|you have to|"
    r"you must|have you|have a|don't|add|change|cut|print|find|bring|show|read|run|turn|open|"
    r"clean|pull|fill|sign|search|delay|serve|book|look)\b"
)
_DOING = Pattern(
    r"\W*(?:(?:then |and |well |um,? |like,? |just )*(?:so|thus) |then )(?:um,? |like,? )?(?:i|"
    r"we) (?:just |then |um,? |kind of |"
    r"sort of )*(?!asked|said|told|thought|suggested|proposed|explained|refused|decided|chose|"
    r"could|would|knew|saw|noticed|found|felt|offered|argued|wanted|was|had|have|realised|"
    r"insisted|did not|didn't|don't|never|looked|pushed|think|guess|suppose|believe|mean|hope)"
    r"\w+"
)
_BOSS = (
    r"(?:he|she|they|it|legal|head office|management|dispatch|hq|headquarters|chef|(?:the|my|our|"
    r"his|her|"
    r"their|another|one) \w+(?: (?!i\b|and\b|which\b|that\b|where\b|what\b)\w+)?)"
)
_ORDER = (
    r"(?:procedure|script|list|instructions?|orders?|steps?|plans?|route|checklist|tasks?|recipe|"
    r"template|"
    r"manual|rules?|protocol|schedule|guidelines?|guidance|policy|brief|briefing|specification|"
    r"spec|rota|"
    r"handbook|drawing|map|timetable|sheet|standard|regulations?|directives?|sop|programme|"
    r"program|"
    r"workflow|process|ticket|job card|work order|run ?book|playbook|form|prompts?|signals?|"
    r"settings?|"
    r"text|example|pattern|method|agenda|memo|email|letter|note|diagram|itinerary|menu|"
    r"requirements?|"
    r"proposal|advice|lead|book)"
)
_BIDS = (
    r"(?:said|says|told|wanted|wants|asked|needed|needs|called|ordered|put|pointed|chose|chosen|"
    r"gave|given|gives|"
    r"sent|decided|required|requires|pleased|signalled|nodded|suggested|suggests|prepared|"
    r"delivered|wrote|written|"
    r"set|provided|drew|drawn|recommended|laid|picked|assigned|listed|prescribed|prescribes|"
    r"demanded|"
    r"demands|dictated|designed|planned|specified|indicated|showed|shown|advised|instructed|"
    r"requested|"
    r"expected|liked|explained|handed|left|read out|foresees|foresaw|foreseen|stated|states|"
    r"dropped|"
    r"issued|approved|marked|proposed|described|ruled|voted|went for|opted|settled|let me know|"
    r"walked me|talked me|guided me|came (?:with|up with)|waved|pushed|rang|emailed|messaged|"
    r"texted)"
)
# Work that was laid out by others, in other words: by the book, at their sign, as a duty.
_LAID_OUT = any_beginning(
    r"(?:as|like|how|the way|just as) (?!i always|everybody|everyone)(?:\w+ "
    r"){0,3}?(?:instructed|written|agreed|"
    r"planned|foreseen|"
    r"foresees|prescribed|specified|required|requires|described|laid out|laid down|set out|shown|"
    r"explained|"
    r"stated|states|says|demands|dictated|ordered|advised|scheduled|stipulated|expected|usual|"
    r"always|"
    r"told|taught|trained|directed|requested|customary|recommended|was the rule|it should "
    r"be)\b(?! "
    r"(?:that|me|us|him|her|i\b))|"
    r"(?:(?:according|in line|in accordance|in keeping)(?: \w+)? (?:to|with)|(?:going|working|"
    r"went|worked|ran|acting|acted|"
    rf"did \w+|done)(?: \w+)? (?:by|from|off|through|down|under)) "
    rf"(?:the|his|her|their|my|our|a|an|this|that|it)(?: [\w']+){{0,2}}? {_ORDER}\b|according to "
    r"(?:it|them|that)\b|"
    r"(?:follow|stuck to|stick to|kept to|keep to|execut|carried out|carry out|implement|appl|"
    r"compl[iy]|obey|adher|"
    r"fulfil|tick|recit|abid|stayed (?:with|on|within))\w* (?:(?:the|his|her|their|that|every|"
    r"each|all|"
    rf"my|our|those|these|to|with|by|out|off|from) )*(?:[\w']+ ){{0,3}}?{_ORDER}\b|"
    rf"(?:whatever|wherever|whichever|anything|everything|anywhere|each time|every time) "
    rf"(?:{_BOSS} )(?:had |have |has |then |\w+ly )?{_BIDS}\b|"
    rf"(?:what|where|how|which \w+) {_BOSS} (?:had |have |has |then |\w+ly )?"
    r"(?:said|told|wanted|asked|called|ordered|put|pointed|sent|decided|suggested|prescribed|"
    r"demanded|dictated|"
    rf"specified|instructed|requested|required|gave)\b|"
    rf"(?:when|once|whenever|as soon as|after|until) (?:{_BOSS} )(?:had |have |has )?(?:gave the|"
    r"given the|signal\w*|nod\w*|said|says|called|rang|asked|"
    rf"went green|turned green|lit up|waved|pointed|told|approved|confirmed|signed|came|"
    rf"whistled|blew|beeped|shouted|wanted|needed|finished|was ready|reached)\b|"
    rf"(?:the|every|each|all|both|those|these) (?:\w+ ){{1,3}}?(?:that |which )?{_BOSS}(?: had| "
    rf"have| has)? (?:already |then |always )?{_BIDS}\b|"
    rf"{_BOSS} (?:then |had |also |just |always |\w+ly )?{_BIDS}\b[^.;]{{0,60}}?(?:,| and| so|,? "
    r"and so|,? then)"
    r"(?: then| there| just| duly)? i (?:have |then |just |duly |always )?(?!asked|said|told|"
    r"thought|suggested|proposed|explained|"
    r"refused|decided|chose|could|would|knew|still|saw|noticed|found|felt|offered|showed|argued|"
    r"wanted|was|had|realised|"
    r"pointed|insisted|did not|didn't|never|made|called|rang|built|looked|started|began|pushed|"
    r"agreed|took)"
    r"\w+|(?:the|their|his|her|my) (?:system|screen|software|checklist|computer|app|light|manual|"
    r"scanner|"
    r"template|guide|script|procedure|programme|protocol|rule|policy|display|board) (?:\w+ "
    r")?(?:said|says|"
    r"told|suggested|suggests|prompted|asked|flashed|wanted|required|requires|prescribed|"
    r"prescribes|"
    rf"foresees|dictates|demands)\b|"
    r"(?:my|the|our) (?:only |whole |main )?(?:job|role|part|duty|responsibility|function|"
    r"contribution|bit|share) "
    r"(?:there |then |here |in (?:it|this|that|all this) )?(?:was|is) (?:just |only |simply |"
    r"mainly |purely )?(?:to|\w+ing|"
    r"that of|limited)\b|it was (?:only |just )?my (?:job|role|task|duty|responsibility|turn) to|"
    r"i (?:did|played|"
    r"completed|contributed|delivered|finished) my (?:part|bit|job|share|tasks?|duty|duties|work|"
    r"hours|shift)|"
    r"i (?:just |only |simply |mostly |mainly |then )?(?:helped(?: out)?(?: (?:where|with|by|to|"
    r"when|carry))|helped out|assisted|"
    r"took part|participated|sat in|was present|was (?:there|on hand|assigned|allocated|rostered|"
    r"put|posted|"
    r"tasked|briefed|allowed|responsible for \w+ing|supposed|meant|required|shown|handed|sent|"
    r"detailed|moved)|went along|tagged along|joined in|stood by|did as|did (?:my|the) rounds)\b|"
    r"(?:because|since|as) (?:the|my|our|that's what|they|it|this|that) (?:[\w']+ "
    rf"){{0,3}}?(?:required|requires|wanted|"
    r"demanded|asked for|prescribed|was the rule|is the rule|expected|insists?|mandat\w+|the rule|"
    r"the procedure)\b|"
    r"(?:no questions asked|as simple as that|without (?:a )?question\w*|word for word|to the "
    r"letter|line by line|"
    r"item by item|from top to bottom|one after (?:the other|another)|to the minute|by the book|"
    r"to the dot|like a robot|"
    r"on autopilot|same as (?:always|every|usual|ever)|ticked (?:off|every|each|all|the box|"
    r"boxes)|step after step|"
    rf"point by point|in the order)\b|"
    r"(?:what(?:ever)?|everything|all|else|that|next|which|items?|tasks?|jobs?) (?:else |that "
    r")?(?:was|were|stood|came|comes|appeared|is)? ?(?:up |next |due )?(?:on|off|in) (?:the|my|"
    r"his|her|our) "
    r"(?:board|list|sheet|rota|plan|screen|schedule|ticket|agenda|card|tracker|queue|roster|"
    r"calendar|inbox|tray|"
    r"instructions?)\b|(?:whatever|anything|everything|wherever|whoever)(?: i)? (?:else )?(?:was|"
    r"were|came|had been|needed|has "
    r"been) (?:\w+ )?(?:asked|told|needed|given|left|put|sent|next|up|in front|required|wanted|"
    r"handed|due|"
    r"there|agreed|decided|planned|on|in)\b|(?:had no|without (?:a|any)|not (?:my|a)) say\b|"
    r"(?:decision|choice|call|plan|it)s? (?:was|were|had been|has been) (?:\w+ )?(?:made|"
    r"taken|decided|settled|chosen|arranged|fixed) (?:by|above|elsewhere|already|before|for me|"
    r"upstairs|without)\b|(?:had|was|were) "
    r"already (?:been )?(?:decided|chosen|settled|planned|arranged|picked|set|laid|agreed|fixed|"
    r"made)\b|(?:everything|it all|all) (?:was|"
    r"had been) (?:\w+ )?(?:prepared|arranged|decided|planned|settled|set|laid out|fixed|"
    r"organised|ready|written)\b|i (?:just |simply |"
    r"then |duly |only |always |of course )*(?:complied|obeyed|nodded|agreed|executed|went along|"
    r"did (?:it|that|so|them|this|my|the "
    r"same)|carried on|played along|signed where|repeated|copied|passed|relayed|forwarded|handed "
    r"(?:out|over|it|them)|"
    r"typed|entered|filed|fetched|brought|loaded|collected|delivered|stamped|printed|logged|"
    r"updated|recorded|took down|noted|"
    r"swept|cleaned|carried|counted|distributed|circulated|scanned|stacked|sent (?:out|it|them|"
    r"on))\b|fine by me|who (?:was|am) i to|"
    r"(?:not|wasn't|isn't) (?:paid|asked|supposed|there|my job) to (?:think|question|decide|ask|"
    r"judge)|(?:that's|that was|it's|this is|it was) (?:the|our|"
    r"how|just|what) (?:\w+ )?(?:procedure|rule|policy|protocol|standard|we (?:always|usually|do)|"
    r"it (?:is|was|works)|things|done)|"
    r"(?:he|she|they|the \w+) (?:did|does|do|made|makes|had|took) (?:all )?the (?:rest|thinking|"
    r"talking|deciding|decisions?|planning|"
    r"choosing|plan)\b|took (?:it|over) from there|(?:i was|was) (?:just|only|merely) (?:the|a|an|"
    r"there)\b|(?:clicked|pressed) (?:the |ok|yes|on |in |where|"
    r"what|submit|it in|them in)|(?:at|on|under|upon|with|after|by) (?:the|his|her|their|a|my) "
    r"(?:\w+'s |\w+ )?(?:request|"
    r"command|direction|instructions?|orders?|behest|sign|signal|word|say-so|suggestion|advice|"
    r"insistence|"
    rf"supervision|guidance|approval|recommendation|nod|go-ahead|dictation)\b"
)
_OWN_STEP = any_beginning(
    r"(?:i|we) could(?:'ve| have)\b|(?:i|we) (?:\w+ ){0,2}(?:decided|chose|refused|insisted|"
    r"suggested|proposed|"
    r"argued|"
    "persuaded|pushed|stopped|designed|built|brought|offered|recommended|convinced|realised|"
    r"drew|went through|found)\b|(?:instead|rather than)\b|i(?:'d| would) rather\b|i (?:said|"
    r"told) (?!him what|her what|them what|fine|well|there|sorry)|i asked (?!him|her|them|my|the|"
    r"what)|"
    r"i asked (?:him|her|them) (?!what|how|whether|if|first)|i(?:'ve|"
    r" have)? (?:made|took|put|got|started|changed|moved|showed|gave|wrote)\b"
)
# A step of one's own in the same breath as an order: it was more than carried out.
_MORE = Pattern(
    r"\b(?:i (?:\w+ )?(?:decided|chose|refused|insisted|suggested|proposed|argued|persuaded|"
    r"designed|"
    r"built|offered|recommended)|but i|instead|i thought|and then asked|(?:i|we) could(?:'ve| "
    r"have))\b"
)
# Where the teller stood up against the order, or gave it a turn, it was not just carried out.
_STOOD_UP = Pattern(
    r"\b(?:until|in case|to (?:see|find|check)|(?:i|and) (?:then )?(?:asked|queried|questioned|"
    r"skipped|"
    r"rewrote|ranked|reordered|worked out|traced|insisted|argued|tried|weighed|compared)|but|"
    r"instead|though|although|except|myself|of my own|on my own|judg\w+|decid\w+ (?:to|"
    r"that|on|not|against)|i (?:chose|"
    r"settled|set the|set a|refused|held|stopped|checked|changed|noticed|saw|added|moved|turned|"
    r"threw|dropped|left out|cut|"
    r"swapped|served|kept|tested|wondered|doubted|warned|objected|suggested|proposed|picked|"
    r"judged)|why|earlier|tighter|further|only then|than (?:the|she|he|they)|"
    r"left (?:it|that|this) to me|up to me|my call|(?:i )?(?:asked|ask) (?:him|her|them|for|"
    r"whether|if|why)|"
    r"pointed out|unless|rather|in order|so that|which meant|my (?:own|idea|plan|choice|"
    r"decision))\b"
)
_ME = Pattern(r"\b(?:i|me|my|we|us)\b")

_LEAST = 2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = draft.plain
    told = list(draft.sentences("action"))
    carried, rest, own = [], [], 0
    before: Sentence | None = None
    for sentence in told:
        where = (said, sentence.start, sentence.end)
        more = _MORE.search(*where)
        echoed = _DOING.match(*where) and before
        done = echoed and _BIDDEN.search(said, echoed.start, echoed.end)
        before = sentence
        if not more and (done or obeyed(*where) or hesitated(*where) or _PASSED_ON.search(*where)):
            carried.append(sentence)
        else:
            own += _OWN_STEP.search(*where) is not None
            rest.append(sentence)
    if len(carried) >= _LEAST and len(carried) * 3 >= len(told) and len(carried) > own:
        yield Hit(start=carried[0].start, end=carried[0].end)
    elif len(told) >= _LEAST:
        yield from _all_laid_out(said, carried, rest)


def _all_laid_out(said: str, carried: list[Sentence], rest: list[Sentence]) -> Iterator[Hit]:
    """Yield a hit if most of the action was laid out by others, and nothing in it was chosen.

    What others laid out is told by good tellers too, so that it must fill half of the action.
    """
    found = list(carried)
    if any(_STOOD_UP.search(said, each.start, each.end) for each in carried):
        return
    others = (len(carried) + len(rest)) // 2
    for sentence in rest:
        where = (said, sentence.start, sentence.end)
        turned = _MORE.search(*where) or _STOOD_UP.search(*where)
        if not turned and _ME.search(*where) and _LAID_OUT.search(*where):
            found.append(sentence)
        elif not others or _OWN_STEP.search(*where):
            return
        else:
            others -= 1
    if len(found) >= _LEAST and len(found) * 2 >= len(carried) + len(rest):
        first = min(found, key=lambda each: each.start)
        yield Hit(start=first.start, end=first.end)


RULE = Rule(
    code="O03",
    name="no-decision",
    family="ownership",
    severity="warning",
    cost=6,
    most=6,
    message="In the action you carry out what others decided, and no choice of your own is told.",
    remedy=(
        "Name one thing that you decided, suggested or did differently of your own accord, "
        "and say why; a small one will do."
    ),
    find=_find,
)
