"""Which names are looked up together: those that chosen authorities list, or that a person joined.

Names are never joined because lists share them. Whoever asks chooses the authorities, and sees of each claim
the name that its own words use.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.dossiers.disagreements import ACTING, strong_names
from alleged.knowledge.keys import name_key
from alleged.model.decision import About, Verdict, fold_name, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.knowledge.known import Choice, Knowledge
    from alleged.model.decision import Decision
    from alleged.model.entity import Entity


@dataclass(frozen=True, slots=True)
class JoinedName:
    """A name that is looked up beside the one asked for, and who says that it is another name of the same."""

    name: str
    entities: tuple[Entity, ...] = ()
    """Entries of the chosen authorities that list it together with the name asked for."""
    decisions: tuple[Decision, ...] = ()
    """Decisions of people that it is a name of such an entry."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A name that a chosen authority lists, and that is not looked up."""

    name: str
    reason: str
    """Why, in words that go on after the name."""


@dataclass(frozen=True, slots=True)
class Joining:
    """What is looked up for a name; `names` is empty where nothing is joined to it."""

    name: str
    entities: tuple[Entity, ...] = ()
    """The entries that the name stands for in the lists of the chosen authorities: one of each at most."""
    names: tuple[JoinedName, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    ambiguous: tuple[Entity, ...] = ()
    """Entries of one authority that have this name, where there are several: then nothing is joined."""
    silent: tuple[str, ...] = ()
    """Chosen authorities that do not list the name."""

    def by_key(self) -> dict[str, JoinedName]:
        """The joined names by their keys."""
        return {name_key(joined.name): joined for joined in self.names}


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists in which names are looked up, and what people decided about names."""

    knowledge: Knowledge
    choice: Choice
    decided: NameDecisions


class NameDecisions:
    """The decisions in force on what names stand for, of all decisions given oldest first."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self.standing = tuple(d for d in standing(decisions) if d.about is About.NAME)

    def on(self, name: str, verdict: Verdict) -> dict[str, Decision]:
        """The decisions of that verdict on a name, by the entity ("authority:id") that they are about."""
        folded = fold_name(name)
        found = (d for d in self.standing if d.verdict is verdict and fold_name(d.what[0]) == folded)
        return {decision.what[1]: decision for decision in found}

    def names_for(self, entities: Iterable[str]) -> dict[str, list[Decision]]:
        """The names that were decided to stand for one of these entities, with the decisions."""
        wanted, found = frozenset(entities), defaultdict(list)
        for decision in self.standing:
            if decision.verdict is Verdict.ACCEPT and decision.what[1] in wanted:
                found[decision.what[0]].append(decision)
        return found


def join_by_decisions(name: str, decided: NameDecisions) -> Joining:
    """The name with those that a person decided to stand for the same entity as it."""
    refs = decided.on(name, Verdict.ACCEPT)
    return Joining(name, names=tuple(_join({}, decided.names_for(refs), name)))


def join_by_authorities(lists: Lists, name: str, authorities: Sequence[str]) -> Joining:
    """The name with those that these authorities list for the same entity, and that people decided to be its.

    Nothing is joined where one of them gives the name to several entities, unless a decision says which is
    meant. Left out are names that a chosen authority gives to somebody else, too, or calls weak, and those of
    which a person decided that they are not this entity's.
    """
    found = _settle(lists, name)
    silent = tuple(each for each in authorities if each not in {entity.authority for entity in found})
    ambiguous = _find_ambiguous(found)
    if ambiguous or not found:
        return Joining(name, ambiguous=ambiguous, silent=silent)
    listed = _by_key(found, name)
    others = {key: each for key, (each, _) in listed.items() if key != name_key(name)}
    left_out = {key: why for key, each in others.items() if (why := _find_objection(lists, each, found))}
    kept = {key: each for key, each in listed.items() if key not in left_out}
    decided = lists.decided.names_for(map(ref_of, found))
    weak = [LeftOut(each, "is called a weak name by the list itself") for each in _weak_names(found, listed)]
    names = tuple(_join(kept, decided, name))
    gone = tuple(LeftOut(listed[key][0], why) for key, why in left_out.items())
    return Joining(name, found, names, (*gone, *weak), silent=silent)


def choose_lists(knowledge: Knowledge, authorities: Iterable[str], decided: NameDecisions) -> Lists:
    """The lists of these authorities, or of all if none are named; raises UnknownPartError."""
    return Lists(knowledge, knowledge.choose(authorities, ACTING), decided)


def list_further_names(entities: Iterable[Entity], known: Iterable[str]) -> tuple[str, ...]:
    """The names that these entities have beside the known ones, each once."""
    names = {key: each for entity in entities for key, each in strong_names(entity).items()}
    gone = set(map(name_key, known))
    return tuple(each for key, each in names.items() if key not in gone)


def ref_of(entity: Entity) -> str:
    """How a decision names an entity: "misp-threat-actor:6bf7e6b6-..."."""
    return f"{entity.authority}:{entity.id}"


Listed = dict[str, tuple[str, tuple["Entity", ...]]]
"""By key, a name as it is listed and the entities that list it."""


def _settle(lists: Lists, name: str) -> tuple[Entity, ...]:
    """What the name stands for in these lists, as far as a person decided it."""
    accepted = tuple(_find_decided(lists, lists.decided.on(name, Verdict.ACCEPT)))
    settled = {entity.authority for entity in accepted}
    rejected = lists.decided.on(name, Verdict.REJECT)
    listed = lists.knowledge.find(name, lists.choice)
    open_ = (each for each in listed if each.authority not in settled and ref_of(each) not in rejected)
    return (*accepted, *open_)


def _find_decided(lists: Lists, refs: Iterable[str]) -> Iterator[Entity]:
    for ref in refs:
        authority, _, id_ = ref.partition(":")
        entity = lists.knowledge.find_entity(authority, id_)
        if entity and lists.choice.admits(entity):
            yield entity


def _find_ambiguous(found: Iterable[Entity]) -> tuple[Entity, ...]:
    by_authority: dict[str, list[Entity]] = defaultdict(list)
    for entity in found:
        by_authority[entity.authority].append(entity)
    return tuple(entity for group in by_authority.values() if len(group) > 1 for entity in group)


def _by_key(found: Iterable[Entity], name: str) -> Listed:
    """The names of these entities, without the one asked for as it was written."""
    listed: Listed = {}
    for entity in found:
        for key, each in strong_names(entity).items():
            spelling, others = listed.get(key, (each, ()))
            listed[key] = (spelling, (*others, entity))
    return {key: each for key, each in listed.items() if each[0] != name}


def _find_objection(lists: Lists, name: str, found: Sequence[Entity]) -> str | None:
    """Why a name that these entities list is not looked up together with their other names."""
    refs = set(map(ref_of, found))
    accepted, rejected = lists.decided.on(name, Verdict.ACCEPT), lists.decided.on(name, Verdict.REJECT)
    if refs & accepted.keys():
        return None
    if against := [rejected[ref] for ref in refs & rejected.keys()]:
        return f"was decided not to be one of its names, by {against[0].who} ({against[0].why})"
    others = [e for e in lists.knowledge.find(name, lists.choice) if ref_of(e) not in refs]
    if others:
        told = " and ".join(f"to {each.name} ({each.authority})" for each in others)
        return f"is given {told}, too"
    return None


def _weak_names(found: Iterable[Entity], listed: Listed) -> tuple[str, ...]:
    names = (alias.name for entity in found for alias in entity.aliases if alias.weak)
    return tuple(dict.fromkeys(name for name in names if name_key(name) not in listed))


def _join(listed: Listed, decided: Mapping[str, Sequence[Decision]], name: str) -> Iterator[JoinedName]:
    """What is listed and what was decided as one, without the name asked for."""
    joined = {key: JoinedName(each, entities) for key, (each, entities) in listed.items()}
    for each, decisions in decided.items():
        if fold_name(each) != fold_name(name):
            key = name_key(each)
            known = joined.get(key, JoinedName(each))
            joined[key] = replace(known, decisions=(*known.decisions, *decisions))
    yield from joined.values()
