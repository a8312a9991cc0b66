"""The wheel, installed in an environment of its own, is the whole product."""

import json
import os
import re
import site
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from pathlib import Path
from urllib.parse import urljoin

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "storyloop"


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a command that must succeed and return what it prints."""
    done = subprocess.run(  # noqa: S603
        [*map(str, command)], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the tools that are installed, so that no network is needed."""
    out = tmp_path_factory.mktemp("dist")
    options = ("--wheel", "--no-isolation", "--outdir", out)
    run(sys.executable, "-m", "build", *options, ROOT, cwd=out)
    (built,) = out.glob("storyloop-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a virtual environment with the wheel in it.

    What Storyloop depends on comes from this environment by a .pth file: installing it anew would
    need the network. The .pth files of the folder named there are not followed, so an editable
    Storyloop in it stays out of sight.
    """
    home = tmp_path_factory.mktemp("installed") / "venv"
    # Without pip, which takes seconds to unpack; the pip of this environment installs into that.
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index")
    run(*pip, wheel, cwd=home)
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home)
    here = {*site.getsitepackages(), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    lines = "\n".join(sorted(here))
    Path(packages.strip(), "dependencies.pth").write_text(f"{lines}\n", encoding="utf-8")
    return home


@pytest.fixture
def user(installed: Path, tmp_path: Path) -> dict[str, str]:
    """Return the environment of somebody who has only the wheel."""
    return {
        "PATH": f"{installed / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "STORYLOOP_BANK": str(tmp_path / "bank"),
    }


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    held = {name for name in names if name.startswith("storyloop/")}
    assert {name.split(".dist-info/")[-1] for name in set(names) - held} == {
        *("METADATA", "RECORD", "WHEEL", "entry_points.txt"),
        *("licenses/LICENSE", "licenses/NOTICE"),
    }
    wanted = {
        file.relative_to(SOURCE.parent).as_posix()
        for file in SOURCE.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert held == wanted
    kinds = {Path(name).suffix for name in held}
    assert "storyloop/web/static/storyloop/editor.js" in held
    assert kinds >= {".py", ".toml", ".md", ".html", ".css", ".svg", ".typed"}


def test_the_command_is_the_wheels_own(
    installed: Path, user: dict[str, str], tmp_path: Path
) -> None:
    python = installed / "bin" / "python"
    place = run(python, "-c", "import storyloop; print(storyloop.__file__)", cwd=tmp_path, env=user)
    assert Path(place.strip()).is_relative_to(installed)
    command = installed / "bin" / "storyloop"
    body = json.loads(run(command, "prepare", "--format", "json", cwd=tmp_path, env=user))
    assert body["version"] == 1
    assert len(body["situations"]) == 15


def test_the_pages_are_served_with_their_stylesheet(
    installed: Path, user: dict[str, str], tmp_path: Path
) -> None:
    command = [str(installed / "bin" / "storyloop"), "--no-open", "--port", "0"]
    with subprocess.Popen(  # noqa: S603
        command, cwd=tmp_path, env=user, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout
            address = server.stdout.readline().split()[3]
            page = fetch(address, "text/html").decode()
            assert "Storyloop" in page
            sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
            assert sheets
            writing = fetch(urljoin(address, "stories/new/"), "text/html").decode()
            (editor,) = re.findall(r'data-editor="([^"]+)"', writing)
            assert b"export{" in fetch(urljoin(address, editor), "text/javascript")
            for sheet in sheets:
                style = fetch(urljoin(address, sheet), "text/css")
                assert len(style) > 2_000
                assert b"{" in style
        finally:
            server.terminate()


def fetch(address: str, kind: str) -> bytes:
    """Return what is at an address, which must be of this kind."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310
        assert answer.status == 200
        assert answer.headers.get_content_type() == kind
        content: bytes = answer.read()
        return content
