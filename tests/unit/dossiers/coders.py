"""Decisions of coders, one minute after the other."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from alleged.flow.deciding import correct_and_accept, judge, store_step
from alleged.model.decision import Signature, Verdict

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.correction import Field
    from alleged.model.decision import Decision

_SECONDS = count()


def sign(who: str, why: str = "read in its paragraph") -> Signature:
    """A signature a second later than the one before."""
    minute, second = divmod(next(_SECONDS), 60)
    return Signature(who, f"2026-01-05T09:{minute:02}:{second:02}+00:00", why)


def accept(
    ledger: Ledger, who: str, claim: Claim, corrections: dict[Field, tuple[str, ...]] | None = None
) -> tuple[Decision, ...]:
    """Let somebody accept a claim, with these corrections."""
    step = correct_and_accept(claim.id, corrections or {}, sign(who))
    store_step(ledger, step)
    return step


def reject(ledger: Ledger, who: str, claim: Claim) -> tuple[Decision, ...]:
    """Let somebody reject a claim."""
    step = (judge(claim.id, Verdict.REJECT, sign(who)),)
    store_step(ledger, step)
    return step
