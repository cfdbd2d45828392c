from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.flow.addresses import Permission, find_literal, is_open, read_address


@pytest.mark.parametrize("text", ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_public_addresses_are_open(text: str) -> None:
    assert is_open(read_address(text))


@pytest.mark.parametrize(
    "text",
    [
        *("127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.31.255.255", "192.168.0.1"),
        *("169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1", "198.18.0.1", "203.0.113.9"),
        *("224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1"),
        *(
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "2001::1",
            "fc00::1",
            "fd12::1",
            "fe80::1%eth0",
        ),
        *("fec0::1", "ff02::1", "2001:db8::1", "100::1"),
    ],
)
def test_others_are_closed(text: str) -> None:
    assert not is_open(read_address(text))
    assert not Permission().admits(read_address(text))


@given(st.ip_addresses(v=4))
def test_a_wrapped_address_is_as_open_as_what_it_wraps(address: ipaddress.IPv4Address) -> None:
    assert is_open(ipaddress.IPv6Address(f"::ffff:{address}")) is is_open(address)
    if is_open(address):
        assert address.is_global
        assert not address.is_private


@pytest.mark.parametrize("host", ["news.example", "a1", "0x7f.example", "x.0xg", "1.2.3.example"])
def test_names_are_no_addresses(host: str) -> None:
    assert find_literal(host) is None


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "127.1",
        "0177.0.0.1",
        "127.0.0.1.",
        "1.2.3.4.5",
        "0x",
        "1.2.3.0x4",
    ],
)
def test_odd_writings_of_an_address_are_refused(host: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        find_literal(host)
