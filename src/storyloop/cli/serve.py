"""Serves the pages on loopback and opens them."""

from __future__ import annotations

import errno
import os
import sys
import threading
import webbrowser
from typing import TYPE_CHECKING

import click

from storyloop.bank.opening import open_bank

if TYPE_CHECKING:
    from pathlib import Path

HOST = "127.0.0.1"


def serve(bank: Path | None, port: int, *, open_browser: bool) -> None:
    """Serve the app until interrupted; port 0 takes a free one. Raises ClickException."""
    open_bank(bank)
    from django.core.wsgi import get_wsgi_application
    from waitress.server import create_server

    app = get_wsgi_application()
    try:
        server = create_server(app, host=HOST, port=port, threads=4)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        message = (
            f"Port {port} is in use, perhaps by Storyloop itself: look at http://{HOST}:{port}, "
            "or choose another one with --port."
        )
        raise click.ClickException(message) from None
    address = f"http://{HOST}:{server.effective_port}/"
    click.echo(f"Storyloop is at {address} (stop it with Ctrl-C)")
    if open_browser and _has_screen():
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        server.run()
    finally:
        server.close()


def _has_screen() -> bool:
    # Without one, webbrowser would start a text browser in this very terminal.
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
