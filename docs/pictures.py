"""Takes the README's pictures, into docs/pictures/, and draws the app's icons from icon.svg."""

import os
import struct
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
    ("editor", "stories/checkout-failures/edit/#s-parts", 900),
    ("ask", "ask/?q=When+did+you+last+decide+something+without+your+manager%3F", 860),
    ("prepare", "prepare/#root-cause", 860),
)
WEB = Path(__file__).parents[1] / "src" / "storyloop" / "web"
STATIC = WEB / "static" / "storyloop"
# px, and how much of the square the mark fills: a phone may cut its icons round
ICONS = ((32, 1.0), (180, 0.7), (192, 0.7), (512, 0.6))
PAPER = "#fbfcfc"


def main() -> None:
    """Serve a fresh sample bank and photograph its pages, 1280 px wide; draw the icons."""
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
                draw_icons(browser)
            finally:
                app.terminate()


def photograph(browser: Browser, address: str) -> None:
    """Write each picture."""
    for name, page, height in PICTURES:
        viewport: ViewportSize = {"width": 1280, "height": height}
        tab = browser.new_page(viewport=viewport, reduced_motion="reduce")
        tab.goto(address + page, wait_until="networkidle")
        tab.screenshot(path=TARGET / f"{name}.png")
        tab.close()


def draw_icons(browser: Browser) -> None:
    """Write the icon in each size, and as the file that browsers ask for by themselves."""
    svg = (STATIC / "icon.svg").read_text(encoding="utf-8")
    for size, share in ICONS:
        tab = browser.new_page(viewport={"width": size, "height": size})
        ground = "transparent" if share == 1 else PAPER
        edge = size * (1 - share) / 2
        tab.set_content(
            f"<style>body {{ margin: 0; padding: {edge}px; background: {ground} }}"
            f"svg {{ display: block; width: {size * share}px }}</style>{svg}"
        )
        png = tab.screenshot(path=STATIC / f"icon-{size}.png", omit_background=share == 1)
        tab.close()
        if share == 1:
            # One picture: its size, one plane, 32 bits a dot, how long it is and where it begins.
            head = struct.pack("<3H4B2H2I", 0, 1, 1, size, size, 0, 0, 1, 32, len(png), 22)
            (WEB / "root" / "favicon.ico").write_bytes(head + png)


main()
