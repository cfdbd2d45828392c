"""Killing a process that reads documents into a ledger, at random instants, and starting it again."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace
from random import Random
from shutil import copyfile
from typing import TYPE_CHECKING

from alleged.ledger import open_ledger
from tests.durability.children import At, Task, find_place, start, wait_until_done
from tests.durability.library import content_of, find_faults, read_all, write_documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from alleged.flow.sources import Source

OVERLAP = 1
"""How many of the documents that were acknowledged a child is given again."""

A_WHILE = 0.03
"""Seconds: about as long as it takes to start, or to read two documents."""

FOUND = """
    SELECT texts.id, count(claims.number)
    FROM extractions JOIN texts ON texts.number = extractions.text
    LEFT JOIN claims ON claims.extraction = extractions.number
    GROUP BY extractions.number ORDER BY extractions.number
"""
"""Each text that was read, and how many claims it has."""

READ = "SELECT source, text FROM inputs WHERE status <> 'unchanged' ORDER BY number"
"""Each input that brought something."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many kills, of children with so many documents to read, of which each comes so far at most."""

    kills: int
    documents: int
    furthest: int


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """What a ledger holds that nobody disturbed."""

    content: dict[str, str]
    found: list[tuple[str, int]]


@dataclass(slots=True)
class Tally:
    """What came of the kills."""

    places: Counter[At] = field(default_factory=Counter)
    """Where the children were when they were killed."""
    documents: int = 0
    """How many documents were in the ledgers when the last child was killed that worked on them."""

    @property
    def in_transaction(self) -> int:
        """How many were killed inside a transaction."""
        return self.places[At.WRITING] + self.places[At.COMMITTING]

    def is_enough(self, plan: Plan) -> bool:
        """Whether there were enough kills, and a fifth of them hit; or twice as many that did not."""
        kills = self.places.total()
        return kills >= plan.kills and (self.in_transaction >= plan.kills / 5 or kills >= 2 * plan.kills)


def check_kills(folder: Path, plan: Plan) -> Tally:
    """Fill one ledger after another, killing as planned; each must end like one that nobody disturbed."""
    sources = write_documents(folder / "texts", plan.documents)
    undisturbed = read_undisturbed(folder / "undisturbed.db", sources)
    random, tally = Random(plan.kills), Tally()
    while not tally.is_enough(plan):
        own = folder / f"after-{tally.places.total()}"
        own.mkdir()
        task = Task(own / "killed.db", sources, own, random.choice((20, 1_000)))
        held = 0
        for place in _kill_all(task, plan, random):
            tally.places[place] += 1
            held = _check_kept(task, undisturbed)
            if tally.is_enough(plan):
                break
        tally.documents += held
        _check_again(task, undisturbed)
    return tally


def read_undisturbed(path: Path, sources: Sequence[Source]) -> Undisturbed:
    """Read the sources into a new ledger at `path`, and what it holds then."""
    with closing(open_ledger(path, create=True)) as ledger:
        read_all(sources, ledger)
    return Undisturbed(content_of(path), find_rows(path, FOUND))


def _kill_all(task: Task, plan: Plan, random: Random) -> Iterator[At]:
    """Where each child was when it was killed, until one of them has come to the end."""
    while True:
        done = task.find_done()
        child = start(replace(task, sources=task.sources[max(0, len(set(done)) - OVERLAP) :]))
        wait_until_done(child, task, len(done) + random.randint(0, plan.furthest))
        child.join(random.uniform(0, A_WHILE))
        if child.exitcode is not None:
            assert child.exitcode == 0
            return
        child.kill()
        child.join()
        yield find_place(task)


def _check_kept(task: Task, undisturbed: Undisturbed) -> int:
    """Look at a copy of what the killed child left behind; how many documents there are."""
    copy = _copy(task)
    if not copy.exists():
        assert not task.find_done()
        return 0
    open_ledger(copy, create=True).close()
    return check_beginning(copy, task.find_done(), undisturbed)


def check_beginning(path: Path, acknowledged: Sequence[str], undisturbed: Undisturbed) -> int:
    """How many documents a ledger has; it must be whole and have what was acknowledged."""
    found, read = find_rows(path, FOUND), find_rows(path, READ)
    assert find_faults(path) == []
    assert found == undisturbed.found[: len(found)], "a beginning of what there is to read, each whole"
    assert [str(text) for _, text in read] == [text for text, _ in found], "each was read once"
    assert set(acknowledged) <= {source for source, _ in read}, "what was acknowledged is there"
    return len(found)


def _copy(task: Task) -> Path:
    """The ledger and its log as the child left them; the next child finds them as they are."""
    place = task.ledger.with_name("copy")
    place.mkdir(exist_ok=True)
    for ending in ("", "-wal"):
        left = task.ledger.with_name(task.ledger.name + ending)
        place.joinpath(left.name).unlink(missing_ok=True)
        if left.exists():
            copyfile(left, place / left.name)
    return place / task.ledger.name


def _check_again(task: Task, undisturbed: Undisturbed) -> None:
    """All of it once more: what was left is read, what is there is left as it is."""
    with closing(open_ledger(task.ledger, create=True)) as ledger:
        read_all(task.sources, ledger)
    assert content_of(task.ledger) == undisturbed.content
    assert find_faults(task.ledger) == []
    assert len(find_rows(task.ledger, READ)) == len(task.sources)


def find_rows(path: Path, question: str) -> list[tuple[str, int]]:
    """What the database answers."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()
