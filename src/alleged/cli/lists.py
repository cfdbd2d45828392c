"""Lists of names and what an update changes in them, for people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.layout import DIM, Cell, Column, make_cell, print_rows
from alleged.cli.messages import say
from alleged.cli.output import View
from alleged.dossiers.counting import tell_count
from alleged.dossiers.safety import one_line
from alleged.exports.authorities import table_authorities, table_differences
from alleged.knowledge.changes import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from alleged.knowledge.changes import Difference
    from alleged.knowledge.known import Listed
    from alleged.knowledge.updating import Update

_LISTED = (
    Column("authority", share=4),
    Column("version", share=2),
    Column("entities", width=len("entities")),
    Column("names", width=len("names") + 2),
    Column("read from", share=3),
)
_CHANGED = (
    Column("what", width=max(map(len, Change))),
    Column("entry", share=3),
    Column("name", share=4),
)


def view_authorities(authorities: Sequence[Listed]) -> View:
    """The loaded authorities."""
    return View(table_authorities(authorities), lambda console: _print_authorities(console, authorities))


def say_authorities(authorities: Sequence[Listed]) -> None:
    """How many there are."""
    entities, names = sum(each.entities for each in authorities), sum(each.names for each in authorities)
    say(f"{_tell_authorities(len(authorities))} with {entities} entities under {tell_count(names, 'name')}")


def view_differences(differences: Sequence[Difference]) -> View:
    """What an update changes, each change with the entry that it is of."""
    return View(table_differences(differences), lambda console: _print_differences(console, differences))


def say_update(update: Update, *, done: bool) -> None:
    """One line on an update: from which version to which, and how many changes of each kind."""
    counts = Counter(each.change.value for each in update.differences)
    told = ", ".join(f"{count} {change}" for change, count in counts.items()) or "nothing changes"
    versions = f"version {update.before} → {update.authority.version}"
    say(f"{update.authority.name}: {versions}: {told}{'' if done else '; not kept'}")


def _print_authorities(console: Console, authorities: Sequence[Listed]) -> None:
    print_rows(console, _LISTED, [_lay_out_authority(each) for each in authorities])


def _lay_out_authority(each: Listed) -> tuple[Cell, ...]:
    named = Cell(Text(one_line(each.name)), (Text(one_line(each.title), DIM),))
    counts = (make_cell(str(each.entities)), make_cell(str(each.names)))
    return named, make_cell(one_line(each.version)), *counts, make_cell(one_line(each.source))


def _print_differences(console: Console, differences: Sequence[Difference]) -> None:
    print_rows(console, _CHANGED, [_lay_out_difference(each) for each in differences])


def _lay_out_difference(each: Difference) -> tuple[Cell, ...]:
    entry = Cell(Text(one_line(each.name)), (Text(one_line(f"{each.authority} {each.id}"), DIM),))
    return make_cell(each.change.value), entry, make_cell(one_line(each.detail))


def _tell_authorities(count: int) -> str:
    return "1 authority" if count == 1 else f"{count} authorities"
