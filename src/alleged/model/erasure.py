"""Erasing a name: what is asked for, and what it is found in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """The names to erase, and where."""

    names: tuple[str, ...]
    """Each in any spelling: case, accents and what divides its words make no difference."""
    documents: frozenset[str] | None = None
    """Ids of the documents to erase them from; None for the whole ledger."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What a name stands in: what erasing it touches, or has touched."""

    documents: tuple[str, ...] = ()
    """Ids of the documents whose bytes are destroyed."""
    all_documents: int = 0
    claims: int = 0
    """How many claims get a new id."""
    all_claims: int = 0
    notes: tuple[tuple[str, int], ...] = ()
    """What was noted beside what was read, as "decision", and how many of each quote it; none is 0."""
    spellings: tuple[tuple[str, int], ...] = ()
    """How the name is written, and how often."""
    related: tuple[tuple[str, int], ...] = ()
    """What stays and may stand for the same person: the surname on its own, other names with it."""

    @property
    def is_nothing(self) -> bool:
        """Whether the name stands nowhere."""
        return not (self.documents or self.claims or self.notes or self.spellings)
