"""Decisions for people and programs."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

from rich.text import Text

from alleged.cli.columns import keys
from alleged.cli.layout import DIM, Cell, Column, make_cell, print_rows
from alleged.cli.messages import say, tell_count, tell_part
from alleged.cli.output import View
from alleged.cli.safety import one_line
from alleged.dossiers.decided import State
from alleged.dossiers.meant import find_ref
from alleged.dossiers.wording import tell_speaker, tell_stance
from alleged.knowledge.store import open_knowledge
from alleged.model.decision import CLAIMS_NAMED, About, Verdict
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import Console

    from alleged.dossiers.decided import DecisionView
    from alleged.ledger.interface import Ledger
    from alleged.model.decision import Decision
    from alleged.model.wire import Wire

Names: TypeAlias = "Mapping[str, str]"
"""The names of entities by how decisions name them, "authority:id"."""

DECISION_COLUMNS = keys(
    "id", "decided", "about", "what", "verdict", "who", "at", "why", "state", "in_force", "supersedes"
)

_COLUMNS = (
    Column("id", width=SHORT_ID),
    Column("what", share=5),
    Column("who", share=2),
    Column("why", share=3),
    Column("counts", width=max(map(len, State))),
)
_STYLES = {State.IN_FORCE: "green", State.REPLACED: DIM, State.WITHDRAWN: DIM}


def view_listed(views: Sequence[DecisionView], ledger: Ledger) -> View:
    """The decisions to write; entities are named as their lists name them now, claims by who says them."""
    names = find_names(view.decision for view in views)
    saying = {claim_id: _tell_saying(ledger, claim_id) for view in views for claim_id in _claims_of(view)}
    records = [_record(view, names) for view in views]
    rows = [_make_row(view, names, saying) for view in views]

    def print_table(console: Console) -> None:
        print_rows(console, _COLUMNS, rows)

    return View(records, DECISION_COLUMNS, print_table)


def say_decisions(views: Sequence[DecisionView]) -> None:
    """How many of how many are in force."""
    counting = sum(view.state is State.IN_FORCE for view in views)
    say(f"{tell_part(counting, len(views), 'decision')} in force" if views else tell_count(0, "decision"))


def find_names(decisions: Iterable[Decision]) -> Names:
    """The names of the entities that these decisions are about, as the lists have them now.

    The lists are opened only where a decision is about a name; an entity that they no longer have has none.
    """
    refs = {decision.what[1] for decision in decisions if decision.about is About.NAME}
    if not refs:
        return {}
    with closing(open_knowledge()) as knowledge:
        found = {ref: find_ref(knowledge, ref) for ref in refs}
    return {ref: entity.name for ref, entity in found.items() if entity}


def tell_matter(decision: Decision, names: Names, withdrawn: Decision | None = None) -> str:
    """What was decided, in one line; `withdrawn` is what a withdrawal withdraws."""
    if decision.verdict is Verdict.WITHDRAW:
        earlier = f": {tell_matter(withdrawn, names)}" if withdrawn else ""
        return f"{(decision.supersedes or '')[:SHORT_ID]} no longer counts{earlier}"
    return _TELLERS[decision.about](decision, names)


def _tell_name(decision: Decision, names: Names) -> str:
    name, ref, *version = decision.what
    verb = "does not stand for" if decision.verdict is Verdict.REJECT else "stands for"
    listed = f"{ref}, version {version[0]}" if version else ref
    entity = f"{names[ref]} ({listed})" if ref in names else listed
    return one_line(f"{name} {verb} {entity}")


def _tell_link(decision: Decision, _names: Names) -> str:
    claim, to, kind = decision.what
    verb = f"does not {kind.removesuffix('s')}" if decision.verdict is Verdict.REJECT else kind
    return f"claim {claim[:SHORT_ID]} {verb} {to[:SHORT_ID]}"


def _tell_incident(decision: Decision, _names: Names) -> str:
    one, other = (claim[:SHORT_ID] for claim in decision.what)
    verb = "are not about" if decision.verdict is Verdict.REJECT else "are about"
    return f"claims {one} and {other} {verb} one incident"


def _tell_claim(decision: Decision, _names: Names) -> str:
    claim, *correction = decision.what
    if correction:
        field, *values = correction
        return one_line(f"claim {claim[:SHORT_ID]}: {field} is {', '.join(values) or 'none'}")
    return f"claim {claim[:SHORT_ID]} {_VERBS[decision.verdict]}"


def _tell_same(decision: Decision, _names: Names) -> str:
    stays, leaves = (claim[:SHORT_ID] for claim in decision.what)
    verb = "are not" if decision.verdict is Verdict.REJECT else "are"
    return f"claims {stays} and {leaves} {verb} one reading twice"


def _tell_document(decision: Decision, _names: Names) -> str:
    return f"document {decision.what[0][:SHORT_ID]} {_RETRACTING[decision.verdict]}"


def _tell_publisher(decision: Decision, _names: Names) -> str:
    return one_line(f"all that {decision.what[0]} put out {_RETRACTING[decision.verdict]}")


def _tell_version(decision: Decision, _names: Names) -> str:
    newer, older = (document[:SHORT_ID] for document in decision.what)
    verb = "is not" if decision.verdict is Verdict.REJECT else "is"
    return f"document {newer} {verb} a newer version of {older}"


def _tell_erasure(decision: Decision, _names: Names) -> str:
    return f"a name was erased from {tell_count(len(decision.what), 'document')}"


_VERBS = {Verdict.ACCEPT: "is accepted", Verdict.REJECT: "is rejected"}
_RETRACTING = {Verdict.ACCEPT: "counts", Verdict.REJECT: "is retracted"}
_TELLERS = {
    About.NAME: _tell_name,
    About.LINK: _tell_link,
    About.INCIDENT: _tell_incident,
    About.CLAIM: _tell_claim,
    About.SAME: _tell_same,
    About.DOCUMENT: _tell_document,
    About.PUBLISHER: _tell_publisher,
    About.VERSION: _tell_version,
    About.ERASURE: _tell_erasure,
}


def _claims_of(view: DecisionView) -> tuple[str, ...]:
    return view.decision.what[: CLAIMS_NAMED.get(view.decision.about, 0)]


def _tell_saying(ledger: Ledger, claim_id: str) -> str:
    """Who says a claim and how surely, beside its id: "3fa81c2e: the embassy denies"."""
    claim = ledger.get_claim(claim_id)
    return f"{claim_id[:SHORT_ID]}: {tell_speaker(claim.speaker)} {tell_stance(claim)}, {claim.content.exact}"


def _record(view: DecisionView, names: Names) -> Wire:
    decision = view.decision
    return {
        "id": decision.id,
        "decided": tell_matter(decision, names, view.withdraws),
        "about": decision.about.value,
        "what": list(decision.what),
        "verdict": decision.verdict.value,
        "who": decision.who,
        "at": decision.at,
        "why": decision.why,
        "state": view.state.value,
        "in_force": view.state is State.IN_FORCE,
        "supersedes": decision.supersedes,
    }


def _make_row(view: DecisionView, names: Names, saying: Mapping[str, str]) -> tuple[Cell, ...]:
    decision = view.decision
    told = Text(tell_matter(decision, names, view.withdraws))
    when = decision.at.partition(".")[0].replace("T", " ")
    return (
        make_cell(decision.id[:SHORT_ID]),
        Cell(told, tuple(_make_notes(view, saying))),
        Cell(Text(one_line(decision.who)), (Text(one_line(when), DIM),)),
        make_cell(one_line(decision.why)),
        make_cell(view.state.value, _STYLES[view.state]),
    )


def _make_notes(view: DecisionView, saying: Mapping[str, str]) -> Iterator[Text]:
    return (Text(one_line(saying[claim_id]), DIM) for claim_id in _claims_of(view))
