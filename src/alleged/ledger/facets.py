"""How many claims have each value: counted where they lie, and anew where people corrected one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import distinct, func, select

from alleged.ledger.interface import Aspect, ClaimQuery, Facet
from alleged.ledger.querying import find_tallies, select_claims
from alleged.ledger.schema import claims, mentions
from alleged.ledger.until import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Select

    from alleged.ledger.interface import Tally
    from alleged.ledger.querying import Selection
    from alleged.ledger.until import Until
    from alleged.model.claim import Claim

_OF_TEXTS = frozenset({Aspect.PUBLISHER, Aspect.YEAR})

_YEAR = re.compile(r"\d{4}")


def find_facets(
    connection: Connection, asked: tuple[ClaimQuery, Iterable[Aspect]], until: Until = EVERYTHING
) -> dict[Aspect, Facet]:
    """The claims that a query asks for, counted by these aspects."""
    query, aspects = asked
    selection = select_claims(connection, query, until)
    if _narrows(query):
        selection = selection.found_once()
    tallies = find_tallies(selection) if _OF_TEXTS.intersection(aspects) else ()

    def count(aspect: Aspect) -> Counter[str]:
        if aspect in _OF_TEXTS:
            return _count_texts(tallies, aspect)
        rows = connection.execute(_select_counts(selection, aspect))
        return Counter({row[0]: row[1] for row in rows if row[0] is not None})

    return {aspect: make_facet(count(aspect)) for aspect in aspects}


def _narrows(query: ClaimQuery) -> bool:
    """Whether it asks for less than all: then to find the claims once is quicker than once an aspect."""
    return replace(query, limit=None, start=0, without=frozenset()) != ClaimQuery()


def make_facet(counts: Mapping[str, int]) -> Facet:
    """The counts of one aspect, the highest first, of equal ones by value; what no claim has is left out."""
    found = ((value, number) for value, number in counts.items() if number > 0)
    return Facet(tuple(sorted(found, key=lambda one: (-one[1], one[0]))))


def count_anew(
    facets: Mapping[Aspect, Facet], before: Iterable[Claim], after: Iterable[Claim]
) -> dict[Aspect, Facet]:
    """The counts with claims as people corrected them, `after`, in place of the same as they were read."""
    read, corrected = tuple(before), tuple(after)
    return {
        aspect: make_facet(_count(corrected, aspect) + Counter(dict(facet.counts)) - _count(read, aspect))
        for aspect, facet in facets.items()
    }


def _count(given: Iterable[Claim], aspect: Aspect) -> Counter[str]:
    return Counter(value for claim in given for value in _list_values(claim, aspect))


def _list_values(claim: Claim, aspect: Aspect) -> Iterable[str]:
    """What a claim has, each value once; nobody corrects what is known of its document."""
    match aspect:
        case Aspect.STANCE | Aspect.KIND | Aspect.ACT:
            return (getattr(claim, aspect).value,)
        case Aspect.SPEAKER:
            return () if claim.speaker.name is None else (claim.speaker.name,)
        case Aspect.ACTOR:
            return {mention.name for mention in claim.actors}
        case Aspect.TARGET:
            return {mention.name for mention in claim.targets}
    return ()


def _select_counts(selection: Selection, aspect: Aspect) -> Select[Any]:
    """Names by their own indexes, which is quicker than to look at each claim."""
    if aspect in (Aspect.ACTOR, Aspect.TARGET):
        named = mentions.c.claim.in_(selection.of(claims.c.number))
        counted = select(mentions.c.name, func.count(distinct(mentions.c.claim)))
        return counted.where(mentions.c.side == aspect.value, named).group_by(mentions.c.name)
    if aspect is Aspect.SPEAKER:
        own = claims.alias("own")
        counted = select(own.c.speaker_name, func.count())
        return counted.where(own.c.number.in_(selection.of(claims.c.number))).group_by(own.c.speaker_name)
    code = claims.c[aspect.value]
    return selection.of(code, func.count()).group_by(code)


def _count_texts(tallies: Iterable[Tally], aspect: Aspect) -> Counter[str]:
    counts: Counter[str] = Counter()
    for tally in tallies:
        value = tally.publisher if aspect is Aspect.PUBLISHER else find_year(tally.published)
        if value is not None:
            counts[value] += tally.claims
    return counts


def find_year(edtf: str | None) -> str | None:
    """The year in which a date lies, or begins; None where that is not known."""
    found = _YEAR.match(edtf or "")
    return found and found.group()
