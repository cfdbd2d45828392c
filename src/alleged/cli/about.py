"""`alleged about`: everything that the ledger holds about a person."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, AsOfOption, FormatOption, LedgerOption


def about(
    name: Annotated[str, typer.Argument(help="A name, whole, in any case.")],
    as_of: AsOfOption = None,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Show everything that the ledger holds about a person.

    For who asks what is held of them: claims of every reading that name them, also rejected, retracted and
    superseded ones, every place in the words of documents and in the archived bytes, titles and bylines,
    inputs and decisions. Other people who have the same name are not told apart. In -f json, jsonl and csv
    this name stays, and those of other accused private persons are masked.

    \b
    alleged about "Orla Venn"
    alleged about "Orla Venn" -f json > held.json
    """
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.output import write
    from alleged.cli.traces import say_dossier, view_dossier
    from alleged.dossiers.about import view_about

    with open_to_view(ledger, as_of) as opened:
        found = view_about(opened, name)
    write(view_dossier(found), form)
    say_dossier(found)
