"""Run the command line with ``python -m storyloop``."""

from storyloop.cli import main

main()
