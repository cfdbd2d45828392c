"""From the network's scores to runs of tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

Run = tuple[int, int]
"""First token and the token after the last."""

OUT, BEGIN, INSIDE = range(3)


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of tokens, and how much of it the network vouches for: the sum of its tokens' probabilities."""

    start: int
    end: int
    mass: float

    @property
    def run(self) -> Run:
        """Its first token and the token after its last."""
        return self.start, self.end


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)


def sigmoid(scores: Floats) -> Floats:
    """Probabilities of each score by itself."""
    return np.asarray(np.exp(-np.logaddexp(0, -scores)), dtype=np.float32)


def close_outside(roles: Floats, inside: Floats) -> Floats:
    """The roles [anchors, places, roles, 3] with nothing in any role at places outside of the text."""
    roles[inside == 0] = (1.0, 0.0, 0.0)
    return roles


def widen(roles: Floats, margin: int) -> Floats:
    """The roles [anchors, places, roles, 3] with `margin` more places at both ends that have no role."""
    if not margin:
        return roles
    wide = np.pad(roles, ((0, 0), (margin, margin), (0, 0), (0, 0)))
    wide[:, :margin, :, OUT] = 1
    wide[:, -margin:, :, OUT] = 1
    return wide


def find_cues(tags: Floats, least: float) -> list[Run]:
    """Runs that begin where "begins a cue" reaches `least`, up to the next token that is likelier no part.

    `tags` are probabilities [tokens, 3].
    """
    begins = np.flatnonzero(tags[:, BEGIN] >= least)
    others = np.flatnonzero(tags[:, INSIDE] <= np.maximum(tags[:, OUT], tags[:, BEGIN]))
    ends = np.append(others, len(tags))[np.searchsorted(others, begins + 1)]
    return list(zip(begins.tolist(), ends.tolist(), strict=True))


def find_runs(tags: Floats, *, least: float = 0.5, gap: int = 2) -> list[Marked]:
    """The runs of one role, left to right; `tags` are probabilities [tokens, 3].

    A token belongs to a run if it is in the role or begins it by at least `least`; a new run begins where
    "begins" has half of it all, and others that at most `gap` tokens part are one: a quotation mark, a comma.
    """
    runs: list[Marked] = []
    taken = 1 - tags[:, OUT]
    for i in np.flatnonzero(taken >= least):
        token, mass = int(i), float(taken[i])
        if runs and token - runs[-1].end <= (gap if tags[i, BEGIN] < 0.5 else -1):  # noqa: PLR2004
            runs[-1] = Marked(runs[-1].start, token + 1, runs[-1].mass + mass)
        else:
            runs.append(Marked(token, token + 1, mass))
    return runs
