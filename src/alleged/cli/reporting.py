"""Reports on their way out: to a file, or as Markdown to standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.cli.messages import SOME_FAILED, fail, say
from alleged.cli.output import write_text
from alleged.dossiers.counting import tell_count
from alleged.exports.report.forms import ReportForm, render_report
from alleged.exports.report.markdown import render_markdown

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.exports.report.record import Sheets


def write_report(sheets: Sheets, out: Path | None) -> None:
    """Write the report, and say how many names are hidden in it."""
    if out is None:
        write_text(render_markdown(sheets))
    else:
        _write_file(render_report(sheets, ReportForm(out.suffix.lower().removeprefix("."))), out)
        say(f"wrote {sheets.record['quoted']} to {out}")
    if sheets.record["masked"]:
        hidden = tell_count(sheets.record["masked"], "name")
        say(f"masked: {hidden} of accused private persons; --unmask leaves them")


def _write_file(data: bytes, out: Path) -> None:
    try:
        out.write_bytes(data)
    except OSError as error:
        raise fail(f"{out} cannot be written ({error.strerror}); name another file", SOME_FAILED) from error
