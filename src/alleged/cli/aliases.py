"""Who uses a name for whom, for people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.layout import DIM, Cell, Column, make_cell, print_rows
from alleged.dossiers.countries import name_country, tell_country
from alleged.dossiers.disagreements import list_contests, list_names
from alleged.dossiers.safety import one_line
from alleged.knowledge.keys import name_key
from alleged.model.decision import Verdict
from alleged.model.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from alleged.dossiers.aliases import Alias, Usage
    from alleged.dossiers.disagreements import Contest, Rival
    from alleged.model.decision import Decision
    from alleged.model.entity import Alias as ListedName
    from alleged.model.entity import Entity

NAMES_SHOWN = 8
"""Shared names of which a row tells."""

_WIDTH = len("misp-microsoft-activity-group")
_WHO = Column("who says", width=_WIDTH, share=4)
_WHOM = Column("of whom", share=4)
_USES = (_WHO, _WHOM, Column("also called, in that list", share=7))
_SHARING = (_WHO, _WHOM, Column("names that it shares", share=7))
_PLURALS = {EntityKind.AGENCY: "agencies", EntityKind.COUNTRY: "countries"}


def print_alias(console: Console, view: Alias) -> None:
    """Who says what of the name, then where they disagree, then what else may be meant."""
    console.print(_make_summary(view))
    for line in _tell_warnings(view):
        console.print(Text(one_line(line)))
    _print_section(console, "", _USES, [_lay_out_use(view, entity) for entity in view.entities])
    found = view.disagreement
    contests = [_lay_out_contest(view, contest) for contest in list_contests(found.apart)]
    _print_section(console, "where they disagree", _make_columns(view), contests)
    heading = f"who shares names with it, and is not called {one_line(view.name)}"
    _print_section(console, heading, _SHARING, [_lay_out_sharing(view, rival) for rival in found.sharing])
    rest = list(_tell_rest(view))
    if rest:
        console.print()
    for line in rest:
        console.print(Text(one_line(line)))


def tell_decision(decision: Decision) -> str:
    """A decision on a name in words."""
    name, entity, *_ = decision.what
    verb = "stands for" if decision.verdict is Verdict.ACCEPT else "does not stand for"
    return f"decided by {decision.who} on {decision.at[:10]}: {name} {verb} {entity} ({decision.why})"


def tell_all(names: Sequence[str]) -> str:
    """Names as an enumeration: "A, B and C"."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _make_summary(view: Alias) -> Text:
    told = "no authority lists it"
    if view.entities:
        who = "1 authority lists it" if len(view.listing) == 1 else f"{len(view.listing)} authorities list it"
        kinds = Counter(entity.kind for entity in view.entities)
        told = f"{who}, for {tell_all([_tell_kinds(*kind) for kind in kinds.items()])}"
    return Text(one_line(view.name), "bold").append(f" · {told}", "not bold")


def _tell_kinds(kind: EntityKind, count: int) -> str:
    return f"{count} {_PLURALS.get(kind, kind.value + 's')}" if count > 1 else f"1 {kind.value}"


def _tell_warnings(view: Alias) -> Iterator[str]:
    """What to know before the name is taken for anybody."""
    found = view.disagreement
    for group in found.several:
        names = tell_all([each.name for each in group])
        yield f"{group[0].authority} gives this name to {len(group)} of its entries: {names}"
    if found.several:
        yield "the name alone does not tell which is meant"
    for country, entities in (found.countries or {}).items():
        who = tell_all(list(dict.fromkeys(entity.authority for entity in entities)))
        yield f"{name_country(country)}, {who} says"
    for disguise in view.disguises:
        yield f"{disguise.reason}; a suggestion only"


def _lay_out_use(view: Alias, entity: Entity) -> tuple[Cell, ...]:
    names = "; ".join(_tell_name(each) for each in list_names(entity)) or "nothing else"
    return _make_who(view, entity), _make_whom(view, entity), _with_id(names, entity)


