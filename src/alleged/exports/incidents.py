"""Incidents for programs, as a list and one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.denials import find_latest_denials
from alleged.dossiers.incidents import list_speakers
from alleged.dossiers.voices import tell_names
from alleged.exports.answers import record_denial
from alleged.exports.columns import keys
from alleged.exports.table import Table
from alleged.resolve.lineage import Independence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.dossiers.incidents import Brief, IncidentView
    from alleged.dossiers.subject import Answer
    from alleged.exports.columns import Columns
    from alleged.model.claim import Claim
    from alleged.model.wire import Wire
    from alleged.resolve.incidents import Joining

BRIEF_COLUMNS: Columns = {
    **keys("id", "label", "claims", "documents", "origins", "suspected_of_flood", "speakers"),
    "stances": lambda record: [f"{stance} {number}" for stance, number in record["stances"].items()],
    **keys("denied", "first", "last", "claim_ids"),
    "joined_speakers": lambda record: [_tell_joined(joined) for joined in record["joined_speakers"]],
}
VALUE_COLUMNS: Columns = {
    **keys("incident", "question", "answer", "claim", "speaker_name", "speaker_basis", "stance", "hedges"),
    **keys("document", "published", "answers", "scope", "reason"),
}


def table_incidents(briefs: Sequence[Brief]) -> Table:
    """The incidents, a record each."""
    return Table([_record_brief(brief) for brief in briefs], BRIEF_COLUMNS)


def table_incident(view: IncidentView) -> Table:
    """Every answer to every question with each claim that gives it; then who answers, and what joins them."""
    return Table(list(_record_incident(view)), VALUE_COLUMNS, is_dossier=True)


def _record_brief(brief: Brief) -> Wire:
    claims = brief.incident.claims
    first, last = brief.published or (None, None)
    return {
        "id": brief.incident.id,
        "label": brief.incident.label,
        "claims": len(claims),
        "documents": brief.count.documents,
        "origins": brief.count.origins,
        "suspected_of_flood": brief.count.suspects,
        "independence": Independence.NOT_ESTABLISHED.value if brief.count.origins > 1 else None,
        "speakers": list_speakers(brief),
        "stances": {stance.value: number for stance, number in brief.stances},
        "denied": [scope.value for scope in brief.denied],
        "first": first,
        "last": last,
        "claim_ids": [claim.id for claim in claims],
        "joined_speakers": [
            {"speaker": voice.speaker.name, "also_as": list(voice.names), "reason": voice.reason}
            for voice in brief.voices
            if voice.names
        ],
    }


def _tell_joined(joined: Wire) -> str:
    return f"{joined['speaker']} {tell_names(joined['also_as'], joined['reason'])}"


def _record_incident(view: IncidentView) -> Iterator[Wire]:
    denials = find_latest_denials(view.answers, view.overview.published)
    for attribute in view.attributes:
        for value in attribute.values:
            for claim in value.claims:
                denied = record_denial(denials.get(claim.id), view.overview.published)
                told = {"question": attribute.question.value, "answer": value.words}
                yield _record(view, claim, **told, latest_denial=denied)
    yield from (_record_answer(view, answer) for answer in view.answers)
    yield from (_record_joining(view, joining) for joining in view.brief.incident.reasons)


def _record_answer(view: IncidentView, answer: Answer) -> Wire:
    return _record(
        view,
        answer.claim,
        question="who answers",
        answer=f"{answer.type.value} ({answer.scope.value})",
        answers=[claim.id for claim in answer.answered],
        scope=answer.scope.value,
        reason=list(answer.reasons),
    )


def _record_joining(view: IncidentView, joining: Joining) -> Wire:
    claim = view.overview.claims[joining.claim]
    asked = {"question": "why it is here", "answer": f"with {joining.to}"}
    return _record(view, claim, **asked, answers=[joining.to], reason=[joining.why])


def _record(view: IncidentView, claim: Claim, **told: object) -> Wire:
    return {
        "incident": view.brief.incident.id,
        "label": view.brief.incident.label,
        "question": None,
        "answer": None,
        "claim": claim.id,
        "speaker_name": claim.speaker.name,
        "speaker_basis": claim.speaker.basis.value,
        "stance": claim.stance.value,
        "hedges": [hedge.exact for hedge in claim.hedges],
        "content_text": claim.content.exact,
        "document": view.overview.provenance[claim.text].source,
        "published": view.overview.published(claim),
        "answers": [],
        "scope": None,
        "reason": [],
        "latest_denial": None,
        **told,
    }
