"""Resolves names: ranked candidates with reasons, and one that is chosen only if nothing stands against it.

To suggest and to decide are different acts. What is chosen here is what the lists and the document leave; a
person's decision on a name settles it, and can be withdrawn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from alleged.lexicon.listed_persons import find_person_lists
from alleged.model.decision import About, Verdict, fold_name, standing
from alleged.model.entity import EntityKind
from alleged.resolve.agencies import country_told, find_agencies
from alleged.resolve.agreement import stand_against, why_same
from alleged.resolve.candidates import SCORES, Candidate, Flag, Way
from alleged.resolve.contexts import NOTHING, Context, Surroundings
from alleged.resolve.listings import Listings
from alleged.resolve.metonyms import find_countries, reading_of
from alleged.resolve.nominals import find_kinds
from alleged.resolve.people import ALONE, People, is_borne
from alleged.resolve.persons_told import are_persons, choose_list, may_be_person
from alleged.resolve.skeleton import KnownNames, find_tricks
from alleged.resolve.weighing import weigh

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.knowledge.known import Knowledge
    from alleged.lexicon.listed_persons import PersonList
    from alleged.model.decision import Decision
    from alleged.model.document import Extent

LONGEST = 120
"""Characters of a name that is looked up; longer words are no name."""
_REMEMBERED = 1 << 14
"""Names whose candidates are kept."""
_MOST = 25
"""Candidates that are told, the likest first."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a name may stand for, and whom it stands for if only one thing is left."""

    name: str
    candidates: tuple[Candidate, ...]
    """Entries of lists, never merged: the ones that can be chosen first, MITRE's lists before others."""
    chosen: Candidate | None
    """An entry of one list; None where things stand against each other, or nothing is sure enough."""
    flags: tuple[Flag, ...]
    reason: str
    """Why this one is chosen, or why none is."""
    stands_for: tuple[str, ...] = ()
    """The names that the words stand for, where they are none: one for "the group", two for "the two men"."""


def resolve_name(name: str, context: Context, knowledge: Knowledge) -> Resolution:
    """Whom a name stands for, by the lists that are loaded and by what the document tells."""
    return resolver(knowledge).resolve(name, context)


def resolve_names(
    text: str, mentions: Sequence[Extent], knowledge: Knowledge, decisions: Iterable[Decision] = ()
) -> tuple[Resolution, ...]:
    """Whom the mentions of a document stand for, each in its surroundings, in the order given.

    Words without a name ("the group") stand for the nearest name before them that can be such a thing, those
    for several persons ("the two men") for as many who are told side by side.
    """
    around, made = Surroundings(text, mentions), tuple(decisions)
    looked_up = resolver(knowledge)
    found: dict[Extent, Resolution] = {}
    stand_ins: dict[Extent, frozenset[EntityKind]] = {}
    for mention in sorted(set(mentions)):
        words = text[mention.start : mention.end]
        kinds = find_kinds(words)
        if kinds:
            stand_ins[mention] = kinds
            continue
        context = around.context_of(mention, made)
        if looked_up.may_be(words, EntityKind.AGENCY):
            context = replace(context, countries=around.countries_near(mention))
        found[mention] = looked_up.resolve(words, context)
    told = _Told(text, found)
    found |= {mention: told.stand_in(mention, kinds) for mention, kinds in stand_ins.items()}
    return tuple(found[mention] for mention in mentions)


@lru_cache(maxsize=4)
def resolver(knowledge: Knowledge) -> Resolver:
    """The resolver over these lists, made once."""
    return Resolver(knowledge)


