"""A ledger in a SQL database: the same for every kind, but for how it is opened and how steps begin."""

from __future__ import annotations

from contextlib import contextmanager
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Self

from alleged.errors import LedgerError
from alleged.ledger import erasing, membership, querying, viewing, writing
from alleged.ledger.access import (
    check_decider,
    check_marking,
    check_new,
    check_new_marking,
    check_signer,
    find_access,
    hide,
    require,
    require_all,
    veil,
)
from alleged.ledger.auditing import audit
from alleged.ledger.chain import close_journal, find_events, find_head, open_journal
from alleged.ledger.checks import check_change, check_decision, check_entry, check_unseen, check_wanted
from alleged.ledger.effects import Effects
from alleged.ledger.facets import find_facets
from alleged.ledger.faults import told_of
from alleged.ledger.interface import Aspect
from alleged.ledger.transactions import transaction
from alleged.ledger.until import EVERYTHING, find_mark, find_until, hide_mark
from alleged.model.access import Right
from alleged.model.audit import EventKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import Connection, Engine

    from alleged.ledger.interface import ClaimQuery, Entry, Facet, Held, Location, Page, Ranked, Tally
    from alleged.model.access import Access, Marking, Member
    from alleged.model.audit import Audit, Event, Head
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision, Signature
    from alleged.model.document import Document, Input, Text
    from alleged.model.erasure import Traces, Wanted
    from alleged.model.link import Relation


