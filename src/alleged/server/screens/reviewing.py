"""What the forms of the review do: a verdict, a correction, one step back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.coding import ADJUDICATED
from alleged.flow.deciding import correct_and_accept, judge, store_step, undo_step
from alleged.model.correction import Field, tell_field
from alleged.model.decision import Verdict
from alleged.model.vocabulary import Stance
from alleged.server.asking import AskedWronglyError
from alleged.server.attempting import attempt
from alleged.server.gate.sessions import go
from alleged.server.screens.review import (
    address_agreement,
    address_review,
    find_shown,
    is_adjudicating,
    is_blind,
)
from alleged.server.signing import sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starlette.responses import Response

    from alleged.model.claim import Claim
    from alleged.model.decision import Decision, Signature
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk
    from alleged.server.pages import Page


def decide_claim(desk: Desk, asked: Asked) -> Page | Response:
    """Accept or reject a claim, or set its stance and accept it."""
    return attempt(lambda: _decide(desk, asked), _again(asked))


def edit_claim(desk: Desk, asked: Asked) -> Page | Response:
    """Correct the fields that were changed in the form, and accept the claim."""
    return attempt(lambda: _edit(desk, asked), _again(asked))


def undo_last(desk: Desk, asked: Asked) -> Page | Response:
    """Take the step back of which the form has the decisions, and show its claim again."""
    return attempt(lambda: _undo(desk, asked), _again(asked))


def _again(asked: Asked) -> str:
    return address_review(asked, claim=asked.text("claim"))


def _sign(desk: Desk, asked: Asked) -> Signature:
    """Who decides and why; who came from a disagreement of two coders adjudicates, and that is told."""
    why = asked.text("why")
    adjudicates = is_adjudicating(asked) and why and not why.startswith(ADJUDICATED)
    return sign(desk, asked, f"{ADJUDICATED}{why}" if adjudicates else why)


def _decide(desk: Desk, asked: Asked) -> Response:
    by, claim = _sign(desk, asked), find_shown(desk, asked)
    stance = asked.code("stance", Stance)
    if stance is not None:
        changed = {Field.STANCE: (stance.value,)} if stance is not claim.stance else {}
        return _store(desk, asked, correct_and_accept(claim.id, changed, by))
    verdict = asked.code("verdict", Verdict)
    if verdict not in (Verdict.ACCEPT, Verdict.REJECT):
        raise AskedWronglyError("say if the claim is accepted or rejected")
    return _store(desk, asked, (judge(claim.id, verdict, by),))


def _edit(desk: Desk, asked: Asked) -> Response:
    by, claim = _sign(desk, asked), find_shown(desk, asked)
    changed = dict(_find_changed(claim, asked))
    return _store(desk, asked, correct_and_accept(claim.id, changed, by))


def _undo(desk: Desk, asked: Asked) -> Response:
    by, wanted = sign(desk, asked, asked.text("why")), set(asked.texts("decision"))
    step = tuple(each for each in desk.ledger.decisions() if each.id in wanted)
    if not step:
        raise AskedWronglyError("there is nothing to undo", cure="the list of decisions shows what there is")
    undone = undo_step(desk.ledger, step, by)
    store_step(desk.ledger, undone)
    return go(address_review(asked, claim=step[0].what[0], done=undone[0].id))


def _store(desk: Desk, asked: Asked, step: Sequence[Decision]) -> Response:
    """Store the step and go on to the next claim."""
    store_step(desk.ledger, step, None if is_blind(asked) else asked.texts("seen"))
    if is_adjudicating(asked):
        return go(address_agreement(asked))
    return go(address_review(asked, after=step[0].what[0], done=step[-1].id))


def _find_changed(claim: Claim, asked: Asked) -> Iterator[tuple[Field, tuple[str, ...]]]:
    """The fields that say something else than the claim does, with what they say."""
    for field in Field:
        said = _read_field(field, asked)
        known = {_in_line(value): value for value in _tell(claim, field)}
        if said != tuple(map(_in_line, _tell(claim, field))):
            yield field, tuple(known.get(value, value) for value in said)


def _read_field(field: Field, asked: Asked) -> tuple[str, ...]:
    """What a field of the form says; names and hedges stand in a line each."""
    if field is Field.SPEAKER:
        return (asked.text("speaker"), asked.text("role"))
    return tuple(filter(None, map(_in_line, asked.text(field.value).splitlines())))


def _tell(claim: Claim, field: Field) -> tuple[str, ...]:
    """What a field says as the form shows it: no name for who has none."""
    if field is Field.SPEAKER:
        return (claim.speaker.name or "", claim.speaker.role.value)
    return tell_field(claim, field)


def _in_line(value: str) -> str:
    return " ".join(value.split())
