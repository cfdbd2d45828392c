"""Numbers for one use: that a page is handed over by the window in which somebody agreed to it."""

from __future__ import annotations

import secrets
import time
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LIFETIME = 15 * 60
"""Seconds in which a page is looked at before it is handed over."""
MOST = 100
"""Numbers that may be waiting; the oldest goes first."""


class Nonces:
    """The numbers that are waiting for their use."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ends: dict[str, float] = {}
        self._lock = Lock()

    def make(self) -> str:
        """A new one."""
        nonce = secrets.token_urlsafe(24)
        with self._lock:
            while len(self._ends) >= MOST:
                self._ends.pop(next(iter(self._ends)))
            self._ends[nonce] = self._clock() + LIFETIME
        return nonce

    def use(self, nonce: str) -> bool:
        """Whether it is one that was made here, and not used and not too old: then it is used now."""
        with self._lock:
            ends = self._ends.pop(nonce, None)
        return ends is not None and ends > self._clock()
