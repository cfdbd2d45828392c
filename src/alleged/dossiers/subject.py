"""What is said of one name, by whom, and who answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.ledger.interface import ClaimQuery
from alleged.model.vocabulary import Basis
from alleged.model.wire import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim, Speaker
    from alleged.model.link import Relation
    from alleged.model.vocabulary import RelationType, Scope


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker and what that speaker says of the subject, in reading order."""

    speaker: Speaker
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim that denies, confirms or declines to comment on claims about the subject."""

    claim: Claim
    type: RelationType
    scope: Scope
    answered: tuple[Claim, ...]
    reasons: tuple[str, ...]
    """Why it is taken for an answer."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the ledger holds about a name: claims in which it acts, claims in which it is acted upon, answers.

    A claim in which it does both is among `acting` only. Answers may come from claims that do not name it.
    `total` counts all claims of the ledger.
    """

    name: str
    acting: tuple[Voice, ...]
    acted_upon: tuple[Voice, ...]
    answers: tuple[Answer, ...]
    total: int

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim about the subject, once."""
        return tuple(claim for voice in (*self.acting, *self.acted_upon) for claim in voice.claims)

    @property
    def all_claims(self) -> tuple[Claim, ...]:
        """The claims about the subject and those that answer them, each once."""
        claims = (*self.claims, *(answer.claim for answer in self.answers))
        return tuple({claim.id: claim for claim in claims}.values())


def view_subject(ledger: Ledger, name: str) -> Subject:
    """What the ledger holds about `name`; empty if nobody says anything of it."""
    acting = ledger.claims(ClaimQuery(actor=name)).claims
    known = {claim.id for claim in acting}
    acted_upon = tuple(c for c in ledger.claims(ClaimQuery(target=name)).claims if c.id not in known)
    return Subject(
        name,
        group_by_speaker(acting),
        group_by_speaker(acted_upon),
        _view_answers(ledger, (*acting, *acted_upon)),
        ledger.claims(ClaimQuery(limit=1)).total,
    )


def group_by_speaker(claims: Iterable[Claim]) -> tuple[Voice, ...]:
    """The claims by who makes them, in the order in which the speakers first appear.

    Claims in their own voice are one group a document: two documents are two voices.
    """
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_voice_of(claim), []).append(claim)
    return tuple(Voice(group[0].speaker, tuple(group)) for group in groups.values())


def count_named_speakers(claims: Iterable[Claim]) -> int:
    """How many speakers with a name make these claims: neither own voices nor anonymous ones count."""
    return sum(_is_named(voice.speaker) for voice in group_by_speaker(claims))


def _is_named(speaker: Speaker) -> bool:
    return speaker.name is not None and speaker.basis not in (Basis.NARRATOR, Basis.ANONYMOUS)


def _voice_of(claim: Claim) -> tuple[str, ...]:
    speaker = claim.speaker
    if speaker.basis is Basis.NARRATOR or not speaker.name:
        return (speaker.basis, claim.document)
    named = "anonymous" if speaker.basis is Basis.ANONYMOUS else "named"
    place = claim.document if speaker.basis is Basis.ANONYMOUS else ""
    return (named, speaker.name, speaker.on_behalf_of or "", place)


def _view_answers(ledger: Ledger, claims: tuple[Claim, ...]) -> tuple[Answer, ...]:
    known = {claim.id: claim for claim in claims}
    relations = [r for r in ledger.find_relations(tuple(known)) if r.to in known and r.type in ANSWERS]
    answering = {r.claim: known.get(r.claim) or ledger.get_claim(r.claim) for r in relations}
    return resolve_answers(relations, {**known, **answering})


def resolve_answers(relations: Iterable[Relation], claims: Mapping[str, Claim]) -> tuple[Answer, ...]:
    """The relations with their claims in place of ids, one answer for each claim, type and scope."""
    groups: dict[tuple[str, RelationType, Scope], list[Relation]] = {}
    for relation in relations:
        groups.setdefault((relation.claim, relation.type, relation.scope), []).append(relation)
    return tuple(_resolve(group, claims) for group in groups.values())


def _resolve(group: Sequence[Relation], claims: Mapping[str, Claim]) -> Answer:
    first = group[0]
    answered = tuple(claims[relation.to] for relation in group)
    reasons = tuple(dict.fromkeys(relation.reason for relation in group))
    return Answer(claims[first.claim], first.type, first.scope, answered, reasons)
