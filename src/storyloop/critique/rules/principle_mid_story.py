"""Finds principles that are named in the middle of a story.

What it does
Reports a sentence that names a principle or value while the story is still going on: in the
situation, the task or the action, with more action or result after it. A name in the last lines is
left alone, and so are everyday uses of the same words ("the backbone of the team").

Why
A label in the middle stops the story and asks the listener to agree with a judgement before they
have seen what it rests on. The guide's advice is to name a principle at the end, where that helps.

Example
"Here I showed true bias for action and drove to the depot. The gate was open."

Use instead
"I drove to the depot the same night. The gate was open."
"""

from collections.abc import Iterator

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words, principles_named
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.reading import Part

_TELLING: tuple[Part, ...] = ("action", "result")

_VIRTUE = (
    r"(?:integrity|courage|humility|honesty|accountability|resilience|transparency|ownership|"
    r"excellence|simplicity|frugality|innovation|inclusion|agility|teamwork|collaboration|loyalty|"
    r"fairness|empathy|diversity|stewardship|curiosity|leadership|proactivity|openness|compassion|"
    r"perseverance|initiative|creativity|professionalism|adaptability|responsibility|"
    r"customer (?:focus|centricity|obsession|service|orientation)|growth mindset|"
    r"bias for action|servant leadership|(?:customers?|people|patients?|quality|safety) first)"
)
# After one of these it is a unit or a person: "our leadership team".
_UNIT = (
    r"(?! (?:team|lab|department|group|board|manager|meeting|programme|office|training|day|week|"
    r"fund|budget|desk|course|policy|centre|structure|briefing|rules?|of the)\b)"
)
_LABELS = any_of(
    # what the teller lives by
    r"(?:my|our|my own|company's|company|firm's|corporate|core|guiding|personal|leadership) "
    r"(?:\w+ )?(?:principles?|values?|mantra|motto|creed|credo|philosophy|belief|virtues?)"
    r"(?! (?:for money|chain|stream|add|added|at|to the|per|in (?:euros|pounds|dollars)))(?<!"
    r"best value)(?<!market value)|(?:values?|principle|belief|virtue) (?:that |which )?(?:i|we|"
    r"our "
    r"(?:firm|company)) (?:live|stand|hold|believe|like|love|follow|swear|cherish|work)\w*|"
    r"(?:my|our|guiding|leadership|the|this|a|company) (?:principle|value) (?:of|called) "
    rf"(?:{_VIRTUE}|simple|speed|respect|trust)|"
    # a virtue that is said of oneself
    rf"{_VIRTUE} (?:is|was|are|being|has always been) (?:very |really |so |always |just |simply )*"
    r"(?:in my (?:dna|blood|nature)|important (?:to|for) me|what drives me|(?:my|our) "
    r"(?:mantra|motto|thing|middle name|watchword|strength|nature)|everything (?:to|for) me|close "
    r"to my heart|who i am|one of (?:my|our)|at (?:my|our) (?:core|heart))|as (?:an? |the )?"
    r"(?:leader|manager|person|professional|man|woman|someone|somebody|nurse|engineer|teacher) "
    rf"(?:with|of|who values) (?:an? |the )?(?:\w+ )?(?:sense of|{_VIRTUE})|i(?:'m| am) an? "
    rf"(?:man|woman|person|leader|manager) of (?:\w+ )?{_VIRTUE}|thanks to (?:my|our) (?:\w+ )?"
    rf"{_VIRTUE}{_UNIT}|(?:with|using|applying|through|by) (?:my (?:\w+ )?|pure ){_VIRTUE}{_UNIT}|"
    r"(?:my|the|an?|true|real) (?:\w+ )?(?:growth|ownership|owner's|customer-first|winning|can-do|"
    r"entrepreneurial|agile|excellence|service|servant|quality|hands-on) (?:mindset|mentality|"
    r"orientation|ethos)|(?:this|that|it|here|what i did next)(?:'s| is| was) (?:just |simply |"
    r"what "
    rf"i call )?(?:the |a |my |an? example of |pure |real |true |classic )*{_VIRTUE}(?: part| bit|"
    r" moment| in action| at work| for you)(?! of)|i was (?:being )?(?:very |truly |really |just )?"
    r"(?:innovative|proactive|customer-centric|customer-obsessed|accountable|agile|resilient|"
    r"entrepreneurial|collaborative) (?:there|here)|(?:customer|client|patient|guest)s? at the "
    r"(?:centre|center|heart) of (?:everything|all|what)|(?:safety|customers?|people|quality|"
    r"patients?) first(?:,| is| was| principle| value| mindset)|(?:right|thought|so|well|pure|"
    r"plain|hence),? (?:ownership|accountability|integrity|customer obsession|transparency|"
    r"simplicity|frugality)(?= and|$)|"
    # the names themselves, as no one says them by chance
    r"insist(?:ed|ing)? on the highest standards|(?:invent|innovate)\w* and simplif\w+|have "
    r"backbone|(?:is|was|about|called|'s) (?:earn trust|deliver results|dive deep|think big)|"
    r"earned trust by|matter of (?:ownership|accountability|integrity)"
)
# Within a sentence a virtue takes a capital only where it is a name.
_CAPITAL = Pattern(
    r"(?=[A-Z])(?<=[a-z,] )(?<!ead of )(?<!tor of )(?<!ger of )(?<!ent of )(?<!ter of )(?<!VP of )"
    r"(?:Integrity|Courage|Humility|Honesty|Accountability|Resilience|Transparency|Ownership|"
    r"Excellence|Simplicity|Frugality|Innovation|Agility|Teamwork|Collaboration|Loyalty|Fairness|"
    r"Empathy|Stewardship|Curiosity|Compassion|Perseverance|Initiative|Creativity|Respect|Trust|"
    r"Passion|Customer (?:First|Focus|Centricity|Obsession)|(?:Safety|People|Patients?|Quality|"
    r"Clients?|Guests?|Children|Family|Service) First|One Team|Bias for Action|Think Big|Dive Deep|"
    r"Earn Trust|Deliver Results|Have Backbone|Servant Leadership|Growth Mindset|Strategic "
    r"Thinking|Highest Standards)\b(?! [A-Z&]|'s|’s|, which (?:runs|owns|makes))"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    named = [(each.start, each.end) for each in principles_named(draft)]
    named += (found.span() for found in _LABELS.finditer(own_words(draft.text)))
    named += (found.span() for found in _CAPITAL.finditer(draft.text))
    if not named:
        return
    ends = max((sentence.start for sentence in draft.sentences(*_TELLING)), default=0)
    acts = max((sentence.start for sentence in draft.sentences("action")), default=0)
    sentences = iter(draft.reading.sentences)
    place, seen = next(sentences), -1
    for start, end in sorted(named):
        while place.end <= start:
            place = next(sentences)
        last = acts if place.part == "result" else ends
        if place.part != "reflection" and place.start < last and place.start != seen:
            seen = place.start
            yield Hit(start=start, end=end)


RULE = Rule(
    code="L03",
    name="principle-mid-story",
    family="principles",
    severity="advice",
    cost=2,
    most=4,
    message="A principle is named while the story is still going on.",
    remedy="Take the name out and let the action speak; if it helps, name it once, at the end.",
    find=_find,
)
