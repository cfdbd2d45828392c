from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.network import view_network
from alleged.exports.network import table_network
from alleged.knowledge.keys import name_key
from tests.unit.dossiers.library import LIBRARY, REGISTER, add_stories
from tests.unit.exports.rows import read_both

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger


def test_nodes_and_edges_are_records_and_claims_are_never_flattened(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    network = view_network(ledger)
    table = table_network(network)
    found = [record for record, _ in read_both(table)]
    assert table.is_dossier
    nodes = {record["id"]: record for record in found if record["record"] == "node"}
    edges = [record for record in found if record["record"] == "edge"]
    assert (len(nodes), len(edges)) == (len(network.nodes), len(network.edges))
    (said,) = (node for node in nodes.values() if node["label"] == REGISTER)
    assert (said["speaker"], said["stance"], said["hedges"]) == ("United Kingdom", "alleges", [])
    for edge in edges:
        assert {edge["start"], edge["end"]} <= nodes.keys()
        if edge["tie"] == "says":
            assert (edge["speaker"], edge["stance"]) == tuple(
                nodes[edge["end"]][key] for key in ("speaker", "stance")
            )
    assert {edge["scope"] for edge in edges if edge["tie"] == "disputes"} == {"specific", "blanket"}


def test_accused_private_persons_are_marked(ledger: Ledger) -> None:
    add_stories(ledger, *LIBRARY)
    table = table_network(view_network(ledger), {name_key("Northport")})
    marked = {record["label"] for record, _ in read_both(table) if record["is_private"]}
    assert marked == {"Northport"}
