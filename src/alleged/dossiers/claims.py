"""Claims as lists and one by one, with all that is needed to tell them: their texts, sources and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.decided import find_decided_relations, find_decisions_on
from alleged.dossiers.passage import view_passage
from alleged.dossiers.subject import resolve_answers
from alleged.ledger.interface import AmbiguousError
from alleged.model.wire import ANSWERS, Provenance, claim_to_wire

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from alleged.dossiers.passage import Passage
    from alleged.dossiers.subject import Answer
    from alleged.ledger.interface import ClaimQuery, Ledger
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.model.link import Relation
    from alleged.model.wire import Wire


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Claims in order of document and place, and of how many they are: "n of N".

    `provenance` holds, by text id, where each claim comes from; `relations` those that touch these claims.
    """

    claims: tuple[Claim, ...]
    total: int
    provenance: Mapping[str, Provenance]
    relations: tuple[Relation, ...] = ()

    def by_claim(self) -> dict[str, list[Relation]]:
        """The relations by the claim that each begins at."""
        groups: dict[str, list[Relation]] = {}
        for relation in self.relations:
            groups.setdefault(relation.claim, []).append(relation)
        return groups

    def wires(self) -> Iterator[Wire]:
        """Each claim as a JSON object."""
        own = self.by_claim()
        for claim in self.claims:
            yield claim_to_wire(claim, self.provenance[claim.text], own.get(claim.id, ()))


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim with everything known of it; `sources` are the names under which its document was given."""

    claim: Claim
    provenance: Provenance
    sources: tuple[str, ...]
    passage: Passage
    relations: tuple[Relation, ...]
    answers: tuple[Answer, ...]
    """What it says to other claims."""
    answered_by: tuple[Answer, ...]
    """What other claims say to it."""
    decisions: tuple[Decision, ...]
    """Those in force about the claim itself: whether it counts, and what was corrected."""
    newer: str | None
    """Id of the newer version of its document, where there is one."""

    @property
    def wire(self) -> Wire:
        """The claim as a JSON object."""
        return claim_to_wire(self.claim, self.provenance, self.relations)


def view_claims(ledger: Ledger, query: ClaimQuery) -> ClaimList:
    """The claims that `query` asks for."""
    page = ledger.claims(query)
    return complete_list(ledger, page.claims, page.total)


def complete_list(ledger: Ledger, claims: tuple[Claim, ...], total: int) -> ClaimList:
    """These claims with their texts, sources and links, as the ledger holds them."""
    sources = find_source_names(ledger, {claim.document for claim in claims})
    texts = [ledger.get_text(text) for text in dict.fromkeys(claim.text for claim in claims)]
    provenance = {text.id: Provenance(sources[text.document.id][0], text) for text in texts}
    return ClaimList(claims, total, provenance, find_decided_relations(ledger, tuple(c.id for c in claims)))


def view_claim(ledger: Ledger, claim_id: str) -> ClaimView:
    """The claim whose id is or begins with `claim_id`; raises LedgerError if none or several do."""
    claim = ledger.get_claim(claim_id)
    text = ledger.get_text(claim.text)
    sources = find_source_names(ledger, (claim.document,)).get(claim.document, (claim.document,))
    relations = find_decided_relations(ledger, (claim.id,))
    answers = [relation for relation in relations if relation.type in ANSWERS]
    others = {end for relation in answers for end in (relation.claim, relation.to)} - {claim.id}
    claims = {claim.id: claim, **{other: ledger.get_claim(other) for other in others}}
    return ClaimView(
        claim,
        Provenance(sources[0], text),
        sources,
        view_passage(claim, text),
        relations,
        resolve_answers([r for r in answers if r.claim == claim.id], claims),
        resolve_answers([r for r in answers if r.to == claim.id], claims),
        _find_decisions(ledger, claim),
        ledger.effects().newer.get(claim.document),
    )


def _find_decisions(ledger: Ledger, claim: Claim) -> tuple[Decision, ...]:
    """Those on the claim, also on an older reading of it, and the one that retracted its document."""
    retracted = ledger.effects().retracted.get(claim.document)
    carried = ledger.effects().carried
    same = {claim.id, *(older for older, newest in carried.items() if newest == claim.id)}
    own = find_decisions_on(ledger.decisions(), same)
    return (*own, retracted) if retracted else own


def find_document(ledger: Ledger, name: str) -> str:
    """The id of the document that was read under this name, in its newest version; `name` where none was."""
    found = [document for document, sources in find_source_names(ledger).items() if name in sources]
    if len(found) > 1:
        newer = ledger.effects().newer
        found = [document for document in found if document not in newer]
    if len(found) > 1:
        listed = ", ".join(found)
        raise AmbiguousError(f"{len(found)} documents were read as {name}; name one by its id: {listed}")
    return found[0] if found else name


def find_source_names(ledger: Ledger, documents: Collection[str] | None = None) -> dict[str, tuple[str, ...]]:
    """By document id, of all or some documents, the names under which each was given, oldest first."""
    names: dict[str, dict[str, None]] = {}
    for attempt in ledger.inputs(documents):
        if attempt.document:
            names.setdefault(attempt.document, {})[attempt.source] = None
    return {document: tuple(found) for document, found in names.items()}
