"""Loads what the pages import late, before several threads want it at once.

Of two threads of which one imports a package and the other a module in it, each can wait for the
other; Python then gives one of them a module that is half there (its issue 83065).
"""

from __future__ import annotations

import threading
from importlib import import_module
from pkgutil import iter_modules

# What is below is imported with it, or late: django-ninja takes a fifth of a second.
_LATER = frozenset({"storyloop.cli", "storyloop.web.api", "storyloop.bank.migrations"})
loading = threading.RLock()
"""Held by whoever imports what `load` leaves for later."""


def load() -> None:
    """Import every module of the product but the command line's and the HTTP API's."""
    _load("storyloop")


def _load(package: str) -> None:
    for module in iter_modules(import_module(package).__path__, f"{package}."):
        if module.name in _LATER or module.name.endswith("__main__"):
            continue
        if module.ispkg:
            _load(module.name)
        else:
            import_module(module.name)
