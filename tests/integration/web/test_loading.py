"""What the pages need is there before the first of them is asked for."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.conftest import Run

# In a process of its own: here, other tests have loaded everything long ago.
_OPEN_EVERY_PAGE = """
import json, os, sys
from pathlib import Path
from storyloop.bank.opening import open_bank
open_bank(Path(os.environ["STORYLOOP_BANK"]))
from django.test import Client
from storyloop.loading import load
from tests.routes import addresses
load()
before = set(sys.modules)
client = Client(headers={"host": "localhost"})
opened = [client.get(address).status_code for address in addresses()]
late = sorted(m for m in set(sys.modules) - before if m.startswith("storyloop."))
print(json.dumps({"opened": opened.count(200), "late": late}))
"""


def test_no_page_imports_a_module_late(storyloop: Run, environment: dict[str, str]) -> None:
    storyloop("samples")
    command = [sys.executable, "-c", _OPEN_EVERY_PAGE]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["opened"] > 20
    # django-ninja is loaded by whoever asks for it first, one at a time.
    assert all(name.startswith("storyloop.web.api.") for name in said["late"])
