"""The last word against an accusation: which denial of it was published last."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from alleged.model.vocabulary import RelationType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from alleged.dossiers.subject import Answer
    from alleged.model.claim import Claim


Published: TypeAlias = "Callable[[Claim], str | None]"
"""Tells when the document of a claim was published, EDTF."""


def find_latest_denials(answers: Iterable[Answer], published: Published) -> dict[str, Answer]:
    """By the id of each disputed claim, the denial of it that was published last; undated ones come first."""
    denials = [answer for answer in answers if answer.type is RelationType.DISPUTES]
    ordered = sorted(denials, key=lambda answer: published(answer.claim) or "")
    return {claim.id: answer for answer in ordered for claim in answer.answered}
