from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.errors import InputError
from alleged.ledger import open_ledger
from alleged.model.access import Member, Role, clear_for
from alleged.server.gate.sessions import COOKIE
from alleged.server.listening import Listening, made_ready
from alleged.server.team.attempts import OF_BOTH
from alleged.server.team.door import WRONG, address_login, read_then
from alleged.server.team.settings import Team, check_shared
from tests.unit.server.team.teams import AT, BASE, PASSWORD, arrive_at_door, give_passwords, share

if TYPE_CHECKING:
    from pathlib import Path

    from httpx2 import Response
    from starlette.testclient import TestClient

    from alleged.server.team.passwords import Passwords

OWN = {"sec-fetch-site": "same-origin", "origin": BASE}


@pytest.fixture(scope="module")
def passwords(tmp_path_factory: pytest.TempPathFactory) -> Passwords:
    return give_passwords(tmp_path_factory.mktemp("users") / "passwords.json")


@pytest.fixture
def shared(read_ledger: Path, tmp_path: Path) -> Path:
    return share(read_ledger, tmp_path / "shared.db")


@pytest.fixture
def client(shared: Path, passwords: Passwords) -> TestClient:
    return arrive_at_door(shared, passwords)


def sign_in(client: TestClient, name: str, password: str = PASSWORD, then: str = "") -> Response:
    return client.post("/login", data={"name": name, "password": password, "then": then}, headers=OWN)


def test_each_sees_what_is_for_them(client: TestClient) -> None:
    answer = sign_in(client, "anna")
    assert answer.status_code == 303
    told = answer.headers["set-cookie"].lower()
    assert all(word in told for word in ("httponly", "secure", "samesite=strict"))
    everything = client.get("/documents.json").json()
    client.cookies.clear()
    sign_in(client, "vera")
    hers = client.get("/documents.json").json()
    assert len(hers) == len(everything) - 1
    assert "TLP:AMBER" not in {row["marking"] for row in hers}
    assert "anna" not in client.get("/").text
    assert client.post("/review/decide", data={"verdict": "accept"}, headers=OWN).status_code >= 400


def test_a_change_of_members_holds_at_once(client: TestClient, shared: Path) -> None:
    sign_in(client, "vera")
    first = client.get("/documents.json").json()
    with closing(open_ledger(shared, create=False, who="anna")) as opened:
        opened.set_member(Member("vera", Role.VIEWER, clear_for(frozenset({"TLP:RED"})), "anna", AT))
        assert len(client.get("/documents.json").json()) == len(first) + 1
        opened.set_member(Member("vera", None, frozenset(), "anna", AT))
    answer = client.get("/documents")
    assert answer.status_code == 403
    assert "is no member" in answer.text


def test_a_wrong_password_and_an_unknown_name_are_told_alike(client: TestClient) -> None:
    wrong, unknown, none = sign_in(client, "anna", "guessed"), sign_in(client, "nobody"), sign_in(client, "")
    assert {answer.status_code for answer in (wrong, unknown, none)} == {401}
    assert wrong.text == unknown.text == none.text
    assert WRONG in wrong.text
    assert COOKIE not in client.cookies


def test_too_many_attempts_are_told_alike_and_take_no_right_password(client: TestClient) -> None:
    told = {sign_in(client, "anna", "guessed").text for _ in range(OF_BOTH)}
    assert sign_in(client, "anna").text in told
    assert len(told) == 1
    assert sign_in(client, "vera").status_code == 303


def test_who_is_no_member_is_told_so(client: TestClient) -> None:
    answer = sign_in(client, "stranger")
    assert answer.status_code == 403
    assert "is no member" in answer.text
    assert COOKIE not in client.cookies


def test_who_is_not_signed_in_is_sent_to_the_door(client: TestClient) -> None:
    answer = client.get("/matrix?of=a%22b")
    assert answer.status_code == 401
    assert 'href="/login?then=%2Fmatrix%3Fof%3Da%2522b"' in answer.text
    assert 'href="/matrix?of=a%22b"' in answer.text
    assert client.get("/open?token=x").status_code == 404
    assert sign_in(client, "anna", then="/article/3fa81c2e").headers["location"] == "/article/3fa81c2e"
    assert client.post("/sign-out", headers=OWN).status_code == 200
    assert client.get("/documents").status_code == 401


def test_no_other_site_signs_somebody_in(client: TestClient) -> None:
    theirs = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}
    sent = {"name": "anna", "password": PASSWORD}
    assert client.post("/login", data=sent, headers=theirs).status_code == 403


@pytest.mark.parametrize(
    "written", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:x", "", "/a\nb", "a"]
)
def test_nobody_is_sent_elsewhere(written: str) -> None:
    assert read_then(written) == "/"
    assert address_login(written) == "/login"


def test_the_bookmark_knows_the_public_address(client: TestClient) -> None:
    sign_in(client, "anna")
    assert "ours=%22https://claims.example%22" in client.get("/documents/add").text


def test_a_ledger_without_members_is_no_teams(read_ledger: Path, shared: Path) -> None:
    check_shared(str(shared))
    with pytest.raises(InputError, match="has no members"):
        check_shared(str(read_ledger))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_others_are_not_let_in_without_signing_in(read_ledger: Path, host: str) -> None:
    with pytest.raises(InputError, match="add --team"), made_ready(Listening(str(read_ledger), "anna", host)):
        pass


def test_a_team_that_listens_everywhere_says_under_which_name(shared: Path) -> None:
    team = Team(None)
    with (
        pytest.raises(InputError, match="--public-address"),
        made_ready(Listening(str(shared), None, "0.0.0.0", 0, team)),
    ):
        pass


def test_the_address_of_a_team_signs_nobody_in(shared: Path, tmp_path: Path) -> None:
    team = Team(tmp_path / "passwords.json", public="https://claims.example")
    with made_ready(Listening(str(shared), None, port=0, team=team)) as ready:
        assert ready.make_address() == "https://claims.example/"
    assert team.secure
