"""Heads and audits for people."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from alleged.cli.layout import Column, make_cell, print_rows
from alleged.cli.messages import CONDITION_MET, SOME_FAILED, fail, say
from alleged.cli.output import View
from alleged.dossiers.counting import tell_count
from alleged.dossiers.safety import one_line
from alleged.exports.audit import table_audit
from alleged.model.audit import Harm, read_head
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from rich.console import Console

    from alleged.model.audit import Audit, Damage, Head

LONGEST_HEAD = 1000
"""Characters of a file that are looked at for a head."""

_COLUMNS = (
    Column("table", width=len("alembic_version")),
    Column("row", share=2),
    Column("id", width=SHORT_ID),
    Column("harm", width=max(map(len, Harm))),
    Column("what is wrong", share=4),
)


def find_head(written: str) -> Head:
    """The head that `written` is, or that the file of this name holds."""
    try:
        return read_head(written)
    except ValueError as error:
        found = _read(Path(written))
        if found is None:
            raise typer.BadParameter(str(error), param_hint="--head") from error
    try:
        return read_head(found)
    except ValueError as error:
        raise typer.BadParameter(f"{written}: {error}", param_hint="--head") from error


def _read(path: Path) -> str | None:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(LONGEST_HEAD)
    except (OSError, ValueError):
        return None


def write_head(head: Head, out: Path | None) -> None:
    """Write a head to a file or to standard output."""
    if out is None:
        sys.stdout.write(f"{head}\n")
        return
    try:
        out.write_text(f"{head}\n", encoding="utf-8")
    except OSError as error:
        raise fail(f"{out} cannot be written ({error.strerror}); name another file", SOME_FAILED) from error
    say(f"wrote the head of {tell_count(head.size or 0, 'event')} to {out}")


def view_audit(audit: Audit) -> View:
    """The damages to write."""

    def print_table(console: Console) -> None:
        print_rows(console, _COLUMNS, [tuple(map(make_cell, _row(damage))) for damage in audit.damages])

    return View(table_audit(audit), print_table)


def say_audit(audit: Audit, head: Head | None) -> None:
    """What was looked at and what came of it; ends with 1 if anything is wrong."""
    looked = f"{tell_count(audit.rows, 'row')} · {tell_count(audit.head.size or 0, 'event')}"
    if audit.damages:
        say(f"{looked} · {tell_count(len(audit.damages), 'thing')} wrong; restore the ledger from a backup")
        raise SystemExit(CONDITION_MET)
    since = "goes on from that head" if head else "no head to compare with: keep one, 'alleged head'"
    erased = f" · {tell_count(audit.erased, 'row')} erased on purpose" if audit.erased else ""
    say(f"{looked}{erased} · all {'else ' if audit.erased else ''}as it was stored · {since}")


def _row(damage: Damage) -> tuple[str, ...]:
    short = (damage.id or "")[:SHORT_ID]
    return (damage.table, one_line(damage.row), short, damage.harm.value, one_line(damage.told))
