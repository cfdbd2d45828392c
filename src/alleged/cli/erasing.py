"""Erasing a name: what it would touch is told, somebody says yes, and it is done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from alleged.cli.ledgers import open_to_decide
from alleged.cli.messages import SOME_FAILED, say
from alleged.dossiers.counting import tell_count, tell_part
from alleged.dossiers.history import get_document
from alleged.dossiers.safety import one_line
from alleged.ledger import is_address
from alleged.ledger.decided import Shown
from alleged.model.erasure import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.cli.deciding import Said
    from alleged.ledger.decided import DecidedLedger
    from alleged.ledger.interface import Location
    from alleged.model.erasure import Traces

BEYOND = "backups, exports and copies elsewhere still have it: see docs/how-to/erase-a-person.md"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed."""

    names: tuple[str, ...]
    documents: tuple[str, ...]
    dry_run: bool
    yes: bool


def settle_erasure(location: Location, asked: Asked, said: Said) -> None:
    """Tell what erasing touches, ask, and erase."""
    by = said.sign()
    with open_to_decide(location) as ledger:
        wanted = Wanted(asked.names, _find_documents(ledger, asked.documents))
        _say_traces(ledger.find_traces(wanted))
        if asked.dry_run:
            say("nothing was erased: this was a dry run")
        elif asked.yes or typer.confirm("Nothing takes this back. Erase?", err=True):
            _say_done(ledger.erase(wanted, by), location)
        else:
            say("nothing was erased")
            raise SystemExit(SOME_FAILED)


def _find_documents(ledger: DecidedLedger, asked: tuple[str, ...]) -> frozenset[str] | None:
    """The ids of the documents that were named, None where none was; also retracted ones can be."""
    everything = ledger.showing(Shown.ALL)
    return frozenset(get_document(everything, each).id for each in asked) if asked else None


def _say_traces(traces: Traces) -> None:
    if traces.is_nothing:
        say("the name stands nowhere in the ledger")
        return
    say(f"touches {', '.join(_tell_touched(traces))}")
    say(f"written as: {_tell_counted(traces.spellings)}")
    if traces.related:
        say(f"stays, unless you add it with --also: {_tell_counted(traces.related)}")
    if traces.documents:
        say("the bytes of these documents are destroyed, their claims get new ids")


def _tell_touched(traces: Traces) -> Iterator[str]:
    """What has the name in it, without what has not."""
    parts = (
        (len(traces.documents), traces.all_documents, "document"),
        (traces.claims, traces.all_claims, "claim"),
    )
    yield from (tell_part(*part) for part in parts if part[0])
    yield from (tell_count(count, noun) for noun, count in traces.notes)


def _tell_counted(counted: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{one_line(words)} ({count})" for words, count in counted) or "in bytes only"


def _say_done(traces: Traces, location: Location) -> None:
    if traces.is_nothing:
        say("nothing to erase; the ledger was written anew without what it no longer holds")
        return
    say(f"erased from {tell_count(len(traces.documents), 'document')}; 'alleged verify' holds as before")
    copies = [] if is_address(location) else _find_copies(Path(location))
    if copies:
        say(f"beside the ledger, and not touched: {one_line(', '.join(copies))}")
    say(BEYOND)


def _find_copies(path: Path) -> list[str]:
    """Files beside a ledger whose names begin like its name: backups, as a rule."""
    own = {path.name, f"{path.name}-wal", f"{path.name}-shm"}
    return sorted(
        each.name
        for each in path.parent.iterdir()
        if each.name.startswith(path.stem) and each.name not in own
    )
