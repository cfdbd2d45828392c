"""The same as a screen, for programs: JSON and CSV, with private persons masked as on the command line."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from starlette.responses import Response

from alleged.exports.masking import make_fit
from alleged.exports.writing import write_csv, write_json

if TYPE_CHECKING:
    from alleged.exports.table import Table
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

FORMS = {"json": ("application/json", write_json), "csv": ("text/csv; charset=utf-8", write_csv)}


def write_twin(desk: Desk, asked: Asked, table: Table, form: str) -> Response:
    """What programs get; `?unmask=yes` leaves the names of accused private persons."""
    media_type, write = FORMS[form]
    privacy = None if asked.text("unmask") == "yes" else desk.privacy()
    fit, _ = make_fit(table, privacy, desk.newest())
    out = StringIO(newline="")
    write(fit, out)
    return Response(out.getvalue(), media_type=media_type)
