"""A decision on a name: what it would change is shown first, then somebody makes it, with a reason."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from alleged.dossiers.countries import name_country
from alleged.dossiers.safety import one_line
from alleged.dossiers.trying import Choice, find_current, make_decision, try_decision
from alleged.errors import InputError
from alleged.flow.deciding import store_step
from alleged.flow.naming import match_name
from alleged.knowledge.store import open_knowledge
from alleged.ledger.interface import ConflictError
from alleged.server.asking import AskedWronglyError
from alleged.server.gate.sessions import go
from alleged.server.pages import Page
from alleged.server.signing import may_decide, sign

if TYPE_CHECKING:
    from starlette.responses import Response

    from alleged.model.decision import Matter
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

CONFLICT = 409


def show_naming(desk: Desk, asked: Asked) -> Page:
    """What each choice on a name and an entry of a list would change in a dossier."""
    matter = _find_matter(asked)
    of = asked.text("of") or matter.what[0]
    trial = desk.recall(("trial", of, matter), lambda: try_decision(desk.ledger, open_knowledge, of, matter))
    shown = {
        "of": of,
        "trial": trial,
        "ref": matter.what[1],
        "may": may_decide(desk),
        "why": asked.text("why"),
        "country": name_country,
    }
    return Page("naming.html", f"Does “{one_line(trial.name)}” stand for {trial.entity.name}?", shown)


def decide_name(desk: Desk, asked: Asked) -> Page | Response:
    """Store the choice that was made, and go back to the map of names."""
    matter, choice = _find_matter(asked), asked.code("choice", Choice)
    if choice is None:
        raise AskedWronglyError("nothing is chosen: say same, different or unsure")
    decision = make_decision(choice, matter, find_current(desk.ledger, matter), sign(desk, asked))
    of = asked.text("of") or matter.what[0]
    if decision is None:
        raise AskedWronglyError("nothing is decided on the two that could be taken back")
    try:
        store_step(desk.ledger, (decision,), asked.texts("seen"))
    except ConflictError as conflict:
        again = asked.address("/names/decision", choice=None, seen=None)
        return Page(
            "naming_conflict.html",
            "Decided meanwhile",
            {"others": conflict.others, "again": again, "of": of},
            status=CONFLICT,
        )
    return go(
        asked.address(
            "/names", of=of, done=decision.id, name=None, entity=None, why=None, choice=None, seen=None
        )
    )


def _find_matter(asked: Asked) -> Matter:
    try:
        with closing(open_knowledge()) as knowledge:
            return match_name(knowledge, asked.text("name"), asked.text("entity"))
    except InputError as error:
        raise AskedWronglyError(error.what, cure=error.cure) from error
