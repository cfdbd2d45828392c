"""A network in words: every node and every edge in lists that can be read without drawing it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.network import Sort, Tie

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from alleged.dossiers.network import Edge, Network, Node
    from alleged.model.claim import Claim

PASSIVE = {
    Tie.DISPUTES: "disputed by",
    Tie.CONFIRMS: "confirmed by",
    Tie.DECLINES: "not commented on by",
    Tie.RESTATES: "restated by",
    Tie.ELABORATES: "elaborated by",
}
"""How an edge between claims is told from its end."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one claim does to others, or others to it: "disputes (blanket)" and the claims."""

    how: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A claim with everything that is tied to it."""

    node: Node
    claim: Claim
    speakers: tuple[Node, ...]
    by: tuple[Node, ...]
    to: tuple[Node, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The claims of a network, then who speaks and who is spoken of, each with a number of claims."""

    lines: tuple[Line, ...]
    speakers: tuple[tuple[Node, int], ...]
    names: tuple[tuple[Node, int], ...]


def make_outline(network: Network) -> Outline:
    """Each node once, each edge at its ends."""
    ties = _Ties.of(network)
    lines = [_line(node, node.claim, ties) for node in network.nodes if node.claim]
    speakers = [(node, len(ties.out[node.id])) for node in network.nodes if node.sort is Sort.SPEAKER]
    names = [
        (node, len({edge.start for edge in ties.into[node.id]}))
        for node in network.nodes
        if node.sort is Sort.NAME
    ]
    return Outline(tuple(lines), tuple(sorted(speakers, key=_most)), tuple(sorted(names, key=_most)))


@dataclass(frozen=True, slots=True)
class _Ties:
    """The nodes by id, and the edges by each of their ends."""

    nodes: Mapping[str, Node]
    out: Mapping[str, Sequence[Edge]]
    into: Mapping[str, Sequence[Edge]]

    @classmethod
    def of(cls, network: Network) -> _Ties:
        out, into = defaultdict(list), defaultdict(list)
        for edge in network.edges:
            out[edge.start].append(edge)
            into[edge.end].append(edge)
        return cls({node.id: node for node in network.nodes}, out, into)


def _most(counted: tuple[Node, int]) -> tuple[int, str]:
    return (-counted[1], counted[0].label)


def _line(node: Node, claim: Claim, ties: _Ties) -> Line:
    out, into = ties.out[node.id], ties.into[node.id]
    speakers = tuple(ties.nodes[edge.start] for edge in into if edge.tie is Tie.SAYS)
    by, to = (tuple(ties.nodes[e.end] for e in out if e.tie is tie) for tie in (Tie.BY, Tie.TO))
    answers = _told(((_how(edge, edge.tie.value), edge.end) for edge in out if edge.tie in PASSIVE), ties)
    answered = _told(((_how(e, PASSIVE[e.tie]), e.start) for e in into if e.tie in PASSIVE), ties)
    return Line(node, claim, speakers, by, to, (*answers, *answered))


def _how(edge: Edge, word: str) -> str:
    return f"{word} ({edge.scope.value})" if edge.tie is Tie.DISPUTES and edge.scope else word


def _told(pairs: Iterable[tuple[str, str]], ties: _Ties) -> tuple[Told, ...]:
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for how, end in pairs:
        claim = ties.nodes[end].claim
        if claim:
            grouped[how].append(claim)
    return tuple(Told(how, tuple(claims)) for how, claims in grouped.items())
