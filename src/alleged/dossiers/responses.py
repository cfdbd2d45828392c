"""What was done about a subject, and by it: indictments, sanctions, arrests, in words of the claims."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.model.entity import EntityKind
from alleged.model.vocabulary import ACTS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alleged.dossiers.subject import Subject
    from alleged.knowledge.known import Knowledge
    from alleged.model.claim import Claim
    from alleged.model.entity import Entity
    from alleged.model.vocabulary import Act

_PARTIES = frozenset({EntityKind.PERSON, EntityKind.FIRM, EntityKind.GROUP, EntityKind.AGENCY})


@dataclass(frozen=True, slots=True)
class Measure:
    """One sort of response, with the claims that tell of it, each with who did it and to whom."""

    act: Act
    claims: tuple[Claim, ...]

    @property
    def documents(self) -> int:
        """How many documents tell of it."""
        return len({claim.document for claim in self.claims})


@dataclass(frozen=True, slots=True)
class Responses:
    """What was done about the subject, and what it did about others, in the order of the guideline."""

    against: tuple[Measure, ...]
    by: tuple[Measure, ...]
    listings: Mapping[str, tuple[Entity, ...]]
    """By name of a party, entries of sanctions lists that have this very name: it may be somebody else's."""


def view_responses(subject: Subject, knowledge: Knowledge) -> Responses:
    """The responses among the claims about the subject; two claims of one response stay two."""
    by = _sort(claim for voice in subject.acting for claim in voice.claims)
    against = _sort(claim for voice in subject.acted_upon for claim in voice.claims)
    parties = {m.name for measure in (*by, *against) for claim in measure.claims for m in claim.targets}
    found = {name: _find_listings(name, knowledge) for name in sorted(parties)}
    return Responses(against, by, {name: entities for name, entities in found.items() if entities})


def _sort(claims: Iterable[Claim]) -> tuple[Measure, ...]:
    groups: dict[Act, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.act].append(claim)
    return tuple(Measure(act, tuple(groups[act])) for act in ACTS[Kind.RESPONSE] if act in groups)


def _find_listings(name: str, knowledge: Knowledge) -> tuple[Entity, ...]:
    choice = knowledge.choose(kinds=_PARTIES)
    return tuple(entity for entity in knowledge.find(name, choice) if entity.programs)
