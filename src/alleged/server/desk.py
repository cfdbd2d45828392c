"""What a screen works with: the ledger as one person sees it, and views of it that are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from alleged.dossiers.overview import view_overview
from alleged.dossiers.parts import take_asked
from alleged.dossiers.privacy import Privacy, find_newest, view_privacy
from alleged.knowledge.keys import name_key
from alleged.knowledge.store import open_knowledge
from alleged.ledger import hide_secrets, open_ledger
from alleged.server.batches import Batches
from alleged.server.gate.nonces import Nonces
from alleged.server.memory import Memory
from alleged.server.saved import SavedSearches
from alleged.settings import searches_file

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from alleged.dossiers.overview import Overview
    from alleged.dossiers.parts import Part
    from alleged.ledger.decided import DecidedLedger
    from alleged.ledger.interface import Location
    from alleged.model.access import Right

Made = TypeVar("Made")


@dataclass(frozen=True)
class Desk:
    """A ledger, open for one person, and what was made of it so far."""

    location: Location
    ledger: DecidedLedger
    who: str | None
    searches: SavedSearches = field(default_factory=lambda: SavedSearches(searches_file()))
    batches: Batches = field(default_factory=Batches)
    """What is being read; the same for everybody."""
    nonces: Nonces = field(default_factory=Nonces)
    """For pages that this person hands over."""
    _memory: Memory = field(default_factory=Memory)
    _read_memory: Memory = field(default_factory=Memory)

    @classmethod
    def open(cls, location: Location, who: str | None, batches: Batches | None = None) -> Desk:
        """The ledger there as `who` may see it; raises LedgerError."""
        ledger = open_ledger(location, create=False, who=who)
        return cls(location, ledger, who, batches=batches or Batches())

    @property
    def name(self) -> str:
        """What the ledger is called, without passwords."""
        return hide_secrets(self.location)

    def may(self, right: Right) -> bool:
        """Whether this person's role allows it."""
        return self.ledger.access().may(right)

    def recall(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, kept under `key` until something is stored in the ledger."""
        return self._memory.recall(self.ledger.mark(), key, make)

    def recall_read(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The same for what decisions do not touch: kept until something is read."""
        mark = self.ledger.mark()
        state = mark[:-1] if self.ledger.access().sees_all else mark
        return self._read_memory.recall(state, key, make)

    def part(self, of: str = "") -> Part:
        """As much of the ledger as can be put side by side at once: what a name needs, or the newest."""
        return self.recall(("part", of), lambda: take_asked(self.ledger, of or None))

    def overview(self) -> Overview:
        """The newest documents put side by side, or all of them where they are not too many."""
        return self.recall("overview", lambda: view_overview(self.part().ledger))

    def privacy(self) -> Privacy:
        """Who of those accused is a private person."""
        corrected = self.ledger.effects().corrections.values()
        key = ("privacy", frozenset(decision.id for each in corrected for decision in each))
        return self.recall_read(key, lambda: view_privacy(self.ledger, open_knowledge))

    def private_keys(self) -> frozenset[str]:
        """The names of private persons, folded."""
        return self.recall("private keys", lambda: frozenset(map(name_key, self.privacy().private)))

    def newest(self) -> str:
        """When the ledger was written to last, ISO 8601, UTC; "" if it never was."""
        return self.recall("newest", lambda: find_newest(self.ledger))
