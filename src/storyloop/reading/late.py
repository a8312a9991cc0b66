"""Patterns that are compiled when they are first used.

The grammars have more than a hundred, and to compile them all takes ten times as long as to read a
text, which needs a few of them.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

_Found = Callable[..., re.Match[str] | None]


class Late:
    """A regular expression with the methods of a compiled one, which it takes over when asked."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    @cached_property
    def match(self) -> _Found:
        """As of a compiled pattern."""
        return self._compiled.match

    @cached_property
    def search(self) -> _Found:
        """As of a compiled pattern."""
        return self._compiled.search

    @cached_property
    def fullmatch(self) -> _Found:
        """As of a compiled pattern."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As of a compiled pattern."""
        return self._compiled.finditer

    @cached_property
    def sub(self) -> Callable[..., str]:
        """As of a compiled pattern."""
        return self._compiled.sub
