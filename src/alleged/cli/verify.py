"""`alleged verify` and `alleged head`: whether the ledger still is what was stored."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from pathlib import Path
from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, FormatOption, LedgerOption


def verify(
    head: Annotated[
        str | None,
        typer.Option(
            metavar="HEAD", help="What 'alleged head' printed earlier, the file with it, or the hash in it."
        ),
    ] = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Find rows that were changed behind the ledger's back.

    Every row of every table is compared with its seal, every event with the chain, and the full-text index
    with one made anew. Ends with 1 if anything is wrong. That the end of the ledger was cut off, or all of it
    written anew, shows only against a head that was kept elsewhere.

    \b
    alleged verify
    alleged verify --head head.txt
    """
    from alleged.cli.audits import find_head, say_audit, view_audit
    from alleged.cli.ledgers import open_to_decide
    from alleged.cli.output import write

    wanted = None if head is None else find_head(head)
    with open_to_decide(ledger) as opened:
        audit = opened.audit(wanted)
    if audit.damages or form is not DEFAULT_FORMAT:
        write(view_audit(audit), form)
    say_audit(audit, wanted)


def head(
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to write it.", show_default="standard output"),
    ] = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Print one line that stands for everything in the ledger now.

    Keep it where nobody who can write to the ledger can write: with a colleague, in print, in a public post.
    It tells nothing of what the ledger holds.

    \b
    alleged head
    alleged head --out head.txt
    """
    from alleged.cli.audits import write_head
    from alleged.cli.ledgers import open_to_decide

    with open_to_decide(ledger) as opened:
        write_head(opened.head(), out)
