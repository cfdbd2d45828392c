"""What the rules would say: the codes of the lexicon engine's claim at an anchor, as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from alleged.extract.neural.tokens import run_of
from alleged.model.vocabulary import Act, Basis, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from alleged.extract.neural.decode import Floats, Run
    from alleged.extract.neural.tokens import Tokens
    from alleged.model.claim import Claim

WORTH = {"stance": 2.0, "kind": 1.5, "act": 2.0, "speaker_role": 2.0, "voice": 0.5}
"""How much the log odds of a code rise with the vote of a claim by rule, tuned on the development part."""
FARTHEST = 8
"""Tokens between an anchor and the beginning of the claim by rule that votes on it."""
_CODES: tuple[str, ...] = (
    *(f"stance {stance}" for stance in Stance),
    *(f"act {act}" for act in Act),
    *(f"kind {kind}" for kind in dict.fromkeys(act.kind for act in Act)),
    *(f"role {role}" for role in Role),
    "own voice",
    "near",
)
_AT = {code: i for i, code in enumerate(_CODES)}
VOTES = len(_CODES)
"""How many numbers a vote has; all are 0 where no rule found a claim."""


def no_votes(anchors: int) -> Floats:
    """The votes where no rule is asked, [anchors, VOTES]."""
    return np.zeros((anchors, VOTES), dtype=np.float32)


class Votes:
    """The votes of the claims that rules found in some tokens."""

    def __init__(self, claims: Sequence[Claim], tokens: Tokens) -> None:
        runs = ((claim, run_of(tokens, claim.content.start, claim.content.end)) for claim in claims)
        self._found = [(claim, run) for claim, run in runs if run]
        self._starts = np.asarray([run[0] for _, run in self._found])

    def at(self, anchors: Sequence[Run]) -> Floats:
        """The votes on anchors, [anchors, VOTES]."""
        votes = no_votes(len(anchors))
        for vote, anchor in zip(votes, anchors, strict=True):
            claim = self.claim_at(anchor[0])
            if claim:
                vote[[_AT[code] for code in _codes(claim)]] = 1
        return votes

    def claim_at(self, token: int) -> Claim | None:
        """The claim by rule that begins nearest to a token; None where none begins near it."""
        if not len(self._starts):
            return None
        distances = np.abs(self._starts - token)
        best = int(distances.argmin())
        return self._found[best][0] if distances[best] <= FARTHEST else None


def weigh(name: str, values: Sequence[str], probabilities: Floats, claim: Claim) -> Floats:
    """Probabilities of a code with the vote of a claim by rule counted in: its value gains, others lose."""
    voted = _VALUE_OF[name](claim)
    gains = np.asarray([WORTH[name] if value == voted else 0.0 for value in values])
    weighed = probabilities * np.exp(gains)
    return np.asarray(weighed / weighed.sum(), dtype=np.float32)


def is_own_voice(claim: Claim) -> bool:
    """Whether the document itself speaks, or nobody named."""
    return claim.speaker.basis in {Basis.NARRATOR, Basis.PASSIVE}


_VALUE_OF: dict[str, Callable[[Claim], str]] = {
    "stance": lambda claim: claim.stance,
    "kind": lambda claim: claim.kind,
    "act": lambda claim: claim.act,
    "speaker_role": lambda claim: claim.speaker.role,
    "voice": lambda claim: "own" if is_own_voice(claim) else "named",
}


def _codes(claim: Claim) -> tuple[str, ...]:
    own = is_own_voice(claim)
    codes = (f"stance {claim.stance}", f"act {claim.act}", f"kind {claim.kind}", f"role {claim.speaker.role}")
    return (*codes, *(["own voice"] if own else []), "near")
