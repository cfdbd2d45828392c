"""How sure an extraction is, for the review queue: a probability that was compared with annotated claims."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alleged.extract.neural.codes import Codes

EDGE = 1e-4
"""Probabilities closer than this to 0 or 1 are taken for it."""
_WEIGHED = ("stance", "kind", "voice")


@dataclass(frozen=True, slots=True)
class Calibration:
    """A line through log odds (Platt 1999): what the network believes, and how often it is right."""

    slope: float = 1.0
    offset: float = 0.0

    @classmethod
    def of(cls, table: Mapping[str, float]) -> Calibration:
        """The calibration that a table of its two numbers tells."""
        return cls(float(table["slope"]), float(table["offset"]))

    def apply(self, belief: float) -> float:
        """The probability for a belief."""
        return 1 / (1 + math.exp(-(self.slope * log_odds(belief) + self.offset)))


def log_odds(probability: float) -> float:
    """The log odds of a probability, bounded."""
    inside = min(max(probability, EDGE), 1 - EDGE)
    return math.log(inside / (1 - inside))


def belief(one: float, codes: Codes) -> float:
    """What the network itself believes of a claim: that it is one, and that its codes are right."""
    return math.prod((one, *(max(codes[name].values()) for name in _WEIGHED)))
