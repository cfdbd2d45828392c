"""Runs of words as numbers: which documents share how many, and where these stand.

The text is cut into runs of `RUN` words, each becomes a hash, and of every `WINDOW` neighbours the smallest
is kept (winnowing: Schleimer, Wilkerson and Aiken, 2003). What two texts share is thereby found wherever it
stands, if it is `RUN + WINDOW - 1` words long; nothing depends on chance or on other documents.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from alleged.model.document import Extent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy.typing as npt

    Hashes: TypeAlias = npt.NDArray[np.uint64]

RUN = 6
"""Words of a run."""
WINDOW = 4
"""Neighbouring runs of which one is kept."""
NEAREST = 64
"""Documents before it, among those with the same run, that a document is compared with."""
FIRST = 16
"""Documents that came first, among those with the same run, that it is compared with besides."""
_WORD = re.compile(r"\w+")
_KNOWN_WORDS = 1 << 18
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_SHIFT = np.uint64(32)


def winnowed(clean: str, extents: Iterable[Extent], run: int = RUN) -> Hashes:
    """The hashes that stand for these stretches of a text, each once, sorted."""
    parts = [_smallest(_hash_runs(_words(clean, extent), run)) for extent in extents]
    return _unique(parts)


def all_runs(clean: str, extents: Iterable[Extent], run: int) -> Hashes:
    """The hashes of every run of these stretches, each once, sorted."""
    return _unique([_hash_runs(_words(clean, extent), run) for extent in extents])


def count_shared(prints: Sequence[Hashes]) -> dict[tuple[int, int], int]:
    """How many hashes each pair of documents shares, by their indices, the earlier first.

    Where very many documents share a hash, each is paired with the `FIRST` of them and the `NEAREST` before
    it only, so that the work stays linear in their number.
    """
    if not prints:
        return {}
    values = np.concatenate(prints)
    order = np.argsort(values, kind="stable")
    owners = np.repeat(np.arange(len(prints)), [len(one) for one in prints])[order]
    codes = list(_pairs(values[order], owners, len(prints)))
    found, counts = np.unique(np.concatenate(codes or [owners[:0]]), return_counts=True)
    return {divmod(code, len(prints)): n for code, n in zip(found.tolist(), counts.tolist(), strict=True)}


@dataclass(frozen=True, slots=True)
class Trace:
    """A stretch of a text, word by word: where each begins and ends, and the hash of the run it begins."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    hashes: Hashes


def trace(clean: str, extents: Iterable[Extent], run: int = RUN) -> tuple[Trace, ...]:
    """These stretches of a text, so that runs can be found in them again and again."""
    return tuple(_trace(list(_WORD.finditer(clean, one.start, one.end)), run) for one in extents)


def _trace(words: Sequence[re.Match[str]], run: int) -> Trace:
    places = tuple(word.start() for word in words), tuple(word.end() for word in words)
    return Trace(*places, _hash_runs([word.group() for word in words], run))


def find_runs(traces: Iterable[Trace], wanted: Hashes, run: int = RUN) -> tuple[Extent, ...]:
    """Where the runs with these hashes stand, as stretches that neither overlap nor touch."""
    return tuple(_merged(_find_each(traces, wanted, run)))


def _pairs(values: Hashes, owners: npt.NDArray[np.int64], n: int) -> Iterator[npt.NDArray[np.int64]]:
    for lag in range(1, min(NEAREST, len(values) - 1) + 1):
        same = np.flatnonzero(values[lag:] == values[:-lag])
        if not len(same):
            return
        yield owners[same] * n + owners[same + lag]
    yield from _pairs_with_first(values, owners, n)


def _pairs_with_first(
    values: Hashes, owners: npt.NDArray[np.int64], n: int
) -> Iterator[npt.NDArray[np.int64]]:
    """Pairs of those that came first and those that came more than `NEAREST` after them."""
    places = np.arange(len(values))
    is_new = np.concatenate([[True], values[1:] != values[:-1]])
    starts = np.maximum.accumulate(np.where(is_new, places, 0))
    for first in (starts + at for at in range(FIRST)):
        far = np.flatnonzero(places - first > NEAREST)
        yield owners[first[far]] * n + owners[far]


def _find_each(traces: Iterable[Trace], wanted: Hashes, run: int) -> Iterator[Extent]:
    for one in traces:
        for at in np.flatnonzero(np.isin(one.hashes, wanted)).tolist():
            yield Extent(one.starts[at], one.ends[at + run - 1])


def _merged(extents: Iterable[Extent]) -> Iterator[Extent]:
    current: Extent | None = None
    for extent in extents:
        if current and extent.start <= current.end:
            current = Extent(current.start, max(current.end, extent.end))
            continue
        if current:
            yield current
        current = extent
    if current:
        yield current


def _words(clean: str, extent: Extent) -> list[str]:
    return _WORD.findall(clean, extent.start, extent.end)


def _hash_runs(words: Sequence[str], run: int) -> Hashes:
    """A hash for every run of neighbouring words, in order."""
    count = len(words) - run + 1
    if count < 1:
        return np.empty(0, np.uint64)
    hashes = np.fromiter(map(_hash_word, words), np.uint64, len(words))
    total = np.zeros(count, np.uint64)
    for at in range(run):
        total = total * _FACTOR + hashes[at : at + count]
    mixed = (total ^ (total >> _SHIFT)) * _MIX
    return np.asarray(mixed ^ (mixed >> _SHIFT), np.uint64)


def _smallest(hashes: Hashes) -> Hashes:
    if len(hashes) <= WINDOW:
        return hashes[:0] if not len(hashes) else hashes.min(keepdims=True)
    windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
    return np.asarray(windows.min(axis=1), np.uint64)


def _unique(parts: Sequence[Hashes]) -> Hashes:
    return np.unique(np.concatenate(parts)) if parts else np.empty(0, np.uint64)


@lru_cache(_KNOWN_WORDS)
def _hash_word(word: str) -> int:
    digest = hashlib.blake2b(word.casefold().encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest())
