"""The result says only that something was delivered, and not what it changed for anybody.

What it does
Looks at a result that names things made and handed over (delivered, signed off, published, went
live) and searches it for a sign of effect: something that got more or less, somebody who reacted,
what people do now, what was saved or lost. It reports the result when there is none, and reports a
result of one or two sentences in which nobody acts and nothing moves whatever its verb.

Why
Delivering is the work; the result is what the work was for. The guide's table of parts describes
the result as impact in numbers and what was learned. An interviewer who hears only "it went live"
asks next whether anyone was better off.

Example
"The new induction handbook was finished in May and published on the intranet."

Use instead
"The handbook came out in May, and by autumn new nurses took their first shift alone after three
weeks, where it had been five."
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.figures import lowered
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

_DELIVERED = Pattern(
    r"\b(?:deliver\w*|sign(?:ed)?[ -]off|roll(?:ed)?[ -]?out|went live|go-live|goes live|"
    r"(?:is|are|was|all|everything|now) live|live (?:on|in|since|by|from|\d)|complet(?:ed|ion|e)|"
    r"handed (?:over|in)|issued|on file|in the file|filed|published|document(?:ed|ation)|upload\w*|"
    r"archived|closed|submitted|approved|adopted|in place|launch\w*|implement\w*|operational|"
    r"up and running|produced|install\w*|presented|online|circulated|distributed|deployed|migrated|"
    r"on the (?:intranet|website|system|shared? drive|board|wall|server|noticeboard)|released|"
    r"merged|tagged|was built|were built|built|accepted|(?:was|were|got|been) (?:sent|posted|"
    r"printed|"
    r"painted|moved|uploaded|made)|sent (?:to|out|off)|attached|finished|put (?:up|on)|set up|"
    r"created|designed|written|drawn up|ready|opened|served|held|moved by|returned to|counted|"
    r"included in|went (?:up )?on the|painted|printed|available|on (?:time|schedule|budget)|"
    r"within budget|ahead of (?:time|schedule)|as planned|went ahead|took place|without a hitch|"
    r"minuted|in operation|received|as scheduled|(?:got|was|were|had) (?:[\w']+ ){0,3}done|"
    r"standard|covered|in use|version \d|the \w+ was there|talk given)\b",
)
# A short result in which nobody acts and nothing moves, whatever its verb, is one of things done.
_MOVED = Pattern(
    r"\b(?:he|she|they|he's|she's|they've|they're|who|people|two of them|some of them|her|his|him|"
    r"them|us|my (?!article|report|paper|proposal|part|list|plan|draft|deadlines?|desk|work|side|"
    r"project|code|section|chapter|design)\w+|"
    r"again|at last|could(?! be)|only \w+|however|although|but|losing|acquitted|cancell?ed|won|"
    r"invited|(?:and|is|are|us|has) now|now (?:has|have|gets?|goes)|there's|paid|took|born|slept|"
    r"waiting|in a hundred|had been|put (?:an?|money)|agreed|copied|other \w+ (?:\w+ )?(?:took|"
    r"adopted|copied|asked|use)|"
    r"(?:council|depot|school|hospital|company|firm|ward|board|team|manager|customers?|patients?|"
    r"sister|boss|director|famil(?:y|ies)|parents?|children|pupils|drivers|nurses|clients?|owner|"
    r"foreman|crew|guests?|staff|others|everyone|everybody|residents|growers|villagers|mothers) "
    r"(?:now |all |then )?(?:\w+ed|put|took|gave|made|bought|got|came|went|kept|do|can|ha(?:s|ve|"
    r"d) (?!been))|neighbouring|followed by|turned|yet|so that|because|which)\b|\d ?%|per cent|"
    r"[£$€]",
)
# Anything that tells of an effect, on figures or on people, clears the result.
_EFFECT = Pattern(
    r"\b(?:fewer|less|more|faster|quicker|cheaper|better|safer|easier|shorter|longer|higher|lower|"
    r"earlier|later|late|worse|without losing|at last|again|fell|falls|dropp\w+|rose|risen|went "
    r"(?:down|from)|down (?:to|from|"
    r"by|"
    r"on)|up (?:from|by(?! (?:night|noon|the|mon|tue|wed|thu|fri|sat|sun|easter|christmas)))|came "
    r"(?:down|back)|came in (?:at|under)|cut|halved|doubled|tripled|(?:it|there|they) (?:was|"
    r"were) (?:still )?\d|where (?:in|it|the|we|"
    r"they) [\w' ]{3,40} (?:had|was|were)|(?:after|and not|not|was|were) (?:only )?\d+(?= |,|\.)|"
    r""
    r"sav(?:ed|es|ing)|cost|costs|(?<!was )(?<!were )lost|loss|"
    r"grew|gained|won|earn\w*|paid (?!for)|pays|refund\w*|reduc\w+|increas\w+|improv\w+|"
    r"before(?! (?:the |we |it )?(?:visit|deadline|go-live|launch|audit|inspection|end|start))|"
    r"against(?! (?:an? |the |my |our )?(?:old |original )?(?:plan|schedule|target|goal|quota))|"
    r"acquitted|convicted|cured|healed|rescued|raised(?! by)|named (?:it|that|this|us|me|the)|"
    r"favourites?|back (?:under|below|above|over|within|to normal)|cleaned up|not gone|"
    r"(?:he|she|they|it|we|everybody|everyone) (?:was|were|is|are|has been) (?:on(?! the)|back|"
    r"safe|through|"
    r"all right|well|free|warm|dry|ready for)|now (?:come|comes|go|goes|take|takes|get|gets|run|"
    r"runs|"
    r"wait|waits|need|needs|have|has|know|knows|arrive|arrives|start|starts|leave|last|can|sleep)|"
    r"(?:come|comes|go|goes|take|takes|wait|run|runs|need|needs|arrive|start) now|"
    r"instead|used to|than|no longer|never|"
    r"nobody|no one|nothing|none|not one|no \w+ed|"
    r"\w+n't|stopped|stops|thank(?!s to)(?:ed|ful)?|happy|happier|pleased|delighted|grateful|glad|"
    r"satisfied|stable|angry|annoyed|upset|complain\w*|smil\w*|laugh\w*|cried|hugged|liked?|loved?|"
    r"prais\w+|congratulat\w+|(?:he|she|they|who|everyone|everybody) agreed|apologi\w+|correction|"
    r"asked|asks?|said|says|told|rang|rings|"
    r"wrote|writes|shook|uses (?:it|them|this)|use (?:it|them|this)|stayed|stays|stay|left(?! the "
    r"(?:yard|dock|gate|works|factory|warehouse|building|port))|leaves|"
    r"survived|reopen\w*|could (?:follow|take|have|read|see|hear|get|go|sleep|be (?:set|treated|"
    r"used|served|sent|paid))|has been with|have been with|recovered|(?<!was )(?<!were )passed|"
    r"failed|hurt|harm|injured|died|home|"
    r"able to|can now|works? now|went back|came out|"
    r"hours? (?:a|per)|since (?:then|that)|still (?!online|there|live|in place|up|somewhere)|"
    r"promoted|hired|joined|returned (?!to)|got kept|trust(?:s|ed)?|missed|caught|broke|crashed|"
    r"avoid\w*|prevent\w*|changed because|without (?:an? |any )?(?:incident|injur\w+|delay|"
    r"complaint|"
    r"harm|jams?|faults?|stops?|stoppages?|breakdowns?|leaks?|failures?|accidents?|fines?|"
    r"penalt\w+)|"
    r"(?:with )?no (?:fine|penalty|charge|further action)|finished (?:first|second)|train(?:s|ed|"
    r"ing) (?:in|the other|others))\b"
    r"|\b(?:from|of) [\d£$€][\d,.]* ?\S{0,9} to [\d£$€]",
)

_SHORT = 2


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    results = list(draft.sentences("result"))
    told = bool(results)
    if not told:
        # What was handed over is told like a deed.
        results = list(draft.sentences("action"))[-1:]
    low = lowered(draft.text)
    if "more or less" in low:
        low = low.replace("more or less", "            ")
    if any(_EFFECT.search(low, sentence.start, sentence.end) for sentence in results):
        return
    made = [each for each in results if _DELIVERED.search(low, each.start, each.end)]
    if (
        not made
        and told
        and len(results) <= _SHORT
        and not any(_MOVED.search(low, each.start, each.end) for each in results)
    ):
        made = results
    if made and 2 * len(made) >= len(results):
        yield Hit(start=made[0].start, end=made[0].end)


RULE = Rule(
    code="E08",
    name="output-without-impact",
    family="evidence",
    severity="warning",
    cost=5,
    most=5,
    message="The result says what was delivered, and not what it changed for anybody.",
    remedy="Add who noticed and what became different for them: time, money, errors, complaints, "
    "or what people do now that they did not do before.",
    find=_find,
)
