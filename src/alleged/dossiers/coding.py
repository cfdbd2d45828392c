"""What one person made of claims, whatever others decided before or after."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alleged.ledger.carrying import carry, find_carried
from alleged.model.correction import Field, correct
from alleged.model.decision import About, Verdict, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alleged.ledger.decided import DecidedLedger
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision

ADJUDICATED = "adjudicated: "
"""How the reason of a decision begins that settles what two coders disagree on: it is no coding itself."""


@dataclass(frozen=True, slots=True)
class Coding:
    """What one person says of one claim; who corrects it without a further word takes it for a claim."""

    verdict: Verdict
    """accept or reject"""
    corrections: Mapping[Field, tuple[str, ...]] = field(default_factory=dict)

    def apply(self, read: Claim) -> Claim:
        """A claim as it was read, as this person has it."""
        for each, values in self.corrections.items():
            read = correct(read, each, values)
        return read


def find_codings(ledger: DecidedLedger, who: str, *, blind: bool = False) -> dict[str, Coding]:
    """By claim of the newest readings, what `who` says of it; `blind` leaves out what they adjudicated.

    What others decided later stands against it in the views of the ledger, and not here.
    """
    own = [each for each in ledger.decisions() if each.who == who and not (blind and is_adjudication(each))]
    held = [each for each in standing(own) if each.about is About.CLAIM]
    return _gather(carry(held, find_carried(ledger.stored, held)))


def is_adjudication(decision: Decision) -> bool:
    """Whether it settles a disagreement of coders."""
    return decision.why.startswith(ADJUDICATED)


def list_coders(decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Everybody who decided on claims, in the order in which they began."""
    on_claims = (each for each in decisions if each.about is About.CLAIM and not is_adjudication(each))
    return tuple(dict.fromkeys(each.who for each in on_claims))


def _gather(decisions: Iterable[Decision]) -> dict[str, Coding]:
    verdicts: dict[str, Verdict] = {}
    corrections: dict[str, dict[Field, tuple[str, ...]]] = {}
    for decision in decisions:
        claim, *rest = decision.what
        corrected = corrections.setdefault(claim, {})
        if decision.verdict is Verdict.CORRECT:
            corrected[Field(rest[0])] = tuple(rest[1:])
        else:
            verdicts[claim] = decision.verdict
    return {claim: Coding(verdicts.get(claim, Verdict.ACCEPT), found) for claim, found in corrections.items()}
