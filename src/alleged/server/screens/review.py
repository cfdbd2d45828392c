"""Claims one by one, each in its paragraph: a key gives the verdict and goes on to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from alleged.dossiers.claims import view_claim
from alleged.dossiers.coding import find_codings
from alleged.dossiers.decided import find_last_step
from alleged.dossiers.matters import tell_matter
from alleged.dossiers.passage import view_passage
from alleged.dossiers.queue import Scope, rank_claims, view_queue
from alleged.dossiers.wording import tell_saying
from alleged.errors import LedgerError
from alleged.exports.queue import table_queue
from alleged.model.correction import find_corrected, tell_field
from alleged.model.decision import About
from alleged.model.vocabulary import ACTS, Role, Stance
from alleged.server.pages import Page
from alleged.server.signing import may_decide

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alleged.dossiers.claims import ClaimView
    from alleged.dossiers.coding import Coding
    from alleged.dossiers.queue import Queue
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

SCOPED = ("document", "of", "blind", "one", "two")
"""What is asked for and goes along from one claim to the next."""
WHY = "read in its paragraph"
"""The reason that is proposed; whoever decides writes another."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A queue, and what whoever sits before it said of its claims so far."""

    queue: Queue
    codings: Mapping[str, Coding]

    @property
    def decided(self) -> int:
        """How many claims of the queue are decided."""
        return self.queue.count(self.codings)

    @property
    def total(self) -> int:
        """How many claims it has."""
        return len(self.queue.claims)


def show_review(desk: Desk, asked: Asked) -> Page:
    """The claim that is to be decided next, or the one that was asked for."""
    sitting = sit_down(desk, asked)
    claim = asked.text("claim") or sitting.queue.find_next(sitting.codings, asked.text("after"))
    finished = not asked.text("claim") and sitting.decided == sitting.total
    shown = {"sitting": sitting, "why": asked.text("why") or WHY, "view": None, **_show_frame(desk, asked)}
    if claim and not finished:
        shown |= _show_claim(desk, asked, (claim, sitting))
    return Page("review.html", "Review", shown, lambda: table_queue(sitting.queue, sitting.codings))


def sit_down(desk: Desk, asked: Asked) -> Sitting:
    """The queue of the scope that is asked for, with the codings of who asks."""
    scope = Scope(asked.text("document"), asked.text("of"))
    recall = desk.recall if scope.of else desk.recall_read
    ranked = recall(("ranked", scope), lambda: rank_claims(desk.ledger, scope))
    queue = desk.recall(("queue", scope), lambda: view_queue(ranked, desk.ledger.effects()))
    codings = desk.recall(("codings", desk.who), lambda: find_codings(desk.ledger, desk.who or ""))
    return Sitting(queue, codings)


def address_review(asked: Asked, **more: str) -> str:
    """The review in the same scope, at another claim."""
    scope = {name: asked.text(name) for name in SCOPED}
    return replace(asked, values=()).address("/review", **{**scope, **more})


def is_adjudicating(asked: Asked) -> bool:
    """Whether the claim is one on which two coders disagree, who are named."""
    return bool(asked.text("one") and asked.text("two"))


def address_agreement(asked: Asked) -> str:
    """The agreement of the two coders from which one came."""
    scope = {name: asked.text(name) for name in ("one", "two", "document")}
    return replace(asked, values=()).address("/agreement", **scope) + "#disagreements"


def _show_frame(desk: Desk, asked: Asked) -> dict[str, Any]:
    done = asked.text("done")
    made = desk.ledger.decisions()
    return {
        "may": may_decide(desk),
        "blind": is_blind(asked),
        "scope": {name: asked.text(name) for name in SCOPED},
        "address_review": lambda **more: address_review(asked, **more),
        "done": find_step(made, done) if done else (),
        "tell": lambda decision: tell_matter(decision, {}, _find_withdrawn(made, decision)),
        "tell_claim": lambda decision: tell_saying(desk.ledger.get_claim(decision.what[0])),
        "undoable": _find_undoable(desk, made),
        "stances": tuple(Stance),
        "roles": tuple(Role),
        "acts": ACTS,
    }


def find_step(made: tuple[Decision, ...], done: str) -> tuple[Decision, ...]:
    """All that was decided together with the decision of this id."""
    first = next((each for each in made if each.id == done), None)
    return tuple(each for each in made if first and (each.who, each.at) == (first.who, first.at))


def _find_withdrawn(made: tuple[Decision, ...], decision: Decision) -> Decision | None:
    return next((each for each in made if each.id == decision.supersedes), None)


def _find_undoable(desk: Desk, made: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The last step on claims of this person, if there is one."""
    try:
        return find_last_step([each for each in made if each.about is About.CLAIM], desk.who or "")
    except LedgerError:
        return ()


def _show_claim(desk: Desk, asked: Asked, chosen: tuple[str, Sitting]) -> dict[str, Any]:
    claim, sitting = chosen
    view = view_claim(desk.ledger, claim)
    own = sitting.codings.get(view.claim.id)
    if is_blind(asked):
        view = hide_others(view, own)
    others = [each for each in view.decisions if each.who != desk.who]
    return {"view": view, "own": own, "others": others, "fields": dict(_list_fields(view.claim))}


def _list_fields(claim: Claim) -> Iterator[tuple[str, str]]:
    """What was read in each field, where somebody corrected it."""
    for field in find_corrected(claim):
        yield field.value, ", ".join(tell_field(claim.original or claim, field)) or "none"


def is_blind(asked: Asked) -> bool:
    """Whether what others decided is not to be shown."""
    return asked.text("blind") == "yes"


def find_shown(desk: Desk, asked: Asked) -> Claim:
    """The claim of a form as the form showed it."""
    claim = desk.ledger.get_claim(asked.text("claim"))
    if not is_blind(asked):
        return claim
    own = find_codings(desk.ledger, desk.who or "").get(claim.id)
    read = claim.original or claim
    return own.apply(read) if own else read


def hide_others(view: ClaimView, own: Coding | None) -> ClaimView:
    """The claim as it was read and as this person corrected it, without what anybody else said of it."""
    read = view.claim.original or view.claim
    claim = own.apply(read) if own else read
    passage = view_passage(claim, view.provenance.text)
    return replace(view, claim=claim, passage=passage, decisions=())
