"""How good are attributions in the sense of PolNeAR? Compares who-says-what triples with annotated ones.

Definitions:

- A *triple* has any number of stretches for each role: source, cue and content. Space, punctuation and
  quotation marks at their ends do not count, and a stretch of nothing else is none.
- Two triples *overlap* if each role that either of them has shares a character with the other's; they are
  *exact* if every stretch is the same. Pairs are taken within a document, best first, each triple once.
- `triple_*` are F1 of such pairs; `ROLE_exact` is F1 of the stretches of a role by themselves, whatever
  triple they belong to.
- `unquoted_recall` is the share of annotated triples with an overlapping partner among those whose content
  does not open with a quotation mark: indirect speech, and quotations that begin inside a clause.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from alleged.model.document import Extent
from benchmarks.scoring import take_best

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.scoring import Figures

Extents: TypeAlias = tuple[Extent, ...]

ROLES = ("source", "cue", "content")
OPENING = '"“'
EDGE = frozenset(" \t\r\n\u00a0.,;:!?\"'“”‘’()[]—–-")


@dataclass(frozen=True, slots=True)
class Triple:
    """Who says what: the words for the source, the cue and the content; any of them may be missing."""

    source: Extents = ()
    cue: Extents = ()
    content: Extents = ()

    def get(self, role: str) -> Extents:
        """The stretches of `role`."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


@dataclass(frozen=True, slots=True)
class Told:
    """A text with its annotated and its predicted triples."""

    text: str
    gold: Sequence[Triple]
    predicted: Sequence[Triple]


def count(told: Told) -> Counter[str]:
    """What is right and wrong in one document; the counts of several documents add up."""
    gold = [_trim(told.text, triple) for triple in told.gold]
    predicted = [_trim(told.text, triple) for triple in told.predicted]
    found = _find_paired(gold, predicted, _overlap)
    same = _find_paired(gold, predicted, lambda one, other: int(one == other))
    counts = Counter(documents=1, gold=len(gold), predicted=len(predicted))
    counts.update(overlap=len(found), exact=len(same))
    # Whether a content opens with a quotation mark is seen before the mark is trimmed.
    unquoted = {i for i, triple in enumerate(told.gold) if not _is_quoted(told.text, triple)}
    counts.update(unquoted=len(unquoted), unquoted_hit=len(unquoted & found))
    for role in ROLES:
        counts.update(_count_role(role, gold, predicted))
    return counts


def sum_up(counts: Counter[str]) -> Figures:
    """The figures: counts as they are, shares in percent."""
    return {
        **{key: counts[key] for key in ("documents", "gold", "predicted")},
        "triple_overlap": _f1(counts["overlap"], counts["gold"], counts["predicted"]),
        "triple_exact": _f1(counts["exact"], counts["gold"], counts["predicted"]),
        "unquoted_recall": 100 * counts["unquoted_hit"] / max(counts["unquoted"], 1),
        **{
            f"{role}_exact": _f1(counts[f"{role}_hit"], counts[f"{role}_gold"], counts[f"{role}_predicted"])
            for role in ROLES
        },
    }


def _f1(hit: int, gold: int, predicted: int) -> float:
    return 100 * 2 * hit / (gold + predicted) if gold + predicted else 0.0


def _trim(text: str, triple: Triple) -> Triple:
    kept = {role: [_trim_extent(text, extent) for extent in triple.get(role)] for role in ROLES}
    return Triple(
        **{role: tuple(sorted(one for one in found if one.start < one.end)) for role, found in kept.items()}
    )


def _trim_extent(text: str, extent: Extent) -> Extent:
    start, end = extent.start, extent.end
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return replace(extent, start=start, end=end)


def _find_paired(
    gold: Sequence[Triple], predicted: Sequence[Triple], value: Callable[[Triple, Triple], int]
) -> set[int]:
    """The indices of the annotated triples that find a partner; a pair without value is none."""
    pairs = ((value(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(predicted))
    return {i for i, _ in take_best([pair for pair in pairs if pair[0] > 0])}


def _overlap(gold: Triple, predicted: Triple) -> int:
    """How many characters two triples share, 0 if they share none in a role that either has."""
    pairs = [(gold.get(role), predicted.get(role)) for role in ROLES]
    shared = [_shared(*pair) for pair in pairs if any(pair)]
    return sum(shared) if all(shared) else 0


def _shared(one: Extents, other: Extents) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a, b in product(one, other))


def _is_quoted(text: str, triple: Triple) -> bool:
    """Whether a stretch of the content opens with a quotation mark; an empty one is not held against it."""
    return any(text[one.start : one.end][:1] in OPENING for one in triple.content)


def _count_role(role: str, gold: Sequence[Triple], predicted: Sequence[Triple]) -> Counter[str]:
    wanted = Counter(extent for triple in gold for extent in triple.get(role))
    told = Counter(extent for triple in predicted for extent in triple.get(role))
    hit = (wanted & told).total()
    return Counter({f"{role}_hit": hit, f"{role}_gold": wanted.total(), f"{role}_predicted": told.total()})
