"""Finds words that run down what somebody is, in place of what they did.

What it does
Looks for insults and belittling words about other people: "a bully", "too lazy to ask", "a
difficult man", "he sulked". It leaves alone what is quoted, what you say of yourself, what you say
of a thing ("a difficult airway", "a stupid rule"), and a judgement that you take back ("I had him
down as lazy; he was ill").

Why
Interviewers picture themselves as your next colleague and wonder what you will call them. What the
other person did can be checked and answered; what they "are" says more about the teller. The guide
asks for humility and no blame where people disagree.

Example
"The foreman was an arrogant bully, so nobody told him about the crack."

Use instead
"The foreman shouted when he was given bad news, so for two days nobody told him about the crack."
"""

from collections.abc import Iterator
from functools import lru_cache

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

_WORST = (
    r"lazy|spineless|stupid|selfish|arrogant|incompetent|useless|clueless|dishonest|childish|"
    r"cowardly|unprofessional|hopeless|pathetic|ignorant|greedy|spiteful|petty|immature|bone[- "
    r"]idle|"
    r"work-shy|two-faced|desperate for|idle|brainless|thoughtless|disloyal|entitled|shameless"
)
_BAD = (
    _WORST
    + r"|careless|thick|dim|hysterical|pig-?headed|pompous|obstinate|vain|sloppy|nasty|bossy|"
    r"narrow-minded|"
    r"small-minded|gutless|stuck-up|snobbish|toxic|paranoid|neurotic|unhinged|impossible|"
    r"unreasonable|stubborn|jealous|slow-witted|not (?:very|too|so|terribly|exactly) bright|"
    r"insufferable|obnoxious|inept|manipulative|big-?headed|vile|unbearable|surly|conceited|smug|"
    r"heartless|gormless|slapdash|bloody-minded|self-important|egotistical|self-centred|dopey|"
    r"dozy|daft|cantankerous|argumentative|stroppy|sulky|bitchy|catty|patronising|"
    r"condescending|overbearing|domineering|power-(?:mad|hungry)|weak-willed|feeble|dense|"
    r"backward|simple-minded|crooked|devious|sly|sneaky|conniving|scheming|cynical|untrustworthy|"
    r"unreliable|rude and|hot-headed|scatterbrained|cruel|malicious|vindictive|ridiculous|"
    r"hard-nosed|cocky|bone-headed|thick-skinned"
)
_HUMAN = (
    r"lazy|spineless|selfish|arrogant|incompetent|cowardly|work-shy|two-faced|bone[- ]idle|"
    r"clueless|ignorant|gutless|pig-?headed|pompous|big-?headed|vindictive|conceited"
)
_SOUR = (
    r"rude|difficult|horrible|awful|dreadful|ghastly|poisonous|odious|weak|bitter|crazy|"
    r"creepy|slimy|clumsy|disorgani[sz]ed|miserable|needy|precious|bad-tempered|sour|"
    r"aggressive|grumpy|moody|shifty|shady|obstructive|rigid|closed|negative|unhelpful|"
    r"uncooperative|abrasive|prickly|touchy|quarrelsome|spoilt|unpleasant|mean"
)
_NOUN = (
    r"idiots?|morons?|fools?|bull(?:y|ies)|cheats?(?! sheet)|liars?|cowards?|fanatics?|dinosaurs?|"
    r"divas?|prima donnas?|control freaks?|know-(?:it-)?alls?|tyrants?|snobs?|egomaniacs?|"
    r"jobsworths?|nasty piece of work|pain in the (?:neck|backside|arse)|halfwits?|waste of space|"
    r"narcissists?|drama queen|bighead|moaners?|whingers?|slackers?|backstabbers?|old goat|"
    r"bully-boy|freeloaders?|spongers?|cowboys?|crooks?|clowns?|time-?wasters?|skivers?|shirkers?|"
    r"layabouts?|loafers?|scroungers?|parasites?|snakes?|weasels?|creeps?|sneaks?|loudmouths?|"
    r"bigmouths?|busybod(?:y|ies)|show-offs?|windbags?|doormats?|wimps?|cry-?bab(?:y|ies)|"
    r"monsters?|psychopaths?|lunatics?|maniacs?|nutters?|weirdos?|jokers?|dead ?wood|chancers?|"
    r"cretins?|imbeciles?|buffoons?|"
    r"simpletons?|bores?|grumps?|misery guts|bigots?|mummy's boy|spoilt (?:brat|child)|brats?|"
    r"little (?:hitler|dictator|emperor)|dictators?|control-freaks?|gossips?|troublemakers?|"
    r"good-for-nothings?|charlatans?|frauds?|pedants?|bean counter|dragon|yes-m[ae]n|"
    r"real piece of work|right piece of work|so[- ]and[- ]sos?"
)
# Of a thing these say that it goes badly.
_NOUN_OR_THING = r"nightmares?|disgrace|embarrassment|liability|dead ?weight"
# Nobody says these of a thing, or lightly.
_PLAIN_INSULT = (
    r"idiots?|morons?|imbeciles?|cretins?|halfwits?|jobsworths?|freeloaders?|spongers?|slackers?|"
    r"skivers?|shirkers?|layabouts?|loafers?|backstabbers?|know-(?:it-)?alls?|control freaks?|"
    r"egomaniacs?|narcissists?|prima donnas?|whingers?|windbags?|buffoons?|nasty piece of work|"
    r"waste of space|scroungers?|charlatans?|misery guts"
)
_PERSON = (
    r"man|men|woman|women|person|people|bloke|guy|colleagues?|boss(?:es)?|managers?|directors?|"
    r"founders?|partners?|surgeons?|doctors?|teachers?|engineers?|foreman|chef|supervisors?|goat|"
    r"so-and-so|old (?:man|woman)|(?:sort|kind) of (?:man|woman|person|chap|bloke)|clients?|"
    r"neighbours?|types?|character|individual|lot|editor|"
    r"owner|landlord|son|father|mother|daughter|wife|husband|nurses?|solicitor|lawyer|officers?|"
    r"sergeant|captain|lecturer|professor|buyer|stewards?|pilot|planner|developers?|programmers?|"
    r"accountants?|auditors?|colonel|trustees?|chairman|chairwoman|secretary|consultants?|"
    r"contractors?|electricians?|plumbers?|builders?|drivers?|lads?|girl|boy|kid|fellow|chap|"
    r"academics?|officials?|bureaucrats?|politicians?|councillors?|team leader|head|creature|cow|"
    r"sod|git|beggar|bunch|brother|sister|aunt|uncle|cousin|relatives?|lodger|tenants?|parents?"
)
_FEW = r"(?:(?!not\b|never\b|no\b)[a-z',]+ ){0,3}?"
_ATTACK = any_of(
    rf"(?!awful lot)(?:{_BAD}|{_SOUR}|(?:{_HUMAN}) \w+),? (?:(?:old|little|young|fat|middle-aged|"
    rf"so-called) "
    rf")?(?:{_PERSON}|"
    rf"{_NOUN})|(?:he|she|who)(?:'s| is| was|'d been| has been| had been| must be| must have been|"
    rf" seemed| turned out(?: to be)?| proved(?: to be)?)(?:, i mean,|,)? {_FEW}(?:(?:{_BAD})(?! "
    rf"to (?:see|get|reach|find|catch|replace|miss))|(?:an? |the )(?:[a-z]+ )?"
    rf"(?:{_NOUN}|{_NOUN_OR_THING}))|"
    rf"(?<!it )(?<!that )(?<!this )(?<!which )(?:was|were|is|are|being|be) (?:{_HUMAN}|"
    rf"(?:just |simply |basically |really )?an? (?:[a-z]+ )?(?:{_PLAIN_INSULT}))"
    rf"|(?<!it )(?<!that )(?<!this )(?<!which )(?:was|were|is|are) an? (?:[a-z]+ )?(?:{_NOUN})"
    rf"|they(?:'re| are| were) {_FEW}(?:{_WORST}|{_NOUN})"
    r"|(?:such|these|those|some) (?:kind of )?(?:people|persons|parents|clients|types|men|women|"
    rf"managers|colleagues) (?:are|were|is|just|simply) (?:\w+ )?(?:{_BAD})"
    rf"|(?:must (?:be|have been)|basically|frankly|simply|such|complete|total|absolute|bit of|real|"
    rf"utter|bunch of|load of|by|from|some|little) (?:an? )?(?:[a-z]+ )?(?:{_PLAIN_INSULT})"
    rf"|(?:must (?:be|have been)|basically|frankly|simply|such|complete|total|absolute|bit of) an? "
    rf"(?:[a-z]+ )?(?:{_NOUN})"
    rf"|(?:complete|total|absolute|utter) (?:{_NOUN})"
    rf"|turned out (?:to be )?(?:an? )?(?:\w+ )?(?:{_HUMAN}|{_PLAIN_INSULT})"
    rf"|(?:those|these|the|two|that|an?|this|another) (?:[a-z]+ )?(?:{_PLAIN_INSULT})"
    r"|(?:those|these|the|two|that) (?:[a-z]+ )?(?:idiots?|morons?|fools|bullies|liars|halfwits?|"
    r"jobsworths?|clowns|cowboys|crooks)"
    r"|(?:he|she|they|and) (?:just |only |then )?(?:whinged|whined|moaned about)|sulked|going to "
    r"sulk|(?:behav|react|cried|cries|shout|scream|quarrel|argu|fought|went on|carr|"
    r"whin|stamp)\w*(?: \w+)? like "
    r"(?:a (?:\w+ )?(?:child|kid|baby|toddler))|like (?:small |little |spoilt )?(?:children(?! "
    r"(?:do|are))|"
    r"an? (?:two|three|four|five|six|seven|eight|ten)-year-old)"
    r"|(?:couldn't|can't|couldn't even|could not) (?:simply )?be bothered"
    r"|(?:can't|couldn't|can not|could not) (?:even )?(?:read an? (?:stock sheet|drawing|plan|map|"
    r"balance sheet|spreadsheet|label|clock|rota|thermometer)|count to (?:three|ten)|run a \w+|"
    r"organise (?:a|an|his|her|their)|boil an egg|spell|add up|tell (?:a|an|his|her|their) [\w ]"
    r"{1,20} from (?:a|an|his|her|their)|find (?:his|her|their) own|manage a|hold a conversation)"
    r"(?=[.,;]|$| if| in| for| without| i'll| and| so| elbow| [a-z]+[.,;])"
    r"|(?:pretty|rather|quite|frankly|basically|always been) careless|spoil(?:t|ed) (?:child|"
    r"children|kids?|brats?)"
    rf"|(?:man|woman|lad|girl|guy|bloke|people|person)(?: "
    rf"(?:who|that|before|i|"
    r"she|he|they|we|from|there|upstairs)(?: \w+){1,6})? (?:was|were|is|are) (?:frankly |just |"
    r"so |pretty |"
    r"really |totally |completely |absolutely )?(?:useless|hopeless|clueless|stupid|pathetic|"
    r"childish|"
    r"incompetent|lazy|careless)|people who (?:did not|didn't|do not|don't) care(?! (?:for|which|"
    r"whether|if|"
    r"what))"
    r"|frightened of (?:her|his|their) own shadow"
    r"|(?:people|someone|somebody|men|women|types|characters|managers) (?:like (?:that|him|her|"
    r"them)|of (?:that|his|her|their) (?:sort|kind|type|ilk))(?=[.,;]|$| are| is| who| never| "
    r"always| just| don't| will| can| should| you| one| i| it)|such people(?= do\b| are| never| "
    r"always|"
    r" one| you|[.,;]|$)|(?:as|like) people do who|both (?:lazy|"
    r"stubborn|"
    r"childish|stupid|spiteful|petty|vain|rude|careless|difficult|selfish) and (?:lazy|stubborn|"
    r"childish|"
    r"stupid|spiteful|petty|vain|rude|careless|difficult|selfish)"
    r"|one of (?:those|these) (?:\w+ )?(?:people|men|women|managers|types|colleagues|bosses|"
    r"doctors|"
    r"teachers|engineers) who|(?:not|wasn't|isn't|weren't|aren't|never) (?:exactly |really |"
    r"quite )?the (?:sharpest|brightest|quickest|"
    r"easiest (?:man|woman|person|of)|(?:most |hardest )(?:working|intelligent|"
    r"competent|hard-working))|understands? nothing (?:of|about) (?!me|us|it)|understood "
    r"nothing (?:of|about) (?!me|us|it|this|that)|too much time on (?:his|her|their) hands|sell "
    r"(?:his|her|"
    r"their) (?:own )?(?:gran|mother|soul)\w*|never (?:thinks?|thought|thinking) before|"
    r"lack(?:s|ed|ing) (?:all|any|every) (?:\w+ )?(?:energy|sense|courage|manners|spine|ambition|"
    r"intelligence|decency|imagination)|pair of (?:cowboys|clowns|idiots|jokers|crooks|children|"
    r"fools)"
    r"|(?:haven't|hadn't|hasn't|without|had not|never had) (?:got )?a clue|full of (?:himself|"
    r"herself|themselves)"
    r"|(?:has|had|have|having|got|with|'s|'d) (?:absolutely )?(?:no|not the|zero|never any) "
    r"(?:backbone|brains?|common sense|manners|spine|shame|social skills|sense|scruples|decency|"
    r"people skills|morals|character|guts|initiative|tact)(?! to lose)"
    r"|(?:have|had|has|having|with|got) (?:half )?(?:the|a|half a|an ounce of) (?:brains?|sense|"
    r"decency|wit|guts|courtesy|manners|gumption) to|(?:didn't|doesn't|don't|hadn't|without|did "
    r"not|do not|does not) (?:\w+ of them )?(?:having |have |got )?(?:the (?:vision|imagination|"
    r"brains?|sense|decency|wits?|guts|courtesy|"
    r"manners|gumption|courage|intelligence)|an ounce of)"
    r"|a law unto|sound of (?:his|her) own voice|too (?:lazy|proud|stupid|thick|vain|grand|dim|"
    r"arrogant|mean|cowardly|pleased with (?:himself|herself)|busy (?:admiring|gossiping|chatting|"
    r"promoting)) to"
    r"|always (?:moaning|whinging|whining|complaining|sulking|gossiping)|never (?:does|did|done) a "
    r"stroke|never (?:did|done|does) a day's work|in love with (?:himself|herself)|thinks? (?:he|"
    r"she)(?:'s| is) (?:god|it|better|something|the boss)|thought (?:he|she) was (?:god|it|better "
    r"than|something|the boss)|who thinks (?:that )?(?:he|she|they) knows? (?:everything|best)"
    r"|only (?:to show|wanted to show|interested in showing) (?:that )?(?:he|she) is (?:the )?boss"
    r"|should never (?:be|have been) (?:let|allowed|put|given|promoted|near|a)"
    r"|(?:his|her|their) (?:sheer |usual |own |total |complete )?(?:incompetence|laziness|"
    r"stupidity|arrogance|ego|ignorance|vanity|greed|cowardice|pettiness|idleness|bad temper)"
    r"|(?:had|have|has|with) (?:a|an) (?:huge |massive |enormous |big |fragile )?(?:ego|chip on)"
    r"|(?:for the sake|because) of (?:his|her|their) (?:bonus|ego|vanity|pride|promotion|career)"
    r"|in (?:his|her|their) (?:little|tiny) (?:world|mind|head|kingdom|empire)"
    r"|(?:no|little|never any) (?:brain|brains|talent|intelligence|idea of (?:anything|his|her|"
    r"their))(?= whatsoever| at all|[.,;]|$)|thick as (?:mince|two|a plank|a brick|they come)|"
    r"daft as a|mad as a|stubborn as"
)
# Said of oneself, of how one might have looked, denied, or taken back: "I had thought him lazy".
_SPARED = Pattern(
    r"(?:\bi [a-z]+ (?:[a-z]+ ){0,4}like|\b(?:nobody|no one) (?:was|were|is|had been)|\bi(?:'m| "
    r"am| was|'d been|'ve been| had been| have been| felt| feel)?|\bmyself|\bmy|\bnot|"
    r"n't|\bnever|\bif|\bplay(?:ed)?|\b(?:took|taken|thought|assumed|expected|believed|supposed|"
    r"call|called|calls|calling|wrongly)(?: (?:me|us|him|her|them|it|that|to be|as|for))*|"
    r"\b(?:look|feel|sound|seem|felt)(?:ed|s|ing)?(?: like)?|, like)(?: (?:a|an|the|such|so|very|"
    r"just|"
    r"being))* ?$"
)
_BACK = 45


def _find(draft: Draft) -> Iterator[Hit]:
    if draft.is_story:
        yield from insults(own_words(draft.text))


# Two rules ask for those of the same text.
@lru_cache(maxsize=1)
def insults(said: str) -> tuple[Hit, ...]:
    """Return where the plain text `said` runs somebody down."""
    return tuple(
        Hit(start=match.start(), end=match.end())
        for match in _ATTACK.finditer(said)
        if not _SPARED.search(said, max(0, match.start() - _BACK), match.start())
    )


RULE = Rule(
    code="P02",
    name="attacks-character",
    family="people",
    severity="error",
    cost=12,
    most=24,
    message="This runs somebody down and does not say what they did.",
    remedy="Describe what the person did or said, and what you made of it at the time.",
    find=_find,
)
