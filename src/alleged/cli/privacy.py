"""What the command that runs may write of private persons: decided here, for every command with --format.

A command that has a format and a ledger gets --unmask; which names are hidden, and which are marked, is found
when something is written. What is no export of words (`verify`, `doctor`) is left alone.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import typer
import typer.main

from alleged.knowledge.keys import name_key
from alleged.model.clock import read_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from alleged.dossiers.privacy import Privacy
    from alleged.exports.table import Table
    from alleged.model.claim import Claim

MARK, MARKS = "private person", "private persons"

_WITHOUT_WORDS = frozenset({"verify", "doctor"})
"""Commands that write ids, hashes and what the system has, and must work with a damaged ledger."""


@dataclass(frozen=True)
class Running:
    """A command that can export words of a ledger, as it was called."""

    parameters: Mapping[str, Any]
    unmask: bool

    @cached_property
    def privacy(self) -> Privacy:
        """Who is private in its ledger."""
        from alleged.cli.ledgers import is_there, open_to_decide  # noqa: PLC0415 - heavy
        from alleged.dossiers.privacy import Privacy, view_privacy  # noqa: PLC0415
        from alleged.knowledge.store import open_knowledge  # noqa: PLC0415

        if not is_there(self.parameters["ledger"]):
            return Privacy()
        with open_to_decide(self.parameters["ledger"]) as ledger:
            return view_privacy(ledger, open_knowledge)

    @cached_property
    def private_keys(self) -> frozenset[str]:
        """The names of who is private, folded."""
        return frozenset(map(name_key, self.privacy.private))

    @cached_property
    def as_of(self) -> datetime | None:
        """Of when a dossier is: what was asked for, or when the ledger was written to last, if it ever was.

        Who is private is not needed for that, and takes long to find.
        """
        from alleged.cli.ledgers import is_there, open_to_decide  # noqa: PLC0415
        from alleged.dossiers.privacy import find_newest  # noqa: PLC0415

        asked: datetime | None = self.parameters.get("as_of")
        if asked or not is_there(self.parameters["ledger"]):
            return asked
        with open_to_decide(self.parameters["ledger"]) as ledger:
            newest = find_newest(ledger)
        return read_time(newest) if newest else None


_RUNNING: ContextVar[Running | None] = ContextVar("alleged_running", default=None)


def add_unmask(command: Any) -> Any:
    """The command, which runs next, with --unmask if it can export words of a ledger."""
    _RUNNING.set(None)
    places = {parameter.name: place for place, parameter in enumerate(command.params)}
    if {"form", "ledger"} <= places.keys() and command.name not in _WITHOUT_WORDS and "unmask" not in places:
        command.params.insert(places["ledger"], _make_option())
    return command


def _keep(context: typer.Context, wanted: bool) -> bool:
    _RUNNING.set(Running(context.params, wanted))
    return wanted


def _make_option() -> Any:
    """The option, as typer makes it of the parameter of a command."""
    told = "Leave the names of accused private persons in json, jsonl and csv, for who may have them."
    option = typer.Option(False, "--unmask", help=told, callback=_keep, expose_value=False)
    bearer = typer.Typer(add_completion=False)

    @bearer.command()
    def bear(unmask: bool = option) -> None:
        """Nothing: it only bears the option."""

    return typer.main.get_command(bearer).params[0]


def find_privacy() -> Privacy:
    """Who is private in the ledger of the command that runs; nobody where it has none."""
    from alleged.dossiers.privacy import Privacy  # noqa: PLC0415 - heavy

    running = _RUNNING.get()
    return running.privacy if running else Privacy()


def fit(table: Table) -> tuple[Table, set[str]]:
    """The table as it may leave the ledger, and a set that fills with the names that were hidden in it."""
    from alleged.exports.masking import make_fit  # noqa: PLC0415 - heavy

    running = _RUNNING.get()
    privacy = None if running is None or running.unmask else running.privacy
    return make_fit(table, privacy, tell_as_of() if table.is_dossier else "")


def tell_as_of() -> str:
    """Of when the dossiers of the command that runs are; "" where nothing was ever written."""
    running = _RUNNING.get()
    as_of = running.as_of if running else None
    return as_of.isoformat(timespec="seconds") if as_of else ""


def is_private(name: str) -> bool:
    """Whether this is the name of an accused private person, in any case."""
    running = _RUNNING.get()
    return running is not None and name_key(name) in running.private_keys


def list_private(claim: Claim) -> tuple[str, ...]:
    """The accused private persons whom a claim names, each once."""
    private = find_privacy().private
    named = (mention.name for mention in (*claim.actors, *claim.targets))
    return tuple(dict.fromkeys(name for name in named if name in private))


def tell_private(claim: Claim) -> str:
    """The mark that a claim gets: "private person: Orla Venn"; "" where it names none."""
    found = list_private(claim)
    return f"{MARK if len(found) == 1 else MARKS}: {'; '.join(found)}" if found else ""
