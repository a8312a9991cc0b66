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

from collections.abc import Iterator

from storyloop.critique.alternatives import any_of
from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.renown import HOUSES_AND_PEOPLE, SHOWN_OFF
from storyloop.critique.rule import Hit, Rule

_ENOUGH = 2
# Looking at the capital first passes over most words at once.
_TITLE = Pattern(
    r"\b(?=[A-Z]|the [A-Z])(?:"
    r"(?:Sir|Dame|Lord|Lady|Baroness|Baron|Prince|Princess|Duke|Duchess|Earl|Countess|His "
    r"Excellency|Her Excellency|HRH|King|Queen)(?: [A-Z][\w'’-]+)+|Professor (?:Sir |Dame |Lord )?"
    r"[A-Z][\w'’-]+ [A-Z][\w'’-]+|(?:the King|the Queen)\b)"
)
_ACQUAINTED = any_of(
    f"{SHOWN_OFF}|household name|"
    "(?:old|good|dear|close|personal) friend (?:sir|dame|lord|of mine,? (?:sir|"
    "dame|lord|who (?:runs|chairs|heads|owns))|at one of|professor|the (?:minister|mayor|"
    "chairman|ambassador|bishop))|whom i (?:happen to )?(?:know (?:well|personally)|have (?:met|"
    "known)|count)|i happen to know (?:personally|well)|(?:honou?r|privilege) of (?:meeting|"
    "leading|knowing|serving|speaking|dining|working with)|over (?:dinner|lunch|drinks|"
    "champagne) (?:at (?:the|his|her)|with (?:sir|dame|lord|the)|that he|that she)|on first-name "
    "terms|(?:played|playing|play) golf with|on the phone to people like|personally (?:thanked|"
    r"congratulated|called|rang) me|(?:told|said to) me (?:\w+ )?over (?:dinner|champagne)|(?:had|"
    "having) (?:dinner|lunch|tea) with (?:sir|lord|dame)|(?:sat|seated|sitting) (?:next to|"
    "beside) (?:a |the )?(?:former )?(?:prime|president|minister|sir|dame|lord|king|queen)|a "
    "personal (?:letter|note|call) from|my (?:mentor|godfather|friend|former boss),? (?:sir|dame|"
    "lord|the (?:famous|legendary))|as i (?:was (?:only )?(?:just )?saying|said|told|once said|"
    r"always say|remarked|mentioned|put it)(?: \w+){0,4}? to (?:my (?:old |good |dear )?friend|"
    "lord|lady|sir|dame|baroness|professor|the minister|the mayor|the chairman)|whose (?:work|"
    "name|books?|face|show|films?|songs|restaurants?) (?:you|everyone|everybody)(?:'ll| will| "
    r"may| might| must)? (?:\w+ )?(?:know|knows|have (?:heard|read|seen)|recognises?|recognizes?)|"
    r"(?:who|whom|which|that) you(?:'ll| will| may| might| must|'ve| have) (?:\w+ )?(?:have "
    ")?(?:heard of|seen on|read about|recognise)|you(?:'ll| will| may| might) (?:all |well |"
    "surely |certainly )?(?:know|have heard of|have seen|recognise) (?:him|her|the name|his name|"
    "her name)(?= from|[.,;]|$| of course| as| on)|(?:everyone|everybody)(?:'s| has|'ll have) "
    "(?:all )?heard of|a name (?:you|everyone|everybody)(?:'ll| will)? (?:know|knows|"
    "recognises?)|(?:shared|sharing|share) (?:a|the) (?:stage|platform|taxi|table|panel|flight|"
    "car|lift|box) with|(?:rubbed|rubbing|rub) shoulders with|(?:i have|i've|having|had) "
    r"(?:personally |once )?(?:met|advised|hosted|entertained|shaken hands with) (?:\w+ "
    "){0,3}(?:prime ministers?|presidents?|the king|the queen|the pope|royalty|ministers)|the "
    "(?:great|legendary|late great|celebrated|one and only) (?:[a-z]+ [a-z]+)(?= himself| "
    "herself)|(?:suggested|said|recommended|told|explained|confided|mentioned) (?:it )?(?:to "
    ")?me in person by|one of the (?:world's |country's |great |most famous |best-known |really "
    r"big )+(?:\w+ )?(?:names?|families|authorities|experts|minds|figures|chefs|surgeons|"
    "designers|architects)|(?:always|still) asks after (?:me|us)|(?:i )?(?:play|played|ride|ski|"
    "sail|shoot|dine|dined|holiday|went to school|was at school|was at university|studied|read "
    "law) with (?:sir|lord|lady|dame|the (?:minister|mayor|ambassador|chairman|duke|prince)|"
    "[a-z]+ who (?:is )?now (?:runs|chairs|heads))|(?:used to|once) (?:advise|advised|work for|"
    "worked for|cook for|cooked for|fly|flown|represent|represented) (?:the )?(?:treasury|"
    "cabinet|prime minister|royal|white house|downing street|king|queen|beatles|president)|i "
    "(?:am|was) (?:on|lucky enough to be on) (?:very )?(?:good|friendly|close) terms with|thanks "
    r"to my (?:friendship|connections?|contacts) (?:with|at|in)|the [\w ]{1,30}, (?:a|an old|a "
    "close|a personal|a good) friend of mine|"
    r"(?:dinner|lunch|golf|drinks)(?: once)? (?:with|next to|beside|opposite) (?:\w+ ){0,3}?"
    r"(?:ministers?|founders?|ambassadors?|presidents?|senators?|governors?)|(?:had|having) "
    r"(?:dinner|"
    r"lunch) with the (?:great )?man|(?:himself|herself|in person) (?:came|walked|stepped|got) "
    r"(?:\w+ ){0,3}to (?:shake|thank|congratulate|meet)|whom i (?:heard|saw|watched) (?:speak|live|"
    r"perform|lecture)|whom i know from|(?:who|that)(?:'s| has| have| had) (?:been|appeared|"
    r"spoken) "
    r"on (?:the )?(?:bbc|cnn|television|tv|national)|(?:who|that) (?:once |has |had )?(?:operated|"
    r"worked|shot|cooked|played|designed|written) for (?:\w+ ){0,2}(?:oscar|bafta|emmy|nobel|"
    r"grammy|"
    r"olympic)(?: \w+)?|(?:tell|telling|told) (?:the )?ministers|(?:captain|star|champion) of "
    r"the national team"
)
_FAME = any_of(
    "prime ministers?|(?:the|a|former) president|the minister (?:herself|himself)|ambassadors?|"
    "sheikhs?|celebrit(?:y|ies)|billionaires?|(?:film|pop|rock|television|tv) stars?|royalty|"
    "well-known|world-famous|very famous|renowned|legendary|best-?selling|award-winning|over "
    "(?:dinner|lunch)|dinner at|(?:gala|award|institute's) dinner|i know from|whom i know|good "
    r"friend|old friend|(?:big|top|large|largest) (?:\w+ )?(?:strategy houses|names|banks|"
    "consultanc(?:y|ies)|law firms)|of the big (?:three|four)|national television|as you may "
    "have (?:read|seen|heard)|as some of you may know|(?:ceo|chairman|chief executive|founder) "
    "of (?:one of )?(?:the|a)|ex-(?:google|mckinsey|amazon)|privilege of|wrote the (?:standard|"
    r"book)|invited to speak|private residence|(?:was|were) kind enough to|former (?:\w+ "
    ")?(?:cabinet |prime |foreign |health |defence )?(?:minister|secretary|president|ambassador|"
    "champion|olympian|governor|chancellor)|(?:the |a )?former (?:head|chief executive|ceo|"
    "chairman|boss|director) of (?:one of|the|a)|cabinet (?:secretary|minister)|half the cabinet|"
    "the cabinet (?:has|have|was)|used to (?:advise|run|chair|head|manage|coach|play for) (?:the|"
    "a|one)|(?:nobel|booker|pulitzer|olympic|oscar|bafta|grammy|emmy)|(?:prize|award|medal|"
    r"cup)[- ]?winners?|laureates?|knighted|knighthood|peerage|mentioned for (?:a|the) (?:\w+ "
    "){0,3}prize|astronauts?|supermodels?|premier league|movie stars?|royal family|duchess|"
    r"aristocra\w+|tycoons?|magnates?|(?:'s|is|was|are) now (?:at|on|with|chief|chairman|head of|"
    "running|vice[- ]president|a (?:director|partner|minister|judge|professor) (?:at|of|in))|"
    "(?:biggest|largest|leading|great|top|most famous|best-known) names? (?:in|of)|one of the "
    r"(?:\w+ )?(?:big|great|world's|largest|biggest|top|leading|most famous)|the world's "
    "(?:largest|biggest|leading|most|best|foremost)|(?:big|top|major|leading|famous|prestigious|"
    "elite) (?:consultanc(?:y|ies)|law firm|strategy firm|business school|bank|fund|conference)|"
    "(?:when|after|just after|while) i(?:'d| had)? (?:was at|did|done|left|finished|been at) "
    "(?:the )?(?:harvard|oxford|cambridge|stanford|yale|princeton|insead|wharton|mckinsey|google|"
    "eton)|(?:read|reading) (?:a (?:good |great )?deal of|all of|everything by|most of) [a-z]+ "
    r"[a-z]+|at (?:the|a) (?:\w+ )?conference in (?:lisbon|davos|las vegas|san francisco|dubai|"
    "singapore|monaco|barcelona|paris|new york)|(?:approached|headhunted|courted) by|front row|"
    "red carpet|vip|private jet|yacht|penthouse|whose chairman|whose (?:ceo|chief executive|"
    "founder)|(?:serial entrepreneur|venture capitalist|angel investor|silicon valley|wall "
    "street|mayfair|whitehall)|(?:advising|advised|adviser to|advisor to) (?:a|the|two|three|"
    r"several) (?:former |current |senior )?(?:\w+ )?(?:ministers?|governments?|presidents?|"
    "royals?|banks|families)|sat on the boards? of|on the boards? of (?:two|three|four|five|six|"
    "several)"
)
# What the work itself is about is no ornament.
_OF_THE_TRADE = Pattern(
    r"\b(?:Justice|Advocate|Bench|Crown|Chancellor|Hall|Street|School|Hospital|Theatre|College|"
    r"Ward)\b"
)


def _find(draft: Draft) -> Iterator[Hit]:
    # What somebody would do, or does as a rule, has no place for an ornament.
    if draft.reading.kind not in {"story", "other"}:
        return
    text = draft.text
    titles = [found for found in _TITLE.finditer(text) if not _OF_THE_TRADE.search(found[0])]
    titles += HOUSES_AND_PEOPLE.finditer(text)
    said = draft.plain
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
