"""What a ledger has lately come to hold about a subject: documents, claims, answers, decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from alleged.dossiers.changes import describe_new
from alleged.dossiers.decided import view_decisions
from alleged.dossiers.readings import group_readings
from alleged.model.clock import read_time
from alleged.model.decision import About, fold_name
from alleged.resolve.origins import count_claim_origins

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from alleged.dossiers.actors import Actor
    from alleged.dossiers.changes import NewDocument
    from alleged.dossiers.decided import DecisionView
    from alleged.dossiers.subject import Answer
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.resolve.lineage import Count


@dataclass(frozen=True, slots=True)
class Lately:
    """What came since a time, by the ledger's own clock."""

    since: datetime
    documents: tuple[NewDocument, ...]
    """New documents with claims about the subject."""
    claims: tuple[Claim, ...]
    """Their claims about the subject."""
    answers: tuple[Answer, ...]
    """Their answers to claims about it."""
    decisions: tuple[DecisionView, ...]
    """On its names, on claims about it, and on what answers them."""
    before: Count
    """Documents and origins of the claims that were there before."""

    def __bool__(self) -> bool:
        """Whether anything came."""
        return bool(self.documents or self.answers or self.decisions)


def find_since(newest: str, days: int) -> datetime:
    """The time that lies so many days before the ledger was written to last."""
    return read_time(newest) - timedelta(days=days)


def view_lately(ledger: Ledger, actor: Actor, since: datetime) -> Lately:
    """What the ledger came to hold about the subject at `since` or later."""
    subject, lineage = actor.subject, actor.lineage
    first = (found[0] for found in group_readings(ledger.inputs()).values())
    new = {attempt.document: attempt for attempt in first if read_time(attempt.at) >= since}
    old = frozenset(lineage.documents).difference(new)
    about = [attempt for document, attempt in new.items() if document in lineage.documents]
    return Lately(
        since,
        tuple(describe_new(about, lineage, old)),
        tuple(claim for claim in subject.claims if claim.document in new),
        tuple(answer for answer in subject.answers if answer.claim.document in new),
        tuple(_find_decisions(ledger, actor, since)),
        count_claim_origins(lineage, [claim for claim in subject.claims if claim.document in old]),
    )


def _find_decisions(ledger: Ledger, actor: Actor, since: datetime) -> Iterator[DecisionView]:
    """Those since then on a name of the subject, on a claim about it, or on an answer to one."""
    names = {fold_name(each) for each in (actor.subject.name, *(n.name for n in actor.joining.names))}
    ids = {claim.id for claim in actor.subject.all_claims}
    for view in view_decisions(ledger.decisions()):
        about, what = view.decision.about, view.decision.what
        named = {About.NAME: what[:1], About.ALIAS: what}.get(about, ())
        concerns = not names.isdisjoint(map(fold_name, named)) or not ids.isdisjoint(what)
        if concerns and read_time(view.decision.at) >= since:
            yield view
