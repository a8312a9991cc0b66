"""Takes the README's pictures: `python docs/pictures.py` writes docs/pictures/*.png."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

TARGET = Path(__file__).parent / "pictures"
CHROMIUM = os.environ.get("STORYLOOP_CHROMIUM", "/usr/bin/chromium")
# name, page, height
PICTURES = (
    ("home", "", 1000),
    ("ask", "ask/?q=When+did+you+last+decide+something+without+your+manager%3F", 860),
    ("prepare", "prepare/#root-cause", 860),
)


def main() -> None:
    """Serve a fresh sample bank and photograph its pages, 1280 px wide."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as bank, sync_playwright() as playwright:
        command = [sys.executable, "-m", "storyloop", "--bank", bank, "--no-open", "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as app:  # noqa: S603
            try:
                assert app.stdout is not None  # noqa: S101 - it was asked for
                address = app.stdout.readline().split()[3]
                browser = playwright.chromium.launch(
                    executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
                )
                photograph(browser, address)
            finally:
                app.terminate()


def photograph(browser: Browser, address: str) -> None:
    """Write each picture."""
    for name, page, height in PICTURES:
        viewport: ViewportSize = {"width": 1280, "height": height}
        tab = browser.new_page(viewport=viewport, reduced_motion="reduce")
        tab.goto(address + page)
        tab.screenshot(path=TARGET / f"{name}.png")
        tab.close()


main()
