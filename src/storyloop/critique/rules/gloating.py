"""Finds the teller enjoying that they were right.

What it does
Looks for triumph over somebody: "I had been right all along", "I told them so", "you should have
seen their faces", a result pinned up for the loser to see. Being right about a fact ("the sums
were right") and granting that somebody else was right are left alone.

Why
In a story about disagreement the interviewer wonders how the two of you worked together the week
after. The guide asks for humility, with the other side heard. A good result shows who was right;
it needs no help.

Example
"It failed on the Friday, exactly as I'd said, and you should have seen his face."

Use instead
"It failed on the Friday. He rang me that evening, and we went through both sets of figures
together."
"""

import re
from collections.abc import Iterator

from storyloop.critique.draft import Draft
from storyloop.critique.lexicon import own_words, weighed
from storyloop.critique.rule import Hit, Rule

_STRONG = re.compile(
    r"\b(?:i(?:'d| had|'ve| have)? (?:been|was|turned out to be|were) (?:proved |proven "
    r")?(?:completely |absolutely |entirely )?right\b(?! (?:to|in front|at|on|by|next|behind|"
    r"there|about (?:my own|one)|up))|proved (?:me|myself) right|i was (?:proved|proven) right|"
    r"(?:him|her|them|everyone|everybody|you) (?:all )?wrong(?= and i|,? (?:which|and) (?:i |they|"
    r"he |she ))|proved (?:him|her|them|everyone|everybody|the \w+) wrong|(?:all of them|they "
    r"were all|everyone was|everybody was) wrong|i(?:'d| had)? told (?:them|him|her|you|everyone|"
    r"everybody) so|told you so|(?:just|exactly|precisely) (?:as|what|like) i(?:'d| had)? (?:said|"
    r"told|predicted|warned)|as i(?:'d| had)? (?:said|told them|predicted|warned) (?:all along|"
    r"from the (?:start|first|beginning)|it would|they would|them|him|her)|i(?:'d| had)? (?:said|"
    r"told (?:them|him|her)(?: \w+){0,5}) (?:so )?(?:all along|from the (?:first|start|beginning|"
    r"outset|very first)(?: day)?)|i(?:'d| had) told (?:them|him|her) (?:it|that|there|they|he|"
    r"she)\b[^.;\n]{0,40} from the first|which i(?:'ll admit i| must say i| have to say i)? "
    r"(?:rather |quite |really |thoroughly )?enjoyed|(?:seen|see) (?:their|the|his|her) faces?|"
    r"his face when|her face when|who (?:of us )?(?:was|had|is) (?:now )?right|egg (?:all "
    r")?(?:over|on)|nobody is arguing with me|(?:he|she|they) knew it\b|eat (?:his|her|their) "
    r"words|serve[sd] (?:him|her|them) right|catch (?:his|her) eye|what they had to say now|last "
    r"laugh|(?:had|have) to (?:admit|concede|grant) that i|(?:made|make) (?:quite )?sure (?:that "
    r")?(?:everyone|everybody|the people|he|she|they|all)[^.;\n]{0,60}(?:saw|heard|knew|hear|see|"
    r"read)\b|read my own (?:minute|e-?mail|memo|note)|vindicated|proved my point|point proved|"
    r"i(?:'d| had)? known (?:it )?all along|i knew (?:it )?all along|(?:wiped|wipe) the (?:smile|"
    r"grin)|put (?:him|her|them) in (?:his|her|their) place|rub(?:bed)? it in|that (?:taught|"
    r"showed) (?:him|her|them)(?=[.,;]| a)|(?:great|some|enormous|quiet|a certain) (?:pleasure|"
    r"satisfaction) (?:in|to|of) (?:see|seeing|watch|watching|tell|telling|show|showing|send|"
    r"sending|hear|hearing)|hate to say|(?:his|her|their) faces? (?:fell|dropped|went)|look(?:ed|"
    r"ing)? (?:pretty |rather |very |quite )?(?:foolish|silly|sheepish|like a fool|like fools)|"
    r"never (?:questioned|argued with|doubted|contradicted) me (?:again|since)|(?:had|have) to "
    r"come (?:crawling|begging|to me)|(?:had|have) to (?:apologise|eat|swallow)|where (?:he|she|"
    r"they)'d (?:have to|see|had to)|(?:so|where) (?:he|she|they)(?:'d| would) see it)\b"
)
_WEAK = re.compile(
    r"\b(?:(?:in front of|before) (?:everyone|everybody|them all|(?:her|his|their|the) whole|many "
    r"persons|the whole)|i (?:printed|pinned|framed|forwarded)|don't hear much|shut (?:him|her|"
    r"them|that|it) (?:up|down)|they listen|listened to me rather better|takes? advice|had to "
    r"stand up|with some satisfaction|i (?:rather |quite )?enjoyed|never doubted (?:me|it)|nobody "
    r"(?:doubts|argues)|i smiled|to (?:his|her|their) face|naturally i was|nobody had believed|as "
    r"i knew it would|alone what nobody)\b"
)


def _find(draft: Draft) -> Iterator[Hit]:
    if draft.is_story:
        yield from weighed(own_words(draft.text), _STRONG, _WEAK)


RULE = Rule(
    code="P05",
    name="gloating",
    family="people",
    severity="warning",
    cost=6,
    most=12,
    message="This enjoys having been right.",
    remedy="Let the result say it, and add what you took over from the other side, or owe to it.",
    find=_find,
)
