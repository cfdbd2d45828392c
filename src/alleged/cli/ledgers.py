"""Opening the ledger that a command works on."""

from __future__ import annotations

from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from alleged.cli.messages import USAGE, fail, say
from alleged.cli.users import find_user
from alleged.dossiers.counting import tell_count, tell_part
from alleged.errors import LedgerError
from alleged.ledger import hide_secrets, is_address, open_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from datetime import datetime

    from alleged.ledger.decided import DecidedLedger, LeftOut
    from alleged.ledger.interface import Ledger, Location


@contextmanager
def open_to_view(location: Location, as_of: datetime | None = None) -> Iterator[DecidedLedger]:
    """The ledger there, as it was at an instant, and a line on what its views leave out.

    A command that only looks makes no ledger, and is called wrongly if there is none.
    """
    with open_to_decide(location) as ledger:
        seen = ledger if as_of is None else ledger.as_of(as_of)
        yield seen
        if as_of:
            say(f"as of {as_of.isoformat()}: what the ledger had read, and what was decided, by then")
        say_left_out(seen.left_out())


def open_to_decide(location: Location) -> AbstractContextManager[DecidedLedger]:
    """The ledger there as it is now, without a word on what its views leave out."""
    missing = not is_there(location)
    try:
        return closing(open_ledger(location, create=False, who=find_user()))
    except LedgerError as error:
        if missing:
            raise fail(str(error), USAGE) from error
        raise


def say_left_out(left: LeftOut) -> None:
    """One line on what is left out, where anything is: how many of how many, and how to see it."""
    parts = [
        *([f"{tell_count(left.rejected, 'rejected claim')}"] if left.rejected else []),
        *([f"{tell_count(left.doubles, 'double reading')}"] if left.doubles else []),
        *([f"{tell_count(left.retracted, 'retracted document')}"] if left.retracted else []),
        *([f"{tell_count(left.older, 'older version')} of changed pages"] if left.older else []),
    ]
    if parts:
        claims = tell_part(left.total - left.shown, left.total, "claim")
        say(f"left out: {claims} ({', '.join(parts)}); 'alleged history ID' tells why")


def open_if_there(location: Location) -> AbstractContextManager[Ledger | None]:
    """The ledger there, or None if there is no such file: for commands that can do without."""
    return open_to_view(location) if is_there(location) else nullcontext()


def open_to_append(location: Location) -> AbstractContextManager[Ledger]:
    """The ledger there, made if there is none."""
    return closing(open_ledger(location, create=True, who=find_user()))


def is_there(location: Location) -> bool:
    """Whether a file is there; of a database only its server knows."""
    return is_address(location) or Path(location).exists()


def get_file(location: Location) -> Path:
    """The file of a ledger that is one; a database has a server with tools of its own for backups."""
    if is_address(location):
        shown = hide_secrets(location)
        raise LedgerError(f"{shown} is no file; pg_dump and pg_restore make and restore its backups")
    return Path(location)
