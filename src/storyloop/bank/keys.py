"""Keys that are kept in the bank's folder, each in a file that its owner alone can read."""

import os
import secrets
from pathlib import Path


def api_token(folder: Path) -> str:
    """Return the token with which programs may write through the HTTP API."""
    return kept_key(folder, "api-token")


def kept_key(folder: Path, name: str) -> str:
    """Return the key `name`; the first call makes it."""
    file = folder / name
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Made under another name and linked, so that two first starts agree on one key.
        draft = folder / f"{name}-{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
        try:
            draft.rename(file) if os.name == "nt" else os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            draft.unlink(missing_ok=True)
    return file.read_text(encoding="ascii").strip()
