"""Nothing at all goes against the teller.

What it does
Looks for sentences that say how smoothly everything went ("without a hitch", "everybody was on
board at once", "exactly as planned"). It reports the first of them when the text has none of the
words that tell of an obstacle: something that failed, somebody who objected, what it cost, what was
lost, a second try. Two such sentences are reported beside up to three obstacles. A long list of
points is reported without such a sentence too, if nothing in it turns: no "but", no reason, no
refusal, no cost.

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

from collections.abc import Iterator, Sequence

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.figures import lowered
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.smoothness import SMOOTH
from storyloop.reading import Sentence

# A list of so many points has room for one that went wrong; a few lines may not.
_MANY = 8
_POINT = Pattern(r"\s*(?:[-*•‣–]|\d{1,2}[.)]) |[^\n]{1,200}\n(?!\n)")
_TURN = Pattern(
    r"\b(?:but|although|though|however|instead|rather|none|never|said no|only|again|second|third|"
    r"still|costs?|slow\w*|problem\w*|reluctan\w*|reject\w*|declin\w*|grumbl\w*|risk\w*|out of|"
    r"empty|under pressure|behind|waited|errors?|because|since|too|hate[sd]?|wanted|would|at first|"
    r"came round|persuad\w+|convinc\w+|negotiat\w+|swap\w*|nobody|until|unless|short)\b"
)
_AGAINST = any_of(
    r"however,|unfortunately|despite|except|refus\w+|object(?:ed|ion)|"
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
    r"not enough|wasn't|weren't|hasn't|haven't|won't"
)
# What is denied is no obstacle: "no delay", "without trouble", "not a single complaint".
_DENIED = Pattern(r"\b(?:no|not|never|nothing|without|any|nobody|none)(?: \w+){0,2} $")
_BACK = 24
_TWICE = 2
# One of these is in most of the phrases that tell how smooth it was.
_HINT = Pattern(
    r"\b(?:from (?:the (?:very )?(?:first|start|beginning|outset|word)|day one)|at once|on the "
    r"spot|"
    r"straight ?(?:away|off)|immediately|to plan|as planned|sailing|objections?|objected|same page|"
    r"sing\w+ from|ground running|expected|clockwork|without (?:an?|any|the)|smooth\w*|liked it|"
    r"(?:no|never|without|not a single) (?:\w+ )?(?:obstacle|problem|issue|trouble|difficult|"
    r"incident|"
    r"resistance)\w*|every(?:one|body|thing) (?:was|were|went|worked|agreed|liked|loved)|easy|"
    r"perfect\w*|first (?:time|try|attempt|go)|same day|enthusias\w+|like a \w+|natural\w*|"
    r"breeze|all (?:agreed|on board|in favour|behind)|congratulated|very well|they all)\b"
)
# With more obstacles than this a story resists, whatever is said of its smoothness.
_FEW = 3


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    low = lowered(draft.text)
    told = list(draft.sentences("action", "result"))
    against = _obstacles(low, told, ())
    # Most stories tell of an obstacle, and what is smooth in them need not be looked for.
    if against > 2 * _FEW:
        return
    hints = len(_HINT.findall(low, told[0].start, told[-1].end)) if against else 0
    if hints < min(against, _TWICE):
        return
    smooth = list(_smooth(low, told))
    against = against and _obstacles(low, told, smooth)
    # Who says twice how smooth it was is believed, whatever small thing is told beside it.
    if smooth and (not against or (len(smooth) >= _TWICE and against <= _FEW)):
        start, end = smooth[0]
        yield Hit(start=start, end=end)
    elif not against and _mere_list(low, told):
        yield Hit(start=told[0].start, end=told[0].end)


def _smooth(low: str, told: list[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield where `told` says how smoothly it went."""
    for sentence in told:
        for found in SMOOTH.finditer(low, sentence.start, sentence.end):
            yield found.span()


def _mere_list(low: str, told: list[Sentence]) -> bool:
    """Return whether `told` is a long list of points in which nothing turns."""
    points = [each for each in told if _POINT.match(each.text)]
    return len(points) >= _MANY and not any(
        _TURN.search(low, each.start, each.end) for each in told
    )


def _obstacles(low: str, told: list[Sentence], smooth: Sequence[tuple[int, int]]) -> int:
    """Return how many obstacles are told outside the phrases that tell how smooth it was."""
    count = 0
    for sentence in told:
        if count > 2 * _FEW:
            break
        for match in _AGAINST.finditer(low, sentence.start, sentence.end):
            at = match.start()
            denied = _DENIED.search(low, max(sentence.start, at - _BACK), at)
            count += not denied and not any(start <= at < end for start, end in smooth)
    return count


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
