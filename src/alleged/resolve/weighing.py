"""Weighs the candidates for a name by what the document tells; each weight is a reason that can be read."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from alleged.knowledge.keys import name_key
from alleged.lexicon.readings import Sign
from alleged.model.entity import EntityKind
from alleged.resolve.agreement import is_split, share_name, stand_against, why_same
from alleged.resolve.candidates import SCORES, Candidate, Way
from alleged.resolve.loose_names import find_loose_names
from alleged.resolve.people import ALONE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from alleged.model.entity import Entity
    from alleged.resolve.contexts import Context

_OUT = 0.3
"""What is left of a score where the document says that it is something else."""
_ELSEWHERE = 0.5
"""What is left where it is one of another country."""
_APART = 0.7
"""What is left of one that was found in another way and does not agree with one that is listed so."""
_BORNE_OUT = 0.2
"""What a misspelt name gains if the document has the same thing under a listed name."""
_DIRECT = frozenset({Way.LISTED, Way.PARTED})
_LOOSE = frozenset({Way.WORD, Way.BRIDGE})
_NAMESAKES = frozenset({EntityKind.GROUP, EntityKind.TOOL})


def weigh(name: str, candidates: Sequence[Candidate], context: Context) -> tuple[Candidate, ...]:
    """The candidates for a name with the scores that they have in this context; none is left out."""
    weighed = tuple(candidates)
    context = replace(context, near=context.near - {name_key(name)})
    for step in (_by_wanted, _by_kind, _by_company, _by_reading, _by_country, _by_spelling):
        weighed = step(weighed, context)
    return _by_bearer(_by_way(_by_split(weighed, name)))


def _by_wanted(candidates: tuple[Candidate, ...], context: Context) -> tuple[Candidate, ...]:
    if not context.kinds:
        return candidates
    return _lower_others(candidates, context.kinds, f"and {_list(context.kinds)} is wanted")


def _by_kind(candidates: tuple[Candidate, ...], context: Context) -> tuple[Candidate, ...]:
    """Counts only if the name can be what the words beside it say."""
    able = [each for each in candidates if each.is_enough]
    direct = [each for each in able if each.way in _DIRECT] or able
    if not any(each.entity.kind in context.likely for each in direct) or _has_several_groups(direct):
        return candidates
    return _lower_others(candidates, context.likely, f"and the document tells of {_list(context.likely)}")


def _has_several_groups(candidates: Sequence[Candidate]) -> bool:
    """Whether one list gives the name to several groups: then no word beside it settles whom it means."""
    groups = [each.entity for each in candidates if each.entity.kind is EntityKind.GROUP]
    pairs = ((left, right) for left, right in combinations(groups, 2) if left.authority == right.authority)
    return any(stand_against(left, right) for left, right in pairs if not is_split((left, right)))


def _by_reading(candidates: tuple[Candidate, ...], context: Context) -> tuple[Candidate, ...]:
    kinds = {each.entity.kind for each in candidates}
    if not kinds >= {EntityKind.PLACE, EntityKind.COUNTRY}:
        return candidates
    if context.reading is Sign.PLACE:
        return _lower(candidates, EntityKind.COUNTRY, "and the document tells of a place")
    if context.reading is Sign.STATE:
        return _lower(candidates, EntityKind.PLACE, "and the document tells of a state")
    listed = {each.entity.country for each in candidates if _is_listed_country(each)}
    if {each.entity.country for each in candidates if each.entity.kind is EntityKind.PLACE} <= listed:
        return _lower(candidates, EntityKind.PLACE, "which has the name of its country")
    return candidates


def _is_listed_country(candidate: Candidate) -> bool:
    return candidate.entity.kind is EntityKind.COUNTRY and candidate.way is Way.LISTED


def _by_country(candidates: tuple[Candidate, ...], context: Context) -> tuple[Candidate, ...]:
    """Of agencies of one name, those of a country that is told count for more."""
    own = {each.entity.country for each in candidates if each.entity.kind is EntityKind.AGENCY}
    told = own & context.countries
    if not told:
        return candidates
    return tuple(
        _scaled(each, _ELSEWHERE, f"of {each.entity.country}, and the document tells of {_list(told)}")
        if each.entity.kind is EntityKind.AGENCY and each.entity.country not in told
        else each
        for each in candidates
    )


def _by_split(candidates: tuple[Candidate, ...], name: str) -> tuple[Candidate, ...]:
    """Entries among which a list parts a name count for less beside another list's entry of that name."""
    able = [each for each in candidates if each.is_enough]
    lists = {each.entity.authority for each in able}
    split = {of for of in lists if is_split([each.entity for each in able if each.entity.authority == of])}
    keys = {name_key(name), *(name_key(loose.name) for loose in find_loose_names(name))} if split else set()
    whole = [each.entity for each in able if each.entity.authority not in split]
    kinds = {each.kind for each in whole if name_key(each.name) in keys}
    return tuple(
        _scaled(each, _APART, "and gives the name to others as well")
        if each.entity.authority in split and each.entity.kind in kinds
        else each
        for each in candidates
    )


