"""Erasing a name: it is nowhere in the files, all else is as it was, and the chain still holds."""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.errors import LedgerError
from alleged.ledger import open_ledger
from alleged.ledger.immutability import keep_rows
from alleged.ledger.interface import ClaimQuery
from alleged.ledger.masking import find_key, find_names
from alleged.ledger.sample import CLEAN, sample_entry
from alleged.model.audit import EventKind
from alleged.model.decision import About, Matter, Signature, Verdict, decide, withdraw
from alleged.model.document import Metadata
from alleged.model.erasure import Wanted
from alleged.model.ids import document_id
from alleged.model.span import span_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.decided import DecidedLedger
    from alleged.ledger.interface import Entry
    from alleged.model.claim import Claim

NAME = "Jiǎng Lì"
WANTED = Wanted((NAME,))
BY = Signature("The admin", "2024-04-01T08:00:00+00:00", "a court said so")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "alleged.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[DecidedLedger]:
    with closing(open_ledger(path, create=True)) as opened:
        yield opened


def fill(ledger: DecidedLedger) -> None:
    first, second = sample_entry(), sample_entry(f"{CLEAN} JIANG\u00a0LI again.")
    for entry in (first, second):
        ledger.append(entry)
    ledger.note(replace(first.input, source="jiang-li.html", given=Metadata(title="On Jiang Li")))
    denial = first.claims[1].id
    for matter in (Matter(About.CLAIM, (denial,)), Matter(About.NAME, (NAME, "list:1"))):
        decision = decide(matter, Verdict.ACCEPT, replace(BY, why="Jiǎng Lì told me"))
        ledger.decide(decision)
        ledger.decide(withdraw(decision, BY))


