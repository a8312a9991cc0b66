"""Serves the pages on loopback and opens them."""

from __future__ import annotations

import errno
import os
import socket
import sys
import threading
import webbrowser
from typing import TYPE_CHECKING

import click

from storyloop.bank.opening import open_bank

if TYPE_CHECKING:
    from pathlib import Path

HOST = "127.0.0.1"
_TURN = 0.0005  # seconds
# The pages refuse far smaller uploads with a sentence; this one keeps the disk from filling.
_MOST_UPLOADED = 100_000_000


def serve(bank: Path | None, port: int, *, open_browser: bool) -> None:
    """Serve the app until interrupted; port 0 takes a free one. Raises ClickException."""
    # The port comes first: where it is taken, the bank is left alone.
    listener = _listen(port)
    open_bank(bank)
    from django.core.wsgi import get_wsgi_application
    from waitress.server import create_server

    from storyloop.bank import judgements
    from storyloop.bank.clerk import clerk
    from storyloop.loading import load

    application = get_wsgi_application()
    load()
    server = create_server(
        application,
        sockets=[listener],
        threads=4,
        max_request_body_size=_MOST_UPLOADED,
    )
    address = f"http://{HOST}:{listener.getsockname()[1]}/"
    click.echo(f"Storyloop is at {address} (stop it with Ctrl-C)")
    if open_browser and _has_screen():
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    # A page then waits for half a millisecond while the clerk reckons, and not for five.
    sys.setswitchinterval(_TURN)
    clerk.begin(judgements.catch_up)
    try:
        server.run()
    finally:
        server.close()


def _listen(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            reason = f"is in use, perhaps by Storyloop itself: look at http://{HOST}:{port}"
        else:
            reason = f"cannot be used ({error.strerror})"
        message = f"Port {port} {reason}, or choose another one with --port."
        raise click.ClickException(message) from None


def _has_screen() -> bool:
    # Without one, webbrowser would start a text browser in this very terminal.
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
