from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from alleged.dossiers.network import Sort, limit, look_around, view_network
from alleged.exports.masking import make_fit
from alleged.exports.network import table_network
from alleged.knowledge.store import open_knowledge
from alleged.ledger import open_ledger
from alleged.server.desk import Desk
from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path


def test_the_twin_holds_the_whole_network_masked(read_ledger: Path) -> None:
    told = arrive(read_ledger).get("/network.json?of=APT31").json()
    desk = Desk.open(str(read_ledger), "anna")
    table = table_network(view_network(desk.ledger, "APT31", open_knowledge), desk.private_keys())
    fit, hidden = make_fit(table, desk.privacy(), desk.newest())
    assert told == json.loads(json.dumps(list(fit.records)))
    assert hidden
    assert not any("Zhao Guangzong" in (record["label"] or "") for record in told)


def test_programs_get_a_part_where_they_ask_for_one(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    with closing(open_ledger(read_ledger, create=False)) as opened:
        network = view_network(opened, None, open_knowledge)
    part, node = limit(network, 30), next(each for each in network.nodes if each.sort is Sort.SPEAKER)
    for asked, wanted in (("limit=30", part), (f"node={node.id}", look_around(network, node.id))):
        records = client.get(f"/network.json?{asked}&unmask=yes").json()
        assert {r["id"] for r in records if r["record"] == "node"} == {each.id for each in wanted.nodes}


def test_the_page_says_how_much_of_it_is_shown(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    with closing(open_ledger(read_ledger, create=False)) as opened:
        network = view_network(opened, None, open_knowledge)
    part = limit(network, 40)
    page = client.get("/network?limit=40").text
    assert f"{len(part.nodes)} of {len(network.nodes)} nodes" in page
    assert client.get("/network?limit=151").status_code == 400
    for node in part.nodes:
        assert not node.claim or f'href="/claim/{node.id}"' in page


def test_what_is_not_there_is_told(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    assert "Nobody says anything of it" in client.get("/network?of=Nobody+At+All").text
    assert "That node is not in this network" in client.get("/network?of=APT31&node=ffff").text
