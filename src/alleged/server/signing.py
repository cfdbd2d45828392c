"""Signing what somebody decides in the browser: with the name of the session, never one that a form sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.flow.deciding import tell_now
from alleged.model.access import Right
from alleged.model.decision import Signature
from alleged.server.asking import AskedWronglyError

if TYPE_CHECKING:
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk


def may_decide(desk: Desk) -> bool:
    """Whether this person may decide here: who has no name cannot sign."""
    return bool(desk.who) and desk.may(Right.DECIDE)


def sign(desk: Desk, asked: Asked, why: str | None = None) -> Signature:
    """Who decides, now, and for what reason: that of the form, unless it is given.

    Raises AskedWronglyError where nobody or nothing is said.
    """
    reason = " ".join((asked.text("why") if why is None else why).split())
    if not desk.who:
        raise AskedWronglyError("nobody is named who could decide", cure="start 'alleged --as NAME serve'")
    if not reason:
        raise AskedWronglyError("say why: the reason is empty", cure="go back and write it in your words")
    return Signature(desk.who, tell_now(), reason)
