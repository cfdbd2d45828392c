"""Which addresses of the network may be connected to: only those that are open to everybody."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_CLOSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3"),
        *("::/8", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16"),
        *("3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
    )
)
"""Networks of one machine or house, for tests and documents, for many receivers, or around IPv4 addresses.

They are listed although the library knows most of them: what it calls global differs from version to version.
"""

_NUMBER = re.compile(r"(?:0x[0-9a-f]{0,40}|[0-9]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Permission:
    """What may be connected to besides global addresses: nothing, but in tests with a server of their own."""

    also: tuple[Network, ...] = ()

    def admits(self, address: Address) -> bool:
        """Whether an address may be connected to."""
        if any(address.version == network.version and address in network for network in self.also):
            return True
        return is_open(address)


def is_open(address: Address) -> bool:
    """Whether an address is one that everybody can reach; those that hold an IPv4 address count as that."""
    inner = getattr(address, "ipv4_mapped", None)
    if inner is not None:
        return is_open(inner)
    if any(address.version == network.version and address in network for network in _CLOSED):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def read_address(text: str) -> Address:
    """An address as a resolver gives it, its zone left out; raises ValueError if it is none."""
    return ipaddress.ip_address(text.partition("%")[0])


def find_literal(host: str) -> Address | None:
    """The address that a host writes out; None for a name.

    Raises ValueError for other writings of an address, as 0x7f.1 or 2130706433: programs differ over them.
    """
    bare = host.removeprefix("[").removesuffix("]")
    if ":" in bare or host != bare:
        return ipaddress.IPv6Address(bare)
    last = bare.rstrip(".").rpartition(".")[2]
    return ipaddress.IPv4Address(bare) if _NUMBER.fullmatch(last) else None
