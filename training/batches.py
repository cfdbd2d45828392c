"""Documents as the encoder reads them in training: windows of one size, a few documents at a time."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from alleged.extract.neural.windows import CLS, SEP, WIDTH, Window, cut_windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torch import Tensor

    from alleged.extract.neural.tokens import Ints
    from training.corpora import Sample

PAD, MASK = 0, 103
SIZE = WIDTH + 2
LEAST_FIRST = WIDTH // 3
"""Tokens of the narrowest first window; a random one moves the borders of all the others."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What the encoder reads of a document, and how wide its first window is."""

    ids: Ints
    features: Ints
    first: int = WIDTH


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents as windows, and where in the windows each token of the documents is read."""

    inputs: tuple[Tensor, Tensor, Tensor]
    """Ids, features and mask of the windows."""
    places: Tensor
    """Index of each token into the windows laid end to end."""
    offsets: list[int]
    """Where each document begins in `places`; one more than documents."""


@dataclass(frozen=True, slots=True)
class _Window:
    """One padded window."""

    ids: Ints
    features: Ints
    mask: Ints


def pieces_of(samples: Sequence[Sample]) -> list[Piece]:
    """The documents with windows that are cut elsewhere each time."""
    return [Piece(s.tokens.ids, s.features, random.randint(LEAST_FIRST, WIDTH)) for s in samples]


def collate(pieces: Sequence[Piece], drop: float = 0.0) -> Batch:
    """A batch of documents; a share `drop` of their tokens is masked."""
    rows: list[_Window] = []
    places: list[Ints] = []
    offsets = [0]
    for piece in pieces:
        for window in cut_windows(len(piece.ids), first=piece.first):
            begin = len(rows) * SIZE + 1 - window.start
            rows.append(_pad(piece, window, drop))
            places.append(np.arange(window.own_start, window.own_end) + begin)
        offsets.append(offsets[-1] + len(piece.ids))
    return Batch(_stack(rows), torch.from_numpy(np.concatenate(places)), offsets)


def draw(samples: Sequence[Sample], size: int) -> Iterator[list[Sample]]:
    """Documents in random order for ever, about `size` tokens at a time."""
    queue: list[Sample] = []
    while True:
        taken: list[Sample] = []
        total = 0
        while total < size:
            queue = queue or random.sample(samples, len(samples))
            taken.append(queue.pop())
            total += len(taken[-1].tokens)
        yield taken


def _pad(piece: Piece, window: Window, drop: float) -> _Window:
    length = window.end - window.start
    pad = SIZE - length - 2
    ids = piece.ids[window.start : window.end].copy()
    if drop:
        ids[np.random.random(length) < drop] = MASK
    features = piece.features[window.start : window.end]
    return _Window(
        np.concatenate(([CLS], ids, [SEP], [PAD] * pad)),
        np.pad(features, ((1, pad + 1), (0, 0))),
        np.concatenate((np.ones(length + 2, dtype=np.int64), [0] * pad)),
    )


def _stack(rows: list[_Window]) -> tuple[Tensor, Tensor, Tensor]:
    ids = np.stack([row.ids for row in rows]).astype(np.int64)
    features = np.stack([row.features for row in rows]).astype(np.int64)
    mask = np.stack([row.mask for row in rows]).astype(np.int64)
    return torch.from_numpy(ids), torch.from_numpy(features), torch.from_numpy(mask).float()
