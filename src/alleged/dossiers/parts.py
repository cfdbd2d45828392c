"""As much of a ledger as can be put side by side at once: where it holds more, the newest documents.

To put claims side by side takes time with each of them. A part is made of whole documents; what is seen in it
is true of these documents, and a screen has to say how many of how many they are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from string import hexdigits
from typing import TYPE_CHECKING

from alleged.errors import LedgerError
from alleged.ledger.interface import Aspect, ClaimQuery
from alleged.model.ids import SHORTEST_PREFIX
from alleged.model.vocabulary import Stance
from alleged.resolve.across import SHORTLY
from alleged.resolve.publishing import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from alleged.ledger.decided import DecidedLedger
    from alleged.ledger.interface import Tally
    from alleged.model.claim import Claim

MOST = 2_000
"""Claims of a part, unless told otherwise: they are put side by side in about a second."""
ANSWERING = 4
"""Of so many claims one is kept for documents that may answer what is asked for, without naming it."""
NAMES = 4
"""Names of each side of a document by which those are found that may tell of the same."""
_RESPONSES = (Stance.DENIES, Stance.DECLINES, Stance.CONFIRMS)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    held: int
    total: int

    @property
    def is_whole(self) -> bool:
        """Whether it is all."""
        return self.held == self.total


@dataclass(frozen=True, slots=True)
class Part:
    """Some documents of a ledger, or all of them."""

    ledger: DecidedLedger
    """Lists these documents only."""
    claims: Share
    documents: Share
    """Of the documents that hold claims."""
    naming: Share | None = None
    """Of the documents that name what was asked for; None where no name was."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.claims.is_whole


def take_asked(ledger: DecidedLedger, asked: str | None, most: int = MOST) -> Part:
    """What a name, or a claim by the beginning of its id, needs; the newest documents for anything else."""
    if asked is None:
        return take_newest(ledger, most)
    part = take_about(ledger, asked, most)
    if part.naming is None or part.naming.total:
        return part
    claim = _find_claim(ledger, asked)
    return take_around(ledger, claim, most) if claim else take_newest(ledger, most)


def take_newest(ledger: DecidedLedger, most: int = MOST) -> Part:
    """The documents that were published last, with at most so many claims; undated ones come last."""
    tallies = _list_newest(ledger)
    return _make(ledger, tallies, _fill(tallies, most))


def take_about(ledger: DecidedLedger, name: str, most: int = MOST) -> Part:
    """The newest documents in which somebody of this name acts or is acted upon, and those that may answer.

    Documents with denials, refusals and confirmations may, first of all those published shortly after.
    """
    tallies = _list_newest(ledger)
    named = _find_naming(ledger, ClaimQuery(actor=name)) | _find_naming(ledger, ClaimQuery(target=name))
    naming = [tally for tally in tallies if tally.document in named]
    if sum(tally.claims for tally in tallies) <= most:
        return _make(ledger, tallies, tallies, Share(len(naming), len(naming)))
    chosen = _fill(naming, most - most // ANSWERING)
    answering = _list_answering(ledger, tallies, chosen)
    return _make(ledger, tallies, _fill((*chosen, *answering), most), Share(len(chosen), len(naming)))


def take_around(ledger: DecidedLedger, claim: Claim, most: int = MOST) -> Part:
    """The document of a claim, and those that may tell of the same: they share its rarer names.

    Then follow documents that may answer.
    """
    tallies = _list_newest(ledger)
    own = [tally for tally in tallies if tally.document == claim.document]
    near = _rank_sharing(ledger, claim.document)
    sharing = sorted((t for t in tallies if t.document in near), key=lambda t: -near[t.document])
    chosen = _fill((*own, *sharing), most - most // ANSWERING)
    answering = _list_answering(ledger, tallies, chosen)
    return _make(ledger, tallies, _fill((*chosen, *answering, *tallies), most))


def _list_newest(ledger: DecidedLedger) -> list[Tally]:
    """Every text that holds claims, those published last first, of equal ones those read last."""
    return sorted(ledger.tallies(ClaimQuery()), key=lambda tally: tally.published or "")[::-1]


def _make(
    ledger: DecidedLedger, tallies: Sequence[Tally], chosen: Sequence[Tally], naming: Share | None = None
) -> Part:
    claims = Share(sum(t.claims for t in chosen), sum(t.claims for t in tallies))
    documents = Share(len(chosen), len(tallies))
    shown = ledger if claims.is_whole else ledger.within(tally.document for tally in chosen)
    return Part(shown, claims, documents, naming)


def _fill(tallies: Iterable[Tally], most: int) -> list[Tally]:
    """The first of these that together hold no more claims than `most`, each once; one at least."""
    chosen: dict[str, Tally] = {}
    left = most
    for tally in tallies:
        if tally.document in chosen:
            continue
        if chosen and tally.claims > left:
            break
        chosen[tally.document] = tally
        left -= tally.claims
    return list(chosen.values())


def _find_naming(ledger: DecidedLedger, query: ClaimQuery) -> frozenset[str]:
    return frozenset(tally.document for tally in ledger.tallies(query))


def _list_answering(
    ledger: DecidedLedger, tallies: Sequence[Tally], chosen: Iterable[Tally]
) -> Iterator[Tally]:
    """Documents that respond to something: those published on the days after a chosen one, then the rest."""
    responding = frozenset[str]().union(*(_find_naming(ledger, ClaimQuery(stance=s)) for s in _RESPONSES))
    found = [tally for tally in tallies if tally.document in responding]
    days = set(_list_days_after(chosen))
    yield from (tally for tally in found if day_of(tally.published) in days)
    yield from found


def _list_days_after(tallies: Iterable[Tally]) -> Iterator[date]:
    for published in {day for tally in tallies if (day := day_of(tally.published))}:
        yield from (published + timedelta(days=days) for days in range(SHORTLY + 1))


def _rank_sharing(ledger: DecidedLedger, document: str) -> dict[str, float]:
    """Documents that bear names of this one: a name counts the more, the fewer documents bear it."""
    ranked: dict[str, float] = defaultdict(float)
    for query in _ask_for_names(ledger, document):
        found = _find_naming(ledger, query)
        for other in found:
            ranked[other] += 1 / len(found)
    return ranked


def _ask_for_names(ledger: DecidedLedger, document: str) -> Iterator[ClaimQuery]:
    facets = ledger.facets(ClaimQuery(document=document), (Aspect.ACTOR, Aspect.TARGET))
    yield from (ClaimQuery(actor=name) for name, _ in facets[Aspect.ACTOR].counts[:NAMES])
    yield from (ClaimQuery(target=name) for name, _ in facets[Aspect.TARGET].counts[:NAMES])


def _find_claim(ledger: DecidedLedger, asked: str) -> Claim | None:
    """The claim whose id begins so, where just one does."""
    if len(asked) < SHORTEST_PREFIX or set(asked.lower()) - set(hexdigits):
        return None
    try:
        return ledger.get_claim(asked)
    except LedgerError:
        return None
