from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from alleged.errors import Unreadable
from alleged.model.document import Metadata
from alleged.model.vocabulary import Reason
from alleged.text import SIZE_LIMIT
from alleged.text.children.reading import read_in_child
from tests.hostile.bombs import BOMBS, SECRET, SENTENCE, page_nested, page_with_external_entity

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.alone

SECONDS = 30


def reasons_of(data: bytes) -> tuple[Reason, ...]:
    """Why a document is refused or degraded; READ where nothing is wrong with it."""
    try:
        reading = read_in_child(data, "bomb", Metadata())
    except Unreadable as error:
        return (Reason(error.reason),)
    assert reading.text.sentences
    return reading.shortcomings or (Reason.READ,)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_does_no_harm_and_says_so(name: str) -> None:
    bomb = BOMBS[name]
    data = bomb.make()
    start = time.monotonic()
    assert set(reasons_of(data)) & set(bomb.reasons)
    assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize("depth", [250, 251, 252, 253, 254, 255, 256, 300])
def test_what_stands_too_deep_is_never_lost_in_silence(depth: int) -> None:
    reading = read_in_child(page_nested(depth), "page", Metadata())
    whole = reading.text.clean.count(SENTENCE) == 11
    assert whole is (Reason.LOST_TEXT not in reading.shortcomings)


def test_what_is_too_large_is_refused_at_once() -> None:
    data = bytes(SIZE_LIMIT + 1)
    start = time.monotonic()
    assert reasons_of(data) == (Reason.TOO_LARGE,)
    assert time.monotonic() - start < 2


def test_no_file_is_read_for_a_document(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    for address in (secret.as_uri(), str(secret)):
        reading = read_in_child(page_with_external_entity(address), "page", Metadata())
        assert SENTENCE in reading.text.clean
        assert SECRET not in reading.text.clean


def test_nothing_is_fetched_for_a_document() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        called = threading.Event()
        threading.Thread(target=_note_call, args=(server, called), daemon=True).start()
        port = server.getsockname()[1]
        for scheme in ("http", "ftp"):
            read_in_child(page_with_external_entity(f"{scheme}://127.0.0.1:{port}/x.dtd"), "page", Metadata())
        assert not called.is_set()
        with socket.create_connection(("127.0.0.1", port)):  # the trap would have caught a call
            assert called.wait(5)


def _note_call(server: socket.socket, called: threading.Event) -> None:
    connection, _ = server.accept()
    called.set()
    connection.close()
