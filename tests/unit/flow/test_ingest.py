from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.errors import LedgerError, Unreadable
from alleged.flow.ingest import ingest
from alleged.flow.read import Plan
from alleged.flow.sources import Source
from alleged.ledger.interface import ClaimQuery
from alleged.model.document import Metadata
from alleged.model.vocabulary import Reason, Status
from tests.unit.flow.documents import GERMAN, STORY, Broken, engine, write

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.ledger.interface import Entry, Ledger
    from alleged.model.document import Input


def total(ledger: Ledger) -> int:
    return ledger.claims(ClaimQuery()).total


def read(ledger: Ledger, *sources: Source, plan: Plan | None = None) -> list[Input]:
    return list(ingest(sources, ledger, plan or Plan(engine())))


def test_a_document_and_its_claims_are_kept(tmp_path: Path, ledger: Ledger) -> None:
    (attempt,) = read(ledger, write(tmp_path, "story.txt", STORY))
    assert (attempt.status, attempt.source) == (Status.OK, "story.txt")
    assert attempt.claims == total(ledger) >= 3
    assert ledger.inputs() == (attempt,)
    assert attempt.text is not None
    assert ledger.get_text(attempt.text).clean.startswith("On Monday")


def test_the_same_bytes_again_add_nothing_and_say_so(tmp_path: Path, ledger: Ledger) -> None:
    first, again = read(ledger, write(tmp_path, "a.txt", STORY), write(tmp_path, "b.txt", STORY))
    assert (again.status, again.reason) == (Status.UNCHANGED, Reason.SAME_BYTES)
    assert (again.document, again.text, again.claims) == (first.document, first.text, 0)
    assert total(ledger) == first.claims
    assert [attempt.source for attempt in ledger.inputs()] == ["a.txt", "b.txt"]


def test_a_document_that_is_held_is_not_extracted_again(tmp_path: Path, ledger: Ledger) -> None:
    source = write(tmp_path, "a.txt", STORY)
    lexicon = engine()
    read(ledger, source, plan=Plan(lexicon))
    lame = Broken("raises", lexicon.name, lexicon.version)
    (attempt,) = read(ledger, source, plan=Plan(lame))
    assert attempt.status is Status.UNCHANGED


def test_new_metadata_is_a_new_reading(tmp_path: Path, ledger: Ledger) -> None:
    source = write(tmp_path, "a.txt", STORY)
    (first,) = read(ledger, source)
    (second,) = read(ledger, source, plan=Plan(engine(), Metadata(publisher="Harbour Times")))
    assert second.status is Status.OK
    assert first.document == second.document
    assert first.text != second.text


def test_each_failure_is_a_row_and_the_rest_goes_on(tmp_path: Path, ledger: Ledger) -> None:
    sources = [
        write(tmp_path, "empty.txt", b""),
        Source("gone.txt", tmp_path / "gone.txt"),
        write(tmp_path, "de.txt", GERMAN),
        write(tmp_path, "story.txt", STORY),
    ]
    attempts = read(ledger, *sources)
    assert [attempt.reason for attempt in attempts] == [
        Reason.EMPTY,
        Reason.MISSING,
        Reason.OTHER_LANGUAGE,
        Reason.READ,
    ]
    assert list(ledger.inputs()) == attempts
    assert total(ledger) == attempts[-1].claims


def test_a_foreign_document_is_kept_without_claims(tmp_path: Path, ledger: Ledger) -> None:
    (attempt,) = read(ledger, write(tmp_path, "de.txt", GERMAN))
    assert attempt.text is not None
    assert ledger.get_text(attempt.text).document.metadata.language == "de"
    (again,) = read(ledger, write(tmp_path, "de.txt", GERMAN))
    assert again.status is Status.UNCHANGED


@pytest.mark.parametrize("fault", ["misquotes", "elsewhere", "raises"])
def test_a_failing_engine_leaves_nothing_half_written(tmp_path: Path, ledger: Ledger, fault: str) -> None:
    (attempt,) = read(ledger, write(tmp_path, "story.txt", STORY), plan=Plan(Broken(fault)))
    assert (attempt.status, attempt.stage) == (Status.FAILED, "extract")
    assert (total(ledger), ledger.inputs()) == (0, (attempt,))
    assert attempt.document is None


def test_strict_raises_after_the_row_is_written(tmp_path: Path, ledger: Ledger) -> None:
    sources = [write(tmp_path, "empty.txt", b""), write(tmp_path, "story.txt", STORY)]
    with pytest.raises(Unreadable):
        read(ledger, *sources, plan=Plan(engine(), strict=True))
    assert [attempt.reason for attempt in ledger.inputs()] == [Reason.EMPTY]


class Late:
    """A ledger to which another process is quicker: it does not know yet what it holds."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __getattr__(self, name: str) -> object:
        return getattr(self._ledger, name)

    def holds(self, *_: str) -> bool:
        return False


def test_another_process_that_is_quicker_makes_it_unchanged(tmp_path: Path, ledger: Ledger) -> None:
    source = write(tmp_path, "story.txt", STORY)
    read(ledger, source)
    (attempt,) = read(Late(ledger), source)  # type: ignore[arg-type] # it passes everything else on
    assert attempt.status is Status.UNCHANGED


class Picky(Late):
    """A ledger that takes one document and not the other."""

    def append(self, entry: Entry) -> None:
        if entry.input.source == "bad.txt":
            raise LedgerError("this one is too much")
        self._ledger.append(entry)


def test_a_document_that_the_ledger_cannot_take_is_a_row_too(tmp_path: Path, ledger: Ledger) -> None:
    sources = [write(tmp_path, "bad.txt", STORY), write(tmp_path, "good.txt", STORY + "More.\n")]
    bad, good = read(Picky(ledger), *sources)  # type: ignore[arg-type] # it passes everything else on
    assert (bad.reason, bad.stage, bad.detail) == (Reason.STAGE_ERROR, "append", "this one is too much")
    assert good.status is Status.OK
    assert [replace(row, at="") for row in ledger.inputs()] == [replace(row, at="") for row in (bad, good)]
