"""Asking for a password."""

from __future__ import annotations

import sys
from getpass import getpass

from alleged.cli.messages import USAGE, fail


def ask_password() -> str:
    """The password that somebody types twice, unseen; of a pipe the first line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass("Password: ")
    if getpass("Once more: ") != password:
        raise fail("the two passwords differ: nothing was set", USAGE)
    return password
