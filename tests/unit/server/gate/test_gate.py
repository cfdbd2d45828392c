"""Who gets in, and who does not: every check alone, through the whole application."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.server.gate.headers import POLICY
from alleged.server.gate.hosts import list_hosts
from alleged.server.gate.sessions import COOKIE, LIFETIME, Sessions
from tests.unit.server.visiting import BASE, OWN, arrive

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:8421", "localhost.evil.example:8420", ""]
)
def test_another_host_is_refused(read_ledger: Path, host: str) -> None:
    answer = arrive(read_ledger).get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "claim" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8420", "localhost:8420", "[::1]:8420"])
def test_the_names_of_this_machine_are_known(host: str) -> None:
    assert host in list_hosts("127.0.0.1", 8420)


def test_a_chosen_host_is_the_only_one() -> None:
    assert list_hosts("ledger.example", 80) == {"ledger.example:80"}


@pytest.mark.parametrize(
    "path", ["/", "/claims", "/claims.json", "/help", "/nothing/there", "/static/0/app.css"]
)
def test_every_answer_carries_the_policy(read_ledger: Path, path: str) -> None:
    headers = arrive(read_ledger).get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/claims", "/claims.json", "/documents", "/nothing/there"])
def test_who_is_not_signed_in_sees_nothing(read_ledger: Path, path: str) -> None:
    answer = arrive(read_ledger, signed_in=False).get(path)
    assert answer.status_code == 401
    assert "Nordvind" not in answer.text


def test_a_start_address_counts_once(read_ledger: Path) -> None:
    client = arrive(read_ledger, signed_in=False)
    token = client.app.state.sessions.make_token("anna")  # type: ignore[attr-defined]
    assert client.get(f"/open?token={token}").status_code == 200
    client.cookies.clear()
    assert client.get(f"/open?token={token}").status_code == 410
    assert client.get("/open?token=guessed").status_code == 410


def test_the_cookie_is_for_this_site_and_not_for_scripts(read_ledger: Path) -> None:
    client = arrive(read_ledger, signed_in=False)
    token = client.app.state.sessions.make_token("anna")  # type: ignore[attr-defined]
    told = client.get(f"/open?token={token}", follow_redirects=False).headers["set-cookie"].lower()
    assert COOKIE in told
    assert "httponly" in told
    assert "samesite=strict" in told


def test_a_session_ends() -> None:
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    cookie = sessions.begin("anna")
    assert sessions.find(cookie) is not None
    now[0] = LIFETIME + 1.0
    assert sessions.find(cookie) is None


def test_signing_out_ends_it(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    assert client.post("/sign-out", headers=OWN).status_code == 200
    assert client.get("/").status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site", "origin": BASE},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-origin", "origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:8421"},
    ],
)
def test_a_change_from_elsewhere_is_refused(read_ledger: Path, headers: dict[str, str]) -> None:
    client = arrive(read_ledger)
    assert client.post("/sign-out", headers=headers).status_code == 403
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {"origin": BASE}])
def test_one_true_sign_is_enough(read_ledger: Path, headers: dict[str, str]) -> None:
    assert arrive(read_ledger).post("/sign-out", headers=headers).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_not_known(read_ledger: Path, method: str) -> None:
    assert arrive(read_ledger).request(method, "/claims").status_code == 405


def test_looking_changes_nothing(read_ledger: Path) -> None:
    before = read_ledger.read_bytes()
    client = arrive(read_ledger)
    for path in ("/", "/documents", "/claims", "/claims.csv", "/help", "/sign-out"):
        client.get(path)
    assert read_ledger.read_bytes() == before
