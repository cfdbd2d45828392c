"""Countries as authorities claim them of entities, by their English names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from alleged.knowledge.known import Listed
    from alleged.model.entity import Entity


def tell_country(authority: Listed, entity: Entity) -> str:
    """What an authority claims of the country: "MISP galaxy says: China"; "" if it tells none."""
    return f"{_short(authority)} says: {name_country(entity.country)}" if entity.country else ""


def name_country(code: str) -> str:
    """The name of a country by its code; the code where it has none."""
    return str(Locale("en").territories.get(code, code))


def _short(authority: Listed) -> str:
    """Who keeps the list: "MISP galaxy" of "MISP galaxy, Threat Actor"."""
    return authority.title.partition(",")[0]
