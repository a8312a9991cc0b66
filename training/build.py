"""Rebuilds every shipped model file: `python -m training.build`."""

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyloop.reading.encoder import MODEL, shipped_encoder
from training import crf, kinds
from training.texts import labelled

_LEVELS = 127


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
    parts = crf.fit([crf.example(text, encoder) for text in texts if text.kind == "story"])
    tokens, tokens_scale = _quantised(parts.tokens.weights)
    forms, forms_scale = _quantised(parts.forms.weights)
    np.savez_compressed(
        folder / "parts.npz",
        dense=parts.dense,
        tokens_keys=parts.tokens.keys,
        tokens_weights=tokens,
        tokens_scale=tokens_scale,
        forms_keys=parts.forms.keys,
        forms_weights=forms,
        forms_scale=forms_scale,
        function_words=np.asarray(list(parts.numbering.words)),
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
    for file in sorted(folder.iterdir()):
        print(f"{file.stat().st_size:>9,} bytes  {file.name}")


def _quantised(weights: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    scale = np.float32(np.abs(weights).max() / _LEVELS)
    return np.round(weights / scale).astype(np.int8), np.asarray(scale)


if __name__ == "__main__":
    main()
