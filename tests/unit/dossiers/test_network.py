from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.network import MOST, Network, Sort, Tie, limit, look_around, view_network
from alleged.model.vocabulary import Act, Scope, Stance
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import LIBRARY, REGISTER, TAKEN, UNTRUE, add_stories
from tests.unit.dossiers.test_floods import MANY, REPORT, flooding

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

SLANDER = "the British allegations as baseless"


@pytest.fixture
def library(ledger: Ledger) -> Ledger:
    add_stories(ledger, *LIBRARY)
    return ledger


def ids_of(network: Network, sort: Sort) -> dict[str, str]:
    """The ids of the nodes of that sort, by their labels."""
    return {node.label: node.id for node in network.nodes if node.sort is sort}


def ties(network: Network, start: str, end: str) -> set[Tie]:
    return {edge.tie for edge in network.edges if (edge.start, edge.end) == (start, end)}


def test_who_says_what_of_whom_are_edges(library: Ledger) -> None:
    network = view_network(library)
    speakers, claims = ids_of(network, Sort.SPEAKER), ids_of(network, Sort.CLAIM)
    names = ids_of(network, Sort.NAME)
    assert ties(network, speakers["United Kingdom"], claims[REGISTER]) == {Tie.SAYS}
    assert ties(network, claims[REGISTER], names["China"]) == {Tie.BY}
    assert ties(network, claims[REGISTER], names["Northport"]) == {Tie.TO}
    assert speakers["China"] != names["China"]


def test_a_denial_ends_on_the_claims_that_it_denies(library: Ledger) -> None:
    network = view_network(library)
    claims = ids_of(network, Sort.CLAIM)
    denials = {(edge.start, edge.end): edge.scope for edge in network.edges if edge.tie is Tie.DISPUTES}
    assert denials[claims[UNTRUE], claims[REGISTER]] is Scope.SPECIFIC
    assert denials[claims[SLANDER], claims[REGISTER]] is Scope.BLANKET
    assert {end for start, end in denials if start == claims[SLANDER]} >= {claims[REGISTER]}
    assert {end for _, end in denials} <= set(claims.values())


def test_each_claim_keeps_its_stance(library: Ledger) -> None:
    network = view_network(library, "Northport")
    stances = {node.label: node.claim.stance for node in network.nodes if node.claim}
    assert (stances[REGISTER], stances[TAKEN]) == (Stance.ALLEGES, Stance.ASSESSES)
    assert stances[UNTRUE] is Stance.DENIES


def test_one_name_in_several_forms_is_one_node(ledger: Ledger) -> None:
    words = ("Gale Crow took the seal", "GALE CROW took the stamp", "Gale Crow took the chart")
    says = (Says(each, "Norway", act=Act.DATA_THEFT, actors=(each[:9],)) for each in words)
    add_stories(ledger, make_story(About("Forms", "Late News", "2024-03-25"), *says))
    network = view_network(ledger, "Gale Crow")
    assert [node.label for node in network.nodes if node.sort is Sort.NAME] == ["Gale Crow"]


def test_what_answers_and_is_answered_is_kept_first(library: Ledger) -> None:
    network = view_network(library)
    small = limit(network, 8)
    claims = set(ids_of(network, Sort.CLAIM).values())
    between = {end for e in network.edges if {e.start, e.end} <= claims for end in (e.start, e.end)}
    kept = set(ids_of(small, Sort.CLAIM).values())
    assert kept
    assert kept <= between < claims
    assert limit(network) == network
    assert len(network.nodes) <= MOST


def test_around_a_speaker_stand_its_claims_and_what_they_are_about(library: Ledger) -> None:
    network = view_network(library)
    around = look_around(network, ids_of(network, Sort.SPEAKER)["United Kingdom"])
    assert set(ids_of(around, Sort.CLAIM)) == {REGISTER}
    assert set(ids_of(around, Sort.NAME)) == {"China", "Northport"}


def test_around_a_claim_stand_those_that_answer_it(library: Ledger) -> None:
    network = view_network(library)
    around = look_around(network, ids_of(network, Sort.CLAIM)[REGISTER])
    assert {REGISTER, UNTRUE, SLANDER} <= set(ids_of(around, Sort.CLAIM))
    assert "China" in ids_of(around, Sort.SPEAKER)


def test_around_what_is_not_there_stands_nothing(library: Ledger) -> None:
    assert look_around(view_network(library), "ffff").nodes == ()
    assert view_network(library, "Nobody").nodes == ()


def test_what_a_suspected_flood_says_comes_last(library: Ledger) -> None:
    add_stories(library, REPORT, *map(flooding, range(MANY)))
    network = view_network(library)
    suspects = {node.id for node in network.nodes if node.is_suspect}
    flooded = {edge.end for edge in network.edges if edge.start in suspects}
    trusted = {node.id for node in network.nodes if node.claim} - flooded
    assert len(flooded) > MOST
    kept = {node.id for node in limit(network).nodes}
    assert trusted < kept
    assert len(kept) <= MOST
