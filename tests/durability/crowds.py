"""Several processes that read the same documents into the same ledger at once."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING

from alleged.ledger import open_ledger
from alleged.ledger.interface import ClaimQuery
from tests.durability.children import SERVER
from tests.durability.kills import FOUND, READ, find_rows
from tests.durability.library import PLAN, SPEAKERS, find_faults, read_all, write_documents

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

DOCUMENTS = 20


def check_crowd(folder: Path, crowd: int) -> list[int]:
    """How many documents each of so many processes was the first to read."""
    sources = write_documents(folder / "texts", DOCUMENTS)
    alone, shared = folder / "alone.db", folder / "shared.db"
    with closing(open_ledger(alone, create=True)) as ledger:
        read_all(sources, ledger)
    start = SERVER.Barrier(crowd)
    told = [folder / f"told-{number}" for number in range(crowd)]
    arguments = ["read", str(folder / "texts"), "--ledger", str(shared)]
    children = [SERVER.Process(target=_run, args=(arguments, each, start), daemon=True) for each in told]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * crowd, [each.read_text() for each in told]
    _check_held(shared, alone, crowd)
    return [_count_first(each.read_text()) for each in told]


def _check_held(shared: Path, alone: Path, crowd: int) -> None:
    """Every document is there once, each attempt is noted, and all is as one process alone leaves it."""
    assert find_faults(shared) == []
    with closing(open_ledger(shared, create=False)) as ledger:
        assert ledger.audit().damages == ()
        assert len(ledger.inputs()) == crowd * DOCUMENTS
    assert sorted(find_rows(shared, FOUND)) == sorted(find_rows(alone, FOUND))
    assert len(find_rows(shared, READ)) == DOCUMENTS
    assert _show(shared) == _show(alone)


def _show(path: Path) -> tuple[object, ...]:
    """What a ledger holds, in whatever order it came."""
    with closing(open_ledger(path, create=False)) as ledger:
        found = sorted(ledger.claims(ClaimQuery()).claims, key=lambda claim: claim.id)
        texts = sorted(ledger.texts(), key=lambda text: text.id)
        data = [ledger.get_data(text.document.id) for text in texts]
        relations = ledger.find_relations(tuple(claim.id for claim in found))
        spoken = [ledger.claims(ClaimQuery(speaker=name)).total for name in SPEAKERS]
        return found, texts, data, set(relations), spoken


def _count_first(told: str) -> int:
    assert "Traceback" not in told
    assert "locked" not in told
    assert "in use" not in told
    statuses = [line.split()[0] for line in told.splitlines() if "/texts/" in line.partition(":")[0]]
    assert len(statuses) == DOCUMENTS
    assert set(statuses) <= {"ok", "unchanged"}
    return statuses.count("ok")


def _run(arguments: list[str], told: Path, start: Any) -> None:
    """The command with an engine that takes no time, begun with the others; runs in the child."""
    from alleged.cli import plans  # noqa: PLC0415 - only the child needs it
    from alleged.cli.main import app  # noqa: PLC0415

    plans.make_plan = lambda *_given, **_options: PLAN
    sys.stderr = told.open("w", encoding="utf-8")
    start.wait()
    code = 0
    try:
        app(arguments, prog_name="alleged")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    sys.stderr.flush()
    os._exit(code)
