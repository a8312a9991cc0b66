"""Finds endings that trail away.

What it does
Looks at the last sentence alone. It reports a sign-off that says nothing ("so yeah", "that was
it"), an aside ("by the way", "as it happens") or small talk about something that the story has not
spoken of, and a change of subject to what you do now.

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
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.rules.too_short_to_judge import ENOUGH_WORDS

_SIGN_OFF = re.compile(
    r"(?:^|[\s,;:–—-])(?:so|and|but|um+|uh+)[,\s]+(?:yeah|yes|anyway)\W*$|[,\s]yeah\W*$"
    r"|\b(?:that was|that's|that’s|thats|that is) (?:about |just |pretty much |basically |kind of |"
    r"sort of |really |more or less |probably |all )?(?:it|that|everything|all|my story|the story|"
    r"my example|the size of it|how it (?:went|was)|what happened|the end of (?:it|that|the story)|"
    r"all (?:I|there) [^.,]{1,40})"
    r"(?:,? (?:for me|really|basically|then|anyway|yeah|I (?:think|guess|suppose)))*\W*$"
    r"|\bthat(?:'s|’s|s| was| is) (?:it|that) (?:really|basically|then|I think)\b(?=\W*$|,)"
    r"|\bI don(?:'t|’t) know if that(?:'s|’s| is| was) (?:a good|any good|the sort|the kind|what)\b"
    r"|^\W*(?:so|and|um+|uh+|yeah)\W+(?:(?:so|um+|uh+|yeah|like)\W+)*that(?:'s|’s| was) (?:my|me)\b"
    r"|\b(?:so )?(?:there you (?:go|are|have it)|there we (?:go|are)|end of story|and so on|"
    r"and so forth|and stuff(?: like that)?|and all that|or whatever|what else|what more can I say|"
    r"nothing (?:else|more) to (?:say|tell|add)|I don't know|you know what I mean)\W*$"
    r"|\b(?:that's|that’s|that is|is) (?:perhaps |maybe |really |probably )?(?:for )?(?:another|"
    r"a different|a whole (?:other|different|nother)) (?:story|day|thing|matter|time|kettle)\b"
    r"|\bthat(?:'s|’s| is) (?:what|how) [^.,]{1,40} (?:is|are|was|were) like\b"
    r"|\bthat(?:'s|’s| is) (?:just )?(?:the|my) (?:kind|sort) of (?:stuff|thing)\b"
    r"|\bI (?:could|can) (?:go|talk) on\b|\b(?:where was I|what was the question)\b"
    r"|\bI(?:'m|’m| am) (?:rambling|going on(?: a bit)?|talking too much)\b"
    r"|\bI(?:'ve|’ve| have) (?:lost my thread|gone on|forgotten (?:the question|what you asked))\b"
    r"|\b(?:I (?:hope|don't know if|don’t know if|'m not sure) (?:that|this|if that) "
    r"(?:answers|helps|is what|counts)|does that (?:answer|help|make sense|count)|"
    r"is that (?:enough|okay|ok|what you)|if that(?:'s|’s| is) what you)\b"
    r"|\bI (?:can't|can’t|don't|don’t) (?:really )?(?:know|remember|think of) "
    r"(?:what|anything) (?:else|more)\b|^\W*anyway\W*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:by the way|incidentally|as it happens|on another note|funnily enough|funny enough|"
    r"speaking of|talking of|come to think of it|actually|otherwise|if you(?:'re|’re| are) ever|"
    r"if you ever|you should|mind you|to be honest|I believe|I think it was|I wonder|although|"
    r"is it still|did you)\b|^\W*(?:(?:so|and|but|um+|uh+|yeah)\b\W*)*anyway\b",
    re.IGNORECASE,
)
_ELSEWHERE_NOW = re.compile(
    r"^\W*(?:(?:so|and|but|um+|uh+|like|yeah|well|anyway|you know)\b\W*)*"
    r"(?:(?:at the moment|these days|nowadays|now|currently|since then|today),? )?"
    r"(?:I(?:'m|’m| am) (?:(?:not|mostly|mainly|now|currently|actually|no longer) )*"
    r"(?:on|in|with|at|over in|doing|working|based|studying|thinking of|looking)\b"
    r"|I(?:'ve|’ve| have) (?:since |now )?(?:moved|left|changed|switched|gone)\b"
    r"|I(?: now| mostly)? work (?:on|in|at|for|with)\b)",
    re.IGNORECASE,
)
_SMALL_TALK = re.compile(
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
_SMALL_TALK_SAYS = re.compile(
    r"\b(?:lovely|nice|nicer|good|great|better|best|beautiful|smashing|brilliant|delicious|"
    r"gorgeous|awful|dreadful|terrible|shame|pity|new|hot|cold|warm|tasty|excellent|fantastic|"
    r"amazing|pretty|draw|lucky|recommend|keeps? (?:asking|telling)|I think it was|funny|"
    r"interesting|famous|cheap|expensive|favourite|love|loves|like|likes|enjoy|enjoys)\b",
    re.IGNORECASE,
)
_LIFE_GOES_ON = re.compile(
    r"\b(?:(?:'s|’s|is|has|have|had) (?:since |now |all )?(?:retired|moved|been moved|got married|"
    r"had a baby|closed down|become a|been turned into|been knocked down|been painted)"
    r"|(?:a|another|under) new (?:owner|owners|name|manager|management|boss)|because of the kids|"
    r"my (?:wife|husband|mum|dad|mother|father|brother|sister|girlfriend|boyfriend|partner|kids|"
    r"son|daughter) (?:says?|thinks?|always|still|keeps?|works?|is|'s))\b",
    re.IGNORECASE,
)
# With a figure the sentence is a result, whatever else is in it.
_FIGURE = re.compile(
    r"\d|\bper cent\b|\b(?:fell|rose|went|dropped) (?:by|from|to)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{3,}")
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
# So many characters of a last sentence are looked at; one from a machine may have no end.
_TAIL = 600
# So much of an aside must be new to the text; a result comes back to what was told.
_MOSTLY_NEW = 0.65
_HALF_NEW = 0.4  # is enough where it is marked as an aside


def _find(draft: Draft) -> Iterator[Hit]:
    told = draft.reading.sentences
    if not told or not draft.is_story or draft.words < ENOUGH_WORDS:
        return
    last = told[-1]
    said = last.text.strip()[-_TAIL:]
    if _SIGN_OFF.search(said) or (
        last.part != "reflection" and _wanders(said, draft.text[: last.start])
    ):
        yield Hit(start=last.start, end=last.end)


def _wanders(said: str, before: str) -> bool:
    if _FIGURE.search(said):
        return False
    chats, finds = _SMALL_TALK.search(said), _SMALL_TALK_SAYS.search(said)
    if (chats or finds) and _ASIDE.search(said):
        return _new_share(said, before) >= _HALF_NEW
    if (chats and finds) or _ELSEWHERE_NOW.match(said) or _LIFE_GOES_ON.search(said):
        return _new_share(said, before) >= _MOSTLY_NEW
    return False


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
