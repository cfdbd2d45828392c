"""The claims that wait for a person's eyes: those of which the engine is least sure come first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.ledger.decided import Shown
from alleged.ledger.interface import ClaimQuery
from alleged.model.addition import find_adder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from alleged.ledger.decided import DecidedLedger
    from alleged.ledger.effects import Effects
    from alleged.ledger.interface import Ranked

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


def rank_claims(ledger: DecidedLedger, scope: Scope) -> tuple[Ranked, ...]:
    """The claims of that scope in the order of their review, which only corrections of names change.

    Those that the engine does not tell of come after those where it does, and what people added last.
    """
    everything = ledger.showing(Shown.ALL) if scope.of else ledger.stored
    found = {each.claim: each for query in _list_queries(scope) for each in everything.ranked(query)}
    return tuple(sorted(found.values(), key=_rank))


def view_queue(ranked: Iterable[Ranked], effects: Effects) -> Queue:
    """The queue of these, also with what somebody rejected: others may not have seen it yet."""
    hidden, doubles = effects.documents, effects.doubles
    return Queue(tuple(e.claim for e in ranked if e.document not in hidden and e.claim not in doubles))


def _list_queries(scope: Scope) -> Iterator[ClaimQuery]:
    document = scope.document or None
    if not scope.of:
        yield ClaimQuery(document=document)
        return
    yield ClaimQuery(document=document, actor=scope.of)
    yield ClaimQuery(document=document, target=scope.of)


def _rank(ranked: Ranked) -> tuple[bool, float]:
    return find_adder(ranked.extractor) is not None, SURE if ranked.confidence is None else ranked.confidence
