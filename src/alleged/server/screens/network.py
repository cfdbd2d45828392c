"""Who says what of whom, and which claims answer which, as a drawing and as lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.network import MOST, limit, look_around, make_network
from alleged.exports.network import table_network
from alleged.knowledge.keys import name_key
from alleged.server.comparing import recall_choices, recall_matrix
from alleged.server.outline import make_outline
from alleged.server.pages import Page

if TYPE_CHECKING:
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def show_network(desk: Desk, asked: Asked) -> Page:
    """The network of a name, of an incident or of the whole ledger, or the part of it around one node."""
    of, node, most = asked.text("of"), asked.text("node"), asked.number("limit", MOST, MOST)
    matrix = recall_matrix(desk, of)
    network = desk.recall(("network", of), lambda: make_network(matrix))
    private = desk.private_keys()
    part = look_around(network, node, most) if node else limit(network, most)
    shown = {
        "of": of,
        "compared": desk.part(of),
        "network": network,
        "part": part,
        "most": most,
        "hidden": {each.id for each in part.nodes if not each.claim and name_key(each.label) in private},
        "node": next((each for each in network.nodes if each.id == node), None),
        "outline": make_outline(part),
        "choices": None if of else recall_choices(desk),
    }
    title = f"Network: {network.about}" if of else "Network"
    whole = part if node or asked.text("limit") else network
    return Page("network.html", title, shown, lambda: table_network(whole, private))
