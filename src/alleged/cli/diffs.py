"""Differences of two versions for people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.layout import DIM, Cell, Column, make_cell, print_rows
from alleged.cli.messages import say
from alleged.cli.output import View
from alleged.cli.tables import tell_about
from alleged.dossiers.diff import Change
from alleged.dossiers.safety import one_line
from alleged.dossiers.wording import tell_saying, tell_value
from alleged.exports.diff import table_diff
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from alleged.dossiers.diff import ClaimChange, Diff, Edit

_COLUMNS = (
    Column("part", width=len("words")),
    Column("change", width=max(map(len, Change))),
    Column("what", share=1),
)
_MARKS = {Change.GONE: "[-{}-]", Change.NEW: "{{+{}+}}"}
_STYLES = {Change.GONE: "red", Change.NEW: "green", Change.CHANGED: "yellow"}


def view_changes(diff: Diff) -> View:
    """The changes to write: words first, then claims."""
    return View(table_diff(diff), lambda console: _print(console, diff))


def say_diff(diff: Diff) -> None:
    """How much changed, from which document to which."""
    versions = f"{diff.older.document.id[:SHORT_ID]} → {diff.newer.document.id[:SHORT_ID]}"
    words, claims = (_tell_counts(changes) for changes in (diff.edits, diff.claims))
    say(f"{versions}: sentences: {words}; claims: {claims}, {diff.unchanged} unchanged")


def _tell_counts(changes: tuple[Edit, ...] | tuple[ClaimChange, ...]) -> str:
    counts = Counter(change.change for change in changes)
    return ", ".join(f"{counts[change]} {change}" for change in Change)


def _print(console: Console, diff: Diff) -> None:
    rows = [_make_edit(edit) for edit in diff.edits]
    print_rows(console, _COLUMNS, [*rows, *(_make_claim(change) for change in diff.claims)])


def _make_edit(edit: Edit) -> tuple[Cell, ...]:
    told = Text(" ").join(
        Text(_MARKS[piece.change].format(one_line(piece.words)), _STYLES[piece.change])
        if piece.change
        else Text(one_line(piece.words))
        for piece in edit.pieces
    )
    return make_cell("words"), make_cell(edit.change.value, _STYLES[edit.change]), Cell(told)


def _make_claim(change: ClaimChange) -> tuple[Cell, ...]:
    claim = change.newer or change.older
    told = Text(one_line(tell_saying(claim))) if claim else Text()
    notes = tuple(Text(one_line(line), DIM) for line in _tell_notes(change))
    return make_cell("claim"), make_cell(change.change.value, _STYLES[change.change]), Cell(told, notes)


def _tell_notes(change: ClaimChange) -> Iterator[str]:
    claim = change.newer or change.older
    if claim:
        yield f"{claim.id[:SHORT_ID]} · {tell_about(claim)}"
    if change.older and change.newer:
        for name in change.fields:
            yield f"{name}: {tell_value(change.older, name)} → {tell_value(change.newer, name)}"
