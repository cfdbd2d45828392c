"""What is new in a ledger, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from alleged.cli.inputs import print_inputs
from alleged.cli.layout import DIM, Cell, print_rows
from alleged.cli.messages import say
from alleged.cli.tables import COLUMNS, make_row, print_claims
from alleged.dossiers.counting import tell_count, tell_origins, tell_part
from alleged.dossiers.descents import tell_descent
from alleged.dossiers.safety import one_line
from alleged.dossiers.wording import tell_speaker, tell_stance
from alleged.model.ids import SHORT_ID
from alleged.model.vocabulary import Stance, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from alleged.cli.output import View
    from alleged.cli.tables import Row
    from alleged.dossiers.changes import Changes, NewDocument
    from alleged.dossiers.claims import ClaimList
    from alleged.dossiers.subject import Answer
    from alleged.model.claim import Claim

_SHOWN = 3
"""Claims answered, and reasons for it, of which a table tells."""


def print_changes(console: Console, changes: Changes, claims: ClaimList, decisions: View) -> None:
    """What is new, the claims last; inputs that were unchanged are not listed."""
    _print_inputs(console, changes)
    if changes.answers:
        _print_heading(console, f"{tell_count(len(changes.answers), 'answer')} to older documents")
        adding = changes.adding
        print_rows(console, COLUMNS, [_make_answer(answer, adding) for answer in changes.answers])
        console.print()
    if changes.decisions:
        _print_heading(console, tell_count(len(changes.decisions), "decision"))
        decisions.print_table(console)
        console.print()
    if claims.claims:
        _print_heading(console, tell_part(len(claims.claims), len(changes.claims.claims), "new claim"))
        print_claims(console, claims)


def _print_inputs(console: Console, changes: Changes) -> None:
    others = [attempt for attempt in changes.other_inputs if attempt.status is not Status.UNCHANGED]
    if changes.documents:
        _print_heading(console, tell_count(len(changes.documents), "new document"))
        print_inputs(console, [(new.input, tuple(_tell_document(new))) for new in changes.documents])
        console.print()
    if others:
        _print_heading(console, f"{tell_count(len(others), 'input')} without a new document")
        print_inputs(console, [(attempt, ()) for attempt in others])
        console.print()


def _print_heading(console: Console, words: str) -> None:
    console.print(Text(words, "bold"))
    console.print()


def _tell_document(new: NewDocument) -> Iterator[str]:
    if not new.adds_origin:
        yield "adds no origin"
    yield from tell_descent(new.descent)


def _make_answer(answer: Answer, adding: frozenset[str]) -> Row:
    identity, who, how, what = make_row(answer.claim, ())
    notes = (Text(one_line(line), DIM) for line in _tell_answer(answer, adding))
    return identity, who, how, Cell(what.main, (*what.notes, *notes))


def _tell_answer(answer: Answer, adding: frozenset[str]) -> Iterator[str]:
    """What is answered and why, line by line."""
    if answer.claim.document not in adding:
        yield "in a document that adds no origin"
    yield f"{answer.type.value} ({answer.scope.value}) {tell_count(len(answer.answered), 'claim')}:"
    yield from map(_tell_answered, answer.answered[:_SHOWN])
    yield from _tell_more(len(answer.answered))
    yield from (f"why: {reason}" for reason in answer.reasons[:_SHOWN])
    yield from _tell_more(len(answer.reasons))


def _tell_more(number: int) -> Iterator[str]:
    if number > _SHOWN:
        yield f"and {number - _SHOWN} more"


def _tell_answered(claim: Claim) -> str:
    who = f"{tell_speaker(claim.speaker)} {tell_stance(claim)}"
    return one_line(f"{claim.id[:SHORT_ID]}, {who}: “{claim.content.exact}”")


def say_changes(changes: Changes) -> None:
    """How much is new, and what that does to the number of origins."""
    denials = [answer.claim for answer in changes.answers if answer.claim.stance is Stance.DENIES]
    repeated = sum(claim.document not in changes.adding for claim in denials)
    parts = [
        tell_count(len(changes.documents), "new document"),
        tell_count(len(changes.claims.claims), "new claim"),
        f"{tell_count(len(denials), 'denial')} of older claims"
        + (f" ({repeated} in documents that add no origin)" if repeated else ""),
        tell_count(len(changes.decisions), "decision"),
    ]
    say(" · ".join(parts))
    say(f"before: {tell_origins(changes.before)} · now: {tell_origins(changes.after)}")
