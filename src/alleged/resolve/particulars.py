"""What a claim says by which its operation can be told: who is accused, whom it hit, names, words, when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from alleged.model.vocabulary import Act, Kind, Stance
from alleged.resolve.months import Months, months_of
from alleged.resolve.sides import side_of
from alleged.resolve.telling import Telling, find_telling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.model.claim import Claim, Mention

AGAINST = frozenset(
    {
        *(Act.INDICT, Act.SANCTION, Act.ARREST, Act.CONVICT, Act.ATTRIBUTE, Act.LAWSUIT, Act.TAKEDOWN),
        *(Act.ADVISORY, Act.DIPLOMATIC, Act.REWARD, Act.INVESTIGATE, Act.OTHER_RESPONSE),
    }
)
"""Responses whose target is whom they hold to have done it."""
DEEDS = frozenset({Kind.OPERATION, Kind.IMPACT, Kind.MOTIVE})
"""Kinds of claim whose actor is whom they hold to have done it."""
_NOTHING = Telling()


@dataclass(frozen=True)
class Particulars:
    """A claim with what its operation is told by."""

    claim: Claim
    accused: Telling
    """Of those who are said to have done it."""
    hit: Telling
    """Of those to whom it is said to have been done."""
    content: Telling
    """Of everything that is claimed, without the speaker."""
    speaker: str | None
    """The side that speaks; None for the document's own voice."""
    when: Months | None

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that it has, of whatever part."""
        return self.accused.names | self.hit.names | self.content.names

    @cached_property
    def matter(self) -> frozenset[str]:
        """The names of what was hit and of the means: those that are not of the accused."""
        return (self.hit.names | self.content.names) - self.accused.names

    @cached_property
    def words(self) -> frozenset[str]:
        """Every rare word that it has."""
        return self.accused.words | self.hit.words | self.content.words


def particulars_of(claim: Claim) -> Particulars:
    """What the operation of a claim is told by, as far as its words and names say."""
    accused, hit = _parts(claim)
    speaker = side_of(claim.speaker) if claim.speaker.name else None
    content = find_telling(claim.content.exact)
    if _names_nobody(claim, accused):
        accused = _only_state(content.states - hit.states - {speaker or ""})
    return Particulars(
        claim=claim,
        accused=accused,
        hit=hit,
        content=content,
        speaker=speaker,
        when=months_of(claim.event_time.edtf),
    )


def is_accusation(claim: Claim) -> bool:
    """Whether it says that somebody did something: a deed or who is behind it, not denied."""
    return claim.kind in DEEDS | {Kind.ATTRIBUTION} and claim.stance not in {Stance.DENIES, Stance.DECLINES}


def accuses(told: Particulars) -> bool:
    """Whether it says that somebody did something, be it in a remark on who is as bad."""
    claim = told.claim
    in_turn = claim.kind is Kind.COMMENT and claim.stance is not Stance.DENIES
    return is_accusation(claim) or (in_turn and bool(told.accused.states))


def _parts(claim: Claim) -> tuple[Telling, Telling]:
    """What is told of the accused, and of those whom it hit."""
    actors, targets = told_by(claim.actors), told_by(claim.targets)
    if claim.kind is Kind.ATTRIBUTION:
        return actors | targets, _NOTHING
    if claim.kind in DEEDS:
        return actors, targets
    return (targets, _NOTHING) if claim.act in AGAINST else (_NOTHING, _NOTHING)


def _names_nobody(claim: Claim, accused: Telling) -> bool:
    """Whether it accuses, and no name tells whom: "the work of Chinese state-sponsored hackers"."""
    accuses = claim.kind in {Kind.OPERATION, Kind.ATTRIBUTION} or claim.act is Act.ATTRIBUTE
    return accuses and not accused.states and not accused.names


def _only_state(states: frozenset[str]) -> Telling:
    """The one state that is left, as the accused; nobody where it could be one of several."""
    return Telling(states=states) if len(states) == 1 else _NOTHING


def told_by(mentions: Iterable[Mention]) -> Telling:
    """What the names of the mentions tell."""
    found = _NOTHING
    for mention in mentions:
        found |= find_telling(mention.name)
    return found
