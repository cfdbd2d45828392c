"""Which addresses can be believed: nobody on the way reads or changes what is said there."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from alleged.errors import InputError


class SignInError(InputError):
    """Signing in with the provider did not work."""


def check_safe(address: str) -> str:
    """The address, if it is one of https, or of this machine; raises SignInError."""
    parts = urlsplit(address)
    if parts.scheme == "https" or (parts.scheme == "http" and is_this_machine(parts.hostname or "")):
        return address
    raise SignInError(f"{address!r} is no https:// address", cure="give the one that the provider publishes")


def is_this_machine(host: str) -> bool:
    """Whether a name or address of a host is one of this machine that nobody else can reach."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
