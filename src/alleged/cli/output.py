"""The one way out: data on standard output as table, JSON, JSON lines or CSV."""

from __future__ import annotations

import csv
import json
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from io import TextIOWrapper
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TextIO

from alleged.cli.messages import DONE, SOME_FAILED, fail
from alleged.cli.safety import escape_json, guard_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from rich.console import Console

    from alleged.model.wire import Wire

WIDTH_OF_A_FILE = 100
"""Columns of a table that goes to a file or a pipe."""


class Format(StrEnum):
    """How data is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class View:
    """Something to write: `records` for programs, `columns` of its CSV, and a table for people.

    JSON holds the whole record, exactly. CSV holds the columns, with what could steer a spreadsheet disarmed.
    """

    records: Iterable[Wire]
    columns: Mapping[str, Callable[[Wire], Any]]
    print_table: Callable[[Console], None]
    is_dossier: bool = False
    """Whether it tells what is said of somebody or something: it then carries its date and a disclaimer."""
    bearer: str = ""
    """Whose own data it is: this name stays where others are masked."""


def write(view: View, form: Format) -> None:
    """Write `view` to standard output; what is for programs is UTF-8 whatever the terminal speaks.

    Names of accused private persons leave the ledger only for people, who see them marked, and on demand.
    """
    if form is not Format.TABLE and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    with _told_of_faults():
        _WRITERS[form](_sign(view) if form is Format.TABLE else _make_fit(view), sys.stdout)
        sys.stdout.flush()


def _make_fit(view: View) -> View:
    """The view as programs may have it."""
    from alleged.cli.privacy import mask, tell_dossier  # noqa: PLC0415 - imports this

    if not view.is_dossier:
        return replace(view, records=mask(view.records))
    told = tell_dossier()
    added: dict[str, Callable[[Wire], Any]] = {key: itemgetter(key) for key in told}
    columns = {**view.columns, **added}
    records = mask(({**record, **told} for record in view.records), view.bearer)
    return replace(view, records=records, columns=columns)


def _sign(view: View) -> View:
    """The view for people, with a last line on what a dossier is."""
    from alleged.cli.privacy import tell_dossier  # noqa: PLC0415

    def print_signed(console: Console) -> None:
        view.print_table(console)
        told = tell_dossier()
        console.print(f"\nas of {told['as_of'] or 'an empty ledger'} · {told['disclaimer']}", style="dim")

    return replace(view, print_table=print_signed) if view.is_dossier else view


def write_lines(records: Iterable[Wire], out: TextIO) -> None:
    """One JSON object a line."""
    out.writelines(_to_json(record) + "\n" for record in records)


def make_console(out: TextIO) -> Console:
    """A console that takes text as it is: no markup, no emoji codes, no colours of its own."""
    from rich.console import Console  # noqa: PLC0415 - only a table needs it

    width = None if out.isatty() or "COLUMNS" in os.environ else WIDTH_OF_A_FILE
    return Console(file=out, width=width, markup=False, emoji=False, highlight=False)


@contextmanager
def _told_of_faults() -> Iterator[None]:
    """Ends without a word when the reader has seen enough, and with one line if nothing can be written."""
    try:
        yield
    except BrokenPipeError:
        _drop_the_rest()
        raise SystemExit(DONE) from None
    except OSError as error:
        _drop_the_rest()
        raise fail(f"the output cannot be written ({error.strerror})", SOME_FAILED) from error


def _drop_the_rest() -> None:
    """What is left in the buffer must go somewhere when Python closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_table(view: View, out: TextIO) -> None:
    console = make_console(out)
    if console.is_terminal:
        view.print_table(console)
        return
    with console.capture() as capture:
        view.print_table(console)
    out.writelines(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _write_json(view: View, out: TextIO) -> None:
    out.write(_to_json(list(view.records), indent=2) + "\n")


def _write_jsonl(view: View, out: TextIO) -> None:
    write_lines(view.records, out)


def _write_csv(view: View, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(view.columns)
    for record in view.records:
        writer.writerow([guard_cell(_to_cell(column(record))) for column in view.columns.values()])


def _to_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(_to_cell(item) for item in value)
    return str(value)


def _to_json(value: object, indent: int | None = None) -> str:
    return escape_json(json.dumps(value, ensure_ascii=False, indent=indent))


_WRITERS = {
    Format.TABLE: _write_table,
    Format.JSON: _write_json,
    Format.JSONL: _write_jsonl,
    Format.CSV: _write_csv,
}
