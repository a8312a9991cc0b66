"""Finds passwords, door codes, keys, and account and card numbers.

What it does
Reports what opens something: a password or PIN that is given, the code of a door, safe or key box,
keys to services, private keys, bank accounts, cards whose check digit is right, and the numbers
that states give to persons. Naming a password without giving it is fine.

A password of plain words is seen where a number ends it ("lighthouse forty two"); one without any
number cannot be told from other words and goes unseen.

Why
An answer is copied, read out and passed on. It also tells the interviewer how you handle what you
were trusted with, at the very moment you ask to be trusted.

Example
"I got in with the old password, Maple-2291, which nobody had changed."

Use instead
"I got in with the old password, which nobody had changed." If it is still in use, have it changed.
"""

from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.patterns import Pattern
from storyloop.critique.rule import Hit, Rule
from storyloop.critique.words import words_in
from storyloop.reading.plain import plain

Span = tuple[int, int]

_WRITTEN = (
    r" ?[\"'“‘]?(?:[\w.@-]{2,40}(?: ?/ ?| and | with |, ))?"
    r"(?=[^\s\"'“”‘’,;()]{0,63}\d)([^\s\"'“”‘’,;()]{4,64})"
)
# The secret follows at once, or after "is", "was" or a colon in the same sentence.
_PASSWORD = Pattern(
    r"\b(?:password|passcode|pass code|passphrase|passwort|pwd?|login|log-in)"
    rf"(?:{_WRITTEN}|[^.!?\n]{{0,40}}?(?: is| was| were|:|=|,| being| to| of)(?: still| set to| "
    rf"simply| just)?{_WRITTEN})"
)
# A name or a quotation that is given as the password opens something even without figures.
_PASSWORD_NAME = Pattern(
    r"\b[Pp]ass(?:word|code|phrase)(?: \w{1,20}){0,4}(?: (?:is|was|of)|:|,)(?: still| always)? "
    r"([A-Z][a-z]{3,}\w*)\b(?! [A-Z])(?!['’]s)|\b[Pp]ass(?:word|code|"
    r"phrase)[^.!?\n\"“]{0,30}[\"“]([^\"”\n]{4,40})[\"”]"
)
# Said aloud: words that end in a number. A word that explains what became of it is no password.
_NUMBER = (
    r"(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred|double)"
)
_SAID = (
    r"(?:(?!(?:for|has|had|have|not|never|changed?|resets?|expire[sd]?|in|on|to|at|after|before|"
    r"within|every|about|by|until|that|which|who|because|since|so|sent|given|shared|written|known|"
    r"used|taken|from|over|than|only|all|with|the|an?|i|we|he|she|they|it|there|but|out|off|up|"
    r"would|could|should|must|wrong|forgotten|lost|stolen|or|of|took|and|page|screen|was|is|last|"
    r"once|got|if|when|each|list|book|file|manager|policy|problem|desk|tickets?|requests?|"
    rf"{_NUMBER})\b)[a-z]+ ){{1,3}}{_NUMBER}\b(?: {_NUMBER}\b)*"
)
_PASSWORD_SAID = Pattern(
    rf"\b(?:password|pass ?code|pass ?phrase|log-?in)(?:'s|:|,| is| was| still| being| set to| "
    rf"then)* ({_SAID})|\b(?:admin|root|owner|guest|user)\w* (?:and (?:then )?|then |slash "
    rf")({_SAID})"
)
_USER_CODE = Pattern(
    r"\b(?:user(?:name)?|admin\w*|log-?in|access)\b[^.!?\n]{0,40}?\bcode:? ([\w-]{5,40})"
)
# "90-day", "24h", "3rd": a measure that follows the word by chance.
_MEASURE = Pattern(r"\d+-?[a-z]+|[£$€\d.,:%/-]+")
_LOCKED = (
    r"(?:door|gate|alarm|safe|key ?box|key ?safe|lock|padlock|locker|vault|entrance|panel|entry|"
    r"access|till|cupboard|cabinet|barrier|shed|security|store ?room|strong ?room|building|office|"
    r"ward|phone|tablet|(?:(?:fuel|bank|cash|credit|debit|company|petrol) )?card)"
)
_DIGIT = r"(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double)"
_SPELLED = rf"{_DIGIT}(?:,? {_DIGIT}){{3,7}}\b"
_OPENER = (
    r"(\d{4,8}\b(?![ -]?\d)|[a-z]\d{3,6}[a-z]?\b|\d{3,5}[a-z]\b|\d(?:-\d){3,7}\b|"
    rf"{_SPELLED})"
)
_BEING = r"(?:'s|:|,)?(?: (?:is|was|still|it's|which|being|just))* "
_CODE = Pattern(
    rf"\b(?:{_LOCKED}(?:'s)? (?:code|combination|pin)|pin(?: code| number)?|passcode|(?:alarm|safe|"
    rf"vault|lock|padlock|key ?box) number){_BEING}{_OPENER}|\b(?:code|combination|pin) (?:for|of|"
    rf"to|on|at|in) [\w' ]{{0,20}}\b{_LOCKED}\b[^.!?\n\d]{{0,25}}?\b{_OPENER}|\b(?:code|"
    rf"combination){_BEING}{_OPENER} (?=(?:for|of|to|on|opens) [\w' ]{{0,20}}\b{_LOCKED}\b)"
    # Without the word "code" a year or a room may be meant.
    rf"|\b(?:alarm|key ?box|(?:key )?safe|panel|padlock)(?:'s|:| is| was)* (?!(?:19|"
    rf"20)\d\d\b){_OPENER}"
    r"(?! (?:hours?|days?|times|years?|minutes?|people))"
)
_SPOKEN = Pattern(
    rf"\b(?:door|gate|alarm|safe|lock|padlock|locker|vault|panel|key ?box|till)(?:'s|:| is| was)* "
    rf"({_SPELLED})"
)
# A thing that opens is said to do so with a number, or a number is put into it.
_AFTER = r"(?=\s*(?:[,.;:!?]|$|star|hash|pound|and|each|every|like|which|that|to|on|so|but|for))"
_BARRED = (
    r"(?:doors?|gates?|alarms?|safes?|key ?box|lock|padlock|lockers?|vault|entrance|panel|keypad|"
    r"barrier|shed|cupboard|cabinet|store ?room|strong ?room)"
)
_NOT_A_YEAR = r"(?!(?:19|20)\d\d\b)"
_PUT_IN = Pattern(
    rf"\b{_BARRED}\b[^.!?\n]{{0,50}}? (?:opens?|opened|unlock(?:s|ed)|works?|worked|goes|"
    r"went|needs?|needed|takes?|took|answers to|is set to|was set to|set|was on|is on)"
    rf" (?:with |to |on |at |by )?(?:the )?(?:code |number )?({_OPENER}|[a-z\d](?: "
    rf"[a-z\d]){{3,7}}\b|\d(?:-\d){{2,7}}\b){_AFTER}|\b(?:arm|disarm|open|unlock|set|lock)(?:s|"
    rf"ed)?(?: up)? (?:the |that |their |our )?(?:\w+ )?{_BARRED} (?:with|by|using) (?:the "
    rf")?(?:code )?({_OPENER}){_AFTER}|\b(?:press|punch|dial|enter|key|typ|tap)(?:e|ed|led|ped|"
    rf"ing)?(?: in)? ({_OPENER})(?= (?:hash|star|pound|and (?:hash|star)|(?:on|at|into) the "
    rf"(?:\w+ )?{_BARRED})|#|\*)|\b(?:pins?|overrides?|tans?|otp|one-time (?:code|pin)|"
    rf"verification code)\b[^.!?\n\d]{{0,60}}?(?: is| was|'s|:|,) ({_OPENER}|\d{{3}} "
    rf"\d{{3}}\b){_AFTER}|\b(?:{_LOCKED} )(?:code|number|combination) (?:for|of|to|on|at|in) "
    rf"[^.!?\n\d]{{0,40}}?(?: is| was|:|,) {_NOT_A_YEAR}({_OPENER}){_AFTER}"
    r"|\bcombination\b[^.!?\n\d]{0,40}? ((?:left|right) \d{1,2}\b(?:,? (?:then )?(?:left|right) "
    r"\d{1,2})+)|\b(?:security|verification|check) (?:number|code|digits?)[^.!?\n\d]{0,30}?(?: is|"
    r" was|:|,) (\d{3,4})\b"
)
# What is named as a password or key is given somewhere in the sentence.
_GIVEN = Pattern(
    r"\b(?:pass(?:word|code|phrase)?|pw|log[- ]?ins?|logged (?:in|on)|sign(?:ed)?[- ]in|"
    r"credentials?|secret|tokens?|zugangscode|connection string|(?:wi-?fi|network|licen[cs]e|"
    r"product|encryption|private|signing|api|access|root|master|admin|router|server|hotspot|staff|"
    r"guest) (?:key|code|pass\w*))\b"
    r"[^.!?\n]{0,70}?(?<=[\s\"'“‘(:=])((?=[^\s\"“”,;()]*\d)(?=[^\s\"“”,;()]*[a-z])"
    r"[^\s\"“”',;()]{6,64})"
)
_DEFAULT = Pattern(
    r"\b(?:pass|pw|log-?in)\b[^.!?\n\"“]{0,50}(?: is| was|:|,) [\"“]([^\"”\n ]{4,40})[\"”]"
)
# "ISO27001", "COVID-19", "20-minute-long": names and measures mixed of figures and letters.
_KNOWN_MIX = Pattern(r"[A-Z]{1,6}[- ]?\d{1,5}[a-z]?|\d+(?:-[a-z]+)+|[a-z]+-\d{1,2}")
_IN_ADDRESS = Pattern(
    r"\w{2,12}://[^\s:/@]{1,40}:[^\s@]{3,60}@|[?&](?:auth|token|key|api_?key|password|secret|pwd|"
    r"sig)=[^\s&]{6,200}|\b(?:[A-Z]+_)*(?:SECRET|TOKEN|PASSWORD|PASSWD|API_?KEY|KEY)(?:_[A-Z]+)* "
    r"?= ?[\w-]{6,200}|\bBearer [\w.-]{16,2000}"
)
_ACCOUNT = Pattern(
    r"\b(?:account|acct)(?: number| no\.?)?(?: is| was|:)? (\d(?:[ -]?\d){6,15})\b|\bsort code(?: "
    r"is| was|:)? (\d\d[- ]?\d\d[- ]?\d\d)\b|\b(?:card|card number)(?: is| was|:|,)? (\d{4}(?:[ "
    r"-]?\d{4}){2}[ -]?\d{1,7})\b|\biban(?: is| was|:)? ([a-z]{2}\d\d(?: ?[a-z0-9]{2,4}){3,8})\b|"
    r"\bnhs number(?: is| was|:)? (\d{3}[ -]?\d{3}[ -]?\d{4})\b|\b(?:cvv|cvc|security code)(?: "
    r"number)?(?: is| was|:)? (\d{3,4})\b|\bpassport(?: number| no\.?)?(?: is| was|:)? "
    r"([a-z]{0,2}\d{7,9})\b"
)
_KEY = Pattern(
    r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_\w{36}|github_pat_\w{30,90}|sk[-_][\w-]{20,120}|"
    r"xox[abprs]-[\w-]{10,90}|AIza[\w-]{35}|glpat-[\w-]{20}|eyJ[\w-]{6,2000}\.[\w-]{5,2000}\.)|"
    r"-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----"
)
_KEY_SIGNS = ("_", "AKIA", "sk-", "xox", "AIza", "glpat", "eyJ", "-----BEGIN")
_NAMED_KEY = Pattern(
    r"\b(?:api|secret|access|private|licen[cs]e|encryption)[ _-]?(?:key|token)(?: is| was)?(?: "
    r"?[:=])? ?[\"'“]?([\w-]{12,200})"
)
# A pattern that begins with a set of characters is far faster to look for than one that begins by
# looking back, so what must not stand before the first character is asked after it.
_GROUPS = Pattern(r"\d(?<![\w.,-].)(?:[ -]?\d){12,18}(?![\w-]|[.,]\d)")
# So grouped a number is a card's, even where it was told with a slip.
_CARD = Pattern(
    r"\d(?<![\w.,-].)\d{3}(?:[ -]\d{4}){3}(?![\w-]|[.,]\d)|3(?<![\w.,-].)[47]\d\d[, -] ?\d{6}[ "
    r"-]\d{5}(?![\w-]|[.,]\d)"
)
_CARDS = Pattern(
    r"\b(?:card|visa|mastercard|amex|american express|maestro)\b[^.!?\n\d]{0,60}?(\d(?:[ "
    r"-]?\d){12,18})\b"
)
_IBAN = Pattern(r"[A-Z](?<=\b.)[A-Z]\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_PERSONAL = Pattern(
    r"[A-CEGHJ-TW-Z\d](?<!\w.)(?:(?:(?<=[^Q\d])[A-CEGHJ-PR-TW-Z]|(?<=Q)Q) ?\d\d ?\d\d ?\d\d "
    r"?[A-D]\b|(?<=\d)(?<!-.)\d\d-\d\d-\d{4}(?![\w-]))"
)
_ANY_DIGIT = Pattern(r"\d")
_BARRED_WORDS = (
    "door doors gate gates alarm alarms safe safes keybox box lock padlock locker lockers vault "
    "entrance panel keypad barrier shed cupboard cabinet storeroom strongroom room"
)
_CODE_WORDS = (
    "code combination pin pins override overrides tan tans otp security verification hash star"
)
# What has to be named, and words one of which it cannot be named without.
_NAMED: tuple[tuple[frozenset[str], Pattern], ...] = tuple(
    (frozenset(words.split()), pattern)
    for words, pattern in (
        ("code pin combination passcode alarm safe vault lock padlock box keybox panel", _CODE),
        ("door gate alarm safe lock padlock locker vault panel keybox box till", _SPOKEN),
        ("account acct code card iban passport nhs cvv cvc", _ACCOUNT),
        ("card visa mastercard amex express maestro", _CARDS),
        (f"{_BARRED_WORDS} {_CODE_WORDS}", _PUT_IN),
    )
)
_PASSWORDS = frozenset("password passcode pass passphrase passwort pw pwd login log".split())
_GIVERS = _PASSWORDS | frozenset(
    "logins logged signed sign token tokens secret key code credentials credential zugangscode "
    "string".split()
)
_ACCOUNTS = frozenset("admin administrator root owner guest user username access".split())
_DIGITS = frozenset("zero oh nought two three four five six seven eight nine double".split())
_FEWEST = 2
_QUOTE = frozenset('"“')
_KEYS = frozenset("key token".split())
_CARD_WORDS = frozenset("card visa mastercard amex express maestro expiry expires".split())


