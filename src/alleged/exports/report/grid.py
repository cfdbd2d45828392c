"""The matrix of a report: cut into tables that fit on paper, its four looks told in words and in shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.matrix import By, Manner
from alleged.dossiers.voices import tell_names
from alleged.dossiers.wording import tell_speaker, tell_stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.dossiers.matrix import Cell, Entry, Row
    from alleged.dossiers.report import Report
    from alleged.exports.report.numbering import Numbering
    from alleged.model.wire import Wire

COLUMNS_ON_PAPER = 5
"""Columns that stand side by side on a page."""

LOOKS = {
    Manner.SAYS: "says",
    Manner.DENIES: "denies",
    Manner.DENIES_ALL: "denies-all",
    Manner.DECLINES: "declines",
    Manner.SILENT: "silent",
    Manner.NO_DOCUMENT: "no-document",
}
"""How a cell looks, by what stands in it."""
LEGEND = {
    Manner.DENIES: "a denial of just this",
    Manner.DENIES_ALL: "a denial of “the allegations”, which this is one of",
    Manner.SILENT: "it speaks here, and says nothing of this",
    Manner.NO_DOCUMENT: "it has no document here that could have said this",
}


def record_matrix(report: Report, numbering: Numbering) -> Wire:
    """Tables of a few columns each; columns without a word on any row are named at the end."""
    heard = _list_heard(report)
    parts = [heard[at : at + COLUMNS_ON_PAPER] for at in range(0, len(heard), COLUMNS_ON_PAPER)]
    columns = report.matrix.columns
    return {
        "by": report.matrix.by.value,
        "rows": len(report.rows),
        "total": len(report.matrix.rows),
        "parts": [_record_part(report, part, numbering) for part in parts],
        "unheard": [column.label for at, column in enumerate(columns) if at not in heard],
        "legend": [
            {"look": LOOKS[manner], "name": manner.value, "means": LEGEND[manner]}
            for manner in LEGEND
            if _occurs(manner, report, heard)
        ],
    }


def _list_heard(report: Report) -> list[int]:
    """The columns in which something is said."""
    columns = range(len(report.matrix.columns))
    return [at for at in columns if any(row.cells[at].entries for row in report.rows)]


def _occurs(manner: Manner, report: Report, heard: Sequence[int]) -> bool:
    return any(manner in row.cells[at].manners for row in report.rows for at in heard)


def _record_part(report: Report, part: Sequence[int], numbering: Numbering) -> Wire:
    """The rows on which one of these columns says something, and how many there are besides."""
    heard = [(n, row) for n, row in enumerate(report.rows, 1) if any(row.cells[at].entries for at in part)]
    return {
        "columns": [report.matrix.columns[at].label for at in part],
        "lines": [_record_row(n, row, part, (report.matrix.by, numbering)) for n, row in heard],
        "joined": [
            f"{column.label} {tell_names(column.names, column.reason)}"
            for column in (report.matrix.columns[at] for at in part)
            if column.names
        ],
        "left_out": len(report.rows) - len(heard),
    }


def _record_row(number: int, row: Row, part: Sequence[int], told: tuple[By, Numbering]) -> Wire:
    cells = [_record_cell(row.cells[at], told) for at in part]
    return {"number": number, "label": row.proposition.label, "cells": cells}


def _record_cell(cell: Cell, told: tuple[By, Numbering]) -> Wire:
    return {
        "look": LOOKS[cell.manners[0]],
        "name": cell.manners[0].value,
        "entries": [_record_entry(entry, told) for entry in cell.entries],
    }


def _record_entry(entry: Entry, told: tuple[By, Numbering]) -> Wire:
    by, numbering = told
    claim, denies = entry.claim, entry.manner in {Manner.DENIES, Manner.DENIES_ALL}
    return {
        "look": LOOKS[entry.manner],
        "who": tell_speaker(claim.speaker) if by is By.ORIGIN else "",
        "stance": claim.stance.value,
        "how": entry.manner.value if denies else tell_stance(claim),
        "date": entry.date,
        "jointly": bool(entry.is_joint),
        "quotes": numbering.refer((claim,)),
    }
