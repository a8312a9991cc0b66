"""`storyloop` alone serves the pages, on this machine only, until it is interrupted."""

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

_TCP = Path("/proc/net/tcp")


@pytest.fixture
def server(bank: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Serve the samples on a free port."""
    command = [sys.executable, "-m", "storyloop", "--bank", str(bank), "--no-open", "--port", "0"]
    process = subprocess.Popen(  # noqa: S603
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    yield process
    process.kill()
    process.communicate()


def address_of(server: subprocess.Popen[str]) -> str:
    """Return the address that the server prints once it listens."""
    assert server.stdout
    line = server.stdout.readline()
    match = re.fullmatch(
        r"Storyloop is at (http://127\.0\.0\.1:\d+/) \(stop it with Ctrl-C\)\n", line
    )
    assert match, line
    return match[1]


def test_the_first_page_is_served_until_ctrl_c(server: subprocess.Popen[str]) -> None:
    address = address_of(server)
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310
        assert answer.status == 200
        assert "text/html" in answer.headers["Content-Type"]
        assert "Storyloop" in answer.read().decode()
    server.send_signal(signal.SIGINT)
    out, errors = server.communicate(timeout=30)
    assert (out, errors, server.returncode) == ("", "", 0)


def test_a_page_asked_for_under_another_name_is_refused(server: subprocess.Popen[str]) -> None:
    # Else a page of some other site could have its name point here, and read the stories.
    request = urllib.request.Request(address_of(server), headers={"Host": "evil.example"})  # noqa: S310
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=30)  # noqa: S310
    assert refused.value.code == 400
    refused.value.close()


@pytest.mark.skipif(not _TCP.exists(), reason="needs Linux's list of sockets")
def test_no_other_machine_can_reach_it(server: subprocess.Popen[str]) -> None:
    port = urlsplit(address_of(server)).port
    listening = "0A"
    sockets = [line.split() for line in _TCP.read_text(encoding="ascii").splitlines()[1:]]
    places = [place for _, place, _, state, *_ in sockets if state == listening]
    assert [place for place in places if place.endswith(f":{port:04X}")] == [f"0100007F:{port:04X}"]
    tcp6 = Path("/proc/net/tcp6")
    assert not tcp6.exists() or f":{port:04X} 0000" not in tcp6.read_text(encoding="ascii")
