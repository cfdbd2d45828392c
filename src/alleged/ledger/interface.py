"""What a ledger is: a store to which readings are appended and from which claims are viewed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from alleged.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from alleged.ledger.effects import Effects
    from alleged.model.access import Access, Marking, Member
    from alleged.model.audit import Audit, Event, Head
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision, Signature
    from alleged.model.document import Document, Input, Text
    from alleged.model.erasure import Traces, Wanted
    from alleged.model.link import Relation
    from alleged.model.vocabulary import Act, Kind, Stance


Location: TypeAlias = Path | str
"""Where a ledger is: a file, or the address of a database ("postgresql://host/name")."""


class AlreadyHeldError(LedgerError):
    """The ledger already holds this text as read by this version of this extractor: nothing was stored.

    Ask `holds` first; this is for the race that is left, when another process was quicker.
    """


class ForbiddenError(LedgerError):
    """Somebody is no member of a shared ledger, or may not do that in it."""


class AmbiguousError(LedgerError):
    """Several things have an id, or a name, like the one that was asked for; the message lists them."""


class ConflictError(LedgerError):
    """Somebody else decided on the same thing since one looked; nothing was stored. `others` tells what."""

    def __init__(self, others: tuple[Decision, ...]) -> None:
        told = "; ".join(
            f"{other.who} decided {other.id[:8]} ({other.verdict}) at {other.at}, because: {other.why}"
            for other in others
        )
        super().__init__(f"somebody decided on this since you looked: {told}; look again, then decide")
        self.others = others


@dataclass(frozen=True, slots=True)
class Entry:
    """One document's worth of ledger: appended whole or not at all."""

    input: Input
    data: bytes
    """The archived bytes of the document."""
    text: Text
    extractor: str
    extractor_version: str
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    marking: Marking | None = None
    """For whose eyes the document is from the beginning; None for everybody's."""


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims to view; every field narrows, None does not.

    Names match without regard to case: the whole name or whole words of it ("huawei" finds "Huawei
    Technologies", "NSA" does not find "NSAX", "US" finds "U.S."). `search` is full text over quote, content,
    speaker and the document's title: every word of it must occur, signs and scripts that do not divide words
    are sought letter by letter, and no string is an error. An empty name or search matches nothing.
    """

    speaker: str | None = None
    actor: str | None = None
    target: str | None = None
    stance: Stance | None = None
    kind: Kind | None = None
    act: Act | None = None
    search: str | None = None
    document: str | None = None
    """Id of a document, or the beginning of one."""
    limit: int | None = None
    """The most claims to return, 0 or more; None for all of them."""
    start: int = 0
    """How many of the claims are passed over first."""
    only: frozenset[str] | None = None
    """Ids of the claims, and of the documents of claims, that may be returned; None for any."""
    without: frozenset[str] = frozenset()
    """Ids of claims, and of documents of claims, that are left out and not counted."""
    within: frozenset[str] | None = None
    """Ids of the documents of which claims may be returned; None for any."""
    names: frozenset[str] | None = None
    """Names, to the letter, of which a claim bears one: as speaker, as actor or as target; None for any."""
    every_reading: bool = False
    """Whether claims of older readings of a document are returned, too."""
    also: frozenset[str] = frozenset()
    """Ids of claims that match whatever their names and codes are; the rest still holds for them."""


@dataclass(frozen=True, slots=True)
class Page:
    """The claims of a view, in order of document and place, and how many there are in all: "n of N"."""

    claims: tuple[Claim, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the claims asked for stand in one text; a document has one text that was read last."""

    document: str
    text: str
    publisher: str | None
    published: str | None
    """EDTF."""
    claims: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim among others by how sure its extractor is of it; None if that does not tell."""

    claim: str
    document: str
    extractor: str
    confidence: float | None


class Aspect(StrEnum):
    """What claims can be counted by."""

    STANCE = "stance"
    KIND = "kind"
    ACT = "act"
    SPEAKER = "speaker"
    ACTOR = "actor"
    TARGET = "target"
    PUBLISHER = "publisher"
    YEAR = "year"
    """In which their documents were published."""


@dataclass(frozen=True, slots=True)
class Facet:
    """How many claims have each value, the most frequent value first.

    A claim of two actors counts for both, and one whose speaker has no name for none.
    """

    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """One reading that a ledger holds: a text of a document, read by one version of one extractor."""

    document: str
    text: str
    reader: str
    reader_version: str
    extractor: str
    extractor_version: str
    at: str
    """When it was stored, ISO 8601, UTC."""
    claims: int
    """How many claims it brought."""


class Ledger(Protocol):
    """Append and view.

    `claims` shows, of each document, the text that was read last and, for that text, the version of each
    extractor that read it last. Older texts and claims stay, and `get_claim`, `get_text` and
    `find_relations` find them.
    """

    def append(self, entry: Entry) -> None:
        """Store a document, its text, claims, relations and input in one transaction, or nothing at all.

        Raises AnchorError where the words of a span do not stand in the text, AlreadyHeldError where
        another process stored the same reading first, LedgerError for anything else that does not fit.
        """
        ...

    def note(self, attempt: Input) -> None:
        """Store an input that brought nothing new: unchanged, refused or failed."""
        ...

    def holds(self, text_id: str, extractor: str, extractor_version: str) -> bool:
        """Whether this text was already read by this version of this extractor."""
        ...

    def inputs(self, documents: Collection[str] | None = None) -> tuple[Input, ...]:
        """Every attempt to read something, oldest first; or those that brought documents of these ids."""
        ...

    def claims(self, query: ClaimQuery) -> Page:
        """The claims that `query` asks for."""
        ...

    def tallies(self, query: ClaimQuery) -> tuple[Tally, ...]:
        """Where all the claims that `query` asks for stand, in order of document; its limit plays no part."""
        ...

    def ranked(self, query: ClaimQuery) -> tuple[Ranked, ...]:
        """All the claims that `query` asks for, the least sure first; its limit plays no part.

        Those of which nothing is told come last, those that are equally sure in order of document and place.
        """
        ...

    def facets(self, query: ClaimQuery, aspects: Iterable[Aspect] = tuple(Aspect)) -> Mapping[Aspect, Facet]:
        """All the claims that `query` asks for, counted by these aspects; its limit plays no part."""
        ...

    def names(self) -> frozenset[str]:
        """Every name in claims of any reading: of speakers, for whom they speak, of actors and targets."""
        ...

    def get_claim(self, claim_id: str) -> Claim:
        """The claim whose id is or begins with `claim_id`, of any reading, also an older one.

        Raises LedgerError if none does or fewer than four characters are given, AmbiguousError if several do.
        """
        ...

    def get_text(self, text_id: str) -> Text:
        """A stored text with its document; raises LedgerError if there is none."""
        ...

    def texts(self, documents: Collection[str] | None = None) -> tuple[Text, ...]:
        """The text of every document, or of those of these ids, that was read last.

        They stand in the order in which the documents were first read.
        """
        ...

    def documents(self, documents: Collection[str] | None = None) -> tuple[Document, ...]:
        """The same without the words: each document with what its text that was read last says of it."""
        ...

    def versions(self) -> tuple[Document, ...]:
        """Those of them that say that they are a changed version of another document."""
        ...

    def readings(self, document_id: str) -> tuple[Held, ...]:
        """How a document was read, oldest first: empty for a document that the ledger does not have."""
        ...

    def get_data(self, document_id: str) -> bytes:
        """The archived bytes of a document; raises LedgerError if there are none."""
        ...

    def find_relations(self, claim_ids: tuple[str, ...]) -> tuple[Relation, ...]:
        """The relations that begin or end at one of these claims."""
        ...

    def decide(self, decision: Decision, seen: Collection[str] | None = None) -> None:
        """Store a decision.

        `seen` are the ids of the decisions that whoever decides has seen: raises ConflictError, which tells
        them, if there are others on the same thing. Without it nobody is asked.

        Raises LedgerError where it does not say what, who or why, where a claim is not in the ledger, and
        where it withdraws what the ledger does not have or what is withdrawn already.
        """
        ...

    def is_erased(self, document_id: str) -> bool:
        """Whether the bytes of a document were destroyed: it is not read again."""
        ...

    def find_traces(self, wanted: Wanted) -> Traces:
        """What erasing these names would touch."""
        ...

    def erase(self, wanted: Wanted, by: Signature) -> Traces:
        """Erase names from every row, and destroy the bytes of the documents in which they stand.

        Nothing takes that back. What is left is a decision that says who did it, when and why, and which
        documents it was. Raises LedgerError where that would hold the name itself, and where somebody else
        uses the ledger, so that its file keeps a copy: then do it again.
        """
        ...

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, also those no longer in force, oldest first."""
        ...

    def events(self) -> tuple[Event, ...]:
        """Every write transaction since the ledger was made, oldest first, in a hash chain."""
        ...

    def head(self) -> Head:
        """Stands for everything in the ledger now: kept elsewhere, it shows later that nothing is gone."""
        ...

    def audit(self, head: Head | None = None) -> Audit:
        """Look at every row, index and event, and name those that are not as they were stored.

        That the last events are gone, with all that they stored, shows only against a `head` taken earlier.
        """
        ...

    def as_of(self, time: datetime) -> Ledger:
        """What the ledger held at that instant, by its own clock: stored then or earlier, and nothing else.

        It may only be viewed. Its clock never goes back: what was stored after a later row counts as later.
        """
        ...

    def mark(self) -> tuple[int, ...]:
        """Differs after anything was stored.

        For who sees everything, its last part alone differs after a decision.
        """
        ...

    def effects(self) -> Effects:
        """What decisions leave out of the views and correct in them; nothing in a ledger as it is stored."""
        ...

    def access(self) -> Access:
        """As what, and cleared for what, this ledger is open; raises LedgerError for who is no member."""
        ...

    def members(self) -> tuple[Member, ...]:
        """Who shares the ledger now, empty if nobody does; only an admin sees more than themselves."""
        ...

    def set_member(self, member: Member) -> None:
        """Store what somebody is from now on; the first member is an admin, and one always remains."""
        ...

    def markings(self) -> tuple[Marking, ...]:
        """How documents are marked now, in the order in which they were marked."""
        ...

    def set_marking(self, marking: Marking) -> None:
        """Store for whose eyes a document is from now on; raises LedgerError if there is no such document."""
        ...

    def close(self) -> None:
        """Release the file or the database."""
        ...


class LedgerKind(Protocol):
    """A kind of ledger, as it is registered: it opens ledgers."""

    def open(self, location: Location, *, create: bool, who: str | None = None) -> Ledger:
        """The ledger at `location` as `who` may use it, made there first if there is none and `create`.

        Raises LedgerError where it cannot be opened.
        """
        ...
