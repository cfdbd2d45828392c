"""Every attempt to read something, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from alleged.dossiers.inputs import Wanted, count_statuses, is_barren, view_arrivals, view_inputs
from alleged.dossiers.origins import list_descents, view_lineage
from alleged.exports.documents import Known, table_documents
from alleged.ledger.decided import Shown
from alleged.model.access import Right
from alleged.model.vocabulary import Status
from alleged.server.listed import Listed, cut
from alleged.server.pages import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from alleged.dossiers.inputs import Arrival, Inputs
    from alleged.dossiers.origins import Descent
    from alleged.exports.table import Table
    from alleged.ledger.decided import DecidedLedger
    from alleged.model.document import Input
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

SHOWN = 25
COMPARED = 200
"""Most documents that are all compared for a page; of more, those of the page are, where it is asked for."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A link that narrows the list, and how many are left then."""

    name: str
    address: str
    count: int
    is_chosen: bool


def show_documents(desk: Desk, asked: Asked) -> Page:
    """The inputs, the newest first."""
    retracted = asked.text("retracted") == "yes"
    ledger = desk.ledger.showing(Shown.RETRACTED) if retracted else desk.ledger
    inputs = desk.recall(("inputs", retracted), lambda: view_inputs(ledger))
    found = inputs.find(_read_wanted(asked))
    listed = cut(found[::-1], asked, SHOWN)
    key = ("arrivals", retracted, tuple(asked.values))
    compares = asked.text("origins") == "yes"
    arrivals = desk.recall(key, lambda: _view_page(desk, ledger, inputs, listed, compares=compares))
    shown = {
        "listed": listed,
        "arrivals": arrivals,
        "filters": tuple(_list_filters(inputs, asked)),
        "retracted": len(desk.ledger.effects().retracted),
        "compares_all": _compares_all(inputs),
        "compares": compares,
        "may_add": desk.may(Right.APPEND),
    }
    of_page = listed.items[::-1] if asked.text("page") else found
    return Page("documents.html", "Documents", shown, partial(_make_table, desk, ledger, inputs, of_page))


def _read_wanted(asked: Asked) -> Wanted:
    return Wanted(asked.text("q"), asked.code("status", Status), asked.text("claims") == "none")


def _view_page(
    desk: Desk, ledger: DecidedLedger, inputs: Inputs, listed: Listed[Input], *, compares: bool
) -> tuple[Arrival, ...]:
    there = [attempt.document for attempt in listed.items if attempt.document]
    if _compares_all(inputs):
        descents = _find_descents(desk, ledger)
    else:
        descents = _compare(ledger, there) if compares else {}
    return view_arrivals(ledger, inputs, listed.items, descents)


def _compares_all(inputs: Inputs) -> bool:
    return len(inputs.documents) <= COMPARED


def _compare(ledger: DecidedLedger, documents: list[str]) -> dict[str, Descent]:
    return list_descents(view_lineage(ledger, documents))


def _find_descents(desk: Desk, ledger: DecidedLedger) -> Mapping[str, Descent]:
    """What every document goes back to: slow in a large ledger."""
    return desk.recall(("descents", ledger is desk.ledger), lambda: list_descents(view_lineage(ledger)))


def _make_table(desk: Desk, ledger: DecidedLedger, inputs: Inputs, found: Sequence[Input]) -> Table:
    return table_documents(found, Known(_find_descents(desk, ledger), inputs.newer, inputs.markings))


def _list_filters(inputs: Inputs, asked: Asked) -> Iterator[Filter]:
    named = inputs.named(asked.text("q"))
    counts = count_statuses(named)
    chosen, barren = asked.text("status"), asked.text("claims") == "none"
    here = partial(asked.address, page=None)
    yield Filter("all", here(status=None, claims=None), len(named), not chosen and not barren)
    for status in filter(counts.get, Status):
        address = here(status=status.value, claims=None)
        yield Filter(status.value, address, counts[status], chosen == status.value)
    without = sum(map(is_barren, named))
    if without or barren:
        yield Filter("read, no claims", here(status=None, claims="none"), without, barren)
