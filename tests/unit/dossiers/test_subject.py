from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alleged.dossiers.subject import view_subject
from alleged.model.vocabulary import RelationType, Scope
from tests.unit.model.samples import accusation, denial, link, make_entry, make_text

if TYPE_CHECKING:
    from alleged.ledger.interface import Ledger

TEXT = make_text()


def test_what_is_said_of_a_name_by_whom_and_who_answers(ledger: Ledger) -> None:
    subject = view_subject(ledger, "grey heron")
    assert [voice.speaker.name for voice in subject.acting] == [
        "United States Department of Justice",
        None,
        "Embassy of Tidewater",
    ]
    assert subject.acted_upon == ()
    assert (len(subject.claims), subject.total) == (3, 3)
    (answer,) = subject.answers
    assert answer.claim == denial(TEXT)
    assert (answer.type, answer.scope) == (RelationType.DISPUTES, Scope.BLANKET)
    assert answer.answered == (accusation(TEXT), link(TEXT))
    assert answer.reasons == ("“the allegations” are those told before",)


def test_an_answer_that_does_not_name_the_subject_is_found(ledger: Ledger) -> None:
    subject = view_subject(ledger, "Ministry of Tides")
    assert subject.acting == ()
    assert [voice.claims for voice in subject.acted_upon] == [(link(TEXT),)]
    (answer,) = subject.answers
    assert answer.claim == denial(TEXT)
    assert answer.answered == (link(TEXT),)
    assert set(subject.all_claims) == {link(TEXT), denial(TEXT)}


def test_a_claim_on_both_sides_counts_once(ledger: Ledger) -> None:
    other = make_text(TEXT.clean + "\n")
    claim = replace(accusation(other), targets=accusation(other).actors)
    entry = make_entry(other)
    ledger.append(replace(entry, input=replace(entry.input, claims=1), claims=(claim,), relations=()))
    subject = view_subject(ledger, "GREY HERON")
    assert subject.acted_upon == ()
    assert len(subject.claims) == 4


def test_a_name_that_nobody_mentions_is_empty(ledger: Ledger) -> None:
    subject = view_subject(ledger, "BLUE TIT")
    assert (subject.claims, subject.answers, subject.total) == ((), (), 3)