def _by_way(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """What was found in another way must agree with all that are listed so to count beside them."""
    listed = [each for each in candidates if each.way in _DIRECT and each.is_enough]
    why = "which no list says is the same as the one that has this very name"
    return tuple(
        _scaled(each, _APART, why) if each.way in _LOOSE and not _fits(each, listed) else each
        for each in candidates
    )


def _fits(candidate: Candidate, listed: Sequence[Candidate]) -> bool:
    return all(_is_same(candidate.entity, each.entity) for each in listed)


def _is_same(left: Entity, right: Entity) -> bool:
    """Of tools it is enough that both lists have another name for both."""
    if why_same(left, right):
        return True
    return left.kind is right.kind is EntityKind.TOOL and share_name(left, right)


def _by_company(candidates: tuple[Candidate, ...], context: Context) -> tuple[Candidate, ...]:
    """Between a group and a tool of one name, the one that the document calls by another name, too."""
    able = [each for each in candidates if each.is_enough and each.entity.kind in _NAMESAKES]
    kinds = {each.entity.kind for each in able if _is_named(each, context)}
    if len(kinds) != 1 or {each.entity.kind for each in able} == kinds or _has_several_groups(able):
        return candidates
    return _lower_others(candidates, kinds, "and the document has other names of the other one")


def _by_spelling(candidates: tuple[Candidate, ...], context: Context) -> tuple[Candidate, ...]:
    """A misspelt name is borne out by a listed name of the same thing in the document."""
    borne_out = [each for each in candidates if each.way is Way.MISSPELT and _is_named(each, context)]
    return tuple(
        replace(each, score=each.score + _BORNE_OUT, reason=f"{each.reason}; the document has it elsewhere")
        if each.way is Way.MISSPELT and _fits_any(each, borne_out)
        else each
        for each in candidates
    )


def _fits_any(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    return any(why_same(candidate.entity, each.entity) for each in others)


def _is_named(candidate: Candidate, context: Context) -> bool:
    entity = candidate.entity
    return any(name_key(name) in context.near for name in (entity.name, *(a.name for a in entity.aliases)))


def _by_bearer(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """A person or firm is never told by the name alone."""
    most = SCORES[Way.ALIKE]
    return tuple(
        replace(
            each,
            score=min(each.score, most),
            reason=f"{each.reason}; a name alone does not tell which {each.entity.kind}",
        )
        if each.entity.kind in ALONE
        else each
        for each in candidates
    )


def _lower(candidates: tuple[Candidate, ...], kind: EntityKind, why: str) -> tuple[Candidate, ...]:
    return tuple(
        _scaled(each, _OUT, f"{_a(kind)}, {why}") if each.entity.kind is kind else each for each in candidates
    )


def _lower_others(
    candidates: tuple[Candidate, ...], kinds: Collection[EntityKind], why: str
) -> tuple[Candidate, ...]:
    return tuple(
        each if each.entity.kind in kinds else _scaled(each, _OUT, f"{_a(each.entity.kind)}, {why}")
        for each in candidates
    )


def _scaled(candidate: Candidate, by: float, why: str) -> Candidate:
    return replace(candidate, score=candidate.score * by, reason=f"{candidate.reason}; {why}")


def _list(values: Collection[str | None]) -> str:
    return " or ".join(sorted(_a(each) if isinstance(each, EntityKind) else str(each) for each in values))


def _a(kind: EntityKind) -> str:
    return f"{'an' if kind is EntityKind.AGENCY else 'a'} {kind}"
