"""Near copies: which document repeats whose words, whole or in part. Quoted words count for nothing here."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from alleged.resolve.accounts import is_later, unquoted
from alleged.resolve.lineage import Dependence, Evidence
from alleged.resolve.shingles import count_shared, find_runs, trace, winnowed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.resolve.accounts import Account
    from alleged.resolve.shingles import Hashes, Trace

MOST = 0.6
"""The share of a document's runs of words from which it is a copy; a follow-up repeats up to half."""
ALL = 0.75
"""The share from which a document is put together from several others."""
SOME = 0.2
"""The share from which a part of it is one."""
FEWEST = 8
"""Runs that a document must have: shorter ones are alike by chance."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two documents with runs of words in common; `first` comes before `then`."""

    first: int
    then: int
    of_first: float
    """The share of the runs of `first` that stand in `then`."""
    of_then: float
    """The share of the runs of `then` that stand in `first`."""


def find_copies(accounts: Sequence[Account]) -> tuple[Dependence, ...]:
    """What is copied from what, among documents in the order of `in_order`; `find_places` tells the words."""
    prints = [winnowed(account.clean, unquoted(account)) for account in accounts]
    by_copy: dict[int, list[_Pair]] = defaultdict(list)
    for pair in _find_pairs(prints):
        by_copy[pair.then].append(pair)
    return tuple(d for then in sorted(by_copy) for d in _judged(accounts, prints, by_copy[then]))


@dataclass(frozen=True, slots=True)
class Worded:
    """A document by what it says outside quotation marks, ready to be compared again and again."""

    runs: Hashes
    traces: tuple[Trace, ...]


def word(account: Account) -> Worded:
    """The document so."""
    own = unquoted(account)
    return Worded(winnowed(account.clean, own), trace(account.clean, own))


def find_places(dependence: Dependence, copy: Worded, first: Worded) -> Dependence:
    """The same dependence, with the words that a partial copy has from the other in both."""
    shared = np.intersect1d(copy.runs, first.runs, assume_unique=True)
    places, there = (find_runs(one.traces, shared) for one in (copy, first))
    return replace(dependence, places=places, places_there=there)


def _find_pairs(prints: Sequence[Hashes]) -> Iterator[_Pair]:
    lengths = [len(one) for one in prints]
    for (first, then), shared in count_shared(prints).items():
        pair = _Pair(first, then, shared / lengths[first], shared / lengths[then])
        if min(lengths[first], lengths[then]) >= FEWEST and max(pair.of_first, pair.of_then) >= SOME:
            yield pair


def _judged(
    accounts: Sequence[Account], prints: Sequence[Hashes], pairs: Sequence[_Pair]
) -> Iterator[Dependence]:
    """What a document has from those before it: all of it, or some, or nothing that matters."""
    is_copy = any(pair.of_then >= MOST for pair in pairs)
    made_of_them = not is_copy and _covered(prints, pairs) >= ALL
    for pair in pairs:
        whole = pair.of_then >= MOST or (made_of_them and pair.of_then >= SOME)
        if whole or pair.of_then >= SOME or pair.of_first >= MOST:
            yield _dependence(accounts, pair, whole)


def _covered(prints: Sequence[Hashes], pairs: Sequence[_Pair]) -> float:
    """The share of a document's runs that stand in any of those before it."""
    own = prints[pairs[0].then]
    before = np.concatenate([prints[pair.first] for pair in pairs])
    return float(np.isin(own, before).mean())


def _dependence(accounts: Sequence[Account], pair: _Pair, whole: bool) -> Dependence:
    copy, first = accounts[pair.then], accounts[pair.first]
    return Dependence(copy.document, first.document, Evidence.NEAR_COPY, _reason(copy, first, pair), whole)


def _reason(copy: Account, first: Account, pair: _Pair) -> str:
    order = "" if is_later(copy, first) else "; which came first is not known"
    what = "near copy" if pair.of_then >= MOST else "partial copy"
    if pair.of_then >= SOME:
        return f"{what}: {pair.of_then * 100:.0f} % of its runs of words stand in {first.label}{order}"
    return f"holds {pair.of_first * 100:.0f} % of the runs of words of {first.label}{order}"
