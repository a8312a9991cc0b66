"""Fits the network that reads words in their order, by torch; the build alone needs this file.

A short chain of the network's own teaches it in sequences, and each story is met in ever other
forms: sentences dropped, parts dropped or swapped, words and forms hidden.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from storyloop.reading.forms import Forms
from storyloop.reading.parts import framed_vectors, places
from storyloop.reading.values import PARTS
from training.crf import Example, numbering_of

P = len(PARTS)
FORM, NEAR, WIDE = 48, 80, 128
NEAR_LAYERS, FAR_LAYERS = 2, 3
ROUNDS, BATCH, RATE, DECAY = 25, 16, 3e-3, 0.02
LOUDNESS = 0.5
WARM_UP, LARGEST_STEP = 0.15, 1.0
HIDDEN_UNITS, HIDDEN_FORMS, HIDDEN_WORDS = 0.3, 0.1, 0.1
SHORTENED, DROPPED, REARRANGED = 0.5, 0.3, 0.25
# Texts of a batch stand this far apart, out of sight of each other.
_APART = 2**NEAR_LAYERS


class Story:
    """A story as arrays, sentence by sentence."""

    def __init__(self, example: Example, numbering: Forms, scale: float) -> None:
        self.parts = example.parts
        self.words = np.asarray(example.words)
        self.vectors = example.encoded.vectors * np.sqrt(example.encoded.vectors.shape[1])
        numbered = numbering.number(example.sentences)
        cuts = np.cumsum(numbered.lengths)[:-1]
        self.forms = np.split(numbered.mixed, cuts)
        self.meant = np.split(framed_vectors(example.encoder, example.sentences) * scale, cuts)


class Batch:
    """Some sentences of some stories, as tensors."""

    def __init__(self, stories: Sequence[tuple[Story, NDArray[np.int64]]]) -> None:
        lengths = [len(kept) for _, kept in stories]
        within = np.arange(max(lengths)) < np.asarray(lengths)[:, None]
        self.within = torch.from_numpy(within)
        parts = np.zeros(within.shape, dtype=np.int64)
        parts[within] = np.concatenate([story.parts[kept] for story, kept in stories])
        self.parts = torch.from_numpy(parts)
        known = [
            np.concatenate([places(story.words[kept].tolist()), story.vectors[kept]], axis=1)
            for story, kept in stories
        ]
        self.known = torch.from_numpy(np.concatenate(known).astype(np.float32))
        forms, meant, of = [], [], []
        sentences = 0
        for story, kept in stories:
            for place in kept:
                forms.append(story.forms[place])
                meant.append(story.meant[place])
                of.append(np.full(len(forms[-1]), sentences))
                sentences += 1
            forms.append(np.zeros(_APART, dtype=np.int64))
            meant.append(np.zeros((_APART, meant[-1].shape[1]), dtype=np.float32))
            of.append(np.full(_APART, -1))
        self.sentences = sentences
        self.forms = torch.from_numpy(np.concatenate(forms))
        self.meant = torch.from_numpy(np.concatenate(meant).astype(np.float32))
        self.of = torch.from_numpy(np.concatenate(of))


class Net(torch.nn.Module):  # type: ignore[misc]
    """The network as `storyloop.reading.network` applies it, with what only training needs."""

    def __init__(self, numbers: int, dimensions: int, features: int) -> None:
        super().__init__()
        self.forms = torch.nn.Embedding(numbers, FORM)
        self.first = torch.nn.Linear(FORM + dimensions, NEAR)
        self.near = _convolutions(NEAR_LAYERS, NEAR)
        self.joined = torch.nn.Linear(features + 2 * NEAR, WIDE)
        self.far = _convolutions(FAR_LAYERS, WIDE)
        self.out = torch.nn.Linear(2 * WIDE, P)
        self.drop = torch.nn.Dropout(HIDDEN_UNITS)
        self.follows = torch.nn.Parameter(torch.zeros(P, P))
        self.begins = torch.nn.Parameter(torch.zeros(P))
        self.ends = torch.nn.Parameter(torch.zeros(P))

    def forward(self, batch: Batch) -> Any:  # noqa: ANN401 - torch has no types here
        """Return the scores of parts: (texts, sentences, parts)."""
        plain = functional.relu(
            self.joined(self.drop(torch.cat([batch.known, self._read(batch)], dim=1)))
        )
        side = torch.zeros(*batch.within.shape, WIDE)
        side[batch.within] = plain
        within = batch.within[..., None].float()
        deep = side
        for layer in self.far:
            found = layer(self.drop(deep).transpose(1, 2)).transpose(1, 2)
            deep = (deep + functional.relu(found)) * within
        return self.out(self.drop(torch.cat([deep, side], dim=2)))

    def _read(self, batch: Batch) -> Any:  # noqa: ANN401
        shown = torch.rand(len(batch.forms), 1) >= HIDDEN_FORMS
        meant = torch.rand(len(batch.forms), 1) >= HIDDEN_WORDS
        inputs = torch.cat([self.forms(batch.forms) * shown, batch.meant * meant], dim=1)
        inside = batch.of >= 0
        within = inside[:, None].float()
        hidden = functional.relu(self.first(self.drop(inputs))) * within
        for layer in self.near:
            found = layer(self.drop(hidden).T[None])[0].T
            hidden = (hidden + functional.relu(found)) * within
        hidden, of = hidden[inside], batch.of[inside]
        sums = torch.zeros(batch.sentences, NEAR).index_add(0, of, hidden)
        counts = torch.bincount(of, minlength=batch.sentences)[:, None]
        most = torch.segment_reduce(hidden, "max", lengths=counts[:, 0])
        return torch.cat([sums / counts, most], dim=1)


def _convolutions(layers: int, width: int) -> Any:  # noqa: ANN401
    return torch.nn.ModuleList(
        torch.nn.Conv1d(width, width, 3, padding=2**n, dilation=2**n) for n in range(layers)
    )


def fit(examples: Sequence[Example], seed: int) -> dict[str, NDArray[np.float16]]:
    """Return the weights of the network, and of its chain, that explain `examples` best."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    vectors = np.concatenate([framed_vectors(e.encoder, e.sentences) for e in examples])
    # Words carry the subject matter: half as loud as the forms, they are learned less by heart.
    scale = float(LOUDNESS / np.sqrt((vectors[vectors.any(axis=1)] ** 2).mean()))
    numbering = numbering_of(examples)
    stories = [Story(example, numbering, scale) for example in examples]
    features = Batch([(stories[0], np.arange(1))]).known.shape[1]
    net = Net(numbering.size, vectors.shape[1], features)
    steps = -(-len(stories) // BATCH) * ROUNDS
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    rates = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=steps, pct_start=WARM_UP
    )
    for _ in range(ROUNDS):
        order = chance.permutation(len(stories))
        for start in range(0, len(order), BATCH):
            chosen = [stories[place] for place in order[start : start + BATCH]]
            batch = Batch([(story, _altered(story.parts, chance)) for story in chosen])
            loss = _unlikelihood(net, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), LARGEST_STEP)
            optimiser.step()
            rates.step()
    return _exported(net, scale)


