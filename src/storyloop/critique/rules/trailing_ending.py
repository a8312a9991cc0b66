"""Finds endings that trail away.

What it does
Looks at the last sentence, and in speech without stops at the one before it. It reports a sign-off
that says nothing ("so yeah", "that was it"), a remark on the telling ("not my best example", "does
that answer it?"), a shrug, an aside ("by the way", "anyway") or small talk about
something that the story has not spoken of, and a change of subject to what you do now.

Why
The last sentence is the one that is still in the air when the interviewer writes. Where it is the
result or what you took from it, that is what gets written.

Example
"Lost luggage went down by half over the summer. They do a very good lasagne at that airport, by the
way."

Use instead
"Lost luggage went down by half over the summer, from forty bags a week to twenty."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.endings import TAKES_LEAVE, signs_off
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS
from storyloop.reading import Part
from storyloop.reading.plain import plain

# A new subject is brought in as an afterthought, or told as news of the teller's life.
_BESIDES = Pattern(
    r"^\W*(?:(?:so|and|but|um+|uh+|yeah|well)\b\W*)*(?:oh|also|p\.?s\.?|plus|besides|apart from "
    r"that|aside from that|other than that|on (?:a|another) (?:different|side|personal|lighter|"
    r"separate|unrelated) (?:note|subject)|on the side|unrelated(?:ly)?|anyhow|anyways|"
    r"incidentally|"
    r"speaking of|talking of|that reminds me|did i mention|i should (?:also )?(?:mention|say|add)|"
    r"i (?:also )?(?:forgot|wanted) to (?:say|mention|add)|now that i think)\b(?! (?:wrote|made|"
    r"built|"
    r"kept|asked|showed|trained|(?:my|the|our|his|her) ))"
    r"|\b(?:that|this|it) was (?:also |all )?(?:the (?:same )?(?:year|summer|week|month|winter|"
    r"spring|autumn|day) "
    r"(?:as|when|that|i|we|my|of the)|around the time|around when|my \w+ (?:birthday|day off|year|"
    r"wedding))\b"
    r"|^\W*(?:(?:and|but|so|oh|then|later|well|um+|uh+|yeah)\W+)*there (?:was|were|is|are) also\b"
    r"|\b(?:friends|connected|in touch|follow\w*) (?:\w+ ){0,2}?(?:on|over) (?:facebook|linkedin|"
    r"instagram|"
    r"whatsapp|twitter)\b"
    r"|\bi(?:'ve| have| had)? (?:also |just |since |later |recently |then )+(?:did|done|took|taken|"
    r"passed|"
    r"bought|got|started|joined|signed up|learned|learnt|visited|travelled|completed|finished|"
    r"moved|been|"
    r"ran|run|had|met) (?:a |an |my |the |some |to |into |married|for )"
    r"|\bi (?:also|still|just|personally|really|actually) (?:play|speak|like|love|enjoy|do|own|"
    r"sing|"
    r"run|coach|teach|collect|paint|dance|swim|cook|ride|write|have (?:a|an|two|three|experience)|"
    r"hold|am (?:a|an)|'m (?:a|an))\b"
    r"|\b(?:then|after(?:wards| that)|so|and|next day|week|month|later|evening|shortly)\b,? (?:\w+ "
    r"){0,2}?(?:i|we)(?: all| both| then)? (?:went|left|flew|drove|took off|headed|moved) (?:off )?"
    r"(?:on|for|to|home|back|into|out) ?(?:my |our |a |an |the |annual |parental |maternity |"
    r"paternity |well-earned )*(?:leave|holidays?|vacation|honeymoon|trip|drinks?|pints?|beers?|"
    r"curry|lunch|dinner|meal|bed|home|pub|bar|beach|[a-z]+ (?:on|for) (?:leave|holiday))?\b"
    r"|\bwhich (?:(?:i|we|everybody|everyone|people|they)(?: all)? (?:\w+ )?(?:love|like|enjoy|"
    r"recommend|"
    r"hate)\w*|(?:was|is|were|are) (?:\w+ )?(?:fun|nice|lovely|great|cool|funny|interesting|"
    r"amazing|"
    r"a (?:laugh|pain|nightmare|bit|shame|pity|surprise)|another|handy|annoying|weird|strange|"
    r"exciting|beautiful|wonderful|brilliant))\b"
)
_ASIDE = Pattern(
    r"\b(?:by the way|incidentally|as it happens|on another note|funnily enough|funny enough|"
    r"speaking of|talking of|come to think of it|actually|otherwise|if you(?:'re|’re| are) ever|"
    r"if you ever|you should|mind you|to be honest|I believe|I think it was|I wonder|(?:this|"
    r"that) I remember|"
    r"is it still|did you)\b|^\W*(?:(?:so|and|but|um+|uh+|yeah)\b\W*)*anyway\b|\banyway\W*$",
    re.IGNORECASE,
)
_ELSEWHERE_NOW = Pattern(
    r"^\W*(?:(?:so|and|but|um+|uh+|like|yeah|well|anyway|you know)\b\W*)*"
    r"(?:(?:at the moment|these days|nowadays|now|currently|since then|today),? )?"
    r"(?:I(?:'m|’m| am) (?:(?:not|mostly|mainly|now|currently|actually|no longer) )*"
    r"(?:on|in|with|at|over in|doing|working|based|studying|thinking of|looking)\b"
    r"|I(?:'ve|’ve| have) (?:since |now )?(?:moved|left|changed|switched|gone)\b"
    r"|I(?: now| mostly)? work (?:on|in|at|for|with)\b)",
    re.IGNORECASE,
)
# Each of these leads away from the story, if what it says is new to it.
_BY_THE_WAY = Pattern(
    r"(?i:\b(?:by the way|incidentally|mind you|speaking of which|talking of which|on another note|"
    r"funnily enough|funny enough|funny thing is|in the meantime|you (?:would not|wouldn(?:'|"
    r"’)?t) believe)\b"
    r"|\b(?:we|I) had (?:a|an|one) (?:\w+ ){1,6}once\b"
    r"|^\W*(?:(?:so|and|but|um+|uh+|yeah|well)\b\W*)*anyway\b,? (?!(?:I|we) (?:got|did|had|made|"
    r"told|went|managed|finished|rang))"
    r"|(?:'s|’s| is| has| are| have)(?: all| been)? gone now\b"
    r"|\bI(?:'ve|’ve| have| was| went)(?: been)? there (?:once|twice|myself)\b"
    r"|^\W*(?:(?:so|and|but|oh|um+)\b\W*)*(?:one|another) time (?:I|we|there)\b(?!'d|’d| would| "
    r"should)"
    r"|\bcould (?:really )?do with (?:looking at|a |some |being)\b"
    r"|\bI must (?:say|admit),? (?:the|their|it)\b)"
    r"|\b(?:[Hh]e|[Ss]he|[Tt]hey)(?:'s|’s|'re|’re| is| are) (?:in|at|over in|out in|down in|up in|"
    r"with) (?:the )?"
    r"[A-Z]\w+ now\b"
)
_OH = Pattern(r"\W*oh\b", re.IGNORECASE)
# "It hasn't gone, by the way" goes on with what was told.
_OF_IT = Pattern(r"\W*(?:It|This|That)\b(?! (?:was|is) (?:a|the|my)\b)", re.IGNORECASE)
_MORAL = Pattern(
    r"\b(?:learn\w*|lesson|taught|teach\w*|show(?:s|ed|n)|next time|should have|would have|would "
    r"(?:now|not|start|ask|go|do)|realis\w+|realiz\w+|since then I|(?:I|we) (?:always|never) "
    r"(?!(?:even |really )?(?:"
    r"liked?|saw|met|heard|knew|found|got)\b)\w+|"
    r"these days (?:I|we)|now (?:I|we) (?:\w+ )?(?:ask|check|ring|write|look|read|say|keep|start|"
    r"do))"
    r"\b|\bnow\W*$|\bI(?:'|’| ha)d (?:put|told|said|done|made|been)\b",
    re.IGNORECASE,
)
_SMALL_TALK = Pattern(
    r"\b(?:weather|rain(?:ing|ed|s|y)?|sun|sunny|sunshine|snow(?:ing|ed|y)?|windy|coffee|caf[eé]s?|"
    r"tea|biscuits?|sandwich(?:es)?|breakfast|lunch|cakes?|pies?|curry|soup|pizza|chips|"
    r"ice cream|beers?|wine|canteen|restaurant|pub|bar|hotels?|car park|parking|football|cricket|"
    r"rugby|golf|match|game|team lost|lost|holidays?|boats?|caravan|beach|gym|view|views|scenery|"
    r"traffic|motorway|buses|garden|dogs?|cats?|wife|husband|girlfriend|boyfriend|kids|"
    r"brother|sister|cousin|son|daughter|grandchildren|birthday|weekend|ceilings?|wallpaper|carpet|"
    r"curtains|chairs|building|toilets?|upstairs|bakery|shop|shops|museum|cinema|film|song|"
    r"band|choir|uniform|haircut|bike|train home|drive home)\b",
    re.IGNORECASE,
)
_SMALL_TALK_SAYS = Pattern(
    r"\b(?:lovely|nice|nicer|good|great|better|best|beautiful|smashing|brilliant|delicious|"
    r"gorgeous|awful|dreadful|terrible|shame|pity|new|hot|cold|warm|tasty|excellent|fantastic|"
    r"amazing|pretty|draw|lucky|recommend|keeps? (?:asking|telling)|I think it was|funny|"
    r"interesting|famous|cheap|expensive|favourite|love|loves|"
    r"(?<![,-] )likes?|enjoy|enjoys)\b",
    re.IGNORECASE,
)
_LIFE_GOES_ON = Pattern(
    r"\b(?<!who )(?:(?:'s|’s|is|has|have|had) (?:since |now |all )?(?:retired|moved|been moved|"
    r"got married|"
    r"had a baby|had twins|emigrated|divorced|got divorced|passed away|died|got a (?:dog|cat|new)|"
    r"bought "
    r"(?:a|an|the)|gone (?:back )?to|closed down|become a|been turned into|been knocked down|been "
    r"painted)"
    r"|(?:a|another|under) new (?:owner|owners|name|manager|management|boss)|because of (?:the "
    r"kids|my (?:wife|husband|girlfriend|boyfriend|partner|mum|dad|kids|back|knees?))|my back(?:'s|"
    r" is| has)|still got (?:the|a|my) [^.;]{2,40} somewhere|"
    r"my (?:wife|husband|mum|dad|mother|father|brother|sister|girlfriend|boyfriend|partner|kids|"
    r"son|daughter) (?:says?|thinks?|always|still|keeps?|works?|is|'s)(?! i'm| i am))\b",
    re.IGNORECASE,
)
# With a figure the sentence is a result, whatever else is in it.
_FIGURE = Pattern(r"\d|\bper cent\b|\b(?:fell|rose|went|dropped) (?:by|from|to)\b", re.IGNORECASE)
_WORD = Pattern(r"[^\W\d_]{3,}")
_STEM = 5  # letters in which forms of one word agree
_COMMON_STEMS = (
    "about actua after again altho always another anoth anyway becau been befor being could does "
    "doing done down even ever every from going have havin into just like more most much never "
    "only other otherw over quite reall same shoul since some somet still than thank that their "
    "them then there these they thing think this those throu today very want well went were what "
    "when where which while with would your incid happe prett perha maybe momen days stuff the "
    "and was for has had his her him she our out own its all but you not are now one two got get "
    "did who why how too yes yeah way any off back new"
)
_COMMON = frozenset(_COMMON_STEMS.split())
_SHRUG = Pattern(r",? I (?:guess|suppose|think)\W*$", re.IGNORECASE)
# So many characters of a last sentence are looked at; one from a machine may have no end.
_TAIL = 600
_SHORT = 10  # words
# So much of an aside must be new to the text; a result comes back to what was told.
_MOSTLY_NEW = 0.65
_HALF_NEW = 0.4  # is enough where it is marked as an aside


def _find(draft: Draft) -> Iterator[Hit]:
    told = draft.reading.sentences
    if not told or not draft.is_story or draft.words < ENOUGH_WORDS:
        return
    last = told[-1]
    said = last.text.strip()[-_TAIL:]
    if last.part == "reflection":
        # A lesson that ends in "I suppose" is hedged, and still a lesson.
        said = _SHRUG.sub(".", said)
    if signs_off(said) or _wanders(said, draft.text[: last.start], last.part):
        yield Hit(start=last.start, end=last.end)
    elif len(told) > 1 and len(said.split()) <= _SHORT and said[:1].islower():
        # Speech without stops: the end of a remark that was begun in the sentence before.
        before = told[-2]
        both = draft.text[before.start : last.end].strip()[-_TAIL:]
        if TAKES_LEAVE.search(plain(before.text)) or (
            _BY_THE_WAY.search(both) and _wanders(both, draft.text[: before.start], last.part)
        ):
            yield Hit(start=before.start, end=last.end)


def _wanders(said: str, before: str, part: Part) -> bool:
    if _FIGURE.search(said) or _MORAL.search(said):
        return False
    if (_BY_THE_WAY.search(said) and not _OF_IT.match(said)) or _BESIDES.search(plain(said)):
        # "Oh, and" may bring in the last of the results.
        return _new_share(said, before) >= (_MOSTLY_NEW if _OH.match(said) else _HALF_NEW)
    moved_on = _ELSEWHERE_NOW.match(said) or _LIFE_GOES_ON.search(said)
    if part == "reflection":
        return bool(moved_on) and _new_share(said, before) >= _MOSTLY_NEW
    chats, finds = _chats(said, before), _SMALL_TALK_SAYS.search(said)
    if (chats or finds) and _ASIDE.search(said):
        return _new_share(said, before) >= _HALF_NEW
    if (chats and finds) or moved_on:
        return _new_share(said, before) >= _MOSTLY_NEW
    return False


def _chats(said: str, before: str) -> bool:
    """Return whether `said` speaks of something to chat about that the story is not about."""
    told = before.lower()
    return any(match[0].lower() not in told for match in _SMALL_TALK.finditer(said))


def _new_share(said: str, before: str) -> float:
    """Return which share of the content words of `said` does not occur in `before`."""
    words = _stems(said)
    return len(words - _stems(before)) / len(words) if words else 1.0


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower())} - _COMMON


RULE = Rule(
    code="S12",
    name="trailing-ending",
    family="structure",
    severity="advice",
    cost=3,
    most=3,
    message="The ending wanders off from the story.",
    remedy=(
        "Stop one sentence earlier, on what came of it, or end with what you have done differently "
        "since."
    ),
    find=_find,
)
