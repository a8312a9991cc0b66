"""Finds the teller enjoying that they were right.

What it does
Looks for triumph over somebody: "I had been right all along", "I told them so", "you should have
seen their faces", a result pinned up for the loser to see. Being right about a fact ("the sums
were right") and granting that somebody else was right are left alone.

Why
In a story about disagreement the interviewer wonders how the two of you worked together the week
after. The guide asks for humility, with the other side heard. A good result shows who was right;
it needs no help.

Example
"It failed on the Friday, exactly as I'd said, and you should have seen his face."

Use instead
"It failed on the Friday. He rang me that evening, and we went through both sets of figures
together."
"""

from collections.abc import Iterator
from functools import lru_cache

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words, weighed
from storyloop.critique.rule import Hit, Rule

_STRONG = any_of(
    "i(?:'d| had|'ve| have)? (?:been|was|turned out to be|were) (?:proved |proven "
    r")?(?:completely |absolutely |entirely )?right\b(?! (?:to|in front|at|on|by|next|behind|"
    "there|about (?:my own|one)|up))|proved (?:me|myself) right|i was (?:proved|proven) right|"
    "(?:him|her|them|everyone|everybody|you) (?:all )?wrong(?= and i|,? (?:which|and) (?:i |they|"
    r"he |she ))|proved (?:him|her|them|everyone|everybody|the \w+) wrong|(?:all of them|they "
    "were all|everyone was|everybody was) wrong|told you so|(?:just|exactly|precisely) (?:as|"
    "what|like) i(?:'d| had)? (?:said|told|predicted|warned)|as i(?:'d| had)? (?:said|told them|"
    "predicted|warned) (?:all along|from the (?:start|first|beginning)|it would|they would|them|"
    r"him|her)|i(?:'d| had)? (?:said|told (?:them|him|her)(?: \w+){0,5}) (?:so )?(?:all along|"
    "from the (?:first|start|beginning|outset|very first)(?: day)?)|i(?:'d| had) told (?:them|"
    r"him|her) (?:it|that|there|they|he|she)\b[^.;\n]{0,40} from the first|his face when|her face "
    "when|who (?:of us )?(?:was|had|is) (?:now )?right|egg (?:all )?(?:over|on)|nobody is "
    r"arguing with me|(?:he|she|they) knew it\b|eat (?:his|her|their) words|serve[sd] (?:him|her|"
    "them) right|catch (?:his|her) eye|what they had to say now|last laugh|(?:had|have) to "
    "(?:admit|concede|grant) that i|(?:made|make) (?:quite )?sure (?:that )?(?:everyone|"
    r"everybody|the people|he|she|they|all)[^.;\n]{0,60}(?:saw|heard|knew|hear|see|read)\b|read "
    "my own (?:minute|e-?mail|memo|note)|vindicated|proved my point|point proved|i(?:'d| had)? "
    "known (?:it )?all along|i knew (?:it )?all along|(?:wiped|wipe) the (?:smile|grin)|put "
    "(?:him|her|them) in (?:his|her|their) place|rub(?:bed)? it in|that (?:taught|showed) (?:him|"
    "her|them)(?=[.,;]| a)|hate to say|(?:his|her|their) faces? (?:fell|dropped|went)|look(?:ed|"
    "ing)? (?:pretty |rather |very |quite )?(?:foolish|silly|sheepish|like a fool|like fools)|"
    "never (?:questioned|argued with|doubted|contradicted) me (?:again|since)|(?:had|have) to "
    "come (?:crawling|begging|to me)|where (?:he|she|they)'d (?:have to|see|had to)|(?:so|where) "
    "(?:he|she|they)(?:'d| would) see it|i(?:'d| had) told (?:them|him|her|you|everyone|"
    "everybody|them all|the lot of them|all of them|every one of them|each of them) so|i told "
    "(?:them|him|her|you|everyone|everybody) so(?! (?:in|by|and|because|straight|plainly|to|at|"
    "on|with|over|there|myself|when|before))(?=[.,;]|$| didn't)|i(?:'d| had| did) (?:told|warned|"
    "tell|warn) (?:the lot of them|them all|every one of them|all of them|every single one|"
    "everyone|everybody|anyone who)|(?:should|could|ought to|wish you)(?: have|'ve| of|'d)? seen "
    "(?:their|the|his|her|all their) (?:faces?|looks?|expressions?)|(?:to see|seeing|see) "
    "(?:their|his|her) faces?(?= when| as| fall| drop|[.,;]|$)|(?:he|she|they|all of them|the "
    r"\w+|which he|who) (?:had|have|has|'d) to (?:apologise|apologize|swallow|eat (?:his|her|"
    "their|humble)|stand up (?:in front|and (?:say|admit))|back down|climb down|grovel|concede|"
    "back-?track|take (?:it|that|everything) (?:all )?back)|(?:took|take|taking|gave me|give me|"
    "felt|feel|had|with|get|got) (?:some |a certain |great |much |no small |real |quiet |a "
    "little |a bit of |enormous |considerable |immense |particular |huge |malicious "
    r")*(?:pleasure|satisfaction|delight|joy|enjoyment|glee) (?:in|from|to|out of) (?:\w+ing|see|"
    "watch|tell|show|send|hear|remind|point|read|prove|inform|put|hand)|(?:great|some|enormous|"
    "quiet|a certain|no small|immense) (?:pleasure|satisfaction) (?:in|to|of) (?:see|seeing|"
    "watch|watching|tell|telling|show|showing|send|sending|hear|hearing|remind|reminding|"
    "reading) (?:him|her|them|his|their|it|that)|i(?:'ll admit i|'m not going to lie,? i| must "
    "say i| have to say i| must admit i| admit i| don't mind saying i)? (?:did|rather|quite|"
    "really|thoroughly|secretly|truly|frankly)? ?enjoy(?:ed)? (?:that|it|reading (?:that|it|"
    "them)|seeing (?:him|her|them|his|her|their)|watching (?:him|her|them|his|her|their)|telling "
    "(?:him|her|them)|his face|her face|their faces|the look)(?! (?:very much|a lot|here|there|"
    "enormously))|which i (?:rather |quite |really |thoroughly |secretly |must say i |have to "
    "say i |did )?(?:enjoyed|enjoy)|which i (?:find|found) (?:rather |quite |really "
    ")?(?:delicious|hilarious|priceless|amusing|very funny|rather funny|satisfying|rich)|(?:was|"
    "it was|that was) (?:absolutely |quite |rather |really )?(?:priceless|delicious|sweet "
    "revenge|poetic justice|a sight to see|music to my ears)|look(?:ed|ing)? (?:down )?at (?:his|"
    "her|their) (?:own )?(?:shoes|feet|boots|laps?|plates?)|(?:wasn't|isn't|was not|wasn't very) "
    "(?:much|a lot|anything|a thing) (?:he|she|they|anyone|anybody) could (?:say|do)(?= about|"
    "[.,;]|$| then| after| was| to that)|(?:had|having) (?:absolutely )?(?:nothing|no answer|not "
    "a word|not much|very little) (?:more |left |else )?to say (?:to that|after that|about it|"
    "then|any more|for (?:himself|herself|themselves))|didn't know where to look|(?:came|come|"
    "coming) (?:back )?(?:to me )?(?:crawling|begging|cap in hand|grovelling|with (?:his|her|"
    "their) tails?)|tails? between (?:his|her|their) legs|(?:had|have|has|were forced|was forced|"
    "forced) to (?:finally |publicly |openly )?(?:admit|concede|grant|accept|acknowledge|"
    r"recognise|recognize|agree|own up)(?:,? in front of [\w ]{1,30}?,?| publicly| openly| in the "
    r"end| to me| to everyone)? that (?:i|we|the \w+)(?:'d| had| was| were)(?: been)? "
    r"(?:completely |absolutely |entirely )?right|that (?:i|the \w+) (?:was|had been) right from "
    "the (?:start|beginning|outset|first)|(?:history|time|events|the (?:figures|numbers|results|"
    "facts)) (?:has |have |had )?prove[dn]? me right|(?:made|make) (?:him|her|them) (?:apologise|"
    "admit|say sorry|say it|eat|squirm|read it out|beg)|i (?:won|had won|'d won) (?:that|the|our|"
    "this) (?:argument|fight|battle|bet|war)|it (?:takes|took|needed) (?:a|an) (?:student|intern|"
    "temp|trainee|apprentice|newcomer|junior|cleaner|beginner|outsider|girl|woman|night|new) "
    r"?(?:\w+ )?to|and it (?:takes|took) (?:a|an|me) (?:student|intern|temp|trainee|apprentice|"
    r"newcomer|junior|cleaner|beginner)|(?:gave|read|showed|showing|reading|handed) (?:\w+ "
    "){0,3}(?:back|out) to (?:him|her|them)(?=[.,;]|$| word)|(?:everyone|everybody|they all|he|"
    "she|they|even he|even she) (?:now |finally |has to |have to |had to )*(?:admits?|admitted|"
    "agrees?|agreed|knows?|knew|saw|sees?|said) (?:that |now )*i (?:was|am|had been|'d been) "
    "right|(?:wiped|mopped) the floor with|to (?:his|her|their) (?:great )?(?:embarrassment|"
    "shame|chagrin)|(?:knocked|took) (?:him|her|them) down a peg|(?:they|he|she)(?:'ll| will| "
    "would|'d) (?:listen|think twice|know better|believe me) (?:to me )?next time|now (?:he|she|"
    "they)(?:'re| are| have| has| all| always| come| comes|'s)? (?:to )?(?:hold up|holds up|"
    "listens? to me|does? (?:it|what i)|ask me first|copy|copies)|who(?:'s| is| was) laughing|"
    "not (?:bad|so stupid) for (?:somebody|someone|a mere|just) |i(?:'d| had)? (?:always|been) "
    "(?:known|said|saying)(?: that)? (?:it|this|that|he|she|they)(?! (?:was|is|were) (?:my|mine|"
    "possible that i))|i(?:'d| had) been (?:saying|telling (?:them|him|her)) (?:it |this |that |"
    "so )?(?:from|since|for|all|right from)"
)
_WEAK = any_of(
    "(?:in front of|before) (?:everyone|everybody|them all|(?:her|his|their|the) whole|many "
    "persons|the whole)|i (?:printed|pinned|framed|forwarded)|don't hear much|shut (?:him|her|"
    "them|that|it) (?:up|down)|they listen|listened to me rather better|takes? advice|had to "
    "stand up|with some satisfaction|i (?:rather |quite )?enjoyed|never doubted (?:me|it)|nobody "
    "(?:doubts|argues)|i smiled|to (?:his|her|their) face|naturally i was|nobody had believed|as "
    r"i knew it would|i did say|between (?:you|them|the \w+) and it takes|(?:nobody|no one)(?:'d| "
    "had)? (?:ever )?(?:thought of|seen|found|believed) (?:that|it|me)|(?:sent|gave|handed|"
    r"forwarded|mailed) (?:him|her|them|my \w+) (?:a copy|the (?:figures|results|numbers|sheet|"
    "graph|report|minutes|photo))|got a copy of|ring(?:ed|ing) in red|in red (?:ink|pen|pencil)|"
    "to show (?:to )?(?:anyone|anybody|everyone|whoever)|who had (?:told|called|said|laughed|"
    "doubted)|told me (?:that )?i was (?:naive|mad|wrong|dreaming|crazy|too|being|exaggerating)|"
    r"laughed at (?:me|it|my)|i(?:'d| had) (?:said|told|warned|written|predicted)[^.;\n]{0,15} "
    "(?:in (?:my|the) (?:very )?first|in writing|on day one|from day one|before (?:it|anyone|"
    "anybody))|in writing what would happen|(?:i|they|he|she|it) (?:went|go|had gone|'d gone) "
    "(?:very |all |rather |quite )?(?:quiet|red|white|pale|silent)|lost for words|speechless|"
    r"red-faced|jaws? dropp\w+|(?:should|could) have listened(?: to me)?|they should've listened|"
    "finally (?:admitted|agreed|listened|believed|conceded)|(?:the |that )?people who(?: had|'d) "
    "(?:doubted|laughed|argued|said)|for (?:them|him|her|everyone) to (?:see|read|hear)|was "
    r"right(?: from| again| after all|[.,;]|$)|a (?:very )?good (?:\w+ )?(?:lunch|meeting|day|"
    r"evening|moment|morning) for me|that was a good (?:\w+ )?(?:meeting|day|moment|lunch)|(?:not "
    r"bad|not so bad) for an?|hold(?:s)? (?:up )?my (?:\w+ )?(?:up )?as (?:the|an) example|"
    "reminded (?:him|her|them|everyone) (?:of that|that i|who)|in reminding (?:him|her|them)|"
    "(?:with|had) (?:my )?head held high|exactly (?:as|like|what|how) i|i don't think (?:he|she|"
    "they) liked|(?:he|she|they) (?:wasn't|weren't) (?:very |so |too |best )?(?:pleased|happy|"
    "clever)|who never|who'd never"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if draft.is_story:
        yield from triumphs(own_words(draft.text))


# Two rules ask for those of the same text.
@lru_cache(maxsize=1)
def triumphs(said: str) -> tuple[Hit, ...]:
    """Return where the plain text `said` enjoys having been right."""
    return tuple(weighed(said, _STRONG, _WEAK))


RULE = Rule(
    code="P05",
    name="gloating",
    family="people",
    severity="warning",
    cost=6,
    most=12,
    message="This enjoys having been right.",
    remedy="Let the result say it, and add what you took over from the other side, or owe to it.",
    find=_find,
)
