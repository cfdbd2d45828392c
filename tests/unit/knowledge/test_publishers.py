from __future__ import annotations

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from alleged.errors import KnowledgeError, MissingExtraError
from alleged.knowledge import publishers
from alleged.knowledge.packaged import CLUSTERS
from alleged.knowledge.publishers import ADDRESSES, fetch, find_address
from tests.unit.knowledge.authorities import MICROSOFT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.knowledge.known import Knowledge


class Lists(BaseHTTPRequestHandler):
    """A publisher of our own: one list, a way to it, and nothing else."""

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/list")
            self.end_headers()
            return
        self.send_response(200 if self.path == "/list" else 404)
        self.end_headers()
        self.wfile.write(MICROSOFT if self.path == "/list" else b"gone")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def publisher() -> Iterator[str]:
    """The address of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Lists) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["/list", "/moved"])
def test_a_list_is_fetched_as_it_is(publisher: str, path: str) -> None:
    assert fetch(publisher + path) == MICROSOFT


@pytest.mark.parametrize(
    "address", ["{}/nothing", "http://127.0.0.1:1/", "no address", "ftp://lists.example/a"]
)
def test_what_cannot_be_fetched_is_told_with_its_address(publisher: str, address: str) -> None:
    with pytest.raises(KnowledgeError, match="cannot be fetched") as caught:
        fetch(address.format(publisher))
    assert str(caught.value).startswith(address.format(publisher))


def test_a_list_without_end_is_not_read_to_its_end(publisher: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishers, "LARGEST", 100)
    with pytest.raises(KnowledgeError, match="more than the 100 bytes"):
        fetch(f"{publisher}/list")


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'alleged\[fetch\]'"):
        fetch("https://lists.example/a")


def test_every_packaged_list_has_an_address_that_ends_in_its_file(packaged: Knowledge) -> None:
    addresses = [find_address(name) for name in packaged.versions()]
    assert [address and address.rpartition("/")[2] for address in addresses] == [
        f"{each}.json" for each in CLUSTERS
    ]


def test_addresses_are_safe_ones_and_none_is_made_up() -> None:
    assert all(address.startswith("https://") for address in ADDRESSES.values())
    assert find_address("quayside") is None
