"""Finds famous people, firms and titles that do nothing for the story.

What it does
Counts titles ("Sir", "Dame", "the minister herself"), famous houses and firms, and turns that show
off an acquaintance ("over dinner", "my old friend", "whom I know well"). Two different ones are
reported, and one that shows off an acquaintance. A name that belongs to the work, such as one
customer or one judge, is left alone.

Why
An interviewer cannot score whom you know. Each name takes a sentence away from what you did and
asks the listener to be impressed by it.

Example
"As I said over dinner to my old friend Sir Giles, who is a household name, timber never lies."

Use instead
"I had the joists tested, and seven of the forty were rotten."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.rule import Hit, Rule
from storyloop.reading.plain import plain

_ENOUGH = 2
# Looking at the capital first passes over most words at once.
_TITLE = re.compile(
    r"\b(?=[A-Z]|the [A-Z])(?:"
    r"(?:Sir|Dame|Lord|Lady|Baroness|Baron|Prince|Princess|Duke|Duchess|Earl|Countess|His "
    r"Excellency|Her Excellency|HRH|King|Queen)(?: [A-Z][\w'’-]+)+|Professor [A-Z][\w'’-]+ "
    r"[A-Z][\w'’-]+|(?:Harvard|Oxford|Cambridge|Stanford|Yale|Princeton|MIT|INSEAD|McKinsey|"
    r"Bain|Goldman Sachs|Davos|Downing St|Buckingham Palace|the Palace|House of Lords|White House|"
    r"Guildhall|Harley St|Hollywood|Forbes|TED|Nobel|Oscar|Olympic|Google|Apple|Amazon|Microsoft|"
    r"Facebook|Meta|Netflix|Tesla|Deloitte|FTSE|Fortune 500|Bill Gates|Steve Jobs|Elon Musk|Jeff "
    r"Bezos|Richard Branson|Oprah|Obama|Beyoncé|Beckham|Michelin|BBC|Vogue|the King|the Queen)\b)"
)
_ACQUAINTED = re.compile(
    r"\b(?:household name|(?:old|good|dear|close|personal) friend (?:sir|dame|lord|of mine,? "
    r"(?:sir|dame|lord|who (?:runs|chairs|heads|owns))|at one of|professor|the (?:minister|mayor|"
    r"chairman|ambassador|bishop))|whom i (?:happen to )?(?:know (?:well|personally)|have (?:met|"
    r"known)|count)|i happen to know (?:personally|well)|(?:honou?r|privilege) of (?:meeting|"
    r"leading|knowing|serving|speaking|dining|working with)|over (?:dinner|lunch|drinks|"
    r"champagne) (?:at (?:the|his|her)|with (?:sir|dame|lord|the)|that he|that she)|on first-name "
    r"terms|(?:played|playing|play) golf with|(?:was|were) (?:kind|good) enough to (?:call|say|"
    r"mention|write)|on the phone to people like|personally (?:thanked|congratulated|called|rang) "
    r"me|(?:told|said to) me (?:\w+ )?over (?:dinner|lunch)|(?:had|having) (?:dinner|lunch|tea) "
    r"with (?:the|sir|lord|dame)|(?:sat|seated|sitting) (?:next to|beside) (?:a |the )?(?:former "
    r")?(?:prime|president|minister|sir|dame|lord|king|queen)|a personal (?:letter|note|call) "
    r"from|my (?:mentor|godfather|friend|former boss),? (?:sir|dame|lord|the (?:famous|"
    r"legendary)))\b"
)
_FAME = re.compile(
    r"\b(?:prime ministers?|(?:the|a|former) president|the minister (?:herself|himself)|"
    r"ambassadors?|sheikhs?|celebrit(?:y|ies)|billionaires?|(?:film|pop|rock|television|tv) "
    r"stars?|royalty|well-known|world-famous|very famous|renowned|legendary|best-?selling|"
    r"award-winning|over (?:dinner|lunch)|dinner at|(?:gala|award|institute's) dinner|i know from|"
    r"whom i know|good friend|old friend|(?:big|top|large|largest) (?:\w+ )?(?:strategy houses|"
    r"names|banks|consultanc(?:y|ies)|law firms)|of the big (?:three|four)|national television|as "
    r"you may have (?:read|seen|heard)|as some of you may know|(?:ceo|chairman|chief executive|"
    r"founder) of (?:one of )?(?:the|a)|ex-(?:google|mckinsey|amazon)|privilege of|wrote the "
    r"(?:standard|book)|invited to speak|private residence)\b"
)
# What the work itself is about is no ornament.
_OF_THE_TRADE = re.compile(
    r"\b(?:Justice|Advocate|Bench|Crown|Chancellor|Hall|Street|School|Hospital|Theatre|College|"
    r"Ward)\b"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if not draft.is_story:
        return
    text = draft.text
    titles = [found for found in _TITLE.finditer(text) if not _OF_THE_TRADE.search(found[0])]
    said = plain(text)
    strong = list(_ACQUAINTED.finditer(said))
    found = {match[0].lower(): match.span() for match in (*titles, *_FAME.finditer(said), *strong)}
    if strong or len(found) >= _ENOUGH:
        for start, end in sorted(found.values()):
            yield Hit(start=start, end=end)


RULE = Rule(
    code="L04",
    name="name-dropping",
    family="principles",
    severity="advice",
    cost=2,
    most=4,
    message="These names impress nobody here, and the story does not need them.",
    remedy="Say what the person was to the work (“the owner”, “our largest client”), or drop them.",
    find=_find,
)
