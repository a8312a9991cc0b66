"""Rebuilds every shipped model file: `python -m training.build`.

The two large files are not compressed: to unpack them would take 25 ms of every command that reads.
"""

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyloop.matching.model import MODEL as MATCHING_FILES
from storyloop.reading.encoder import MODEL, Encoder, Floats, Levels, shipped_encoder
from storyloop.reading.network import Network
from training import crf, intents, kinds, networks
from training.questions import CUES, TUNING, questions
from training.texts import Labelled, labelled

_LEVELS = 127
_AT_ONCE = 2  # networks fitted side by side
_SEED = 0
MATCHING = Path(str(MATCHING_FILES))


def main() -> None:
    """Distil the embeddings (unless told not to), fit the heads, write the files, print sizes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--heads", action="store_true", help="keep the embeddings, fit the heads")
    folder = Path(str(MODEL))
    if not options.parse_args().heads:
        from training.distil import distil

        distil(folder)
    texts = labelled()
    encoder = shipped_encoder()
    stories = [text for text in texts if text.kind == "story"]
    _fit_networks(stories)
    parts = crf.fit([crf.example(text, encoder) for text in stories])
    tokens, tokens_scale = _quantised(parts.tokens.weights)
    forms, forms_scale = _quantised(parts.forms.weights)
    np.savez(
        folder / "parts.npz",
        dense=parts.dense,
        tokens_keys=parts.tokens.keys,
        tokens_weights=tokens,
        tokens_scale=tokens_scale,
        forms_keys=parts.forms.keys,
        forms_weights=forms,
        forms_scale=forms_scale,
        function_words=np.asarray(list(parts.numbering.words)),
        **_network(parts.network),  # type: ignore[arg-type]
        follows=parts.follows,
        first=parts.first,
        last=parts.last,
    )
    read = [encoder.encode(text.sentences) for text in texts]
    kind = kinds.fit(read, [text.kind for text in texts])
    grams, scale = _quantised(kind.grams)
    np.savez_compressed(
        folder / "kind.npz",
        dense=kind.dense,
        keys=kind.keys,
        grams=grams,
        gram_scale=scale,
        bias=kind.bias,
    )
    _questions(encoder)
    for file in sorted([*folder.iterdir(), *MATCHING.iterdir()]):
        print(f"{file.stat().st_size:>9,} bytes  {file.name}")


def _questions(encoder: Encoder) -> None:
    """Write the question model and the words that typing slips are mended to."""
    found = [*questions(), *questions(CUES)]
    model = intents.fit(found, questions(TUNING), encoder)
    grams, scale = _quantised(model.grams[:, :-1])
    MATCHING.mkdir(exist_ok=True)
    np.savez_compressed(
        MATCHING / "questions.npz",
        dense=model.dense,
        keys=model.keys,
        grams=grams,
        gram_scale=scale,
        rareness=np.sqrt(model.grams[:, -1]).astype(np.float32),
        bias=model.bias,
        slope=model.slope,
        shift=model.shift,
    )
    seen, others = intents.words(found)
    np.savez_compressed(
        MATCHING / "words.npz",
        seen=np.frombuffer("\n".join(seen).encode(), dtype=np.uint8),
        others=np.frombuffer("\n".join(others).encode(), dtype=np.uint8),
    )


def _fit_networks(stories: Sequence[Labelled]) -> None:
    """Fit a network to all stories, and one to those of each fold of the scorecard."""
    files = sorted({text.file for text in stories})
    sets = [stories]
    for fold in range(networks.FOLDS):
        held = files[fold :: networks.FOLDS]
        sets.append([text for text in stories if text.file not in held])
    with ProcessPoolExecutor(_AT_ONCE, mp_context=get_context("spawn")) as pool:
        networks.keep(list(zip(sets, pool.map(_fitted, sets), strict=True)))


def _fitted(texts: Sequence[Labelled]) -> networks.Weights:
    from training import torch_fit

    encoder = shipped_encoder()
    return torch_fit.fit([crf.example(text, encoder) for text in texts], _SEED)


def _network(network: Network) -> dict[str, NDArray[np.float16]]:
    return {
        f"network_{field.name}": getattr(network, field.name).astype(np.float16)
        for field in fields(network)
    }


def _quantised(weights: Floats | Levels) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    scale = np.float32(np.abs(weights).max() / _LEVELS)
    return np.round(weights / scale).astype(np.int8), np.asarray(scale)


if __name__ == "__main__":
    main()
