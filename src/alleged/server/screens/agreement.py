"""Two coders on the same claims: how far they agree, and each disagreement with what settles it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from alleged.dossiers.agreement import view_agreement
from alleged.dossiers.coding import ADJUDICATED, find_codings, list_coders
from alleged.dossiers.decided import find_decisions_on
from alleged.exports.agreement import table_agreement, table_coded
from alleged.flow.adjudicating import adjudicate
from alleged.flow.deciding import store_step
from alleged.server.asking import AskedWronglyError
from alleged.server.attempting import attempt
from alleged.server.gate.sessions import go
from alleged.server.listed import cut
from alleged.server.pages import Page
from alleged.server.signing import may_decide, sign

if TYPE_CHECKING:
    from starlette.responses import Response

    from alleged.dossiers.agreement import Agreement
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

SHOWN = 20
TWO = 2
SCOPED = ("one", "two", "document")


def show_agreement(desk: Desk, asked: Asked) -> Page:
    """The figures of two coders, and where they differ; with nobody named, whom to choose from."""
    coders = list_coders(desk.ledger.decisions())
    pair = (asked.text("one"), asked.text("two"))
    shown: dict[str, Any] = {"coders": coders, "pair": pair, "agreement": None}
    if not all(pair):
        return Page("agreement.html", "Agreement", {**shown, "pair": (*coders, "", "")[:TWO]})
    if pair[0] == pair[1]:
        raise AskedWronglyError("both coders are the same person", cure="choose two")
    agreement = _recall(desk, asked)
    table = table_coded if asked.text("rows") == "claims" else table_agreement
    shown |= {"agreement": agreement, **_show_disagreements(desk, asked, agreement)}
    return Page("agreement.html", "Agreement", shown, lambda: table(agreement))


def _recall(desk: Desk, asked: Asked) -> Agreement:
    one, two, document = (asked.text(name) for name in SCOPED)
    key = ("agreement", one, two, document)
    return desk.recall(key, lambda: view_agreement(desk.ledger, (one, two), document))


def _show_disagreements(desk: Desk, asked: Asked, agreement: Agreement) -> dict[str, Any]:
    listed = cut(agreement.disagreements, asked, SHOWN)
    made = desk.ledger.decisions()
    seen = {coded.claim.id: find_decisions_on(made, {coded.claim.id}) for coded in listed.items}
    settled = sum(coded.is_settled for coded in agreement.disagreements)
    return {"listed": listed, "seen": seen, "settled": settled, "may": may_decide(desk)}


def settle(desk: Desk, asked: Asked) -> Page | Response:
    """Decide a disagreement as one of the two has it."""
    scope = {name: asked.text(name) for name in SCOPED}
    again = replace(asked, values=()).address("/agreement", **scope)
    return attempt(lambda: _settle(desk, asked, again), again)


def _settle(desk: Desk, asked: Asked, again: str) -> Response:
    who = asked.text("as")
    by = sign(desk, asked, ADJUDICATED + (asked.text("note") or f"as {who} has it"))
    claim = desk.ledger.get_claim(asked.text("claim")).id
    coding = find_codings(desk.ledger, who, blind=True).get(claim)
    if coding is None:
        raise AskedWronglyError(f"{who or 'nobody'} did not decide on this claim")
    store_step(desk.ledger, adjudicate(desk.ledger, claim, coding, by), asked.texts("seen"))
    return go(f"{again}#disagreements")
