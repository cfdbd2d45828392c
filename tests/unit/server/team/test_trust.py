from __future__ import annotations

import pytest

from alleged.errors import InputError
from alleged.server.team.settings import check_public, list_public_hosts
from alleged.server.team.trust import SignInError, check_safe, is_this_machine


@pytest.mark.parametrize(
    "address", ["https://login.example", "http://127.0.0.1:9/x", "http://[::1]/", "http://localhost"]
)
def test_https_and_this_machine_are_safe(address: str) -> None:
    assert check_safe(address) == address


@pytest.mark.parametrize(
    "address", ["http://login.example", "ftp://127.0.0.1", "", "http://127.0.0.1.evil.example"]
)
def test_nothing_else_is(address: str) -> None:
    with pytest.raises(SignInError):
        check_safe(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost"])
def test_this_machine(host: str) -> None:
    assert is_this_machine(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.1", "localhost.example", ""])
def test_others_reach_these(host: str) -> None:
    assert not is_this_machine(host)


def test_a_public_address_has_a_scheme_and_a_host_and_no_path() -> None:
    assert check_public("https://claims.example/") == "https://claims.example"
    assert list_public_hosts("https://claims.example:8443") == {"claims.example:8443"}
    assert list_public_hosts("") == frozenset()


@pytest.mark.parametrize(
    "address",
    ["claims.example", "https://claims.example/a", "https://a@claims.example", "javascript:x", "https://a:b"],
)
def test_other_public_addresses_are_refused(address: str) -> None:
    with pytest.raises(InputError, match="is no address of a server"):
        check_public(address)
