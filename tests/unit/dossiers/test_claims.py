from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.claims import find_document, find_source_names, view_claim, view_claims
from alleged.dossiers.digest import view_digest
from alleged.errors import LedgerError
from alleged.ledger.interface import ClaimQuery
from alleged.model.vocabulary import Reason, Stance, Status
from tests.unit.model.samples import accusation, claims, denial, link, make_entry, make_text

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

TEXT = make_text()


def test_a_list_knows_how_many_there_are_and_where_they_come_from(ledger: Ledger) -> None:
    listing = view_claims(ledger, ClaimQuery(limit=1))
    assert (listing.claims, listing.total) == ((accusation(TEXT),), 3)
    assert listing.provenance[TEXT.id].source == "report.txt"
    assert listing.provenance[TEXT.id].text == TEXT


def test_the_lines_of_a_list_carry_their_answers(ledger: Ledger) -> None:
    lines = list(view_claims(ledger, ClaimQuery(stance=Stance.DENIES)).wires())
    assert [line["speaker_name"] for line in lines] == ["Embassy of Tidewater"]
    assert set(lines[0]["responds_to"]) == {accusation(TEXT).id, link(TEXT).id}


def test_one_claim_with_what_answers_it(ledger: Ledger) -> None:
    view = view_claim(ledger, link(TEXT).id[:8])
    assert view.claim == link(TEXT)
    assert view.answers == ()
    (answer,) = view.answered_by
    assert answer.claim == denial(TEXT)
    assert view.wire["responds_to"] == []


def test_a_denial_with_what_it_answers(ledger: Ledger) -> None:
    view = view_claim(ledger, denial(TEXT).id)
    (answer,) = view.answers
    assert set(answer.answered) == {accusation(TEXT), link(TEXT)}
    assert view.answered_by == ()


def test_a_document_is_found_by_each_name_it_was_read_under(ledger: Ledger) -> None:
    again = replace(
        make_entry(TEXT).input, source="copy.txt", status=Status.UNCHANGED, reason=Reason.SAME_BYTES
    )
    ledger.note(again)
    ledger.note(replace(again, source="missing.txt", document=None, text=None))
    assert find_source_names(ledger) == {TEXT.document.id: ("report.txt", "copy.txt")}
    assert find_document(ledger, "copy.txt") == TEXT.document.id
    assert find_document(ledger, TEXT.document.id[:8]) == TEXT.document.id[:8]
    assert view_claim(ledger, link(TEXT).id).sources == ("report.txt", "copy.txt")


def test_two_documents_of_one_name_are_told_apart_by_id(ledger: Ledger) -> None:
    other = make_text(TEXT.clean + "\n")
    ledger.append(make_entry(other))
    with pytest.raises(LedgerError, match=f"2 documents were read as report.txt.*{other.document.id}"):
        find_document(ledger, "report.txt")


def test_a_digest_counts_denials_and_names_who_is_accused_most(ledger: Ledger) -> None:
    digest = view_digest(ledger, (TEXT.document.id,))
    assert (digest.denials, digest.foremost_actor) == (1, "GREY HERON")
    assert len(claims(TEXT)) == 3


def test_a_digest_of_nothing(ledger: Ledger) -> None:
    digest = view_digest(ledger, ())
    assert (digest.denials, digest.foremost_actor) == (0, None)
