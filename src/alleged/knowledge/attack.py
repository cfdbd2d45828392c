"""ATT&CK in STIX 2.1: groups, software and campaigns of a bundle, by the ids of ATT&CK.

What was deprecated is left out. What was revoked is left out too, and its ids are kept with what took its
place, so that a document which cites the old id is understood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.errors import KnowledgeError, Place
from alleged.knowledge.json_records import Record, make_record, read_json
from alleged.knowledge.keys import tidy_name
from alleged.knowledge.names import add_refs, make_aliases
from alleged.model.entity import Authority, Entity, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS = {
    "intrusion-set": EntityKind.GROUP,
    "malware": EntityKind.TOOL,
    "tool": EntityKind.TOOL,
    "campaign": EntityKind.CAMPAIGN,
}
_COLLECTION = "x-mitre-collection"
_DOMAINS = {"enterprise": "attack-enterprise", "mobile": "attack-mobile", "ics": "attack-ics"}
_OTHER_NAMES = ("aliases", "x_mitre_aliases")
_ATTACK_SOURCES = frozenset({"mitre-attack", "mitre-mobile-attack", "mitre-ics-attack"})


def looks_like_attack(head: bytes) -> bool:
    """Whether a file that begins with `head` seems to be a STIX bundle."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and (b'"bundle' in head or b'"x_mitre_' in head)


def read_attack(data: bytes, source: str) -> Authority:
    """What an ATT&CK bundle lists; raises KnowledgeError where it is none or damaged."""
    bundle = make_record(read_json(data, source), "", source)
    if bundle.find_text("type") != "bundle":
        raise bundle.refuse("is no STIX bundle")
    objects = list(bundle.records("objects"))
    collection = _find_collection(objects, source)
    name, version = _name_of(collection), collection.text("x_mitre_version")
    known = {each.text("id"): each for each in objects if each.find_text("type") in _KINDS}
    taken = _successors(objects, known)
    entities = tuple(
        add_refs(_make_entity(each, name, version), taken.get(id_, ()))
        for id_, each in known.items()
        if _stands(each)
    )
    if not entities:
        raise bundle.refuse("holds no group, software or campaign")
    return Authority(name, f"MITRE {collection.text('name')}", version, source, entities)


def _find_collection(objects: Iterable[Record], source: str) -> Record:
    """What says which part of ATT&CK it is, in which version."""
    found = next((each for each in objects if each.find_text("type") == _COLLECTION), None)
    if found is None:
        cure = "give one of attack-stix-data, such as enterprise-attack.json"
        raise KnowledgeError("is a STIX bundle, but none that ATT&CK publishes", Place(source), cure)
    return found


def _name_of(collection: Record) -> str:
    title = collection.text("name").lower()
    return next((name for word, name in _DOMAINS.items() if word in title.split()), "attack")


def _stands(each: Record) -> bool:
    return not each.flag("revoked") and not each.flag("x_mitre_deprecated")


def _make_entity(each: Record, authority: str, version: str) -> Entity:
    name = tidy_name(each.text("name"))
    others = [other for key in _OTHER_NAMES for other in each.texts(key)]
    return Entity(
        authority,
        version,
        _attack_id(each),
        _KINDS[each.text("type")],
        name,
        aliases=make_aliases(name, others, {}),
        refs=(each.text("id"),),
    )


def _attack_id(each: Record) -> str:
    for reference in each.records("external_references"):
        if reference.find_text("source_name") in _ATTACK_SOURCES:
            return reference.text("external_id")
    raise each.refuse("has no id of ATT&CK")


def _successors(objects: Iterable[Record], known: dict[str, Record]) -> dict[str, list[str]]:
    """The ids of what was revoked, by what stands in its place now, over several steps if need be."""
    steps = {
        each.text("source_ref"): each.text("target_ref")
        for each in objects
        if each.find_text("relationship_type") == "revoked-by"
    }
    taken: dict[str, list[str]] = {}
    for old in steps:
        new = _follow(old, steps)
        if old in known and new:
            taken.setdefault(new, []).extend((_attack_id(known[old]), old))
    return taken


def _follow(old: str, steps: dict[str, str]) -> str | None:
    """The end of the steps; None where they run in a circle."""
    seen = {old}
    while old in steps:
        old = steps[old]
        if old in seen:
            return None
        seen.add(old)
    return old
