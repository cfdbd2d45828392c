"""Who uses a name for whom, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.countries import tell_country
from alleged.dossiers.disagreements import list_names
from alleged.exports.columns import keys
from alleged.exports.table import Table
from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.dossiers.aliases import Alias
    from alleged.dossiers.disagreements import Rival
    from alleged.exports.columns import Columns
    from alleged.model.entity import Alias as ListedName
    from alleged.model.entity import Entity
    from alleged.model.wire import Wire

ALIAS_COLUMNS: Columns = {
    **keys("asked", "part", "authority", "version", "id", "kind", "name"),
    "other_names": lambda record: [each["name"] for each in record["other_names"]],
    **keys("country", "says"),
    "shared_names": lambda record: [each["name"] for each in record["shared_names"]],
    **keys("claims", "reason"),
}

_NOTHING: Wire = {
    **dict.fromkeys(("authority", "version", "id", "kind", "name")),
    "other_names": [],
    "country": None,
    "says": None,
    "refs": [],
    "shared_names": [],
    "claims": None,
    "reason": None,
}
"""The keys of every record; what has no value for a part is empty."""


def table_alias(view: Alias) -> Table:
    """Every entity that is called so, then those that share names with it, then names that may be meant."""
    return Table(_record_all(view), ALIAS_COLUMNS)


def _record_all(view: Alias) -> Iterator[Wire]:
    for entity in view.entities:
        yield _record(view, "listed", **_record_entity(view, entity))
    found = view.disagreement
    for rival in found.apart:
        yield _record_rival(view, "kept-apart", rival)
    for rival in found.sharing:
        yield _record_rival(view, "shares-names", rival)
    for rival in found.other_kinds:
        yield _record_rival(view, "other-kind", rival)
    for name in view.near:
        yield _record(view, "near", name=name)
    for disguise in view.disguises:
        yield _record(view, "looks-like", name=disguise.known, reason=disguise.reason)


def _record(view: Alias, part: str, **values: object) -> Wire:
    return {"asked": view.name, "part": part, **_NOTHING, **values}


def _record_rival(view: Alias, part: str, rival: Rival) -> Wire:
    shared = [{"name": each.name, "listed_by": list(each.listed_by)} for each in rival.names]
    return _record(view, part, **_record_entity(view, rival.entity), shared_names=shared)


def _record_entity(view: Alias, entity: Entity) -> Wire:
    return {
        "authority": entity.authority,
        "version": entity.version,
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "other_names": [_record_name(view, each) for each in list_names(entity)],
        "country": entity.country,
        "says": tell_country(view.authorities[entity.authority], entity) or None,
        "refs": list(entity.refs),
        "claims": _count(view, entity.name),
    }


def _record_name(view: Alias, listed: ListedName) -> Wire:
    return {
        "name": listed.name,
        "origin": listed.origin,
        "language": listed.language,
        "weak": listed.weak,
        "claims": _count(view, listed.name),
    }


def _count(view: Alias, name: str) -> int | None:
    """How many claims bear a name; None where no ledger was looked at, or not for this name."""
    return view.usage.claims.get(name_key(name)) if view.usage else None
