"""Whom a subject is said to have acted upon, by country and by sector, as far as lists and words tell.

Counted are claims, not deeds: what five documents say of one deed is five claims. Denials are not counted,
nor what is not told as having happened.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.countries import name_country
from alleged.dossiers.wording import UNHAPPENED
from alleged.knowledge.codes import find_country
from alleged.knowledge.keys import name_key
from alleged.knowledge.known import Choice
from alleged.lexicon.names import names
from alleged.lexicon.words import find_words
from alleged.model.entity import EntityKind
from alleged.model.vocabulary import Kind, Stance
from alleged.resolve.contexts import Context
from alleged.resolve.resolution import resolve_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.dossiers.subject import Subject
    from alleged.knowledge.known import Knowledge
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.model.entity import Entity

_STRIKING = frozenset({Kind.OPERATION, Kind.IMPACT})
_UNTOLD = frozenset({Stance.DENIES, Stance.DECLINES})
_PLACED = frozenset({EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.AGENCY, EntityKind.FIRM})
"""Kinds of entities whose country is the country of a victim."""
_SECTORS = Choice(kinds=frozenset({EntityKind.SECTOR}))
_NO_SECTORS = frozenset({"Unknown", "Other", "Country", "Multi-sector"})
"""Entries of lists of sectors that name none."""
_LONGEST = 3
"""Words of the longest name of a sector."""
_TAKEN = ""
"""Stands for a word that is part of a longer name."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What is known of one name of a target: its country and its sectors, and why."""

    country: str | None = None
    """ISO 3166-1 alpha-2."""
    sectors: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return bool(self.country or self.sectors)


@dataclass(frozen=True, slots=True)
class Struck:
    """A country, a sector, or a name that nothing is known of, with the claims that say that it was hit."""

    label: str
    claims: tuple[Claim, ...]
    names: tuple[str, ...]
    """The names in the claims."""

    @property
    def documents(self) -> int:
        """How many documents hold the claims."""
        return len({claim.document for claim in self.claims})


@dataclass(frozen=True, slots=True)
class Victims:
    """Those who are said to have been acted upon; most claims come first."""

    countries: tuple[Struck, ...]
    sectors: tuple[Struck, ...]
    unresolved: tuple[Struck, ...]
    """Names of which neither a list nor their own words tell a country or a sector."""
    reasons: Mapping[str, tuple[str, ...]]
    """By name, why it is counted where it is."""
    claims: tuple[Claim, ...]
    """The claims that are counted."""
    denied: int
    """Claims that deny, or decline to say, and are not counted."""
    unhappened: int
    """Claims of what is not told as having happened, which are not counted either."""


def view_victims(subject: Subject, knowledge: Knowledge, decisions: Sequence[Decision]) -> Victims:
    """Whom the subject is said to have acted upon; what people decided on names counts."""
    every = [claim for voice in subject.acting for claim in voice.claims if _strikes(claim)]
    told = [claim for claim in every if claim.stance not in _UNTOLD]
    counted = tuple(claim for claim in told if claim.realis not in UNHAPPENED)
    own = {name_key(subject.name)} | {name_key(name) for borne in subject.borne.values() for name, _ in borne}
    named = [(name, claim) for claim in counted for name in _targets(claim) if name_key(name) not in own]
    known = {name: find_whereabouts(name, knowledge, decisions) for name in dict(named)}
    return Victims(
        _group((name_country(at), n, c) for n, c in named if (at := known[n].country)),
        _group((sector, n, c) for n, c in named for sector in known[n].sectors),
        _group((n, n, c) for n, c in named if not known[n]),
        {name: where.reasons for name, where in known.items()},
        counted,
        len(every) - len(told),
        len(told) - len(counted),
    )


def _strikes(claim: Claim) -> bool:
    return claim.kind in _STRIKING and bool(claim.targets)


def _targets(claim: Claim) -> Iterable[str]:
    return dict.fromkeys(mention.name for mention in claim.targets)


def _group(found: Iterable[tuple[str, str, Claim]]) -> tuple[Struck, ...]:
    """What was found as (label, name, claim), label by label; no claim is counted twice under one."""
    claims: dict[str, dict[str, Claim]] = defaultdict(dict)
    named: dict[str, dict[str, None]] = defaultdict(dict)
    for label, name, claim in found:
        claims[label][claim.id] = claim
        named[label][name] = None
    made = (Struck(label, tuple(claims[label].values()), tuple(named[label])) for label in claims)
    return tuple(sorted(made, key=lambda struck: (-len(struck.claims), struck.label)))


def find_whereabouts(name: str, knowledge: Knowledge, decisions: Sequence[Decision] = ()) -> Whereabouts:
    """The country and the sectors of a target, by the entry that its name stands for, or by its own words."""
    chosen = resolve_name(name, Context(decisions=tuple(decisions)), knowledge).chosen
    if chosen and chosen.entity.kind is EntityKind.SECTOR:
        return Whereabouts(None, _name_sectors([chosen.entity]), (chosen.reason,))
    country = chosen.entity.country if chosen and chosen.entity.kind in _PLACED else None
    reasons = [chosen.reason] if chosen and country else []
    if chosen and chosen.entity.kind is EntityKind.COUNTRY:
        return Whereabouts(country, (), tuple(reasons))
    if not country and (told := _find_country_told(name)):
        country, reason = told
        reasons.append(reason)
    sectors = _name_sectors(_find_sectors(name, knowledge))
    reasons += [f"its words name the sector {sector}" for sector in sectors]
    return Whereabouts(country, sectors, tuple(reasons))


def _find_country_told(name: str) -> tuple[str, str] | None:
    """The country that the words of a name tell, and why; None where they tell none, or several."""
    found = (match.name for match in names().find(find_words(name)) if match.name.state)
    states = {known.state or "": known for known in found}
    told = [(code, known) for state, known in states.items() if (code := find_country(state))]
    if len(told) != 1:
        return None
    code, known = told[0]
    of = f", of {known.state}" if known.name != known.state else ""
    return code, f"its words name {known.name}{of}"


def _find_sectors(name: str, knowledge: Knowledge) -> Iterator[Entity]:
    """The sectors that words of a name are, the longest names first; one word is in one of them."""
    words = [word.norm for word in find_words(name)]
    for size in range(_LONGEST, 0, -1):
        for at in range(len(words) - size + 1):
            run = words[at : at + size]
            found = () if _TAKEN in run else _find_sector(" ".join(run), knowledge)
            if found:
                yield found[0]
                words[at : at + size] = [_TAKEN] * size


def _find_sector(words: str, knowledge: Knowledge) -> tuple[Entity, ...]:
    """The sectors called so, in the singular or the plural."""
    forms = (words, words.removesuffix("s"), f"{words.removesuffix('ies')}y")
    return next(filter(None, (knowledge.find(form, _SECTORS) for form in forms)), ())


def _name_sectors(entities: Iterable[Entity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity.name for entity in entities if entity.name not in _NO_SECTORS))
