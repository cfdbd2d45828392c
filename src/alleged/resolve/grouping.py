"""Groups of ids from edges between them, strongest first, with pairs that must stay apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Edge:
    """Two ids that belong together: how strongly, and why."""

    one: str
    other: str
    strength: float
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """Ids that were joined, in the order in which they were given, and the edges that joined them."""

    members: tuple[str, ...]
    edges: tuple[Edge, ...]


def group(
    ids: Sequence[str], edges: Iterable[Edge], apart: Iterable[tuple[str, str]] = ()
) -> tuple[Group, ...]:
    """Every id in one group, in order of their first ids.

    Edges are taken by strength; one that would bring a pair of `apart` into one group is left out, and so
    groups come apart where they were joined most weakly. The order of `edges` does not matter.
    """
    known = frozenset(ids)
    groups = _Groups(ids, [pair for pair in apart if known.issuperset(pair)])
    between = (edge for edge in sorted(edges, key=_by_strength) if known.issuperset((edge.one, edge.other)))
    used = [edge for edge in between if groups.join(edge.one, edge.other)]
    return groups.listed(ids, used)


def _by_strength(edge: Edge) -> tuple[float, tuple[str, str], str]:
    return (-edge.strength, (min(edge.one, edge.other), max(edge.one, edge.other)), edge.why)


class _Groups:
    """Which ids are together so far, and which groups must not be."""

    def __init__(self, ids: Iterable[str], apart: Iterable[tuple[str, str]]) -> None:
        self._leader = {key: key for key in ids}
        self._size = dict.fromkeys(self._leader, 1)
        self._foes: dict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self._foes[one].add(other)
            self._foes[other].add(one)

    def find(self, key: str) -> str:
        while self._leader[key] != key:
            self._leader[key] = self._leader[self._leader[key]]
            key = self._leader[key]
        return key

    def join(self, one: str, other: str) -> bool:
        """Whether the two were apart and are together now."""
        left, right = self.find(one), self.find(other)
        if left == right or right in self._foes[left]:
            return False
        small, large = sorted((left, right), key=lambda key: (self._size[key], key))
        self._leader[small] = large
        self._size[large] += self._size[small]
        for foe in self._foes.pop(small, set()):
            self._foes[foe].discard(small)
            self._foes[foe].add(large)
            self._foes[large].add(foe)
        return True

    def listed(self, ids: Iterable[str], used: Iterable[Edge]) -> tuple[Group, ...]:
        members: dict[str, list[str]] = defaultdict(list)
        edges: dict[str, list[Edge]] = defaultdict(list)
        for key in ids:
            members[self.find(key)].append(key)
        for edge in used:
            edges[self.find(edge.one)].append(edge)
        return tuple(Group(tuple(found), tuple(edges[leader])) for leader, found in members.items())
