"""What Storyloop knows: principles, situations, archetypes, advice and the sample bank.

All of it is data in `data/` and `samples/`; a further employer's framework is one more file in
`data/frameworks/`.
"""

from storyloop.guide.load import (
    DEFAULT_FRAMEWORK,
    advice,
    archetype,
    archetypes,
    framework,
    frameworks,
    levels,
    loops,
    parts,
    principle,
    questions,
    samples,
    situation,
    situations,
    vocabulary,
)
from storyloop.guide.model import (
    Advice,
    Archetype,
    Framework,
    LoopRound,
    LoopTemplate,
    PartAdvice,
    Principle,
    Probe,
    Prompt,
    Question,
    Situation,
)

__all__ = [
    "DEFAULT_FRAMEWORK",
    "Advice",
    "Archetype",
    "Framework",
    "LoopRound",
    "LoopTemplate",
    "PartAdvice",
    "Principle",
    "Probe",
    "Prompt",
    "Question",
    "Situation",
    "advice",
    "archetype",
    "archetypes",
    "framework",
    "frameworks",
    "levels",
    "loops",
    "parts",
    "principle",
    "questions",
    "samples",
    "situation",
    "situations",
    "vocabulary",
]
