"""`alleged actor`: what is said of a name, by whom, and who answers."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, FormatOption, LedgerOption


def actor(
    name: Annotated[str, typer.Argument(help="A name, whole or by whole words, in any case.")],
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Show what is said of a name, and who denies it.

    Claims are put together speaker by speaker. Names are taken as they stand in the claims: two names of one
    group are two names here.

    \b
    alleged actor APT31
    alleged actor "Ministry of State Security" -f csv
    """
    from alleged.cli.columns import SUBJECT_COLUMNS
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.messages import say, tell_part
    from alleged.cli.output import View, write
    from alleged.cli.subjects import print_subject, record_subject
    from alleged.dossiers.claims import complete_list
    from alleged.dossiers.subject import view_subject

    with open_to_view(ledger) as opened:
        subject = view_subject(opened, name)
        listing = complete_list(opened, subject.all_claims, subject.total)
    records = record_subject(subject, listing)
    write(View(records, SUBJECT_COLUMNS, lambda console: print_subject(console, subject, listing)), form)
    say(f"{tell_part(len(subject.claims), subject.total, 'claim')} of the ledger about {name}")
