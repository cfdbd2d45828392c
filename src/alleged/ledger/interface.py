"""What a ledger is: a store to which readings are appended and from which claims are viewed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from alleged.model.claim import Claim
    from alleged.model.document import Input, Text
    from alleged.model.link import Relation
    from alleged.model.vocabulary import Kind, Stance


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


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims to view; every field narrows, None does not.

    Names match without regard to case: the whole name or whole words of it. `search` is full text over the
    words of quote, content and speaker.
    """

    speaker: str | None = None
    actor: str | None = None
    target: str | None = None
    stance: Stance | None = None
    kind: Kind | None = None
    search: str | None = None
    document: str | None = None
    """Id of a document, or the beginning of one."""
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The claims of a view, in order of document and place, and how many there are in all: "n of N"."""

    claims: tuple[Claim, ...]
    total: int


class Ledger(Protocol):
    """Append and view. Views show the newest reading of each document by each extractor."""

    def append(self, entry: Entry) -> None:
        """Store a document, its text, claims, relations and input in one transaction."""
        ...

    def note(self, attempt: Input) -> None:
        """Store an input that brought nothing new: unchanged, refused or failed."""
        ...

    def holds(self, text_id: str, extractor: str, extractor_version: str) -> bool:
        """Whether this text was already read by this version of this extractor."""
        ...

    def inputs(self) -> tuple[Input, ...]:
        """Every attempt to read something, oldest first."""
        ...

    def claims(self, query: ClaimQuery) -> Page:
        """The claims that `query` asks for."""
        ...

    def get_claim(self, claim_id: str) -> Claim:
        """The claim whose id is or begins with `claim_id`; raises LedgerError if none or several do."""
        ...

    def get_text(self, text_id: str) -> Text:
        """A stored text with its document; raises LedgerError if there is none."""
        ...

    def find_relations(self, claim_ids: tuple[str, ...]) -> tuple[Relation, ...]:
        """The relations that begin or end at one of these claims."""
        ...

    def close(self) -> None:
        """Release the file."""
        ...
