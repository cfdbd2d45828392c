"""All that a ledger holds, put side by side: what the views across documents are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.claims import find_source_names
from alleged.dossiers.decided import apply_decisions
from alleged.dossiers.origins import compare_texts
from alleged.dossiers.stories import view_stories
from alleged.ledger.carrying import find_counting
from alleged.model.wire import Provenance
from alleged.resolve.across import link_across
from alleged.resolve.incidents import find_incidents
from alleged.resolve.propositions import find_propositions

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.model.link import Relation
    from alleged.resolve.incidents import Incident
    from alleged.resolve.lineage import Lineage
    from alleged.resolve.propositions import Proposition
    from alleged.resolve.stories import Story


_LAST = "9"
"""Sorts after every date."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Every document with its claims, and what is suggested of them; decisions are heeded.

    `relations` holds what answers and restates what, inside documents and between them.
    """

    claims: Mapping[str, Claim]
    """By id; those of earlier documents first, then in reading order."""
    provenance: Mapping[str, Provenance]
    """By text id."""
    incidents: tuple[Incident, ...]
    propositions: tuple[Proposition, ...]
    relations: tuple[Relation, ...]
    lineage: Lineage

    def published(self, claim: Claim) -> str | None:
        """When the document of the claim was published, EDTF."""
        return self.provenance[claim.text].text.document.metadata.published


def view_overview(ledger: Ledger) -> Overview:
    """What the ledger holds, with incidents, links and origins as they are suggested now."""
    stories, decisions = sorted(view_stories(ledger), key=_by_date), find_counting(ledger)
    incidents = find_incidents(stories, decisions)
    claims = {claim.id: claim for story in stories for claim in story.claims}
    propositions = find_propositions(tuple(claims.values()))
    across = link_across(stories, incidents, propositions)
    inside = (relation for story in stories for relation in story.relations)
    sources = find_source_names(ledger)
    return Overview(
        claims,
        {s.text.id: Provenance(sources[s.text.document.id][0], s.text) for s in stories},
        incidents,
        propositions,
        _judge((*inside, *across), decisions, claims),
        compare_texts(story.text for story in stories),
    )


def _by_date(story: Story) -> tuple[str, str]:
    """The earlier first, undated ones last: not in the order in which they happened to be read."""
    document = story.text.document
    return (document.metadata.published or _LAST, document.id)


def _judge(
    relations: Iterable[Relation], decisions: Iterable[Decision], shown: Container[str]
) -> tuple[Relation, ...]:
    """The relations, each once, as people decided on them; only those between claims that are shown."""
    suggested = {(each.claim, each.to, each.type): each for each in relations}
    decided = apply_decisions(suggested.values(), decisions)
    return tuple(each for each in decided if each.claim in shown and each.to in shown)
