from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.changes import view_changes
from alleged.ledger import open_ledger
from alleged.model.clock import read_time
from alleged.model.decision import About, Matter, Signature, Verdict, decide, withdraw
from alleged.model.vocabulary import RelationType, Stance
from tests.unit.dossiers.reports import entry, variant
from tests.unit.model.samples import REPORT, accusation, denial, link, make_entry, make_text, relations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.interface import Ledger

OLD = make_text()
COPY = variant(f"By our Portwick desk.\n\n{REPORT}", publisher="Evening Post")
OTHER = variant(
    "The ministry of Nordvind raised the pay of all ferry crews on the northern route this year, after talks "
    "that had gone on since the spring and had twice been broken off by the crews.\n\n"
    "The embassy dismissed the allegations as baseless.\n",
    publisher="Evening Post",
)
READ_OLD, READ_NEW = "2024-03-26T08:00:00", "2024-04-02T08:00:00"
SINCE = datetime(2024, 4, 1, tzinfo=UTC)


@pytest.fixture
def grown(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger that held one report and got a copy of it and another one a week later."""
    with closing(open_ledger(tmp_path / "grown.db", create=True)) as ledger:
        ledger.append(make_entry(OLD))
        ledger.append(entry(COPY, accusation(COPY), denial(COPY), source="copy.txt", at=READ_NEW))
        ledger.append(entry(OTHER, denial(OTHER), source="other.txt", at=READ_NEW))
        yield ledger


def test_new_documents_say_whether_they_add_an_origin(grown: Ledger) -> None:
    changes = view_changes(grown, SINCE)
    assert [(new.input.source, new.adds_origin) for new in changes.documents] == [
        ("copy.txt", False),
        ("other.txt", True),
    ]
    assert changes.adding == {OTHER.document.id}
    assert (changes.before.documents, changes.before.origins) == (1, 1)
    assert (changes.after.documents, changes.after.origins) == (3, 2)


def test_claims_are_those_of_the_new_documents(grown: Ledger) -> None:
    claims = view_changes(grown, SINCE).claims
    assert claims.total == 6
    assert set(claims.claims) == {accusation(COPY), denial(COPY), denial(OTHER)}


def test_nothing_is_new_after_the_last_reading(grown: Ledger) -> None:
    changes = view_changes(grown, datetime(2024, 4, 3, tzinfo=UTC))
    assert (changes.documents, changes.other_inputs, changes.answers, changes.decisions) == ((), (), (), ())
    assert changes.claims.claims == ()
    assert changes.before == changes.after


def test_everything_is_new_since_before_the_first_reading(grown: Ledger) -> None:
    changes = view_changes(grown, datetime(2024, 1, 1, tzinfo=UTC))
    assert len(changes.documents) == 3
    assert sum(new.adds_origin for new in changes.documents) == changes.after.origins == 2
    assert changes.before.documents == 0
    assert changes.answers == ()


def test_a_document_that_is_read_again_is_not_new(grown: Ledger) -> None:
    later = variant(published="2024-03-26")
    grown.append(entry(later, accusation(later), source="again.txt", at=READ_NEW))
    changes = view_changes(grown, SINCE)
    assert "again.txt" not in [new.input.source for new in changes.documents]
    assert [attempt.source for attempt in changes.other_inputs] == ["again.txt"]
    assert accusation(later) not in changes.claims.claims


def test_decisions_are_told_by_their_own_time(grown: Ledger) -> None:
    first = relations(OLD)[0]
    matter = Matter(About.LINK, (first.claim, first.to, first.type.value))
    old = decide(matter, Verdict.REJECT, Signature("Ada", f"{READ_OLD}+00:00", "it answers another report"))
    new = withdraw(old, Signature("Ada", f"{READ_NEW}+00:00", "I misread it"))
    grown.decide(old)
    grown.decide(new)
    (view,) = view_changes(grown, SINCE).decisions
    assert (view.decision, view.withdraws) == (new, old)


def test_a_link_to_an_older_claim_that_somebody_made_is_an_answer(grown: Ledger) -> None:
    matter = Matter(About.LINK, (denial(OTHER).id, link(OLD).id, RelationType.DISPUTES.value))
    grown.decide(decide(matter, Verdict.ACCEPT, Signature("Ada", f"{READ_NEW}+00:00", "it says so")))
    changes = view_changes(grown, SINCE)
    found = [answer for answer in changes.answers if answer.claim == denial(OTHER)]
    assert [claim for answer in found for claim in answer.answered].count(link(OLD)) == 1
    assert {answer.claim.stance for answer in found} == {Stance.DENIES}


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("2024-04-01", "2024-04-01T00:00:00+00:00"),
        ("2024-04-01T09:30", "2024-04-01T09:30:00+00:00"),
        ("2024-04-01T09:30+02:00", "2024-04-01T07:30:00+00:00"),
        ("2024-04-01T09:30Z", "2024-04-01T09:30:00+00:00"),
    ],
)
def test_times_are_utc_unless_they_say_otherwise(words: str, time: str) -> None:
    assert read_time(words) == datetime.fromisoformat(time)
