"""From a question to what it tests, and to the story that answers it best."""

from storyloop.matching.situations import ENOUGH, Fit, rank, situation_fit

__all__ = ["ENOUGH", "Fit", "rank", "situation_fit"]
