"""How people tell of trouble when they would rather not have been part of it."""

from functools import lru_cache

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft

_DENIED = (
    r"(?:never|not|\w+n't|hardly) (?:\w+,? ){0,4}?(?:fail(?:ed|ure|ures)?|mistakes?|conflicts?|"
    r"errors?|"
    r"quarrel\w*|weakness(?:es)?)\b(?! (?:to|in the|because|again))|(?:can't|cannot|"
    r"couldn't) (?:\w+ )?"
    r"(?:think of|remember|recall|name) (?:a|any|one)|lessons? (?:that were|learned rather)"
)
_BLAMED = (
    r"(?:his|her|their|whose|nobody's|somebody else's|the \w+'s) (?:own )?(?:fault|mistake|error|"
    r"problem|doing|responsibility)|fault (?:of|lay with|was (?:with|in|the))|(?:not|\w+n't|"
    r"never) (?:really |even |just |all |formally ){0,3}(?:my (?:own )?(?:fault|doing|mistake|"
    r"problem|"
    r"area)|"
    r"down to me|from me|me\b(?! (?:and|but|who)))|"
    r"should(?:'ve| have| of| also| really| of course){1,2} (?:\w+ ){0,2}?(?:\w+ed|told|known|seen|"
    r"said|thrown|done|given|caught|read)|ought to have|(?:he|she|they|it|you|who|which|that|"
    r"there|\w+ers?|(?:the|my|our|their) \w+)(?:'s|'re| was| were| is| are)(?:n't| not)? (?:meant|"
    r"supposed) to|"
    r"(?:nobody|no one|no-one|not one of them)(?:'d| had| has| ever| there){0,3} (?:told (?:me|us)|"
    r"shown|showed|ever said|"
    r"offered|explained|warned|helped|informed|bothered|thanked|stood up|trained|listened)|"
    r"(?:hadn't|had not|never|didn't) (?:\w+ )?(?:told|tell|said|warned|warn|informed|"
    r"shown|show|explain\w*|bother\w*|check\w*) (?:me|us|to|anyone)|without (?:telling|asking|"
    r"a word|"
    r"looking|even|checking)|asking for (?:it|trouble)|because (?:the|of|my|their|his|"
    r"her) (?:\w+ )?(?:"
    r"\w+ )?(?:hadn't|didn't|forgot|never|failed)|(?:got|get|took|take|had|put) (?:\w+ )?(?:the |"
    r"all the )?blame|i blame\w*|whoever (?:did|had|set|put|wired|wrote|made|left|built|was|let|"
    r"designed)|thanks to (?:him|her|them)|"
    r"(?:every|their own) (?:chance|opportunity) to|wants shooting|so what do you expect|"
    r"how was i (?:meant|supposed)|(?:on|at|with) (?:his|her|their|the \w+'s) (?:account|door|"
    r"conscience|shoulders)\b(?! to)|it was (?:really |actually |of course )?(?:him|her|them|the "
    r"\w+(?: \w+)?) (?:who|that) (?:\w+ )?(?:caused|forgot|broke|let|left|missed|started|failed|"
    r"messed|"
    r"got it wrong)|(?:mistake|fault|error|doing) (?:that |which )?(?:was|is)(?:n't| not) mine|"
    r"not on "
    r"mine|(?:never|nobody) (?:showed|taught|trained|explained|gave|briefed) (?:it )?(?:to "
    r")?(?:me|us|him|"
    r"her)\b|had (?:the \w+|they|he|she|somebody|anyone) (?:only )?done (?:their|his|her) "
    r"(?:job|work|bit|part)|(?:other|some) people's (?:greed|mistakes?|laziness|errors|mess|fault|"
    r"carelessness)|typical (?:for|of) (?:him|her|them|that)|(?:really|so) it (?:was|is) (?:his|"
    r"hers|"
    r"theirs)|that was (?:really |just |honestly )?(?:the (?:lab|office|roster|system|supplier|"
    r"weather|"
    r"agency|computer|\w+ department))\b|(?:that's|that is|which is|was|is|it's) (?:\w+ )?on "
    r"(?:him|her|them)\b(?! (?:all|both|to))|had nothing to do with me|(?:nobody|no one)(?:'d| "
    r"had)? "
    r"(?:listens|listened to me|gave me (?:a|any)|thought to|checked)|(?:neither|none) of them "
    r"(?:thought|bothered|said|told|checked)|how (?:is|am|was) (?:that|i) (?:my|to know)|"
    r"(?:he|she|they|who)(?:'d| had) not (?:checked|read|told|asked|bothered|looked)"
)
_ATTACKED = (
    r"stubborn|idiots?|idiotic|lazy|hysterical|arrogant|spineless|pig-?headed|nasty|ridiculous|"
    r"ignorant|bully\w*|selfish|petty|incompetent|useless|clueless|stupid (?:man|woman|people|"
    r"enough)|stupidest|moron\w*|"
    r"liar|cowboys?|freeloader|sponger|shameless|no (?:shame|manners|social skills|other interest)|"
    r"childish|big-?headed|pompous|dreadful|hopeless|impossible (?:man|woman|person|customer)|"
    r"difficult (?:man|woman|person|colleague|client|customer|son|daughter|boss|parent|patient|"
    r"guest)|"
    r"(?:people|man|woman|somebody|someone|men) like (?:him|her|that|them)|such people|"
    r"one of those "
    r"(?:people|men|women)|know-it-all|fanatic|complete(?:ly)? (?:mad|nuts|\w+er)|"
    r"thinks? (?:he|she|they)(?:'s| is|'re| are)|never (?:\w+ )?(?:listened|listens|understood|"
    r"read a)|"
    r"(?:only|just) (?:cares?|cared|interested|believe|believes|wants?|thinks?) (?:about|in|to|of)|"
    r"should never be let|not the sharpest|stuck in the|shambles|dead lazy|couldn't be bothered|"
    r"sulk\w*|moan\w*|whin(?:ed|ing)|like a (?:little )?(?:child|six|kid|baby|toddler|spoilt)|"
    r"understand(?:s)? nothing|(?:hasn't|haven't) a clue|(?:not|n't) the (?:sharpest|"
    r"brightest)|(?:real|nasty|right) piece of work|so-called|(?:a|an old|old) dinosaur(?! \w)|"
    r"had they bothered|"
    r"(?:man|woman|person|somebody|someone)(?: like that)? deserves|grown (?:man|woman) "
    r"(?:would|could|should)|(?:never|hasn't|didn't|don't) (?:even )?(?:think|thinks|thought) "
    r"before|(?:they|he|she|people) (?:have|has) no idea"
)
_SUFFERED = (
    r"(?:nobody|no one|never|not one|nor|without)(?: \w+){0,4} (?:sorry|thank(?:s|ed)?|thank-you|"
    r"apolog\w+)|"
    r"un(?:fair|just)(?:ly)?|held against me|dumped on (?:me|us)|(?:it's|it was|was) always (?:me|"
    r"us|the)|"
    r"(?:i|we) (?:was|were|got|am|had been) (?:then |also |simply |just |always )?(?:made to|"
    r"left (?:to|"
    r"standing|with|on my)|blamed|shouted at|attacked|let down|overruled|treated|forced|thrown|"
    r"passed "
    r"over|singled out|told off|expected to swallow|never (?:asked|given|told))|(?:put|forced|"
    r"imposed) "
    r"(?:on|upon) me|took it off my|for my trouble|to suffer|suffered|i had to "
    r"(?:swallow|put up|beg|accept|take it|stand there)|poor me|hurtful|spoil(?:ed|t) (?:it|"
    r"the whole)|"
    r"blanks? me|cuts? me dead|doesn't (?:speak|talk) to me|doesn't (?:really )?speak|got nothing|"
    r"guess who|of course (?:it was|i was|they|he|she)|as (?:usual|always|ever)\b|as it always is|"
    r"(?:it|that|this) (?:was|is) (?:\w+ )?(?:not|hardly) fair|in front of every(?:one|body)|"
    r"naturally|(?:i was|i got|got) (?:\w+ )?(?:punished|disciplined|written up|hauled|dragged|"
    r"summoned|reprimanded|the warning|a warning|the bill|the cold|dirty looks|the rap)|warning "
    r"letter i got|the (?:small|little) (?:one|man|ones|people)s? (?:always )?(?:pays?|suffers?|"
    r"gets?)|"
    r"(?:cold|dirty|funny|black) (?:faces|looks)|it was (?:me|i) who (?:sat|was made|got|"
    r"paid)|i was (?:always )?given (?:always )?the (?:\w+ )?(?:worst|bad|rubbish|farms|jobs|"
    r"shifts)|"
    r"what (?:do|did|can) (?:they|you|people) expect|i was made to|hurt me|i could have cried|"
    r"nobody "
    r"(?:noticed|saw|asked|cared) (?:that |how |if |about )?(?:me|i\b)|(?:it|that|this|they) "
    r"(?:(?:of course|somehow|naturally|all|just) )?(?:landed|fell|ended up|came down) (?:on|with) "
    r"(?:me|my (?:desk|plate|lap))|it was me (?:that |who |who'd |had )?(?:got|had to (?:take|face|"
    r"answer|hear|pay)|left|they)|got left with|(?:it's|it was) (?:your|my) (?:face|name) that|"
    r"(?:was|a (?:bit|little)) (?:\w+ )?(?:off|funny|cold|short) with me|(?:was )?put down to me|"
    r"got (?:the|that) look|(?:didn't|did not|doesn't|won't) (?:speak|talk|"
    r"say hello|sit) (?:to|with) me (?:any ?more|again|for (?:\w+ )?(?:weeks|months?|years?))|"
    r"never (?:says|said|spoke|speaks) (?:\w+ )?to "
    r"me|word of thanks|(?:the )?thanks (?:i|we) (?:got|get)|muggins|poor (?:eejit|idiot|sod|fool)|"
    r"nobody(?:'s| has| had)? (?:\w+ )?(?:(?:so much as|even|ever) )+(?:asked|said|thanked|"
    r"offered|came|rang)|(?:they|management|nobody) (?:\w+ )?(?:just )?(?:leave|leaves|left) you"
)
_GLOATED = (
    r"(?:i|i'd|i had) (?:been |was |got it |'d been )?(?:proved |proven )?right (?:all along|and|"
    r"from|"
    r"of course|there)|i (?:was|had been|'d been) (?:proved |proven )?right|told (?:you|him|her|"
    r"them) so|"
    r"i enjoyed|(?:did|quite) enjoy\w*|had to (?:admit|accept|eat|stand up|agree)\b|"
    r"exactly (?:like|as|what) i (?:said|had said|told)|nobody is arguing|couldn't say (?:much|"
    r"a word|"
    r"anything)|wasn't much (?:he|she|they) could say|got what (?:he|she|they)|i(?:'d|"
    r" had) (?:always |"
    r"already )?(?:said|told) (?:so|them|him|her)|(?:as|like|exactly as|exactly how|what|just as) i"
    r"(?:'d| had)? (?:always |already )?(?:said|told|predicted|warned|called)(?: it| them| him| "
    r"her)"
    r"?(?= (?:would|they|it|from|all|at|so)|[.,;]|$)|i(?:'d| had)? (?:been saying (?:it|so|that)|"
    r"said (?:it |that )?"
    r"(?:all along|for (?:weeks|months|years)|from the (?:start|beginning|first)))|was proved (?:"
    r"right|wrong)|(?:he|she|they) knew i|(?:didn't|did not) have to say a word|who was right|"
    r"(?:knows?|knew|see|saw|seen)(?: now)? who (?:is|was|has|had) (?:in the )?right|good riddance|"
    r"suited me fine|(?:had|has) nothing to say|you called (?:it|that)"
)
_LIGHT = (
    r"no harm|nobody was (?:hurt|harmed)|these things happen|happens (?:to everybody|"
    r"in every|"
    r"to (?:everyone|anyone))|wasn't (?:really )?a (?:problem|big)|case (?:was )?closed|"
    r"it was fine|harsh|"
    r"luckily|said sorry|say sorry|apologi[sz]e\w*|could be anyone|i (?:don't|can't|"
    r"wouldn't) (?:see|"
    r"call|say|regard)"
)
_DEFENCE = any_of(
    rf"{_DENIED}|{_BLAMED}|{_ATTACKED}|{_SUFFERED}|{_GLOATED}|"
    rf"{_LIGHT}"
)


