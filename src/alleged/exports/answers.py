"""Claims that answer others, as records have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alleged.dossiers.denials import Published
    from alleged.dossiers.subject import Answer
    from alleged.model.claim import Claim
    from alleged.model.wire import Wire


def record_denial(denial: Answer | None, published: Published) -> Wire | None:
    """The latest denial of a claim; None where nobody denies it."""
    if denial is None:
        return None
    claim = denial.claim
    told = {"id": claim.id, "speaker_name": claim.speaker.name, "published": published(claim)}
    return {**told, "content_text": claim.content.exact, "scope": denial.scope.value}


def record_answerer(claim: Claim) -> Wire:
    """Who answers with this claim, and how surely."""
    return {
        "id": claim.id,
        "speaker_name": claim.speaker.name,
        "speaker_basis": claim.speaker.basis.value,
        "stance": claim.stance.value,
        "hedges": [hedge.exact for hedge in claim.hedges],
    }
