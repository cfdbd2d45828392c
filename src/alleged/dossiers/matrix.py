"""Who says what, side by side: propositions in rows, speakers or origins in columns, nothing flattened.

A denial of one thing, a denial of everything, silence, and having no document at all are four cells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.bodies import find_bodies
from alleged.dossiers.incidents import find_incidents_of
from alleged.dossiers.overview import view_overview
from alleged.dossiers.subject import view_subject
from alleged.dossiers.voices import APART, JOINER, group_by_each_speaker
from alleged.dossiers.wording import is_named, tell_source, tell_speaker
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import Kind, RelationType, Scope, Stance
from alleged.resolve.facts import is_blanket, only_rejects
from alleged.resolve.publishing import is_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.dossiers.bodies import Opener
    from alleged.dossiers.overview import Overview
    from alleged.dossiers.voices import Body
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim, Speaker
    from alleged.model.link import Relation
    from alleged.resolve.propositions import Proposition


class By(StrEnum):
    """What the columns of a matrix are."""

    SPEAKER = "speaker"
    ORIGIN = "origin"


class Manner(StrEnum):
    """What stands in a cell."""

    SAYS = "says"
    """The proposition itself, with the stance and hedge of each claim."""
    DENIES = "specific denial"
    """A denial of just this."""
    DENIES_ALL = "blanket denial"
    """A denial of "the allegations" that this is one of."""
    DECLINES = "declines to comment"
    SILENT = "silent"
    """It speaks here, and says nothing of this."""
    NO_DOCUMENT = "no document"
    """It has no document here that could have said this."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim in a cell, and when it was said, or else published."""

    manner: Manner
    claim: Claim
    date: str | None
    reason: str = ""
    """Why it is taken to answer what the row says; "" for a claim that says or denies it itself."""

    @property
    def is_joint(self) -> bool:
        """Whether several say it together; then it stands in the column of each."""
        return JOINER in (self.claim.speaker.name or "")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a column has to a row: claims, or none and why there are none."""

    manners: tuple[Manner, ...]
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A speaker or an origin; `claims` are those of the matrix that it makes."""

    label: str
    claims: tuple[Claim, ...]
    is_suspect: bool = False
    """Whether it holds what documents of suspected floods say, whoever speaks in them."""
    names: tuple[str, ...] = ()
    """The other names of the speaker here: that they are of one body is a suggestion, or a decision."""
    reason: str = ""
    """Why these are taken for names of one body; "" where there are none."""


