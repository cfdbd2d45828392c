"""What is sent must come to an end: not larger than its address takes, and not slower than any line is."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from alleged.server.gate.writes import READING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEGABYTE = 2**20
USUAL = MEGABYTE
"""Bytes that a form may have where nothing else is said."""
PATIENCE = 30.0
"""Seconds that a body may take, and one more for each `SLOWEST` bytes that came."""
SLOWEST = 16 * 2**10
TOO_SLOW, TOO_LARGE = 408, 413


@dataclass(slots=True)
class _Body:
    """The body of one request, as much of it as came so far."""

    receive: Receive
    most: int
    clock: Callable[[], float]
    began: float = field(init=False)
    taken: int = 0
    is_whole: bool = False

    def __post_init__(self) -> None:
        self.began = self.clock()

    async def take(self) -> Message:
        """The next part; raises HTTPException for what is too large or too slow."""
        if self.is_whole:
            return await self.receive()
        message = await self._wait()
        self.taken += len(message.get("body", b""))
        self.is_whole = not message.get("more_body", False)
        if self.taken > self.most:
            raise HTTPException(TOO_LARGE, f"More than the {tell_size(self.most)} that are taken was sent.")
        return message

    async def _wait(self) -> Message:
        left = self.began + PATIENCE + self.taken / SLOWEST - self.clock()
        try:
            return await asyncio.wait_for(self.receive(), left)
        except TimeoutError as error:
            raise HTTPException(TOO_SLOW, "What was sent did not come to an end in time.") from error


class BodyCheck:
    """Ends requests whose bodies are too large or too slow; `larger` are the limits of some addresses."""

    def __init__(
        self, app: ASGIApp, larger: Mapping[str, int], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._app = app
        self._larger = larger
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it."""
        if scope["type"] != "http" or scope["method"] in READING:
            await self._app(scope, receive, send)
            return
        most = self._larger.get(scope["path"], USUAL)
        await self._app(scope, _Body(receive, most, self._clock).take, send)


def tell_size(number: int) -> str:
    """A number of bytes in words: "64 MB"."""
    return f"{number / MEGABYTE:,.0f} MB"
