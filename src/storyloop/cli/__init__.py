"""The command line. Each command's module is imported only when the command is called."""

from storyloop.cli.main import main

__all__ = ["main"]
