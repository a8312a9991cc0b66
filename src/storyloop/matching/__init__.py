"""Which stories answer a situation, how well, and why."""

from storyloop.matching.situations import ENOUGH, Fit, rank, situation_fit

__all__ = ["ENOUGH", "Fit", "rank", "situation_fit"]
