"""Keeps the networks that the build fitted: one for each set of texts that a model is fitted to.

Each is kept under a digest of its texts and their labels, so that one that is stale is never found.
"""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyloop.reading.network import Network
from training.lattice import Chain
from training.texts import Labelled

FILE = Path(__file__).parent / "networks.npz"
FOLDS = 5  # those of the scorecard, which finds no network if they differ
Weights = Mapping[str, NDArray[np.float16]]


def fitted_to(texts: Sequence[Labelled], share: float) -> tuple[Network, Chain]:
    """Return the network fitted to `texts`, with its chain, all it says times `share`.

    Raises KeyError if there is none, as after a change of the texts.
    """
    digest = _digest(texts)
    with np.load(FILE) as arrays:
        if f"{digest}/out" not in arrays:
            message = f"{FILE.name} has no network for these texts: run `make model`"
            raise KeyError(message)
        start = f"{digest}/"
        found = {
            name.removeprefix(start): arrays[name].astype(np.float64)
            for name in arrays
            if name.startswith(start)
        }
    for name in ("out", "out_bias", "follows", "first", "last"):
        found[name] *= share
    chain = Chain(follows=found["follows"], first=found["first"], last=found["last"])
    return Network.of(found), chain


def keep(fitted: Sequence[tuple[Sequence[Labelled], Weights]]) -> None:
    """Write the networks, each with the texts it was fitted to, in place of those kept before."""
    arrays = {
        f"{_digest(texts)}/{name}": weights
        for texts, network in fitted
        for name, weights in network.items()
    }
    np.savez_compressed(FILE, **arrays)  # type: ignore[arg-type]


def _digest(texts: Sequence[Labelled]) -> str:
    found = hashlib.sha256()
    for each in texts:
        found.update(f"{each.id}\0{each.text}\0{each.lines}\0".encode())
    return found.hexdigest()[:16]
