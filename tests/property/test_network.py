"""What no network may do, whatever is read."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from alleged.dossiers.network import Network, Sort, Tie, limit, look_around, view_network
from alleged.ledger import open_ledger
from tests.strategies.reports import LIBRARIES
from tests.unit.dossiers.library import add_stories

if TYPE_CHECKING:
    from alleged.resolve.stories import Story

BETWEEN = frozenset(Tie) - {Tie.SAYS, Tie.BY, Tie.TO}


def check(network: Network) -> None:
    """Denials and every other answer end on claims, edges on nodes; no claim is without who says it."""
    sorts = {node.id: node.sort for node in network.nodes}
    assert len(sorts) == len(network.nodes)
    for edge in network.edges:
        assert {edge.start, edge.end} <= sorts.keys()
        if edge.tie in BETWEEN:
            assert sorts[edge.start] is sorts[edge.end] is Sort.CLAIM
    said = {edge.end for edge in network.edges if edge.tie is Tie.SAYS}
    assert said == {id_ for id_, sort in sorts.items() if sort is Sort.CLAIM}


@settings(max_examples=15)
@given(LIBRARIES, st.integers(1, 30), st.data())
def test_denials_end_on_claims_and_edges_on_nodes(
    stories: list[Story], most: int, data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder, closing(open_ledger(Path(folder) / "a.db", create=True)) as ledger:
        add_stories(ledger, *stories)
        network = view_network(ledger)
    check(network)
    node = data.draw(st.sampled_from([node.id for node in network.nodes])) if network.nodes else "none"
    for part in (limit(network, most), look_around(network, node, most)):
        check(part)
        assert len(part.nodes) <= most
        assert set(part.nodes) <= set(network.nodes)
        assert set(part.edges) <= set(network.edges)
