"""Weights in training as a network of the engine, so that they are scored through the decoding that ships."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from alleged.extract.neural.decode import close_outside, sigmoid, softmax
from alleged.extract.neural.network import Looks, Memory
from training.batches import Piece, collate
from training.examples import Example
from training.network import HIDDEN, Heads, Net

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from torch import Tensor

    from alleged.extract.neural.decode import Floats, Run
    from alleged.extract.neural.tokens import Ints

CHUNK = 64
"""Frames that are looked at together."""
WINDOWS = 8
"""Windows that are encoded together."""


@dataclass(frozen=True, slots=True)
class TorchNetwork:
    """The network as training has it."""

    net: Net

    @property
    def codes(self) -> dict[str, tuple[str, ...]]:
        """The values of each code, in the order of the probabilities."""
        heads: Heads = self.net.frames.heads
        return heads.codes

    def read(self, ids: Ints, features: Ints) -> Memory:
        """Hidden states and marks of a text."""
        batch = collate([Piece(ids, features)])
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            parts = zip(*(values.split(WINDOWS) for values in batch.inputs), strict=True)
            states = torch.cat([self.net.encoder(*part) for part in parts])
            hidden = states.reshape(-1, HIDDEN)[batch.places]
            marks = self.net.encoder.marks(hidden)
        return Memory(_array(hidden), _array(marks))

    def look(self, memory: Memory, anchors: Sequence[Run], kind: int, votes: Floats) -> Looks:
        """Roles and codes around each anchor; `votes` are what the rules say there."""
        pairs = zip(anchors, votes, strict=True)
        examples = [Example(0, kind, anchor, None, vote) for anchor, vote in pairs]
        hidden = torch.from_numpy(memory.hidden)
        parts = [self._look(hidden, examples[i : i + CHUNK]) for i in range(0, len(examples), CHUNK)]
        codes = {name: np.concatenate([part.codes[name] for part in parts]) for name in self.codes}
        roles = np.concatenate([part.roles for part in parts])
        return Looks(roles, np.concatenate([part.one for part in parts]), codes)

    def _look(self, hidden: Tensor, examples: Sequence[Example]) -> Looks:
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            roles, scores, inside = self.net.look(hidden, [0, len(hidden)], examples)
        one, codes = self.net.frames.split(scores.float())
        found = close_outside(softmax(_array(roles)), _array(inside))
        return Looks(
            found, sigmoid(_array(one)), {name: softmax(_array(part)) for name, part in codes.items()}
        )

    def judge(self, pooled: Floats) -> Floats:
        """Realis of events."""
        with torch.inference_mode():
            return softmax(_array(self.net.encoder.realis(torch.from_numpy(pooled))))


def load(path: Path) -> TorchNetwork:
    """The network with the weights of a training."""
    saved = torch.load(path, weights_only=True)
    net = Net(Heads(saved["codes"])).eval()
    net.load_state_dict(saved["state"])
    return TorchNetwork(net)


def _array(values: Tensor) -> Floats:
    array: Floats = values.float().numpy()
    return array
