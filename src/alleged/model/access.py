"""Who may do what in a ledger that several people share, and which documents they may see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a member is in a shared ledger; each may do what those before it may."""

    VIEWER = "viewer"
    """Views what is cleared for them."""
    CODER = "coder"
    """Also adds documents, and decides on claims, names and links."""
    EDITOR = "editor"
    """Also withdraws what others decided, retracts documents and publishers, and marks documents."""
    ADMIN = "admin"
    """Also says who the members are."""


class Right(StrEnum):
    """What a member may do or not."""

    VIEW = "view the ledger"
    APPEND = "add documents"
    DECIDE = "decide"
    EDIT = "withdraw what others decided, retract or mark"
    MANAGE = "say who the members are"


_LEAST = {
    Right.VIEW: Role.VIEWER,
    Right.APPEND: Role.CODER,
    Right.DECIDE: Role.CODER,
    Right.EDIT: Role.EDITOR,
    Right.MANAGE: Role.ADMIN,
}
_RANKS = {role: rank for rank, role in enumerate(Role)}

EVERYTHING = "*"
"""The clearance for every marking."""

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The Traffic Light Protocol, version 2: who is cleared for one of these is cleared for those before it."""

FOR_ALL = TLP[0]
"""The marking that every member may see, as they may what is not marked."""

LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Access:
    """Who uses a ledger, as what, and for which markings that person is cleared."""

    who: str | None
    role: Role
    clearances: frozenset[str]
    shared: bool = True
    """Whether the ledger has members; one that has none belongs to whoever opens it."""

    @property
    def sees_all(self) -> bool:
        """Whether nothing of the ledger is hidden from this person."""
        return not self.shared or (self.role is Role.ADMIN and EVERYTHING in self.clearances)

    def may(self, right: Right) -> bool:
        """Whether this person's role allows it."""
        return _RANKS[self.role] >= _RANKS[_LEAST[right]]

    def is_cleared_for(self, label: str) -> bool:
        """Whether this person may see documents that are marked so."""
        return EVERYTHING in self.clearances or label in self.clearances


OWNER = Access(None, Role.ADMIN, frozenset({EVERYTHING}), shared=False)
"""The access to a ledger without members."""


@dataclass(frozen=True, slots=True)
class Member:
    """That somebody is a member from then on, as what and cleared for what; the latest word holds."""

    who: str
    role: Role | None
    """None for somebody who is a member no longer."""
    clearances: frozenset[str]
    by: str
    """Who says so."""
    at: str
    """When, ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class Marking:
    """That a document is marked from then on; the latest word on a document holds."""

    document: str
    """Its id."""
    label: str
    by: str
    at: str
    why: str


def read_label(written: str) -> str:
    """A marking as it is kept: levels of the TLP in capitals, other labels as they are; raises ValueError."""
    label = " ".join(written.split())
    if label.upper().startswith("TLP:"):
        label = label.upper()
        if label not in TLP:
            raise ValueError(f"{written!r} is no level of the TLP: {', '.join(TLP)}")
    if not label or len(label) > LONGEST_LABEL or not label.isprintable() or label == EVERYTHING:
        raise ValueError(f"{written!r} is no marking: write a short label, or {', '.join(TLP)}")
    return label


def clear_for(labels: frozenset[str]) -> frozenset[str]:
    """The labels for which somebody is cleared who was cleared for these: lower levels of the TLP, too."""
    if EVERYTHING in labels:
        return frozenset({EVERYTHING})
    highest = max((TLP.index(label) for label in labels if label in TLP), default=0)
    return labels | frozenset(TLP[: highest + 1])
