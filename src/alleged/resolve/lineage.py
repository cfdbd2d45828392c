"""What is known of where documents have their words from: who depends on whom, and which share an origin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alleged.model.document import Extent


class Evidence(StrEnum):
    """What shows that a document depends on another."""

    NEAR_COPY = "near-copy"
    QUOTATION = "quotation"
    CITATION = "citation"


class Independence(StrEnum):
    """What can be said of two documents; that they are independent is never said."""

    ONE_ORIGIN = "one origin"
    PARTLY = "some of their words have one origin"
    NOT_ESTABLISHED = "independence not established"


@dataclass(frozen=True, slots=True)
class Dependence:
    """Document `document` depends on document `on`, which is taken to be the first: both are ids."""

    document: str
    on: str
    evidence: Evidence
    reason: str
    """One line a person can read."""
    whole: bool
    """Whether the document as such has the other's origin, and not only some of its words."""
    places: tuple[Extent, ...] = ()
    """The words of `document` that it holds for; empty where it holds for all."""
    places_there: tuple[Extent, ...] = ()
    """The words of `on` that it holds for; empty where it holds for all."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that go back to the first of them; one that puts several together has several origins."""

    documents: tuple[str, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flood:
    """A suspicion: many documents of unknown publishers say nearly the same within days and cite nothing."""

    documents: tuple[str, ...]
    publishers: int
    reason: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where documents have their words from, as far as it can be seen."""

    documents: tuple[str, ...]
    dependences: tuple[Dependence, ...]
    origins: tuple[Origin, ...]
    floods: tuple[Flood, ...] = ()

    def between(self, document: str, other: str) -> Independence:
        """What is known of two documents."""
        if any(document in origin.documents and other in origin.documents for origin in self.origins):
            return Independence.ONE_ORIGIN
        pair = {document, other}
        if any({found.document, found.on} == pair for found in self.dependences):
            return Independence.PARTLY
        return Independence.NOT_ESTABLISHED

    def suspects(self) -> frozenset[str]:
        """The documents of all suspected floods."""
        return frozenset(document for flood in self.floods for document in flood.documents)


@dataclass(frozen=True, slots=True)
class Count:
    """How many documents, and how many origins they have; `suspects` of the documents count for no origin."""

    documents: int
    origins: int
    suspects: int = 0

    def __str__(self) -> str:
        told = f"{_several(self.documents, 'document')}, {_several(self.origins, 'origin')}"
        flood = f", {self.suspects} suspected of a flood" if self.suspects else ""
        return told + flood + (f"; {Independence.NOT_ESTABLISHED}" if self.origins > 1 else "")


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
