"""What a look at an anchor is told besides the words around it: what the rules say, and who there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.extract.neural.network import POINTED
from alleged.extract.neural.slots import Slots, fill_slots, no_slots
from alleged.extract.neural.votes import no_votes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.extract.neural.candidates import Candidate
    from alleged.extract.neural.decode import Floats, Run
    from alleged.extract.neural.tokens import Ints
    from alleged.extract.neural.votes import Votes


@dataclass(frozen=True, slots=True)
class Clues:
    """Votes [anchors, VOTES] and slots, both for the same anchors."""

    votes: Floats
    slots: Slots

    def __getitem__(self, part: slice) -> Clues:
        return Clues(self.votes[part], self.slots[part])


def no_clues(anchors: int) -> Clues:
    """Nothing is told."""
    return Clues(no_votes(anchors), no_slots(anchors))


@dataclass(frozen=True, slots=True)
class Pointed:
    """Somebody, and how probably they are meant."""

    candidate: Candidate
    probability: float


@dataclass(frozen=True, slots=True)
class Informant:
    """What is known of some tokens before the network looks at them."""

    votes: Votes
    candidates: Sequence[Candidate]

    def tell(self, anchors: Sequence[Run]) -> Clues:
        """What is known at anchors."""
        return Clues(self.votes.at(anchors), fill_slots(self.candidates, anchors, self.votes))

    def pointed(self, who: Ints, probable: Floats) -> dict[str, tuple[Pointed, ...]]:
        """The candidates of one anchor's slots, by each of POINTED; `probable` [slots, POINTED]."""
        full = [(slot, self.candidates[i]) for slot, i in enumerate(who.tolist()) if i >= 0]
        return {
            role: tuple(Pointed(one, float(probable[slot, r])) for slot, one in full)
            for r, role in enumerate(POINTED)
        }
