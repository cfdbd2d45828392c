"""What one may want to look at first: the actors that most claims name, the largest incidents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from alleged.ledger.interface import Facet
    from alleged.resolve.incidents import Incident

NAMES, INCIDENTS = 12, 6


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to ask for, what it is called, and how many claims there are of it."""

    of: str
    label: str
    claims: int


@dataclass(frozen=True, slots=True)
class Choices:
    """Names and incidents with most claims first; the totals tell how many there are."""

    names: tuple[Choice, ...]
    total_names: int
    incidents: tuple[Choice, ...]
    total_incidents: int


def choose_names(actors: Facet, private: Container[str]) -> list[Choice]:
    """Actors with names, those in most claims first.

    Words without a capital are no names. Nobody is led to private persons, whose keys are in `private`.
    """
    counts = [(name, n) for name, n in actors.counts if name != name.lower()]
    return [Choice(name, name, n) for name, n in counts if name_key(name) not in private]


def choose_incidents(incidents: Iterable[Incident]) -> list[Choice]:
    """Incidents, those with most claims first."""
    found = (Choice(incident.id, incident.label, len(incident.claims)) for incident in incidents)
    return sorted(found, key=lambda choice: (-choice.claims, choice.of))


def cut_choices(names: Sequence[Choice], incidents: Sequence[Choice]) -> Choices:
    """As many of them as are offered at once."""
    return Choices(tuple(names[:NAMES]), len(names), tuple(incidents[:INCIDENTS]), len(incidents))