class DatabaseLedger:
    """A ledger in a SQL database, as the `Ledger` protocol says; its subclasses open it.

    `place` is what people are told where something is wrong with it: a file, or an address without password.
    """

    READ: ClassVar[str]
    """How a transaction begins that sees one state of the ledger throughout, and writes nothing."""
    WRITE: ClassVar[str]
    """How a transaction begins that takes its turn at writing at once, so that it never fails half way."""

    def __init__(self, place: Location, engine: Engine, who: str | None = None) -> None:
        self.place = place
        self._engine = engine
        self._until = EVERYTHING
        self._who = who
        self._veiled: Engine | None = None

    def append(self, entry: Entry) -> None:
        """Store a document, its text, claims, relations and input in one transaction, or nothing at all."""
        check_entry(entry)
        with self._writing(EventKind.APPENDED, Right.APPEND) as (connection, access):
            with self._checking(connection, access) as seen:
                check_new(connection, seen, entry)
                check_new_marking(access, seen, entry)
            writing.store_entry(connection, entry)
            if entry.marking is not None:
                membership.store_marking(connection, entry.marking)

    def note(self, attempt: Input) -> None:
        """Store an input that brought nothing new."""
        with self._writing(EventKind.NOTED, Right.APPEND) as (connection, _):
            writing.store_input(connection, attempt)

    def holds(self, text_id: str, extractor: str, extractor_version: str) -> bool:
        """Whether this text was already read by this version of this extractor."""
        with self._reading() as connection:
            return viewing.holds(connection, (text_id, extractor, extractor_version), self._until)

    def inputs(self, documents: Collection[str] | None = None) -> tuple[Input, ...]:
        """Every attempt to read something, or those that brought some documents, oldest first."""
        with self._reading() as connection:
            return viewing.find_inputs(connection, documents, self._until)

    def claims(self, query: ClaimQuery) -> Page:
        """The claims that `query` asks for."""
        with self._reading() as connection:
            return querying.find_claims(connection, query, self._until)

    def tallies(self, query: ClaimQuery) -> tuple[Tally, ...]:
        """Where the claims that `query` asks for stand."""
        with self._reading() as connection:
            return querying.find_tallies(querying.select_claims(connection, query, self._until))

    def ranked(self, query: ClaimQuery) -> tuple[Ranked, ...]:
        """The claims that `query` asks for, the least sure first."""
        with self._reading() as connection:
            return querying.find_ranked(querying.select_claims(connection, query, self._until))

    def facets(self, query: ClaimQuery, aspects: Iterable[Aspect] = tuple(Aspect)) -> Mapping[Aspect, Facet]:
        """The claims that `query` asks for, counted by these aspects."""
        with self._reading() as connection:
            return find_facets(connection, (query, aspects), self._until)

    def names(self) -> frozenset[str]:
        """Every name in claims of any reading."""
        with self._reading() as connection:
            return querying.find_names(connection, self._until)

    def get_claim(self, claim_id: str) -> Claim:
        """The claim whose id is or begins with `claim_id`; raises LedgerError if none or several do."""
        with self._reading() as connection:
            return viewing.get_claim(connection, claim_id, self._until)

    def get_text(self, text_id: str) -> Text:
        """A stored text with its document; raises LedgerError if there is none."""
        with self._reading() as connection:
            return viewing.get_text(connection, text_id, self._until)

    def texts(self, documents: Collection[str] | None = None) -> tuple[Text, ...]:
        """The text of every document, or of some, that was read last."""
        with self._reading() as connection:
            return viewing.find_texts(connection, documents, self._until)

    def documents(self, documents: Collection[str] | None = None) -> tuple[Document, ...]:
        """Every document, or some, with what its text that was read last says of it."""
        with self._reading() as connection:
            return viewing.find_documents(connection, documents, self._until)

    def versions(self) -> tuple[Document, ...]:
        """Those of them that say that they are a changed version of another document."""
        with self._reading() as connection:
            return viewing.find_versions(connection, self._until)

    def readings(self, document_id: str) -> tuple[Held, ...]:
        """How a document was read, oldest first."""
        with self._reading() as connection:
            return viewing.find_readings(connection, document_id, self._until)

    def get_data(self, document_id: str) -> bytes:
        """The archived bytes of a document; raises LedgerError if there are none."""
        with self._reading() as connection:
            return viewing.get_data(connection, document_id, self._until)

    def find_relations(self, claim_ids: tuple[str, ...]) -> tuple[Relation, ...]:
        """The relations that begin or end at one of these claims."""
        with self._reading() as connection:
            return viewing.find_relations(connection, claim_ids, self._until)

    def decide(self, decision: Decision, seen: Collection[str] | None = None) -> None:
        """Store a decision; raises LedgerError where it does not fit what the ledger holds."""
        with self._writing(EventKind.DECIDED, Right.DECIDE) as (connection, access):
            with self._checking(connection, access) as visible:
                held = viewing.find_decisions(visible)
                check_unseen(decision, held, seen)
                check_decision(decision, held)
                check_decider(access, decision, held)
                writing.check_known(visible, decision)
                check_change(decision, held, partial(viewing.get_claim, visible))
            writing.store_decision(connection, decision)

    def is_erased(self, document_id: str) -> bool:
        """Whether the bytes of a document were destroyed: it is not read again."""
        with self._reading() as connection:
            return viewing.is_erased(connection, document_id)

    def find_traces(self, wanted: Wanted) -> Traces:
        """What erasing these names would touch."""
        check_wanted(wanted)
        with self._auditing() as connection:
            return erasing.find_traces(connection, wanted)

    def erase(self, wanted: Wanted, by: Signature) -> Traces:
        """Erase names from every row, and destroy the bytes of the documents in which they stand."""
        check_wanted(wanted, by)
        with self._writing(EventKind.ERASED) as (connection, access):
            require_all(access)
            check_signer(access, by.who)
            self._prepare_to_erase(connection)
            traces = erasing.erase(connection, wanted, by)
        with told_of(self.place):
            self._clean()
        return traces

    def _prepare_to_erase(self, connection: Connection) -> None:
        """Let nothing of what is overwritten stay behind, as far as this kind of database can be told so."""

    def _clean(self) -> None:
        """Write the database anew without what its rows no longer hold."""
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM FULL")

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, also those no longer in force, oldest first."""
        with self._reading() as connection:
            return viewing.find_decisions(connection, self._until)

    def as_of(self, time: datetime) -> Self:
        """What the ledger held at that instant; closing one closes both."""
        with self._reading() as connection:
            until = find_until(connection, time)
        then = copy(self)
        then._until = until.within(self._until)
        return then

    def mark(self) -> tuple[int, ...]:
        """Differs after anything was stored, also what whoever asks may not see."""
        with told_of(self.place), transaction(self._engine, self.READ) as connection:
            mark = find_mark(connection)
            return mark if find_access(connection, self._who).sees_all else hide_mark(mark)

    def effects(self) -> Effects:
        """None: what is stored is shown as it is; `DecidedLedger` heeds decisions."""
        return Effects()

    def events(self) -> tuple[Event, ...]:
        """Every event of the chain, oldest first."""
        with self._auditing() as connection:
            return tuple(find_events(connection))

    def head(self) -> Head:
        """What stands for everything in the ledger now."""
        with self._auditing() as connection:
            return find_head(connection)

    def audit(self, head: Head | None = None) -> Audit:
        """Every row, index and event that is not as it was stored, also against a head taken earlier."""
        with self._auditing() as connection:
            return audit(connection, head)

    def access(self) -> Access:
        """As what, and cleared for what, this ledger is open."""
        with told_of(self.place), transaction(self._engine, self.READ) as connection:
            return find_access(connection, self._who)

    def members(self) -> tuple[Member, ...]:
        """Who shares the ledger now."""
        with self._reading() as connection:
            return membership.find_members(connection)

    def set_member(self, member: Member) -> None:
        """Store what somebody is from now on, or that somebody is a member no longer."""
        with self._writing(EventKind.SHARED, Right.MANAGE) as (connection, access):
            check_signer(access, member.by)
            membership.store_member(connection, member)

    def markings(self) -> tuple[Marking, ...]:
        """How documents are marked now."""
        with self._reading() as connection:
            return membership.find_markings(connection)

    def set_marking(self, marking: Marking) -> None:
        """Store for whose eyes a document is from now on."""
        with self._writing(EventKind.MARKED, Right.EDIT) as (connection, access):
            with self._checking(connection, access) as seen:
                membership.check_document(seen, marking.document)
            check_marking(access, marking)
            membership.store_marking(connection, marking)

    def close(self) -> None:
        """Release the database."""
        self._engine.dispose()
        if self._veiled is not None:
            self._veiled.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A view of what may be seen: of everything, or through veils where that is not all."""
        with told_of(self.place):
            with transaction(self._engine, self.READ) as connection:
                if find_access(connection, self._who).sees_all:
                    yield connection
                    return
            with self._veiling() as veiled:
                yield veiled

    @contextmanager
    def _auditing(self) -> Iterator[Connection]:
        """A view of every row, which is not for everybody."""
        with told_of(self.place), transaction(self._engine, self.READ) as connection:
            require_all(find_access(connection, self._who))
            yield connection

    @contextmanager
    def _writing(self, kind: EventKind, right: Right = Right.MANAGE) -> Iterator[tuple[Connection, Access]]:
        """A transaction that ends with an event of that kind, for whoever has that right; as what is told."""
        if self._until != EVERYTHING:
            raise LedgerError(f"{self.place} as of an earlier time may only be viewed; open it as it is now")
        with told_of(self.place), transaction(self._engine, self.WRITE) as connection:
            access = find_access(connection, self._who)
            require(access, right)
            open_journal(connection)
            yield connection, access
            close_journal(connection, kind)

    @contextmanager
    def _checking(self, writing_now: Connection, access: Access) -> Iterator[Connection]:
        """What may be seen while `writing_now` has its turn and has written nothing: nobody else writes."""
        if access.sees_all:
            yield writing_now
            return
        with self._veiling() as veiled:
            yield veiled

    @contextmanager
    def _veiling(self) -> Iterator[Connection]:
        """A view on which the names of tables stand for what this member may see of them."""
        who = self._who or ""
        if self._veiled is None:
            self._veiled = veil(self._engine, who)
        with transaction(self._veiled, self.READ) as veiled:
            hide(veiled, who)
            yield veiled
