"""Names that authorities keep: an alias is what one authority says in one version of its list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    """What a name stands for."""

    GROUP = "group"
    """A threat group or intrusion set."""
    TOOL = "tool"
    """Malware or another tool."""
    CAMPAIGN = "campaign"
    AGENCY = "agency"
    """An intelligence agency or another body of a state."""
    FIRM = "firm"
    PERSON = "person"
    COUNTRY = "country"
    PLACE = "place"
    SECTOR = "sector"


@dataclass(frozen=True, slots=True)
class Alias:
    """One name that an authority lists for an entity."""

    name: str
    origin: str | None = None
    """Whose name it is, if the authority tells: "Microsoft" for "Violet Typhoon"."""
    language: str | None = None
    """BCP 47, if the authority tells; "und-Cyrl" where it tells the script alone."""
    weak: bool = False
    """Whether the authority itself calls it a weak name: too common or too vague to go by."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One entry of one authority's list; entries of two authorities are never one entity by themselves."""

    authority: str
    """Short name of the authority, such as "misp-threat-actor"."""
    version: str
    """Version of the list, as the authority counts."""
    id: str
    """The authority's own id."""
    kind: EntityKind
    name: str
    """The name under which the authority lists it."""
    aliases: tuple[Alias, ...] = ()
    """Further names; never `name` itself."""
    country: str | None = None
    """ISO 3166-1 alpha-2: of a group the suspected one, and so a claim by the authority."""
    refs: tuple[str, ...] = ()
    """Ids of the same thing elsewhere, as the authority gives them: "G0128"."""
    programs: tuple[str, ...] = ()
    """Under what it is listed, as the authority writes it: "CYBER2", "Cyber"."""
    listed: str | None = None
    """Since when it is listed, in EDTF, if the authority tells."""
    born: tuple[str, ...] = ()
    """Dates of birth of a person in EDTF; several where the authority gives several."""


@dataclass(frozen=True, slots=True)
class Authority:
    """One list in one version, with everything in it."""

    name: str
    title: str
    """As a reader should see it: "MISP galaxy, threat actors"."""
    version: str
    source: str
    """Where it was read from: a file name or an address."""
    entities: tuple[Entity, ...]
