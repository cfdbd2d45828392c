"""Lists of our own making, in which names of groups, tools and agencies cross."""

from __future__ import annotations

from alleged.model.entity import Alias, Authority, Entity, EntityKind

GROUP, TOOL, AGENCY = EntityKind.GROUP, EntityKind.TOOL, EntityKind.AGENCY


def entity(authority: str, id_: str, kind: EntityKind, *names: str, **more: str | tuple[str, ...]) -> Entity:
    """An entity with its names, the first of which is its own."""
    aliases = tuple(Alias(name) for name in names[1:])
    return Entity(authority, "7", id_, kind, names[0], aliases, **more)  # type: ignore[arg-type]


ENTITIES = (
    entity("attack-enterprise", "G9001", GROUP, "Amber Heron", "Tidewater"),
    entity("attack-enterprise", "G9002", GROUP, "Slate Otter Group"),
    entity("attack-enterprise", "S9001", TOOL, "Reedbed"),
    entity("attack-enterprise", "S9002", TOOL, "Tidewater"),
    entity(
        "misp-threat-actor",
        "a",
        GROUP,
        "HERON-1",
        "Amber Heron",
        "Marsh Light",
        refs=("G9001",),
        country="NO",
    ),
    entity("misp-threat-actor", "b", GROUP, "OTTER-1", "Marsh Light", refs=("G9002",), country="IS"),
    entity("misp-threat-actor", "c", GROUP, "Coast Fox", country="NO"),
    entity("other", "x", GROUP, "Coast Fox", country="IS"),
    entity("other", "y", TOOL, "Bulrush", "Reedbed"),
    entity("other", "z", TOOL, "Reedbed", "Sedge"),
    entity("bodies", "1", AGENCY, "Harbour Office (Norway)", "Harbour Office", country="NO"),
    entity("bodies", "2", AGENCY, "Harbour Office (Iceland)", "Harbour Office", country="IS"),
    entity("wanted", "p", EntityKind.PERSON, "Odd Nordvik"),
    entity("wanted", "f", EntityKind.FIRM, "Nordvik Shipping Ltd"),
)


def own_lists() -> list[Authority]:
    """The entities by their lists."""
    names = dict.fromkeys(each.authority for each in ENTITIES)
    return [
        Authority(name, name.title(), "7", "own", tuple(e for e in ENTITIES if e.authority == name))
        for name in names
    ]
