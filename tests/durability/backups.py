"""Backing a ledger up, again and again, while another process reads documents into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.ledger.backup import back_up
from alleged.ledger.restore import restore
from tests.durability.children import Task, start, wait_until_done
from tests.durability.kills import READ, check_beginning, find_rows, read_undisturbed
from tests.durability.library import content_of, write_documents

if TYPE_CHECKING:
    from pathlib import Path

EACH = 4
"""How many documents are read at least from one backup to the next."""

MEANWHILE = 12
"""How many may be read while a backup is made, checked and restored."""


def check_backups(folder: Path, rounds: int) -> list[int]:
    """How many documents each backup holds that was made meanwhile; each is a beginning, and whole."""
    sources = write_documents(folder / "texts", (EACH + MEANWHILE) * rounds)
    undisturbed = read_undisturbed(folder / "undisturbed.db", sources)
    task = Task(folder / "growing.db", sources, folder)
    child = start(task)
    held: list[int] = []
    for number in range(rounds):
        wait_until_done(child, task, EACH * (number + 1))
        acknowledged, to = task.find_done(), folder / f"restored-{number}.db"
        back_up(task.ledger, folder / f"backup-{number}.db")
        restore(folder / f"backup-{number}.db", to)
        documents = check_beginning(to, acknowledged, undisturbed)
        held += [documents] * (child.exitcode is None)
    child.join()
    assert content_of(task.ledger) == undisturbed.content, "the backups disturbed nothing"
    assert len(find_rows(task.ledger, READ)) == len(sources)
    return held
