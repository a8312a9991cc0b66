"""How we read English: sentences, quantities, who acts, and the parts of a story."""

from storyloop.reading.read import correction_key, read, read_parts
from storyloop.reading.values import (
    PARTS,
    Change,
    Clause,
    Kind,
    Part,
    Quantity,
    Reading,
    Sentence,
    Voice,
)

__all__ = [
    "PARTS",
    "Change",
    "Clause",
    "Kind",
    "Part",
    "Quantity",
    "Reading",
    "Sentence",
    "Voice",
    "correction_key",
    "read",
    "read_parts",
]
