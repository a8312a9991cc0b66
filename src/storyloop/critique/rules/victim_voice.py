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

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words, weighed
from storyloop.critique.rule import Hit, Rule

_STRONG = re.compile(
    r"\b(?:(?:was|is|it|this|that|found|very|so|really|how|felt) unfair(?: on me| to me)?(?! "
    r"(?:on|to) (?!me))|unfairly|(?:wasn't|isn't|not) fair(?: on me)?(?! (?:on|to|that) )|always "
    r"(?:us|me)(?: who| that|(?=[.,;]|$))|it's always (?:me|us|the)|impossible position|not that "
    r"i was (?:ever )?(?:thanked|asked)|for my trouble|after all (?:i've|i had|i'd) (?:done|"
    r"given)|after all those years|dumped (?:on|upon) me|forced (?:on|upon) me|never (?:even "
    r")?(?:got|had|received) so much as|what i(?:'d| had)? had to put up with|(?:taken|took) my "
    r"side|(?:stood|stand) up for me|held (?:it )?against me|(?:nobody|no one) (?:ever )?(?:helps|"
    r"thinks of|thought of|asks) (?:you|me|us)|bad luck with|just my luck|to show me up|treated "
    r"(?:me )?like (?:i|dirt|a (?:servant|child|criminal|slave))|why (?:is it )?always me|say "
    r"sorry, did|what (?:do|did|thanks did) i get|under the bus|scapegoat\w*|i was singled out|"
    r"(?:me|i was|was) (?:being )?picked on|stab\w* (?:me )?in the back|hung out to dry|(?:don't|"
    r"didn't|hadn't) deserved? (?:it|that|this|any)|(?:without|not|never) (?:so much as )?a "
    r"(?:single )?(?:word of thanks|thank-?you|thank you)|no thanks for|(?:nobody|no one) (?:ever "
    r")?thanked me|(?:got|took|taking|had) (?:all )?the blame|everyone (?:else )?blamed me|took "
    r"(?:all )?the credit|i was the victim|had it in for me|against me from the)\b"
)
_WEAK = re.compile(
    r"\b(?:(?:nobody|no one|no-one|not one of them|none of them|no person)(?: \w+){0,3}? (?:asked "
    r"(?:if|whether) i|helped?|backed me|listened|stood|came to|cared|rang|supported|supports|"
    r"looking over|offered|given me|gave me|has helped|said (?:sorry|thank|to me)|opened|asked "
    r"the)|without (?:asking|my being asked)(?: me| if i| whether i)?|(?:i|we) (?:was|were|"
    r"got)(?: then| also| simply| again| just)? (?:made to|shouted at|overruled|blamed|left (?:on|"
    r"alone|with)|told off|ignored|voted down|passed over|forced to|punished|sidelined|given the "
    r"(?:blame|worst|rubbish)|spoken to about)|(?:they|he|she) (?:made|left|forced|blamed) me|"
    r"left me (?:on my own|alone|to|with)|as usual|as ever|as per usual|as (?:it|things)(?: "
    r"always| generally| usually) (?:is|are|was|were)|left to me|fell to me again|all on my own|"
    r"the whole lot on my own|alone, (?:after|in|at)|over a barrel|i got (?:nothing|all the)|went "
    r"mad at me|voted me down|it's me that|it was me (?:who|that)|(?:i was )?the one (?:who|that) "
    r"(?:had to|was|got)|got (?:a|the) (?:mention|card|praise|credit|thanks)|my own (?:evenings|"
    r"free time|weekend)|so much as (?:a|rang|asked)|cuts me dead|put on my (?:name|desk)|while "
    r"(?:everyone else|the others|the ones)|no (?:choice|help|support|thanks)|never (?:once "
    r")?(?:asked|thanked|listened|helped|apologised)|(?:didn't|never) even (?:ask|say|thank|look)|"
    r"of course (?:it was me|nobody|i was|i had)|i (?:cried|suffered)|didn't deserve|nobody ever|"
    r"landed on (?:me|my desk)|you'd think (?:we|i)'d|quite rude to me)\b"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if draft.is_story:
        yield from weighed(own_words(draft.text), _STRONG, _WEAK)


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
