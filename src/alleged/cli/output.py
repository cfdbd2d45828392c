"""The one way out: data on standard output as table, JSON, JSON lines or CSV."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from alleged.cli.messages import DONE, SOME_FAILED, fail, say
from alleged.cli.privacy import fit, tell_as_of
from alleged.dossiers.counting import tell_count
from alleged.exports.writing import write_csv, write_json, write_jsonl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console

    from alleged.exports.table import Table

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
    """Something to write: a table for programs, and one for people."""

    table: Table
    print_table: Callable[[Console], None]


def write(view: View, form: Format) -> None:
    """Write `view` to standard output; what is for programs is UTF-8 whatever the terminal speaks.

    Names of accused private persons leave the ledger only for people, who see them marked, and on demand.
    """
    if form is not Format.TABLE and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    with _told_of_faults():
        if form is Format.TABLE:
            _write_for_people(_sign(view), sys.stdout)
        else:
            _write_for_programs(view.table, form)
        sys.stdout.flush()


def write_text(text: str) -> None:
    """Write text to standard output, UTF-8 whatever the terminal speaks."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    with _told_of_faults():
        sys.stdout.write(text)
        sys.stdout.flush()


def _write_for_programs(table: Table, form: Format) -> None:
    """The table without the names of accused private persons; a line tells how many are hidden."""
    fitting, hidden = fit(table)
    _WRITERS[form](fitting, sys.stdout)
    if hidden:
        say(f"masked: {tell_count(len(hidden), 'name')} of accused private persons; --unmask leaves them")


def _sign(view: View) -> View:
    """The view for people, with a last line on what a dossier is."""
    if not view.table.is_dossier:
        return view
    from alleged.exports.masking import DISCLAIMER  # noqa: PLC0415 - heavy

    def print_signed(console: Console) -> None:
        view.print_table(console)
        console.print(f"\nas of {tell_as_of() or 'an empty ledger'} · {DISCLAIMER}", style="dim")

    return replace(view, print_table=print_signed)


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


def _write_for_people(view: View, out: TextIO) -> None:
    console = make_console(out)
    if console.is_terminal:
        view.print_table(console)
        return
    with console.capture() as capture:
        view.print_table(console)
    out.writelines(f"{line.rstrip()}\n" for line in capture.get().splitlines())


_WRITERS = {Format.JSON: write_json, Format.JSONL: write_jsonl, Format.CSV: write_csv}
