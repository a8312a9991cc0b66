"""Finds lessons that anybody could have drawn from anything.

What it does
Looks at the sentences of reflection for general truths ("communication is key", "it showed me how
important teamwork is", "everybody is different"). It keeps quiet where the reflection also holds
something of its own: what you do since, what you would do next time, a figure.

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

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_PLATITUDE = re.compile(
    r"\b(?:(?:the )?(?:good |clear |open |honest |effective |strong )?(?:communication|"
    "communicating|teamwork|working together|team ?work|trust|honesty|people|hard work|"
    "preparation|planning|listening|patience|respect|attention to detail|leadership|"
    "collaboration|cooperation|flexibility|persistence|perseverance|attitude|teams?|"
    "customers?|organi[sz]ation|transparency|empathy|experience|details?|safety|quality|"
    "time management)(?: (?:and|&) (?:the )?(?:good |clear |open |honest |effective |"
    "strong )?(?:communication|communicating|teamwork|working together|team ?work|trust|"
    "honesty|people|hard work|preparation|planning|listening|patience|respect|"
    "attention to detail|leadership|collaboration|cooperation|flexibility|persistence|"
    "perseverance|attitude|teams?|customers?|organi[sz]ation|transparency|empathy|experience|"
    r"details?|safety|quality|time management))* (?:is|are|was|were)(?: \w+){0,2} (?:key|"
    "everything|vital|essential|important|crucial|paramount|king|critical|number one|the key|"
    r"the base|half the battle|the most important|always)\b|how (?:\w+ )?(?:important|"
    "essential|vital|crucial|valuable|powerful|much) (?:it is to )?(?:the )?(?:good |clear |"
    "open |honest |effective |strong )?(?:communication|communicating|teamwork|"
    "working together|team ?work|trust|honesty|people|hard work|preparation|planning|"
    "listening|patience|respect|attention to detail|leadership|collaboration|cooperation|"
    "flexibility|persistence|perseverance|attitude|teams?|customers?|organi[sz]ation|"
    r"transparency|empathy|experience|details?|safety|quality|time management)\b|"
    "(?:importance|value|power) of (?:the |a )?(?:good |clear |open |honest |effective |"
    "strong )?(?:communication|communicating|teamwork|working together|team ?work|trust|"
    "honesty|people|hard work|preparation|planning|listening|patience|respect|"
    "attention to detail|leadership|collaboration|cooperation|flexibility|persistence|"
    "perseverance|attitude|teams?|customers?|organi[sz]ation|transparency|empathy|experience|"
    r"details?|safety|quality|time management)\b|(?:it(?:'s|’s| is)|it was|"
    "is) all about (?:the )?(?:good |clear |open |honest |effective |"
    "strong )?(?:communication|communicating|teamwork|working together|team ?work|trust|"
    "honesty|people|hard work|preparation|planning|listening|patience|respect|"
    "attention to detail|leadership|collaboration|cooperation|flexibility|persistence|"
    "perseverance|attitude|teams?|customers?|organi[sz]ation|transparency|empathy|experience|"
    r"details?|safety|quality|time management)\b|(?:every|each|all) (?:person|customer|"
    "patient|child|people|team|day|situation|project) (?:is|are) (?:different|unique|special|"
    r"a lesson)\b|(?:you(?:'ve| have) got to|you (?:have|need|must|should)(?: to)?|always|"
    "one must|we must|never) (?:always |never )?(?:believe in|listen|look after your|"
    "communicate|be honest|stay (?:calm|positive|focused)|give up|work hard|trust (?:your|"
    "people)|keep (?:going|calm|learning|trying|an open mind)|be (?:prepared|patient|"
    "yourself|positive|flexible|open)|think outside|put (?:the )?(?:customer|patient|"
    r"people)s? first|plan ahead|do your best)\b|(?:you can|anyone can|we can) (?:achieve|do|"
    r"overcome) (?:any\w*|everything|whatever)\b|(?:anything|nothing|"
    r"everything) is (?:im)?possible\b|customers? (?:is|are|comes?) (?:always |"
    r"in the )?(?:first|right|king|the first)|opportunity in disguise\b|where there(?:'s|"
    r" is) a will\b|hard work (?:always )?pays off\b|many hands\b|no i in team\b|"
    r"everything happens for a reason\b|honesty is the best\b|practice makes perfect\b|"
    r"stronger together\b|(?:pays|paid) off in the end\b|made me (?:a )?(?:stronger|better|"
    r"who i am)\b|(?:learn(?:ed|t)?|taught me|took away|grew) (?:a lot|so much|many things|"
    r"a great deal)\b|always (?:learn|do) (?:something|your best)\b)"
)
_OF_ITS_OWN = re.compile(
    r"\b(?:now|since|these days|nowadays|ever since|today|next time|from now on|"
    "from then on|would (?:have )?(?:start|ask|call|ring|put|write|tell|check|do|have)|"
    "i'd (?:start|ask|call|ring|put|write|tell|check|do|have)|so i|before i|"
    r"every (?:time|week|month|monday|friday|day|morning|shift))\b|\d",
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    said = plain(draft.text)
    learned = list(draft.sentences("reflection"))
    if any(_OF_ITS_OWN.search(said, sentence.start, sentence.end) for sentence in learned):
        return
    for sentence in learned:
        if _PLATITUDE.search(said, sentence.start, sentence.end):
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
