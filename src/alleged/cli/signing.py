"""Signing what somebody says: who, when and why, for decisions and markings alike."""

from __future__ import annotations

from alleged.cli.messages import USAGE, fail
from alleged.cli.users import find_user
from alleged.flow.deciding import tell_now
from alleged.model.decision import Signature
from alleged.settings import DECIDER_VARIABLE, USER_VARIABLE

WITH_AS = f"with --as or in {USER_VARIABLE}"
WITH_BY = f"with --by or in {DECIDER_VARIABLE}"


def require_user(by: str | None = None, how: str = WITH_AS) -> str:
    """Who runs this command, or whom it names; ends where nobody says so, with `how` to say it."""
    who = by or find_user()
    if not who:
        raise fail(f"this system does not tell who you are; say it {how}", USAGE)
    if not who.strip():
        raise fail(f"say who you are, {how}: the name is empty", USAGE)
    return who.strip()


def sign(why: str, by: str | None = None, how: str = WITH_AS) -> Signature:
    """Who says so, now, and why."""
    if not why.strip():
        raise fail("say why: --why is empty", USAGE)
    return Signature(require_user(by, how), tell_now(), why.strip())
