from __future__ import annotations

import shutil
import time
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from alleged.ledger import open_ledger
from alleged.model.access import Member, Role
from alleged.server.bookmarklet import make_bookmarklet
from alleged.server.screens.adding import LONGEST_NAME, UNNAMED, is_web_address, name_file
from tests.unit.server.visiting import BASE, OWN, arrive

if TYPE_CHECKING:
    from pathlib import Path

    from httpx2 import Response
    from starlette.testclient import TestClient

STORY = "The ministry accused the Wet Heron group of breaking into the network of the port of Holm."
PATIENCE = 60.0


@pytest.fixture
def ledger(read_ledger: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "ledger.db"
    shutil.copy(read_ledger, copy)
    return copy


def finish(client: TestClient, answer: Response) -> str:
    """The page that tells what came of the documents."""
    until = time.monotonic() + PATIENCE
    page = answer
    while "<progress" in page.text and time.monotonic() < until:
        time.sleep(0.05)
        page = client.get(answer.url)
    assert page.status_code == 200, page.text
    return page.text


def test_files_are_read(ledger: Path) -> None:
    client = arrive(ledger)
    sent = [("files", ("C:\\press\\port.txt", STORY.encode())), ("files", ("b.bin", b"\0\1\2" * 99))]
    answer = client.post("/documents/upload", files=sent, data={"publisher": "Harbour Times"}, headers=OWN)
    page = finish(client, answer)
    assert "2 of 2 inputs done." in page
    assert ">port.txt</a>" in page
    assert "is binary data" in page
    assert len(client.get(f"{answer.url.path}.json").json()) == 2


def test_words_are_read_with_what_is_known_of_them(ledger: Path) -> None:
    client = arrive(ledger)
    sent = {
        "words": STORY,
        "title": "Port hit",
        "publisher": "Harbour Times",
        "published": "2024-03",
        "url": "https://news.example/port",
        "marking": "tlp:amber",
    }
    finish(client, client.post("/documents/paste", data=sent, headers=OWN))
    row = client.get("/documents.json").json()[-1]
    assert row["source"] == "Port hit"
    assert row["given"] == {
        **dict.fromkeys(row["given"]),
        "title": "Port hit",
        "publisher": "Harbour Times",
        "published": "2024-03",
        "url": "https://news.example/port",
    }
    assert row["marking"] == "TLP:AMBER"


@pytest.mark.parametrize(
    ("address", "sent", "told"),
    [
        ("/documents/upload", {}, "no file was chosen"),
        ("/documents/paste", {"words": " "}, "no words were pasted"),
        ("/documents/paste", {"words": STORY, "published": "last week"}, "is no date"),
        ("/documents/paste", {"words": STORY, "url": "javascript:alert(1)"}, "is no address of the web"),
        ("/documents/paste", {"words": STORY, "marking": "TLP:PINK"}, "is no level of the TLP"),
        ("/capture/keep", {"nonce": "guessed"}, "no page was handed over"),
    ],
)
def test_what_cannot_be_read_is_told(ledger: Path, address: str, sent: dict[str, str], told: str) -> None:
    before = ledger.read_bytes()
    answer = arrive(ledger).post(address, data=sent, headers=OWN)
    assert answer.status_code == 400
    assert told in answer.text
    assert ledger.read_bytes() == before


def hand_over(client: TestClient, nonce: str, url: str = "https://news.example/port") -> Response:
    page = f"\ufeff<!doctype html>\n<html><title>Port hit</title><article><p>{STORY}</article>".encode()
    data = {"nonce": nonce, "url": url, "shown_title": "Port hit"}
    return client.post(
        "/capture/keep", data=data, files={"page": ("page.html", page, "text/html")}, headers=OWN
    )


def test_a_page_is_handed_over_once(ledger: Path) -> None:
    client = arrive(ledger)
    nonce = client.post("/capture/nonce", headers=OWN).json()["nonce"]
    page = finish(client, hand_over(client, nonce))
    assert "hxxps://news[.]example/port" in page
    row = client.get("/documents.json").json()[-1]
    assert row["source"] == "https://news.example/port"
    assert row["given"]["retrieved"]
    assert "was used already" in hand_over(client, nonce).text
    assert "was used already" in hand_over(client, "guessed").text


def test_who_may_only_look_adds_nothing(ledger: Path) -> None:
    opened = open_ledger(ledger, create=False, who="anna")
    for name, role in (("anna", Role.ADMIN), ("vera", Role.VIEWER)):
        at = "2026-01-01T00:00:00+00:00"
        opened.set_member(
            Member(name, role, frozenset({"*"} if role is Role.ADMIN else {"TLP:CLEAR"}), "anna", at)
        )
    opened.close()
    client = arrive(ledger, "vera")
    assert "You may look at this ledger and not add to it." in client.get("/documents/add").text
    assert client.post("/documents/paste", data={"words": STORY}, headers=OWN).status_code == 400
    assert client.post("/capture/nonce", headers=OWN).status_code == 400
    assert 'href="/documents/add"' not in client.get("/documents").text


def test_the_window_for_pages_is_open_to_all_and_shows_nothing(read_ledger: Path) -> None:
    client = arrive(read_ledger, signed_in=False)
    answer = client.get("/capture")
    assert answer.status_code == 200
    assert answer.headers["cross-origin-opener-policy"] == "unsafe-none"
    assert "ledger.db" not in answer.text
    assert client.post("/capture/nonce", headers=OWN).status_code == 401
    assert client.post("/capture/keep", headers=OWN).status_code == 401


def test_no_other_site_can_ask_for_a_number(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    theirs = {"sec-fetch-site": "cross-site", "origin": "https://news.example"}
    assert client.post("/capture/nonce", headers=theirs).status_code == 403


def test_the_bookmark_talks_to_this_server_only(read_ledger: Path) -> None:
    assert make_bookmarklet(BASE) in unescape(arrive(read_ledger).get("/documents/add").text)
    script = unquote(make_bookmarklet(BASE))
    assert script.startswith("javascript:(()=>{")
    assert f'ours="{BASE}"' in script
    assert "'*'" not in script


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("port.txt", "port.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\press\\port.txt", "port.txt"),
        ("a\r\nb", "ab"),
        ("x" * 999, "x" * LONGEST_NAME),
        ("press/", UNNAMED),
    ],
)
def test_a_file_keeps_its_name_and_no_folders(sent: str, kept: str) -> None:
    assert name_file(sent) == kept


@pytest.mark.parametrize(
    "written",
    ["javascript:alert(1)", "data:text/html,x", "//news.example", "https://", "http://a b", "http://["],
)
def test_what_is_no_address_of_the_web(written: str) -> None:
    assert not is_web_address(written)
