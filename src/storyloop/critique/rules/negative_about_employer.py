"""Finds running down of an employer, a team or its management.

What it does
Looks for sweeping judgements on the place: "the whole firm was a shambles", "the management only
cares about money", "that lot upstairs". A named fault in a process ("the rota was a mess") or in
your own work is left alone.

Why
The next employer hears how you will speak of them. What was wrong can nearly always be said as a
fact with a size, and then it shows what you were up against.

Example
"It was a joke of a company, and the management couldn't have cared less."

Use instead
"The firm had grown from six people to forty in a year, and nobody had been put in charge of
stock."
"""

from collections.abc import Iterator
from functools import lru_cache

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words, weighed
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

_STRONG = any_of(
    r"(?:joke|shambles|circus|disgrace|shame) (?:of a|for such a) (?:\w+)|(?:company|firm|"
    r"management|place|board|bosses) (?:just |simply |really )?(?:doesn't|didn't|don't) care\b(?! "
    "(?:for|which|whether|if))|couldn't (?:run a bath|organise a|decide on the colour)|rack and "
    "ruin|the lot (?:of them )?upstairs|those clowns|(?:never|wouldn't|would not)(?: ever)?(?: "
    "again)? (?:work|go back) (?:for (?:people|them|that|a firm|a company)|there)|(?:glad|"
    "relieved) to (?:leave|get out|be out)(?=[.,;]|$| of (?:there|that))|what they're like|"
    r"typical (?:of|for) (?:that|the|this) (?:\w+ )?(?:company|firm|place|management|bank|council|"
    "school|hospital)|everything (?:else )?in that (?:building|place)|sinking ship|cowboy "
    "(?:outfit|firm)|so-called (?:management|leadership|managers?|leaders?|team)|no use whatever|"
    "could add up|all they (?:ever )?(?:care|cared|think|thought) (?:about|of)|too (?:mean|"
    r"stingy) to|don't spend a|worst(?: \w+)? (?:company|firm|place|employer|boss|team)|only "
    "(?:ever )?(?:cares?|cared|caring|thinks?|thought|interested|concerned|bothered|worried) "
    "(?:about|in|of|at|with|for) (?:money|profits?|the money|numbers|figures|themselves|himself|"
    "herself|targets?|tonnes|journalists|headlines|(?:the |their |his |her )?(?:own "
    ")?(?:bonus(?:es)?|promotions?|careers?|image|margins?|shareholders|share price|pensions?)|"
    "appearances|looking good|making money|saving money|cutting costs|what it costs|costs?)|"
    "(?:cares?|cared|thinks?|thought|thinking|interested|concerned) only (?:about|in|of|at|with|"
    "for|on) (?:money|profits?|the money|numbers|figures|themselves|himself|herself|targets?|"
    "tonnes|journalists|headlines|(?:the |their |his |her )?(?:own )?(?:bonus(?:es)?|promotions?|"
    "careers?|image|margins?|shareholders|share price|pensions?)|appearances|looking good|making "
    "money|saving money|cutting costs|what it costs|costs?)|(?:more|most) (?:interested in|"
    "concerned (?:about|with)) (?:money|profits?|the money|numbers|figures|themselves|himself|"
    "herself|targets?|tonnes|journalists|headlines|(?:the |their |his |her )?(?:own "
    ")?(?:bonus(?:es)?|promotions?|careers?|image|margins?|shareholders|share price|pensions?)|"
    "appearances|looking good|making money|saving money|cutting costs|what it costs|costs?)|"
    "(?:cares?|cared|bothered|interested) (?:about |in )?nothing (?:but|except|other than) "
    "(?:money|profits?|the money|numbers|figures|themselves|himself|herself|targets?|tonnes|"
    "journalists|headlines|(?:the |their |his |her )?(?:own )?(?:bonus(?:es)?|promotions?|"
    "careers?|image|margins?|shareholders|share price|pensions?)|appearances|looking good|making "
    "money|saving money|cutting costs|what it costs|costs?)|nothing (?:but|except) (?:money|"
    "profits?|the money|numbers|figures|themselves|himself|herself|targets?|tonnes|journalists|"
    "headlines|(?:the |their |his |her )?(?:own )?(?:bonus(?:es)?|promotions?|careers?|image|"
    "margins?|shareholders|share price|pensions?)|appearances|looking good|making money|saving "
    "money|cutting costs|what it costs|costs?) (?:mattered|matters|counted|counts)|(?:that|"
    "those) (?:mob|shower|clowns|muppets|idiots)(?! (?:of|who) )|that lot (?:upstairs|at (?:the "
    "top|head office)|in (?:the )?(?:office|head office|london|management))|tells you (?:all|"
    "everything|something|a lot|plenty|what)(?: you need to know)?(?= about (?:that|them|the|"
    "this|how)|[.,;]|$| and| so| really)|run by (?:idiots|amateurs|accountants|children|clowns|"
    "bean ?counters|monkeys|fools|a bunch)|run by people who (?:had |have |'ve )?(?:never|"
    "couldn't|can't|don't|didn't|know nothing|knew nothing|have no|had no)|stuck in the (?:dark "
    "ages|past|stone age|nineties|eighties|seventies|(?:19)?[5-9]0s|last century|middle ages)|"
    r"(?:like|in|from) the dark ages|(?:nobody|no one|not one person) (?:there|in that \w+|at "
    r"that \w+|in the building|upstairs) (?:had had an idea|could even|had a clue|has a clue|"
    "cares?|cared|listens?|listened|knew what|knows what|could be bothered|gave a|wanted to know|"
    "took any)|and it (?:shows|showed)(?=[.,;]|$| and| in)|asleep at the wheel|(?:run|decided|"
    "made|written|designed|planned|drawn up|dreamt up|dreamed up|led|managed|offshored|"
    "outsourced|invented|thought up|chosen|bought|asked) by (?:people|managers|somebody|someone|"
    "men) who(?:'d| had| have|'ve| has)? never (?:in their lives |once |even |actually |ever "
    r")?\w+|who(?:'d| had| have|'ve| has)? never in (?:their|his|her) li(?:ves|fe)|(?:some (?:lad|"
    "bloke|bod|guy|suit|genius|bright spark) in (?:an|the) office|people in (?:suits|nice "
    "offices)|pen-?pushers?|bean[- ]?counters?|desk jockeys|suits upstairs|men in suits)|"
    "(?:place|company|firm|depot|bank|charity|committee|board|management|museum|school|hospital|"
    "office|team|department|council|agency|employer|club|organisation|factory|practice|"
    "university|branch|owners?|bosses|directors|group|trust|chain|college|authority|head office|"
    "headquarters|brigade|squadron|regiment|shop|store|restaurant|hotel|kitchen|ministry|airline|"
    "newspaper|paper|station|lab|laboratory|site|plant|founders?|managers|officers|leadership|"
    r"people at the top|chief executive|ceo),?(?: i \w+(?: (?:at|for|in|with|on))?| there| here| "
    "above us)?,? (?:that |which |who |it )?(?:has|have|had|'d|simply|really|just|frankly|"
    "clearly|also|still|obviously)?,? ?never (?:really |once |actually |even )?(?:wants?|wanted|"
    r"listen\w*|learn\w*|pays?|paid|invest\w*|spends?|spent|understood|understands?|cares?|cared|"
    "met|spoken|talked|stood|set foot|worked|done a|been near|driven|held|touched|sat|asks?|"
    "asked|plans?|planned|thinks?|thought)|(?:place|company|firm|depot|bank|charity|committee|"
    "board|management|museum|school|hospital|office|team|department|council|agency|employer|club|"
    "organisation|factory|practice|university|branch|owners?|bosses|directors|group|trust|chain|"
    "college|authority|head office|headquarters|brigade|squadron|regiment|shop|store|restaurant|"
    "hotel|kitchen|ministry|airline|newspaper|paper|station|lab|laboratory|site|plant|founders?|"
    r"managers|officers|leadership|people at the top|chief executive|ceo),?(?: i \w+(?: (?:at|for|"
    "in|with|on))?| there| here)?,? (?:that |which |who )?(?:has|have|had|has got|has absolutely|"
    "had absolutely) (?:absolutely )?no (?:idea|clue|interest|vision|plan|strategy|respect|"
    "backbone|loyalty|heart|shame|concept|understanding)|(?:the )?(?:place|company|firm|depot|"
    "bank|charity|committee|board|management|museum|school|hospital|office|team|department|"
    "council|agency|employer|club|organisation|factory|practice|university|branch|owners?|bosses|"
    "directors|group|trust|chain|college|authority|head office|headquarters|brigade|squadron|"
    "regiment|shop|store|restaurant|hotel|kitchen|ministry|airline|newspaper|paper|station|lab|"
    "laboratory|site|plant|founders?|managers|officers|leadership|people at the top|chief "
    "executive|ceo)(?: there| above us| up there)? (?:only |just |simply |really )?(?:think only|"
    "thinks only|thought only|couldn't care less|could not care less|couldn't give a|cared "
    "little|cares little|cared nothing|cares nothing)|(?:very |really |so )?bad(?:ly)? "
    "(?:organi[sz]ed|managed|led|run)(?=[.,;]|$| and| place| company| firm| team| school| "
    "restaurant| hotel)|nothing (?:is|was|gets|got) (?:ever |really |properly )?(?:organi[sz]ed|"
    "planned|thought through)(?! by (?:me|us))|always like (?:this|that) (?:in|at|with) (?:that|"
    "this|the)|(?:never|doesn't|didn't) (?:even )?(?:occurs?|occurred) to (?:them|him|her|"
    "management|the management|head office|anyone (?:there|upstairs))|(?:stupidest|daftest|"
    "dumbest|silliest|most (?:stupid|ridiculous|idiotic|pointless|chaotic|disorgani[sz]ed|"
    r"useless|incompetent|badly run)) (?:\w+ ){0,2}(?:policy|policies|system|rules?|idea|company|"
    "place|firm|school|office|manager|management|boss|employer|team|kitchen|ward|site|council|"
    "form|process|decision)|(?:poor|bad|weak|terrible|useless|incompetent|non-existent|hopeless|"
    "clueless|awful|dreadful) (?:management|leadership|bosses|managers)|mismanagement|mismanaged|"
    "(?:lack|absence) of (?:leadership|any leadership|proper management)|no (?:real |proper "
    ")?leadership(?: whatsoever| at all|[.,;]|$)|toxic (?:culture|environment|atmosphere|"
    "workplace|place|company|team|department|management)|(?:blame culture|culture of (?:fear|"
    "blame|bullying|secrecy))|jobs for the boys|old boys'? (?:club|network)|boys' club|(?:clown|"
    "freak) show|amateur hour|basket case|train wreck of|car crash of|rudderless|banana republic|"
    "kindergarten of|cut us to the bone|acted surprised|forever (?:buying|changing|cutting|"
    "losing|promising|moving|reorganising|having|talking)|don't (?:get|even get) me started "
    "(?:on|about)|no intention of (?:paying|helping|listening|doing|changing|spending|ever)|"
    "(?:this|that|the) (?:company|firm|place|school|chain|hospital|hotel|employer|management) "
    r"(?:never|will never|would never|doesn't ever|didn't ever) (?:\w+)|(?:to be honest|frankly|"
    "honestly),? (?:it|the (?:place|company|firm|management|whole place|whole thing)) (?:was|is) "
    "(?:a |an )?(?:absolute |complete |total |bit of a |real )?(?:mess|joke|shambles|disgrace|"
    "chaos|chaotic|awful|terrible|madhouse|nightmare|rubbish|circus)|(?:kept|keep|keeps|keeping) "
    "(?:us|staff|everyone|people|the staff|the crews) in the dark|(?:penny[- ]pinching|"
    "skinflints?|tight-fisted|money-grabbing|cheapskates?|too cheap to|too tight to)|"
    r"(?:squeez\w+|bleed\w*|milk\w*) (?:the |their |its |us |every )?(?:staff|others|people|"
    "workers|branches|last penny|dry)|(?:treats?|treated|treating) (?:us|people|staff|everyone|"
    "everybody|the staff|its staff|their staff) (?:like|as) (?:dirt|numbers|machines|rubbish|"
    "animals|slaves|children|cattle|a number)|(?:hadn't|haven't|hasn't|had not) (?:got )?a "
    "clue(?= what| how| about|[.,;]|$)"
)
_WEAK = any_of(
    "circus|madhouse|penny-pinching|all spreadsheets|on the cheap|sweep it under|photographed "
    "with|congratulating (?:one another|themselves|each other)|private club|like it was their "
    "idea|not one of the (?:family|board|management)|no idea what they were doing|in that "
    "(?:building|place|company)|ivory tower|habit of (?:squeezing|blaming|ignoring)|mismanaged|"
    "years behind|out of touch|the only language|nobody in that (?:office|place|building)|for "
    "the sake of (?:his|her|their) bonus|that lot|those people|nobody (?:there|upstairs|in "
    r"charge) (?:\w+)|(?:who|that|which)(?:'d| had| have|'ve| has)? never (?:\w+ )?(?:met|spoken|"
    "talked|stood|set foot|worked|done a|taken a|been near|driven|touched|needed)|(?:they|he|she|"
    r"which|who|and) never (?:wants?|wanted|listened|listens|learns?|learned|paid|pays|invest\w*)|"
    "bought cheap|on the cheap|second-rate|that's what happens when|what i can't stand is|what i "
    "couldn't stand|(?:asked|asks|wanted|wants) (?:by|from) people|got it into (?:his|her|their) "
    "heads?|(?:you've|i've|i have|i had|i'd) ever seen|who hasn't (?:taught|driven|worked|nursed|"
    "sold|flown|cooked)|not the sharpest|over (?:my|our) heads?|while (?:he|she|they) gave|no "
    "one had asked for|nobody had asked for|nobody asked for|no one asked for|i want to leave|"
    "why i left|why i'm leaving|glad to be out|couldn't wait to (?:leave|get out)|(?:the "
    ")?officers (?:think|thought|only)|for such an? (?:firm|company|hospital|bank)|everyone "
    r"who(?: has|'s)? (?:been|worked) there|finally,? they pay|they pay(?: \w+)?,? finally|before "
    r"it is dead|until it (?:breaks|broke|is broken|was broken|fell apart)|had let [\w ]{1,25} "
    "rot|lived with (?:that|the) problem for years|(?:never|nobody) (?:had )?(?:ever )?bothered "
    "to (?:do|ask|listen|look)|(?:got|had) (?:itself|themselves|himself|herself) photographed|"
    "(?:was|were|be|been|am) (?:expected|supposed) to do it (?:besides|on top|for nothing|for "
    "free)|no word of thanks|word of thanks from|preferred to (?:pin|blame)|will (?:ever "
    ")?admit(?: to)?|like everything else|the only (?:one|person) who (?:knew|cared|did|ever)|"
    "(?:doesn't|didn't|don't|never) (?:know|understand|understood) (?:manufacturing|the job|our "
    "work|the trade|what we do)|in this day and age|half the time"
)
_VERDICT = Pattern(
    r"\b(?:an? (?:absolute |complete |total |bit of a |real )?(?:shambles|mess|joke|disgrace|"
    r"circus|madhouse|laughing stock)|chaotic|badly run|clueless|rotten|toxic|shambolic|"
    r"disorganised|incompetent|mismanaged|greedy|stingy|amateurish|pathetic|hopeless)\b"
)
_PLACE = (
    r"\b(?:place|company|firm|depot|bank|charity|committee|board|management|museum|school|"
    r"hospital|office|team|department|council|agency|employer|outfit|club|organisation|factory|"
    r"practice|university|branch|owners|bosses|directors|mob runs it|group)\b"
)
_OF_THE_PLACE = Pattern(
    rf"{_PLACE}(?: i \w+(?: as [\w ]{{0,30}})?| then| there| as a whole)?,? (?:was|is|were|"
    rf"are)[ ,](?:[a-z]+,? ){{0,3}}$"
)
_THE_PLACE = Pattern(rf" {_PLACE}")
_BACK = 80


def _find(draft: Draft) -> Iterator[Hit]:
    if draft.is_story:
        yield from verdicts(own_words(draft.text))


# Two rules ask for those of the same text.
@lru_cache(maxsize=1)
def verdicts(said: str) -> tuple[Hit, ...]:
    """Return where the plain text `said` runs down the place or the people in charge of it."""
    return tuple(_verdicts(said))


def _verdicts(said: str) -> Iterator[Hit]:
    for match in _VERDICT.finditer(said):
        back = max(0, match.start() - _BACK)
        if _OF_THE_PLACE.search(said, back, match.start()) or _THE_PLACE.match(said, match.end()):
            yield Hit(start=match.start(), end=match.end())
    yield from weighed(said, _STRONG, _WEAK)


RULE = Rule(
    code="P06",
    name="negative-about-employer",
    family="people",
    severity="warning",
    cost=6,
    most=12,
    message="This runs down the people or the place you worked for.",
    remedy="Name the one thing that was wrong, as a fact with a size, and leave the verdict out.",
    find=_find,
)
