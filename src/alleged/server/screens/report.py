"""A report as it would be handed to somebody: to look at, and to keep as a file."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

from alleged.dossiers.matrix import By
from alleged.dossiers.report import view_report
from alleged.errors import LedgerError
from alleged.exports.claims import CLAIM_COLUMNS, table_claims
from alleged.exports.report.forms import MEDIA_TYPES, ReportForm, render_report
from alleged.exports.report.html import render_body
from alleged.exports.report.pdf import is_installed
from alleged.exports.report.record import Terms, make_sheets
from alleged.exports.table import Table
from alleged.knowledge.keys import name_key
from alleged.knowledge.store import open_knowledge
from alleged.server.comparing import recall_choices
from alleged.server.pages import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.dossiers.report import Report
    from alleged.exports.report.record import Sheets
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def show_report(desk: Desk, asked: Asked) -> Page:
    """The report on a name or an incident, with the files that can be made of it."""
    of, by = asked.text("of"), asked.code("by", By) or By.SPEAKER
    if not of:
        choices = recall_choices(desk)
        return Page("report.html", "Report", {"of": "", "choices": choices, "body": None}, _table_nothing)
    report = _recall(desk, of, by)
    compared = desk.part(of)
    shown = {"of": of, "by": by.value, "compared": compared, "choices": None, "has_pdf": is_installed()}
    if report is None:
        return Page("report.html", f"Report on {of}", {**shown, "body": None}, _table_nothing)
    shown["body"] = render_body(_make_sheets(desk, asked, report))
    return Page("report.html", f"Report on {report.told.about}", shown, lambda: _table(report))


def keep_report(desk: Desk, asked: Asked) -> Response:
    """The report as a file: "/report/pdf?of=APT31"."""
    if asked.part("form") not in [form.value for form in ReportForm]:
        raise HTTPException(404)
    form, of, by = ReportForm(asked.part("form")), asked.text("of"), asked.code("by", By) or By.SPEAKER
    report = _recall(desk, of, by) if of else None
    if report is None:
        raise HTTPException(404, f"no claim of this ledger is about {of or 'nothing'}")
    data = render_report(_make_sheets(desk, asked, report), form)
    kept = {"content-disposition": f'attachment; filename="{_name_file(of)}.{form.value}"'}
    return Response(data, media_type=MEDIA_TYPES[form], headers=kept)


def _recall(desk: Desk, of: str, by: By) -> Report | None:
    """The report, kept; None where no claim is about what was asked for."""
    made = desk.recall(("report", of, by), lambda: tuple(_make(desk, of, by)))
    return made[0] if made else None


def _make(desk: Desk, of: str, by: By) -> Iterator[Report]:
    with suppress(LedgerError):
        yield view_report(desk.part(of).ledger, open_knowledge, of, by)


def _make_sheets(desk: Desk, asked: Asked, report: Report) -> Sheets:
    return make_sheets(report, Terms(desk.newest(), desk.privacy(), asked.text("unmask") == "yes"))


def _table(report: Report) -> Table:
    """Every claim that the report quotes."""
    return replace(table_claims(report.timeline.listing), is_dossier=True)


def _table_nothing() -> Table:
    """What programs get where there is no report."""
    return Table((), CLAIM_COLUMNS)


def _name_file(of: str) -> str:
    """A name for the file that every system takes."""
    return f"alleged-{name_key(of)[:40]}" if name_key(of).isascii() else "alleged-report"
