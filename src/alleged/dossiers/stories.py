"""Every document of a ledger with what it claims: what views across documents begin with."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from alleged.ledger.interface import ClaimQuery
from alleged.resolve.stories import Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.link import Relation


def view_stories(ledger: Ledger) -> tuple[Story, ...]:
    """Every document of the ledger with its newest claims and their relations, in order of document.

    A document in which nothing was found is a story without claims.
    """
    claims = ledger.claims(ClaimQuery()).claims
    relations = ledger.find_relations(tuple(claim.id for claim in claims))
    told, linked = _by_text(claims), _by_start(claims, relations)
    return tuple(
        Story(text, tuple(told.get(text.id, ())), tuple(linked.get(text.id, ()))) for text in ledger.texts()
    )


def _by_text(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.text].append(claim)
    return grouped


def _by_start(claims: Iterable[Claim], relations: Iterable[Relation]) -> Mapping[str, list[Relation]]:
    """The relations between these claims, by the text of the claim at which each begins."""
    text_of = {claim.id: claim.text for claim in claims}
    grouped: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.claim in text_of and relation.to in text_of:
            grouped[text_of[relation.claim]].append(relation)
    return grouped
