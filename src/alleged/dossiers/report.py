"""Everything that a report on a name or an incident tells, put together from the views of each."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.actors import view_actor
from alleged.dossiers.attributes import find_attributes
from alleged.dossiers.incidents import find_incidents_of
from alleged.dossiers.matrix import By, view_matrix
from alleged.dossiers.subject import resolve_answers
from alleged.dossiers.timeline import arrange_claims
from alleged.errors import LedgerError
from alleged.knowledge.keys import name_key
from alleged.model.vocabulary import Kind
from alleged.model.wire import ANSWERS
from alleged.resolve.origins import count_claim_origins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from alleged.dossiers.attributes import Attribute
    from alleged.dossiers.matrix import Matrix, Row
    from alleged.dossiers.overview import Overview
    from alleged.dossiers.subject import Answer
    from alleged.dossiers.timeline import Timeline
    from alleged.knowledge.known import Knowledge, Listed
    from alleged.ledger.interface import Ledger
    from alleged.model.audit import Head
    from alleged.model.claim import Claim, Mention
    from alleged.model.entity import Entity
    from alleged.resolve.lineage import Count

NAMES_TOLD = 12
"""Names of an incident that are looked up in the lists."""
ROWS_TOLD = 60
"""Rows of the matrix that a report shows: those of which most speak."""


@dataclass(frozen=True, slots=True)
class NameListed:
    """A name, and who lists it for whom; `entities` is empty where no authority that is loaded does."""

    name: str
    entities: tuple[tuple[Listed, Entity], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a report is about: claims, what they say question by question, and who answers them."""

    about: str
    incident: str | None
    """Id of the incident, None for a name."""
    names: tuple[str, ...]
    claims: tuple[Claim, ...]
    attributes: tuple[Attribute, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What is told, with all that shows it and all that is needed to check it."""

    told: Told
    claims: tuple[Claim, ...]
    """Every claim that the report mentions, by document, the earlier first, in reading order."""
    matrix: Matrix
    rows: tuple[Row, ...]
    """Those of the matrix that are shown."""
    timeline: Timeline
    """Of every claim that the report mentions."""
    names: tuple[NameListed, ...]
    count: Count
    """Documents of the claims, and their origins."""
    head: Head

    @property
    def overview(self) -> Overview:
        """The ledger that it is of."""
        return self.matrix.overview


def view_report(ledger: Ledger, opener: Callable[[], Knowledge], asked: str, by: By = By.SPEAKER) -> Report:
    """The report on an incident, by the beginning of its id or of a claim's in it, or on a name.

    `opener` gives the lists. Raises LedgerError where no claim is about it.
    """
    matrix = view_matrix(ledger, asked, by, opener)
    told = _tell_incident(matrix.overview, asked) or _tell_name(ledger, opener, asked, matrix.overview)
    if not told.claims:
        raise LedgerError(
            f"no claim of this ledger is about {asked!r}; 'alleged incidents' and 'alleged claims' show"
            " what it holds"
        )
    rows = matrix.rows[:ROWS_TOLD]
    claims = _collect(told, rows, matrix.overview)
    return Report(
        told,
        claims,
        matrix,
        rows,
        arrange_claims(ledger, claims),
        _look_up(opener, told.names),
        count_claim_origins(matrix.overview.lineage, told.claims),
        ledger.head(),
    )


def _tell_incident(overview: Overview, asked: str) -> Told | None:
    """The incident that is asked for; None where it is none, or several."""
    found = find_incidents_of(overview, asked)
    if len(found) != 1:
        return None
    (incident,) = found
    return _tell((incident.label, incident.id, _list_actors(incident.claims)), incident.claims, overview)


def _tell_name(ledger: Ledger, opener: Callable[[], Knowledge], name: str, overview: Overview) -> Told:
    subject = view_actor(ledger, opener, (name, ())).subject
    names = (name, *(joined.name for joined in subject.joining.names))
    return _tell((name, None, names), subject.claims, overview)


def _tell(
    about: tuple[str, str | None, tuple[str, ...]], claims: tuple[Claim, ...], overview: Overview
) -> Told:
    attributes = find_attributes(claims, overview.lineage.suspects())
    return Told(*about, claims, attributes, _find_answers(claims, overview))


def _find_answers(claims: Iterable[Claim], overview: Overview) -> tuple[Answer, ...]:
    """Who denies, confirms or declines to comment on these claims, in any document: denials first."""
    held = {claim.id for claim in claims}
    relations = [r for r in overview.relations if r.to in held and r.type in ANSWERS]
    found = resolve_answers(relations, overview.claims)
    return tuple(sorted(found, key=lambda answer: ANSWERS.index(answer.type)))


def _list_actors(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Who is said to have done it, and whom it is ascribed to; those of whom most claims speak first."""
    telling = [claim for claim in claims if claim.kind in {Kind.OPERATION, Kind.ATTRIBUTION}]
    named = [m for claim in telling for m in (*claim.actors, *_ascribed(claim))]
    spelled = {name_key(mention.name): mention.name for mention in reversed(named)}
    counted = Counter(name_key(mention.name) for mention in named)
    return tuple(spelled[key] for key, _ in counted.most_common(NAMES_TOLD))


def _ascribed(claim: Claim) -> Sequence[Mention]:
    return claim.targets if claim.kind is Kind.ATTRIBUTION else ()


def _collect(told: Told, rows: Iterable[Row], overview: Overview) -> tuple[Claim, ...]:
    """The claims that are told, those that answer them, and those in the matrix, each once, in order."""
    shown = (entry.claim for row in rows for cell in row.cells for entry in cell.entries)
    answering = (answer.claim for answer in told.answers)
    found = {claim.id: claim for claim in (*told.claims, *answering, *shown)}
    place = {id_: number for number, id_ in enumerate(overview.claims)}
    return tuple(sorted(found.values(), key=lambda claim: place.get(claim.id, len(place))))


def _look_up(opener: Callable[[], Knowledge], names: Iterable[str]) -> tuple[NameListed, ...]:
    with closing(opener()) as knowledge:
        listed = {each.name: each for each in knowledge.authorities}
        return tuple(
            NameListed(name, tuple((listed[e.authority], e) for e in knowledge.find(name))) for name in names
        )