@dataclass(frozen=True, slots=True)
class Row:
    """A proposition with a cell for every column, in order of the columns."""

    proposition: Proposition
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows and columns, those with most to say first; `about` is what was asked for, in words."""

    about: str
    by: By
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    overview: Overview


_SILENT = Cell((Manner.SILENT,))
_NO_DOCUMENT = Cell((Manner.NO_DOCUMENT,))

_ANSWERING = {
    RelationType.DISPUTES: Manner.DENIES,
    RelationType.DECLINES: Manner.DECLINES,
    RelationType.CONFIRMS: Manner.SAYS,
}
"""What a relation puts into the cell of the one who answers."""


@dataclass(frozen=True, slots=True)
class _Work:
    """What the cells are made from."""

    overview: Overview
    answers: Mapping[str, Sequence[Relation]]
    """By the claim that is answered."""
    at_large: frozenset[str]
    """Claims that deny everything at once."""
    disputing: frozenset[str]
    """Claims that deny what other claims say."""
    incident_of: Mapping[str, int]
    """The number of its incident, by claim."""
    by: By
    bodies: Mapping[str, Body]


@dataclass(frozen=True, slots=True)
class _Hearing:
    """The documents that could say a proposition, and when it was first published, EDTF."""

    documents: frozenset[str]
    first: str | None


def view_matrix(
    ledger: Ledger, asked: str | None = None, by: By = By.SPEAKER, opener: Opener | None = None
) -> Matrix:
    """The matrix of an incident, by the beginning of its id or of a claim's in it; of a name; or of all.

    `opener` gives the lists that tell which names of speakers are of one body.
    """
    overview = view_overview(ledger)
    about, wanted = _select(ledger, overview, asked)
    bodies = find_bodies(overview, ledger.decisions(), opener) if by is By.SPEAKER else APART
    work = _prepare(overview, by, bodies)
    told = [p for p in overview.propositions if _is_row(p, wanted, work)]
    columns = _make_columns(_spoken(wanted, told, work), work)
    column_of = _place(columns)
    rows = [_make_row(proposition, columns, column_of, work) for proposition in told]
    return _in_order(Matrix(about, by, tuple(columns), tuple(rows), overview))


def _prepare(overview: Overview, by: By, bodies: Mapping[str, Body]) -> _Work:
    answers: dict[str, list[Relation]] = defaultdict(list)
    for relation in overview.relations:
        if relation.type in _ANSWERING:
            answers[relation.to].append(relation)
    blanket = {r.claim for r in overview.relations if r.scope is Scope.BLANKET}
    at_large = blanket | {c.id for c in overview.claims.values() if is_blanket(c) or only_rejects(c)}
    incident_of = {claim.id: n for n, incident in enumerate(overview.incidents) for claim in incident.claims}
    disputing = frozenset(r.claim for r in overview.relations if r.type is RelationType.DISPUTES)
    return _Work(overview, answers, frozenset(at_large), disputing, incident_of, by, bodies)


def _select(ledger: Ledger, overview: Overview, asked: str | None) -> tuple[str, frozenset[str]]:
    """What was asked for in words, and the ids of its claims."""
    if asked is None:
        return "all claims put side by side", frozenset(overview.claims)
    incidents = find_incidents_of(overview, asked)
    if len(incidents) == 1:
        return f"incident {incidents[0].label}", frozenset(claim.id for claim in incidents[0].claims)
    return asked, frozenset(claim.id for claim in view_subject(ledger, asked).all_claims)


def _is_row(proposition: Proposition, wanted: frozenset[str], work: _Work) -> bool:
    """Whether a claim that was asked for says or denies it: not all at large, and no refusal to comment."""
    return any(claim.id in wanted and _states(claim, work) for claim in proposition.claims)


def _states(claim: Claim, work: _Work) -> bool:
    """Whether it says that something is so, or is not so; a denial of what others say stands with them."""
    answerable = claim.kind is not Kind.COMMENT and claim.stance is not Stance.DECLINES
    denying = claim.stance is Stance.DENIES and claim.id in work.disputing
    return answerable and not denying and claim.id not in work.at_large


def _spoken(wanted: frozenset[str], told: Iterable[Proposition], work: _Work) -> list[Claim]:
    """Every claim that can stand in a cell, in order of document and place."""
    shown = wanted.union(claim.id for proposition in told for claim in proposition.claims)
    heard = shown.union(answer.claim for claim in shown for answer in work.answers.get(claim, ()))
    return [claim for claim in work.overview.claims.values() if claim.id in heard]


def _make_columns(claims: Sequence[Claim], work: _Work) -> list[Column]:
    suspects = work.overview.lineage.suspects()
    trusted = [claim for claim in claims if claim.document not in suspects]
    flooded = tuple(claim for claim in claims if claim.document in suspects)
    find = _columns_by_speaker if work.by is By.SPEAKER else _columns_by_origin
    return [*_told_apart(list(find(trusted, work)), work.overview), *_flood_column(flooded)]


def _told_apart(columns: Sequence[Column], overview: Overview) -> Iterator[Column]:
    """The columns; of those that are called alike each with the day of its document and the id."""
    counts = Counter(column.label for column in columns)
    for column in columns:
        first = column.claims[0]
        day = overview.published(first) or "no date"
        told = f"{column.label} ({day}, {first.document[:SHORT_ID]})"
        yield column if counts[column.label] == 1 else replace(column, label=told)


def _flood_column(flooded: tuple[Claim, ...]) -> Iterator[Column]:
    """One column for all documents of suspected floods, so that they outweigh nobody."""
    if flooded:
        number = len({claim.document for claim in flooded})
        yield Column(f"{number} documents suspected of a flood", flooded, is_suspect=True)


def _columns_by_speaker(claims: Sequence[Claim], work: _Work) -> Iterator[Column]:
    for voice in group_by_each_speaker(claims, work.bodies):
        label = _name_voice(voice.speaker, voice.claims[0], work.overview)
        yield Column(label, voice.claims, names=voice.names, reason=voice.reason)


def _name_voice(speaker: Speaker, claim: Claim, overview: Overview) -> str:
    """Who speaks; who has no name is told by the document, since it is a voice of its own in each."""
    told = tell_speaker(replace(speaker, chain=()))
    if is_named(speaker):
        return told
    return f"{told}, {tell_source(overview.provenance[claim.text])}"


def _columns_by_origin(claims: Sequence[Claim], work: _Work) -> Iterator[Column]:
    overview = work.overview
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.document].append(claim)
    for origin in overview.lineage.origins:
        own = tuple(claim for document in origin.documents for claim in held.get(document, ()))
        if own:
            yield Column(_name_origin(origin.documents, own, overview), own)


def _name_origin(documents: Sequence[str], claims: Sequence[Claim], overview: Overview) -> str:
    """The first document that speaks here, and how many more go back to the same."""
    place = {document: number for number, document in enumerate(documents)}
    first = min(claims, key=lambda claim: place[claim.document])
    others = len({claim.document for claim in claims}) - 1
    return tell_source(overview.provenance[first.text]) + (f" and {others} more" if others else "")


def _place(columns: Iterable[Column]) -> dict[str, list[int]]:
    """The columns that each claim belongs to."""
    placed: dict[str, list[int]] = defaultdict(list)
    for index, column in enumerate(columns):
        for claim in column.claims:
            placed[claim.id].append(index)
    return placed


def _make_row(
    proposition: Proposition, columns: Sequence[Column], column_of: Mapping[str, Sequence[int]], work: _Work
) -> Row:
    entries: dict[int, list[Entry]] = defaultdict(list)
    for entry in _find_entries(proposition, work):
        for index in column_of.get(entry.claim.id, ()):
            entries[index].append(entry)
    cells = list(_unsaid(proposition, columns, work))
    for index, found in entries.items():
        cells[index] = Cell(tuple(dict.fromkeys(entry.manner for entry in found)), tuple(found))
    return Row(proposition, tuple(cells))


def _unsaid(proposition: Proposition, columns: Sequence[Column], work: _Work) -> Iterable[Cell]:
    """What stands in the cells of those who say nothing."""
    if work.by is By.SPEAKER:
        return [_SILENT] * len(columns)
    hearing = _hearing_of(proposition, work)
    return (_SILENT if _could_say(column, hearing, work) else _NO_DOCUMENT for column in columns)


def _find_entries(proposition: Proposition, work: _Work) -> Iterable[Entry]:
    """Every claim that says, denies or answers it, once; what it says itself goes before what it answers."""
    found: dict[str, Entry] = {}
    for claim in proposition.claims:
        found[claim.id] = Entry(_manner_of(claim, work), claim, _date_of(claim, work))
    for relation in (r for claim in proposition.claims for r in work.answers.get(claim.id, ())):
        answering = work.overview.claims[relation.claim]
        if answering.id not in found:
            found[answering.id] = Entry(
                _manner_of_answer(relation), answering, _date_of(answering, work), relation.reason
            )
    return found.values()


def _manner_of(claim: Claim, work: _Work) -> Manner:
    if claim.id in work.at_large:
        return Manner.DENIES_ALL
    by_stance = {Stance.DENIES: Manner.DENIES, Stance.DECLINES: Manner.DECLINES}
    return by_stance.get(claim.stance, Manner.SAYS)


def _manner_of_answer(relation: Relation) -> Manner:
    if relation.type is RelationType.DISPUTES and relation.scope is Scope.BLANKET:
        return Manner.DENIES_ALL
    return _ANSWERING[relation.type]


def _date_of(claim: Claim, work: _Work) -> str | None:
    return claim.said_time.edtf or work.overview.published(claim)


def _could_say(column: Column, hearing: _Hearing, work: _Work) -> bool:
    """Whether one of its documents is about the same incident, and not known to be too early."""
    published = {
        c.document: work.overview.published(c) for c in column.claims if c.document in hearing.documents
    }
    return any(not is_after(hearing.first, day) for day in published.values())


def _hearing_of(proposition: Proposition, work: _Work) -> _Hearing:
    """The documents about the same incidents, and the day before which nobody could know of it."""
    own = {claim.document for claim in proposition.claims}
    incidents = {work.incident_of[c.id] for c in proposition.claims if c.id in work.incident_of}
    beside = (claim.document for incident in incidents for claim in work.overview.incidents[incident].claims)
    return _Hearing(frozenset(own.union(beside)), _first_date(proposition, work.overview))


def _first_date(proposition: Proposition, overview: Overview) -> str | None:
    """When it was first published; None if a claim of it has no date, which may be the first."""
    dates = [overview.published(claim) for claim in proposition.claims]
    known = [date for date in dates if date]
    return min(known) if len(known) == len(dates) else None


def _in_order(matrix: Matrix) -> Matrix:
    """Rows and columns with most to say first; those that say the same amount keep their order."""
    spoken = Counter(i for row in matrix.rows for i, cell in enumerate(row.cells) if cell.entries)
    order = sorted(range(len(matrix.columns)), key=lambda i: (matrix.columns[i].is_suspect, -spoken[i]))
    rows = sorted(matrix.rows, key=lambda row: -_count_heard(row, matrix.columns))
    return replace(
        matrix,
        columns=tuple(matrix.columns[index] for index in order),
        rows=tuple(replace(row, cells=tuple(row.cells[index] for index in order)) for row in rows),
    )


def _count_heard(row: Row, columns: Sequence[Column]) -> int:
    """How many columns say something of it; what a suspected flood says does not count."""
    pairs = zip(row.cells, columns, strict=True)
    return sum(bool(cell.entries) and not column.is_suspect for cell, column in pairs)
