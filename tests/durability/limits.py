"""The real command under a limit of how large a file may grow, at random sizes."""

from __future__ import annotations

import os
import resource
import sys
from collections import Counter
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING

from alleged.ledger import open_ledger
from tests.durability.children import SERVER
from tests.durability.kills import read_undisturbed
from tests.durability.library import PLAN, content_of, find_faults, read_all, write_documents

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = 15


def check_full(folder: Path, sizes: int) -> Counter[int]:
    """The exit codes; each ledger opens afterwards, is sound, and ends as if nothing had been."""
    sources = write_documents(folder / "texts", DOCUMENTS)
    undisturbed = read_undisturbed(folder / "undisturbed.db", sources)
    most, random = (folder / "undisturbed.db").stat().st_size, Random(sizes)
    codes = Counter[int]()
    for number in range(sizes):
        path, told = folder / f"full-{number}.db", folder / f"told-{number}"
        limit = random.randrange(4_096, most)
        arguments = ["read", str(folder / "texts"), "--ledger", str(path)]
        child = SERVER.Process(target=_run, args=(arguments, told, limit), daemon=True)
        child.start()
        child.join()
        codes[child.exitcode or 0] += 1
        if child.exitcode:
            _check_told(told.read_text(), path)
        with closing(open_ledger(path, create=True)) as ledger:
            assert ledger.audit().damages == ()
            read_all(sources, ledger)
            assert ledger.audit().damages == ()
        assert find_faults(path) == []
        assert content_of(path) == undisturbed.content
    return codes


def _check_told(told: str, path: Path) -> None:
    assert "Traceback" not in told
    (last,) = [line for line in told.splitlines() if line.startswith("alleged: ")]
    assert str(path) in last
    assert "nothing of this step was stored" in last
    assert "repeat it" in last


def _run(arguments: list[str], told: Path, limit: int) -> None:
    """The command with an engine that takes no time; runs in the child."""
    from alleged.cli import plans  # noqa: PLC0415 - only the child needs it
    from alleged.cli.main import app  # noqa: PLC0415

    plans.make_plan = lambda *_given, **_options: PLAN
    sys.stderr = told.open("w", encoding="utf-8")
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    code = 0
    try:
        app(arguments, prog_name="alleged")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    sys.stderr.flush()
    os._exit(code)