class Resolver:
    """Looks names up in the loaded lists; what the lists alone say of a name is remembered."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._listings = Listings(knowledge)
        self._people = People(knowledge, self._listings)
        self._find = lru_cache(maxsize=_REMEMBERED)(self._find_candidates)

    def may_be(self, name: str, kind: EntityKind) -> bool:
        """Whether anything of that kind has the name."""
        return any(each.entity.kind is kind for each in self._found(name))

    def resolve(self, name: str, context: Context = NOTHING) -> Resolution:
        """Whom the name stands for in this context."""
        settled = _settled(name, context.decisions)
        found = self._found(name)
        kept = [each for each in found if each.id not in settled.rejected]
        accepted = [self._accepted(id_, kept) for id_ in sorted(settled.accepted)]
        weighed = weigh(name, kept, _with_own_words(name, context))
        decided = [each for each in accepted if each]
        if decided:
            others = [each for each in weighed if each.id not in settled.accepted]
            return self._rank(name, decided, others)
        return self._rank(name, [each for each in weighed if each.is_enough], weighed)

    def _rank(self, name: str, able: Sequence[Candidate], others: Iterable[Candidate]) -> Resolution:
        """The resolution where `able` can be chosen: by list, then the others by score."""
        first = sorted(able, key=lambda each: (*self._listings.rank(each.entity), -each.score))
        ids = {each.id for each in first}
        rest = [each for each in others if each.id not in ids]
        rest.sort(key=lambda each: (-each.score, self._listings.rank(each.entity)))
        ranked = (*first, *rest)[:_MOST]
        contenders = [*first, *(each for each in rest if is_borne(each))]
        against = next((pair for pair in combinations(contenders, 2) if _are_against(*pair)), None)
        chosen = first[0] if first and not against else None
        return Resolution(name, ranked, chosen, _flags(name, ranked, chosen), _why(chosen, against, first))

    def _accepted(self, id_: str, found: Iterable[Candidate]) -> Candidate | None:
        """The candidate of a decision, which may be one that no list leads to."""
        reason = "a person decided it"
        known = next((each for each in found if each.id == id_), None)
        if known:
            return replace(known, score=1.0, reason=f"{reason}; {known.reason}")
        authority, _, own = id_.partition(":")
        entity = self._knowledge.find_entity(authority, own)
        return Candidate(entity, reason, 1.0, Way.DECIDED) if entity else None

    def _found(self, name: str) -> tuple[Candidate, ...]:
        return self._find(name) if len(name) <= LONGEST else ()

    def _find_candidates(self, name: str) -> tuple[Candidate, ...]:
        listed = self._listings.find(name)
        told = (
            *find_countries(name, self._knowledge, self._listings),
            *find_agencies(name, self._knowledge, self._listings),
        )
        if any(each.way in {Way.LISTED, Way.WEAK} for each in listed):
            return _once((*listed, *told))
        alike = (*self._people.find_persons(name), *self._people.find_firms(name))
        return _once((*listed, *told, *alike, *self._disguised(name)))

    def _disguised(self, name: str) -> Iterator[Candidate]:
        """What the name only looks like."""
        for disguise in self._known_names.find(name):
            for entity in self._knowledge.find(disguise.known):
                reason = f"{disguise.reason}; {self._listings.tell(entity, disguise.known)}"
                yield Candidate(entity, reason, SCORES[Way.DISGUISE], Way.DISGUISE)

    @cached_property
    def _known_names(self) -> KnownNames:
        return KnownNames(self._listings.names)


@dataclass(frozen=True, slots=True)
class _Settled:
    """What decisions in force say of one name: ids as `Candidate.id` writes them."""

    accepted: frozenset[str]
    rejected: frozenset[str]


def _settled(name: str, decisions: Sequence[Decision]) -> _Settled:
    if not decisions:
        return _Settled(frozenset(), frozenset())
    folded = fold_name(name)
    own = [
        each for each in standing(decisions) if each.about is About.NAME and fold_name(each.what[0]) == folded
    ]
    by_verdict = {
        verdict: frozenset(each.what[1] for each in own if each.verdict is verdict) for verdict in Verdict
    }
    return _Settled(by_verdict[Verdict.ACCEPT], by_verdict[Verdict.REJECT])


def _with_own_words(name: str, context: Context) -> Context:
    """The context with what the words of the name tell themselves, which goes before what is near it."""
    country, reading = country_told(name), reading_of(name)
    return replace(
        context,
        countries=frozenset({country}) if country else context.countries,
        reading=reading or context.reading,
    )


def _are_against(left: Candidate, right: Candidate) -> bool:
    return stand_against(left.entity, right.entity)


def _flags(name: str, ranked: Sequence[Candidate], chosen: Candidate | None) -> tuple[Flag, ...]:
    able = [each for each in ranked if each.is_enough]
    checks = {
        Flag.UNKNOWN: not ranked,
        Flag.SEVERAL: chosen is None and len(able) > 1,
        Flag.DISGUISED: any(each.way is Way.DISGUISE for each in ranked),
        Flag.ODD: _is_odd(name),
        Flag.NAME_ALONE: any(each.entity.kind in ALONE for each in ranked),
        Flag.DECIDED: chosen is not None and chosen.reason.startswith("a person decided"),
    }
    return tuple(flag for flag, is_so in checks.items() if is_so)


@lru_cache(maxsize=_REMEMBERED)
def _is_odd(name: str) -> bool:
    return bool(find_tricks(name))


def _why(
    chosen: Candidate | None, against: tuple[Candidate, Candidate] | None, able: Sequence[Candidate]
) -> str:
    if against:
        left, right = against
        return f"none is chosen: {left.reason}; against it: {right.reason}"
    if chosen is None:
        return "none is chosen: no list has the name in a way that is sure enough"
    return "; ".join((chosen.reason, *_told_of_others(chosen, able[1:])))


def _told_of_others(chosen: Candidate, others: Iterable[Candidate]) -> Iterator[str]:
    """What the lists say of the other entries that have the name: the same, or nothing."""
    for other in others:
        same = why_same(chosen.entity, other.entity)
        whose = f"{other.entity.name!r} of {other.entity.authority}"
        yield f"{whose} is the same: {same}" if same else f"whether {whose} is the same, no list tells"


def _once(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each entry once, with its best score."""
    best: dict[str, Candidate] = {}
    for each in candidates:
        if each.id not in best or best[each.id].score < each.score:
            best[each.id] = each
    return tuple(best.values())


