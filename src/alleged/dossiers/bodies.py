"""Speakers that seem to be one body under several names, as what the ledger holds and the lists tell.

That two names are joined is a suggestion with a reason; a decision that they are of one body, or are not,
settles it. What is claimed, and how surely, stays with each claim.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from alleged.dossiers.joining import NameDecisions, ref_of
from alleged.dossiers.meant import find_ref
from alleged.dossiers.voices import APART, Body, list_names
from alleged.dossiers.wording import tell_place
from alleged.knowledge.keys import name_key
from alleged.lexicon.acronyms import find_introduced
from alleged.model.decision import About, Verdict, fold_name, standing
from alleged.resolve.bodies import DECIDED, BodyNames, Introduction, Told, link_names
from alleged.resolve.grouping import Edge, group
from alleged.resolve.titles import is_of_any_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from alleged.dossiers.overview import Overview
    from alleged.knowledge.known import Knowledge
    from alleged.model.decision import Decision
    from alleged.model.entity import Entity

Opener: TypeAlias = "Callable[[], Knowledge]"
"""Gives the lists of names."""
_PAIR = 2


def find_bodies(
    overview: Overview, decisions: Iterable[Decision], opener: Opener | None = None
) -> Mapping[str, Body]:
    """By name of a speaker its body, for names that are taken for names of the same as another one.

    `decisions` are all of them, oldest first; `opener` gives the lists, and is not asked where nothing can be
    joined.
    """
    names = sorted({name for name in list_names(overview.claims.values()) if not is_of_any_state(name)})
    if len(names) < _PAIR:
        return APART
    made = tuple(decisions)
    settled = [decision for decision in standing(made) if decision.about is About.ALIAS]
    apart = frozenset(frozenset(pair) for pair, _ in _pairs(names, settled, Verdict.REJECT))
    introductions = tuple(_find_introductions(overview, names))
    links = link_names(names, Told(_look_up(names, NameDecisions(made), opener), introductions, apart))
    decided = tuple(_join(_pairs(names, settled, Verdict.ACCEPT)))
    together = {frozenset((edge.one, edge.other)) for edge in decided}
    rivals = (pair for pair in links.apart if frozenset(pair) not in together)
    groups = group(names, (*links.edges, *decided), rivals)
    return {name: Body(each.members, each.edges) for each in groups if each.edges for name in each.members}


def _pairs(
    names: Iterable[str], settled: Iterable[Decision], verdict: Verdict
) -> Iterator[tuple[tuple[str, str], Decision]]:
    """The pairs of these names that decisions of that verdict are about, in whatever spelling."""
    spelt: dict[str, list[str]] = defaultdict(list)
    for name in names:
        spelt[fold_name(name)].append(name)
    for decision in settled:
        if decision.verdict is verdict:
            one, other = (spelt[fold_name(name)] for name in decision.what)
            yield from ((pair, decision) for pair in product(one, other))


def _join(pairs: Iterable[tuple[tuple[str, str], Decision]]) -> Iterator[Edge]:
    for (one, other), decision in pairs:
        yield Edge(one, other, DECIDED, f"decided by {decision.who}: {decision.why}")


def _look_up(
    names: Iterable[str], decided: NameDecisions, opener: Opener | None
) -> dict[str, tuple[Entity, ...]]:
    """The entries that each name may stand for, as lists and people say."""
    if opener is None:
        return {}
    with closing(opener()) as knowledge:
        listed = BodyNames(knowledge)
        return {name: _settle(name, listed.find(name), (decided, knowledge)) for name in names}


def _settle(name: str, listed: Sequence[Entity], by: tuple[NameDecisions, Knowledge]) -> tuple[Entity, ...]:
    """What is left of the entries of a name by the decisions on it."""
    decided, knowledge = by
    accepted = (find_ref(knowledge, ref) for ref in decided.on(name, Verdict.ACCEPT))
    rejected = decided.on(name, Verdict.REJECT)
    return tuple(filter(None, accepted)) or tuple(each for each in listed if ref_of(each) not in rejected)


def _find_introductions(overview: Overview, names: Iterable[str]) -> Iterator[Introduction]:
    """The documents that introduce one of the names as an acronym, each name behind it once."""
    wanted, seen = {name_key(name) for name in names if " " not in name}, set()
    for provenance in overview.provenance.values() if wanted else ():
        for acronym, name in find_introduced(provenance.text.clean):
            if name_key(acronym) in wanted and (acronym, name) not in seen:
                seen.add((acronym, name))
                yield Introduction(acronym, name, tell_place(provenance.source))
