"""The house keeps its layers, and the command line starts light."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMANDS = "from storyloop.cli.main import storyloop as commands"
HEAVY = ("django", "numpy", "pydantic", "scipy")


def imported_by(program: str) -> set[str]:
    """Return the top-level packages that a process of its own has imported after `program`."""
    show = "import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", f"{program}\n{show}"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(done.stdout.splitlines()[-1].split())


def test_imports_run_down_only() -> None:
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", lint, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    "program",
    [
        "import storyloop.cli",
        f"{COMMANDS}; commands.main(['--help'], standalone_mode=False)",
        f"{COMMANDS}; commands.main(['list', '--help'], standalone_mode=False)",
    ],
)
def test_the_command_line_starts_without_heavy_modules(program: str) -> None:
    assert imported_by(program).isdisjoint(HEAVY)


@pytest.mark.parametrize("layer", ["story", "guide", "matching", "planning"])
def test_what_lies_below_the_bank_loads_without_django_and_scipy(layer: str) -> None:
    assert imported_by(f"import storyloop.{layer}").isdisjoint(HEAVY)


@pytest.mark.parametrize("module", ["storyloop.cli", "storyloop.settings"])
@pytest.mark.parametrize("wanted", ["", "3"])
def test_the_arithmetic_keeps_to_one_core_unless_told_otherwise(
    module: str, wanted: str, tmp_path: Path
) -> None:
    name = "OPENBLAS_NUM_THREADS"
    others = {each: value for each, value in os.environ.items() if each != name}
    said = subprocess.run(  # noqa: S603
        [sys.executable, "-c", f"import {module}, os; print(os.environ[{name!r}])"],
        env=others | {"STORYLOOP_BANK": str(tmp_path)} | ({name: wanted} if wanted else {}),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert said.stdout.strip() == (wanted or "1")
