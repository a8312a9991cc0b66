"""The linter for stories: rules, findings and strength."""

from storyloop.critique.critique import Critique, critique, strength
from storyloop.critique.draft import Draft, draft_of, draft_of_story
from storyloop.critique.rule import Finding, Hit, Rule
from storyloop.critique.table import RULES, manual, named, rule

__all__ = [
    "RULES",
    "Critique",
    "Draft",
    "Finding",
    "Hit",
    "Rule",
    "critique",
    "draft_of",
    "draft_of_story",
    "manual",
    "named",
    "rule",
    "strength",
]
