"""Claims on two clocks: when it is said to have happened, and when it was said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from alleged.dossiers.periods import days_of
from alleged.dossiers.timeline import Scope, Section, arrange_claims, view_timeline
from alleged.exports.timeline import table_timeline
from alleged.exports.timeline_svg import Look, draw_timeline, find_said
from alleged.model.vocabulary import Kind
from alleged.server.listed import cut
from alleged.server.pages import Page
from alleged.server.subjects import find_incident, name_subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alleged.dossiers.timeline import Moment, Timeline
    from alleged.model.claim import Claim
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

ON_ONE_PAGE = 40
"""Claims that are drawn at once."""
_LOOK = Look(link=lambda claim: f"/claim/{claim.id}")


@dataclass(frozen=True, slots=True)
class Item:
    """A claim as the scripted drawing needs it: days as YYYY-MM-DD, "" where an end is open or unknown."""

    claim: Claim
    section: Section
    first: str
    last: str
    said: str
    """When it was said, or else published."""
    is_known_said: bool
    least: int
    """The days that it lasted at least, 0 where none are told."""


def show_timeline(desk: Desk, asked: Asked) -> Page:
    """The claims of a subject, dated ones first; those without a date on demand."""
    of, kind = asked.text("of"), asked.code("kind", Kind)
    timeline = desk.recall(("timeline", of, kind), lambda: _view(desk, of, kind))
    undated = asked.text("undated") == "yes"
    found = [m for m in timeline.moments if undated or m.section is not Section.UNDATED]
    listed = cut(found, asked, ON_ONE_PAGE)
    title = f"Timeline of {name_subject(desk, of)}" if of else "Timeline"
    shown = {
        "of": of,
        "kind": kind,
        "kinds": list(Kind),
        "undated": undated,
        "listed": listed,
        "counts": Counter(moment.section.value for moment in timeline.moments),
        "part": desk.part() if find_incident(desk, of) else desk.part(of),
        "items": list(_make_items(timeline, listed.items)),
        "drawing": Markup(draw_timeline(timeline, listed.items, _LOOK)),  # it escapes every word itself
        "provenance": timeline.listing.provenance,
    }
    return Page("timeline.html", title, shown, lambda: table_timeline(timeline, timeline.moments))


def _view(desk: Desk, of: str, kind: Kind | None) -> Timeline:
    incident = find_incident(desk, of)
    if incident is None:
        return view_timeline(desk.part(of).ledger, Scope((of,) if of else (), kind))
    return arrange_claims(desk.part().ledger, tuple(c for c in incident.claims if kind in (None, c.kind)))


def _make_items(timeline: Timeline, moments: Iterable[Moment]) -> Iterator[Item]:
    for moment in moments:
        said, is_known = find_said(timeline, moment.claim)
        period, least = moment.period, moment.claim.event_time.minimum
        yield Item(
            moment.claim,
            moment.section,
            period.first.isoformat() if period and period.first else "",
            period.last.isoformat() if period and period.last else "",
            said.first.isoformat() if said and said.first else "",
            is_known,
            round(days_of(least)) if least else 0,
        )
