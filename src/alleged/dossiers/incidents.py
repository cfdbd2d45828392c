"""Incidents as people read them: what is claimed of each, by whom, how surely, and who denies it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.dossiers.attributes import find_attributes
from alleged.dossiers.bodies import find_bodies
from alleged.dossiers.counting import tell_count
from alleged.dossiers.overview import view_overview
from alleged.dossiers.subject import resolve_answers
from alleged.dossiers.voices import group_by_each_speaker
from alleged.dossiers.wording import is_named, tell_speaker
from alleged.errors import LedgerError
from alleged.ledger.interface import AmbiguousError
from alleged.model.ids import LISTED, SHORTEST_PREFIX
from alleged.model.vocabulary import RelationType, Scope, Stance
from alleged.model.wire import ANSWERS
from alleged.resolve.origins import count_claim_origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.dossiers.attributes import Attribute
    from alleged.dossiers.bodies import Opener
    from alleged.dossiers.overview import Overview
    from alleged.dossiers.subject import Answer
    from alleged.dossiers.voices import Body, Voice
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.resolve.incidents import Incident
    from alleged.resolve.lineage import Count


@dataclass(frozen=True, slots=True)
class Brief:
    """An incident in a list; what a suspected flood adds counts for no origin."""

    incident: Incident
    count: Count
    voices: tuple[Voice, ...]
    stances: tuple[tuple[Stance, int], ...]
    """How many claims have each stance, in the order of the guideline."""
    denied: tuple[Scope, ...]
    """How its claims are denied: specific, blanket, both or not at all."""
    published: tuple[str, ...]
    """The first and the last date of its documents; empty where none has one."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """What one speaker says in several documents: the first claim, and those that say it again."""

    first: Claim
    again: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class IncidentView:
    """One incident with all that is claimed of it, and what is suggested between its documents."""

    brief: Brief
    attributes: tuple[Attribute, ...]
    answers: tuple[Answer, ...]
    """Who denies, confirms or declines to comment on its claims; some answer from outside."""
    repeats: tuple[Repeat, ...]
    overview: Overview

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of the incident."""
        return self.brief.incident.claims


def view_incidents(ledger: Ledger, opener: Opener | None = None) -> tuple[Brief, ...]:
    """All incidents, those with most origins first; documents of a suspected flood raise none of them.

    `opener` gives the lists that tell which names of speakers are of one body.
    """
    overview = view_overview(ledger)
    bodies = find_bodies(overview, ledger.decisions(), opener)
    briefs = (_brief(incident, overview, bodies) for incident in overview.incidents)
    return tuple(sorted(briefs, key=_rank))


def view_incident(ledger: Ledger, prefix: str, opener: Opener | None = None) -> IncidentView:
    """The incident whose id begins with `prefix`, or that holds the claim whose id does.

    Raises LedgerError if none or several do.
    """
    overview = view_overview(ledger)
    incident = get_incident(overview, prefix)
    return IncidentView(
        _brief(incident, overview, find_bodies(overview, ledger.decisions(), opener)),
        find_attributes(incident.claims, overview.lineage.suspects()),
        _find_answers(incident, overview),
        tuple(_find_repeats(incident, overview)),
        overview,
    )


def get_incident(overview: Overview, prefix: str) -> Incident:
    """The one incident of that id or with that claim; raises LedgerError if none or several are."""
    found = find_incidents_of(overview, prefix)
    if len(found) == 1:
        return found[0]
    if not found:
        raise LedgerError(
            f"no incident, and no claim of one, has an id that begins with {prefix!r};"
            " 'alleged incidents' lists them"
        )
    listed = "".join(f"\n  {incident.id}  {incident.label}" for incident in found[:LISTED])
    raise AmbiguousError(f"several incidents begin with {prefix!r} or hold such a claim; give more:{listed}")


def find_incidents_of(overview: Overview, prefix: str) -> tuple[Incident, ...]:
    """The incidents whose id begins with `prefix`; if there are none, those with such a claim."""
    digits = prefix.lower()
    if len(digits) < SHORTEST_PREFIX:
        return ()
    named = tuple(i for i in overview.incidents if i.id.startswith(digits))
    held = (i for i in overview.incidents if any(c.id.startswith(digits) for c in i.claims))
    return named or tuple(held)


def _brief(incident: Incident, overview: Overview, bodies: Mapping[str, Body]) -> Brief:
    claims = incident.claims
    dates = sorted(filter(None, (overview.published(claim) for claim in claims)))
    counted = Counter(claim.stance for claim in claims)
    return Brief(
        incident,
        count_claim_origins(overview.lineage, claims),
        group_by_each_speaker(claims, bodies),
        tuple((stance, counted[stance]) for stance in Stance if counted[stance]),
        tuple(scope for scope in Scope if scope in _find_denials(incident, overview)),
        (dates[0], dates[-1]) if dates else (),
    )


def _find_denials(incident: Incident, overview: Overview) -> set[Scope]:
    held = {claim.id for claim in incident.claims}
    answers = (r for r in overview.relations if r.to in held and r.type is RelationType.DISPUTES)
    return {relation.scope for relation in answers}


def _rank(brief: Brief) -> tuple[int, int, int, str]:
    told = brief.count.documents - brief.count.suspects
    named = sum(voice.speaker.name is not None for voice in brief.voices) if told else 0
    return (-brief.count.origins, -told, -named, brief.incident.id)


def _find_answers(incident: Incident, overview: Overview) -> tuple[Answer, ...]:
    held = {claim.id for claim in incident.claims}
    relations = [r for r in overview.relations if r.to in held and r.type in ANSWERS]
    found = resolve_answers(relations, overview.claims)
    return tuple(sorted(found, key=lambda answer: ANSWERS.index(answer.type)))


def _find_repeats(incident: Incident, overview: Overview) -> Iterator[Repeat]:
    held = {claim.id for claim in incident.claims}
    groups: dict[str, list[Claim]] = {}
    for relation in overview.relations:
        if relation.type is RelationType.RESTATES and relation.to in held:
            groups.setdefault(relation.to, []).append(overview.claims[relation.claim])
    for first, again in groups.items():
        yield Repeat(overview.claims[first], tuple(again))


def list_speakers(brief: Brief) -> list[str]:
    """Who speaks, each once: those with a name first, then own voices and unnamed ones as such."""
    voices = sorted(brief.voices, key=lambda voice: not is_named(voice.speaker))
    return list(dict.fromkeys(tell_speaker(replace(voice.speaker, chain=())) for voice in voices))


def is_across(answer: Answer) -> bool:
    """Whether it answers claims of other documents, too."""
    return any(claim.document != answer.claim.document for claim in answer.answered)


def spread(claims: Iterable[Claim]) -> Sequence[str]:
    """The documents of the claims, each once, in their order."""
    return tuple(dict.fromkeys(claim.document for claim in claims))


def tell_span(brief: Brief) -> str:
    """How many claims, and when they were published: "41 claims · 2021-07-19 to 2021-07-21"."""
    first, last = brief.published or ("no date", "no date")
    dates = first if first == last else f"{first} to {last}"
    return f"{tell_count(len(brief.incident.claims), 'claim')} · {dates}"


def tell_denied(brief: Brief) -> str:
    """How its claims are denied: "denied (specific, blanket)", or that no denial of them was found."""
    if brief.denied:
        return f"denied ({', '.join(brief.denied)})"
    denies = any(stance is Stance.DENIES for stance, _ in brief.stances)
    return "denials, but of no claim here" if denies else "no denial found"
