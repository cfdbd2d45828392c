"""Whether what is told is told as having happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from alleged.extract.neural.decode import sigmoid
from alleged.model.vocabulary import Realis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.extract.neural.decode import Run
    from alleged.extract.neural.network import Memory, Network

EVENT = 4
"""The mark of a token that names an event."""
ORDER = (Realis.ACTUAL, Realis.OTHER, Realis.GENERIC)
"""The classes in the order of the network's scores."""
FAINT = 1e-3
"""Weight of a token that names no event at all."""


def judge_events(memory: Memory, network: Network, nuggets: Sequence[Run]) -> tuple[Realis, ...]:
    """The realis of events from the tokens that name them."""
    if not nuggets:
        return ()
    pooled = np.stack([memory.hidden[start:end].mean(axis=0) for start, end in nuggets])
    return tuple(ORDER[int(best)] for best in network.judge(pooled).argmax(axis=1))


def judge_contents(memory: Memory, network: Network, contents: Sequence[Run]) -> tuple[Realis, ...]:
    """The realis of claims: of the words in each content that name an event most clearly."""
    if not contents:
        return ()
    events = sigmoid(memory.marks[:, EVENT]) + FAINT
    pooled = np.stack([_pooled(memory, events, run) for run in contents])
    return tuple(ORDER[int(best)] for best in network.judge(pooled).argmax(axis=1))


def _pooled(memory: Memory, events: np.ndarray, run: Run) -> np.ndarray:
    weights = events[slice(*run)] ** 2
    return np.asarray(weights @ memory.hidden[slice(*run)] / weights.sum(), dtype=np.float32)
