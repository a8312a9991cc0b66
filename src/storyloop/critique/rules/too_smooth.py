"""Nothing at all goes against the teller.

What it does
Looks for sentences that say how smoothly everything went ("without a hitch", "everybody was on
board at once", "exactly as planned"). It reports the first of them when the text has none of the
words that tell of an obstacle: something that failed, somebody who objected, what it cost, what was
lost, a second try. A long list of points is reported without such a sentence too, if nothing in it
turns: no "but", no reason, no refusal, no cost.

Why
Interviewers listen for how you behave when something resists. An answer in which nothing does
sounds arranged, and it leaves the most interesting part of the work untold. The reply is usually
a probe: "And what went wrong?"

Example
"I presented the new rota, everyone agreed at once, and it has run without a hitch ever since."

Use instead
"I presented the new rota. Two of the night porters refused it, so I changed the hand-over for
them, and after that it held."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.figures import lowered
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Sentence

_ALL = r"(?:everyone|everybody|they all|we all|all of (?:them|us)|the whole \w+|all|people|staff)"
_AT_ONCE = (
    r"(?:at once|immediately|straight ?(?:away|off)|right away|instantly|from day one|"
    r"from the (?:very )?(?:start|first|beginning|outset|word go|off)|first time|on the spot|"
    r"when asked|without hesitation)"
)
_SMOOTH = re.compile(
    r"\b(?=[a-z])(?:\bwithout (?:a |an |any |the |one |further |major |a single )*(?:hitch|murmur|"
    r"problems?|"
    r"issues?|complications?|difficult\w+|trouble|incidents?|objections?|remarks?|hiccups?|"
    r"resistance|glitch(?:es)?|snags?|change|setbacks?|fuss|question|complaints? from any\w+)\b"
    r"|\b(?:no|zero|not one|not a single) (?:issues?|objections?|difficult(?:y|ies)|problems?|"
    r"resistance|complications?|hiccups?|surprises|push-?back|setbacks?|obstacles?|glitch(?:es)?|"
    r"incidents?)\b"
    r"|\b(?:exactly|entirely|all|just|precisely|perfectly) (?:as|to|according to) plan(?:ned)?\b"
    r"|\b(?:everything|all|it all|things|it) (?:was |went |ran |worked )?(?:to|as|according to|"
    r"exactly as) plan(?:ned)?\b"
    r"|\b(?:live|launched|started|opened|completed|delivered|finished|ready|done)\b[^.;\n]{0,24} "
    r"as planned\b"
    r"|\b(?:bought in|on board|agreed|adopted it|accepted it|behind it|in favour|understood|got it|"
    rf"took to it|loved it|said yes|switched|signed up|came round|supported it)\b[^.;\n]{{0,24}} "
    rf"{_AT_ONCE}\b"
    rf"|\b(?:buy-in|bought into|aligned|embraced|agreed)\b[^.;\n]{{0,40}} {_AT_ONCE}\b"
    r"|\bunderst\w+ (?:all |everything |it )?(?:immediately|at once|already in the first)\b"
    r"|\bat no (?:point|time|stage) [^.;]{0,20}\b(?:difficult\w+|problems?|issues?|resistance|"
    r"doubt)\b"
    r"|\b(?:went|ran|worked|goes|gone|going|flowed) (?:very |really |so |all |just |extremely |"
    r"perfectly |completely |absolutely )?(?:smoothly|perfectly|great|brilliantly|beautifully|"
    r"flawlessly|seamlessly|swimmingly|like clockwork|like a dream|like a charm)\b"
    r"|\b(?:this|it|that|everything|all) (?:also |all |really )?worked (?:out )?very well\b"
    r"|\bhit the ground running\b|\b(?:obstacles?|problems?|difficulties|hurdles?)\b[^.;]{0,40} "
    r"never (?:came up|arose|materialised|appeared|happened)\b"
    r"|\bnever came off\b|\b(?:fell|falls|fall|slotted) (?:neatly )?into place\b"
    r"|\bplain sailing\b|\b(?:it was|was all|all|pretty|really|so) (?:quite |very |dead |that )?"
    r"(?:straightforward|painless|easy)\b(?! to)|\bpiece of cake\b|\bcame (?:very "
    r")?natural(?:ly)?\b"
    r"|\b(?:great|well|smooth\w*|fine|brilliant\w*) from start to finish\b"
    r"|\b(?:welcomed|loved|liked|accepted|adopted|approved) (?:\w+ )?by (?:everyone|everybody|"
    r"all)\b"
    rf"|\b{_ALL} (?:was|were|is|are) (?:\w+ )?(?:on board|in favour|behind (?:it|me|us)|aligned|"
    r"delighted|convinced|relieved|enthusiastic|supportive|keen|thrilled)\b"
    r"|\bgood relations with (?:all|everyone|everybody)\b"
    r"|\b(?:nobody|no one|no-one|no \w+|none(?: of \w+(?: \w+)?)?|not (?:a|one)(?: single)? "
    r"(?:soul|person|word|one|\w+)|never "
    r"anyone|hardly anyone) (?:ever |even |had |has |really |seriously )*(?:object|complain|mind|"
    r"argu|resist|disagree|protest|grumbl|"
    r"oppos|refus|question(?:ed|s) (?:it|me|the)|push(?:ed)? back|rais(?:ed|es) (?:an?|any|even)|"
    r"had (?:any|an|a) (?:objection|problem|"
    r"issue|question|doubt|complaint)|said (?:no|a word)|fail|went wrong|left|quit|dissent|hesitat|"
    r"doubt(?:ed)? (?:it|me|us))\w*"
    r"|\bnothing (?:\w+ ){0,2}?(?:went|goes|gone|got|came|broke|failed|happened|stood|could|had "
    r"gone) (?:wrong|in (?:the|my|our) way|up|"
    r"have been easier|stop|against|off|amiss|bad)\w*"
    r"|\b(?:no|zero|little|without|never|hardly any|free of) (?:\w+ )?(?:bother|fuss|drama|stress|"
    r"trouble|friction|sweat|hassle|fights?|"
    r"conflicts?|arguments?|debate|worries|opposition|protests?|grumbling|hitch(?:es)?|bumps?|"
    r"tears|headaches?|questions asked|"
    r"complaints? (?:at all|whatsoever|from any\w+))\b"
    r"|\b(?:problems?|conflicts?|difficult(?:y|ies)|objections?|trouble|arguments?|obstacles?|"
    r"issues?|resistance) (?:i|we|there) (?:did not|"
    r"didn't|never|had none|were none|was none)\b"
    r"|\b(?:process|everything|all|it|transition|launch|project|event|move|change|switch|work|"
    r"cooperation|thing|rollout|operation|"
    r"handover|migration|implementation|opening) (?:was|were|went|ran|has been|had been|turned out|"
    r"proved|is)(?: \w+)? (?:smooth|flawless|perfect|"
    r"seamless|painless|effortless|hassle-free|faultless|problem-free|trouble-free|textbook|off "
    r"(?:beautifully|well|perfectly|smoothly|fine|"
    r"brilliantly|like)|well)(?:ly)?\b(?=[,.;:!)]|$|\n| and| from| for| all| again)"
    r"|\b(?:flawless|seamless|effortless|faultless|frictionless|problem-free|trouble-free|painless|"
    r"unanimous|like clockwork|"
    r"without effort|with (?:great )?ease|child's play|smooth sailing|a breeze|a doddle|a cinch|"
    r"walk in the park|no-brainer|cakewalk|"
    r"plain sailing|done and dusted|easy as pie|easy-peasy|like (?:a dream|a charm|a glove|magic|"
    r"butter|silk|a well-oiled))\b"
    r"|\b(?:smooth|flawless|seamless|effortless|faultless|painless|unanimous)ly\b"
    r"|\b(?:fell|fall|falls|fallen|slotted|clicked|came|fit|fitted|snapped) (?:all )?(?:neatly |"
    r"right |straight |just |perfectly )*(?:into place|"
    r"perfectly|together|with (?:the|them|everyone|everybody))\b"
    r"|\b(?:whatever|everything|anything|every\w* \w+|all) (?:that )?(?:i|we) (?:\w+ )?(?:tried|"
    r"did|touched|proposed|suggested|planned|made|cooked|"
    r"asked|wanted)(?: \w+){0,5} (?:worked|came off|succeeded|sold|was accepted|was approved|went|"
    r"turned|came true|paid off|got)\b"
    r"|\b(?:exactly|precisely|just|perfectly) (?:how|as|what|the way|like) (?:i|we|it|she|he|they|"
    r"the \w+)(?:'d| had| was| were)? (?:\w+ )?(?:drawn|"
    r"planned|imagined|expected|hoped|wanted|predicted|calculated|designed|promised|agreed|been|"
    r"meant|thought|pictured|sketched)\w*"
    r"|\b(?:as|just as|like|what) (?:i(?:'d)?|we(?:'d)?|everyone) (?:had |have )?(?:expected|"
    r"predicted|planned|hoped|foreseen|thought|known)\b|(?<![a-z] )as "
    r"(?:expected|planned|predicted|hoped|foreseen|scheduled)\b"
    r"|\b(?:first|very first|initial) (?:guess|try|attempt|go|draft|version|idea|shot|thought|"
    r"design|run|test|prototype|solution|proposal)\b"
    r"[^.;]{0,40}\b(?:right|worked|correct|accepted|approved|perfect\w*|passed|fitted|fit|did it|"
    r"succeeded|signed|the one)\b"
    r"|\b(?:worked|passed|succeeded|accepted|approved|signed|sold|ran|started|compiled|right|"
    r"correct|agreed|yes|fine|perfect\w*) (?:\w+ ){0,2}?(?:first "
    r"time|at the first|on the first|at first (?:try|go|attempt)|from the (?:first|start|beginning|"
    r"outset)|straight ?away|straight off|instantly|"
    r"immediately|at once|from (?:minute|day|second|hour|week|lesson) one|on the spot)\b"
    r"|\b(?:took (?:to|up)|welcomed|embraced|accepted|adopted|loved|liked|understood|bought|signed|"
    r"approved|agreed|jumped|went along|cooperated|"
    r"co-operated|obliged|complied|responded|followed|joined|switched|moved|gave|said yes|"
    r"changed)\b[^.;\n]{0,32} (?:instantly|immediately|at once|straight "
    r"?away|right away|happily|gladly|willingly|readily|without (?:a )?(?:word|thought|blinking|"
    r"hesitat\w+|discussion)|from (?:minute|day|lesson|week) "
    r"one|enthusiastically|wholeheartedly|with open arms|with enthusiasm|like ducks?|on the spot|"
    r"with pleasure|with a smile|no problem)\b"
    r"|\b(?:happily|gladly|willingly|readily|eagerly|enthusiastically|unanimously|wholeheartedly|"
    r"easily) (?:\w+ )?(?:agreed|accepted|signed|adopted|"
    r"switched|joined|took|followed|approved|changed|moved|gave|helped|cooperated|supported|"
    r"welcomed|came|did|found|solved|fixed|won|"
    r"convinced|persuaded|embraced|put|fitted)\b|\b(?:agreed|accepted|switched|signed|joined|"
    r"adopted)\w* (?:over )?(?:happily|gladly|willingly|readily|easily)\b"
    r"|\b(?:very|all|so|really|extremely|super|incredibly|entirely|completely|always) (?:\w+ "
    r")?(?:cooperative|co-operative|helpful|supportive|"
    r"understanding|obliging|accommodating|enthusiastic|receptive|delighted|thrilled|easy to "
    r"(?:work|convince|persuade)|on my side)\b"
    r"|\b(?:convinc|persuad|get|gett|win|sell|explain)\w* (?:\w+ ){1,5}?(?:took|was|were|needed) "
    r"(?:me |us )?(?:\w+ )?(?:all of|only|just|no more|less|barely|"
    r"hardly|no|under|easy|a matter|the work|five|two|ten|one|simple|quick|no time|nothing)\b"
    r"|\b(?:pull(?:ed|s|ing)?) (?:together|(?:on|in|at) the same)\b|\b(?:all|everybody|everyone|"
    r"we) (?:\w+ )?(?:of one mind|singing from|rowing|"
    r"on the same (?:page|side|wavelength))\b"
    r"|\b(?:only|just|simply|merely) had to (?:press|click|push|sign|ask|say|plug|copy|turn|show|"
    r"put|tell|switch|wait|follow|repeat|add)\b"
    r"|\b(?:couldn't|could not|can't|cannot) have (?:gone|been|asked|wished|hoped|worked|run) "
    r"(?:any )?(?:better|smoother|easier|more|for (?:a |any)?)\w*"
    r"|\b(?:solution|answer|cause|way|reason|fault|choice|fix|right \w+|decision|plan) (?:was|were|"
    r"seemed|is) (?:\w+ )?(?:obvious|clear|simple|easy|evident|"
    r"straightforward|at hand|right there|immediate\w*)\b(?! that| to see| from| only| once)"
    r"|\b(?:happy|delighted|pleased|thrilled|satisfied)[,;] (?:and )?(?:the |my |our )?(?:\w+ "
    r"){1,3}(?:was|were) (?:\w+ )?(?:happy|delighted|pleased|thrilled|"
    r"satisfied)\b|\b(?:under|within|in|on|ahead of) (?:budget|schedule)[^.;]{0,30}\b(?:and|on top|"
    r"plus)[^.;]{0,20}\b(?:time|early|budget|schedule)\b"
    r"|\bevery(?:body|one|thing)(?: else)? (?:was|were|went|worked|liked|did (?:their|his|what)|"
    r"came|played|helped|wanted|knew|cooperated|did exactly)"
    r"(?: \w+)? (?:happy|perfect\w*|as|fine|well|great|part|ready|together|along|it|exactly|in "
    r"love|first|excellent|wonderful|brilliant\w*|beautifully)\b"
    rf"|\b{_ALL} (?:just )?(?:agreed|switched|clapped|loved it|got it (?:straight|at once|"
    rf"immediately)|joined in|said yes|pulled "
    r"together)\b)",
)
# A list of so many points has room for one that went wrong; a few lines may not.
_MANY = 8
_POINT = re.compile(r"\s*(?:[-*•‣–]|\d{1,2}[.)]) |[^\n]{1,200}\n(?!\n)")
_TURN = re.compile(
    r"\b(?:but|although|though|however|instead|rather|none|never|said no|only|again|second|third|"
    r"still|costs?|slow\w*|problem\w*|reluctan\w*|reject\w*|declin\w*|grumbl\w*|risk\w*|out of|"
    r"empty|under pressure|behind|waited|errors?|because|since|too|hate[sd]?|wanted|would|at first|"
    r"came round|persuad\w+|convinc\w+|negotiat\w+|swap\w*|nobody|until|unless|short)\b"
)
_AGAINST = re.compile(
    r"\b(?=[a-z])(?:however,|unfortunately|despite|except|refus\w+|object(?:ed|ion)|"
    r"argu\w+|disagree\w*|pushback|push-back|resist\w*|complain\w*(?! (?:is|are|were|was|have|has|"
    r"fell|dropp|down|went|came|from|per|a ))|angry|cross|annoyed|grumbl\w+|"
    r"fail\w*|broke|broken|wrong|my mistake|late(?! (?:morning|afternoon|evening|spring|summer|"
    r"autumn|winter))|delay\w*|missed|lost|losing|lose|cost us|hard(?! work)|difficult|"
    r"stuck|crash\w*|worse|worst|snag|leak\w*|second (?:try|go|attempt)|too (?:slow|late|few|"
    r"little)|didn't|wouldn't|couldn't|did not|would not|could not|not happy|had to (?:stop|"
    r"start|redo|give)|overran|short of|afraid|worried|frightened|sorry|apolog\w+|sceptic\w*|"
    r"doubt(?:ed|s|ful)?|unhappy|upset|panic\w*|quit|shout\w*|trouble|struggl\w*|turned (?:me|us|"
    r"it) down|"
    # what somebody did against it
    r"ignor\w+|(?:was|were|been|got) rejected|reject(?:ed|s) (?:it|me|us|my|our|the (?:idea|plan|"
    r"change|offer|first))|declin\w+|walked out|stormed|pulled out|backed out|dropped out|fell out|"
    r"withdr[ea]w\w*|resign\w*|"
    r"cancel\w*|adjourn\w*|postpon\w*|strikes?|struck|protest\w*|oppos\w+|hesitat\w+|reluctan\w*|"
    r"hostile|"
    r"dead set|dead against|against (?:it|me|us|the (?:idea|plan|change))|changed (?:her|his|their|"
    r"its) minds?|threaten\w*|"
    r"blam\w+|distrust\w*|mistrust\w*|mock\w*|laughed at|sworn?|swore|cried|in tears|furious|"
    r"hat(?:ed|es)|rolled (?:his|her|their) eyes|"
    r"grudging\w*|stubborn\w*|flatly|sceptics?|critics?|criticis\w+|accus\w+|sabotag\w*|"
    r"undermin\w*|blocked|veto\w*|never (?:came|"
    r"answered|replied|turned|used|saw|took|got)|kept (?:us|me|them) (?:out|waiting|up)|turned up "
    r"late|"
    # what broke, ran out or was not there
    r"ran out|running out|ran (?:dry|short)|out of (?:stock|order|flour|time|money|paper|fuel|"
    r"service|\w+ at)|shortages?|missing|lack(?:ed|ing|s)?\b|broke[ns]?|collaps\w*|burst|jamm\w+|"
    r"froze\w*|"
    r"flooded|burn(?:t|ed) (?:out|down|through|my|the)|tore|cracked|snapped|smashed|spoil\w*|"
    r"rott\w+|damag\w+|faulty|defect\w*|"
    r"errors?|bugs?|glitch\w*|power cut|outage|cut off|locked (?:us|me|out)|storms?|blizzard|gale|"
    r"fog|pouring|"
    r"(?:off|call(?:ed)? in|went|was|were|fell|gone) (?:sick|ill)|injur\w+|fever|(?:into|in|to) "
    r"hospital|off work|gave up|given up|slipped|fell (?:ill|through|behind|off|apart|over)|"
    r"bankrupt\w*|doubled (?:his|her|its|their|the)|overspen\w*|costly|penalt\w+|fin(?:ed|es)\b|"
    r"wast(?:ed|ing)|"
    # how hard it was
    r"underestimat\w+|misjudg\w+|overlook\w*|(?:by|a) mistake|mistook|forgot\w*|hadn't (?:seen|"
    r"thought|expected|known|planned|counted|reckoned)|"
    r"to (?:my|our) (?:dismay|horror|surprise|shock|shame|embarrassment|alarm|regret|cost)|"
    r"dismay\w*|unexpected\w*|surprised (?:me|us)|"
    r"catch was|setbacks?|obstacles?|hurdles?|(?:two|three|four|five|six|seven|several|many|more|a "
    r"few|some|\d+) (?:more )?(?:attempts|tries|goes|rounds|"
    r"refusals|rejections)|twice|three times|over and over|again and again|only (?:after|then|when|"
    r"half|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|a (?:few|third|quarter|handful)|\d+)(?= |"
    r"\b)|(?:hardly|barely|scarcely) (?:any\w*|half|enough|a)|"
    r"nobody (?:knew|came|believed|wanted|answered|would|told|showed|noticed)|no (?:money|time|"
    r"drawings?|budget (?:for|left)|"
    r"staff|spare|support|way|room|answer|reply|power|signal|heating|second|proper|map|one (?:knew|"
    r"came|had|believed|wanted|answered|would))|without "
    r"(?:power|heating|money|staff|sleep|help)|had to (?:cover|borrow|redo|repeat|pay|throw|send|"
    r"abandon|cancel|turn|wait|beg|do without|improvise|"
    r"work (?:nights|through|late)|go back|give|let|drop|take)|"
    r"(?:normally|usually|otherwise) (?:takes?|needs?|costs?)|even though|although|though|in spite "
    r"of|regardless|yet (?!another)|until (?:midnight|"
    r"late|the (?:last|early|small))|small hours|at first|to begin with|initially|eventually|"
    r"finally|in the end|still (?:not|refus\w+|hasn't|haven't|doesn't|don't|isn't)|cost (?:me|them|"
    r"him|her)|behind (?:schedule|plan|the)|"
    r"tight|pressure|strain\w*|exhaust\w*|sweat\w*|nightmare|chaos|chaotic|mess\b|crisis|"
    r"emergenc\w+|rough|messy|ugly|awkward|painful\w*|"
    r"tough|battl\w+|fought|fight|wrestl\w+|tense|tension|anxious|nervous|scared|risk(?:y|ed)|"
    r"danger\w*|bad(?:ly)?|poor(?:ly)?|"
    r"not enough|wasn't|weren't|hasn't|haven't|won't)\b",
)
# What is denied is no obstacle: "no delay", "without trouble", "not a single complaint".
_DENIED = re.compile(r"\b(?:no|not|never|without|any|nobody|none)(?: \w+){0,2} $")
_BACK = 24


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    low = lowered(draft.text)
    told = list(draft.sentences("action", "result"))
    # Most stories tell of an obstacle early, and what is smooth in them need not be looked for.
    if any(_goes_against(low, sentence) for sentence in told):
        return
    for sentence in told:
        smooth = _SMOOTH.search(low, sentence.start, sentence.end)
        if smooth:
            yield Hit(start=smooth.start(), end=smooth.end())
            return
    if _mere_list(low, told):
        yield Hit(start=told[0].start, end=told[0].end)


def _mere_list(low: str, told: list[Sentence]) -> bool:
    """Return whether `told` is a long list of points in which nothing turns."""
    points = [each for each in told if _POINT.match(each.text)]
    return len(points) >= _MANY and not any(
        _TURN.search(low, each.start, each.end) for each in told
    )


def _goes_against(low: str, sentence: Sentence) -> bool:
    """Return whether an obstacle is told outside the phrases that tell how smooth it was."""
    phrases: list[tuple[int, int]] | None = None
    for match in _AGAINST.finditer(low, sentence.start, sentence.end):
        begin = max(sentence.start, match.start() - _BACK)
        if _DENIED.search(low, begin, match.start()):
            continue
        if phrases is None:
            phrases = [each.span() for each in _SMOOTH.finditer(low, sentence.start, sentence.end)]
        if not any(start <= match.start() < end for start, end in phrases):
            return True
    return False


RULE = Rule(
    code="E09",
    name="too-smooth",
    family="evidence",
    severity="advice",
    cost=2,
    most=2,
    message="Nothing goes against you in this story, which makes it hard to believe.",
    remedy="Tell the one thing that resisted (a person, a deadline, a first try that failed) and "
    "what you did about it.",
    find=_find,
)
