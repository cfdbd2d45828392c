"""Saying who shares a ledger, and listing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.cli.layout import Column, make_cell, print_rows
from alleged.cli.ledgers import open_to_decide
from alleged.cli.messages import say
from alleged.cli.output import View
from alleged.cli.signing import require_user
from alleged.dossiers.safety import one_line
from alleged.exports.members import table_members
from alleged.flow.deciding import tell_now
from alleged.model.access import EVERYTHING, Member, Role, clear_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from alleged.ledger.interface import Location

_COLUMNS = (
    Column("name", share=2),
    Column("role", width=max(map(len, Role))),
    Column("cleared for", share=3),
    Column("by", share=2),
)


def add_member(location: Location, name: str, what: tuple[Role, frozenset[str]]) -> None:
    """Make somebody a member in that role, cleared for those markings: an admin for all unless said."""
    who, (role, labels) = require_user(), what
    if role is Role.ADMIN and not labels:
        labels = frozenset({EVERYTHING})
    member = Member(name, role, clear_for(labels), who, tell_now())
    with open_to_decide(location) as ledger:
        shared = ledger.access().shared
        ledger.set_member(member)
    say(f"{one_line(name)} is {role} here, cleared for {_tell_cleared(member.clearances)}")
    if not shared:
        say("the ledger is shared from now on: who is no member sees nothing of it")


def remove_member(location: Location, name: str) -> None:
    """Let somebody be a member no longer."""
    with open_to_decide(location) as ledger:
        ledger.set_member(Member(name, None, frozenset(), require_user(), tell_now()))
    say(f"{one_line(name)} is no member any longer")


def view_members(members: Sequence[Member]) -> View:
    """The members to write."""
    rows = [
        tuple(map(make_cell, (one_line(m.who), m.role or "", _tell_cleared(m.clearances), one_line(m.by))))
        for m in members
    ]

    def print_table(console: Console) -> None:
        print_rows(console, _COLUMNS, rows)

    return View(table_members(members), print_table)


def _tell_cleared(labels: frozenset[str]) -> str:
    return "everything" if EVERYTHING in labels else one_line(", ".join(sorted(labels)))