_MISHAP = any_of(
    r"mistakes?|(?:an?|one|the) error|failures?|broke down|pack(?:s|ed) up|"
    r"contaminat\w*|"
    r"mix-?up|mixed up|incident|accident|outage|hacked|encrypted|breach|leak(?:ed|s|ing)?|"
    r"by mistake|blunder|mishap|wrong (?:\w+ )?(?:number|person|account|letter|file|dose|drug|"
    r"address|list|price|order|way|room|adult|one|database|patient|train|table|pipe|cable|date|"
    r"name|place|button)|(?:sent|went|put|put down|entered|printed|given|paid|set up|done|"
    r"charged|reported|typed) (?:\w+ ){0,4}?(?:wrong(?:ly)?|twice|badly|too high|too low)|"
    r"out of order|went down|stopped working|slipped|crashed|collapsed|flooded|burn(?:t|ed)|"
    r"caught (?:fire|overnight)|spil(?:t|led)|went missing|unaccounted|twice by|double payment|"
    r"smoke|no labels|(?:didn't|did not|hadn't|never) (?:get|got) (?:booked|sent|checked|"
    r"ordered)|power went|hurt|injured|current on it|salaries in it|"
    r"dead (?:cable|line)|cut off from|unfortunate|slide went|cell counts|jogged|misread|(?:bit|"
    r"piece) of glass|ripped off|all locked"
)


# Two rules ask for this of the same text, one after the other.
@lru_cache(maxsize=1)
def defences(said: str) -> int:
    """Return how many different ways of warding it off stand in `said`, a plain text.

    Denying the failure, laying it at other doors, dwelling on what one had to bear, having been
    right, or making light of it.
    """
    return len({found[0] for found in _DEFENCE.finditer(said)})


def mishaps(draft: Draft) -> list[tuple[int, int]]:
    """Return the spans of the words that name a mishap before the teller acts."""
    said = draft.plain
    return [
        found.span()
        for sentence in draft.sentences("situation", "task")
        for found in _MISHAP.finditer(said, sentence.start, sentence.end)
    ]