def _find(draft: Draft) -> Iterator[Hit]:
    text = draft.text
    words = words_in(text)
    found = list(_named(text, words))
    if not words.isdisjoint(_PASSWORDS):
        found += (
            m.span(m.lastindex or 0)
            for m in _PASSWORD.finditer(plain(text))
            if _opens(m[m.lastindex or 0])
        )
        found += (m.span(m.lastindex or 0) for m in _PASSWORD_NAME.finditer(text))
    if not words.isdisjoint(_PASSWORDS) or not words.isdisjoint(_ACCOUNTS):
        found += (m.span(m.lastindex or 0) for m in _PASSWORD_SAID.finditer(plain(text)))
        found += (m.span(1) for m in _USER_CODE.finditer(plain(text)) if _ANY_DIGIT.search(m[1]))
    if not words.isdisjoint(_KEYS):
        found += (m.span(1) for m in _NAMED_KEY.finditer(plain(text)) if _opens(m[1]))
    if "=" in text or "://" in text or "Bearer" in text:
        found += (m.span() for m in _IN_ADDRESS.finditer(text))
    if any(sign in text for sign in _KEY_SIGNS):
        found += (m.span() for m in _KEY.finditer(text))
    if _ANY_DIGIT.search(text):
        found += _numbered(text)
        if not words.isdisjoint(_CARD_WORDS):
            found += (m.span() for m in _CARD.finditer(text))
    reached = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            reached = end
            yield Hit(start=start, end=end)


