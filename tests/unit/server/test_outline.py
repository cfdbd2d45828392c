from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.network import Sort, Tie, view_network
from alleged.ledger import open_ledger
from alleged.server.outline import make_outline
from tests.unit.dossiers.library import LIBRARY, REGISTER, UNTRUE, add_stories

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.dossiers.network import Network


@pytest.fixture
def network(tmp_path: Path) -> Network:
    with closing(open_ledger(tmp_path / "library.db", create=True)) as opened:
        add_stories(opened, *LIBRARY)
        return view_network(opened)


def test_every_node_and_every_edge_is_told(network: Network) -> None:
    outline = make_outline(network)
    told = (*(line.node for line in outline.lines), *(n for n, _ in (*outline.speakers, *outline.names)))
    assert set(told) == set(network.nodes)
    assert len(told) == len(network.nodes)
    about = sum(len((*line.speakers, *line.by, *line.to)) for line in outline.lines)
    between = sum(len(each.claims) for line in outline.lines for each in line.told)
    plain = sum(edge.tie in {Tie.SAYS, Tie.BY, Tie.TO} for edge in network.edges)
    assert (about, between) == (plain, 2 * (len(network.edges) - plain))


def test_a_denial_is_told_at_both_of_its_ends(network: Network) -> None:
    lines = {line.claim.content.exact: line for line in make_outline(network).lines}
    denied = {told.how: told.claims for told in lines[REGISTER].told}
    assert lines[UNTRUE].claim in denied["disputed by (specific)"]
    assert "disputed by (blanket)" in denied
    denying = {told.how: told.claims for told in lines[UNTRUE].told}
    assert lines[REGISTER].claim in denying["disputes (specific)"]
    assert [node.label for node in lines[REGISTER].speakers] == ["United Kingdom"]


def test_who_has_most_claims_comes_first(network: Network) -> None:
    outline = make_outline(network)
    for counted in (outline.speakers, outline.names):
        numbers = [number for _, number in counted]
        assert numbers == sorted(numbers, reverse=True)
    assert outline.names[0][0].sort is Sort.NAME
    assert outline.names[0][0].label == "China"
