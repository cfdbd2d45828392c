"""Backing a ledger up, again and again, while another process reads documents into it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.ledger.backup import back_up
from alleged.ledger.restore import restore
from tests.durability.children import Task, start, wait_until_done
from tests.durability.kills import READ, check_beginning, find_rows, read_undisturbed
from tests.durability.library import content_of, write_documents

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.durability.kills import Undisturbed

EACH = 16
"""How many documents each process reads; a backup is begun when the first of them is in."""


def check_backups(folder: Path, rounds: int) -> list[int]:
    """How many documents each backup holds that was begun meanwhile; each is a beginning, and whole.

    Every backup has a reading process of its own, so that all have one, however slow they become.
    """
    sources = write_documents(folder / "texts", EACH * rounds)
    undisturbed = read_undisturbed(folder / "undisturbed.db", sources)
    task = Task(folder / "growing.db", sources, folder)
    held: list[int] = []
    for number in range(rounds):
        child = start(replace(task, sources=sources[EACH * number : EACH * (number + 1)]))
        wait_until_done(child, task, EACH * number + 1)
        is_reading, acknowledged = child.exitcode is None, task.find_done()
        documents = _check_one(task.ledger, folder / f"{number}.db", acknowledged, undisturbed)
        held += [documents] * is_reading
        child.join()
    assert content_of(task.ledger) == undisturbed.content, "the backups disturbed nothing"
    assert len(find_rows(task.ledger, READ)) == len(sources)
    return held


def _check_one(ledger: Path, to: Path, acknowledged: Sequence[str], undisturbed: Undisturbed) -> int:
    """How many documents a backup of the ledger brings back."""
    backup = to.with_suffix(".backup")
    back_up(ledger, backup)
    restore(backup, to)
    return check_beginning(to, acknowledged, undisturbed)
