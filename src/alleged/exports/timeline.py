"""A timeline for programs: nothing on it is more exact than the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.origins import list_descents
from alleged.exports.answers import record_answerer
from alleged.exports.claims import CLAIM_COLUMNS
from alleged.exports.columns import keys
from alleged.exports.origins import ORIGIN_COLUMNS, record_descent
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.dossiers.subject import Answer
    from alleged.dossiers.timeline import Moment, Timeline
    from alleged.exports.columns import Columns
    from alleged.model.wire import Wire

TIME_COLUMNS: Columns = {**keys("section", "earliest", "latest"), **CLAIM_COLUMNS, **ORIGIN_COLUMNS}


def table_timeline(timeline: Timeline, moments: Iterable[Moment]) -> Table:
    """Each of these claims, with the days that its time allows and what it goes back to."""
    return Table(_record(timeline, moments), TIME_COLUMNS, is_dossier=True)


def _record(timeline: Timeline, moments: Iterable[Moment]) -> Iterator[Wire]:
    wires = {wire["id"]: wire for wire in timeline.listing.wires()}
    descents = list_descents(timeline.lineage)
    for moment in moments:
        document = moment.claim.document
        yield {
            "section": moment.section.value,
            **_record_days(moment),
            **wires[moment.claim.id],
            "answered_by": [_record_answer(a) for a in timeline.answers.get(moment.claim.id, ())],
            **record_descent(document, descents.get(document)),
        }


def _record_days(moment: Moment) -> Wire:
    first, last = (moment.period.first, moment.period.last) if moment.period else (None, None)
    return {"earliest": first and first.isoformat(), "latest": last and last.isoformat()}


def _record_answer(answer: Answer) -> Wire:
    return {**record_answerer(answer.claim), "type": answer.type.value, "scope": answer.scope.value}
