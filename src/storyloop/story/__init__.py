"""What a story is: frozen values, their Markdown form and their JSON form."""

from storyloop.story.changes import Change, changes
from storyloop.story.json_form import from_json, to_json
from storyloop.story.markdown import read_markdown, write_markdown
from storyloop.story.model import (
    PARTS,
    FollowUp,
    Metric,
    Stakeholder,
    Standing,
    Story,
    SwitchedOff,
    TradeOff,
    When,
)
from storyloop.story.pace import EASY, Pace
from storyloop.story.problem import Problem
from storyloop.story.slug import is_slug, slug
from storyloop.story.vocabulary import Vocabulary

__all__ = [
    "EASY",
    "PARTS",
    "Change",
    "FollowUp",
    "Metric",
    "Pace",
    "Problem",
    "Stakeholder",
    "Standing",
    "Story",
    "SwitchedOff",
    "TradeOff",
    "Vocabulary",
    "When",
    "changes",
    "from_json",
    "is_slug",
    "read_markdown",
    "slug",
    "to_json",
    "write_markdown",
]
