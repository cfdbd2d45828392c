"""The real command where files may not grow, not be opened, or the disk is full, at random sizes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from alleged.ledger import open_ledger
from tests.durability.children import SERVER
from tests.durability.kills import FOUND, READ, Undisturbed, find_rows, read_undisturbed
from tests.durability.library import PLAN, content_of, find_faults, read_all, write_documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from alleged.flow.sources import Source

DOCUMENTS = 15

PAGE = 4_096

FILES = 8
"""How many more files than it has open suffice for the command, and some to spare."""

STEP = "nothing of this step was stored"


@dataclass(frozen=True, slots=True)
class Library:
    """Documents to read, and what a ledger holds that was filled with them undisturbed."""

    folder: Path
    sources: tuple[Source, ...]
    undisturbed: Undisturbed
    size: int


@dataclass(frozen=True, slots=True)
class End:
    """The exit code of the command, and the documents that it called read."""

    code: int
    acknowledged: set[str]


def make_library(folder: Path) -> Library:
    """Documents in `folder`, and a ledger of them."""
    sources = write_documents(folder / "texts", DOCUMENTS)
    undisturbed = read_undisturbed(folder / "undisturbed.db", sources)
    return Library(folder, sources, undisturbed, (folder / "undisturbed.db").stat().st_size)


def check_full(folder: Path, sizes: int) -> Counter[int]:
    """The exit codes where no file may grow beyond a size."""
    library, random, codes = make_library(folder), Random(sizes), Counter[int]()
    for number in range(sizes):
        path = folder / f"full-{number}.db"
        limit = partial(_limit, resource.RLIMIT_FSIZE, random.randrange(PAGE, library.size))
        end = _read_under(library, path, limit, (STEP, "repeat it", str(path)))
        codes[end.code] += 1
        _check_afterwards(library, path, end)
    return codes


def check_few_files(folder: Path, rounds: int) -> Counter[int]:
    """The exit codes where only so few more files may be opened, from one to more than are needed."""
    library, codes = make_library(folder), Counter[int]()
    for number in range(rounds * FILES):
        path = folder / f"few-{number}.db"
        limit = partial(_limit_files, 1 + number % FILES)
        end = _read_under(library, path, limit, ("ulimit -n",))
        codes[end.code] += 1
        _check_afterwards(library, path, end)
    return codes


def check_full_disk(folder: Path, disk: Path, sizes: int) -> Counter[int]:
    """The exit codes where the ledger lies on a disk that is too small; it is made larger afterwards."""
    library, random, codes = make_library(folder), Random(sizes), Counter[int]()
    for _ in range(sizes):
        with mounted(disk, random.randrange(PAGE, 12 * library.size)):
            path = disk / "full.db"
            end = _read_under(library, path, _limit_nothing, (STEP, "repeat it", str(path)))
            codes[end.code] += 1
            _mount("-o", "remount,size=64m", str(disk))
            _check_afterwards(library, path, end)
    return codes


@contextmanager
def mounted(disk: Path, size: int) -> Iterator[None]:
    """A disk of `size` bytes at `disk`, gone at the end; raises OSError where it may not be mounted."""
    disk.mkdir(exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk))
    try:
        yield
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _mount(*arguments: str) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(done.stderr.strip())


def _read_under(library: Library, path: Path, limit: Callable[[], None], cure: tuple[str, ...]) -> End:
    """How the command ends under a limit; where it is not done, it says so with the cure."""
    told = library.folder / "told"
    arguments = ["read", str(library.folder / "texts"), "--ledger", str(path)]
    child = SERVER.Process(target=_run, args=(arguments, told, limit), daemon=True)
    child.start()
    child.join()
    code, lines = child.exitcode or 0, told.read_text().splitlines()
    assert "Traceback" not in told.read_text()
    if code:
        ends = [line for line in lines if line.startswith("alleged: ")]
        assert len(ends) <= 1
        for line in ends or [line for line in lines if line.startswith("failed ")] or [""]:
            assert all(words in line for words in cure), lines
    acknowledged = {line.removeprefix("ok").split(":")[0].strip() for line in lines if line.startswith("ok ")}
    assert code or len(acknowledged) == DOCUMENTS
    return End(code, acknowledged)


def _check_afterwards(library: Library, path: Path, end: End) -> None:
    """The ledger has what was acknowledged, is sound, and becomes what it would have been."""
    with closing(open_ledger(path, create=True)) as ledger:
        assert ledger.audit().damages == ()
        found, read = find_rows(path, FOUND), find_rows(path, READ)
        texts = {source: str(text) for source, text in read if text}
        assert end.acknowledged <= set(texts)
        assert list(texts.values()) == [text for text, _ in found]
        assert set(found) <= set(library.undisturbed.found), "each is whole"
        read_all(library.sources, ledger)
        assert ledger.audit().damages == ()
    assert find_faults(path) == []
    assert set(find_rows(path, FOUND)) == set(library.undisturbed.found)
    in_order = (
        found == library.undisturbed.found[: len(found)]
    )  # a small one may fit where a large one did not
    assert content_of(path) == library.undisturbed.content or not in_order


def _limit(kind: int, most: int) -> None:
    resource.setrlimit(kind, (most, most))


def _limit_files(more: int) -> None:
    """Let so many more files be opened."""
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    _limit(resource.RLIMIT_NOFILE, free + more)


def _limit_nothing() -> None:
    """The disk is limit enough."""


def _run(arguments: list[str], told: Path, limit: Callable[[], None]) -> None:
    """The command with an engine that takes no time; runs in the child."""
    from alleged.cli import plans  # noqa: PLC0415 - only the child needs it
    from alleged.cli.main import app  # noqa: PLC0415

    plans.make_plan = lambda *_given, **_options: PLAN
    sys.stderr = told.open("w", encoding="utf-8")
    limit()
    code = 0
    try:
        app(arguments, prog_name="alleged")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    sys.stderr.flush()
    os._exit(code)
