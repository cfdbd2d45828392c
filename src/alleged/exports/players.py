"""Names that act, are acted upon or speak, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.players import Part
from alleged.exports.columns import keys
from alleged.exports.table import Table
from alleged.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.dossiers.players import Player
    from alleged.model.wire import Wire

PLAYER_COLUMNS = keys("name", "claims", "documents", *(part.value for part in Part), *Stance)


def table_players(players: Iterable[Player]) -> Table:
    """The names, each with its claims: by what part it plays in them, and by stance where that is known."""
    return Table((_record(player) for player in players), PLAYER_COLUMNS)


def _record(player: Player) -> Wire:
    stances = player.stances
    return {
        "name": player.name,
        "claims": player.claims,
        "documents": player.documents,
        **{part.value: player.parts.get(part, 0) for part in Part},
        **{stance.value: None if stances is None else stances.get(stance, 0) for stance in Stance},
    }
