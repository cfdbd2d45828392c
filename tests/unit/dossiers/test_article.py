from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.article import view_article
from alleged.errors import LedgerError
from alleged.model.access import Marking
from alleged.model.decision import About, Matter, Signature, Verdict, decide
from alleged.model.link import Relation
from alleged.model.vocabulary import Ground, RelationType, Scope
from tests.unit.model.samples import claims, denial, make_entry, make_text

if TYPE_CHECKING:
    from alleged.ledger.decided import DecidedLedger

TEXT = make_text()
NOW = "2024-04-01T09:00:00+00:00"
BY = Signature("anna", NOW, "for the test")


def test_the_document_comes_with_its_claims_and_how_it_was_read(ledger: DecidedLedger) -> None:
    view = view_article(ledger, "report.txt")
    assert view.text == TEXT
    assert view.listing.claims == claims(TEXT)
    assert [attempt.source for attempt in view.attempts] == ["report.txt"]
    assert view.marking == "TLP:CLEAR"
    assert (view.older, view.newer, view.retracted) == ((), None, None)
    assert view_article(ledger, TEXT.document.id[:8]) == view_article(ledger, TEXT.document.id) == view


def test_what_its_claims_answer_is_told_with_the_claims(ledger: DecidedLedger) -> None:
    (answer,) = view_article(ledger, "report.txt").answers
    assert answer.claim == denial(TEXT)
    assert answer.answered == claims(TEXT)[:2]


def test_its_latest_marking_is_told(ledger: DecidedLedger) -> None:
    ledger.set_marking(Marking(TEXT.document.id, "TLP:AMBER", "anna", NOW, "names a victim"))
    assert view_article(ledger, "report.txt").marking == "TLP:AMBER"


def test_versions_lead_to_each_other(ledger: DecidedLedger) -> None:
    texts = [TEXT]
    for number in (1, 2):
        text = make_text(f"{TEXT.clean}Correction {number}.\n")
        texts.append(replace(text, document=replace(text.document, version_of=texts[-1].document.id)))
        ledger.append(make_entry(texts[-1], f"report-{number}.txt"))
    first, second, third = (text.document.id for text in texts)
    views = [view_article(ledger, document) for document in (first, second, third)]
    assert [view.older for view in views] == [(), (first,), (second, first)]
    assert [view.newer for view in views] == [second, third, None]
    assert all(len(view.listing.claims) == 3 for view in views)


def test_a_retracted_document_keeps_its_claims_and_says_why(ledger: DecidedLedger) -> None:
    decision = decide(Matter(About.DOCUMENT, (TEXT.document.id,)), Verdict.REJECT, BY)
    ledger.decide(decision)
    view = view_article(ledger, TEXT.document.id)
    assert view.retracted == decision
    assert view.listing.claims == claims(TEXT)
    assert view.attempts


def test_an_answer_to_a_claim_of_another_document_is_told(ledger: DecidedLedger) -> None:
    other = make_text(f"{TEXT.clean}Again.\n")
    entry = make_entry(other, "other.txt")
    answer = Relation(
        denial(other).id,
        claims(TEXT)[0].id,
        RelationType.DISPUTES,
        Scope.SPECIFIC,
        Ground.REVIEWER,
        "a person says so",
    )
    ledger.append(replace(entry, relations=(answer,)))
    assert [each.answered for each in view_article(ledger, "other.txt").answers] == [claims(TEXT)[:1]]
    assert denial(other) in [each.claim for each in view_article(ledger, "report.txt").answers]


def test_what_is_not_there_is_an_error(ledger: DecidedLedger) -> None:
    with pytest.raises(LedgerError, match="no document is called"):
        view_article(ledger, "nothing.txt")
