"""Whether entries of lists are the same thing, by what the lists themselves say, or stand against each other.

Nothing is merged: two entries that agree stay two, and one that stands against another keeps both from being
chosen. Where the lists say neither, nothing is known, and that is told.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from alleged.knowledge.keys import name_key
from alleged.model.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alleged.model.entity import Entity

_ATTACK_ID = re.compile(r"[GSC]\d{4}", re.ASCII)
_LETTER = {EntityKind.GROUP: "G", EntityKind.TOOL: "S", EntityKind.CAMPAIGN: "C"}
_RENAMING = frozenset({"microsoft", "misp-microsoft-activity-group"})
"""Microsoft gave all its groups new names in 2023; its lists have old and new entries of one group."""
_MALPEDIA = "misp-malpedia"
_ATTACK = ("attack", "misp-mitre-")
"""How the names of lists of ATT&CK begin."""
_BOUND = frozenset({EntityKind.AGENCY, EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.FIRM})
"""Kinds of which one is in one country."""


def attack_ids(entity: Entity) -> frozenset[str]:
    """The ids that the entity has in ATT&CK by its own list: those of its kind, not of what it mentions."""
    letter = _LETTER.get(entity.kind)
    ids = (entity.id, *entity.refs)
    return frozenset(id_ for id_ in ids if letter and _ATTACK_ID.fullmatch(id_) and id_[0] == letter)


def why_same(left: Entity, right: Entity) -> str | None:
    """Why the lists say that two entries are one thing, in words; None where they do not say it.

    Two entries of one list are different things, but for those that the list itself has twice.
    """
    if left.kind is not right.kind:
        return None
    if left.authority == right.authority:
        return "the same entry" if left.id == right.id else _why_twice(left, right)
    return _why_same_elsewhere(left, right)


def stand_against(left: Entity, right: Entity) -> bool:
    """Whether the lists say that two entries are different things.

    Two entries of one list are; entries of two lists where their kinds, their ids in ATT&CK or their
    countries differ.
    """
    if left.authority == right.authority:
        return why_same(left, right) is None
    if left.kind is not right.kind:
        return True
    ids = attack_ids(left), attack_ids(right)
    if all(ids):
        return ids[0].isdisjoint(ids[1])
    return None not in (left.country, right.country) and left.country != right.country


def is_split(entities: Sequence[Entity]) -> bool:
    """Whether a list that gives a name to these of its entries tells little by it.

    Lists of tools part families that others keep as one, and Microsoft does it with other firms' names of
    groups. Other lists of groups mean each of the groups, and are taken at their word.
    """
    if any(each.kind is not EntityKind.TOOL and each.authority not in _RENAMING for each in entities):
        return False
    return any(stand_against(left, right) for left, right in combinations(entities, 2))


def attack_id(entity: Entity) -> str | None:
    """The id in ATT&CK that the entity's own list gives it; None where it gives none, or several."""
    if _ATTACK_ID.fullmatch(entity.id):
        return entity.id
    ids = attack_ids(entity)
    if len(ids) > 1 and entity.authority.startswith(_ATTACK):
        return next(ref for ref in entity.refs if ref in ids)  # its own first, then those it took over
    return next(iter(ids)) if len(ids) == 1 else None


def share_name(left: Entity, right: Entity) -> bool:
    """Whether two lists give one of their names to both."""
    return any(is_called(left, name) for name in (right.name, *(alias.name for alias in right.aliases)))


def _why_twice(left: Entity, right: Entity) -> str | None:
    if left.authority in _RENAMING and (is_called(left, right.name) or is_called(right, left.name)):
        return f"Microsoft renamed one of {left.name!r} and {right.name!r} to the other"
    if left.authority == _MALPEDIA and _families(left.refs) & _families(right.refs):
        return "one family on several systems"
    return None


def _families(refs: Iterable[str]) -> frozenset[str]:
    """Malpedia's families without the systems they run on: "osx.netwire" and "win.netwire" are one."""
    return frozenset(ref.partition(".")[2] for ref in refs if "." in ref)


def _why_same_elsewhere(left: Entity, right: Entity) -> str | None:
    shared = sorted(_ids(left) & _ids(right))
    if shared:
        return f"both have the id {shared[0]}"
    if left.kind in _BOUND:
        return "both are of the same country" if left.country and left.country == right.country else None
    if name_key(left.name) == name_key(right.name):
        return f"both are called {left.name!r} by their own lists"
    for one, other in ((left, right), (right, left)):
        if is_called(one, other.name):
            return f"{one.authority} lists {other.name!r} as another name of {one.name!r}"
    return None


def _ids(entity: Entity) -> frozenset[str]:
    """All ids of the thing; ids in ATT&CK only if they are of its kind."""
    others = {id_ for id_ in (entity.id, *entity.refs) if not _ATTACK_ID.fullmatch(id_)}
    return attack_ids(entity) | others


def is_called(entity: Entity, name: str) -> bool:
    """Whether the entity is listed under that name."""
    key = name_key(name)
    return any(name_key(own) == key for own in (entity.name, *(each.name for each in entity.aliases)))
