"""What people decided, about claims, documents and names: decisions are added, never changed or deleted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.model.ids import hash_fields
from alleged.model.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class About(StrEnum):
    """What sort of thing a decision is about."""

    NAME = "name"
    """Which entity a name stands for: (name, "authority:id"), and, if known, the version of its list."""
    ALIAS = "alias"
    """Whether two names of speakers are of one body: (name, name), in any order."""
    LINK = "link"
    """What one claim does to another: (claim id, claim id, relation type)."""
    INCIDENT = "incident"
    """Whether two claims are about one incident: (claim id, claim id), in any order."""
    CLAIM = "claim"
    """Whether a claim counts: (claim id,). What one field of it should be: (claim id, field, value ...)."""
    SAME = "same"
    """Whether two claims are one reading twice: (claim id that stays, claim id that leaves the views)."""
    CODE = "code"
    """What a cell of a codebook holds for the incident of a claim: (claim id, codebook, variable, value ...).

    Without a value the cell is empty on purpose.
    """
    DOCUMENT = "document"
    """Whether a document counts: (document id,). To reject it is to retract it."""
    PUBLISHER = "publisher"
    """Whether what a publisher put out counts, whenever it is read: (name,)."""
    VERSION = "version"
    """Whether a document is a changed version of another: (newer document id, older document id)."""
    ERASURE = "erasure"
    """What an erased name stood in: (document id ...). The name is gone, and nothing takes that back."""


class Verdict(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    """It is so."""
    REJECT = "reject"
    """It is not so."""
    WITHDRAW = "withdraw"
    """An earlier decision no longer counts, and what was before it holds again."""
    CORRECT = "correct"
    """A field of a claim should be something else than what was read."""


CLAIMS_NAMED = {About.LINK: 2, About.INCIDENT: 2, About.SAME: 2, About.CLAIM: 1, About.CODE: 1}
"""How many of the first parts of `what` are ids of claims, for decisions on claims."""

CELL = 3
"""How many of the first parts of `what` tell which cell of a codebook a decision is on."""

DOCUMENTS_NAMED = {About.DOCUMENT: 1, About.VERSION: 2}
"""How many of the first parts of `what` are ids of documents, for decisions on documents."""


@dataclass(frozen=True, slots=True)
class Matter:
    """The thing that a decision is about; `what` is as `About` says."""

    about: About
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decided, when (ISO 8601, UTC) and why, in that person's words."""

    who: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one person; `decide` and `withdraw` make them."""

    id: str
    """Hash of everything else: see `decision_id`."""
    about: About
    what: tuple[str, ...]
    """As `About` says; of a withdrawal what the decision was about that it withdraws."""
    verdict: Verdict
    who: str
    at: str
    """When it was decided, ISO 8601, UTC."""
    why: str
    supersedes: str | None = None
    """Id of the decision that a withdrawal withdraws, which may be a withdrawal itself."""

    @property
    def matter(self) -> Matter:
        """What it is about."""
        return Matter(self.about, self.what)


def decide(matter: Matter, verdict: Verdict, by: Signature) -> Decision:
    """The decision that this matter is so, or is not."""
    return _sign(Decision("", matter.about, matter.what, verdict, by.who, by.at, by.why))


def withdraw(earlier: Decision, by: Signature) -> Decision:
    """The decision that an earlier one no longer counts."""
    values = (earlier.about, earlier.what, Verdict.WITHDRAW, by.who, by.at, by.why)
    return _sign(Decision("", *values, supersedes=earlier.id))


def _sign(decision: Decision) -> Decision:
    values = (decision.about, decision.what, decision.verdict, decision.who, decision.at, decision.why)
    return Decision(decision_id(decision), *values, supersedes=decision.supersedes)


def decision_id(decision: Decision) -> str:
    """The id that a decision of these contents has."""
    signed = (decision.verdict, decision.who, decision.at, decision.why, decision.supersedes or "")
    return hash_fields("decision", decision.about, *signed, *decision.what)


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those of `decisions`, given oldest first, that are in force, in the same order.

    A decision is in force if no withdrawal in force names it and nobody decided on the same thing later.
    Decisions on different things do not touch each other, in whatever order they were made.
    """
    kept = _drop_withdrawn(tuple(decisions))
    last: dict[tuple[str, ...], Decision] = {}
    for decision in kept:
        last.update(dict.fromkeys(settles(decision), decision))
    return tuple(decision for decision in kept if all(last[thing] is decision for thing in settles(decision)))


def find_withdrawn(decisions: Iterable[Decision]) -> frozenset[str]:
    """Ids of those of `decisions`, given oldest first, that a withdrawal in force names."""
    withdrawn: set[str] = set()
    for decision in reversed(tuple(decisions)):
        if decision.verdict is Verdict.WITHDRAW and decision.supersedes and decision.id not in withdrawn:
            withdrawn.add(decision.supersedes)
    return frozenset(withdrawn)


def _drop_withdrawn(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """What people decided and nobody withdrew; withdrawals themselves decide nothing."""
    withdrawn = find_withdrawn(decisions)
    return tuple(d for d in decisions if d.verdict is not Verdict.WITHDRAW and d.id not in withdrawn)


def settles(decision: Decision) -> tuple[tuple[str, ...], ...]:
    """What a decision settles; of two that settle the same thing, the later one holds.

    To accept an entity for a name also settles which entry of that authority's list the name stands for,
    since it stands for one of them at most; to reject one says nothing of the others.
    """
    if decision.about is not About.NAME:
        return ((decision.about, *_thing(decision)),)
    name, entity = fold_name(decision.what[0]), decision.what[1]
    pair = (decision.about, name, entity)
    authority = entity.partition(":")[0]
    return (pair, (decision.about, name, authority, "one")) if decision.verdict is Verdict.ACCEPT else (pair,)


def _thing(decision: Decision) -> Sequence[str]:
    """What a decision settles that is not about a name."""
    if decision.about in (About.INCIDENT, About.SAME):
        return sorted(decision.what)
    if decision.about is About.ALIAS:
        return sorted(map(fold_name, decision.what))
    if decision.about is About.PUBLISHER:
        return [fold_name(decision.what[0])]
    if decision.about is About.CODE:
        return decision.what[:CELL]
    return decision.what[:2] if decision.verdict is Verdict.CORRECT else decision.what


def fold_name(name: str) -> str:
    """What is equal for spellings of one name: decisions on "APT31" and "Apt-31" are on the same name."""
    return name_key(name) or name
