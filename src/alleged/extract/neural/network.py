"""What the engine asks of a network, whoever runs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tokenizers import Tokenizer

    from alleged.extract.neural.clues import Clues
    from alleged.extract.neural.confidence import Calibration
    from alleged.extract.neural.decode import Floats, Run
    from alleged.extract.neural.tokens import Ints

ROLES = ("content", "speaker", "cue", "hedge", "actor", "target", "name")
"""What a frame marks in the words around its anchor; `name` is the speaker's full name nearby."""
POINTED = ("actor", "target", "name")
"""What a frame takes candidates for: those who did it, those it was done to, those who speak."""
ATTRIBUTION, CLAIM = 0, 1
"""Kinds of frame: around the cue of an attribution, around the first word of a claim's content."""
BEFORE, AFTER = 96, 96
"""Tokens of a frame before its anchor, and from it on."""
NARROW = 48
"""Tokens left out at both ends of the frame of a claim: what they add is less than what they cost."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the encoder made of a text: hidden states [tokens, width] and marks [tokens, 6] (scores)."""

    hidden: Floats
    marks: Floats


@dataclass(frozen=True, slots=True)
class Looks:
    """What the network sees around each of some anchors; all are probabilities."""

    roles: Floats
    """[anchors, BEFORE + AFTER, len(ROLES), 3]: out of the role, begins it, in it; surely out of every role
    at places outside of the text."""
    one: Floats
    """[anchors]: that there is a frame at all."""
    codes: Mapping[str, Floats]
    """[anchors, codes] for stance, kind, act and others."""
    pointed: Floats
    """[anchors, SLOTS, len(POINTED)]: that the candidate in a slot is meant; 0 in empty slots."""


class Network(Protocol):
    """Encodes a text once, then looks at anchors in it."""

    @property
    def codes(self) -> Mapping[str, tuple[str, ...]]:
        """The values of each code, in the order of the probabilities."""
        ...

    def read(self, ids: Ints, features: Ints) -> Memory:
        """Encode a text: its tokens' ids [tokens] and features [tokens, features]."""
        ...

    def look(self, memory: Memory, anchors: Sequence[Run], kind: int, clues: Clues) -> Looks:
        """Look at the words around each anchor; `clues` are what the rules say there and who is named."""
        ...

    def judge(self, pooled: Floats) -> Floats:
        """Realis of events: probabilities [events, 3] from their mean hidden states [events, width]."""
        ...


class EngineNetwork(Network, Protocol):
    """A network with the vocabulary that it reads by, and what its belief in a claim is worth."""

    @property
    def tokenizer(self) -> Tokenizer:
        """The vocabulary."""
        ...

    @property
    def calibration(self) -> Calibration:
        """What the belief is worth."""
        ...
