"""Which keys the front matter of a story has, in the order in which they are written."""

from storyloop.story.model import Metric, Stakeholder, TradeOff

LINES = ("title", "headline", "archetype", "organisation", "role", "stakes")
LISTS = ("principles", "situations", "private_terms", "tags")
RECORDS: dict[str, type[Metric | TradeOff | Stakeholder]] = {
    "metrics": Metric,
    "trade_offs": TradeOff,
    "stakeholders": Stakeholder,
}
RECORD_KEYS = {
    "metrics": ("name", "baseline", "result", "unit", "period", "measured", "standing"),
    "trade_offs": ("chosen", "rejected", "why_not", "cost"),
    "stakeholders": ("who", "wanted", "involved"),
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
    "private_terms",
    "tags",
    "sample",
)