@dataclass(frozen=True)
class _Told:
    """The names of a document, by place, for words that stand for them."""

    text: str
    resolutions: dict[Extent, Resolution]

    def stand_in(self, mention: Extent, kinds: frozenset[EntityKind]) -> Resolution:
        """What words without a name stand for: several persons, or the nearest name before that fits."""
        words = self.text[mention.start : mention.end]
        if are_persons(words):
            persons = choose_list(self.text, self.lists, mention)
            return self._stand_for_persons(words, persons) if persons else _unknown(words)
        before = (each for place, each in reversed(self._in_order) if place.end <= mention.start)
        found = next((each for each in before if _can_be(each, kinds)), None)
        if found is None:
            return _unknown(words)
        reason = f"{words!r} stands for {found.name!r}, which was told before; {found.reason}"
        return replace(found, name=words, reason=reason, stands_for=(found.name,))

    @cached_property
    def lists(self) -> tuple[PersonList, ...]:
        """The persons who are told side by side."""
        persons = (place for place, each in self.resolutions.items() if _may_be_person(each))
        return find_person_lists(self.text, persons)

    @cached_property
    def _in_order(self) -> list[tuple[Extent, Resolution]]:
        return sorted(self.resolutions.items(), key=lambda told: told[0])

    def _stand_for_persons(self, words: str, persons: PersonList) -> Resolution:
        """Each of them is a candidate at most: what is said of "the men" may not be so of every one."""
        reason = f"none is chosen: {words!r} stands for {', '.join(persons.names)}, who are told together"
        by_name = {each.name: each for each in self.resolutions.values()}
        candidates = _once(each for name in persons.names for each in by_name[name].candidates)
        return Resolution(words, candidates[:_MOST], None, (Flag.SEVERAL,), reason, persons.names)


def _unknown(words: str) -> Resolution:
    return Resolution(words, (), None, (Flag.UNKNOWN,), "nothing that it can stand for was told")


def _may_be_person(resolution: Resolution) -> bool:
    chosen = resolution.chosen
    return may_be_person(resolution.name) and (chosen is None or chosen.entity.kind is EntityKind.PERSON)


def _can_be(resolution: Resolution, kinds: frozenset[EntityKind]) -> bool:
    if resolution.chosen:
        return resolution.chosen.entity.kind in kinds
    return any(each.entity.kind in kinds for each in resolution.candidates)
