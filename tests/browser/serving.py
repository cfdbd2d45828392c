"""A server of our own for tests: the real application, on a port of its own, until it is closed."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from alleged.server.listening import Listening, made_ready

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.server.listening import Ready

PATIENCE = 30.0
WHO = "anna"


@contextmanager
def served(ledger: Path, who: str = WHO) -> Iterator[Ready]:
    """The ledger in that file, served by this process as long as the context lasts."""
    with served_at(Listening(str(ledger), who, port=0)) as ready:
        yield ready


@contextmanager
def served_at(listening: Listening) -> Iterator[Ready]:
    """The same, as it is said to listen."""
    with made_ready(listening) as ready:
        thread = threading.Thread(target=ready.run, daemon=True)
        thread.start()
        try:
            yield ready
        finally:
            ready.stop()
            thread.join(PATIENCE)
