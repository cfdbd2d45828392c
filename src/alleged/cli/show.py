"""`alleged show`: one claim in its own words, with everything known of it."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, AsOfOption, FormatOption, LedgerOption


def show(
    claim: Annotated[str, typer.Argument(metavar="ID", help="Id of a claim, or how it begins.")],
    *,
    names: Annotated[
        bool, typer.Option("--names", help="Tell whom its names may stand for, by the lists of authorities.")
    ] = False,
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Show one claim and everything known of it.

    Its words stand in their paragraph, with speaker, cue, content and hedge marked. A claim that was rejected
    is shown, too, and by whom it was.

    \b
    alleged show 3fa81c2e
    alleged show 3fa81c2e --names
    alleged show 3fa81c2e -f json
    """
    from alleged.cli.bearings import look_up, print_sheet
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.output import View, write
    from alleged.dossiers.claims import view_claim
    from alleged.exports.claim import table_claim
    from alleged.ledger.decided import Shown

    with open_to_view(ledger, as_of) as opened:
        view = view_claim(opened.showing(Shown.ALL), claim)
        bearings = look_up(opened, view.claim) if names else None
    write(View(table_claim(view, bearings), lambda console: print_sheet(console, view, bearings or ())), form)
