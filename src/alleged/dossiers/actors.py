"""An actor as it is viewed: a name, what is joined to it, the claims, and what they go back to."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.claims import complete_list
from alleged.dossiers.denials import find_latest_denials
from alleged.dossiers.joining import (
    NameDecisions,
    choose_lists,
    join_by_authorities,
    join_by_decisions,
    list_further_names,
)
from alleged.dossiers.origins import view_lineage
from alleged.dossiers.subject import view_joined
from alleged.resolve.origins import count_claim_origins

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from alleged.dossiers.claims import ClaimList
    from alleged.dossiers.joining import Joining, Lists
    from alleged.dossiers.subject import Answer, Subject
    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.entity import Entity
    from alleged.resolve.lineage import Count, Lineage


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a person may want to look up together with the name, and nobody has chosen yet."""

    names: tuple[str, ...] = ()
    """Further names that authorities list."""
    entities: tuple[Entity, ...] = ()
    """For whom they list them."""

    def find_authority(self) -> str | None:
        """The authority with most further names among those that give the name to one entity only."""
        single = [e for e in self.entities if sum(e.authority == o.authority for o in self.entities) == 1]
        telling = [entity for entity in single if list_further_names((entity,), ())[1:]]
        return max(telling, key=lambda entity: len(entity.aliases)).authority if telling else None


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a name and of those joined to it, with where each claim stands."""

    subject: Subject
    listing: ClaimList
    suggestion: Suggestion

    @property
    def joining(self) -> Joining:
        """The name, and what was looked up together with it."""
        return self.subject.joining

    def published(self, claim: Claim) -> str | None:
        """When the document of a claim was published, EDTF."""
        return self.listing.provenance[claim.text].text.document.metadata.published

    def find_denials(self) -> dict[str, Answer]:
        """By the id of each disputed claim, the denial of it that was published last."""
        return find_latest_denials(self.subject.answers, self.published)


@dataclass(frozen=True, slots=True)
class Actor(Told):
    """The same, with what the documents with these claims go back to."""

    origins: Count
    lineage: Lineage


def view_actor(ledger: Ledger, opener: Callable[[], Knowledge], asked: tuple[str, Sequence[str]]) -> Actor:
    """What the ledger holds about a name, as `view_told` takes it, and how many origins that has."""
    told = view_told(ledger, opener, asked)
    claims = told.subject.claims
    lineage = view_lineage(ledger, {claim.document for claim in claims})
    origins = count_claim_origins(lineage, claims)
    return Actor(told.subject, told.listing, told.suggestion, origins, lineage)


def view_told(ledger: Ledger, opener: Callable[[], Knowledge], asked: tuple[str, Sequence[str]]) -> Told:
    """What the ledger holds about a name (first of `asked`) by way of these authorities (second).

    `opener` gives the lists. Without an authority only those names are joined to it of which a person decided
    that they stand for the same; what authorities list besides is a suggestion. Raises UnknownPartError for
    an authority that is not loaded.
    """
    name, authorities = asked
    decided = NameDecisions(ledger.decisions())
    with closing(opener()) as knowledge:
        lists = choose_lists(knowledge, authorities, decided)
        joining = join_names(lists, name, authorities)
        subject = view_joined(ledger, joining, knowledge)
        suggestion = Suggestion() if authorities else _suggest(lists, joining)
    listing = complete_list(ledger, subject.all_claims, subject.total)
    return Told(subject, listing, suggestion)


def join_names(lists: Lists, name: str, authorities: Sequence[str]) -> Joining:
    """The name with those that these authorities list, or with those that people decided on if none do."""
    if authorities:
        return join_by_authorities(lists, name, authorities)
    return join_by_decisions(name, lists.decided)


def _suggest(lists: Lists, joining: Joining) -> Suggestion:
    found = lists.knowledge.find(joining.name, lists.choice)
    known = (joining.name, *(joined.name for joined in joining.names))
    return Suggestion(list_further_names(found, known), found)
