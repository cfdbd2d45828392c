"""`alleged backup` and `alleged restore`: the ledger into one file, and back."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from pathlib import Path
from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_PATH, LedgerOption, check_ledger
from alleged.settings import LEDGER_VARIABLE

ToOption = Annotated[
    str,
    typer.Option(
        "--to",
        "--ledger",
        metavar="FILE",
        envvar=LEDGER_VARIABLE,
        callback=check_ledger,
        help="Where the ledger goes.",
    ),
]


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the backup goes.")],
    *,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Copy the ledger to one file, also while others use it.

    The copy holds what the ledger held at one instant. It is checked before it gets its name, and a manifest
    goes beside it (FILE.manifest.json): its sha256, and how many rows it has.

    \b
    alleged backup ledger-2026-11-23.db
    alleged backup /media/disk/ledger.db --force
    """
    from alleged.cli.ledgers import get_file
    from alleged.cli.messages import say
    from alleged.dossiers.counting import tell_count
    from alleged.ledger.backup import back_up
    from alleged.ledger.manifest import find_manifest_path

    made = back_up(get_file(ledger), file, force=force)
    held = " · ".join(tell_count(made.rows.get(f"{noun}s", 0), noun) for noun in ("document", "claim"))
    say(f"{held} · checked · sha256 {made.sha256} · {find_manifest_path(file)}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")],
    *,
    to: ToOption = DEFAULT_PATH,
    without_manifest: Annotated[
        bool, typer.Option("--without-manifest", help="Do not compare the backup with its manifest.")
    ] = False,
) -> None:
    """Put a backup in the place of the ledger.

    It is checked first: against its manifest, page by page, and that it is a ledger. A ledger that is there
    is kept aside under another name, which is told.

    \b
    alleged restore ledger-2026-11-23.db
    alleged restore ledger-2026-11-23.db --to other.db
    """
    from alleged.cli.ledgers import get_file
    from alleged.cli.messages import say
    from alleged.dossiers.counting import tell_count
    from alleged.ledger.restore import restore as put_back

    restored = put_back(file, get_file(to), manifest=not without_manifest)
    held = " · ".join(tell_count(restored.rows.get(f"{noun}s", 0), noun) for noun in ("document", "claim"))
    say(f"{held} · checked · restored to {to}")
    if restored.aside:
        say(f"the ledger that was there is kept in {restored.aside}")
