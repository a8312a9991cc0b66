"""Which keys the front matter of a story has, in the order in which they are written."""

from storyloop.story.model import Metric, Stakeholder, SwitchedOff, TradeOff

LINES = ("title", "headline", "archetype", "organisation", "role", "stakes")
LISTS = ("principles", "situations", "private_terms", "tags")
RECORDS: dict[str, type[Metric | TradeOff | Stakeholder | SwitchedOff]] = {
    "metrics": Metric,
    "trade_offs": TradeOff,
    "stakeholders": Stakeholder,
    "switched_off": SwitchedOff,
}
RECORD_KEYS = {
    "metrics": ("name", "baseline", "result", "unit", "period", "measured", "standing"),
    "trade_offs": ("chosen", "rejected", "why_not", "cost"),
    "stakeholders": ("who", "wanted", "involved"),
    "switched_off": ("rule", "reason"),
}
KEYS = (
    "id",
    "title",
    "headline",
    "archetype",
    "principles",
    "situations",
    "organisation",
    "role",
    "when",
    "stakes",
    "metrics",
    "trade_offs",
    "stakeholders",
    "switched_off",
    "private_terms",
    "tags",
    "sample",
)
