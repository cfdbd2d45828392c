"""What a batch of documents brought, in a few figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.ledger.interface import ClaimQuery
from alleged.model.vocabulary import Kind, Stance

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

ACCUSED_IN = (Kind.OPERATION, Kind.ATTRIBUTION, Kind.IMPACT, Kind.MOTIVE)
"""Kinds of claim whose actor is the accused side."""


@dataclass(frozen=True, slots=True)
class Digest:
    """How many denials there are, and who is accused in most claims; the name says nothing about guilt."""

    denials: int
    foremost_actor: str | None


def view_digest(ledger: Ledger, documents: tuple[str, ...]) -> Digest:
    """The figures for these documents."""
    denials = 0
    actors: Counter[str] = Counter()
    for document in documents:
        for claim in ledger.claims(ClaimQuery(document=document)).claims:
            denials += claim.stance is Stance.DENIES
            if claim.kind in ACCUSED_IN:
                actors.update({mention.name for mention in claim.actors})
    return Digest(denials, actors.most_common(1)[0][0] if actors else None)
