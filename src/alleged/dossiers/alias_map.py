"""Names by authority: which list has which name for which of its entries, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.disagreements import list_names
from alleged.dossiers.joining import NameDecisions, ref_of
from alleged.knowledge.keys import name_key
from alleged.model.decision import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.dossiers.aliases import Alias
    from alleged.model.decision import Decision
    from alleged.model.entity import Entity


class Use(StrEnum):
    """What a list does with a name."""

    MAIN = "main"
    """It is the name of the entry."""
    ALSO = "also"
    """It is another name of it."""
    WEAK = "weak"
    """It is another name of it, which the list itself calls weak."""
    ELSEWHERE = "elsewhere"
    """It is a name of another entry of the list only: the list keeps the two apart."""
    BOTH = "both"
    """The list has it for this entry and for another one."""
    NONE = "none"
    """The list does not have it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one list does with one name for one of its entries, and what somebody decided on the two."""

    entity: Entity
    use: Use
    others: tuple[Entity, ...] = ()
    """Other entries of the same list that have the name."""
    decision: Decision | None = None

    @property
    def ref(self) -> str:
        """How a decision names the entry."""
        return ref_of(self.entity)


@dataclass(frozen=True, slots=True)
class Row:
    """A name with a mark for every entry, in order of the columns."""

    name: str
    claims: int | None
    """How many claims of the ledger bear it; None where no ledger was looked at."""
    marks: tuple[Mark, ...]

    @property
    def listing(self) -> int:
        """How many entries are called so by their lists."""
        return sum(mark.use in (Use.MAIN, Use.ALSO, Use.WEAK, Use.BOTH) for mark in self.marks)

    @property
    def is_contested(self) -> bool:
        """Whether a list has the name for two entries, or for one that is none of the columns."""
        shown = {mark.ref for mark in self.marks}
        strangers = any(ref_of(each) not in shown for mark in self.marks for each in mark.others)
        return strangers or any(mark.use is Use.BOTH for mark in self.marks)


@dataclass(frozen=True, slots=True)
class AliasMap:
    """The entries that are called by the name asked for, and the names of all of them."""

    columns: tuple[Entity, ...]
    rows: tuple[Row, ...]
    """The name that was asked for comes first, then those that most lists have, then those of most claims."""


def view_alias_map(view: Alias, decisions: Iterable[Decision] = ()) -> AliasMap:
    """The names of all entries that are called by the name of `view`, by entry; `decisions` oldest first."""
    spelled = _spell(view, decided := NameDecisions(decisions))
    claims = view.usage.claims if view.usage else None
    rows = [
        Row(name, None if claims is None else claims.get(key, 0), tuple(_mark(view, name, decided)))
        for key, name in spelled.items()
    ]
    own = name_key(view.name)

    def rank(row: Row) -> tuple[bool, int, int, str]:
        return name_key(row.name) != own, -row.listing, -(row.claims or 0), row.name.casefold()

    return AliasMap(view.entities, tuple(sorted(rows, key=rank)))


def _spell(view: Alias, decided: NameDecisions) -> dict[str, str]:
    """Every name by its key, as it is listed first, with those that people decided on."""
    refs = set(map(ref_of, view.entities))
    listed = (name for entity in view.entities for name in _names_of(entity))
    settled = (decision.what[0] for decision in decided.standing if decision.what[1] in refs)
    names: dict[str, str] = {name_key(view.name): view.name}
    for name in (*listed, *settled):
        names.setdefault(name_key(name), name)
    return names


def _names_of(entity: Entity) -> Iterator[str]:
    yield entity.name
    yield from (alias.name for alias in list_names(entity))


def _mark(view: Alias, name: str, decided: NameDecisions) -> Iterator[Mark]:
    settled = {**decided.on(name, Verdict.ACCEPT), **decided.on(name, Verdict.REJECT)}
    holders = _find_holders(view, name)
    for entity in view.entities:
        others = tuple(each for each in holders.get(entity.authority, ()) if each.id != entity.id)
        yield Mark(entity, find_use(entity, name, others), others, settled.get(ref_of(entity)))


def _find_holders(view: Alias, name: str) -> Mapping[str, Sequence[Entity]]:
    """By authority, its entries that have the name: those asked for, and those it keeps apart from them."""
    key = name_key(name)
    holders: dict[str, list[Entity]] = {entity.authority: [] for entity in view.entities}
    rivals = (rival.entity for rival in view.disagreement.apart)
    for entity in (*view.entities, *rivals):
        if entity.authority in holders and key in {name_key(each) for each in _names_of(entity)}:
            holders[entity.authority].append(entity)
    return holders


def find_use(entity: Entity, name: str, others: Sequence[Entity] = ()) -> Use:
    """What a list does with a name for an entry of it, where `others` of its entries have the name, too."""
    key = name_key(name)
    weak = {name_key(alias.name): alias.weak for alias in list_names(entity)}
    if key not in weak and key != name_key(entity.name):
        return Use.ELSEWHERE if others else Use.NONE
    if others:
        return Use.BOTH
    if key == name_key(entity.name):
        return Use.MAIN
    return Use.WEAK if weak[key] else Use.ALSO
