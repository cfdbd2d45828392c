"""Names that act, are acted upon or speak: the way to a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.near_names import find_near_names
from alleged.dossiers.players import Part, count_players, find_players, view_players
from alleged.exports.players import table_players
from alleged.ledger.interface import Aspect, ClaimQuery
from alleged.server.listed import cut
from alleged.server.pages import Page

if TYPE_CHECKING:
    from alleged.dossiers.players import Player
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

MOST = 10_000
"""Claims of a ledger up to which each is looked at; of larger ones names are only counted."""


def show_actors(desk: Desk, asked: Asked) -> Page:
    """The names, those with most claims first; of one part, and with the letters that were asked for."""
    part, words = asked.code("part", Part), asked.text("q")
    every = list_players(desk, part)
    players = find_players(every, words)
    near = () if players else find_near_names(words, (player.name for player in every))
    shown = {
        "listed": cut(players, asked),
        "part": part,
        "words": words,
        "all": len(every),
        "near": near,
        "most": MOST,
    }
    return Page("actors.html", "Actors, targets and speakers", shown, lambda: table_players(players))


def list_players(desk: Desk, part: Part | None = None) -> tuple[Player, ...]:
    """Every name of the ledger that plays the part."""
    return desk.recall(("players", part), lambda: _list(desk, part))


def _list(desk: Desk, part: Part | None) -> tuple[Player, ...]:
    every = ClaimQuery()
    if desk.ledger.claims(ClaimQuery(limit=0)).total > MOST:
        return count_players(desk.ledger.facets(every, (Aspect.ACTOR, Aspect.TARGET, Aspect.SPEAKER)), part)
    return view_players(desk.ledger.claims(every).claims, part)
