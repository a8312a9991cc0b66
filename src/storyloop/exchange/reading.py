"""A reading as JSON and as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storyloop.reading import PARTS
from storyloop.story import EASY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storyloop.reading import Reading


def reading_json(reading: Reading) -> dict[str, object]:
    """Return the reading as the JSON contract has it, without its version and id."""
    told = sum(reading.part_words.values())
    return {
        "words": reading.words,
        "seconds": EASY.seconds(reading.words),
        "sentences": [
            {
                "start": sentence.start,
                "end": sentence.end,
                "text": sentence.text,
                "part": sentence.part,
                "confidence": round(sentence.confidence, 3),
                "voice": sentence.voice,
            }
            for sentence in reading.sentences
        ],
        "parts": {
            part: {"words": words, "share": round(words / told, 3) if told else 0.0}
            for part, words in reading.part_words.items()
        },
        "quantities": [
            {
                "start": each.start,
                "end": each.end,
                "text": each.text,
                "kind": each.kind,
                "low": each.low,
                "high": each.high,
                "unit": each.unit,
                "per": each.per,
            }
            for each in reading.quantities
        ],
        "changes": [
            {
                "start": each.start,
                "end": each.end,
                "before": each.before and each.before.text,
                "after": each.after and each.after.text,
                "claim": each.claim and each.claim.text,
                "follows": each.follows,
            }
            for each in reading.changes
        ],
        "kind": reading.kind,
        "evidence": list(reading.evidence),
    }


def reading_text(reading: Reading) -> str:
    """Return the reading for a terminal: each sentence behind its part, then the sums."""
    return "\n".join([*_sentences(reading), "", *_sums(reading)]) + "\n"


def _sentences(reading: Reading) -> Iterator[str]:
    width = max(len(part) for part in PARTS)
    for sentence in reading.sentences:
        sure = "" if sentence.confidence >= 0.6 else " ?"  # noqa: PLR2004 - rather a guess
        said = " ".join(sentence.text.split())
        yield f"{sentence.part:{width}}{sure:2}  {sentence.voice:7}  {said}"


def _sums(reading: Reading) -> Iterator[str]:
    minutes, seconds = divmod(EASY.seconds(reading.words), 60)
    yield f"{reading.words} words, {minutes} min {seconds:02} s; this is a {_KINDS[reading.kind]}."
    told = max(sum(reading.part_words.values()), 1)
    shares = (f"{part} {100 * words / told:.0f} %" for part, words in reading.part_words.items())
    yield ", ".join(shares) + "."
    if reading.quantities:
        yield "Numbers: " + "; ".join(each.text for each in reading.quantities) + "."


_KINDS = {
    "story": "story",
    "pseudo-story": "pseudo-story: what you usually do, not what you once did",
    "hypothetical": "hypothetical: what you would do, not what you once did",
    "other": "text without an episode",
}
