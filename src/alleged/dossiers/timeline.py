"""Claims by the time at which what they tell is said to have happened; when it was said stands apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from alleged.dossiers.claims import complete_list
from alleged.dossiers.origins import compare_texts
from alleged.dossiers.periods import days_of, sort_key
from alleged.dossiers.subject import resolve_answers
from alleged.ledger.interface import ClaimQuery
from alleged.model.edtf import find_edtf
from alleged.model.wire import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from alleged.dossiers.claims import ClaimList
    from alleged.dossiers.subject import Answer
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.edtf import Edtf
    from alleged.model.vocabulary import Kind
    from alleged.resolve.lineage import Lineage

_LAST = "9"
"""Sorts after every date."""


class Section(StrEnum):
    """What a claim says of its time."""

    DATED = "dated"
    """A date, an interval, or one end of it."""
    OPEN = "open"
    """Words or a length of time only: "on Monday", "for over a decade"."""
    UNDATED = "undated"
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which claims a timeline is of; what is None or empty does not narrow."""

    names: tuple[str, ...] = ()
    """Names of which one acts or is acted upon."""
    kind: Kind | None = None
    document: str | None = None
    """Id of a document, or the beginning of one."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A claim and the days that its event time allows."""

    claim: Claim
    section: Section
    period: Edtf | None = None
    """Only if it is dated."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Claims in order of time: dated ones, those of which the time stays open, undated ones.

    Dated claims stand by the earliest day that their date allows, by its end where the beginning is open; of
    one day, the shorter period first. Open ones stand by the length that is told, the shortest first. What is
    left goes by the date of publication, document and place: the order of reading plays no part.
    """

    moments: tuple[Moment, ...]
    listing: ClaimList
    lineage: Lineage
    """Of the documents of these claims."""
    answers: Mapping[str, tuple[Answer, ...]]
    """What other claims say to these, by claim id."""


def view_timeline(ledger: Ledger, scope: Scope) -> Timeline:
    """The claims of the ledger in this scope, in order of time."""
    return arrange_claims(ledger, tuple(_find_claims(ledger, scope)))


def arrange_claims(ledger: Ledger, claims: tuple[Claim, ...]) -> Timeline:
    """These claims of the ledger in order of time."""
    listing = complete_list(ledger, claims, ledger.claims(ClaimQuery(limit=0)).total)
    moments = sorted(map(_place, claims), key=lambda moment: _key(moment, listing))
    lineage = compare_texts(provenance.text for provenance in listing.provenance.values())
    return Timeline(tuple(moments), listing, lineage, _find_answers(ledger, listing))


def pick(moments: Iterable[Moment], section: Section) -> tuple[Moment, ...]:
    """Those of one section, in their order."""
    return tuple(moment for moment in moments if moment.section is section)


def pick_lasting(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Those of which a shortest duration is told, dated or not, the shortest first."""
    found = [moment for moment in moments if moment.claim.event_time.minimum]
    return tuple(sorted(found, key=lambda moment: _length(moment.claim)))


def _find_claims(ledger: Ledger, scope: Scope) -> Iterator[Claim]:
    """The claims, each once."""
    scoped = ClaimQuery(kind=scope.kind, document=scope.document)
    sides = [(replace(scoped, actor=name), replace(scoped, target=name)) for name in scope.names]
    seen: set[str] = set()
    for query in chain.from_iterable(sides) if scope.names else (scoped,):
        found = [claim for claim in ledger.claims(query).claims if claim.id not in seen]
        seen.update(claim.id for claim in found)
        yield from found


def _place(claim: Claim) -> Moment:
    time = claim.event_time
    period = find_edtf(time.edtf)
    if period:
        return Moment(claim, Section.DATED, period)
    is_open = bool(time.edtf or time.words or time.minimum)
    return Moment(claim, Section.OPEN if is_open else Section.UNDATED)


def _key(moment: Moment, listing: ClaimList) -> tuple[object, ...]:
    claim = moment.claim
    published = listing.provenance[claim.text].text.document.metadata.published or _LAST
    place = (published, claim.document, claim.quote.start, claim.content.start, claim.id)
    timed = sort_key(moment.period) if moment.period else (_length(claim),)
    return (list(Section).index(moment.section), *timed, *place)


def _length(claim: Claim) -> float:
    """The days that it is said to have gone on at least; what has no length comes last."""
    return days_of(claim.event_time.minimum or "")


def _find_answers(ledger: Ledger, listing: ClaimList) -> dict[str, tuple[Answer, ...]]:
    known = {claim.id: claim for claim in listing.claims}
    relations = [r for r in listing.relations if r.to in known and r.type in ANSWERS]
    answering = {r.claim: known.get(r.claim) or ledger.get_claim(r.claim) for r in relations}
    answers: dict[str, list[Answer]] = defaultdict(list)
    for answer in resolve_answers(relations, {**known, **answering}):
        for claim in answer.answered:
            answers[claim.id].append(answer)
    return {claim: tuple(found) for claim, found in answers.items()}