def _altered(parts: NDArray[np.int64], chance: np.random.Generator) -> NDArray[np.int64]:
    """Return which sentences of a story to show this time, in which order."""
    kept = np.arange(len(parts))
    if chance.random() < SHORTENED:
        fewer = kept[chance.random(len(kept)) > DROPPED]
        kept = fewer if len(fewer) else kept
    if chance.random() < REARRANGED:
        runs = np.split(kept, np.flatnonzero(np.diff(parts[kept])) + 1)
        if len(runs) > 1:
            at = int(chance.integers(len(runs) - 1))
            if chance.random() < 1 / 2:
                runs[at], runs[at + 1] = runs[at + 1], runs[at]
            else:
                runs.pop(at)
            kept = np.concatenate(runs)
    return kept


def _unlikelihood(net: Net, batch: Batch) -> Any:  # noqa: ANN401
    """Return how unlikely the true sequences of parts are, by sentence."""
    scores, parts, within = net(batch), batch.parts, batch.within
    of_true = scores.gather(2, parts[..., None])[..., 0]
    every = net.begins + scores[:, 0]
    true = net.begins[parts[:, 0]] + of_true[:, 0]
    for n in range(1, scores.shape[1]):
        onward = torch.logsumexp(every[:, :, None] + net.follows, dim=1) + scores[:, n]
        every = torch.where(within[:, n, None], onward, every)
        step = net.follows[parts[:, n - 1], parts[:, n]] + of_true[:, n]
        true = true + within[:, n] * step
    last = parts.gather(1, within.sum(dim=1)[:, None] - 1)[:, 0]
    unlikely = torch.logsumexp(every + net.ends, dim=1) - true - net.ends[last]
    return unlikely.sum() / within.sum()


def _exported(net: Net, scale: float) -> dict[str, NDArray[np.float16]]:
    """Return the weights under the names of `Network` and `Chain`, scales worked in."""
    of = {name: each.detach().numpy().astype(np.float64) for name, each in net.named_parameters()}
    of_form, of_word = np.split(of["first.weight"], [FORM], axis=1)
    joined = of["joined.weight"].T
    dimensions = of_word.shape[1]
    around = len(places([1])[0])
    joined[around : around + dimensions] *= np.sqrt(dimensions)
    arrays = {
        "forms": of["forms.weight"] @ of_form.T + of["first.bias"],
        "words": of_word.T * scale,
        "near": _stacked(of, "near", NEAR_LAYERS),
        "near_bias": np.stack([of[f"near.{n}.bias"] for n in range(NEAR_LAYERS)]),
        "joined": joined,
        "joined_bias": of["joined.bias"],
        "far": _stacked(of, "far", FAR_LAYERS),
        "far_bias": np.stack([of[f"far.{n}.bias"] for n in range(FAR_LAYERS)]),
        "out": of["out.weight"].T,
        "out_bias": of["out.bias"],
        "follows": of["follows"],
        "first": of["begins"],
        "last": of["ends"],
    }
    return {name: weights.astype(np.float16) for name, weights in arrays.items()}


def _stacked(of: dict[str, NDArray[np.float64]], name: str, layers: int) -> NDArray[np.float64]:
    """Return convolutions (out, in, place) as (place x in, out)."""
    each = [of[f"{name}.{n}.weight"] for n in range(layers)]
    return np.stack([w.transpose(2, 1, 0).reshape(-1, w.shape[0]) for w in each])
