"""Finds alternatives that are named and dropped without a reason.

What it does
Looks in the action for a course that was considered, ruled out or possible ("we thought about
moving the date", "I could have waited, but I didn't"). It reports it when it is dropped and neither
that sentence nor what is said of it next tells what spoke against it. A reason counts in any form:
"because", what it would have cost, or a plain remark such as "but nobody reads leaflets".

Why
The "why not" behind each decision is what a good interviewer asks for next. It is also where your
judgement shows, so it should be ready and fit into half a sentence.

Example
"I considered a second shift and decided against it. I rearranged the ovens."

Use instead
"I considered a second shift, but the neighbours would have had lorries at five in the morning. I
rearranged the ovens."
"""

from collections.abc import Iterator
from itertools import zip_longest

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule

# Another course: one that was thought of, was open, or was put forward by somebody.
_OTHER = any_of(
    r"considered|(?:thought|thinking|talked|talking|toyed|spoke|played) (?:briefly |"
    r"for a "
    r"(?:moment|while|bit) |also )?(?:of|about|with) (?:\w+ing\b|one\b|an?\b|the (?:\w+ )?(?:idea|"
    r"option|"
    r"other|old)|weekend|going|whether)|(?:looked|looking) (?:also |first |briefly )?at (?:(?:two|"
    r"three|"
    r"both|several|various|other|some|different|a (?:few|couple of|number of)|the \w+ (?:option|"
    r"route|"
    r"idea|possibility|version))\b|[^.;]{3,50} and (?:at )?(?!(?:found|saw|noticed|realised|asked|"
    r"thought|said|what|how|i|we|it|he|she|they)\b)|an? (?:\w+ ){1,5}(?:across|instead|system|"
    r"solution|"
    r"supplier))|(?:options?|alternatives?|possibility|possibilities|choice|variant|idea|"
    r"suggestion|"
    r"talk|pressure|proposal|plan b)\b (?:of|to|was|were|would|about|for|that|with|from)|"
    r"question of|"
    r"(?:options?|alternatives?|possibilities|proposals|routes|variants) (?:were|was) "
    r"(?:\w+ )?(?:looked|considered|discussed|weighed|reviewed|put)|ruled out|reject(?:ed|ing)|"
    r"dismiss(?:ed|"
    r"ing)|(?<!we were )(?<!i was )turned down|declined|decided against|(?:was|were|"
    r"been) (?:also )?possible|(?:was|were|had been|has been|have been) "
    r"(?:also )?(?:discussed|proposed|suggested|raised|considered|offered|floated|mentioned|"
    r"debated|"
    r"an option|on the table)|(?<!he )(?<!she )(?<!they )(?<!it )(?<!that )(?<!who )(?<!which )"
    r"(?:could|might)(?:'ve| have| (?:maybe |probably |perhaps |also |easily |well |"
    r"just )have)(?! been)|(?:another|the other|an other|a second|one other) "
    r"(?:way (?:would|was|is|to|of|round was)|option|possibility|route|idea|choice|solution|"
    r"variant|make|model|supplier|method|approach)|"
    r"(?:was|is|were|as) (?:one|another|an?|the other|also an?|also one) (?:\w+ )?(?:route|option|"
    r"way|"
    r"possibility|choice|alternative|idea|solution|thought)\b|other (?:ways|options|possibilities|"
    r"ideas|routes|solutions)|two (?:ways|options|possibilities|"
    r"routes|ideas|choices|roads|versions)|there was (?:also |another |the |"
    r"a )+(?:\w+ )?(?:option|way|"
    r"system|possibility|offer|suggestion|idea|variant|make|route)|"
    r"(?:\w+ )?(?:idea|option|plan|proposal|voucher|machine) (?:considered|dropped|discussed|"
    r"rejected)|"
    r"wanted (?:\w+ ){1,5}(?:kept|left|closed|moved|changed|done|dropped)|"
    r"(?:could|might) of \w+|(?:weigh|ponder|mull|debat|contemplat|discuss|explor|evaluat|compar|"
    r"review|assess|entertain|envisag|foresaw|"
    r"contrast|brainstorm|deliberat)\w* (?:\w+ )?(?:(?:over|up|about|the|an?|two|three|four|both|"
    r"several|whether|various|other|all|different|"
    r"some|against|my|our|on) )+|(?:crossed|entered|came into|was on|went through|sprang to|came "
    r"to) my mind|(?:went|gone|ran) through my (?:head|mind)|"
    r"came up (?:too|as|also|in)|there were (?:calls|voices|those|people|some who|suggestions|two|"
    r"three|several|other)|"
    r"whether to \w+|either (?:to |i )?\w+[^.;]{2,50} or |(?:textbook|usual|normal|standard|"
    r"obvious|easy|conventional|classic|safe|quick|cheap|simple|"
    r"easier|safer|cheaper|quicker|simpler) (?:\w+ )?(?:answer|way|thing|solution|route|move|"
    r"option|choice|course|path|remedy|response|fix|reply|"
    r"approach|step|practice|procedure) (?:was|is|would|had|might)|(?:normally|usually|ordinarily|"
    r"by rights|strictly),? (?:i|you|one|we|people|it|"
    r"this|they)(?:'d| would| should| could)|had (?:its|their) (?:supporters|fans|advocates|"
    r"champions|friends|defenders|followers)|"
    r"(?:of|out of|among|amongst|between) the (?:\w+ )?(?:offers|options|candidates|alternatives|"
    r"possibilities|quotes|bids)\b|"
    r"(?:chose|picked|preferred|opted for|went (?:with|for)|settled (?:on|for)|took|favoured|"
    r"selected) [^.;,]{2,40} (?:over|above|in preference to|"
    r"ahead of|and not) (?:the|an?|\w+ing)\b|preferred [^.;,]{2,40} to (?:the|an?|\w+ing)\b|no to "
    r"[^.;]{2,40} yes to|"
    r"(?:faced|presented|confronted|left) with (?:the|a) (?:choice|decision|question|option)|"
    r"(?:choice|chance|option|offer|opportunity|invitation) "
    r"(?:between|of|to) (?:an?|the|two|\w+ing)|(?:was|were|been|am) (?:also |again |even "
    r")?(?:offered|advised|urged|encouraged|invited|pressed|tempted|"
    r"recommended|asked instead) (?:an?|the|to|by|\w+ing)\b|(?:did not|didn't|never) (?:get|make) "
    r"(?:picked|chosen|my vote|the cut|it)\b|"
    r"(?:off|not on|from|out of) (?:the|my) (?:table|question|list|running|picture)|(?:plan|option|"
    r"variant|version|route|candidate|offer|number) (?:a|b|one|two|1|2)\b|"
    r"(?:wasn't|was not|isn't|were not|weren't) (?:for (?:me|us)|my (?:choice|way|style|thing)|"
    r"what i (?:wanted|chose|did|took|went))|"
    r"against (?:the|an?) (?:idea|option|plan|proposal|suggestion|offer)|(?:lost|losing|missed) "
    r"out|came (?:a close )?second|runner-up|in the "
    r"(?:running|frame|mix)|had been (?:my|the|our) (?:first|original|other|initial)|instead of "
    r"which|on the other hand|alternatively|"
    r"(?:as )?an alternative|a different (?:way|route|option|approach)|the other (?:was|were|being|"
    r"would)|both (?:ways|options|were|would|had)|"
    r"(?:toyed|flirted|played|wrestled|experimented) (?:\w+ )?with|"
    r"(?:torn|wavered|hesitated|dithered|decid\w+|choos\w+|chose|choice|toss-up|went back and "
    r"forth|swung) (?:\w+ )?between|"
    r"(?:although|though|while|whereas|even though|despite) [^.;]{2,50} (?:on the table|possible|"
    r"available|open|offered|an option|"
    r"proposed|suggested|to hand|in stock|feasible|on offer|budgeted|planned)|"
    r"(?:my|our|his|her|the) (?:very )?(?:first|original|initial|other|second|earlier|old|"
    r"preferred|obvious) (?:thought|instinct|idea|plan|"
    r"impulse|choice|intention|option|inclination|proposal|version|suggestion|reaction|candidate|"
    r"favourite) (?:was|had been|would)|"
    r"(?:had|have|has|'d) (?:also |just |kindly |even )?(?:offered|proposed|suggested|advised|"
    r"recommended|urged|pleaded|argued|"
    r"pushed|volunteered|floated|advocated|lobbied)|(?:suggested|proposed|recommended|advised|"
    r"urged|favoured|preferred|"
    r"advocated|pleaded for|argued for|voted for|lobbied for|pushed for) (?:that |a |an |the |to |"
    r"\w+ing\b)|"
    r"(?:he|she|they|some|others|people|colleagues|the \w+|my \w+) (?:was|were) (?:all )?(?:for|in "
    r"favour of) (?:\w+ing|a|an|the)\b|"
    r"(?:he|she|they|some|others|the \w+|my \w+)(?:'d| would)(?: have| rather have)? (?:liked|"
    r"preferred|rather|wanted|loved)|"
    r"(?:discard|scrap|shelv|binn|skipp|passed (?:over|on|up)|set aside|put aside|left aside|waved "
    r"(?:away|aside)|vetoe|"
    r"threw out|thrown out|brushed aside|gave up on|forwent|forego|abandon|bypass|ignor|dropp|"
    r"ditch|cancell|declin|refus|"
    r"said no to|cast aside|laid aside|struck)\w* (?:\w+ )?(?:(?:the|a|an|any|his|her|their|that|"
    r"this|my|our|another|one|all) )+(?:\w+ ){0,2}?"
    r"(?:ideas?|plans?|options?|pilot|offers?|proposals?|suggestions?|thoughts?|possibilit\w+|"
    r"version|quote|bid|route|way|"
    r"alternative|notion|approach|variant|of \w+ing|test|survey|meeting|draft|design|solution)|"
    r"(?:the )?(?:choice|alternative|options?|possibilities|candidates|contenders|choices|"
    r"question) (?:was|were|lay|is|would be) "
    r"(?:between|whether|either|to|a|an|the)\b|(?:one|you|we|i) (?:can|could|might) (?:also |of "
    r"course |always |just |simply |well |equally )*"
    r"(?:have )?(?:swap|do|use|take|buy|hire|close|call|ask|wait|move|change|replac|repair|rewrit|"
    r"send|go|try|outsourc|leas|"
    r"rent|borrow|postpon|cancel|refus|split|raise|cut|add|stop|sell|switch|train|shut|delay|keep|"
    r"leave|put|gone|done|taken|"
    r"bought)\w*|between (?:the )?(?:two|three|four|several)\b|(?:other|more|several|various|"
    r"different|two|three|four|five|"
    r"a few|a couple of|half a dozen) (?:approaches|methods|models|makes|suppliers|vendors|offers|"
    r"quotes|systems|tools|"
    r"candidates|designs|contractors|packages|products|variants|alternatives|providers|platforms|"
    r"schemes|drafts)\b|"
    r"(?:was|were|is|had been|been) (?:also |an? |another |the other |one |still )*(?:conceivable|"
    r"thinkable|feasible|imaginable|"
    r"worth (?:a|consider\w+)|up for|mooted|tabled|contemplated|weighed|advocated|envisaged|"
    r"foreseen|favoured|considered|"
    r"one (?:possibility|option|way|alternative|route)|the alternative|an alternative|the obvious "
    r"\w+)"
)
# It was let go.
_DROPPED = Pattern(
    r"\b(?:decided against|ruled (?:it |that |this )?out|reject(?:ed|ing)|dismiss(?:ed|ing)|"
    r"turned (?:it |"
    r"that |this |them |him |her )?down|(?:was|were|it|that|this|them|and|i|we|,) (?:declined|"
    r"dropped|"
    r"abandoned|discarded|refused)|declined|dropped|not (?:pursued|taken up|chosen|adopted|used|"
    r"to (?:do|"
    r"go|bring|use|call|take|wait|move|stop|close|tell))|neither (?:was|of)|(?:i|we)(?:,? \w+,?)? "
    r"(?:did not|didn't|never did|chose not|decided not|preferred|opted|went (?:with|for|on|ahead)|"
    r"settled|picked|chose|stuck|stayed with|kept|left it|decided (?:on|to|for)|said no|took the|"
    r"gave|"
    r"put|sort of went)|(?:went|going) (?:with|for)|settled (?:on|for)|opted for|decided to|"
    r"chose (?:the|to|not|a)|instead|in the end|but out|out it went|then (?:we |i )?(?:\w+ed|got|"
    r"went|"
    r"did|made|took|built|bought|chose|put)|ended up|(?:decision|choice|vote|lot) (?:then |finally "
    r")?(?:fell|went|was|landed)|fell on|won\b|off the table|out of the question|"
    r"(?:chose|picked|preferred|took|selected|favoured)\b[^.;]{2,40}\b(?:over|above|and not)\b|"
    r"(?:that|which|what) i (?:\w+ )?(?:acted on|booked|took|chose|did|went|used|picked|followed|"
    r"bought|wanted|had)|"
    r"(?:discard|scrap|shelv|binn|skipp|vetoe|abandon|ditch|dropp|bypass|cancell|refus)\w*|passed "
    r"(?:over|on|up)|set aside|put aside|"
    r"waved (?:away|aside)|threw out|gave up on|said no|let (?:it|that|this) (?:go|drop|be)|left "
    r"(?:it|that) (?:at that|out|aside)|"
    r"went (?:with|for)|\A(?!))\b"
)
# The next step, told as what was done in the other's place.
_DID = Pattern(
    r"(?:[^.;]{0,80}\b(?:and|so|but|yet|then|,|;|-) )?(?:so |but |and |then |yet |in the end |"
    r"finally |well,? )*(?:i|we) (?:then |just |simply |still |"
    r"only |finally )?(?:had|let|got|made|wrote|moved|swapped|bought|built|took|told|used|hired|"
    r"ran|rang|called|sent|cut|set|"
    r"sold|drove|rented|borrowed|stayed|began|did|gave|went|kept|chose|stuck|put|held|\w+ed)\b|"
    r"(?:went|took|kept|bought|chose|used|"
    r"did|stuck|stayed|put|got|picked|made|ran) (?:for|with|the|to|a|an|it)\b"
)
_REASON = Pattern(
    r"\b(?:because|since (?!then|that)|as (?!well|if|soon|much|many|far|long|usual|an?\b|part|"
    r"planned|opposed|fine|good|bad|before|always|ever|agreed|instructed)\w+|so that|in order|"
    r"otherwise|or else|would(?:'ve)? (?!have (?:liked|preferred|loved|wanted)|rather|like|prefer|"
    r"love)|"
    r"wouldn't|(?:he|she|they|it|we|you|i|that|there)'d (?!have (?:liked|preferred|loved|wanted)|"
    r"rather|offered|proposed|suggested|like|prefer|love|advised|urged|recommended|asked)|"
    r"too (?!,)\w+|reasons?|meant|means|except|"
    r"seeing|"
    r"due to|on account|given|owing|for fear|risk\w*|(?:it|that|they|which|have|be|is) cost|"
    r"costs\b|costing|price|dear|expensive|cheaper|"
    r"pounds|euros?|but (?!i\b|we\b|um\b|uh\b|like\b|,|in the end|at the end|decided|so\b|"
    r"then (?:i|we)\b|instead|went|"
    r"chose|ended|settled|took|used|bought|kept|picked|booked|stayed|took|it was|the decision|did|"
    r"also|out\b|not\b|that was|well\b|settled|kept|preferred|opted|stuck|to \b)\w+|"
    r"only (?:"
    r"that|it|then|he|she|they)|yet|never|can't|couldn't|cannot|don't|doesn't|isn't|aren't|"
    r"nobody|no one|not enough|until|unless|lose|losing|lost|needs?|needed|wanted|"
    r"quicker|easier|safer|faster|better|simpler|fairer|worse|harder|slower|longer|cos|cause|"
    r"'cause|"
    r"lest|so as|for the (?:sake|simple)|on grounds|on the grounds|thanks to|trouble|problem|snag|"
    r"catch|drawback|"
    r"downside|difficult\w*|(?:spoke|stood|counted|argued|told|tells|speaks) against|"
    r"outweigh\w*|already|hardly|barely|half|"
    r"without|having|thinking|knowing|nothing|no (?:time|money|room|point|way|use|one|longer|"
    r"guarantee)|none|"
    r"which (?:is|are|was|were|would|takes?|took|ends?|had|has|needs?|meant|means|no|nobody|the|he|"
    r"she|they|it)|"
    r"with (?:the|a|an|no|only|so|my|our|two|half|every|all) [^.,;]{0,30} (?:\w+ing|away|gone|open|"
    r"left|full|near|closed|already|to \w+)|"
    r"wasn't (?:really )?(?:my|our)|worth|kills?|for fear|if|spared|spares? (?:us|me|them|the)|"
    r"sav(?:e|ed|ing)|avoid\w*|danger\w*|"
    r"(?:not|wasn't|weren't|hardly) (?:\w+ )?(?:fair|right|enough|safe|allowed|possible|ready)|"
    r"unfair|"
    r"impossible|hate|hated|(?:didn't|not|would) like|trust\w*|afraid|fear\w*|wrong|knew|felt|"
    r"thought it|rather than|"
    r"(?:\d+|a|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|few|several|many|"
    r"more) (?:more )?"
    r"(?:days?|hours?|weeks?|months?|years?))\b|£|€|\$|:|; (?!i\b|we\b|went|chose|not|dropped|kept|"
    r"decided|settled|picked|preferred|opted|neither|none|in the end|then|so|my|it was|the "
    r"(?:other|second|one|decision|choice)|others|took|bought|used)"
)


