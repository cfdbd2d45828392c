"""MISP galaxy clusters: lists of groups, tools, agencies, firms, countries and sectors.

A group's `country` is what the galaxy suspects. Other names are taken as they stand there; for some the data
tell whose name it is (`origin:NAME`). Entries that were revoked are left out, and their ids kept with what
took their place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, Place
from alleged.knowledge.agencies import find_agency_names
from alleged.knowledge.codes import find_country
from alleged.knowledge.json_records import Record, make_record, read_json
from alleged.knowledge.keys import tidy_name
from alleged.knowledge.names import add_refs, make_aliases
from alleged.model.entity import Authority, Entity, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "misp-"
_KINDS = {
    "producer": EntityKind.FIRM,
    "surveillance-vendor": EntityKind.FIRM,
    "intelligence-agency": EntityKind.AGENCY,
    "country": EntityKind.COUNTRY,
    "target-information": EntityKind.COUNTRY,
    "region": EntityKind.PLACE,
    "sector": EntityKind.SECTOR,
    "groups": EntityKind.GROUP,
    "software": EntityKind.TOOL,
    "campaigns": EntityKind.CAMPAIGN,
    "mitre-campaign": EntityKind.CAMPAIGN,
    "cryptominers": EntityKind.TOOL,
}
_KINDS_OF_CATEGORIES = {"actor": EntityKind.GROUP, "tool": EntityKind.TOOL}

_ORIGIN = "origin:"
_REVOKED_BY = "revoked-by"
_ATTACK_PAGE = re.compile(r"attack\.mitre\.org/(?:wiki/)?[a-z]{5,9}/([GSC]\d{4})\b", re.IGNORECASE)
_MALPEDIA_PAGE = re.compile(r"malpedia\.caad\.fkie\.fraunhofer\.de/details/([\w.-]{1,80})", re.ASCII)
_COUNTRY_CODE = re.compile(r"[A-Z]{2}")


def looks_like_galaxy(head: bytes) -> bool:
    """Whether a file that begins with `head` seems to be a MISP galaxy cluster."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"authors"' in head and b'"type"' in head


def read_galaxy(data: bytes, source: str) -> Authority:
    """The cluster in a JSON file of the MISP galaxy; raises KnowledgeError where it is none or damaged."""
    cluster = make_record(read_json(data, source), "", source)
    kind = _kind_of(cluster)
    name, version = f"{PREFIX}{cluster.text('type')}", _version_of(cluster)
    values = list(cluster.records("values"))
    if not values:
        raise cluster.refuse("holds no values")
    entities = tuple(
        _make_entity(value, name, version, kind) for value in values if not value.flag("revoked")
    )
    _check_ids(entities, source)
    known = _with_revoked(entities, values)
    places = tuple(_capitals(values, name, version)) if cluster.text("type") == "country" else ()
    return Authority(name, f"MISP galaxy, {cluster.text('name')}", version, source, known + places)


def _kind_of(cluster: Record) -> EntityKind:
    type_, category = cluster.text("type"), cluster.find_text("category")
    kind = _KINDS.get(type_) or _KINDS_OF_CATEGORIES.get(category)
    if kind is None or not cluster.has("values"):
        what = f"is a galaxy of {type_!r} ({category or 'no category'}), which holds no names of ours"
        cure = "give one of actors, tools, agencies, vendors, countries or sectors"
        raise KnowledgeError(what, Place(cluster.source), cure)
    return kind


def _version_of(cluster: Record) -> str:
    version = cluster.fields.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        raise cluster.refuse("has no version")
    return str(version)


def _make_entity(value: Record, authority: str, version: str, kind: EntityKind) -> Entity:
    meta = value.record("meta")
    name = _name_of(value, meta, kind)
    others = _find_others(value, meta, kind)
    origins = _find_origins(meta, {name, *others})
    return Entity(
        authority,
        version,
        value.text("uuid"),
        kind,
        name,
        aliases=make_aliases(name, others, origins),
        country=_find_country(meta),
        refs=tuple(_find_refs(meta)),
    )


def _name_of(value: Record, meta: Record, kind: EntityKind) -> str:
    """The name alone: ATT&CK's clusters have the id behind it, that of countries has it in small letters."""
    name = value.text("value")
    proper = value.find_text("description")
    if kind is EntityKind.COUNTRY and proper.casefold().strip() == name.casefold().strip():
        return tidy_name(proper)
    external = meta.find_text("external_id")
    return tidy_name(name.removesuffix(f" - {external}") if external else name)


def _find_others(value: Record, meta: Record, kind: EntityKind) -> list[str]:
    others = meta.texts("synonyms")
    if kind is EntityKind.AGENCY:
        return [*find_agency_names(value.text("value"), value.find_text("description")), *others]
    return others


def _find_origins(meta: Record, names: set[str]) -> dict[str, str]:
    """Whose a name is: `origin:NAME` may say it of one name, or list the names that are NAME's."""
    origins: dict[str, str] = {}
    for key in meta.fields:
        if key.startswith(_ORIGIN):
            said, values = key.removeprefix(_ORIGIN).strip(), meta.texts(key)
            if said in names:
                origins[tidy_name(said)] = "; ".join(values)
            else:
                origins.update((tidy_name(name), said) for name in values if name in names)
    return origins


def _find_country(meta: Record) -> str | None:
    """The code, or what the words are known to stand for; the words of a region stand for none."""
    codes = [*meta.texts("country"), *meta.texts("ISO"), *meta.texts("iso-code")]
    for code in filter(None, codes):
        if _COUNTRY_CODE.fullmatch(code):
            return code
    return next(filter(None, map(find_country, codes)), None)


def _find_refs(meta: Record) -> Iterator[str]:
    pages = "\n".join((*meta.texts("refs"), *meta.texts("external_id")))
    found = [*meta.texts("external_id"), *(each.upper() for each in _ATTACK_PAGE.findall(pages))]
    yield from dict.fromkeys((*found, *_MALPEDIA_PAGE.findall(pages)))


def _check_ids(entities: tuple[Entity, ...], source: str) -> None:
    seen: set[str] = set()
    for entity in entities:
        if entity.id in seen:
            raise KnowledgeError(
                f"gives the uuid {entity.id} to two values", Place(source), "download it again"
            )
        seen.add(entity.id)


def _with_revoked(entities: tuple[Entity, ...], values: list[Record]) -> tuple[Entity, ...]:
    """The entities, with the ids of those whose place they took."""
    taken: dict[str, list[str]] = {}
    for value in values:
        if value.flag("revoked"):
            ids = [value.text("uuid"), *value.record("meta").texts("external_id")]
            for relation in value.records("related"):
                if relation.find_text("type") == _REVOKED_BY:
                    taken.setdefault(relation.text("dest-uuid"), []).extend(ids)
    return tuple(add_refs(entity, taken.get(entity.id, ())) for entity in entities)


def _capitals(values: list[Record], authority: str, version: str) -> Iterator[Entity]:
    """The capitals of countries as places: names that stand for a government as often as for a town."""
    for value in values:
        meta = value.record("meta")
        name = tidy_name(meta.find_text("Capital"))
        if name:
            id_ = f"{value.text('uuid')}/capital"
            yield Entity(authority, version, id_, EntityKind.PLACE, name, country=_find_country(meta))
