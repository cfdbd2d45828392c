"""The same quoted words in several documents: no copy, but what is quoted has one origin, a statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from alleged.resolve.lineage import Dependence, Evidence
from alleged.resolve.shingles import all_runs, count_shared, find_runs, trace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from alleged.model.document import Extent
    from alleged.resolve.accounts import Account
    from alleged.resolve.citing import Citation
    from alleged.resolve.shingles import Hashes

WORDS = 10
"""Words in a row that two quotations must share."""
_SHOWN = 80
"""Characters of a quotation that a reason shows."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """The quoted words that two documents share, where they stand in each."""

    then: Account
    first: Account
    places: tuple[Extent, ...]
    places_there: tuple[Extent, ...]


def find_shared_quotations(
    accounts: Sequence[Account],
    citations: Mapping[str, Sequence[Citation]],
    roots: Mapping[str, frozenset[str]],
) -> tuple[Dependence, ...]:
    """Who quotes the same words, among documents in the order of `in_order`.

    `citations` holds what each document cites, by its id: it tells what is quoted, if the sentence does.
    `roots` holds the origins of each; documents that share one share their quotations anyway.
    """
    prints = [all_runs(account.clean, account.quotations, WORDS) for account in accounts]
    origins = [roots[account.document] for account in accounts]
    pairs = sorted(pair for pair in count_shared(prints) if not origins[pair[0]] & origins[pair[1]])
    found = (_place(accounts, pair, hashes) for pair, hashes in _first_to_quote(prints, pairs))
    return tuple(_dependence(shared, citations[shared.then.document]) for shared in found)


def _first_to_quote(
    prints: Sequence[Hashes], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], Hashes]]:
    """The pairs that join every quoted run with the first document that has it, and these runs."""
    left = dict(enumerate(prints))
    for first, then in pairs:
        shared = np.intersect1d(prints[first], left[then], assume_unique=True)
        if len(shared):
            left[then] = np.setdiff1d(left[then], shared, assume_unique=True)
            yield (first, then), shared


def _place(accounts: Sequence[Account], pair: tuple[int, int], hashes: Hashes) -> _Shared:
    first, then = accounts[pair[0]], accounts[pair[1]]
    places, there = (
        find_runs(trace(one.clean, one.quotations, WORDS), hashes, WORDS) for one in (then, first)
    )
    return _Shared(then, first, places, there)


def _dependence(shared: _Shared, citations: Sequence[Citation]) -> Dependence:
    longest = max(shared.places, key=lambda place: (place.end - place.start, -place.start))
    words = " ".join(shared.then.clean[longest.start : longest.end].split())
    told = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
    origin = next((f" of {c.told}" for c in _papers(citations, longest)), "")
    reason = f"quotes the same words{origin} as {shared.first.label}: “{told}”"
    return Dependence(
        shared.then.document,
        shared.first.document,
        Evidence.QUOTATION,
        reason,
        whole=False,
        places=shared.places,
        places_there=shared.places_there,
    )


def _papers(citations: Sequence[Citation], place: Extent) -> Iterator[Citation]:
    """What the sentence of the quotation cites that can be quoted: a paper or a statement."""
    for citation in citations:
        here = citation.sentence.start < place.end and place.start < citation.sentence.end
        if here and citation.source != "report":
            yield citation
