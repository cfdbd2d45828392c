from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc.jwk import OctKey

from alleged.server.gate.sessions import COOKIE
from alleged.server.team.door import STATE_COOKIE
from alleged.server.team.openid import LIFETIME, OpenId, Provider
from alleged.server.team.trust import SignInError
from tests.unit.server.team.provider import CLIENT, KEY, OTHER_KEY, SECRET, provided
from tests.unit.server.team.teams import BASE, arrive_at_door, share

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from httpx2 import Response
    from starlette.testclient import TestClient

    from tests.unit.server.team.provider import SmallProvider

BACK = f"{BASE}/login/return"


@pytest.fixture
def provider() -> Iterator[SmallProvider]:
    with provided() as found:
        yield found


@pytest.fixture(scope="module")
def shared(read_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return share(read_ledger, tmp_path_factory.mktemp("shared") / "shared.db")


def know(provider: SmallProvider, claim: str = "preferred_username") -> OpenId:
    return OpenId(Provider(provider.base, CLIENT, SECRET, claim), BACK)


@pytest.fixture
def client(shared: Path, provider: SmallProvider) -> TestClient:
    return arrive_at_door(shared, openid=know(provider))


def go_there(client: TestClient) -> str:
    """The address at which the provider sends this browser back."""
    there = client.get("/login/openid").headers["location"]
    return httpx.get(there).headers["location"].removeprefix(BASE)


def come_back(client: TestClient) -> Response:
    return client.get(go_there(client))


def test_who_the_provider_knows_is_let_in(client: TestClient) -> None:
    page = client.get("/login").text
    assert "Sign in with 127.0.0.1" in page
    assert 'type="password"' not in page
    answer = come_back(client)
    assert answer.status_code == 200
    assert "You are signed in as anna." in answer.text
    assert client.get("/documents").status_code == 200
    assert STATE_COOKIE not in client.cookies


def test_what_is_asked_of_the_provider(client: TestClient) -> None:
    there = urlsplit(client.get("/login/openid").headers["location"])
    asked = {key: values[0] for key, values in parse_qs(there.query).items()}
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"] == BACK
    assert asked["scope"].split()[0] == "openid"
    assert min(len(asked[key]) for key in ("state", "nonce", "code_challenge")) >= 43
    assert SECRET not in there.query


def test_a_way_back_counts_once_and_for_the_browser_that_began(client: TestClient, shared: Path) -> None:
    back = go_there(client)
    state = client.cookies[STATE_COOKIE]
    client.cookies.clear()
    assert "did not begin to sign in here" in client.get(back).text
    client.cookies.set(STATE_COOKIE, state, domain="claims.example", path="/login")
    assert client.get(back).status_code == 200
    client.cookies.set(STATE_COOKIE, state, domain="claims.example", path="/login")
    assert "was used already" in client.get(back).text
    assert client.get("/login/return").status_code == 403


def test_somebody_who_is_no_member_is_told_so(client: TestClient, provider: SmallProvider) -> None:
    provider.claims["preferred_username"] = "stranger"
    answer = come_back(client)
    assert answer.status_code == 403
    assert "is no member" in answer.text
    assert COOKIE not in client.cookies


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"aud": "another"},
        {"aud": ["another"]},
        {"iss": "https://evil.example"},
        {"exp": int(time.time()) - 3600},
        {"iat": int(time.time()) + 3600},
        {"preferred_username": ""},
        {"preferred_username": ["anna"]},
        {"preferred_username": None},
    ],
)
def test_what_it_says_is_believed_only_where_all_of_it_fits(
    client: TestClient, provider: SmallProvider, claims: dict[str, Any]
) -> None:
    provider.claims.update(claims)
    assert come_back(client).status_code == 403
    assert COOKIE not in client.cookies


def test_another_key_signs_nobody_in(client: TestClient, provider: SmallProvider) -> None:
    provider.key = OTHER_KEY
    assert "cannot be believed" in come_back(client).text


@pytest.mark.parametrize("algorithm", ["HS256", "none"])
def test_a_signature_that_anybody_can_make_signs_nobody_in(
    client: TestClient, provider: SmallProvider, algorithm: str
) -> None:
    provider.key, provider.algorithm = OctKey.import_key(str(KEY.as_dict(private=False)["n"])), algorithm
    assert "cannot be believed" in come_back(client).text


def test_who_says_no_there_is_not_let_in(client: TestClient, provider: SmallProvider) -> None:
    provider.refuses = True
    assert "did not sign you in" in come_back(client).text


@pytest.mark.parametrize(
    "metadata", [{"issuer": "https://evil.example"}, {"authorization_endpoint": "http://evil.example/"}]
)
def test_nobody_is_sent_to_what_is_not_the_provider(
    client: TestClient, provider: SmallProvider, metadata: dict[str, str]
) -> None:
    provider.metadata.update(metadata)
    answer = client.get("/login/openid")
    assert answer.status_code == 403
    assert "location" not in answer.headers


def test_an_address_of_mail_counts_only_where_it_was_verified(provider: SmallProvider) -> None:
    provider.claims.update({"email": "anna@claims.example"})
    with pytest.raises(SignInError, match="did not verify"):
        _finish(know(provider, "email"))
    provider.claims["email_verified"] = True
    assert _finish(know(provider, "email")) == "anna@claims.example"


def _finish(openid: OpenId) -> str:
    there, _ = openid.begin()
    back = urlsplit(httpx.get(there).headers["location"])
    return openid.finish({key: values[0] for key, values in parse_qs(back.query).items()})


def test_who_takes_too_long_begins_again(provider: SmallProvider) -> None:
    now = [0.0]
    openid = OpenId(Provider(provider.base, CLIENT, SECRET), BACK, lambda: now[0])
    _, state = openid.begin()
    now[0] = LIFETIME + 1.0
    with pytest.raises(SignInError, match="took too long"):
        openid.finish({"state": state, "code": "x"})


def test_a_provider_that_does_not_answer_is_told() -> None:
    openid = OpenId(Provider("http://127.0.0.1:9", CLIENT), BACK)
    with pytest.raises(SignInError, match="does not answer"):
        openid.begin()
    with pytest.raises(SignInError, match="is no https:// address"):
        OpenId(Provider("http://login.example", CLIENT), BACK)
