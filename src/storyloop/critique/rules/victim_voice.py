"""Finds stories that dwell on the wrong done to the teller.

What it does
Looks for the turns of complaint: nobody helped, nobody said thank you, "it was always me", "as
usual it was left to me", "I was made to". One alone passes; two different ones, or a very plain
one ("it was unfair"), are reported. Facts such as "I was alone on the ward" are left alone.

Why
A story is judged by what the teller did with what they were given. Where the wrong takes the room,
the listener learns about the wrong. The guide asks for humility in stories of conflict.

Example
"As usual it was left to me, and nobody so much as said thank you."

Use instead
"The others had gone home by then. I rang two of them to ask where the keys were, and did the count
with the cleaner."
"""

from collections.abc import Iterator
from functools import lru_cache

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words, weighed
from storyloop.critique.rule import Hit, Rule

_STRONG = any_of(
    "always (?:us|me)(?: who| that|(?=[.,;]|$))|it's always (?:me|us)|impossible position|not "
    "that i was (?:ever )?(?:thanked|asked)|for my trouble|after all (?:i've|i had|i'd) "
    "(?:done|given)|after all those years|dumped (?:on|upon) me|forced (?:on|upon) me|never "
    "(?:even )?(?:got|had|received) so much as|what i(?:'d| had)? had to put up with|(?:taken|"
    "took) my side|(?:stood|stand) up for me|(?:nobody|no one) (?:ever )?(?:helps|thinks of|"
    "thought of) (?:you|me|us)|bad luck with|just my luck|to show me up|treated (?:me )?like "
    "(?:i|dirt|a (?:servant|child|criminal|slave))|why (?:is it )?always me|say sorry, did|"
    r"what (?:do|did|thanks did) i get|under the bus|scapegoat\w*|i was singled out|(?:me|i was|"
    r"was) (?:being )?picked on|stab\w* (?:me )?in the back|hung out to dry|(?:don't|didn't|"
    "hadn't) deserved? (?:it|that|this|any)|(?:without|not|never) (?:so much as )?a (?:single "
    ")?(?:word of thanks|thank-?you|thank you)|no thanks for|(?:nobody|no one|no-one|not one "
    r"of them|none of them) (?:(?!i\b|we\b)\w+ ){0,4}?(?:thanked|apologi[sz]ed to|said (?:sorry|"
    "thank you|thanks|well done|one word|a word) to) (?:me|us)|(?:got|took|taking|had) (?:all "
    ")?the blame|everyone (?:else )?blamed me|took (?:all )?the credit|i was the victim|had it "
    "in for me|against me from the|(?:(?<!he )(?<!she )was|is|it's|felt|feels|seemed|so|really|"
    "very|how|just) (?:so |very |really |rather |quite |a bit |just |totally |completely |"
    "plain |simply )?(?:unfair|unjust)(?! (?:on|to) (?!me|us))|i (?:thought|found|think|find|"
    "felt|considered|call)(?: it| that| this)?(?: was| is)? (?:so |very |really |rather |quite "
    "|a bit |pretty )?(?:harsh|unfair|unjust|out of order)|unfairly(?= to me|[.,;]| treated| "
    "blamed| on me)|(?:treated|blamed|punished|dismissed|accused|judged|criticised) (?:me "
    ")?(?:so |very )?unfairly|(?<!no, that's )(?<!that's )(?:wasn't|isn't|not|hardly) "
    "(?:really |very |exactly )?fair(?: on me| to me)?(?! (?:on|to) (?!me))(?= that i|[.,;]|$| "
    r"on me| to me| and| because| but)|(?:always|usually|generally) (?:me|us|my \w+|the "
    r"(?!one\b)\w+) (?:that|who) (?:gets?|got|cops?|ends? up|ended up|pays?|paid|catches|is "
    r"left|was left)|things like this (?:always|only|just|tend|never)(?: \w+){0,3} (?:to me|me)|"
    "(?:stand|stood|sit|sat|standing) there and (?:just |simply )?(?:take|took|taking) it|"
    "(?:supposed|expected|meant|forced|obliged|had|have) to (?:just |simply )?swallow (?:it|"
    "that|this|everything)|never (?:once |even )?(?:said (?:sorry|thank you|thanks)|apologised|"
    "apologized) (?:to )?me|(?:no|not a|without a|never a|not one|nor a|hardly a) (?:single "
    ")?word of (?:thanks|apology|praise|recognition|explanation|gratitude)|(?:how|the way) "
    "(?:badly )?i(?:'d| had| was)(?: been)? treated|i (?:was|am|got|felt|have been|had been|'d "
    "been) (?:being )?(?:always |just |simply |really |completely |totally )?(?:bullied|"
    "humiliated|victimised|scapegoated|stitched up|set up|walked over|taken for granted|taken "
    "advantage of|made a fool of|cheated|betrayed|used|sacrificed|treated (?:badly|terribly|"
    "appallingly|shabbily|unfairly|as (?:if|though)))|treated for (?:this|it|that) as|"
    "(?:stitched|set|showed) me up(?! (?:with|on|in))|thrown to the (?:wolves|lions)|(?:left|"
    "leaving|leave) (?:me )?(?:holding the baby|in the lurch|to carry the can|high and dry|"
    "carrying the can)|point(?:ed|ing|s)? (?:the|their) fingers? at me|my face (?:didn't|"
    "doesn't|never) fit|guess who|muggins|story of my life|who (?:got|gets|took|takes|had|"
    "carried|do you think) (?:got |gets )?the blame|(?:never|wasn't|not) (?:once |really |even "
    ")?given (?:a|any|the) (?:fair |real |proper |single )?(?:chance|credit|thanks|help|"
    "recognition)|never (?:once |even |really )?(?:got|had|stood|received|saw) (?:a |any |the |"
    "an )?(?:fair |proper |real |single )?(?:chance|thanks|thank-you|apology|explanation|"
    "credit|recognition)|instead of (?:a |any |saying )?(?:thank|thanking|being thanked)|"
    "nobody (?:ever )?(?:appreciated?|appreciates|noticed what i|saw what i|cared (?:about|how|"
    "what) (?:me|i)|cares (?:about|how|what) (?:me|i))|(?:not|never|under) ?appreciated|"
    "(?:spoiled|spoilt|ruined) (?:it|the whole thing|everything) for me|(?:shouted|screamed|"
    "yelled|laughed|sworn) at in front|more than my (?:fair )?share of (?:bad luck|trouble|"
    "work|the blame)|(?:supervisors|managers|bosses|management|they|he|she|nobody) (?:have |"
    "has |had )?never (?:once )?(?:taken|took|take) my (?:side|part)|(?:i|we) (?:never|didn't) "
    "(?:stood|stand) a chance|why (?:is it|does it|do i|me|should i)(?: always| have to)?(?: "
    "me| happen to me)(?=[.,;?]|$)|the whole world was against me|(?:everyone|everybody|they|"
    r"they all|the whole \w+) (?:was|were|is|are|ganged up|turned) (?:all )?against me|(?:was|"
    "is|been|being|be) held against me|hold(?:s)? (?:it|that|this) against me|never (?:get|"
    "gets|have) a (?:fair|proper|real) (?:chance|hearing|go)|(?:did|do|does|would) (?:i|we|you|"
    "one) (?:ever )?get (?:a |any |one |so much as a )?(?:word of )?(?:thanks?|thank-?you|"
    "credit)|was there (?:a|any|one|so much as a)(?: single)? (?:word of )?(?:thanks?|"
    r"thank-?you|apology)|(?:that|this)(?:'s| is) (?:the|what|how)(?: \w+){0,2} thanks? (?:i|we|"
    "you)(?: get| got)?(?=[.,;]|$| for| get| got)|(?:nobody|no one|no-one|not one of them|none "
    r"of them) (?:(?!i\b|we\b)\w+ ){0,3}?apologi[sz]ed(?! (?:for|because|and))|(?:nobody|no one|"
    r"no-one|not one of them|none of them) (?:(?!i\b|we\b)\w+ ){0,2}?said (?:thank you|thanks|"
    r"sorry|well done|one word about|a word of)|(?:we|i|me)[\w, ]{0,30} (?:are|am|were|was) "
    r"(?:always )?(?:the )?victims?\b|always (?:the|a) fool who|(?:i was|i'm|and me) the "
    "(?:poor |only )?(?:fool|mug|eejit|idiot|sucker) (?:who|that)|always (?:get|got|gets) "
    "(?:the|all the|stuck with|left with) (?:worst|blame|rubbish|dirty|bad|the|it)|(?:treated|"
    "screamed at|shouted at|spoke to|spoken to) (?:me|us) (?:like|as if|as though) (?:i|we|an? "
    ")|cheek to (?:put|tell|ask|send|say|blame|give|make|charge)|(?:how|the way) (?:this|that|"
    "the) (?:service|company|firm|place|trade|system) treats"
)
_WEAK = any_of(
    r"(?:nobody|no one|no-one|not one of them|none of them|no person)(?: \w+){0,3}? (?:asked "
    "(?:if|whether) i|helped?|backed me|listened|stood|came to|cared|rang me|supported|"
    "supports|looking over|offered|given me|gave me|has helped|said (?:sorry|thank|to me)|"
    "asked the)|without (?:asking (?:me|us|if i|whether i)|my being asked)|(?:i|we) (?:was|"
    "were|got)(?: then| also| simply| again| just)? (?:made to|shouted at|overruled|blamed|"
    "left (?:on|alone|with)|told off|ignored|voted down|passed over|forced to|punished|"
    "sidelined|given the (?:blame|worst|rubbish)|spoken to about)|left me (?:on my own|alone|"
    "to|with)|(?<=[,.;] )as ever|as per usual|as (?:it|things)(?: always| generally| usually) "
    "(?:is|are|was|were)|left to me|fell to me again|all on my own|the whole lot on my own|"
    "alone, (?:after|in|at)|over a barrel|i got (?:nothing|all the)|went mad at me|voted me "
    "down|it's me that|it was me (?:who|that)|(?:i was )?the one (?:who|that) (?:had to|was|"
    "got)|got (?:a|the) (?:mention|card|praise|credit|thanks)|so much as (?:a|rang|asked)|cuts "
    "me dead|put on my (?:name|desk)|while (?:everyone else|the others|the ones)|no (?:choice|"
    "help|support|thanks)|never (?:once )?(?:asked|thanked|listened|helped|apologised)|"
    "(?:didn't|never) even (?:ask|say|thank|look)|of course (?:it was me|nobody|i was|i had)|i "
    "(?:cried|suffered)|didn't deserve|landed on (?:me|my desk)|you'd think (?:we|i)'d|quite "
    "rude to me|(?:as usual|as ever|as always|same as (?:ever|always|usual)|as per usual|like "
    "always),? (?:it|i|me|us|we|nobody|no one|the|left|for|had|landed|fell)|(?:me|us|it|"
    "ignored|down|alone|nothing|nobody|out|again|late)(?:,)? (?:same as ever|as usual|as ever|"
    "as always)|(?:they|he|she) (?:made|left|forced|blamed|expected|obliged|put|sent) me(?= on "
    "my own| alone| to (?:do|stay|work|deal|explain|pay|apologise|clean|write|carry|sign)| "
    "with (?:the|it|all|no|everything|this))|over my head|(?:was|were|been) (?:hardly|barely|"
    "scarcely|never|not even) (?:even )?(?:discussed|considered|asked|consulted|heard|listened "
    "to|mentioned|looked at|read|told|warned)|(?:only|merely|just) (?:as|for) a formality|"
    "(?:would|will|to|going to) be blamed|i was left (?:to|with|standing|alone|holding|out|"
    "behind)|(?:not|never|nothing) for me(?=[.,;]|$| for| it| just)|(?:held|holds?) (?:it |"
    "this |that )?against me|(?:get|got|getting|be|being|was) (?:shouted|screamed|yelled|"
    "moaned|sworn) at|nobody (?:else )?(?:is|was|ever|'s) (?:ever |even )?(?:going to|gonna|"
    r"asked me(?! to\b)|asked how|said|thanked)|nobody asked me(?! to\b)|(?:could not|couldn't) "
    "(?:stand|take|bear) (?:it|this|that) (?:any ?more|any longer)|couldn't sleep|didn't sleep|"
    "i (?:felt|feel) (?:already |so |really |very |physically )?(?:sick|humiliated|alone|used|"
    "betrayed|worthless|stupid|small|let down|abandoned|hurt)|(?:really|quite|so|very|rather|"
    "was) hurtful|alone in (?:a|the|that|this)|(?:you are|you're|i was|i am|i'm) (?:always |"
    "completely |totally |all )?alone(?=[.,;]|$| with| in)|without paying me|(?:in|out of) my "
    "own (?:time|pocket|evenings|free time|weekend)|my own (?:evenings|free time|weekends?)|"
    "(?:without|no|any) (?:any |a |so much as a )?(?:explanation|apology|warning|training|"
    "recognition|thanks)(?= to me|[.,;]|$)|while (?:everyone|everybody) else|passed over|"
    r"pick(?:ed|s|ing)? on me|i(?:'m| was| am|'d been| got) (?:\w+ )?(?:attacked|humiliated|"
    "ridiculed|accused)|blank(?:s|ed)? me|the one (?:sent|left|told|blamed|they|she|he|to)(?= "
    "for| with| off|[.,;]| who| had| blamed)|had to do (?:it all|everything)(?: by)? (?:myself|"
    "alone|on my own)|nobody (?:had )?(?:troubled|bothered) to (?:tell|warn|ask|thank) me|let "
    "down (?:by|on|again)|took it off my bonus|docked my|(?:spent|wasted) my own|(?:really|so|"
    "very|quite) embarrassing|(?:i|me) get (?:nothing|none of|no)|carr(?:y|ies|ied) the can|"
    r"i(?:'m| am) (?:only|just) (?:a|an|the) [\w ]{1,20} so i|it(?:'s| is| was) (?:i|me|us)(?: "
    "that| who)? (?:had|has|got|gets?|getting|lost|has to|had to|paid|pays)|i(?:'m| was) the "
    "one(?: who| that)? (?:gets|got|lost|is looked|was looked)|(?:and |while |but )?(?:he|she|"
    r"they|\w+) (?:gets?|got|gets?) nothing(?=[.,;]|$| and| then| for)|(?:was|is|been|got|gets) "
    "(?:put|dumped|left|landed|thrown) (?:on|onto|with|to) (?:me|us)|became my problem|(?:left|"
    "leaving|leave) (?:me|us) (?:holding|on my own|to it)|got left with|(?:as if|as though|"
    r"like) (?:i'd|i had|i were|i was|it was my|i'm)(?= \w)|(?:wasn't|weren't|isn't|not) "
    "(?:very |at all |exactly |particularly |too )?(?:grateful|pleasant for me|nice (?:for|to) "
    "me)|on top of everything|(?:thought|think|was|find|found) (?:was |it |a bit |that "
    r")?rich\b|(?:nobody|no one)(?:'d|'s| had| has)? (?:ever )?(?:let|booked|trained|told|"
    "warned|given|shown|offered) me|kept in the dark|behind my back|(?:took|take|taken) my "
    "bonus|i (?:have )?lost my (?:bonus|voucher|licence|place|job)|what (?:am|was|are|were) "
    "(?:i|you|we) (?:meant|supposed) to do|what else (?:am|was|are) (?:i|you)|of course (?:it|"
    "they|nobody|i) (?:was me|landed|didn't let|fell)|(?:everybody|everyone) (?:still )?calls "
    "me|my name was (?:not|in|on)|laughed at me|the look every time|(?:under|all) (?:the "
    ")?pressure on me|thanks very much|not that (?:anybody|anyone|they)|nobody said a word|"
    "(?:i was|i am|i'm) not (?:asked|invited|mentioned|thanked)|was not appreciated|i was left "
    "out|given no reason"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if draft.is_story:
        yield from complaints(own_words(draft.text))


# Two rules ask for those of the same text.
@lru_cache(maxsize=1)
def complaints(said: str) -> tuple[Hit, ...]:
    """Return where the plain text `said` dwells on a wrong done to the teller."""
    return tuple(weighed(said, _STRONG, _WEAK))


RULE = Rule(
    code="P03",
    name="victim-voice",
    family="people",
    severity="warning",
    cost=4,
    most=8,
    message="This dwells on what was done to you.",
    remedy="State the obstacle once, as a fact, and give the room to what you did about it.",
    find=_find,
)
