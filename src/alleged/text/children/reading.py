"""Reading in a child: one process a program, started at the first document and replaced when it breaks."""

from __future__ import annotations

import atexit
import os
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from alleged.errors import Unreadable
from alleged.model.vocabulary import Reason
from alleged.text import check_size, placed
from alleged.text.children.child import Child
from alleged.text.children.documents import SERVICE, ask
from alleged.text.children.limits import Limits
from alleged.text.children.packing import Asked, unpack_reading
from alleged.text.children.plain import PackingError

if TYPE_CHECKING:
    from alleged.model.document import Metadata, Reading

LIFE = 500
"""Documents that one child reads, so that nothing it gathers lasts."""


@dataclass(slots=True)
class ReadingChild:
    """A child that reads documents; another one takes its place when it is gone."""

    limits: Limits = field(default_factory=Limits)
    _child: Child | None = None
    _process: int = 0
    _left: int = 0
    _lock: Lock = field(default_factory=Lock)

    def read(self, data: bytes, source: str, given: Metadata) -> Reading:
        """The reading of a document, as `alleged.text.read_document` gives it; raises Unreadable."""
        with placed(source), self._lock:
            check_size(data)
            return self._read(Asked(data, given))

    def warm(self) -> None:
        """Start the child, so that it is there when the first document comes."""
        with self._lock:
            self._living()

    def stop(self) -> None:
        """End the child, if there is one; the next document starts another."""
        if self._child and self._process == os.getpid():
            self._child.stop()
        self._child = None

    def _read(self, asked: Asked) -> Reading:
        child = self._living()
        self._left -= 1
        answer = child.ask(ask(asked.data, asked.given))
        try:
            return unpack_reading(answer, asked)
        except PackingError as error:
            self.stop()
            what = f"broke its reader, whose answer is wrong: {error}"
            raise Unreadable(Reason.READER_BROKE, what, cure="report it, with the file") from error

    def _living(self) -> Child:
        """A child of this very process (not one that it was forked from) that can still be asked."""
        if self._left < 1 or self._process != os.getpid() or not self._child or self._child.is_stopped:
            self.stop()
            self._child, self._process, self._left = Child(SERVICE, self.limits), os.getpid(), LIFE
        return self._child


READING_CHILD = ReadingChild()
"""The one that `alleged` reads with."""

read_in_child = READING_CHILD.read
atexit.register(READING_CHILD.stop)
