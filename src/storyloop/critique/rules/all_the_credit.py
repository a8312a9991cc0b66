"""Finds stories in which nobody else did anything.

What it does
Reports words that claim the whole deed for you ("single-handedly", "nobody else could have", "the
idea was mine alone", "they would never have managed without me"). Having been alone at the time
("I was alone on the ward that night") is no claim and is not reported, nor is the situation.

Why
The advice is "I" for what you did and "we" for context and credit. Most listeners have worked in
teams, and a story without any other helping hand makes them doubt the rest.

Example
"I single-handedly saved the exhibition, and without me it would never have opened."

Use instead
"I moved the hanging to the nights so that the electricians could work by day. Ottilie found us
the lamps, and the exhibition opened on the Friday."
"""

from collections.abc import Iterator

from storyloop.critique.alternatives import any_beginning
from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

_CLAIM = Pattern(
    r"\b(?=[a-z])(?:single[- ]?hand(?:ed(?:ly)?)\b(?<!out single-handed)|(?:nobody|no one|"
    r"no-one|none of them|"
    r"nobody else|"
    r"no (?!one\b)\w+|not one (?:of them|person|\w+)) (?:else )?(?:\w+ ){0,4}?(?:could|would|"
    r"can)(?:'ve|"
    r" have| ever have) (?:\w+ )?(?:done|managed|found|solved|landed|thought of|pulled|got|come|"
    r"dared|worked(?! (?:for|with))|handled|fixed|built|sorted|saved|made it|achieved|taken "
    r"(?:it|that|"
    r"this) on)\b|(?:nobody|no one|no-one|none of them|no \w+(?: \w+){0,4}) (?:else )?(?:there |"
    r"here |before me )?(?:had|has|'d) (?:ever |even )?(?:thought|managed|bothered|dared|found|"
    r"spotted|noticed|solved)\b[^.;]{0,40}\b(?:before|but me|except me|apart from me|ever)\b|"
    r"(?:nobody|no one|no-one|no (?:\w+ ){1,6}?)(?: there| here)? (?:had|has) ever (?:thought|"
    r"managed|bothered|dared|found(?! out)|spotted|done(?! the)|tried|attempted)\b|(?:which|"
    r"what|that) (?:no|"
    r"none)\b[^.;]{0,40}? (?:has|had|have) (?:ever )?(?:found|noticed|solved|spotted)\b|"
    r"i (?:was|am) the (?:first|only) (?:\w+ ){0,3}?(?:one |person |\w+ )(?:who|that|he|she|"
    r"they|to)\b (?:\w+ ){0,2}?(?:ever|understood|saw|noticed|knew|could|cared|dared|really|"
    r"thought|did|managed|realise|spot|see|think|understand|get)\b|mine (?:alone|and (?:mine|"
    r"only)|from (?:the )?(?:beginning|start|first|a to z))\b|(?:i|me) alone (?:had|could|was|"
    r"knew|did|found|saw|made|who|have|managed|decided)\b|(?:done|did|made|built|measured|"
    r"solved|found|wrote|written|planned|carried|managed|organised|fixed|handled|ran|"
    r"sorted) (?:it|this|that|all|all this|all that|everything|the whole \w+|the lot|all of it|"
    r"all the \w+) (?:alone|all alone|all by myself|all on my own|single-handed)\b|(?:done|did|"
    r"made|built|solved|found|wrote|written|planned|carried|managed|organised|fixed|handled|ran|"
    r"sorted) (?:all this|all that|everything|the whole \w+|the lot|all of it) (?:by myself|"
    r"on my own|myself)\b|(?:basically|really|all|(?<!not )only|entirely|purely|"
    r"mostly) (?:it was )?(?:mine|my doing|my work|my idea)\b|(?:basically|really|"
    r"essentially) it was (?:all )?me\b|it was (?:basically|really|essentially|entirely|just|"
    r"only) (?:all )?me\b(?! (?:and|on my own|with|there|in|at))|it was (?:all )?me (?:that |"
    r"who )?(?:told|found|made|saved|solved|planned|noticed|fixed|discovered|invented|pulled)\b|"
    r"it was i who (?:\w+ )?(?:told|found|made|saved|solved|planned|noticed|fixed|discovered|"
    r"invented|pulled|brought|thought)\b|if (?:it )?(?:(?:wasn't|weren't|hadn't been|"
    r"had not been|was not|were not) for me|i hadn't (?:been there|stepped in|taken over|acted|"
    r"done))\b|thanks (?:entirely |only |solely |largely )?to (?:me|"
    r"my (?:own )?(?:\w+ )?(?:leadership|work|efforts?|ideas?|plan|vision|initiative|"
    r"intervention|persistence|skills?|hard work|determination|quick thinking|experience|"
    r"instinct|energy|dedication|decision))\b|(?:all |only |entirely |solely |purely |"
    r"just )(?:down to|because of|due to|thanks to|on account of) me\b|(?:changed|saved|"
    r"happened|worked|succeeded|won|there|open|here|alive|rescued|done|"
    r"possible) because of me\b|i (?:made|had made|have made) (?:it|this|that|all this|"
    r"all of it) (?:all )?(?:happen|possible)\b|(?:entirely|completely|totally|all|"
    r"really) (?:on my own|by myself)\b|(?:entirely|completely|totally) alone\b|"
    r"on my own really\b|(?:idea|thinking|execution|credit|solution|plan|success|result|work|"
    r"achievement|concept|scheme|turnaround|design|win|victory|breakthrough|"
    r"merit) (?:and (?:the )?\w+ )?(?:was|were|is) (?:all |really |entirely |only |mostly |"
    r"completely |purely |solely )?(?:mine|my own|my merit|down to me)\b|i did the (?:lot|"
    r"whole thing|whole lot|entire thing)\b|i did (?:it all|everything|"
    r"all of it)\b(?! (?:i could|right|wrong|by the))|i had to (?:do|come up with|think of|sort|"
    r"carry|organise|solve) (?:it all|all of it|everything|the lot|all (?:that|"
    r"this))\b(?! (?:again|by|in|with|before|twice))|i (?:basically |practically |effectively |"
    r"pretty much )?(?:ran|carried|kept) (?:the (?:whole|entire) \w+|\w+ \w+) (?:off my|"
    r"on my own|single|by myself|on my shoulders|alive|afloat)|(?:nobody else|no one else|"
    r"none of the others|the others? (?:never|didn't|hardly))(?: \w+)? (?:lifted|lift|raised|"
    r"raise) (?:as much as )?a (?:single )?finger|(?:nobody else|no one else|"
    r"none of the others) (?:helped|did anything|did a thing|did any|did a stroke|contributed|"
    r"pulled their weight|had a clue|had the (?:courage|guts|nerve|skills?|vision|imagination|"
    r"knowledge|ability))\b|i (?:alone |really |personally |practically |basically |"
    r"literally )?(?:saved|rescued|turned (?:around|round)) (?:the|that|this|their|our|his|her|"
    r"an?|\w+'s) (?:whole |entire )?(?:\w+ )?(?:company|firm|project|launch|day|client|school|"
    r"hospital|deal|account|department|shop|job|event|service|life|lives|restaurant|business|"
    r"season|branch|team|hotel|ward|farm|contract|site|place|festival|wedding|year|reputation|"
    r"programme)\b|i (?:alone |really |personally |basically |practically )?turned (?:it|them|"
    r"him|her|everything|(?:that|the|this) (?:whole )?(?:\w+ )?(?:company|firm|project|school|"
    r"hospital|department|shop|restaurant|business|branch|team|hotel|ward|farm|site|place|class|"
    r"kitchen|boy|girl|boy's life|factory|plant|club|school|office|programme|life|"
    r"\w+'s life)) (?:a?round)\b|turned (?:that|his|her|"
    r"their) (?:\w+ )?(?:\w+'s )?life a?round\b|i (?:basically |practically |probably |"
    r"literally |really )?kept (?:those|these|the|all those) (?:people|patients|children|"
    r"animals|place|firm|company|whole \w+) (?:alive|going|open|afloat)|"
    r"i personally (?!(?:think|believe|feel|would|like|prefer|find|know|had|did|was|am|have)\b)|"
    r"before i solved\b|alone what nobody\b|the (?:only|one) (?:one|person|\w+) (?:there |"
    r"here )?who (?:could|understood|knew how|saw|cared|dared|had the)\b|"
    r"i was the (?:driving force|brains?|architect|mastermind|hero|engine|saviour|"
    r"one who (?:made|brought|saved|held|got|kept|pulled|turned|drove|did))\b|"
    r"i carried (?:the (?:whole )?(?:team|project|thing|department)|them all|everyone)\b|"
    r"no thanks to (?:him|her|them|the|my|anyone|anybody|any)\b|(?:anyone|anybody|someone|"
    r"somebody) else would(?:'ve| have) (?:failed|given up|panicked|walked away|lost|missed)|"
    r"all (?:my|of my) own (?:work|idea|doing)|without (?:any |anyone's |anybody's |"
    r"the slightest )help from (?:any|them|him|her|the|my)|with(?:out|"
    r" no) (?:any )?help (?:at all|whatsoever|from anyone)|i (?:was|"
    r"had) (?:to be )?(?:the )?(?:everything|everywhere) at once|only i (?:could|knew|saw|"
    r"was able|understood|noticed|managed)\b|i and (?:only i|no one else|nobody else)\b|"
    r"me and (?:only me|no one else|nobody else)\b|i would be the one (?:who|to)\b)|"
    r"(?<=[-*\n] )personally \w+ed\b"
)
# It would never have been done without me.
_INDISPENSABLE = Pattern(
    r"(?:\b(?:never|not|nowhere|nobody|no one|none|nothing|doubt|hardly|failed|collapsed|lost|"
    r"closed|"
    r"chaos|would still|would have been)\b|n't)[^.;]{0,80}\bwithout me\b(?! (?:having|being|"
    r"knowing|"
    r"asking|saying|noticing|seeing|there|in the))|"
    r"\bwithout me\b(?! (?:having|being|knowing|asking|saying|noticing|"
    r"seeing))[^.;]{0,80}(?:would be no\b|\bnever|"
    r"\bnot\b|n't|\bnobody|\bno one|\bnone\b|\bnothing|\bdoubt|\bwould still|\bfailed|\bcollapsed|"
    r"\blost|\bclosed|\bchaos|\bhardly|\bnowhere)"
)

