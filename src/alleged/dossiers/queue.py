"""The claims that wait for a person's eyes: those of which the engine is least sure come first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.ledger.decided import Shown
from alleged.ledger.interface import ClaimQuery
from alleged.model.addition import find_adder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from alleged.ledger.decided import DecidedLedger
    from alleged.model.claim import Claim

SURE = 1.0


@dataclass(frozen=True, slots=True)
class Scope:
    """Which claims are reviewed: of a document, of an actor or target, or all."""

    document: str = ""
    """An id, or how it begins."""
    of: str = ""
    """A name."""


@dataclass(frozen=True, slots=True)
class Queue:
    """Claims in the order in which they are reviewed, whoever decided on them."""

    claims: tuple[str, ...]

    def count(self, decided: Collection[str]) -> int:
        """How many of them are decided."""
        return sum(claim in decided for claim in self.claims)

    def find_next(self, decided: Collection[str], after: str = "") -> str | None:
        """The first that is open after this one, or, behind the last, the first that was passed over."""
        begin = self.claims.index(after) + 1 if after in self.claims else 0
        around = (*self.claims[begin:], *self.claims[:begin])
        return next((claim for claim in around if claim not in decided and claim != after), None) or next(
            (claim for claim in around if claim not in decided), None
        )


def view_queue(ledger: DecidedLedger, scope: Scope) -> Queue:
    """The claims of that scope, also those that somebody rejected: others may not have seen them yet."""
    found = {claim.id: claim for query in _list_queries(scope) for claim in _find_claims(ledger, query)}
    return Queue(tuple(sorted(found, key=lambda claim: _rank(found[claim]))))


def _list_queries(scope: Scope) -> Iterator[ClaimQuery]:
    document = scope.document or None
    if not scope.of:
        yield ClaimQuery(document=document)
        return
    yield ClaimQuery(document=document, actor=scope.of)
    yield ClaimQuery(document=document, target=scope.of)


def _find_claims(ledger: DecidedLedger, query: ClaimQuery) -> Iterator[Claim]:
    yield from ledger.claims(query).claims
    yield from ledger.showing(Shown.REJECTED).claims(query).claims


def _rank(claim: Claim) -> tuple[bool, float]:
    """By doubt; where the engine does not tell, after those where it does, and what people added last."""
    added = find_adder(claim.extractor) is not None
    return added, SURE if claim.confidence is None else claim.confidence
