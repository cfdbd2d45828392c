"""What is open about a subject, as far as it can be computed: each question with where to look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.dossiers.wording import tell_time
from alleged.model.vocabulary import RelationType, Scope
from alleged.resolve.candidates import Flag
from alleged.resolve.contexts import Context
from alleged.resolve.origins import count_claim_origins
from alleged.resolve.propositions import find_propositions
from alleged.resolve.resolution import resolve_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.dossiers.actors import Actor
    from alleged.dossiers.victims import Victims
    from alleged.knowledge.known import Knowledge
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision

_OPEN_ENDS = ("..", "/")
"""With what an interval begins or ends that is open there, in EDTF."""


class Sort(StrEnum):
    """What sort of thing is open."""

    NAME = "name"
    """For whom a name stands: lists have several entries, and nothing tells which is meant."""
    TIME = "time"
    """When it happened: words tell a time, and no date or no end."""
    DENIAL = "denial"
    """What a denial denies: it answers everything at once."""
    ORIGIN = "origin"
    """Whether anybody else says so: all documents that say it go back to one."""
    TARGET = "target"
    """Where a target belongs: neither a list nor its words tell a country or a sector."""


@dataclass(frozen=True, slots=True)
class Lead:
    """One thing that is open, in words, and the claim or the name to look at."""

    words: str
    reason: str
    claim: Claim | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """All that is open of one sort, and of how many."""

    sort: Sort
    leads: tuple[Lead, ...]
    total: int
    """Names, claims, denials, propositions or targets that were looked at."""


def find_questions(
    actor: Actor, victims: Victims, looked_up: tuple[Knowledge, Sequence[Decision]]
) -> tuple[Question, ...]:
    """What is open about the subject; sorts of which nothing is are left out.

    `looked_up` are the lists, and what people decided on names.
    """
    made = (
        _ask_names(actor, *looked_up),
        _ask_times(actor),
        _ask_denials(actor),
        _ask_origins(actor),
        _ask_targets(victims),
    )
    return tuple(question for question in made if question.leads)


def _ask_names(actor: Actor, knowledge: Knowledge, decisions: Sequence[Decision]) -> Question:
    named = (m.name for claim in actor.subject.claims for m in (*claim.actors, *claim.targets))
    names, context = tuple(dict.fromkeys(named)), Context(decisions=tuple(decisions))
    found = (resolve_name(name, context, knowledge) for name in names)
    leads = (Lead(each.name, each.reason, name=each.name) for each in found if Flag.SEVERAL in each.flags)
    return Question(Sort.NAME, tuple(leads), len(names))


def _ask_times(actor: Actor) -> Question:
    timed = [claim for claim in actor.subject.claims if tell_time(claim.event_time)]
    leads = (_lead(claim, tell_time(claim.event_time)) for claim in timed if _is_open(claim))
    return Question(Sort.TIME, tuple(leads), len(timed))


def _is_open(claim: Claim) -> bool:
    edtf = claim.event_time.edtf
    return edtf is None or edtf.startswith(_OPEN_ENDS) or edtf.endswith(_OPEN_ENDS)


def _ask_denials(actor: Actor) -> Question:
    denials = [answer for answer in actor.subject.answers if answer.type is RelationType.DISPUTES]
    blanket = (answer for answer in denials if answer.scope is Scope.BLANKET)
    leads = (_lead(each.claim, f"answers {len(each.answered)} claims at once") for each in blanket)
    return Question(Sort.DENIAL, tuple(leads), len(denials))


def _ask_origins(actor: Actor) -> Question:
    propositions = find_propositions(actor.subject.claims)
    return Question(
        Sort.ORIGIN, tuple(_find_single(actor, [p.claims for p in propositions])), len(propositions)
    )


def _find_single(actor: Actor, said: Sequence[tuple[Claim, ...]]) -> Iterator[Lead]:
    """What goes back to one origin, though several documents say it first: those seem to be borne out."""
    counted = ((claims, count_claim_origins(actor.lineage, claims)) for claims in said)
    single = [(claims, count) for claims, count in counted if count.origins == 1]
    for claims, count in sorted(single, key=lambda found: -found[1].documents):
        told = f"{count.documents} documents, 1 origin" if count.documents > 1 else "1 document"
        yield _lead(claims[0], told)


def _ask_targets(victims: Victims) -> Question:
    leads = (Lead(each.label, "no list has it", each.claims[0], each.label) for each in victims.unresolved)
    return Question(Sort.TARGET, tuple(leads), len(victims.reasons))


def _lead(claim: Claim, reason: str) -> Lead:
    return Lead(claim.content.exact, reason, claim)
