"""Serving a team: what the command line says of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from alleged.cli.messages import USAGE, fail, say
from alleged.server.team.settings import Team, check_public
from alleged.server.team.trust import is_this_machine
from alleged.settings import OPENID_SECRET_VARIABLE, passwords_file

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.server.team.openid import Provider


def make_team(
    provider: tuple[str | None, str | None, str], users: Path | None, public: str | None, *, secure: bool
) -> Team:
    """How people sign in; passwords are taken where no provider is named, or their file is."""
    found = _find_provider(*provider)
    passwords = users or (None if found else passwords_file())
    return Team(passwords, found, check_public(public) if public else "", secure)


def _find_provider(issuer: str | None, client_id: str | None, claim: str) -> Provider | None:
    if not issuer and not client_id:
        return None
    if not issuer or not client_id:
        raise fail("--oidc-issuer and --oidc-client-id go together", USAGE)
    from alleged.server.team.openid import Provider  # noqa: PLC0415 - an optional dependency

    return Provider(issuer, client_id, os.environ.get(OPENID_SECRET_VARIABLE, ""), claim)


def say_start(team: Team | None, host: str) -> None:
    """What the address is for, and whether it is safe to give it to others."""
    if team is None:
        say("the address above signs one browser in; Ctrl-C stops the server")
        return
    say("members sign in at the address above; Ctrl-C stops the server")
    if not team.secure and not is_this_machine(host):
        say("passwords and pages cross the network as they are: put it behind https, see --public-address")
