"""Weights in training as a network of the engine, so that they are scored through the decoding that ships."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from alleged.extract.neural.confidence import Calibration
from alleged.extract.neural.decode import close_outside, sigmoid, softmax
from alleged.extract.neural.network import Looks, Memory
from training.batches import Piece, collate
from training.examples import Example
from training.network import HIDDEN, Heads, Net

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tokenizers import Tokenizer
    from torch import Tensor

    from alleged.extract.neural.clues import Clues
    from alleged.extract.neural.decode import Floats, Run
    from alleged.extract.neural.tokens import Ints

CHUNK = 64
"""Frames that are looked at together."""
WINDOWS = 8
"""Windows that are encoded together."""


@dataclass(frozen=True, slots=True)
class TorchNetwork:
    """The network as training has it; what it believes is taken at its word."""

    net: Net
    tokenizer: Tokenizer

    @property
    def calibration(self) -> Calibration:
        """None: a belief is worth what it says."""
        return Calibration()

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

    def look(self, memory: Memory, anchors: Sequence[Run], kind: int, clues: Clues) -> Looks:
        """Roles, codes and candidates of each anchor; `clues` are what is known there."""
        examples = [Example(0, kind, anchor, None, clues[i : i + 1]) for i, anchor in enumerate(anchors)]
        hidden = torch.from_numpy(memory.hidden)
        parts = [self._look(hidden, examples[i : i + CHUNK]) for i in range(0, len(examples), CHUNK)]
        codes = {name: np.concatenate([part.codes[name] for part in parts]) for name in self.codes}
        roles = np.concatenate([part.roles for part in parts])
        pointed = np.concatenate([part.pointed for part in parts])
        return Looks(roles, np.concatenate([part.one for part in parts]), codes, pointed)

    def _look(self, hidden: Tensor, examples: Sequence[Example]) -> Looks:
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            looked = self.net.look(hidden, [0, len(hidden)], examples)
        one, codes = self.net.frames.split(looked.codes.float())
        roles = close_outside(softmax(_array(looked.roles)), _array(looked.inside))
        likely = {name: softmax(_array(part)) for name, part in codes.items()}
        pointed = sigmoid(_array(looked.points)) * _array(looked.full)[..., None]
        return Looks(roles, sigmoid(_array(one)), likely, pointed)

    def judge(self, pooled: Floats) -> Floats:
        """Realis of events."""
        with torch.inference_mode():
            return softmax(_array(self.net.encoder.realis(torch.from_numpy(pooled))))


def load_net(path: Path) -> Net:
    """The network of a training, in use."""
    saved = torch.load(path, weights_only=True)
    net = Net(Heads(saved["codes"]))
    net.load_state_dict(saved["state"])
    net.eval()
    return net


def load(path: Path, tokenizer: Tokenizer) -> TorchNetwork:
    """The network of a training for the engine."""
    return TorchNetwork(load_net(path), tokenizer)


def _array(values: Tensor) -> Floats:
    array: Floats = values.float().numpy()
    return array
