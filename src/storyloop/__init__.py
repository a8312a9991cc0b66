"""Storyloop: a story bank for behavioural interviews, on your own machine."""

from importlib.metadata import version

__version__ = version("storyloop")
