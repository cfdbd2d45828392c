"""How often somebody may try to sign in."""

from __future__ import annotations

import time
from collections import deque
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

WINDOW = 15 * 60.0
"""Seconds that a failure counts."""
OF_BOTH, OF_ADDRESS, OF_NAME = 5, 20, 50
"""Failures within that time: of one name from one address, from one address, of one name from anywhere.

The last is the highest, for whoever fails on purpose locks out somebody else with it.
"""
MOST_KEYS = 10_000


class Attempts:
    """The failures of the last minutes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: dict[Hashable, deque[float]] = {}
        self._lock = Lock()

    def begin(self, name: str, address: str) -> bool:
        """Count one more, where another one may be made; it counts as a failure until it succeeds."""
        with self._lock:
            if len(self._failed) > MOST_KEYS:
                self._forget_old()
            limits = tuple(_limits(name, address))
            allowed = all(len(self._recent(key)) < most for key, most in limits)
            if allowed:
                for key, _ in limits:
                    self._failed.setdefault(key, deque()).append(self._clock())
        return allowed

    def succeed(self, name: str, address: str) -> None:
        """That one succeeded: it is no failure, and the slips before it count no longer for that person."""
        with self._lock:
            for key, _ in _limits(name, address):
                failed = self._recent(key)
                if failed:
                    failed.pop()
            self._failed.pop(("both", name, address), None)

    def _recent(self, key: Hashable) -> deque[float]:
        failed = self._failed.get(key, deque())
        while failed and failed[0] <= self._clock() - WINDOW:
            failed.popleft()
        return failed

    def _forget_old(self) -> None:
        for key in tuple(self._failed):
            if not self._recent(key):
                del self._failed[key]


def _limits(name: str, address: str) -> Iterator[tuple[Hashable, int]]:
    yield ("both", name, address), OF_BOTH
    yield ("from", address), OF_ADDRESS
    yield ("of", name.casefold()), OF_NAME
