"""Options that several commands share."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from alleged.cli.output import Format
from alleged.ledger import is_address
from alleged.model.access import read_label
from alleged.model.clock import read_end
from alleged.model.edtf import is_date
from alleged.settings import DEFAULT_LEDGER, LEDGER_VARIABLE


def check_published(value: str | None) -> str | None:
    """A date of publication as EDTF: a year, a month or a day, perhaps marked as uncertain."""
    if value is not None and not is_date(value):
        raise typer.BadParameter(f"{value!r} is no date; write it as 2024-03-25, 2024-03 or 2024")
    return value


def check_label(value: str | None) -> str | None:
    """A marking as it is kept."""
    try:
        return None if value is None else read_label(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def check_ledger(value: str) -> str:
    """A file or the address of a database: no folder."""
    if not is_address(value) and Path(value).is_dir():
        raise typer.BadParameter(f"{value} is a folder; name a file in it: {Path(value) / DEFAULT_LEDGER}")
    return value


def read_as_of(value: str) -> datetime:
    """An instant of the ledger's own clock; a day is meant to its end."""
    try:
        return read_end(value)
    except ValueError as error:
        told = f"{value!r} is no date or time; write it as 2024-03-25 or 2024-03-25T09:30"
        raise typer.BadParameter(told) from error


FormatOption = Annotated[
    Format,
    typer.Option("--format", "-f", help="table for people; json, jsonl or csv for programs."),
]
LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger",
        metavar="FILE|URL",
        envvar=LEDGER_VARIABLE,
        callback=check_ledger,
        help="Where the ledger is: a file, or postgresql://...",
    ),
]
ExtractorOption = Annotated[
    str | None,
    typer.Option(
        "--extractor", metavar="NAME", help="The engine that finds the claims.", show_default="neural"
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", callback=check_published, help="When it was published: 2024-03-25."
    ),
]
PublisherOption = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who put it out.")]
TitleOption = Annotated[str | None, typer.Option("--title", metavar="WORDS", help="Its title.")]
UrlOption = Annotated[str | None, typer.Option("--url", metavar="URL", help="Where it was found.")]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Stop at the first input that fails, instead of going on.")
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=read_as_of,
        help="Show what the ledger knew then: read and decided by that day or time, UTC.",
        show_default="now",
    ),
]
MostOption = Annotated[
    int,
    typer.Option(
        "--most",
        min=1,
        metavar="N",
        help="Put at most N claims side by side: where there are more, those of the newest documents.",
    ),
]
SIDE_BY_SIDE = 20_000
"""Claims that are put side by side unless another number is asked for: about half a minute's work."""
LimitOption = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=1, help="Show no more than this many.", show_default="all"),
]

DEFAULT_FORMAT = Format.TABLE
DEFAULT_PATH = str(DEFAULT_LEDGER)
