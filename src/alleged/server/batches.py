"""Documents that are read while the browser waits: one after the other, each with what came of it."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread
from typing import TYPE_CHECKING

from alleged.errors import AllegedError
from alleged.extract import DEFAULT_EXTRACTOR, EXTRACTORS
from alleged.flow.ingest import ingest
from alleged.flow.read import Plan
from alleged.flow.sources import Source, look_into
from alleged.model.document import Metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from alleged.extract.interface import Extractor
    from alleged.ledger.interface import Ledger
    from alleged.model.access import Marking
    from alleged.model.document import Input

KEPT = 100
"""Batches that are remembered; the oldest goes first."""
BROKE = "The server made a mistake while it read; what is in the ledger is safe. Its terminal tells more."


@dataclass(frozen=True, slots=True)
class Handed:
    """A document that was handed over: its name, its bytes and what is known of it."""

    name: str
    data: bytes
    given: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Order:
    """Documents to read into a ledger, in whose name, and how to mark them."""

    ledger: Ledger
    who: str | None
    documents: Sequence[Handed]
    given: Metadata = field(default_factory=Metadata)
    """What is known of all of them."""
    mark: Callable[[str], Marking] | None = None


@dataclass(slots=True)
class Batch:
    """Documents that are being read, or were."""

    id: str
    who: str | None
    total: int
    inputs: list[Input] = field(default_factory=list)
    trouble: str = ""
    """Why it stopped before its end, in words."""
    is_done: bool = False


class Batches:
    """The batches of a server, which take turns."""

    def __init__(self) -> None:
        self._batches: OrderedDict[str, Batch] = OrderedDict()
        self._threads: list[Thread] = []
        self._turn = Lock()
        self._lock = Lock()
        self._is_closed = False

    def begin(self, order: Order) -> Batch:
        """Begin to read these documents."""
        batch = Batch(secrets.token_urlsafe(12), order.who, len(order.documents))
        thread = Thread(target=self._run, args=(order, batch), name=f"reading {batch.id}")
        with self._lock:
            self._batches[batch.id] = batch
            while len(self._batches) > KEPT:
                self._batches.popitem(last=False)
            self._threads = [each for each in self._threads if each.is_alive()] + [thread]
        thread.start()
        return batch

    def find(self, batch_id: str, who: str | None) -> Batch | None:
        """The batch of that id, if that person began it."""
        batch = self._batches.get(batch_id)
        return batch if batch and batch.who == who else None

    def close(self) -> None:
        """Stop after the documents that are being read now."""
        self._is_closed = True
        for thread in tuple(self._threads):
            thread.join()

    def _run(self, order: Order, batch: Batch) -> None:
        batch.trouble = BROKE
        try:
            with TemporaryDirectory(prefix="alleged-") as folder:
                self._read(order, batch, Path(folder))
            batch.trouble = ""
        except AllegedError as error:
            batch.trouble = str(error)
        finally:
            batch.is_done = True

    def _read(self, order: Order, batch: Batch, folder: Path) -> None:
        sources = tuple(_lay_out(order.documents, folder))
        batch.total = len(sources)
        with self._turn:
            plan = Plan(load_engine(), order.given, mark=order.mark)
        attempts = ingest(sources, order.ledger, plan)
        while (attempt := self._next(attempts)) is not None:
            batch.inputs.append(attempt)

    def _next(self, attempts: Iterator[Input]) -> Input | None:
        """One document more, when it is this batch's turn; None after the last one."""
        with self._turn:
            return None if self._is_closed else next(attempts, None)


@cache
def load_engine() -> Extractor:
    """The engine that finds the claims: loaded when the first document comes, and kept."""
    return EXTRACTORS.get(DEFAULT_EXTRACTOR)()


def _lay_out(documents: Sequence[Handed], folder: Path) -> Iterator[Source]:
    """The documents as files without names of their own, and those in archives one by one."""
    for number, document in enumerate(documents):
        path = folder / str(number)
        path.write_bytes(document.data)
        yield from look_into(Source(document.name, path, given=document.given)).sources
