"""A network for programs: one record a node, then one record an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.network import Tie
from alleged.dossiers.wording import tell_speaker
from alleged.exports.columns import keys
from alleged.exports.table import Table
from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from alleged.dossiers.network import Edge, Network, Node
    from alleged.exports.columns import Columns
    from alleged.model.claim import Claim
    from alleged.model.wire import Wire

NETWORK_COLUMNS: Columns = keys(
    *("record", "id", "sort", "label", "is_private", "speaker", "speaker_basis", "stance", "hedges"),
    *("start", "tie", "end", "scope", "reason"),
)
_NO_NODE: Wire = dict.fromkeys(("sort", "label", "is_private"))
_NO_CLAIM: Wire = dict.fromkeys(("speaker", "speaker_basis", "stance", "hedges"))
_NO_EDGE: Wire = dict.fromkeys(("start", "tie", "end", "scope", "reason"))


def table_network(network: Network, private: Container[str] = frozenset()) -> Table:
    """The nodes and edges; claims, and edges that say who makes them, with speaker, stance and hedges.

    `private` holds the keys of the names of accused private persons.
    """
    return Table(_record(network, private), NETWORK_COLUMNS, is_dossier=True)


def _record(network: Network, private: Container[str]) -> Iterator[Wire]:
    claims = {node.id: node.claim for node in network.nodes if node.claim}
    for node in network.nodes:
        yield _record_node(node, private)
    for number, edge in enumerate(network.edges):
        yield _record_edge(edge, number, claims[edge.end] if edge.tie is Tie.SAYS else None)


def _record_node(node: Node, private: Container[str]) -> Wire:
    is_private = node.claim is None and name_key(node.label) in private
    told = {"sort": node.sort.value, "label": node.label, "is_private": is_private}
    return {"record": "node", "id": node.id, **told, **_record_claim(node.claim), **_NO_EDGE}


def _record_edge(edge: Edge, number: int, claim: Claim | None) -> Wire:
    scope = edge.scope.value if edge.scope else None
    ends = {"start": edge.start, "tie": edge.tie.value, "end": edge.end}
    told = {**ends, "scope": scope, "reason": edge.reason or None}
    return {"record": "edge", "id": f"edge-{number}", **_NO_NODE, **_record_claim(claim), **told}


def _record_claim(claim: Claim | None) -> Wire:
    if claim is None:
        return _NO_CLAIM
    return {
        "speaker": tell_speaker(claim.speaker),
        "speaker_basis": claim.speaker.basis.value,
        "stance": claim.stance.value,
        "hedges": [hedge.exact for hedge in claim.hedges],
    }
