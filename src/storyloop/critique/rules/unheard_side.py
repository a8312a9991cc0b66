"""Finds conflicts in which the other side is never heard.

What it does
Takes a story for a conflict when it says so ("we disagreed", "I told her no") or when it runs
somebody down. It then looks for the other side: why they saw it so, what they feared or wanted, a
question put to them, a point granted. It reports the conflict when there is nothing of the kind.
"He sulked" and "she muttered something" are no view.

Why
The guide asks for the other side to be heard in every story of conflict. An interviewer assumes
that the other person had reasons, and a teller who knows them sounds like somebody to work with.

Example
"The buyer and I disagreed about the contract. I told him he was wrong and went ahead."

Use instead
"The buyer and I disagreed about the contract. He had been let down by that firm before, so we
wrote a way out into the first year."
"""

from collections.abc import Iterator

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.attacks_character import insults
from storyloop.critique.rules.gloating import triumphs
from storyloop.critique.rules.negative_about_employer import verdicts
from storyloop.critique.rules.victim_voice import complaints

_CONFLICT = any_of(
    r"(?:an? |the |this |that |big |real |in |into |of |some |open )conflict (?:with|between|over|"
    r"about|i|that i|we|at|on|in|was|is|came|had)|(?:an? |the |this |my )(?:\w+ )?conflict(?=[.,;]|"
    r"$)|so,? (?:um,? )?conflict|conflict with|(?:i|we|he|she|they|who|parent|manager|director|"
    r"owner|boss|chief|lead|partner) (?:\w+ )?(?:strongly |completely |totally )?disagreed(?! on "
    r"the count)|disagreement (?:with|between|over|about)|(?:a|the|this|our|that|to) clash|clashed|"
    r"quarrell?ed|stand-?off|(?:i|we|me and \w+|he and i|she and i|and i|who) fell out|"
    r"i'd fallen out|fell out (?:with|me and)|we fell out|falling[- ]out|bad feeling|bad blood|at "
    r"loggerheads|(?<!start )(?<!starting )(?:a|the|big|had a|this) row with|(?:i|we|he|she|an|"
    r"the|who) (?:had )?argu(?:ed|ments?) with|i(?:'d| had)? told (?:him|her|them) "
    r"(?:straight|no|twice|flat|to his face|to her face|where to)|fought me|wouldn't hear of|"
    r"overruled|voted me down|(?:didn't|don't|couldn't|never) get on with|didn't get on(?=[.,;]|$)|"
    r"dispute with|feud|at each other's throats|at odds with|resistance (?:from|by)|opposition "
    r"(?:from|by)|(?:fierce|strong|considerable|great deal of) (?:resistance|opposition)|had words "
    r"with|at war with|war with|battle with|had it out with|locked horns|crossed swords|shouting "
    r"match|slanging match|personality clash|power struggle|confrontation with|tensions? with|"
    r"friction with|came to blows|wouldn't (?:speak|talk) to (?:me|each other)|stopped "
    r"(?:speaking|talking) to (?:me|us)"
)
# Apart from the others, since it may begin with any word, which takes long to look for.
_WITH_ME = Pattern(r"\b\w+ and i fell out\b")
# Somebody stood in the way, and was dealt with.
_OPPOSED = any_of(
    r"i(?:'d| had)? told (?:him|her|them|the \w+|my \w+|head office)(?: \w+)? (?:that|it|he|she|"
    r"they|"
    r"if|what|i|you|this)|(?:i|we) (?:simply |just |flatly )?refused|(?:push(?:ed|ing)|press(?:ed|"
    r"ing)|"
    r"pressur(?:ed|ing)) (?:me|us)|tried to (?:push|stop|overrule|make) (?:me|us)|over (?:his|her|"
    r"their) heads?|(?:didn't|wouldn't|not) (?:move|budge|give)(?: way| an inch)?|(?:stood|stand) "
    r"my "
    r"ground|put my foot down|stood firm|dug my heels|ultimatum|take it or leave it|threaten(?:ed|"
    r"ing)|"
    r"shouted at|(?:i|we) wasn't having it|(?:he|she|they) (?:was|were) against (?:it|me|us)|"
    r"(?:he|she|they) (?:said|told me) no|turned (?:it|me|us) down|voted (?:for|against)|made "
    r"(?:him|"
    r"her|them) (?:do|read|buy|change|sign|pay|take|say)|forced (?:him|her|them)|complained about "
    r"me|(?:nobody|they|he|she) (?:listened|would listen|wouldn't listen)(?: to)? ?(?:me)?|(?:my|"
    r"own) "
    r"(?:proposal|plan|idea) (?:was|of)|i said (?:that )?i(?:'m not| am not| wasn't| won't| "
    r"wouldn't|"
    r" want)|confronted|i insisted"
)
_HEARD = any_of(
    r"because (?:he|she|they) (?:was|were|had|needed|wanted|felt|feared|thought|couldn't)(?! "
    r"(?:asking|"
    r"shouting|rude|lazy))|(?!(?:i|we|it|that|which|this)\b)\w+ (?:explained|feared|argued|replied|"
    r"answered|pointed out|worried|was worried|were worried|was afraid|were afraid|was frightened|"
    r"admitted|reckoned)|(?:he|she|they) (?:believed|felt|thought)|(?:he|she|they)(?: then| just)? "
    r"(?:said|says|told me|goes)(?: that)? (?:she|they|it|if|the|we|there|his|her|their|in|after)|"
    r"(?:he|she|they)(?: then| just)? (?:said|says|told me|goes)(?: that)? he(?! (?:will|would|"
    r"'ll) "
    r"(?:think|see|look))|(?:he|she|they)(?: then| just)? (?:said|says|told me|goes)[,:](?! (?:all "
    r"right|okay|ok|fine|no|yes)\b)|"
    r"asked (?:him|her|them|both)(?! (?:have|had|if he was mad))(?: what| why| how| to| if| "
    r"whether| "
    r"about|[.,;])|asked (?:what|why) (?:he|she|they)|(?:his|her|their|whose) (?:reasons?|worry|"
    r"worries|point|view|side|argument|concerns?|fear|case)|(?:had|has) a (?:good |fair )?(?:point|"
    r"reason|case)|listen(?:ed|ing)? to (?:him|her|them|both|what|why)|heard (?:him|her|them) out|"
    r"in "
    r"(?:his|her|their) (?:place|shoes|eyes)|(?:he|she|they) (?:was|were|had been) right|(?:he|she|"
    r"they) wasn't wrong|from (?:his|her|their) (?:side|point)|i (?:could see|understood|"
    r"understand) "
    r"(?:why|his|her|their|that (?:he|she|they))|what (?:he|she|they) (?:needed|feared|was worried|"
    r"were worried|meant)|each of us|i conceded|(?:he|she|they) (?:was|were) in the right|fair "
    r"enough|to be fair to (?:him|her|them)|in (?:his|her|their) defence|(?:he|she|they) "
    r"(?:didn't|did not|hadn't) (?:known?|realised?|"
    r"understood|understand) (?:that|we|how|what|i)"
)
_SOMEBODY = Pattern(r"\b(?:he|she|him|her)\b")
_PARTAKES = 3
_GONE = any_of(r"before me|had (?:the|my) (?:job|post)|(?:i|we) took over|inherited")
# How often somebody stood in the way, and with how many kinds of ill will towards them.
_FEWEST, _ENOUGH = 2, 4


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story or _HEARD.search(draft.plain):
        return
    if fight := _fight(own_words(draft.text)):
        yield fight


def _fight(said: str) -> Hit | None:
    """Return where there is a conflict: named, or to be heard from how others are spoken of."""
    conflicts = [_CONFLICT.search(said), " and i fell" in said and _WITH_ME.search(said)]
    if spans := [found.span() for found in conflicts if found]:
        start, end = min(spans)
        return Hit(start=start, end=end)
    if _ran_into_somebody(said) and (insult := next(iter(insults(said)), None)):
        return insult
    against = [hits[0] for hits in (triumphs(said), verdicts(said), complaints(said)) if hits]
    if against:
        opposed = len({match[0] for match in _OPPOSED.finditer(said)})
        if opposed >= _FEWEST and len(against) + opposed >= _ENOUGH:
            return against[0]
    return None


def _ran_into_somebody(said: str) -> bool:
    """Whether somebody takes part beside the teller; who was there before cannot be heard."""
    return len(_SOMEBODY.findall(said)) >= _PARTAKES and not _GONE.search(said)


RULE = Rule(
    code="P04",
    name="unheard-side",
    family="people",
    severity="warning",
    cost=5,
    most=5,
    message="In this conflict we never learn how the other side saw it.",
    remedy="Give their reason in a sentence, as they would put it themselves, and say how you came "
    "to know it.",
    find=_find,
)