_OTHERS = (
    r"(?:they|everyone(?: else)?|everybody(?: else)?|(?:the|my|our|all|both|those|these|other) "
    r"(?:[\w-]+ ){0,2}?(?:others?|rest|team|crew|colleagues?|staff|people|lads|girls|boys|men|"
    r"women|assistants?|technicians?|engineers?|nurses?|volunteers?|juniors?|clerks?|helpers?|"
    r"students?|developers?|analysts?|consultants?|drivers?|workers?|cooks?|waiters?|departments?|"
    r"partners?|soldiers|guys|two|three|four|five|six|seven|eight|nine|ten|dozen|lot|bunch|group|"
    r"members?|teachers?|welders?|builders?|department|seniors?|experts?)|"
    r"(?:the )?(?:rest|others|remainder) of (?:them|the \w+|my \w+|us|it))"
)
_DID = (
    r"(?:did|made|built|wrote|rewrote|ran|carried|held|redid|led|handled|solved|organised|"
    r"organized|planned|designed|delivered|produced|created|achieved|brought|saved|won|got|pulled|"
    r"fixed|sorted|set up|managed|turned|invented|taught|raised|kept)"
)
_WHOLE = (
    r"(?:it all|all of it|all of this|all of that|all this|all that|everything|every (?:single )?"
    r"(?:bit|line|step|page|part|piece|one|word|last)\b|the (?:whole|entire|complete|lot)|nearly "
    r"all|almost all|practically all|most of (?:it|the)|99|9\d|ninety[\w -]{0,8}per|"
    r"(?:a |one )?hundred per)"
)
# The deed is said to be the teller's, or the others are said to have been his hands or in his way.
_MINE = any_beginning(
    r"only i would have\b|(?:nobody|no one) before me (?:had|has|dared|thought|could)|"
    r"(?:follow\w*|fell in with) my (?:lead|vision|example)\b|"
    r"(?:there )?(?:was|were)(?: not|n't) (?:anybody|anyone) else (?:of|at|on) (?:that|my)\b|"
    r"(?:nobody|no one) else (?:had |has )?(?:said a word|spoke up|(?:had )?(?:the )?(?:spotted|"
    r"noticed|thought|seen it|bothered))|(?:that's|that is|it's|it is|which is) (?:all |really )?"
    r"down to me\b|carried (?:it|this|that|the \w+(?: \w+)?) (?:through|out) (?:all )?"
    r"(?:alone|on my own|by myself)|(?:only|just) me,? (?:and )?(?:nobody|no one|on my)\b|me,? "
    r"(?:and )?(?:nobody|no one) (?:else|other)\b|carried out the (?:entire|whole) \w+ (?:alone|"
    r"by myself|on my own)|i (?:found|did|fixed|solved|sorted|saved) it (?:all )?(?:on my own|"
    r"by myself|"
    r"alone)\b|hadn't (?:spotted|noticed|seen) a thing\b|"
    r"(?:drove|pushed|led|saw) (?:it|this|that|the \w+) (?:through |forward )?personally\b|"
    rf"{_OTHERS}(?:(?:'s| had| have| would| could| were| was| are| is)? (?:\w+ )?"
    r"(?:just |only |merely |simply |mostly |really |more or less |basically |mainly )+(?:to )?"
    r"(?:follow\w*|watch\w*|carr\w+|st[oa]nd\w*|stood|nodd?\w*|did what|do what|doing what|"
    r"execut\w*|held|holding|typ\w+|sat|sitting|copied|obey\w*|there|along|wait\w*|looked|"
    r"listened|pressed|signed|helped|tagg\w+|drift\w*|fetch\w*|pass\w*|fill\w*|turn\w*|"
    r"repeat\w*|extras|hands|spectators|passengers|decoration|tools|muscle)\b|"
    rf" (?:were|was|are) (?:\w+ ){{0,3}}?(?:to (?:execut|carr|watch|follow|assist|support|"
    r"fetch|hold)\w*|(?:the|my) (?:hands|muscle|legs|arms|tools|audience|extras)|of (?:no|little|"
    r"not much|not any|hardly any) (?:use|help)|no (?:use|help)|useless|spectators|passengers|"
    r"overwhelmed|clueless|lost without|in the way)\b|"
    rf"(?: had| have)? (?:contributed|added|did|gave|offered|brought) (?:very |only |next to |"
    r"almost |hardly )*(?:little|nothing|not much|some (?:slides|bits)|a few|bits|anything)\b)|"
    rf"(?:while|whilst|as) (?!they (?:were )?(?:look\w* (?:into|at)|talk))"
    rf"{_OTHERS} (?:were |was |just |only |still |all )*(?:wait|watch|"
    rf"st[oa]o?d|"
    r"s[aia]t|sle[ep]|argu|talk|look|debat|dither|panick|hesitat|discuss|complain|chat|went home|"
    r"gave up|did nothing|had no)\w*|"
    r"(?:thinking|ideas?|work|plan|concept|solution|result|success|"
    r"credit|drive|push|energy|brains?|vision|strategy|initiative|breakthrough|inspiration|effort|"
    r"substance|content|impulse|achievement|everything|it all|all of it) (?:\w+ )?(?:"
    r"c[oa]mes? from|came out of|was due to|is due to|belongs? to|goes to|went to|rest(?:s|ed) "
    r"(?:with|on)|was down to|lay with|started with|begins with|originated with|depended (?:only |"
    r"entirely )?on) (?:me\b|my )|"
    r"(?:really |all |actually |entirely |solely |only |completely |largely |effectively "
    r")+(?:been )?"
    r"(?:done|made|written|built|prepared|led|designed|created|achieved|solved|carried|driven|"
    r"conceived|saved|won|run) (?:\w+ )?by me\b|"
    r"(?:entirely my|wholly my|all my own|as my own|solely my|purely my|very much my) (?:\w+ "
    r")?(?:creation|"
    r"work|doing|brainchild|baby|invention|achievement|merit|success|victory|triumph|idea|effort|"
    r"product|masterpiece|accomplishment|handiwork)\b|"
    r"(?:was|is|as|be|becomes?|became|remains?) (?:\w+ )?(?:my|mine) (?:\w+ )?(?:achievement|"
    r"merit|"
    r"victory|triumph|creation|brainchild|success|accomplishment|masterpiece|alone)\b|"
    r"under my (?:own )?name\b|presented it (?:as|under) m"
    r"(?:y|ine)\b|(?:idea|invention|concept|thought|plan|design) is what (?:counts|matters)|"
    r"(?:brains?|mind|hero(?:ine)?|heart and soul|"
    r"mastermind|genius|backbone|motor|soul|author|architect|saviour|engine|driving "
    r"force) (?:behind|of (?:it|the|this|that)|in (?:it|the|this|that)|there)\b(?<!of the)|"
    r"(?:be|was|am) (?:the|a) hero|(?:one|1)[- ](?:man|woman|person)[- ](?:show|band|army|job|"
    r"operation)|"
    r"(?:hung|rested|lay|carried|weighed|stood|fell|depended|held up|was|ran|all) (?:\w+ "
    r"){0,6}?on "
    r"my (?:own |two |bare |own two )?(?:shoulders|back)\b|"
    rf"i (?:\w+ ){{0,2}}?{_DID} (?:\w+ )?{_WHOLE}[^.;]{{0,50}}?\b(?:my own|myself|alone|name|no "
    rf"help|"
    r"them|the others|the rest|per ?cent|of (?:us|them)|nobody|no one|the team|although|though|"
    r"in reality|whatever)\b|"
    r"(?:basically|practically|virtually|effectively|essentially|in effect|more or less|in truth|"
    r"in reality|in fact|to be honest|frankly|honestly),? (?:it was )?(?:i|me) (?:\w+ )?"
    rf"{_DID} (?:it|all|everything|nearly|almost|the (?:whole|entire|lot)|99|9\d|ninety)|"
    rf"i (?:basically|practically|virtually|effectively|essentially|more or less) {_DID} (?:it|"
    rf"all|"
    r"every|nearly|almost|the)|"
    r"the only (?:one|person|man|woman|\w+)(?: there| here| on \w+ \w+| in the \w+)? (?:who |"
    r"that |"
    r"to )?(?:was |is |with )?(?:\w+ )?(?:capable|able|competent|qualified|any (?:idea|sense|clue|"
    r"brains?)|enough|a (?:clue|brain|plan|head)|right|awake|had|knew|grasped|saw|kept)\b|"
    r"(?:on paper|officially|nominally|in name)\b[^.;]{0,70}?\b(?:but|in "
    r"reality|in fact|actually|really|in truth)\b[^.;]{0,30}?\b(?:i|me|mine)\b|"
    r"i (?:let|allowed) (?:the \w+|them|everyone) (?:to )?(?:believe|think|imagine|"
    r"have the (?:glory|credit))|"
    r"what (?:the )?(?:other|two|three|four|five|six|all|no|not|whole|entire|years|generations|my|"
    r"those|every)(?: \w+){0,3}? (?:could not|couldn't|had failed|failed|were "
    r"unable|was unable|never)\b|where (?:\w+ ){1,4}?(?:had )?failed,? i\b|"
    r"(?:in|into) my own (?:two )?hands|i (?:kept|brought|led|carried) (?:them|"
    r"the whole \w+|the entire \w+|all of them|those \w+) (?:\w+ )?(?:alive|home|through|"
    r"safely|out|over|up|forward|along|on my)\b|"
    r"(?:take|took|taking|deserved?|claim(?:ed)?|have|earned?|get|got) (?:all |full |most of |the "
    r"whole |sole |complete |the lion's share of )+(?:the )?(?:credit|glory|praise|merit|honour)|"
    r"(?:has|have|had|got) (?:only )?me to thank|(?:owes?|owed) (?:\w+ ){0,4}?to me\b|"
    r"(?:had it not been|weren't it|were it not|but) for (?:me|my)\b|"
    r"without my (?:\w+ )?(?:intervention|leadership|work|effort|efforts|idea|input|initiative|"
    r"energy|knowledge|plan|experience|drive|help|persistence|vision|talent|skills?|contribution|"
    r"presence|name)\b|"
    r"reason (?:\w+ ){0,8}?(?:is|was) me\b|i(?:'m| am| was) the reason\b|"
    r"(?:all|entirely|wholly|exclusively|solely|purely|chiefly) (?:mine|by me|because of me|down "
    r"to me|"
    r"through me|from me)\b|"
    r"i(?:, and)? (?:and )?(?:i )?alone (?:\w+ed|did|made|saw|knew|had|got|took)|"
    r"with (?:some|a few|a bit of|a little|minor|hardly any|very little|no real) (?:\w+ )?(?:help|"
    r"staff|hands|people|boys|lads|assistants?|support) (?:from|to (?:carry|hold|fetch|lift|"
    r"type))|"
    r"(?:i \w+ it|i \w+ them|i \w+ the \w+),? (?:and )?(?:i \w+ it|i \w+ them|i \w+ the \w+),? "
    r"(?:and "
    r")?i \w+ (?:it|them|the)\b|whatever the (?:\w+ ){1,6}?(?:say|says|claim|claims|think)\b"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = draft.plain
    indispensable = "without me" in said
    for sentence in draft.sentences("task", "action", "result", "reflection"):
        claim = _CLAIM.search(said, sentence.start, sentence.end)
        if not claim and sentence.part in {"action", "result"}:
            claim = _MINE.search(said, sentence.start, sentence.end)
        if not claim and indispensable:
            claim = _INDISPENSABLE.search(said, sentence.start, sentence.end)
        if claim:
            yield Hit(start=claim.start(), end=claim.end())
            return


RULE = Rule(
    code="O05",
    name="all-the-credit",
    family="ownership",
    severity="warning",
    cost=6,
    most=6,
    message="You claim the whole deed for yourself.",
    remedy="Say what you did, and name at least one person with what he or she contributed.",
    preview=True,
    find=_find,
)
