"""Views that take long to make, kept until the ledger changes."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

KEPT = 64
"""Views that are kept; what was not asked for longest goes first."""

Made = TypeVar("Made")


class Memory:
    """What was made of one state of a ledger; a new state forgets it all.

    Who asks for what somebody else is making waits for it, so that nothing is made twice.
    """

    def __init__(self) -> None:
        self._state: Hashable = None
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def recall(self, state: Hashable, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, or gave before for this key in this state."""
        with self._lock:
            self._move_on(state)
            making = self._making.setdefault(key, Lock())
        with making:
            made: Made | None = self._find(key)
            if made is None:
                made = make()
                self._keep(state, key, made)
        return made

    def _find(self, key: Hashable) -> Any:
        """What is kept under this key, which was asked for last from now on; None where nothing is."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key)

    def _move_on(self, state: Hashable) -> None:
        if state != self._state:
            self._state, self._made, self._making = state, OrderedDict(), {}

    def _keep(self, state: Hashable, key: Hashable, made: object) -> None:
        with self._lock:
            if state == self._state:
                self._made[key] = made
                while len(self._made) > KEPT:
                    oldest, _ = self._made.popitem(last=False)
                    self._making.pop(oldest, None)
