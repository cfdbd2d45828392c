"""Decisions that crossed: what somebody else decided on a thing since one looked at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.model.decision import Verdict, standing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from alleged.model.decision import Decision


def find_unseen(decision: Decision, held: Sequence[Decision], seen: Collection[str]) -> tuple[Decision, ...]:
    """Those of `held` that this decision would replace, or that made it void, and that are not in `seen`."""
    after = {each.id for each in standing((*held, decision))}
    replaced = (each for each in standing(held) if each.id not in after and each.id != decision.supersedes)
    return tuple(each for each in (*replaced, *_crossing(decision, held)) if each.id not in seen)


def _crossing(decision: Decision, held: Sequence[Decision]) -> tuple[Decision, ...]:
    """The withdrawals of what this decision withdraws."""
    if decision.verdict is not Verdict.WITHDRAW:
        return ()
    return tuple(
        each
        for each in held
        if each.verdict is Verdict.WITHDRAW
        and each.supersedes == decision.supersedes
        and each.id != decision.id
    )
