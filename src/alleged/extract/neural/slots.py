"""Which candidates a look is shown besides the words around its anchor, and how each stands to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from alleged.extract.neural.network import AFTER, BEFORE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.extract.neural.candidates import Candidate
    from alleged.extract.neural.decode import Floats, Run
    from alleged.extract.neural.tokens import Ints
    from alleged.extract.neural.votes import Votes

SLOTS = 12
"""Candidates that a look is shown; nine of ten actors are among them."""
BEHIND = 1.5
"""How much farther a mention after the anchor counts than one before it: names come before what they do."""
FAME, MOST_FAME = 15, 8
"""Tokens by which each mention of a candidate brings it nearer, up to so many mentions."""
_FAR = (-400, -200, BEFORE * -1, AFTER, 200)
FARS = len(_FAR) + 1
"""Ranges of tokens from an anchor to a mention that are told apart beyond the words around it."""
COUNTS = 5
"""Numbers of mentions that are told apart: 1, 2 to 3, 4 to 7, 8 to 15, more."""
SIDES = 4
"""What the rules hold a candidate for: nothing, actor, target, both."""
FEATURES = (BEFORE + AFTER, FARS, COUNTS, SIDES)
"""How many values each feature of a slot has: the place of its mention in the frame is the first."""


RULED = 3
"""Which feature tells what the rules hold a candidate for."""


@dataclass(frozen=True, slots=True)
class Slots:
    """The candidates of each anchor, nearest first."""

    who: Ints
    """[anchors, SLOTS]: which candidate; -1 in an empty slot."""
    ends: Ints
    """[anchors, SLOTS, 2]: the first and the last token of its nearest mention; 0 in an empty slot."""
    features: Ints
    """[anchors, SLOTS, len(FEATURES)]."""

    @property
    def inside(self) -> Floats:
        """[anchors, SLOTS]: 1 where there is a candidate, else 0."""
        return np.asarray(self.who >= 0, dtype=np.float32)

    def __getitem__(self, part: slice) -> Slots:
        return Slots(self.who[part], self.ends[part], self.features[part])


def no_slots(anchors: int) -> Slots:
    """Slots without candidates."""
    places = (anchors, SLOTS)
    return Slots(
        np.full(places, -1, dtype=np.int64),
        np.zeros((*places, 2), dtype=np.int64),
        np.zeros((*places, len(FEATURES)), dtype=np.int64),
    )


def fill_slots(candidates: Sequence[Candidate], anchors: Sequence[Run], votes: Votes) -> Slots:
    """The candidates of each anchor: those whose names stand near it, and those named often."""
    slots = no_slots(len(anchors))
    fame = np.asarray([FAME * min(len(one.runs), MOST_FAME) for one in candidates])
    counts = [min(len(one.runs).bit_length(), COUNTS) - 1 for one in candidates]
    mentions = _Mentions.of(candidates)
    for row, (token, _) in enumerate(anchors if candidates else ()):
        nearest, distances = mentions.nearest(token)
        sides = dict(_sides(candidates, votes, token))
        for slot, who in enumerate(np.argsort(distances - fame, kind="stable")[:SLOTS].tolist()):
            first, end = mentions.runs[nearest[who]].tolist()
            slots.who[row, slot] = who
            slots.ends[row, slot] = first, end - 1
            slots.features[row, slot] = (*_distance(first - token), counts[who], sides.get(who, 0))
    return slots


@dataclass(frozen=True, slots=True)
class _Mentions:
    """All mentions of all candidates, one candidate after the other."""

    runs: Ints
    begins: Ints
    """Where in `runs` each candidate's mentions begin."""

    @classmethod
    def of(cls, candidates: Sequence[Candidate]) -> _Mentions:
        runs = [run for one in candidates for run in one.runs]
        counts = [len(one.runs) for one in candidates]
        return cls(np.asarray(runs), np.cumsum([0, *counts])[:-1])

    def nearest(self, token: int) -> tuple[Ints, Floats]:
        """For each candidate its mention nearest to a token, and how far that is."""
        ahead = self.runs[:, 0] - token
        distances = np.where(ahead > 0, BEHIND * ahead, np.maximum(token - self.runs[:, 1], 0))
        least = np.minimum.reduceat(distances, self.begins)
        counts = np.diff([*self.begins, len(self.runs)])
        is_least = np.flatnonzero(distances == np.repeat(least, counts))
        first = np.searchsorted(is_least, self.begins)
        return is_least[first], least


def _distance(tokens: int) -> tuple[int, int]:
    """The place of a mention in the frame, or its edge; and how far beyond it."""
    place = min(max(tokens + BEFORE, 0), BEFORE + AFTER - 1)
    return place, int(np.searchsorted(_FAR, tokens, side="right"))


def _sides(candidates: Sequence[Candidate], votes: Votes, token: int) -> Iterator[tuple[int, int]]:
    """The candidates that are a side of the claim by rule at a token."""
    claim = votes.claim_at(token)
    if claim is None or not (claim.actors or claim.targets):
        return
    actors, targets = ({side.name for side in sides} for sides in (claim.actors, claim.targets))
    for who, one in enumerate(candidates):
        side = (one.name in actors) + 2 * (one.name in targets)
        if side:
            yield who, side