_NEXT_STEP = Pattern(
    r"\W*(?:\d+\. )?(?:i|we|in (?:the end|\w+)|on|so|and (?:then )?(?:i|we)|then|after|afterwards|"
    r"later|from|what|at|"
    r"my|went|put|drew|built|set|sold|bought|took|made|got|ran|rang|wrote|gave|held|chose|found|"
    r"kept|\w+ed)\b",
)
# A choice told without its teller speaks on of the same matter.
_GOES_ON = Pattern(r"\W*(?:went|kept|took|chose|stayed|left|stuck|picked|dropped|decided)\b")


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = draft.plain
    told = list(draft.sentences("action"))
    for sentence, following in zip_longest(told, told[1:]):
        # Reasons are the quicker to find, and most sentences have one.
        if _REASON.search(said, sentence.start, sentence.end):
            continue
        other = _OTHER.search(said, sentence.start, sentence.end)
        if not other:
            continue
        dropped = _DROPPED.search(said, other.start(), sentence.end) or _DID.match(
            said, other.end(), sentence.end
        )
        if following is not None:
            # The next step may have reasons of its own; what speaks on may give the missing one.
            if not _NEXT_STEP.match(said, following.start, following.end) or (
                (not dropped or _GOES_ON.match(said, following.start, following.end))
                and _REASON.search(said, following.start, following.end)
            ):
                continue
            dropped = (
                dropped
                or _DROPPED.search(said, following.start, following.end)
                or _DID.match(said, following.start, following.end)
            )
        if dropped:
            yield Hit(start=sentence.start, end=sentence.end)
            return


RULE = Rule(
    code="J02",
    name="no-why-not",
    family="judgement",
    severity="advice",
    cost=3,
    most=3,
    message="You name another course that you did not take, and leave out why.",
    remedy=(
        "Add half a sentence on what spoke against it: what it would have cost, risked or "
        "left unsolved."
    ),
    find=_find,
)
