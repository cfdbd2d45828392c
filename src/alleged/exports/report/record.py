"""A report as one record: all that its pages say, with the names of private persons hidden or marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.counting import tell_count
from alleged.dossiers.timeline import Section, pick
from alleged.dossiers.wording import tell_stance, tell_time
from alleged.exports.masking import DISCLAIMER, make_hider
from alleged.exports.report.grid import record_matrix
from alleged.exports.report.numbering import Numbering, tell_who
from alleged.exports.report.quotes import record_documents
from alleged.exports.report.summary import (
    record_answers,
    record_counts,
    record_names,
    record_responses,
    record_summary,
)
from alleged.exports.timeline_svg import Look, draw_sheets
from alleged.knowledge.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.dossiers.masking import Mask
    from alleged.dossiers.privacy import Privacy
    from alleged.dossiers.report import Report
    from alleged.dossiers.timeline import Moment
    from alleged.model.claim import Claim
    from alleged.model.wire import Wire

MOMENTS_TOLD = 200
"""Claims that are drawn on the timeline; those with a date come first."""
ROWS_ON_A_PAGE = 23


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a report is made: of when it is, who is private, and whether their names stay."""

    as_of: str
    privacy: Privacy
    unmask: bool = False


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is laid out: the record, and the timeline as drawings of a page each."""

    record: Wire
    drawings: tuple[str, ...]


def make_sheets(report: Report, terms: Terms) -> Sheets:
    """The report as it may leave the ledger on these terms."""
    hider = None if terms.unmask else make_hider(terms.privacy)
    record = _record(report, terms)
    masked = hider.hide_all(record)[0] if hider else record
    return Sheets(masked, _draw(report, hider))


def _record(report: Report, terms: Terms) -> Wire:
    numbering = Numbering.of(report)
    private = frozenset(map(name_key, terms.privacy.private))
    told = report.told
    return {
        "about": told.about,
        "incident": told.incident,
        "as_of": terms.as_of,
        "disclaimer": DISCLAIMER,
        "unmasked": terms.unmask,
        "counts": record_counts(report),
        "summary": record_summary(report, numbering),
        "matrix": record_matrix(report, numbering),
        "timeline": _record_timeline(report, numbering),
        "responders": record_answers(report, numbering),
        "responses": record_responses(report, numbering),
        "names": record_names(report),
        "documents": record_documents(report, numbering, private),
        "quoted": tell_count(len(report.claims), "quote"),
        "head": str(report.head),
        "masked": 0,
    }


def _choose(report: Report) -> Sequence[Moment]:
    return report.timeline.moments[:MOMENTS_TOLD]


def _record_timeline(report: Report, numbering: Numbering) -> Wire:
    """How much of it is drawn, and the same in rows."""
    moments, drawn = report.timeline.moments, _choose(report)
    sections = (f"{len(pick(moments, section))} {section.value}" for section in Section)
    return {
        "shown": len(drawn),
        "total": len(moments),
        "sections": list(sections),
        "lines": [_record_moment(report, moment.claim, numbering) for moment in drawn],
    }


def _record_moment(report: Report, claim: Claim, numbering: Numbering) -> Wire:
    return {
        "when": tell_time(claim.event_time),
        "said": tell_time(claim.said_time),
        "published": report.overview.published(claim),
        "who": tell_who(claim, report),
        "how": tell_stance(claim),
        "content": claim.content.exact,
        "quotes": numbering.refer((claim,)),
    }


def _draw(report: Report, hider: Mask | None) -> tuple[str, ...]:
    numbers = Numbering.of(report).numbers

    def hide(text: str) -> str:
        return hider.hide(text)[0] if hider else text

    look = Look(
        hide, lambda claim: f"#quote-{numbers[claim.id]}", lambda claim: f"(quote {numbers[claim.id]})"
    )
    return draw_sheets(report.timeline, _choose(report), look, rows=ROWS_ON_A_PAGE)
