from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from starlette.exceptions import HTTPException

from alleged.server.gate import bodies
from alleged.server.gate.bodies import MEGABYTE, SLOWEST, USUAL, BodyCheck, tell_size
from tests.unit.server.visiting import OWN, arrive

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable
    from pathlib import Path

    from starlette.types import Message, Receive, Scope, Send


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run it in a thread of its own: the browser's tests keep a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


class Taker:
    """Takes the whole body, as a form does."""

    def __init__(self) -> None:
        self.taken = b""

    async def __call__(self, _scope: Scope, receive: Receive, _send: Send) -> None:
        more = True
        while more:
            message = await receive()
            self.taken += message["body"]
            more = message["more_body"]


def take(parts: Iterable[bytes], *, path: str = "/", pause: float = 0.0, method: str = "POST") -> bytes:
    """What an application gets of a body that is sent so; raises HTTPException."""
    waiting = list(parts)
    now = [0.0]

    async def receive() -> Message:
        now[0] += pause
        body = waiting.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(waiting)}

    async def send(message: Message) -> None:
        raise AssertionError(message)

    taker = Taker()
    check = BodyCheck(taker, {"/large": 4 * USUAL}, lambda: now[0])
    run(check({"type": "http", "method": method, "path": path}, receive, send))
    return taker.taken


def test_a_body_of_the_usual_size_is_passed_on() -> None:
    assert take([b"a" * USUAL]) == b"a" * USUAL


@pytest.mark.parametrize("parts", [[b"a" * (USUAL + 1)], [b"a" * USUAL, b"b"]])
def test_a_larger_one_is_refused(parts: list[bytes]) -> None:
    with pytest.raises(HTTPException, match="413: More than the 1 MB"):
        take(parts)


def test_an_address_may_take_more() -> None:
    assert len(take([b"a" * USUAL] * 4, path="/large")) == 4 * USUAL
    with pytest.raises(HTTPException, match="4 MB"):
        take([b"a" * USUAL] * 5, path="/large")


def test_a_body_that_drips_is_ended() -> None:
    with pytest.raises(HTTPException, match="408"):
        take([b"a"] * 100, pause=1.0)
    assert take([b"a" * SLOWEST] * 60, pause=1.0) == b"a" * SLOWEST * 60


def test_one_that_never_comes_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PATIENCE", 0.05)

    async def wait() -> None:
        async def receive() -> Message:
            await asyncio.sleep(30)
            raise AssertionError

        async def send(_message: Message) -> None:
            raise AssertionError

        await BodyCheck(Taker(), {})({"type": "http", "method": "POST", "path": "/"}, receive, send)

    with pytest.raises(HTTPException, match="408"):
        run(wait())


def test_who_sends_too_much_is_told(read_ledger: Path) -> None:
    answer = arrive(read_ledger).post("/review/decide", data={"why": "a" * (USUAL + 1)}, headers=OWN)
    assert answer.status_code == 413
    assert "More than the 1 MB that are taken" in answer.text


def test_sizes_in_words() -> None:
    assert tell_size(128 * MEGABYTE) == "128 MB"
