"""`alleged changed`: what is new in the ledger."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from dataclasses import replace
from typing import Annotated

import typer

from alleged.cli.options import (
    DEFAULT_FORMAT,
    DEFAULT_PATH,
    AsOfOption,
    FormatOption,
    LedgerOption,
    LimitOption,
)


def changed(
    since: Annotated[
        str, typer.Option(metavar="DATE", help="A day or time, UTC: 2024-03-25, 2024-03-25T09:30.")
    ],
    limit: LimitOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Show what came into the ledger since a day or time.

    By the ledger's own clock: documents that were read for the first time, whether they add an origin or only
    repeat what was there, what they answer in older documents, what was decided or withdrawn, and the new
    claims. --limit is for the claims.

    \b
    alleged changed --since 2024-03-25
    alleged changed --since 2024-03-25T09:30 -f jsonl
    """
    from alleged.cli.changes import print_changes, say_changes
    from alleged.cli.decisions import view_listed
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.output import View, write
    from alleged.dossiers.changes import view_changes
    from alleged.exports.changes import table_changes
    from alleged.model.clock import read_time

    try:
        time = read_time(since)
    except ValueError as error:
        told = f"{since!r} is no date or time; write it as 2024-03-25 or 2024-03-25T09:30"
        raise typer.BadParameter(told, param_hint="--since") from error
    with open_to_view(ledger, as_of) as opened:
        changes = view_changes(opened, time)
        decisions = view_listed(changes.decisions, opened)
    claims = replace(changes.claims, claims=changes.claims.claims[:limit])
    table = table_changes(changes, claims, decisions.table)
    write(View(table, lambda console: print_changes(console, changes, claims, decisions)), form)
    say_changes(changes)
