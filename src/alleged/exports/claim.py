"""One claim for programs, with its passage and with what answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.matters import tell_matter
from alleged.exports.answers import record_answerer
from alleged.exports.bearings import record_bearings
from alleged.exports.claims import CLAIM_COLUMNS
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.dossiers.bearing import Bearing
    from alleged.dossiers.claims import ClaimView
    from alleged.dossiers.subject import Answer
    from alleged.model.decision import Decision
    from alleged.model.document import Boilerplate
    from alleged.model.wire import Wire


def table_claim(view: ClaimView, bearings: Sequence[Bearing] | None = None) -> Table:
    """The claim as one record; with whom its names may stand for, if they were looked up."""
    names = {} if bearings is None else {"names": record_bearings(bearings)}
    return Table([{**_record(view), **names}], CLAIM_COLUMNS)


def _record(view: ClaimView) -> Wire:
    return {
        **view.wire,
        "sources": list(view.sources),
        "passage": [{"text": run.words, "labels": sorted(run.labels)} for run in view.passage.runs],
        "hidden": [_record_hidden(part, view) for part in view.provenance.text.hidden],
        "answered_by": [_record_answer(answer) for answer in view.answered_by],
        "decisions": [_record_decision(decision) for decision in view.decisions],
        "newer_version": view.newer,
    }


def _record_hidden(part: Boilerplate, view: ClaimView) -> Wire:
    return {"why": part.why, "text": view.provenance.text.clean[part.start : part.end]}


def _record_answer(answer: Answer) -> Wire:
    return {
        **record_answerer(answer.claim),
        "content_text": answer.claim.content.exact,
        "type": answer.type.value,
        "scope": answer.scope.value,
        "reasons": list(answer.reasons),
    }


def _record_decision(decision: Decision) -> Wire:
    return {
        "id": decision.id,
        "decided": tell_matter(decision, {}),
        "who": decision.who,
        "at": decision.at,
        "why": decision.why,
    }
