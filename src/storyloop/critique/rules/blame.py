"""Finds a fault that is put on somebody else.

What it does
Looks for turns that pass the fault on: "it was their fault", "he should have checked", "it wasn't
down to me", "whoever wrote it". A plain cause that lies with somebody else is no blame, nor is a
fault that you take on yourself, so "they missed the date because I had briefed them badly" is left
alone, as is anything in quotation marks.

Why
The guide's advice for conflict stories is humility, the other side heard, and no blame. A listener
who hears where the fault lay hears nothing of what you could have done about it.

Example
"The order went out twice, but that was the warehouse; somebody there should have checked it."

Use instead
"The order went out twice. The warehouse had missed it and so had I, so I added a line to the form
that both of us sign."
"""

from collections.abc import Iterator

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words, weighed
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

_STRONG = any_of(
    r"(?:his|her|their|the \w+'s|my \w+'s|somebody else's|someone else's) (?:own )?fault|fault "
    r"of (?:the|an?|their|his|her|one|some|our|somebody|someone|those|these|that)\b|fault "
    "(?:was|lay|lies) (?:in|with) (?!me|us|my|our)|(?:(?:no|any) fault of (?:my|our)|nothing "
    "to do with (?:me|my))|(?:not|wasn't|weren't|isn't|never)(?: really| even| just| entirely| "
    "all| only)* (?:my (?:own )?(?:fault|mistake|doing|error)|down to me(?! to)|just me|even "
    "from me)|(?:not|none of it) was my (?:fault|doing)|(?:down to|because of|thanks to|the "
    "fault of) whoever|(?<!to )(?<!with )(?<!for )(?<!of )whoever (?:had )?(?:let|drew|drafted|"
    "thought of|dreamt up|came up with|put|planned|wrote|built|wired|did|left|designed|set|"
    r"ordered|fitted|installed|signed|packed|bought)\b(?! (?:it )?(?:to|and|must|would|could|"
    r"can|should|has|will|is|was)\b)|whose (?:problem|fault) it (?:was|is)|(?:had|'d|they|he|"
    r"she|who) let (?:me|us|him|her|the \w+) down|(?:not one of them|none of them|hadn't|never|"
    "didn't) (?:had )?lift(?:ed)? a finger|(?:had|'d|hadn't|didn't|don't|doesn't|not|never|"
    "just|only|they|people|everybody|everyone|if he|if she) (?:ever |only |all |simply |just "
    ")?(?:did|done|doing|do) (?:his|her|their) (?:own )?jobs?(?: properly)?|dropped the ball|"
    "(?:only|just) (?:themselves|himself|herself) to blame|(?:was|were|is|are) to blame|i "
    "(?:still )?blame|(?:can't|couldn't|don't) blame me|my (?:part|side|end|work|bit)(?: of "
    "it)? (?:was|had been) (?:fine|right|correct|done|perfect)|i did (?:my (?:part|job)|"
    "everything right|nothing wrong)|what do you expect|(?:of|to|from|on) (?:their|his|her) "
    "(?:own )?(?:carelessness|negligence|sloppiness|incompetence|laziness)|brushed (?:it|us|me|"
    r"him|her) off|if (?:he|she|they|my \w+|the \w+)(?: had|'d) (?:only |just |simply |ever "
    ")?(?:listened|checked|told|done|read|looked|asked|warned|answered|bothered|tried)|how "
    "(?:was|were|am|are) (?:i|we) (?:meant|supposed|expected|to know)|how (?:could|should|can|"
    "would) (?:i|we|anyone|anybody) (?:have )?(?:possibly )?(?:known|know)|(?:can't|couldn't|"
    "couldn't even|could not|can not) be bothered(?: to)?|(?:hadn't|didn't|haven't|never|not|"
    "nobody|no one|nor|without)(?: had| has| have)?(?: even| once| ever)? (?:bother|bothers|"
    "bothered|bothering|troubled)(?= to (?:tell|look|check|read|ask|say|warn|tap|let|write|"
    "ring|call|open|clean|test|pass|mention|inform|question|count|explain|train|do)| saying| "
    r"telling| looking| checking| reading)|wouldn't (?:even )?give (?:it|me|us|the \w+|this|my "
    r"\w+) a (?:chance|try|go)|(?:wasn't|weren't|was not|were not|isn't|just not|simply not) "
    "(?:just |simply |really )?ready for (?:it|me|this|that|my|such|something|the idea|change)|"
    "(?:owing|due|thanks) to (?:the |a |an |my |our |some )?(?:[a-z'-]+ ){1,7}?(?:not "
    "(?:looking|checking|reading|doing|paying|following|telling|passing|having|listening)|"
    "failing to|who (?:hadn't|had not|forgot|had forgotten|didn't|never|couldn't))|(?:owing|"
    "due|thanks) to (?:the |a |an |some |his |her |their )(?:[a-z'-]+ ){0,4}?(?:carelessness|"
    "negligence|mistakes?|errors?|incompetence|sloppiness|inattention|stupidity)|(?:had|have|"
    r"has|made) (?:him|her|them|\w+)? ?(?:to )?answer for (?:it|that|this)|(?:had|have|with|"
    "given) (?:every|plenty of|ample) (?:chance|opportunity|opportunities|warning) to (?!me)|"
    "whose (?:job|business|responsibility|duty|task) (?:it|that|this) (?:is|was|plainly|"
    "clearly|really|surely|had)|(?:which|and) (?:they|he|she)(?:'re| are|'s| is| was| were|'d| "
    "wasn't| weren't) (?:not )?(?:really )?(?:supposed|meant|allowed) to(?=[.,;]|$| do| and| "
    "but| so)|(?:fault|blame|mistake|error|problem|responsibility)(?: clearly| really| plainly|"
    " obviously)? (?:was|lay|lies|is|sits|sat) (?:there(?! was| were)(?=[.,;]|$)|theirs|his|"
    "hers|with (?:the|him|her|them|management|head office|planning|sales)|elsewhere|on "
    "(?:their|his|her|the other) side|upstream|at (?:their|his|her) (?:end|door))|(?:can't|"
    "couldn't|could not|cannot|can not) (?:possibly )?have (?:looked|checked|read|listened|"
    "been (?:looking|listening|paying|reading|awake|concentrating))|(?:had|has|have) "
    "(?:prepared|checked|tested|planned) nothing|would(?:'ve| have) (?:been|gone|worked|won|"
    "finished|passed|turned out) (?:a |an |much |far |all |absolutely |perfectly )*(?:fine|"
    r"better|first|perfect\w*|faster|quicker|smoother|on time|well|right|okay|ok|sooner|"
    r"distinction|success)[^.;\n]{0,15} (?:without (?:him|her|them|that|his|their|the|all)|if "
    r"(?:it (?:wasn't|weren't|hadn't been) for|he|she|they|the \w+ had|people had|somebody had)|"
    "but for|had (?:he|she|they))|(?:that|this|it)(?:'s| is| was) (?:all |entirely |really |"
    "totally |purely )?(?:on|down to|because of) (?:him|her|them|the supplier|the contractor|"
    r"the other \w+|management|head office|sales|purchasing|the client|planning)(?=[.,;]|$| and|"
    " not| really)|(?:was|is|were) (?:all |really |entirely |mostly |purely )*down to (?:him|"
    "her|them|the (?:other|night|day|previous|last|warehouse|supplier|client|contractor|agency|"
    "office|planners?|manufacturer|council|drivers?|nurses?|doctors?|teachers?|parents?|"
    "customers?))|(?:was|is|were|it's|that's) (?:the |their |his |her )?[a-z']{2,15}(?: "
    r"[a-z']{2,15})?(?: fault| mistake| job)?, not (?:me|us|my \w+)(?=[.,;]|$| who| that)|"
    "(?:can't|couldn't|cannot|could not|shouldn't) be (?:blamed|held responsible|expected to "
    "(?:know|see|guess|check|watch))|i (?:had |'d )?(?:done|did|followed) (?:everything|it all|"
    "all) (?:right|by the book|correctly|properly|as i should|i was told|i could)|(?:i|we) "
    "(?:only|just|simply) (?:did|followed|was following|was doing|were doing) (?:what|as|the "
    "(?:instructions|procedure|plan|rules|orders)) ?(?:i|we|they|he|she|it)?(?: was| were|'d "
    "been)?(?: told)?(?=[.,;]|$)|set (?:me|us) up to fail|(?<!said )(?<!says )(?:it|this|that) "
    "(?:was|is) (?:clearly |plainly |obviously |really |simply |entirely |actually |of course |"
    r"all )*(?:his|her|their|the (?!fault)\w+'s|somebody else's|someone else's) (?:own "
    ")?(?:mistake|error|fault|doing|failure|oversight|negligence)|(?:my |the "
    ")?(?:predecessors?|people before me|man before me|woman before me|last manager|previous "
    "(?:manager|team|owner|shift|contractor|agency|worker|supplier|teacher))(?: had| have| "
    "has)? (?:never|left (?:me|us|it|everything|a|behind)|failed|neglected|made a mess|messed|"
    "let|hadn't|didn't|couldn't|simply|got)|must have known|i (?:don't|do not|didn't|can't|"
    "won't|couldn't) (?:really )?(?:feel|think|see|accept|believe)(?: that)? (?:it|this|that|"
    "how) (?:was|is|were) (?:really |all |entirely )?(?:my|on me|down to me|mine|i)(?: fault| "
    "doing| mistake| error| responsibility|(?=[.,;]|$))|i (?:refuse|refused|wasn't going|am "
    "not going|'m not going) to (?:take|carry|accept) the blame|(?:i was|we were|i'd been|i've "
    "been|i got|we got|i had been|we had been|have been) (?:badly )?(?:let down|misled|"
    "misinformed|lied to|given the wrong|given wrong|sold a)(?! myself)|(?:had|has|have) "
    "(?:badly |really |simply |all )?let (?:me|us|everyone|the side|the team|the whole) (?:all "
    ")?down|(?:the|a) (?:real|true|only|whole) (?:culprits?|guilty)|(?:made|make|makes|making) "
    "(?:a |such a |complete |total )?(?:mess|hash|pig's ear|dog's dinner|botch)(?: of)?(?= it| "
    "that| the|[.,;]|$)|(?:botched|bungled|fluffed|bodged|messed up|screwed up|cocked up)(?= "
    "by| the| it)|because of (?:him|this man|that man|that woman|this woman|these people|those "
    "people|somebody else|someone else)(?=[.,;]|$| the| we| i| my| our| it| and)|(?:other "
    "people's|somebody else's|someone else's|his|her|their) (?:own )?(?:mess|incompetence|"
    "carelessness|negligence|sloppy work|sloppiness|laziness|blunder|cock-up|shoddy work)|"
    r"(?:clear|clean)\w* up (?:after (?:him|her|them|other people)|(?:his|her|their|somebody "
    "else's|someone else's|other people's) mess)|(?:it|which|that) (?:happens|happened|goes "
    "wrong) (?:constantly|all the time|every time|each time) (?:with|in) (?:that|those|these|"
    "them|him|her)|nothing (?:that )?(?:i|we) could(?:'ve| have) done|jumped to (?:a |the "
    ")?(?:wrong )?conclusions?|(?:is|was|are) (?:because|that) (?:the )?(?:young |european |"
    "other |foreign |new )?(?:students|people|workers|drivers|parents|colleagues|customers|"
    "clients|boys|girls|they)(?: today| these days| there)? (?:don't|do not|didn't|can't|never|"
    "won't) (?:learn|care|want|know how|clean|read|listen|check)|it was (?:he|she|they|him|her|"
    r"them|the \w+) (?:who|that) (?:had |'d )?(?:left|forgot|forgotten|broke|broken|caused|lost|"
    "mislaid|missed|messed|ruined|started|made the (?:mistake|error)|got it wrong|set it wrong|"
    "mixed)|(?:clearly|obviously|plainly|simply|evidently) (?:hadn't|had not|never|didn't) "
    "(?:been )?(?:thought|looked|checked|read|listened|tested|understood|know|care|bother)|"
    "(?:people|men|women|crews|colleagues|somebody|someone) like (?:him|her|them|that) (?:are|"
    r"were|is|was) the (?:\w+ )?reason|(?:nobody|no one|none of them|not one of them)(?: "
    "[a-z-]+){1,6} (?:had |has )(?:ever |even |once )?bothered to|(?:that's|it's|this is|that "
    "was|it was|which is|which was)(?:,? (?:sort of|kind of|really|obviously|honestly|all|"
    "entirely|i think|you know|i suppose))*,? on (?:him|her|them|management|the supplier|the "
    "office)(?=[.,;]|$| and| not)|(?:that's|it's|that was|it was|that is)(?:,? (?:you know|"
    "really|just|honestly|simply))*,? not on me(?=[.,;]|$| and| it)|where the (?:fault|blame|"
    "mistake|error) (?:was|lay|is|sat)|(?:through|by|from|owing to|because of|thanks to) "
    r"(?:their|his|her|somebody's|someone's|other people's|the \w+'s) (?:own )?(?:mistakes?|"
    "errors?|faults?|carelessness|neglect|negligence|omission|oversight|delay|laziness)|being "
    "(?:hers|theirs|his)(?=[.,;]|$)|all because (?:one|some|a|an|that|of one|of some|of a) "
    r"(?:\w+ )?(?:man|woman|person|people|idiot|manager|colleague|lad|girl|somebody|someone)|"
    r"because of (?:what|how) (?:he|she|they|the \w+) (?:had |'d )?(?:done|did|said|left|"
    "written|forgotten|planned)|because of (?:these|those) (?:two|people|three|men|women|"
    "clients|colleagues)|(?<!i )(?<!we )could(?: perfectly well| very well| easily| just as "
    "well| quite easily)(?: have|'ve) (?:warned|told|said|checked|asked|done|looked|seen|rung|"
    "waited)|had (?:they|he|she|anyone|anybody|somebody|someone)(?: only| ever| once)? "
    "(?:bothered|looked|checked|listened|asked|read|cared|told|thought)|(?:i|me) (?:got|had|"
    "took|get|gets?) (?:all )?(?:the blame|blamed)|(?:was|is|got) put down to me|(?:hadn't|had "
    "not|didn't|did not) (?:mostly |really |even )?(?:put|made) (?:in )?(?:the|any|an) effort|"
    "mostly not put in the effort|in breach of (?:common|all) sense|they are paid for|(?:he|"
    r"she|they)(?:'s| is|'re| are| was| were) paid to(?= \w+[.,;]| do)"
)
_WEAK = any_of(
    "(?:nobody|no one|no-one)(?: had|'d)?(?: even| ever)? (?:told|warned|briefed|explained|"
    "trained|showed|shown|informed)(?: to)? (?:me|us)|(?:they|he|she|who) never (?:said|told|"
    "asked|checked|came|warned|answered)|i (?:was|had|'d|wasn't|hadn't)(?: been)? (?:never |"
    "not )?(?:properly )?(?:been )?(?:trained|briefed|warned)|(?:set up|built|done|wired|"
    "planned|made|written|filed|packed|run|designed|organised|labelled|translated) (?:so |very "
    ")?(?:badly|wrongly|carelessly)|badly (?:set|built|made|written|designed|organised|"
    "planned)|(?:had )?set it wrong|somebody (?:had )?(?:left|forgotten|forgot)|without "
    "(?:looking|reading|checking|testing|even)|as they (?:always )?do|that(?:'s| was) them|"
    "(?:more|rather) with (?:her|him|them) than|that's (?:what they're there for|his job|her "
    "job|their job)|clear whose|that was (?:the|because the|because) (?:drawings|roster|"
    r"software|system|planners?|suppliers?|drivers?|office|it|\w+ went|\w+ had)|(?:gave|given|"
    "sent) (?:me|us) the wrong|wrong (?:information|figures|address|numbers|instructions) from|"
    "don't (?:wipe|check|read|listen|care)|every opportunity|supposed to check|(?<!is )meant "
    "to (?:check|catch|pick|spot|notice)|had it in writing|i've got that in writing|will ever "
    "admit|pin it on|what they were doing|not (?:really )?my (?:job|problem)|before my time|"
    "(?<!they )(?<!he )(?<!she )(?<!who )(?:hadn't|had not|haven't|wasn't|weren't) (?:been "
    ")?(?:told|warned|briefed|shown|trained)(?: of| about| that)?|(?:nobody|no one) (?:from|in|"
    r"at|on) the \w+ had|(?:nobody|no one)(?:'d| had)? (?:ever )?(?:opened|said (?:anything|so|"
    "it|that)|thought of|spotted|noticed|checked|mentioned)|they knew|he knew perfectly|she "
    "knew perfectly|(?:they|he|she|who|downstairs|upstairs)(?:'d| had| have)? (?:also |again |"
    "simply |completely )?failed to|(?:was|is) (?:plainly |clearly |really )?(?:his|her|their) "
    "(?:job|responsibility|duty|task)|(?:it's|it is|it was|that's|that was|because it's) "
    r"(?:his|her|their|the \w+'s) (?:job|responsibility|duty) to|no thanks to|(?:did not|didn't|"
    "do not|don't|does not|doesn't) care to|(?:they|he|she) (?:did not|didn't|do not|don't|"
    "does not|doesn't) (?:care|listen)|(?:i|we) (?:had|'d) (?:always |already |repeatedly "
    ")?(?:said|warned|told them|told him|told her)|never (?:showed|shown|trained|told|warned)|"
    "(?:his|her|their) (?:only )?excuse|pass(?:ed|ing) the buck|finger[- ]pointing|(?<!my "
    ")(?<!my own )(?:carelessness|negligence|incompetence|sloppiness)|(?:weren't|wasn't|not) "
    "(?:even )?(?:paying attention|concentrating|looking properly|listening|checking)|as ever "
    "had to|had to be (?:asked|told|reminded) (?:two|three|four|several|many|ten) times|which "
    "(?:nobody|no one) had (?:thought|bothered|noticed|told|checked)|(?:nobody|no one) (?:had "
    ")?(?:told|taught|showed|shown) (?:me|us)|(?:that )?they must (?:have|be)|(?:has|have|had) "
    "to improve|(?:made|written|built|done|designed) (?:very |so |extremely )?badly|not (?:a "
    r"thing|something) for an? \w+|dumped (?:it |that )?on me|(?:at home|in their \w+),? they "
    "don't|would be blamed|they'd put me on my own|they put me on my own|my (?:mentor|"
    "supervisor|manager|boss)(?: that| who)? (?:was|is) (?:meant|supposed) to|(?:was|were) "
    "(?:meant|supposed) to (?:support|help|train|show|watch|supervise|check|tell|brief)|some "
    "people (?:will|just|always)|(?<!i )(?:simply|just) (?:put|left|forgot|ignored)|(?:logical|"
    "no wonder|not surprising|obvious) that (?:the|they|it)|(?:or |and )?(?:so|then) it's my "
    "(?:problem|fault)|you(?:'d| would) think (?:they|he|she|somebody|someone)|(?:really "
    ")?ought to have known|(?:his|her|their) (?:doing|mistake|error|oversight)(?=[.,;]|$)|"
    "(?:the )?(?:culprits?|guilty party)|(?:lied|forgot|forgotten) (?:to me|to tell|to pass|to "
    "mention|to say)|kept (?:it|that|this) (?:from me|to (?:himself|herself|themselves))|"
    "(?:gave|giving|given) (?:me|us) (?:the )?(?:bad|poor|wrong|false|incomplete)|(?:too late|"
    "at the last (?:minute|moment)) (?:by|from|because)|took (?:far )?too long to|took (?:them|"
    "him|her) (?:weeks|days|hours|months)|(?:nobody|no one)(?:'d| had) (?:even )?asked us|"
    r"(?<!\bi )(?<!\bwe )(?<!you )(?<!it )(?:had not|hadn't|did not|didn't|do not|don't|never|"
    "won't|wouldn't)(?: had)?(?: even| ever| once| really)? (?:check|tell us|tell me|tell "
    "anyone|tell anybody|think|listen|warn|mention|train|bother|inform|label|close|lock|pass "
    "it on|test|help|clean|checked|told us|told me|told anyone|told anybody|thought to|warned|"
    "mentioned|trained|bothered|informed|labelled|closed|locked|passed it on|tested|helped|"
    "cleaned)(?! me| us what| if)|(?:had |have |'d |has )?(?:gone and|went and|goes and|go "
    "and) (?:bought|buys|sold|promised|changed|done|told|said|put|moved|booked|signed|left|"
    "switched|ordered|agreed|renamed|taken|took|given|gave|made)|without (?:asking|telling|"
    "warning|consulting|informing|a word to|so much as) (?:anyone|anybody|us|a|any)|(?:nobody|"
    "no one|none of them|not one of them|neither of them)(?: (?:had|ever|else|there|even|in "
    r"the \w+)){0,3} (?:bothered|could be bothered)|before me(?:,? who|,? in my| hadn't| had "
    "(?:never|not|left|let|just))|(?:someone|somebody) (?:had |has )?(?:must have|decided|"
    "forgot|forgotten|couldn't|hadn't|didn't)|(?:nobody|no one) (?:shows|showed|had shown|"
    "tells|told|trained|had trained|'d shown|'d trained) (?:me|you|us)|(?:hadn't|hadn't,|had "
    "not|haven't|never) (?:really |even )?(?:put|written|marked|entered|noted) (?:that |it |"
    r"this |anything )?(?:in|on|anywhere|down)\b|should never have|(?:should|ought to) (?:know|"
    "be able to)(?! by)|tend not to|which was (?:his|her|their) idea|that's the software|which "
    r"is the software|the (?:system|software) (?:doesn't|didn't|just|should|never) \w+|"
    "had(?:n't)? let (?:me|us)|they'd put me on|left me on my own|leave things alone|will not "
    r"be told|never (?:did|does|clean\w*|check\w*|ask\w*|look\w*|listen\w*|thinks?|thought|"
    "said) (?:a (?:single )?thing|anything|anyone|anybody)"
)
# Somebody ought to have acted: the teller, a thing, or a rule is not somebody.
_OUGHT = Pattern(
    r"\b(?!(?:i|maybe|perhaps|probably|we|you|it|that|this|there|tests?|checks?|alarms?|alerts?|"
    r"systems?|scripts?|reviews?|process|sensors?|forms?|lists?|signs?|pumps?|valves?)\b)[\w'-]+ "
    r"(?:(?:really|simply|surely|probably|also|clearly|obviously|certainly|frankly|of course) "
    r"){0,2}"
    r"(?:should|ought(?: really)? to|could at least|could have at least|might at least)(?:n't)?"
    r"(?: (?:of course|also|really|never|at least|clearly|obviously|surely|simply|just|by rights|"
    r"normally|in my opinion|perhaps|always|not))*(?:'ve| have|(?<=have at least))"
    r"(?: (?:really|at least|never|simply|just|also|not|all|better)){0,2} (?:known|checked|"
    r"spotted|seen|caught|tested|read|told|warned|noticed|asked|looked|done|put|more|paid|realised|"
    r"stopped|taken|given|let|left|made|thought|planned|sent|said|trained|signed|written|called|"
    r"rung|reported|listened|informed|explained|prepared|organised|brought|kept|labelled|locked|"
    r"closed|cleaned|charged|plugged|watched|helped|supported|understood|spoken|passed|flagged|"
    r"remembered|counted|updated|replaced|repaired|fixed|mended|double-checked|followed|confirmed|"
    r"shown|thrown|dealt|got|had|gone|come|turned|been (?:more|paying|looking|watching|there))\b"
    r"|\b(?:which|who|they|he|she) (?:really )?shouldn't(?: have|'ve)?(?=[ .,;]|$)(?! (?:be|go|do|"
    r"have to)\b)|\b(?:he|she|they|who|\w+s|parents|colleague|firm) (?:really )?ought to have known"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = own_words(draft.text)
    if "should" in said or "ought" in said:
        for match in _OUGHT.finditer(said):
            yield Hit(start=match.start(), end=match.end())
    yield from weighed(said, _STRONG, _WEAK)


RULE = Rule(
    code="P01",
    name="blame",
    family="people",
    severity="warning",
    cost=5,
    most=10,
    message="This puts the fault on somebody else.",
    remedy="Say plainly what happened, without the verdict, then what you missed or could have "
    "done, and what you did next.",
    find=_find,
)