def _lay_out_sharing(view: Alias, rival: Rival) -> tuple[Cell, ...]:
    names = _tell_some([shared.name for shared in rival.names])
    return _make_who(view, rival.entity), _make_whom(view, rival.entity), _with_id(names, rival.entity)


def _with_id(told: str, entity: Entity) -> Cell:
    return Cell(Text(one_line(told)), (Text(one_line(f"id {entity.id}"), DIM),))


def _make_who(view: Alias, entity: Entity) -> Cell:
    title = view.authorities[entity.authority].title
    notes = (f"version {entity.version}", title)
    return Cell(Text(one_line(entity.authority)), tuple(Text(one_line(each), DIM) for each in notes))


def _make_whom(view: Alias, entity: Entity) -> Cell:
    told = filter(None, (entity.kind.value, tell_country(view.authorities[entity.authority], entity)))
    return Cell(Text(one_line(entity.name)), tuple(Text(one_line(each), DIM) for each in told))


def _tell_name(listed: ListedName) -> str:
    marks = [f"of {listed.origin}" if listed.origin else "", "weak" if listed.weak else ""]
    told = ", ".join(filter(None, marks))
    return f"{listed.name} ({told})" if told else listed.name


def _make_columns(view: Alias) -> tuple[Column, ...]:
    listed = f"listed with {one_line(view.name)} by"
    return (
        Column("names", share=4),
        Column(listed, width=_WIDTH, share=4),
        Column("kept for another by", share=6),
    )


def _lay_out_contest(view: Alias, contest: Contest) -> tuple[Cell, ...]:
    others = "\n".join(one_line(_tell_holder(view, each)) for each in contest.kept_for)
    who = "; ".join(contest.listed_by)
    if len(contest.listed_by) == len(view.listing) > 1:
        who = f"all {len(view.listing)}"
    return make_cell(one_line(_tell_some(contest.names))), make_cell(one_line(who)), make_cell(others)


def _tell_holder(view: Alias, entity: Entity) -> str:
    """An entity with the country that it is said to be of, where that is another one."""
    told = f"{entity.authority}: {entity.name}"
    if entity.country in {each.country for each in view.entities}:
        return told
    says = tell_country(view.authorities[entity.authority], entity)
    return f"{told} ({says})" if says else told


def _tell_some(names: Sequence[str]) -> str:
    more = len(names) - NAMES_SHOWN
    return "; ".join(names[:NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _print_section(
    console: Console, heading: str, columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]]
) -> None:
    if not rows:
        return
    console.print()
    if heading:
        console.print(Text(heading, "bold"))
    print_rows(console, columns, rows)


def _tell_rest(view: Alias) -> Iterator[str]:
    """What else has such a name, and what the ledger holds."""
    if view.disagreement.other_kinds:
        yield _tell_other_kinds(view.disagreement.other_kinds)
    if view.near:
        yield f"near names: {'; '.join(view.near)}"
    if view.usage:
        yield from _tell_usage(view, view.usage)


def _tell_other_kinds(rivals: Sequence[Rival]) -> str:
    names = dict.fromkeys(shared.name for rival in rivals for shared in rival.names)
    kinds = Counter(rival.entity.kind for rival in rivals)
    told = tell_all([_tell_kinds(*kind) for kind in kinds.items()])
    return f"some of these are also names of {told}: {_tell_some(list(names))}"


def _tell_usage(view: Alias, usage: Usage) -> Iterator[str]:
    spelled = {name_key(view.name): view.name}
    for entity in view.entities:
        for name in (entity.name, *(each.name for each in list_names(entity))):
            spelled.setdefault(name_key(name), name)
    counts = [f"{name} {usage.claims[key]}" for key, name in spelled.items() if usage.claims.get(key)]
    if counts or view.entities:
        yield f"claims of the ledger with these names: {'; '.join(counts) or 'none'}"
    yield from map(tell_decision, usage.decisions)
