"""The form of an incident database: what claims propose for each cell, and what coders decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.coded import (
    begin_coding,
    code_incidents,
    count_decided,
    decide_cell,
    list_history,
    order_incidents,
)
from alleged.dossiers.forms import get_codebook, list_codebooks
from alleged.dossiers.incidents import find_incidents_of, get_incident
from alleged.dossiers.overview import view_overview
from alleged.errors import InputError
from alleged.exports.codebook import table_codebook
from alleged.flow.deciding import store_step
from alleged.knowledge.store import open_knowledge
from alleged.ledger.interface import ConflictError
from alleged.model.decision import withdraw
from alleged.server.asking import AskedWronglyError
from alleged.server.gate.sessions import go
from alleged.server.listed import cut
from alleged.server.pages import Page
from alleged.server.signing import may_decide, sign

if TYPE_CHECKING:
    from starlette.responses import Response

    from alleged.dossiers.coded import Coded, Coding
    from alleged.dossiers.forms import Codebook
    from alleged.exports.table import Table
    from alleged.model.decision import Decision
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

CONFLICT = 409
QUOTES_SHOWN = 3
"""Claims of a value that are shown at once; the others on demand."""
_FIRST = "eurepoc"


def show_codebook(desk: Desk, asked: Asked) -> Page:
    """The incidents with how much of each is coded, or one of them cell by cell."""
    codebook, of = _find_codebook(asked), asked.text("of")
    coding = _recall_coding(desk, of, codebook)
    if of and find_incidents_of(coding.overview, of):
        return _show_one(desk, asked, coding)
    incidents = desk.recall(("ordered", of), lambda: order_incidents(coding.overview))
    listed = cut([(each, count_decided(coding, each)) for each in incidents], asked)
    shown = {**_frame(codebook, of), "listed": listed, "compared": desk.part(of)}
    return Page("codebook_list.html", "Codebook", shown, lambda: _table_all(desk, coding, asked))


def _show_one(desk: Desk, asked: Asked, coding: Coding) -> Page:
    coded = _recall_coded(desk, asked.text("of"), coding)
    made = desk.ledger.decisions()
    shown = {
        **_frame(coding.codebook, coded.incident.id),
        "coded": coded,
        "may": may_decide(desk),
        "provenance": coding.overview.provenance,
        "quotes_shown": QUOTES_SHOWN,
        "history": {
            cell.variable.name: list_history(made, coded, cell.variable.name) for cell in coded.cells
        },
    }
    return Page(
        "codebook.html",
        coded.incident.label,
        shown,
        lambda: table_codebook(coding.codebook, (coded,), coding.overview),
    )


def decide_code(desk: Desk, asked: Asked) -> Page | Response:
    """Store what a cell holds, or take back what was decided, and go back to the cell."""
    codebook, of, variable = _find_codebook(asked), asked.text("of"), asked.text("variable")
    coding = _recall_coding(desk, of, codebook)
    coded = _recall_coded(desk, of, coding)
    try:
        decision = _make_decision(desk, asked, coded)
        store_step(desk.ledger, (decision,), asked.texts("seen"))
    except ConflictError as conflict:
        shown = {"others": conflict.others, "again": _address(coded, variable), "of": coded.incident.id}
        return Page("codebook_conflict.html", "Decided meanwhile", shown, status=CONFLICT)
    except InputError as error:
        raise AskedWronglyError(error.what, cure=error.cure) from error
    return go(_address(coded, variable))


def _make_decision(desk: Desk, asked: Asked, coded: Coded) -> Decision:
    """What the form says: a value that is accepted or written, none, or that a decision is taken back."""
    by, variable = sign(desk, asked), asked.text("variable")
    held = coded.get(variable).decision
    match asked.text("act"):
        case "withdraw" if held:
            stored = next(each for each in desk.ledger.decisions() if each.id == held.id)
            return withdraw(stored, by)
        case "clear":
            return decide_cell(coded, variable, (), by)
        case "set":
            values = [part for text in asked.texts("value") for part in text.splitlines()]
            if not values:
                raise AskedWronglyError("no value is given", cure="write one, or leave the cell empty")
            return decide_cell(coded, variable, values, by)
    raise AskedWronglyError("say what to do with the cell: set, clear or withdraw")


def _address(coded: Coded, variable: str) -> str:
    return f"/codebook?of={coded.incident.id}&form={coded.codebook.name}#cell-{variable}"


def _frame(codebook: Codebook, of: str) -> dict[str, object]:
    return {"codebook": codebook, "codebooks": list_codebooks(), "of": of}


def _find_codebook(asked: Asked) -> Codebook:
    try:
        return get_codebook(asked.text("form") or _FIRST)
    except InputError as error:
        raise AskedWronglyError(str(error)) from error


def _recall_coding(desk: Desk, of: str, codebook: Codebook) -> Coding:
    """What is put side by side for it, with the decisions that count."""
    part = desk.part(of)
    overview = desk.recall(("overview", of), lambda: view_overview(part.ledger))
    return desk.recall(("coding", of, codebook.name), lambda: begin_coding(part.ledger, overview, codebook))


def _recall_coded(desk: Desk, of: str, coding: Coding) -> Coded:
    incident = get_incident(coding.overview, of)

    def make() -> Coded:
        return code_incidents(coding, (incident,), open_knowledge)[0]

    return desk.recall(("coded", coding.codebook.name, incident.id), make)


def _table_all(desk: Desk, coding: Coding, asked: Asked) -> Table:
    """Every incident with all its cells, or those of one page where one was asked for."""
    incidents = order_incidents(coding.overview)
    wanted = cut(incidents, asked).items if asked.text("page") else incidents
    coded = desk.recall(
        ("coded", coding.codebook.name, tuple(each.id for each in wanted)),
        lambda: code_incidents(coding, wanted, open_knowledge),
    )
    return table_codebook(coding.codebook, coded, coding.overview)
