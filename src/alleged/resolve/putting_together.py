"""Which operations of different documents are one: candidates by what they share, joined from the surest on.

Two are compared if they share a name, rare words, or who accuses whom. Where very many share one, each is
compared with those that came out next only, so that the work stays linear in their number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from alleged.resolve.operations import ENOUGH, points, together, weigh_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.resolve.operations import Operation

NEXT = 12
"""Operations that came out next, among those that share something, that each is compared with."""
_NAME, _WORD, _SIDES = 2, 1, 2
"""What a shared name, word, or accusation of one side by another counts towards being compared."""
_COMPARED = 2


@dataclass(frozen=True, slots=True)
class Joint:
    """Two operations that seem to be one, by their indices, how much speaks for it, and what."""

    one: int
    other: int
    points: float
    why: str


def join_operations(operations: Sequence[Operation]) -> tuple[Joint, ...]:
    """The pairs that are suggested to be one, given operations in order of publication.

    A pair is among them only if those that have been joined to either still fit together as a whole: a chain
    of documents, of which each shares something else with the next, is no incident.
    """
    found = sorted(_compared(operations), key=lambda joint: (-joint.points, joint.one, joint.other))
    leaders = list(range(len(operations)))
    merged = dict(enumerate(operations))
    for joint in found:
        one, other = sorted((_find(leaders, joint.one), _find(leaders, joint.other)))
        if one != other and points(weigh_up(merged[one], merged[other])) >= ENOUGH:
            leaders[other] = one
            merged[one] = together(merged[one], merged.pop(other))
    return tuple(j for j in found if _find(leaders, j.one) == _find(leaders, j.other))


def _find(leaders: list[int], at: int) -> int:
    while leaders[at] != at:
        leaders[at] = leaders[leaders[at]]
        at = leaders[at]
    return at


def _compared(operations: Sequence[Operation]) -> Iterator[Joint]:
    for one, other in _candidates(operations):
        evidence = weigh_up(operations[one], operations[other])
        total = points(evidence)
        if total >= ENOUGH:
            yield Joint(one, other, total, "; ".join(e.why for e in evidence if e.points > 0))


def _candidates(operations: Sequence[Operation]) -> Iterable[tuple[int, int]]:
    shared: Counter[tuple[int, int]] = Counter()
    for key, members in _index(operations).items():
        for at, one in enumerate(members):
            for other in members[at + 1 : at + 1 + NEXT]:
                shared[one, other] += key[0]
    return (pair for pair, count in shared.items() if count >= _COMPARED)


def _index(operations: Sequence[Operation]) -> dict[tuple[int, str], list[int]]:
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at, operation in enumerate(operations):
        for name in operation.matter.keys() | operation.actors.keys():
            found[_NAME, name].append(at)
        for word in operation.words:
            found[_WORD, word].append(at)
        for accuser, accused in product(operation.accusers, operation.accused):
            found[_SIDES, f"{accuser} > {accused}"].append(at)
    return found
