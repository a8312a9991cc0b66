"""Finds lessons that anybody could have drawn from anything.

What it does
Looks at the reflection and at the last two sentences for general truths ("communication is key",
"it showed me how important teamwork is", "everybody is different"). It keeps quiet where the
reflection also holds something of its own: what you do since, what you would do next time, a
figure.

Why
A lesson shows that the story changed you. A general truth fits every story, so it says nothing of
this one, and it is the last thing the listener hears.

Example
"It taught me that communication is the key to everything."

Use instead
"Since then I ring the night shift before I change their list, even when the change looks tiny."
"""

import re
from collections.abc import Iterator

from storyloop.critique.alternatives import any_beginning
from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

# What general truths are about.
_MATTER = (
    r"(?:the )?(?:very )?(?:good |clear |open |honest |effective |strong |great |proper |regular |"
    r"early |real |true |mutual |constant |right |happy |hard ){0,2}(?:communicati(?:on|ng)|"
    r"team ?work(?:ing)?|team-?work|(?:team )?spirit|working (?:together|as a team)|"
    r"talking to each other|trust|honesty|people|staff|hard work|work|prepar(?:ation|ing|edness)|"
    r"plan(?:ning)?|listening|patience|respect|attention to detail|leadership|collaborati(?:on|ng)|"
    r"co-?operation|flexibility|adaptability|persistence|perseverance|determination|resilience|"
    r"attitude|mindset|teams?|customers?|customer service|service|organi[sz]ation|"
    r"transparency|openness|empathy|kindness|compassion|experience|details?|safety|quality|"
    r"time management|prioriti[sz](?:ing|ation)|discipline|motivation|passion|positivity|"
    r"staying (?:calm|positive|focused|organi[sz]ed)|confidence|dedication|commitment|"
    r"relationships?|"
    r"learning|feedback|integrity|creativity|innovation|diversity|health|knowledge|timing|data|"
    r"consistency|self-?belief|initiative|being (?:prepared|honest|patient|flexible|proactive|"
    r"organi[sz]ed|open|yourself))"
)
_MATTERS = rf"{_MATTER}(?:(?:,| and| &|, and) {_MATTER}){{0,3}}"
_VERY = r"(?:\w+ ){0,2}?"
_GENERIC_DEED = (
    r"(?:listen(?: to (?:people|others|each other|everyone|your \w+|the (?:customer|team)s?))?|"
    r"communicate(?: \w+)?|talk to (?:people|each other)|work (?:together|hard|as a team|"
    r"in a team)|"
    r"plan(?: ahead)?|prepare|be (?:prepared|patient|honest|open|flexible|positive|kind|yourself|"
    r"proactive|organi[sz]ed|transparent)|stay (?:calm|positive|focused|organi[sz]ed|humble|"
    r"curious)|"
    r"keep (?:going|calm|learning|trying|an open mind|your head|communicating|smiling)|"
    r"(?:never )?give up|believe in (?:people|yourself|your \w+|them)|trust (?:your \w+|people|"
    r"each other|yourself|the process)|look after (?:your|the) (?:people|team|staff)|"
    r"put (?:the )?(?:customer|patient|client|people|user|safety|guest|child|children)s? first|"
    r"think outside|do (?:your|my|our) best|"
    r"ask for help|pay attention to (?:the )?details?|respect (?:people|each other|others|"
    r"everyone)|"
    r"treat (?:people|others|everyone) (?:with|how|as|the way|equally)|fail fast|aim high|"
    r"lead by example|adapt|(?:learn|try) new things|step out of (?:your|my|the) comfort zone|"
    r"support (?:each other|one another)|help (?:each other|one another|others))"
)
_PLATITUDE = any_beginning(
    rf"{_MATTERS} (?:really |truly |always |just )?(?:(?:is|are|was|"
    rf"were) {_VERY}(?:key|"
    r"everything|vital|essential|important|crucial|paramount|king|critical|number one|invaluable|"
    r"fundamental|a must|gold|power|(?:the|a|our) (?:\w+ )?(?:key|keys|base|basis|foundation|"
    r"heart|most important|be-all|answer|secret|thing that|greatest|biggest|backbone|core)|"
    r"half the battle|what (?:matters|counts)|(?:at|the) heart of|good (?:staff|people|"
    r"customers|workers))\b|(?:make|makes|made) (?:all the|the|a big|a huge|a real|a) difference\b|"
    r"(?:matter|matters|counts?|wins|come first|comes first|pays? off|pays|goes a long way|"
    r"beats? everything|can move mountains|is worth it)\b)|"
    rf"how (?:\w+ )?(?:important|essential|vital|crucial|valuable|powerful|key|much) (?:{_MATTER}|"
    rf"it is (?:always )?to (?:always )?(?:just )?{_GENERIC_DEED})\b|"
    rf"(?:importance|value|power|benefits?|meaning) of {_MATTER}\b|"
    r"(?:(?:it|life|success|work|business|teaching|leadership|selling|care)(?:'s| is|"
    r" was) (?:really |"
    rf"just |simply )?(?:all )?|is (?:all|always) )about {_MATTER}\b|(?:comes|came|"
    rf"boils) down to {_MATTER}\b|"
    r"(?:every|each|all) (?:person|customer|patient|child|people|team|day|situation|project|client|"
    r"one|body|learner|case) (?:is|are) (?:\w+ )?(?:different|unique|special|a lesson)\b|"
    r"(?:everyone|everybody) (?:is|learns|works) (?:\w+ )?(?:different(?:ly)?|unique|special)\b|"
    r"(?:you(?:'ve| have) (?:just |always |really )?got to|you (?:\w+ )?(?:have|need|must|should|"
    r"ought)"
    r"(?: to)?|always|never|one (?:must|should|has to)|we (?:must|should|all need to)|"
    r"it(?:'s| is) (?:\w+ )?(?:important|essential|vital|crucial|best|good|better|key|worth) to|"
    r"remember to|the key is to|the main thing is to|it pays to|learn(?:ed|t) to|taught me to|"
    r"taught me (?:that )?you (?:should|must|need to|have to)) "
    rf"(?:always |never |just |really ){{0,2}}{_GENERIC_DEED}\b|"
    r"(?:you|anyone|anybody|we|a team|one) can (?:always )?(?:achieve|do|overcome|accomplish|solve|"
    r"reach|get through|conquer) (?:any\w*|everything|whatever|it all|great things|so much|a lot|"
    r"more together)\b|(?:anything|nothing|everything) is (?:im)?possible\b|"
    r"(?:customers?|clients?|patients?|guests?|passengers?) (?:is|are|comes?|must come|should come|"
    r"must be|has to be) (?:always )?(?:in the |on )?(?:first|right|king|queen|the first|"
    r"number one|"
    r"everything)\b|opportunit(?:y|ies) in disguise\b|(?:crisis|challenge|problem|setback|mistake|"
    r"failure) (?:is|are) (?:\w+ ){0,3}(?:opportunit(?:y|ies)|chance|lesson|stepping stone|gift)|"
    r"where there(?:'s| is) a will\b|many hands\b|no i in ['\"]?team\b|(?:everything|it all|"
    r"things) "
    r"happens? for a reason\b|honesty is the best\b|practice makes perfect\b|(?:stronger|better|"
    r"more|further) (?:together|as a team|than the sum)\b|together (?:we|everyone|you) (?:can|are|"
    r"achieves?)\b|(?:pays|paid) off in the end\b|(?:hard work|persistence|patience|preparation|"
    r"honesty|it|perseverance) (?:always |really )?(?:pays|paid) off\b|"
    r"ma(?:de|kes|king) (?:me|you|us) (?:a |into a |the )?(?:much )?(?:stronger|better (?:\w+ )?"
    r"(?:person|leader|manager|\w+er|professional|human)|who i am|the (?:person|man|woman))|"
    r"(?:learn(?:ed|t)?|taught me|took away|grew|gave me|took) (?:a lot|so much|lots|many things|"
    r"loads|a great deal|a whole lot)\b(?! (?:of|about (?!myself|people|life|teamwork|leadership|"
    r"communication|working|how i)))|(?:learn(?:ed|t)?|learning) (?:and grew|and grow|"
    r"a lot about (?:myself|people|life|teamwork|leadership))|i (?:really )?grew (?:a lot |so much "
    r")?(?:as a|from)|came out (?:of it )?(?:stronger|a better)|(?:never stop|always) learning\b|"
    r"(?:you|we) (?:always |never stop )?learn(?:ing)? (?:something (?:new )?)?every day|"
    r"always (?:do|give) (?:something|your best)\b|always something (?:new )?to learn|"
    r"(?:learning|valuable|great|good|amazing|rewarding|unforgettable|useful|eye-opening) "
    r"(?:learning )?(?:experience|lesson|curve)\b(?! (?:of|that|about|from|in|to))|"
    r"(?:it was|was|it's) a (?:huge|steep|real|big|great|massive) learning curve\b|"
    r"out of (?:my|your|our|the) comfort zone\b|rome wasn'?t built|two heads are|"
    r"the sky(?:'s| is) the limit|(?:happy \w+ (?:is|are|means?|makes?|make) (?:\w+ )?(?:good|"
    r"happy|"
    r"loyal|productive|a happy))|people buy from people|prevention is better|better safe than|"
    r"knowledge is power|dream ?work\b|less is more|what doesn'?t kill|every cloud|"
    r"(?:can't|cannot|can not|don't|never) (?:boil the ocean|please everyone|win them all|"
    r"judge a book)|change is (?:the only|always|never|a good)|there(?:'s| is) (?:always )?(?:a "
    r"solution|light at the end|no such thing as (?:a )?(?:bad|failure|can't))|"
    r"(?:first|last) impressions? (?:count|matter)|failure is not an option|slow and steady|"
    r"only as (?:strong|good) as|a chain is|a problem shared|more haste|communication,"
)
# Truths about everybody, in the present, after a word of learning or on their own; growing; and
# good resolutions that hold for any work.
_ANYBODY = (
    r"(?:you|everyone|everybody|anyone|anybody|every (?!time|week|month|day|shift|monday|friday|"
    r"morning|\w+ (?:that|i|on|in|from|must|should|needs|gets|has to)\b)[\w-]+|all people|people|"
    r"we (?:all )?(?:are|can|must|should|all|need|have|"
    r"learn|grow)|life|nobody|no one|nothing|one|things|there(?:'s| is| are) (?:always|no|never|"
    r"only|"
    r"nothing|more)|it(?:'s| is) (?:always|never|important|essential|vital|crucial|key|ok|okay|"
    r"fine|"
    r"alright|all right|good|better|best|all|the little|not (?:always|about|the|what|how)|how|"
    r"human)|"
    r"no (?:man|matter|two|problem|job|day|task|pain)|success|failure|mistakes|change|problems|"
    r"conflicts?|"
    r"challenges|obstacles|small (?:things|steps)|little things|big things|great things|the "
    r"(?:little|small|simple) "
    r"things|good things|hard times|together|sometimes|with (?:hard work|patience|the right|enough|"
    r"good|a (?:positive|good|bit|little)|time|passion|trust|persever\w+|determin\w+)|if (?:you|"
    r"we|one)|when you|where there)"
)
_LEARNT = (
    r"(?:learn(?:ed|t|ing)?|taught(?: me)?|teach(?:es|ing)?(?: (?:you|me|us))?|lesson|"
    r"take-?aways?|moral|remind(?:er|ed|s)?(?: me)?|"
    r"understood|understand|reali[sz]ed?|discovered|found(?: out)?|show(?:ed|s|n)(?: me)?|"
    r"prov(?:ed|es|en)(?: to me)?|"
    r"know(?: now)?|knew|believe|apprec\w+|see now|see|saw|convinced|conclusion|conclude|"
    r"conviction|motto|message|"
    r"insight|opinion|think|confirm(?:ed|s)|felt|feel|point|truth|remember(?:ed)?|wisdom|"
    r"conscious|aware|took from it|took away|"
    r"experience|opened my eyes)"
)
_GENERIC = any_beginning(
    rf"{_LEARNT}(?: from (?:it|this|that)| for me| then| again| once (?:more|again)|"
    rf" here| in (?:this|that) \w+| to me| me| is| was| that|:|,|,? which is|"
    rf" how| once| now| always| really| simply| of all| just){{0,4}} (?:sometimes |often |always "
    rf")?{_ANYBODY}\b|"
    r"expect the unexpected|(?:in|all) (?:of us )?in the same boat|two heads|at the end of the "
    r"day,? (?:it|we|you|people)|no pain|"
    r"(?:always|never|and|to|:|,) (?:expect|stay|keep|remain) (?:the |your |my |on |a |an "
    r")?(?:best|worst|calm|cool|focus\w*|positiv\w*|head|strong|"
    r"open[- ]minded|open mind|humble|flexible|true|motivated|motivation|hungry|optimis\w+|"
    r"patient|professional|curious|alert|going|moving|learning|trying|"
    r"at it|composed|level-headed|goals?)|"
    r"(?:listen|talk|think|communicate|plan|prepare|smile|breathe|delegate|share|ask|trust|work|"
    r"care|worry|act|speak) (?:more|less|harder|smarter|"
    r"better|first|ahead|positive(?:ly)?|together|before you|twice)\b|"
    r"(?:grew|grown|grow|developed|develop|matured|mature|evolved|improved|progressed|"
    r"advanced)(?: (?:enormously|immensely|tremendously|a lot|"
    r"so much|much|greatly|further|personally|myself|as (?:a|an)|in (?:my|self)|both|beyond|"
    r"stronger|closer|from (?:it|this|that|the experience)|"
    r"through (?:it|this)|with (?:it|this)))+\b|"
    r"(?:personal|professional|personally|professionally)(?:,| and| or|ly and) (?:my "
    r")?(?:personal|professional|personally|professionally|human)|"
    r"(?:enrich|reward|humbl|inspir|shap|valuabl|eye-open|formative|life-chang|transform|"
    r"unforget)\w* (?:me\b|experience|time|lesson|journey|period|"
    r"chapter|moment|challenge|for (?:me|my))|(?:an? |this )?(?:experience|time|challenge|lesson|"
    r"journey) (?:that |which |i )?(?:i )?(?:would(?:n't| not)|will|won't|shall|"
    r"'d not|can|could|made|makes|helped|shaped|changed|has made)\b|"
    r"(?:gain|build|built|boost|strengthen|increas|won|win|grew|grow|develop|lost|got|gave me|"
    r"given me)\w* (?:in |my |more |a lot of |much |"
    r"so much |great |a great deal of |new |valuable |some |in )*(?:self[- ])?(?:confiden\w+|"
    r"respect|self-esteem|"
    r"perspective|experience|knowledge|skills|insights?|maturity|strength|soft skills|resilience|"
    r"people skills|leadership)\b(?! (?:of|in|with|on) the)|"
    r"(?:more|much more|far more|a little more|a more|became|become|become a) "
    r"(?:self-)?(?:confident|resilient|mature|patient|professional|understanding|open|"
    r"flexible|aware|responsible|independent|organi[sz]ed|proactive|structured|assertive|"
    r"empathetic|careful|humble|rounded|positive)"
    r"(?: (?:person|leader|manager|colleague|professional|worker|now|today|than|in|as|and|since|"
    r"about life)\b|(?=[.,;!]|$))|"
    r"(?:believe in|trust|trusted|rely on|listen to|follow|be true to|had faith in|faith in) "
    r"(?:myself|yourself|my (?:own )?(?:instincts?|gut|intuition|abilities|strengths?|"
    r"feelings?|heart|skills|judgement|people|team)|your (?:\w+ ){0,2}(?:instincts?|gut|intuition|"
    r"team|people|abilities|heart))|"
    r"(?:set|setting|have|having|define|defining|pursue) (?:\w+ )?(?:clear|clearer|realistic|"
    r"higher|high|better|ambitious|smart|the right) (?:goals|targets|"
    r"priorities|expectations|objectives|boundaries)|keep my focus|stay(?:ing)? on track|"
    r"work-life|see the (?:bigger|big|whole) picture|"
    r"(?:bigger|big) picture|positive (?:attitude|mindset|thinking|outlook|side|way|spirit)|"
    r"can-do|growth mindset|open mind\b|comfort zone|"
    r"(?:my|your) (?:best|full potential|utmost|limits?)(?=[.,;]|$)|"
    r"(?:teaches|teach|taught|learned|learnt|learn|need|needs|takes|required?s?|about|shows?|lots "
    r"of|all) (?:you |me |us |one |true |real |the value of |"
    r"the power of |the meaning of |the importance of |some |a lot of |a bit of |what |how "
    r")*(?:patience|humility|resilience|perseverance|discipline|team ?work|"
    r"responsibility|leadership|empathy|respect|flexibility|time management|trust|communication|"
    r"gratitude|tolerance|courage|confidence|endurance|"
    r"modesty|persistence|self-control|team ?spirit|loyalty|motivation)\b(?! (?:of|to|with the|in "
    r"the|between)\b)|"
    r"(?:teamwork|team spirit|communication|patience|trust|honesty|planning|time management|"
    r"preparation|attitude|respect|hard work|"
    r"perseverance|persistence|cooperation|good organi[sz]ation|experience) (?:\w+ ){0,2}?(?:is|"
    r"are|makes?|brings?|leads?|gets?|opens?|builds?|"
    r"wins?|solves?|conquers?|moves?|pays?|beats?|helps?|creates?|goes|can|will|must|should|"
    r"remains?|lies|gives?|carries|means?|decides?|comes?)\b|"
    r"(?:improve|work on|worked on|polish|better|sharpen|strengthen|develop|use) (?:on )?my "
    r"(?:\w+ )?(?:communication|soft|people|time|leadership|social|"
    r"organi[sz]ational|interpersonal|presentation|team\w*|listening|management|planning|"
    r"self-\w+) ?(?:skills|management|abilities)?\b|"
    r"(?:how|what) (?:\w+ )?(?:important|valuable|essential|vital|crucial|powerful|precious|much "
    r"(?:difference|power)|strong|fragile) (?:is |are |a |an |it |the |good |and )|"
    r"what (?:counts|matters|is important|really counts)|(?:that's|such is|that is) life|(?:give|"
    r"given|giving) (?:up|your best|your all|100|a hundred|everything)\b|"
    r"(?:nobody|no one|none of us|no-one) (?:is|'s) perfect|(?:make|makes|made) mistakes\b|"
    r"(?:learn|grow|learning|learnt|learned) from (?:my |your |our |their |"
    r"one's |every |past |the )?(?:mistakes?|failures?|experiences?|errors|others|each other|"
    r"everything|setbacks?)|"
    r"(?:useful|valuable|helpful|of use|good|important|relevant|beneficial|helps? me|help me|"
    r"prepared me) (?:\w+ )?(?:for|in) (?:my|the|any|every|all) "
    r"(?:\w+ )?(?:future|career|life|job|situations?|work|path|role|position|project)|(?:for|in) "
    r"my (?:\w+ )?(?:future|career|life|path)(?=[.,;]|$| and)"
)
# A general truth ends a story as a rule, and may end it in the guise of a result.
_LAST = 2
_OF_ITS_OWN = re.compile(
    r"\b(?:since (?:then|that)(?!,? i (?:know|believe|understand|see|trust|feel|think|reali[sz]e|"
    r"appreciate|am|have (?:known|believed))\b)|these days|nowadays|"
    r"ever since(?!,? i (?:know|believe|understand|see|trust|feel|think|am)\b)|from now on|"
    r"(?<!felt that way )(?<!known that )from then on|next time|"
    r"would (?:have )?(?:start|ask|call|ring|put|write|tell|check|do|have)|"
    r"(?:now,? i|i now|i \w+ now|nowadays i|today i)\b(?! (?:know|understand|see|realise|believe|"
    r"feel|appreciate|realize))|"
    r"i'd (?:start|ask|call|ring|put|write|tell|check|do|have)|so i (?:now|\w+ now|always)|"
    r"before i|"
    r"every (?:time|week|month|monday|friday|morning|shift))\b|\d",
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = plain(draft.text)
    told = draft.reading.sentences
    ends = {sentence.start for sentence in told[-_LAST:]}
    learned = [s for s in told if s.part == "reflection" or s.start in ends]
    if any(
        _OF_ITS_OWN.search(said, sentence.start, sentence.end)
        for sentence in learned
        if sentence.part == "reflection"
    ):
        return
    for sentence in learned:
        start, end = sentence.start, sentence.end
        if _PLATITUDE.search(said, start, end) or (
            sentence.part == "reflection" and _GENERIC.search(said, start, end)
        ):
            yield Hit(start=sentence.start, end=sentence.end)
            return


RULE = Rule(
    code="R02",
    name="generic-reflection",
    family="reflection",
    severity="warning",
    cost=4,
    most=4,
    message="What you learned is a general truth that would fit any story.",
    remedy=(
        "Say what you do differently since this happened, in a way that would make no sense "
        "in another story."
    ),
    find=_find,
)
