"""Settling what two coders disagree on: the decision of who adjudicates stands in the place of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.flow.deciding import correct_and_accept, judge
from alleged.model.decision import About, Verdict, find_withdrawn, withdraw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.dossiers.coding import Coding
    from alleged.ledger.interface import Ledger
    from alleged.model.decision import Decision, Signature


def adjudicate(ledger: Ledger, claim: str, coding: Coding, by: Signature) -> tuple[Decision, ...]:
    """The decisions after which a claim is as one coding has it.

    What others corrected in fields that this coding leaves as they were read is taken back: that is for an
    editor to do where a ledger is shared.
    """
    if coding.verdict is Verdict.REJECT:
        return (judge(claim, Verdict.REJECT, by),)
    strange = tuple(_find_strange(ledger, claim, coding))
    return (*(withdraw(each, by) for each in strange), *correct_and_accept(claim, coding.corrections, by))


def _find_strange(ledger: Ledger, claim: str, coding: Coding) -> Iterator[Decision]:
    """The corrections, in force or replaced, of fields that the coding does not correct."""
    made, carried = ledger.decisions(), ledger.effects().carried
    withdrawn = find_withdrawn(made)
    for each in made:
        if each.about is not About.CLAIM or each.verdict is not Verdict.CORRECT or each.id in withdrawn:
            continue
        if carried.get(each.what[0], each.what[0]) == claim and each.what[1] not in coding.corrections:
            yield each
