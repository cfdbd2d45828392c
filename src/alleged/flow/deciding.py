"""Deciding on claims: what was said becomes decisions of one instant, stored together and undone together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from alleged.errors import InputError
from alleged.ledger.interface import ConflictError
from alleged.model.addition import find_adder
from alleged.model.conflicts import find_unseen
from alleged.model.correction import Field
from alleged.model.decision import About, Matter, Signature, Verdict, decide, withdraw
from alleged.model.edtf import find_edtf

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from alleged.ledger.interface import Ledger
    from alleged.model.decision import Decision

MAY_BE_NONE = (Field.HEDGE, Field.ACTOR, Field.TARGET, Field.TIME)
"""Fields of which a claim may have no value."""


def tell_now() -> str:
    """The present instant, to the microsecond: no two steps of one person are one."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def read_correction(field: Field, values: Sequence[str]) -> tuple[str, ...]:
    """The field with its values as a decision has them; raises InputError where it cannot have them."""
    if not values and field not in MAY_BE_NONE:
        raise InputError(f"say what {field} is")
    if field is Field.TIME and not all(map(find_edtf, values)):
        cure = "write a date or an interval: 2021, 2021-03, 2021-03-25, 2020/2021"
        raise InputError(f"{values[0]!r} is no time", cure=cure)
    return (field, *values)


def judge(claim: str, verdict: Verdict, by: Signature) -> Decision:
    """The decision that a claim counts as a whole, or does not."""
    return decide(Matter(About.CLAIM, (claim,)), verdict, by)


def correct_and_accept(
    claim: str, corrections: Mapping[Field, Sequence[str]], by: Signature
) -> tuple[Decision, ...]:
    """The decisions that these fields of a claim should be something else, and that it counts then."""
    whats = (read_correction(field, values) for field, values in corrections.items())
    corrected = (decide(Matter(About.CLAIM, (claim, *what)), Verdict.CORRECT, by) for what in whats)
    return (*corrected, judge(claim, Verdict.ACCEPT, by))


def store_step(ledger: Ledger, step: Sequence[Decision], seen: Collection[str] | None = None) -> None:
    """Store decisions of one step; none of them where somebody else decided on the same and it is not `seen`.

    Raises ConflictError then, and LedgerError where one does not fit what the ledger holds.
    """
    held = ledger.decisions()
    known = None if seen is None else {*seen, *(each.id for each in held if each.who == step[0].who)}
    if known is not None:
        unseen = dict.fromkeys(each for decision in step for each in find_unseen(decision, held, known))
        if unseen:
            raise ConflictError(tuple(unseen))
        known.update(decision.id for decision in step)
    for decision in step:
        ledger.decide(decision, known)


def undo_step(ledger: Ledger, step: Sequence[Decision], by: Signature) -> tuple[Decision, ...]:
    """The decisions that take a step back; a claim that it added is rejected, since no row ever goes away."""
    made = ledger.decisions()
    withdrawals = tuple(withdraw(decision, by) for decision in step)
    return (*withdrawals, *(judge(claim, Verdict.REJECT, by) for claim in _find_added(ledger, step, made)))


def _find_added(ledger: Ledger, step: Sequence[Decision], made: Sequence[Decision]) -> Iterator[str]:
    """The claims that came into the ledger with this step: its maker added them, and decided first."""
    for decision in step:
        if decision.about is not About.CLAIM or decision.verdict is not Verdict.ACCEPT:
            continue
        first = next(each for each in made if each.about is About.CLAIM and each.what == decision.what)
        if (
            first.id == decision.id
            and find_adder(ledger.get_claim(decision.what[0]).extractor) == decision.who
        ):
            yield decision.what[0]
