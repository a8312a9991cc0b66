"""Measures every figure and prints it beside its budget; never fails on a slow machine."""

import argparse
import os
import platform
import tempfile
from pathlib import Path

from benchmarks import asking, in_process, pages, plans, processes, reading
from benchmarks.figure import Figure


def main() -> None:
    """Print one line a figure; with `--peers` also of other tools, put into a temporary folder."""
    options = argparse.ArgumentParser(prog="python -m benchmarks")
    options.add_argument("--peers", action="store_true", help="install and measure other tools")
    with_peers = options.parse_args().peers
    with tempfile.TemporaryDirectory(prefix="storyloop-bench-") as folder:
        os.environ["STORYLOOP_BANK"] = str(Path(folder) / "of-200")
        print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
        print(f"{'':44}{'median':>12}{'fastest':>12}{'slowest':>12}{'budget':>12}")
        for figure in reading.figures(Path(folder)):
            show(figure)
        for peer in reading.peers(Path(folder)) if with_peers else ():
            print(peer) if isinstance(peer, str) else show(peer)
        for figure in processes.figures(Path(folder) / "of-10"):
            show(figure)
        for figure in in_process.figures():
            show(figure)
        for figure in pages.figures():
            show(figure)
        for figure in plans.figures():
            show(figure)
        print(*plans.beside_others(), sep="\n", flush=True)
        for figure in asking.figures(Path(folder)):
            show(figure)
        for peer in asking.peers(Path(folder)) if with_peers else ():
            print(peer) if isinstance(peer, str) else show(peer)


def show(figure: Figure) -> None:
    """Print one figure, in milliseconds."""
    budget = f"{figure.budget:.0f} ms" if figure.budget else "-"
    over = "  over budget" if figure.budget and figure.median > figure.budget else ""
    times = "".join(f"{ms:9.1f} ms" for ms in (figure.median, figure.fastest, figure.slowest))
    print(f"{figure.name:44}{times}{budget:>12}{over}", flush=True)


main()