def _named(text: str, words: frozenset[str]) -> Iterator[Span]:
    """Yield what stands beside the name of what it opens."""
    # Nothing of the kind is without figures, and most stories name fewer than it takes.
    numbered = _ANY_DIGIT.search(text) or len(words & _DIGITS) >= _FEWEST
    if not numbered and _QUOTE.isdisjoint(text):
        return
    for needed, form in _NAMED:
        if not words.isdisjoint(needed):
            yield from (m.span(m.lastindex or 0) for m in form.finditer(plain(text)))
    if not words.isdisjoint(_GIVERS):
        yield from _given(text)


def _given(text: str) -> Iterator[Span]:
    """Yield what is given in the sentence that names a password or a key."""
    said = plain(text)
    for found in _GIVEN.finditer(said):
        start, end = found.span(1)
        if _opens(found[1]) and not _KNOWN_MIX.fullmatch(text[start:end].rstrip(".!?:")):
            yield start, end
    for found in _DEFAULT.finditer(said):
        yield found.span(1)


def _numbered(text: str) -> Iterator[Span]:
    """Yield the numbers of cards, accounts and persons, which need no word to be known by."""
    yield from (m.span() for m in _GROUPS.finditer(text) if _is_card(m[0]))
    yield from (m.span() for m in _IBAN.finditer(text) if _is_iban(m[0]))
    yield from (m.span() for m in _PERSONAL.finditer(text))


def _opens(token: str) -> bool:
    """Whether `token` mixes figures with letters, as passwords and keys do and words do not."""
    token = token.rstrip(".!?:")
    mixed = any(char.isdigit() for char in token) and any(char.isalpha() for char in token)
    return mixed and not _MEASURE.fullmatch(token)


def _is_card(written: str) -> bool:
    """Whether the check digit of a card number is right (the Luhn sum)."""
    digits = [int(char) for char in reversed(written) if char.isdecimal()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0 and len(set(digits)) > 1


def _is_iban(written: str) -> bool:
    """Whether the check figures of an account number are right (ISO 13616, modulo 97)."""
    compact = written.replace(" ", "")
    turned = compact[4:] + compact[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


RULE = Rule(
    code="X03",
    name="secret",
    family="privacy",
    severity="error",
    cost=15,
    most=30,
    message="What stands here opens something, or belongs to one person or account alone.",
    remedy="Take it out; the story works without it. If it is still valid, have it changed.",
    find=_find,
)
