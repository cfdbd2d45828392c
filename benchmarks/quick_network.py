"""A network that answers at once and alike: for measuring what the neural engine does around its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from alleged.extract.neural.confidence import Calibration
from alleged.extract.neural.frames import START
from alleged.extract.neural.network import AFTER, BEFORE, POINTED, ROLES, Looks, Memory
from alleged.extract.neural.shipped import shipped_network
from alleged.model.vocabulary import Act, Kind, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

    from alleged.extract.neural.clues import Clues
    from alleged.extract.neural.decode import Floats, Run
    from alleged.extract.neural.tokens import Ints

EVERY = 25
"""Tokens from one claim to the next."""
LENGTH = 15
"""Tokens of a claim."""
MARKS = 6
CODES = {
    "stance": tuple(map(str, Stance)),
    "kind": tuple(map(str, Kind)),
    "act": tuple(map(str, Act)),
    "speaker_role": tuple(map(str, Role)),
    "voice": ("named", "own"),
}


class QuickNetwork:
    """Sees a claim in every so many tokens, whatever they are; the vocabulary is the shipped one."""

    codes = CODES
    calibration = Calibration()

    @property
    def tokenizer(self) -> Tokenizer:
        """The shipped vocabulary."""
        return shipped_network().tokenizer

    def read(self, ids: Ints, features: Ints) -> Memory:  # noqa: ARG002
        """A claim begins at every `EVERY`th token."""
        marks = np.full((len(ids), MARKS), -9, dtype=np.float32)
        marks[:, 0] = 0
        marks[::EVERY, START] = 9
        return Memory(np.ones((len(ids), 3), dtype=np.float32), marks)

    def look(self, memory: Memory, anchors: Sequence[Run], kind: int, clues: Clues) -> Looks:  # noqa: ARG002
        """Each claim has as many words, the same sides and the same codes."""
        count = len(anchors)
        roles = np.zeros((count, BEFORE + AFTER, len(ROLES), 3), dtype=np.float32)
        roles[..., 0], roles[..., 2] = 0.8, 0.2
        roles[:, BEFORE : BEFORE + LENGTH, ROLES.index("content")] = (0.1, 0.0, 0.9)
        roles[:, BEFORE + 2 : BEFORE + 4, ROLES.index("actor")] = (0.1, 0.0, 0.9)
        places = np.asarray(anchors)[:, :1] + np.arange(-BEFORE, AFTER)
        roles[(places < 0) | (places >= len(memory.hidden))] = (1, 0, 0)
        codes = {
            name: np.full((count, len(values)), 1 / len(values), dtype=np.float32)
            for name, values in self.codes.items()
        }
        pointed = np.repeat(clues.slots.inside[..., None] * np.float32(0.6), len(POINTED), axis=-1)
        return Looks(roles, np.full(count, 0.9, dtype=np.float32), codes, pointed)

    def judge(self, pooled: Floats) -> Floats:
        """What was pooled."""
        return pooled
