"""Who uses a name for whom, and where they disagree: an alias is what one authority says in one version."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.bearers import Side, find_named, list_for_lookup
from alleged.dossiers.disagreements import ACTING, Disagreement, compare_entities, list_names, main_kinds
from alleged.dossiers.joining import NameDecisions
from alleged.dossiers.near_names import find_disguises, find_held_names, find_near_names, list_all_names
from alleged.knowledge.keys import name_key
from alleged.model.decision import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from alleged.knowledge.known import Knowledge, Listed
    from alleged.ledger.interface import Ledger
    from alleged.model.decision import Decision
    from alleged.model.entity import Entity
    from alleged.resolve.skeleton import Disguise


@dataclass(frozen=True, slots=True)
class Usage:
    """What a ledger holds of a name: how many claims bear each name, and what people decided about it."""

    claims: Mapping[str, int]
    """By the key of a name; the names are those of the entities, and the one asked for."""
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """Everything that authorities say about one name; `entities` is empty if no authority lists it."""

    name: str
    entities: tuple[Entity, ...]
    """What is called so, in the order of the authorities; two of them are never one by themselves."""
    authorities: Mapping[str, Listed]
    """All that are loaded, by their short names."""
    disagreement: Disagreement
    near: tuple[str, ...]
    """Other listed names that may be meant."""
    disguises: tuple[Disguise, ...]
    """Listed names that this one imitates in other letters."""
    usage: Usage | None = None
    """None where no ledger was looked at."""

    @property
    def listing(self) -> tuple[str, ...]:
        """The authorities that list the name."""
        return tuple(dict.fromkeys(entity.authority for entity in self.entities))

    def find_unambiguous(self) -> str | None:
        """The first authority that gives the name to a single one of its entries that can act."""
        given = Counter(entity.authority for entity in self.entities if entity.kind in ACTING)
        return next((authority for authority, count in given.items() if count == 1), None)


def view_alias(knowledge: Knowledge, name: str, ledger: Ledger | None = None) -> Alias:
    """Who uses `name` for whom, and, where a ledger is given, how often it is used there."""
    found = knowledge.find(name)
    return Alias(
        name,
        found,
        {each.name: each for each in knowledge.authorities},
        compare_entities(knowledge, found),
        _find_near(knowledge, name, found),
        () if found else find_disguises(name, list_all_names(knowledge.entities())),
        _view_usage(ledger, name, _spell(found, name), knowledge) if ledger else None,
    )


def _find_near(knowledge: Knowledge, name: str, found: Sequence[Entity]) -> tuple[str, ...]:
    """For an unknown name what may be meant; for a known one the longer and shorter names of such."""
    kinds = main_kinds(found)
    if not kinds:
        by_id = (entity.name for entity in knowledge.find_by_ref(name))
        return (*by_id, *find_near_names(name, list_all_names(knowledge.entities())))
    own = _spell(found, name)
    held = find_held_names(name, list_all_names(knowledge.entities(knowledge.choose(kinds=kinds))))
    return tuple(each for each in held if name_key(each) not in own)


def _spell(found: Iterable[Entity], name: str) -> dict[str, str]:
    """The names of these entities by their keys, the one asked for among them."""
    names = (each for entity in found for each in (entity.name, *(a.name for a in list_names(entity))))
    return {**{name_key(each): each for each in names}, name_key(name): name}


def _view_usage(ledger: Ledger, name: str, names: Mapping[str, str], knowledge: Knowledge) -> Usage:
    asked = {bearer.claim.id for side in Side for bearer in find_named(ledger, side, name)}
    others = list_for_lookup((each for key, each in names.items() if key != name_key(name)), knowledge)
    found: dict[str, set[str]] = {key: set() for key in names} | {name_key(name): asked}
    for bearer in (bearer for side in Side for bearer in others.find(ledger, side)):
        for _, key in bearer.names:
            found[key].add(bearer.claim.id)
    decided = NameDecisions(ledger.decisions())
    decisions = {**decided.on(name, Verdict.ACCEPT), **decided.on(name, Verdict.REJECT)}
    return Usage({key: len(claims) for key, claims in found.items()}, tuple(decisions.values()))
