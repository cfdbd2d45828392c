from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.timeline import Scope, Section, arrange_claims, pick, pick_lasting, view_timeline
from alleged.ledger import open_ledger
from alleged.ledger.interface import ClaimQuery
from alleged.model.claim import When
from alleged.model.vocabulary import Kind, RelationType
from tests.unit.dossiers.reports import entry, timed, variant
from tests.unit.model.samples import REPORT, accusation, denial, link, make_entry, make_text, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.interface import Ledger

TEXT = make_text()
LENGTHS = {"P10Y": "over a decade", "P14Y": "for 14 years"}
DATES = ("2021-05", "2011~/..", "../2010", "2021", "soon")


@pytest.fixture
def timelines(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with one report a time: five dates, of which one means nothing, two lengths, and none."""
    with closing(open_ledger(tmp_path / "times.db", create=True)) as ledger:
        for number, edtf in enumerate(DATES):
            text = variant(f"{REPORT}\nNumber {number}.\n")
            ledger.append(entry(text, timed(text, When(edtf)), source=edtf))
        for minimum, told in LENGTHS.items():
            text = variant(f"{REPORT}\nIt went on {told}.\n")
            ledger.append(entry(text, timed(text, When(None, words(text, told), minimum)), source=minimum))
        ledger.append(make_entry(make_text()))
        yield ledger


def test_claims_stand_by_the_earliest_day_and_nothing_gets_a_date(timelines: Ledger) -> None:
    view = view_timeline(timelines, Scope())
    assert [m.claim.event_time.edtf for m in pick(view.moments, Section.DATED)] == [
        "../2010",
        "2011~/..",
        "2021",
        "2021-05",
    ]
    opened = pick(view.moments, Section.OPEN)
    assert [m.claim.event_time.minimum for m in opened] == ["P10Y", "P14Y", None]
    assert opened[-1].claim.event_time.edtf == "soon"
    assert all(moment.period is None for moment in opened)
    undated = pick(view.moments, Section.UNDATED)
    assert [moment.claim for moment in undated] == [accusation(TEXT), link(TEXT), denial(TEXT)]


def test_lengths_stand_beside_each_other_the_shortest_first(timelines: Ledger) -> None:
    lasting = pick_lasting(view_timeline(timelines, Scope()).moments)
    assert [moment.claim.event_time.words.exact for moment in lasting if moment.claim.event_time.words] == [
        "over a decade",
        "for 14 years",
    ]


def test_every_claim_is_there_once_with_its_document(timelines: Ledger) -> None:
    view = view_timeline(timelines, Scope())
    everything = timelines.claims(ClaimQuery()).claims
    assert sorted(m.claim.id for m in view.moments) == sorted(claim.id for claim in everything)
    assert {claim.text for claim in everything} == set(view.listing.provenance)
    assert set(view.lineage.documents) == {claim.document for claim in everything}


def test_a_scope_narrows_by_names_kind_and_document(ledger: Ledger) -> None:
    def found(scope: Scope) -> list[str]:
        return [moment.claim.id for moment in view_timeline(ledger, scope).moments]

    assert found(Scope(("Ministry of Tides",))) == [link(TEXT).id]
    assert found(Scope(("northwind lawmakers", "ministry of tides"))) == [accusation(TEXT).id, link(TEXT).id]
    assert len(found(Scope(("grey heron", "Grey Heron")))) == 3
    assert found(Scope(kind=Kind.ATTRIBUTION)) == [link(TEXT).id]
    assert found(Scope(document="0" * 8)) == []
    assert view_timeline(ledger, Scope(("nobody",))).listing.total == 3


def test_what_answers_a_claim_is_told(ledger: Ledger) -> None:
    view = view_timeline(ledger, Scope(("Ministry of Tides",)))
    (answer,) = view.answers[link(TEXT).id]
    assert (answer.claim, answer.type) == (denial(TEXT), RelationType.DISPUTES)


def test_claims_that_were_chosen_elsewhere_are_put_in_order_alone(timelines: Ledger) -> None:
    found = timelines.claims(ClaimQuery()).claims
    chosen = tuple(claim for claim in found if claim.event_time.edtf in {"2021-05", "../2010"})
    view = arrange_claims(timelines, chosen)
    assert [moment.claim.event_time.edtf for moment in view.moments] == ["../2010", "2021-05"]
    assert view.listing.total == len(found)
