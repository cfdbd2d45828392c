"""Claims with what links are judged by: their words, who speaks for which side, and whom they accuse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.lexicon.grammar import content_words
from alleged.lexicon.names import is_state
from alleged.lexicon.nominals import nominals
from alleged.lexicon.rules import hedges
from alleged.lexicon.words import find_words
from alleged.model.vocabulary import Act, Kind, RelationType, Stance
from alleged.resolve.sides import side_of, side_of_accused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alleged.model.claim import Claim, Mention

RESPONSES = {
    Stance.DENIES: RelationType.DISPUTES,
    Stance.CONFIRMS: RelationType.CONFIRMS,
    Stance.DECLINES: RelationType.DECLINES,
}
"""What a claim of each responding stance does to what it answers."""
ANSWERABLE = frozenset({Kind.OPERATION, Kind.ATTRIBUTION, Kind.IMPACT, Kind.MOTIVE})
"""Kinds of claim that a response can answer."""
ACCUSING = frozenset({Stance.ALLEGES, Stance.ASSESSES})
_ASKING = frozenset(
    {"request", "requests", "comment", "comments", "question", "questions", "inquiry", "inquiries"}
)
"""What a refusal speaks of where it does not say what it was asked about."""
_STRESSING = frozenset(
    {"completely", "totally", "utterly", "entirely", "purely", "pure", "wholly", "malicious"}
)
_ANY = frozenset({"any", "every", "each", "all", "such", "them", "they", "these", "those"})
"""Words that tell of more than one accusation."""
NAMING = frozenset({Act.SAME_AS, Act.LOCATED_IN})
"""Acts that accuse nobody: another name for somebody, or a place."""
_ONE = frozenset({"accusation", "allegation", "charge", "attribution"})
"""Words for one accusation; "the report" holds more than one."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim with what its links are judged by; `index` is its place among the claims of its document."""

    index: int
    claim: Claim
    words: frozenset[str]
    side: str | None
    accused: str | None
    own_name: frozenset[str]
    """The words of the name that tells the speaker from others: none for "the company" or a state."""


def make_fact(index: int, claim: Claim) -> Fact:
    """The claim with its words, its speaker's side and whom it accuses."""
    words = content_words(claim.content.exact) - _ASKING
    side = side_of(claim.speaker)
    return Fact(index, claim, words, side, side_of_accused(claim), _own_name(claim.speaker.name or "", side))


def _own_name(name: str, side: str | None) -> frozenset[str]:
    return content_words(name) if name[:1].isupper() and not is_state(side) else frozenset()


def is_blanket(response: Claim) -> bool:
    """Whether a denial rejects "the allegations" at large and names no deed."""
    words = content_words(response.content.exact)
    return (
        response.stance is Stance.DENIES and response.act is Act.COMMENT and bool(words & nominals().anaphors)
    )


def only_rejects(response: Claim) -> bool:
    """Whether a denial says nothing but how wrong it is: "completely unfounded and malicious slander"."""
    words = find_words(response.content.exact)
    matches = (match for match in hedges().find(words) if match.code is Stance.DENIES)
    rejecting = {word.norm for match in matches for word in words[match.start : match.end]}
    told = content_words(response.content.exact) - _STRESSING
    return response.stance is Stance.DENIES and bool(rejecting) and told <= rejecting


def is_single(response: Fact) -> bool:
    """Whether "the accusation" is rejected, and not "the accusations" or "any accusation"."""
    spoken = {word.norm for word in find_words(response.claim.content.exact)}
    said = response.words & nominals().anaphors
    return said <= _ONE and not spoken & _ANY


def accuses(claim: Claim) -> bool:
    """Whether the claim accuses: a named speaker tells of a deed, or it is worded as an accusation."""
    if claim.kind not in {Kind.OPERATION, Kind.ATTRIBUTION}:
        return False
    return claim.stance in ACCUSING or (claim.stance is Stance.ASSERTS and claim.speaker.name is not None)


def accuses_of_deed(claim: Claim) -> bool:
    """Whether the claim accuses, and does not only tell another name or the place of a group."""
    return accuses(claim) and claim.act not in NAMING


def concerns(response: Fact, other: Fact) -> bool:
    """Whether a claim accuses the responder's side or speaks of the responder by name."""
    accused = response.side is not None and response.side == other.accused
    return accused or (bool(response.own_name) and response.own_name <= other.words)


def names_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """The names that the mentions stand for."""
    return frozenset(mention.name for mention in mentions)
