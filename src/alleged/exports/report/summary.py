"""What a report tells in tables: what is alleged, who answers, what was done, who lists the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.attributes import Question
from alleged.dossiers.counting import tell_count, tell_origins
from alleged.dossiers.countries import tell_country
from alleged.dossiers.denials import find_latest_denials
from alleged.dossiers.disagreements import list_names
from alleged.dossiers.voices import count_named_speakers
from alleged.dossiers.wording import tell_names, tell_stance, tell_time
from alleged.exports.report.numbering import record_denial, record_voices, tell_who
from alleged.model.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.dossiers.attributes import Attribute, Value
    from alleged.dossiers.report import NameListed, Report
    from alleged.dossiers.subject import Answer
    from alleged.exports.report.numbering import Numbering
    from alleged.knowledge.known import Listed
    from alleged.model.claim import Claim
    from alleged.model.entity import Entity
    from alleged.model.wire import Wire

_IN_OWN_TABLE = frozenset({Question.RESPONSE})


def record_counts(report: Report) -> list[str]:
    """How much there is of everything, in words."""
    told = report.told
    return [
        tell_count(len(told.claims), "claim"),
        tell_origins(report.count),
        tell_count(count_named_speakers(told.claims), "named speaker"),
        tell_count(len({answer.claim.id for answer in told.answers}), "answer"),
    ]


def record_summary(report: Report, numbering: Numbering) -> list[Wire]:
    """Each question with every answer, who gives it and how surely; what was done about it stands apart."""
    asked = (each for each in report.told.attributes if each.question not in _IN_OWN_TABLE)
    return [_record_question(each, report, numbering) for each in asked]


def _record_question(attribute: Attribute, report: Report, numbering: Numbering) -> Wire:
    return {
        "question": attribute.question.value,
        "differing": len(attribute.values),
        "answers": [_record_value(value, report, numbering) for value in attribute.values],
    }


def _record_value(value: Value, report: Report, numbering: Numbering) -> Wire:
    held = {claim.id for claim in value.claims}
    disputed = (a for a in report.told.answers if any(claim.id in held for claim in a.answered))
    latest = list(find_latest_denials(disputed, report.overview.published).values())
    last = max(latest, key=lambda answer: report.overview.published(answer.claim) or "", default=None)
    return {
        "words": value.words,
        "voices": record_voices(value.claims, report, numbering),
        "denied": record_denial(last, report, numbering),
    }


def record_answers(report: Report, numbering: Numbering) -> list[Wire]:
    """Who denies, confirms or declines to comment, and on what."""
    return [_record_answer(answer, report, numbering) for answer in report.told.answers]


def _record_answer(answer: Answer, report: Report, numbering: Numbering) -> Wire:
    claim = answer.claim
    return {
        "who": tell_who(claim, report),
        "stance": claim.stance.value,
        "how": tell_stance(claim),
        "does": answer.type.value,
        "scope": answer.scope.value,
        "said": claim.said_time.edtf or report.overview.published(claim),
        "words": claim.content.exact,
        "reasons": list(answer.reasons),
        "answered": numbering.refer(answer.answered),
        "quotes": numbering.refer((claim,)),
    }


def record_responses(report: Report, numbering: Numbering) -> list[Wire]:
    """What is said to have been done about it: charges, sanctions, arrests; two claims of one stay two."""
    found = (claim for claim in report.told.claims if claim.kind is Kind.RESPONSE)
    return [_record_response(claim, report, numbering) for claim in found]


def _record_response(claim: Claim, report: Report, numbering: Numbering) -> Wire:
    return {
        "act": claim.act.value,
        "by": tell_names(claim.actors),
        "to": tell_names(claim.targets),
        "when": tell_time(claim.event_time),
        "published": report.overview.published(claim),
        "who": tell_who(claim, report),
        "stance": claim.stance.value,
        "how": tell_stance(claim),
        "quotes": numbering.refer((claim,)),
    }


def record_names(report: Report) -> list[Wire]:
    """Each name with every entry of a list that has it; nothing is merged."""
    return [_record_name(listed) for listed in report.names]


def _record_name(listed: NameListed) -> Wire:
    entries = list(_record_entities(listed))
    return {"name": listed.name, "entries": entries}


def _record_entities(listed: NameListed) -> Iterator[Wire]:
    for authority, entity in listed.entities:
        yield _record_entity(authority, entity)


def _record_entity(authority: Listed, entity: Entity) -> Wire:
    return {
        "authority": authority.title,
        "version": entity.version,
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "others": [alias.name for alias in list_names(entity)],
        "country": tell_country(authority, entity),
        "programs": list(entity.programs),
    }
