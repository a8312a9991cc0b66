"""The figures of the results, and the words that compare and date them."""

from collections.abc import Iterator
from functools import lru_cache

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.reading import Part, Quantity, Sentence

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "spring|summer|autumn|fall|winter|christmas|easter|ramadan|diwali"
)
_SPANS = (
    "minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|half-?years?|"
    "years?|decades?|terms?|seasons?|harvests?|shifts?|sprints?|semesters?|mornings?|afternoons?|"
    "evenings?|lunch|sundays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?"
)
# Both read a text that `lowered` has made, which is three times as fast as to ignore case.
PERIOD = Pattern(
    rf"\b(?:by|in|since|that|this|the|next|last|over|until|till|from|of|late|early|following)"
    rf" (?:the |that |next |last |following |end of )*(?:{_MONTHS})\b"
    rf"|\b(?:in|within|over|after|for|during|since|throughout|inside|under|through|first|last|next|"
    rf"same|following|previous|whole|full|half|until|till|before|past|by the|by next|that same)"
    rf" (?:[\w'-]+ ){{0,4}}?(?:{_SPANS})\b"
    rf"|\b(?:this|that) (?:week|month|quarter|half-?year|year|term|season|harvest)\b"
    rf"|\b(?:{_SPANS}) (?:later|on|after|since|afterwards|ago|before|straight)\b"
    rf"|\b(?<!by )(?:an?|per|each|every|one) (?:{_SPANS})\b"
    r"|\b(?:daily|weekly|monthly|quarterly|yearly|annual|annually|overnight|immediately|since then|"
    r"ever since|so far|straight away|at once|same day|at the time)\b|\byear on year\b",
)
COMPARED = Pattern(
    r"\b(?:than|before|against|previous(?:ly)?|instead|in place of|used to|compared|earlier|"
    r"beforehand|originally|formerly|until then|versus|vs|rather|stayed the same|same as|"
    r"year on year|target|"
    r"promised|required|norm|usual|usually|forecast|budget|would have|would've|at the (?:start|"
    r"beginning|outset)|planned|expected|had been|out of|"
    r"the rest|the others?|twice|as (?:high|many|much|fast|low) as|"
    r"on the (?:year|month|week|quarter|season|summer|winter|spring|autumn))\b"
    r"|\bfrom (?:[\w']+ )?(?:\d|[£$€]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a |none|nothing|zero)",
)


def figures(draft: Draft, *parts: Part) -> Iterator[tuple[Sentence, Quantity]]:
    """Yield the quantities that begin in sentences of these parts, each with its sentence.

    Without parts those of the results. Both walk the text once.
    """
    quantities = iter(draft.reading.quantities)
    quantity = next(quantities, None)
    for sentence in draft.reading.sentences:
        while quantity is not None and quantity.start < sentence.end:
            if sentence.part in (parts or ("result",)) and quantity.start >= sentence.start:
                yield sentence, quantity
            quantity = next(quantities, None)


@lru_cache(maxsize=1)
def lowered(text: str) -> str:
    """Return `text` in lower case with straight apostrophes, each code point at its old place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    return low.replace("’", "'")
