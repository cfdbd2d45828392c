"""What one may want to look at first: the names that most claims speak of, the largest incidents."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.dossiers.overview import Overview
    from alleged.model.claim import Claim

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


def list_choices(overview: Overview) -> Choices:
    """The names and the incidents of a ledger that most claims are about."""
    names = _count_names(overview.claims.values())
    incidents = [Choice(incident.id, incident.label, len(incident.claims)) for incident in overview.incidents]
    incidents.sort(key=lambda choice: (-choice.claims, choice.of))
    return Choices(tuple(names[:NAMES]), len(names), tuple(incidents[:INCIDENTS]), len(incidents))


def _count_names(claims: Iterable[Claim]) -> list[Choice]:
    """Names of actors and targets, each in its most usual form; words without a capital are no names."""
    claimed: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        for mention in (*claim.actors, *claim.targets):
            if mention.name != mention.name.lower():
                claimed[name_key(mention.name)].add(claim.id)
                forms[name_key(mention.name)][mention.name] += 1
    usual = (
        (min(form, key=lambda name: (-form[name], name)), len(claimed[key])) for key, form in forms.items()
    )
    return [Choice(name, name, n) for name, n in sorted(usual, key=lambda one: (-one[1], one[0]))]
