"""Claims as a network: who says each, whom it is about, and which claims answer which.

A denial ends on the claims that it denies, never on somebody: that China denies hacking says nothing of China
but that it speaks. A blanket denial has an edge to each claim of the set that it answers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.matrix import view_matrix
from alleged.knowledge.keys import name_key
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import RelationType

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from alleged.dossiers.bodies import Opener
    from alleged.dossiers.matrix import Column, Matrix
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim, Mention
    from alleged.model.vocabulary import Scope

MOST = 150
"""Nodes beyond which nobody can read a network."""


class Sort(StrEnum):
    """What a node is."""

    SPEAKER = "speaker"
    CLAIM = "claim"
    NAME = "name"
    """Somebody or something that a claim is about, as the one who acts or the one acted upon."""


class Tie(StrEnum):
    """What an edge says of its ends."""

    SAYS = "says"
    """A speaker makes a claim."""
    BY = "by"
    """A claim tells of a deed by this name."""
    TO = "to"
    """A claim tells of a deed to this name."""
    DISPUTES = RelationType.DISPUTES.value
    """A claim denies another; so do the following tie claims only."""
    CONFIRMS = RelationType.CONFIRMS.value
    DECLINES = RelationType.DECLINES.value
    RESTATES = RelationType.RESTATES.value
    ELABORATES = RelationType.ELABORATES.value


@dataclass(frozen=True, slots=True)
class Node:
    """A speaker, a claim or a name; the label of a claim is its content, to the letter."""

    id: str
    sort: Sort
    label: str
    claim: Claim | None = None
    is_suspect: bool = False
    """Of a speaker, whether it stands for documents of suspected floods."""


@dataclass(frozen=True, slots=True)
class Edge:
    """What one node has to do with another."""

    start: str
    end: str
    tie: Tie
    scope: Scope | None = None
    """Of an answer, whether it answers just this or everything."""
    reason: str = ""
    """Of what is between claims, why it is suggested."""


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges; every edge's ends are among the nodes. `about` is what was asked for, in words."""

    about: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def view_network(ledger: Ledger, asked: str | None = None, opener: Opener | None = None) -> Network:
    """The network of an incident, of a name, or of all claims, with those that say the same or answer.

    `opener` gives the lists that tell which names of speakers are of one body.
    """
    return make_network(view_matrix(ledger, asked, opener=opener))


def make_network(matrix: Matrix) -> Network:
    """What a matrix of speakers holds, as a network: each column is one speaker."""
    claims = {claim.id: claim for column in matrix.columns for claim in column.claims}
    speakers = [_speaker(column, place) for place, column in enumerate(matrix.columns)]
    said = (Node(claim.id, Sort.CLAIM, claim.content.exact, claim) for claim in claims.values())
    names = _find_names(claims.values())
    nodes = (*speakers, *said, *names.values())
    spoken = zip(speakers, matrix.columns, strict=True)
    says = (Edge(node.id, claim.id, Tie.SAYS) for node, column in spoken for claim in column.claims)
    about = (edge for claim in claims.values() for edge in _edges_about(claim, names))
    return Network(matrix.about, nodes, (*says, *about, *_edges_between(matrix, claims)))


def _speaker(column: Column, place: int) -> Node:
    """Told by its first claim and its place, since no id is made of a name alone."""
    id_ = f"{column.claims[0].id[:SHORT_ID]}-speaker-{place}"
    return Node(id_, Sort.SPEAKER, column.label, is_suspect=column.is_suspect)


def _find_names(claims: Iterable[Claim]) -> dict[str, Node]:
    """By their keys, the names that claims are about, each in the form that is used most."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, str] = {}
    for claim in claims:
        for place, mention in enumerate((*claim.actors, *claim.targets)):
            forms[name_key(mention.name)][mention.name] += 1
            first.setdefault(name_key(mention.name), f"{claim.id[:SHORT_ID]}-name-{place}")
    return {key: Node(first[key], Sort.NAME, form.most_common(1)[0][0]) for key, form in forms.items()}


def _edges_about(claim: Claim, names: Mapping[str, Node]) -> Iterator[Edge]:
    for tie, mentions in ((Tie.BY, claim.actors), (Tie.TO, claim.targets)):
        for end in dict.fromkeys(_node_of(mention, names) for mention in mentions):
            yield Edge(claim.id, end, tie)


def _node_of(mention: Mention, names: Mapping[str, Node]) -> str:
    return names[name_key(mention.name)].id


def _edges_between(matrix: Matrix, claims: Container[str]) -> Iterator[Edge]:
    for relation in matrix.overview.relations:
        if relation.claim in claims and relation.to in claims:
            yield Edge(relation.claim, relation.to, Tie(relation.type), relation.scope, relation.reason)


def limit(network: Network, most: int = MOST) -> Network:
    """The part that is shown first: what answers or is answered, then what is about the most used names.

    It holds as much as fits; what suspected floods say comes last. A claim never stands without all who say
    it and all that it is about.
    """
    nodes = {node.id: node for node in network.nodes}
    ties = Counter(end for edge in network.edges for end in (edge.start, edge.end))
    beside = _neighbours(network)

    def rank(claim: str) -> tuple[bool, int, float]:
        near = [nodes[each] for each in beside[claim]]
        answers = sum(each.sort is Sort.CLAIM for each in near)
        names = [ties[each.id] for each in near if each.sort is Sort.NAME]
        return (any(each.is_suspect for each in near), -answers, -sum(names) / max(1, len(names)))

    return _keep(network, sorted((n.id for n in nodes.values() if n.sort is Sort.CLAIM), key=rank), most)


def look_around(network: Network, node: str, most: int = MOST) -> Network:
    """What is tied to a node: its claims, or what answers and restates a claim; empty for no node of it."""
    beside = _neighbours(network)
    sorts = {each.id: each.sort for each in network.nodes}
    near = [node, *beside.get(node, ())] if node in sorts else []
    return _keep(network, [each for each in near if sorts[each] is Sort.CLAIM], most)


def _neighbours(network: Network) -> dict[str, dict[str, None]]:
    """By node, those that an edge ties to it, each once."""
    beside: dict[str, dict[str, None]] = defaultdict(dict)
    for edge in network.edges:
        beside[edge.start][edge.end] = beside[edge.end][edge.start] = None
    return beside


def _keep(network: Network, claims: Sequence[str], most: int) -> Network:
    """The part with these claims, the first of them first, as far as they fit."""
    sorts = {node.id: node.sort for node in network.nodes}
    beside = _neighbours(network)
    kept: set[str] = set()
    for claim in claims:
        needed = {claim, *(each for each in beside.get(claim, ()) if sorts[each] is not Sort.CLAIM)}
        if len(kept | needed) <= most:
            kept |= needed
    return Network(
        network.about,
        tuple(node for node in network.nodes if node.id in kept),
        tuple(edge for edge in network.edges if edge.start in kept and edge.end in kept),
    )
