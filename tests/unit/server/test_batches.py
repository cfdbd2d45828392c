from __future__ import annotations

import io
import time
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.flow.marking import mark_at_reading
from alleged.ledger import open_ledger
from alleged.model.access import EVERYTHING, Member, Role
from alleged.model.document import Metadata
from alleged.model.vocabulary import Reason, Status
from alleged.server.batches import KEPT, Batches, Handed, Order

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.decided import DecidedLedger
    from alleged.server.batches import Batch

STORY = b"The ministry accused the Wet Heron group of breaking into the network of the port of Holm."
PATIENCE = 60.0


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[DecidedLedger]:
    with closing(open_ledger(tmp_path / "ledger.db", create=True, who="anna")) as found:
        yield found


def finish(batch: Batch) -> Batch:
    """The batch when it came to its end."""
    until = time.monotonic() + PATIENCE
    while not batch.is_done and time.monotonic() < until:
        time.sleep(0.02)
    assert batch.is_done
    return batch


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_each_document_ends_with_what_came_of_it(opened: DecidedLedger) -> None:
    batches = Batches()
    handed = (
        Handed("port.txt", STORY, Metadata(title="Port hit")),
        Handed("../../evil.txt", b"\0\1\2\3" * 99),
        Handed("many.zip", zipped(one=STORY + b" It was cold.", two=b"")),
    )
    mark = mark_at_reading("TLP:AMBER", "anna")
    order = Order(opened, "anna", handed, Metadata(publisher="Harbour Times"), mark)
    batch = finish(batches.begin(order))
    assert [(each.source, each.status) for each in batch.inputs] == [
        ("port.txt", Status.OK),
        ("../../evil.txt", Status.REFUSED),
        ("many.zip!/one", Status.OK),
        ("many.zip!/two", Status.REFUSED),
    ]
    assert batch.total == 4
    assert batch.trouble == ""
    assert {document.metadata.publisher for document in opened.documents()} == {"Harbour Times"}
    assert {marking.label for marking in opened.markings()} == {"TLP:AMBER"}
    assert [each.source for each in opened.inputs()] == [each.source for each in batch.inputs]
    batches.close()


def test_a_document_that_is_there_adds_nothing(opened: DecidedLedger) -> None:
    batches = Batches()
    order = Order(opened, "anna", (Handed("port.txt", STORY),))
    finish(batches.begin(order))
    assert finish(batches.begin(order)).inputs[0].reason is Reason.SAME_BYTES


def test_a_batch_is_for_who_began_it(opened: DecidedLedger) -> None:
    batches = Batches()
    batch = finish(batches.begin(Order(opened, "anna", ())))
    assert batches.find(batch.id, "anna") is batch
    assert batches.find(batch.id, "ben") is None
    assert batches.find("guessed", "anna") is None


def test_the_oldest_batches_are_forgotten(opened: DecidedLedger) -> None:
    batches = Batches()
    first = batches.begin(Order(opened, "anna", ()))
    for _ in range(KEPT):
        finish(batches.begin(Order(opened, "anna", ())))
    assert batches.find(first.id, "anna") is None


def test_a_ledger_that_takes_nothing_says_so(opened: DecidedLedger, tmp_path: Path) -> None:
    at = "2026-01-01T00:00:00+00:00"
    opened.set_member(Member("anna", Role.ADMIN, frozenset({EVERYTHING}), "anna", at))
    opened.set_member(Member("vera", Role.VIEWER, frozenset(), "anna", at))
    with closing(open_ledger(tmp_path / "ledger.db", create=False, who="vera")) as hers:
        batch = finish(Batches().begin(Order(hers, "vera", (Handed("port.txt", STORY),))))
    assert "'vera' is a viewer here" in batch.trouble
    assert batch.inputs == []


def test_closing_waits_and_begins_no_other_document(opened: DecidedLedger) -> None:
    batches = Batches()
    batch = batches.begin(Order(opened, "anna", [Handed(f"{n}.txt", STORY * (n + 1)) for n in range(50)]))
    batches.close()
    assert batch.is_done
    assert len(batch.inputs) < 50
