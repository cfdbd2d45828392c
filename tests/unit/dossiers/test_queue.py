from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.dossiers.queue import Queue, Scope, rank_claims, view_queue
from tests.unit.dossiers.coders import reject
from tests.unit.model.samples import accusation, denial, link, make_entry, make_text

if TYPE_CHECKING:
    from alleged.ledger.decided import DecidedLedger

TEXT = make_text()
QUEUE = Queue(("a", "b", "c", "d"))


def queue_of(ledger: DecidedLedger, scope: Scope) -> Queue:
    return view_queue(rank_claims(ledger, scope), ledger.effects())


def test_the_least_sure_come_first_and_those_without_a_figure_last(ledger: DecidedLedger) -> None:
    other = make_text("It was " + TEXT.clean)
    doubts = (0.9, 0.2, None)
    entry = make_entry(other)
    found = tuple(replace(c, confidence=d) for c, d in zip(entry.claims, doubts, strict=True))
    ledger.append(replace(entry, claims=found, relations=()))
    queue = queue_of(ledger, Scope(document=other.document.id))
    assert queue.claims == (found[1].id, found[0].id, found[2].id)


def test_a_scope_narrows_and_keeps_what_others_rejected(ledger: DecidedLedger) -> None:
    reject(ledger, "ben", denial(TEXT))
    everything = {each(TEXT).id for each in (accusation, link, denial)}
    assert set(queue_of(ledger, Scope()).claims) == everything
    assert set(queue_of(ledger, Scope(of="GREY HERON")).claims) == everything
    assert queue_of(ledger, Scope(of="Ministry of Tides")).claims == (link(TEXT).id,)
    assert queue_of(ledger, Scope(document="0" * 64)).claims == ()


def test_the_next_is_the_first_open_one_behind_and_then_what_was_passed_over() -> None:
    assert QUEUE.find_next(set()) == "a"
    assert QUEUE.find_next(set(), after="a") == "b"
    assert QUEUE.find_next({"b"}, after="a") == "c"
    assert QUEUE.find_next({"c", "d"}, after="b") == "a"
    assert QUEUE.find_next({"a", "b", "c"}, after="d") == "d"
    assert QUEUE.find_next({"a", "b", "c", "d"}, after="d") is None
    assert QUEUE.find_next(set(), after="nothing of it") == "a"
    assert QUEUE.count({"a", "z"}) == 1