def find_in_files(path: Path, name: str) -> list[str]:
    """Where the bytes of a ledger's files have the name, in any case and encoding."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    found = []
    for file in path.parent.glob(f"{path.name}*"):
        data = file.read_bytes().lower()
        for spelling in {name, plain, unicodedata.normalize("NFD", name)}:
            encodings = ("utf-8", "utf-16-le", "utf-16-be")
            spelled = [each for each in encodings if spelling.lower().encode(each).lower() in data]
            found += [f"{file.name}: {spelling} {each}" for each in spelled]
    return found


def test_the_name_is_in_no_file_and_the_ledger_is_sound(ledger: DecidedLedger, path: Path) -> None:
    fill(ledger)
    head = ledger.head()
    assert find_in_files(path, NAME)
    traces = ledger.erase(WANTED, BY)
    assert (len(traces.documents), traces.claims) == (2, 4)
    assert traces.notes == (("input", 1), ("decision", 3))
    assert find_in_files(path, NAME) == []
    assert find_in_files(path, "Jiang") == []
    audit = ledger.audit(head)
    assert audit.damages == ()
    assert audit.erased > 0
    assert ledger.events()[-1].kind == EventKind.ERASED


def test_the_index_has_no_word_of_it(ledger: DecidedLedger, path: Path) -> None:
    fill(ledger)
    ledger.erase(WANTED, BY)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, claim_words, row)")
        terms = {term for (term,) in connection.execute("SELECT term FROM temp.words")}
    assert terms.isdisjoint({"jiang", "li", "jiǎng", "lì"})
    assert "apt31" in terms


def test_no_view_shows_it_and_all_places_stay(ledger: DecidedLedger) -> None:
    fill(ledger)
    before = ledger.stored.claims(ClaimQuery()).claims
    ledger.erase(WANTED, BY)
    after = ledger.stored.claims(ClaimQuery()).claims
    assert ledger.claims(ClaimQuery(search="jiang")).total == 0
    assert ledger.claims(ClaimQuery(speaker="jiang li")).total == 0
    for was, now in zip(before, after, strict=True):
        assert [(s.start, s.end) for s in was.spans()] == [(s.start, s.end) for s in now.spans()]
        assert now.id != was.id
        assert ledger.get_claim(now.id) == now
    shown = repr((after, ledger.texts(), ledger.inputs(), ledger.decisions()))
    assert not any(find_names(shown, [find_key(NAME)]))
    assert "█████ ██" in after[1].quote.exact


def test_decisions_are_carried_over(ledger: DecidedLedger) -> None:
    first = sample_entry()
    ledger.append(first)
    ledger.decide(decide(Matter(About.CLAIM, (first.claims[1].id,)), Verdict.REJECT, BY))
    assert ledger.claims(ClaimQuery()).total == 1
    ledger.erase(WANTED, replace(BY, at="2024-04-02T08:00:00+00:00"))
    assert ledger.claims(ClaimQuery()).total == 1
    assert len(ledger.stored.find_relations((ledger.claims(ClaimQuery()).claims[0].id,))) == 1
    ledger.decide(withdraw(ledger.decisions()[0], replace(BY, at="2024-04-03T08:00:00+00:00")))
    assert ledger.claims(ClaimQuery()).total == 2


def test_other_documents_are_as_they_were(ledger: DecidedLedger) -> None:
    fill(ledger)
    kept = kept_entry()
    ledger.append(kept)
    ledger.erase(WANTED, BY)
    held = ledger.claims(ClaimQuery(document=kept.text.document.id)).claims
    assert held == kept.claims
    assert ledger.get_data(kept.text.document.id) == kept.data
    assert ledger.get_text(kept.text.id) == kept.text


def kept_entry() -> Entry:
    """A document that does not have the name."""
    entry = sample_entry(f"{CLEAN} Kept.")
    clean = entry.text.clean.replace("Jiǎng Lì", "Some One")
    text = replace(
        entry.text, clean=clean, document=replace(entry.text.document, id=document_id(clean.encode()))
    )
    accusation = replace(entry.claims[0], document=text.document.id, text=text.id)
    told = replace(entry.input, document=text.document.id, text=text.id, claims=1)
    return replace(
        entry, input=told, data=clean.encode(), text=text, claims=(_anew(accusation, clean),), relations=()
    )


def _anew(claim: Claim, clean: str) -> Claim:
    return replace(
        claim,
        quote=span_at(clean, claim.quote.start, claim.quote.end),
        content=span_at(clean, claim.content.start, claim.content.end),
    )


def test_erased_bytes_are_not_read_again(ledger: DecidedLedger) -> None:
    fill(ledger)
    document = sample_entry().text.document.id
    assert not ledger.is_erased(document)
    ledger.erase(WANTED, BY)
    assert ledger.is_erased(document)
    with pytest.raises(LedgerError, match="were erased"):
        ledger.get_data(document)
    with pytest.raises(LedgerError, match="was erased"):
        ledger.append(sample_entry(extractor_version="2"))


def test_a_second_erasing_finds_nothing(ledger: DecidedLedger) -> None:
    fill(ledger)
    ledger.erase(WANTED, BY)
    head = ledger.head()
    assert ledger.erase(WANTED, BY).is_nothing
    assert ledger.head().root == head.root


def test_another_name_can_be_erased_later(ledger: DecidedLedger, path: Path) -> None:
    fill(ledger)
    head = ledger.head()
    ledger.erase(WANTED, BY)
    ledger.erase(Wanted(("café čapek", "A. Writer")), replace(BY, at="2024-04-02T08:00:00+00:00"))
    assert find_in_files(path, "Čapek") == find_in_files(path, NAME) == []
    assert ledger.audit(head).damages == ()


def test_only_the_documents_that_are_meant(ledger: DecidedLedger) -> None:
    fill(ledger)
    first, second = (document.id for document in ledger.documents())
    ledger.erase(Wanted((NAME,), frozenset({first})), BY)
    assert (ledger.is_erased(first), ledger.is_erased(second)) == (True, False)
    assert ledger.claims(ClaimQuery(speaker="jiang li")).total == 1
    assert ledger.audit().damages == ()


def test_an_erasing_is_not_taken_back(ledger: DecidedLedger) -> None:
    fill(ledger)
    ledger.erase(WANTED, BY)
    with pytest.raises(LedgerError, match="nothing takes that back"):
        ledger.decide(withdraw(ledger.decisions()[-1], BY))


@pytest.mark.parametrize("why", ["for Jiang Li", "JIǍNG\u00a0LÌ asked"])
def test_a_reason_that_tells_the_name_is_refused(ledger: DecidedLedger, why: str) -> None:
    fill(ledger)
    with pytest.raises(LedgerError, match="without"):
        ledger.erase(WANTED, replace(BY, why=why))
    with pytest.raises(LedgerError, match="whole name"):
        ledger.erase(Wanted(("x",)), BY)


def test_what_was_erased_cannot_be_changed_behind_its_back(ledger: DecidedLedger, path: Path) -> None:
    fill(ledger)
    ledger.erase(WANTED, BY)
    ledger.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER texts_no_update")
        connection.execute(
            "UPDATE texts SET clean = replace(clean, '█████ ██', 'Someone 1') WHERE number = 1"
        )
        for statement in keep_rows("sqlite", "texts"):
            if "no_update" in statement:
                connection.execute(statement)
        connection.commit()
    with closing(open_ledger(path, create=False)) as opened:
        assert [(d.table, d.row) for d in opened.audit().damages] == [("texts", "1")]


def test_a_fault_half_way_leaves_everything(ledger: DecidedLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(ledger)
    before = (ledger.claims(ClaimQuery()), ledger.texts(), ledger.decisions(), ledger.head().root)

    def stop(*_: object) -> None:
        raise LedgerError("stopped")

    monkeypatch.setattr("alleged.ledger.erasing.reseal", stop)
    with pytest.raises(LedgerError, match="stopped"):
        ledger.erase(WANTED, BY)
    assert before == (ledger.claims(ClaimQuery()), ledger.texts(), ledger.decisions(), ledger.head().root)
    assert ledger.audit().damages == ()
