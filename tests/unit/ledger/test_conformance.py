"""The check of ledgers must fail for a ledger that breaks a promise."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from alleged.errors import LedgerError
from alleged.ledger import writing
from alleged.ledger.conformance import check_ledger
from alleged.ledger.interface import AlreadyHeldError, Aspect, ClaimQuery, Facet, Page
from alleged.ledger.sqlite import SqliteLedger
from alleged.model.audit import Audit, EventKind, Head
from alleged.model.decision import standing
from alleged.model.vocabulary import Realis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from alleged.ledger.interface import Entry, Tally
    from alleged.model.audit import Event
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.model.document import Input, Text
    from alleged.model.link import Relation


class Forgetful(SqliteLedger):
    def claims(self, query: ClaimQuery) -> Page:
        page = super().claims(query)
        return Page(tuple(replace(claim, hedges=()) for claim in page.claims), page.total)


class Presuming(SqliteLedger):
    def claims(self, query: ClaimQuery) -> Page:
        page = super().claims(query)
        told = tuple(replace(claim, realis=claim.realis or Realis.ACTUAL) for claim in page.claims)
        return Page(told, page.total)


class Uncounting(SqliteLedger):
    def claims(self, query: ClaimQuery) -> Page:
        page = super().claims(query)
        return Page(page.claims, len(page.claims))


class Deaf(SqliteLedger):
    def claims(self, query: ClaimQuery) -> Page:
        return super().claims(replace(query, target=None))


class Sensitive(SqliteLedger):
    def claims(self, query: ClaimQuery) -> Page:
        if query.search and not query.search.isprintable():
            raise LedgerError("malformed MATCH expression")
        return super().claims(query)


class Guessing(SqliteLedger):
    def get_claim(self, claim_id: str) -> Claim:
        return super().get_claim(claim_id[:12])


class Silent(SqliteLedger):
    def append(self, entry: Entry) -> None:
        try:
            super().append(entry)
        except AlreadyHeldError:
            return


class Lenient(SqliteLedger):
    def append(self, entry: Entry) -> None:
        counted = replace(entry.input, claims=len(entry.claims))
        super().append(replace(entry, input=counted))


class Trusting(SqliteLedger):
    def holds(self, text_id: str, extractor: str, extractor_version: str) -> bool:
        return super().holds(text_id, extractor, extractor_version.replace("2", "1"))


class OneSided(SqliteLedger):
    def find_relations(self, claim_ids: tuple[str, ...]) -> tuple[Relation, ...]:
        return tuple(found for found in super().find_relations(claim_ids) if found.claim in claim_ids)


class Tidy(SqliteLedger):
    def get_text(self, text_id: str) -> Text:
        return replace(super().get_text(text_id), boilerplate=())


class Backwards(SqliteLedger):
    def inputs(self, documents: Collection[str] | None = None) -> tuple[Input, ...]:
        return super().inputs(documents)[::-1]


class Hoarding(SqliteLedger):
    def texts(self, documents: Collection[str] | None = None) -> tuple[Text, ...]:
        return tuple(self.get_text(attempt.text) for attempt in self.inputs(documents) if attempt.text)


class Generous(SqliteLedger):
    def texts(self, documents: Collection[str] | None = None) -> tuple[Text, ...]:
        del documents
        return super().texts()


class Rewinding(SqliteLedger):
    def claims(self, query: ClaimQuery) -> Page:
        return super().claims(replace(query, start=0))


class Partial(SqliteLedger):
    def facets(self, query: ClaimQuery, aspects: Iterable[Aspect] = tuple(Aspect)) -> Mapping[Aspect, Facet]:
        counted = super().facets(query, aspects)
        return {aspect: Facet(facet.counts[:1]) for aspect, facet in counted.items()}


class Unweighed(SqliteLedger):
    def tallies(self, query: ClaimQuery) -> tuple[Tally, ...]:
        return tuple(replace(tally, claims=1) for tally in super().tallies(query))


class Credulous(SqliteLedger):
    def decide(self, decision: Decision, seen: Collection[str] | None = None) -> None:
        del seen
        with self._writing(EventKind.DECIDED) as (connection, _):
            writing.store_decision(connection, decision)


class Overwriting(SqliteLedger):
    def decide(self, decision: Decision, seen: Collection[str] | None = None) -> None:
        del seen
        super().decide(decision)


class Resolved(SqliteLedger):
    def decisions(self) -> tuple[Decision, ...]:
        return standing(super().decisions())


class Hushing(SqliteLedger):
    def audit(self, head: Head | None = None) -> Audit:
        return replace(super().audit(head), damages=())


class Unlinked(SqliteLedger):
    def events(self) -> tuple[Event, ...]:
        return tuple(replace(event, chain=bytes(32)) for event in super().events())


BROKEN = [
    Forgetful,
    Presuming,
    Uncounting,
    Deaf,
    Sensitive,
    Guessing,
    Silent,
    Lenient,
    Trusting,
    OneSided,
    Tidy,
    Backwards,
    Hoarding,
    Generous,
    Rewinding,
    Partial,
    Unweighed,
    Credulous,
    Overwriting,
    Resolved,
    Hushing,
    Unlinked,
]


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_promise_is_found(kind: type[SqliteLedger], tmp_path: Path) -> None:
    with pytest.raises((AssertionError, LedgerError)):
        check_ledger(lambda name: kind.open(tmp_path / name, create=True))


def test_a_ledger_that_is_not_empty_at_first_is_found(tmp_path: Path) -> None:
    one_for_all = partial(SqliteLedger.open, tmp_path / "ledger", create=True)
    with pytest.raises(AssertionError, match="a ledger "):
        check_ledger(lambda _name: one_for_all())
