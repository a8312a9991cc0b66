"""The clerk: a thread that does what nobody waits for, while the pages are served."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import DatabaseError, connection

if TYPE_CHECKING:
    from collections.abc import Callable

# Whoever saves or opens a page comes first.
_BEFORE = 0.5  # seconds


@dataclass(slots=True)
class Clerk:
    """Does a piece of work whenever there is news; `works` tells whether there is one at all."""

    works: bool = False
    _news: threading.Event = field(default_factory=threading.Event)

    def begin(self, work: Callable[[], None]) -> None:
        """Begin, for as long as the program runs; what is there to begin with is news too."""
        self.works = True
        self._news.set()
        threading.Thread(target=self._do, args=(work,), name="clerk", daemon=True).start()

    def hear(self) -> None:
        """Take note that something has changed."""
        self._news.set()

    def _do(self, work: Callable[[], None]) -> None:
        while self._news.wait():
            time.sleep(_BEFORE)
            self._news.clear()
            # A bank that is busy or away for a while is looked at again with the next news.
            with suppress(DatabaseError):
                work()
            connection.close()


clerk = Clerk()
