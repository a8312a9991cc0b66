"""The manual builds without a warning, and without the network."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Run inside Sphinx's own process: a build that asks the network for anything fails.
_OFFLINE = """
import socket, sys
def refuse(*arguments, **options):
    raise OSError("the manual is built offline")
socket.getaddrinfo = socket.create_connection = socket.socket.connect = refuse
from sphinx.cmd.build import main
sys.exit(main(sys.argv[1:]))
"""
_LOADED = re.compile(r"<(?:link|script|img|iframe)\b[^>]*?(?:href|src)=\"((?:https?:)?//[^\"]+)\"")


def test_the_manual_builds_offline_and_its_pages_load_nothing_from_elsewhere(
    tmp_path: Path,
) -> None:
    build = subprocess.run(  # noqa: S603 - Sphinx, on our own pages
        [
            sys.executable,
            "-c",
            _OFFLINE,
            "-W",
            "-E",
            "-q",
            "-d",
            tmp_path / "trees",
            ROOT / "docs",
            tmp_path / "html",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert build.returncode == 0, build.stderr
    pages = list((tmp_path / "html").glob("*.html"))
    assert {"index.html", "commands.html"} <= {page.name for page in pages}
    for page in pages:
        assert not _LOADED.findall(page.read_text(encoding="utf-8")), page.name
