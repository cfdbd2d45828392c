"""The forms in which a report is written."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from alleged.exports.report.html import render_html
from alleged.exports.report.markdown import render_markdown
from alleged.exports.report.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from alleged.exports.report.record import Sheets


class ReportForm(StrEnum):
    """What a report is written as, by the ending of its file."""

    HTML = "html"
    MARKDOWN = "md"
    PDF = "pdf"


MEDIA_TYPES = {
    ReportForm.HTML: "text/html; charset=utf-8",
    ReportForm.MARKDOWN: "text/markdown; charset=utf-8",
    ReportForm.PDF: "application/pdf",
}


def render_report(sheets: Sheets, form: ReportForm) -> bytes:
    """The report as the bytes of a file."""
    return _RENDERERS[form](sheets)


_RENDERERS: dict[ReportForm, Callable[[Sheets], bytes]] = {
    ReportForm.HTML: lambda sheets: render_html(sheets).encode(),
    ReportForm.MARKDOWN: lambda sheets: render_markdown(sheets).encode(),
    ReportForm.PDF: lambda sheets: write_pdf(render_html(sheets)),
}
