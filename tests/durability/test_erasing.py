"""A process that is killed while it erases leaves the ledger as it was, or as it is after."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

from alleged.ledger import open_ledger
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.model.decision import Signature
from alleged.model.erasure import Wanted

if TYPE_CHECKING:
    from pathlib import Path

WANTED = Wanted(("Jiǎng Lì",))
BY = Signature("An admin", "2024-04-01T08:00:00+00:00", "a court said so")

DIE = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from alleged.ledger import open_ledger
from tests.durability.test_erasing import BY, WANTED

left = int(sys.argv[2])

def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

ledger = open_ledger(Path(sys.argv[1]), create=False)
event.listen(ledger.stored._engine, "before_cursor_execute", count)
ledger.erase(WANTED, BY)
"""


def test_killed_while_erasing_it_is_done_or_not(tmp_path: Path) -> None:
    ends = set()
    for statements in (20, 60, 100, 120, 140, 100_000):
        path = tmp_path / f"{statements}.db"
        with closing(open_ledger(path, create=True)) as ledger:
            for number in range(2):
                ledger.append(sample_entry(f"{CLEAN} {number}"))
            before = ledger.claims(ClaimQuery()), ledger.head().root
        subprocess.run([sys.executable, "-c", DIE, str(path), str(statements)], check=False)
        with closing(open_ledger(path, create=False)) as ledger:
            erased = not ledger.find_traces(WANTED).documents
            ends.add(erased)
            assert ledger.audit().damages == ()
            assert erased or before == (ledger.claims(ClaimQuery()), ledger.head().root)
            ledger.erase(WANTED, BY)
        for file in tmp_path.glob(f"{path.name}*"):
            assert "Jiǎng".encode() not in file.read_bytes()
    assert ends == {True, False}
