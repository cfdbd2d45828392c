from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.coded import begin_coding, count_decided, decide_cell, list_history
from alleged.dossiers.forms import get_codebook
from alleged.dossiers.overview import view_overview
from alleged.errors import InputError, UnknownPartError
from alleged.ledger import open_ledger
from alleged.model.decision import Signature, withdraw
from alleged.model.erasure import Wanted
from alleged.model.vocabulary import Act, Kind, Stance
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.coding import code
from tests.unit.dossiers.library import LIBRARY, MONDAY, REGISTER, TAKEN, add_stories, entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.interface import Ledger

BY = Signature("Anna Holt", "2024-03-28T08:00:00+00:00", "the report says so")
LATER = Signature("Ben Reed", "2024-03-29T08:00:00+00:00", "another report says so")
OTHER_YEAR = make_story(
    About("Another year", "Pier News", MONDAY),
    Says(
        "China stole the register of voters of Northport",
        "Finland",
        Stance.ALLEGES,
        Act.DATA_THEFT,
        ("China",),
        ("Northport",),
        "2020",
    ),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Ledger]:
    with closing(open_ledger(tmp_path / "library.db", create=True)) as opened:
        add_stories(opened, *LIBRARY)
        yield opened


def test_a_cell_holds_what_claims_say_with_who_says_it(library: Ledger) -> None:
    (proposal,) = code(library).get("start_date").proposals
    assert proposal.value == "2021"
    assert {claim.content.exact for claim in proposal.claims} == {REGISTER, TAKEN}
    assert {claim.speaker.name for claim in proposal.claims} == {"United Kingdom", "Norway"}


def test_a_denial_fills_nothing_and_stands_beside_what_it_denies(library: Ledger) -> None:
    coded = code(library)
    proposals = [p for cell in coded.cells for p in cell.proposals]
    assert not [claim for p in proposals for claim in p.claims if claim.stance is Stance.DENIES]
    (start,) = coded.get("start_date").proposals
    assert {claim.speaker.name for claim in start.denials} == {"China"}
    assert all(not p.denials for p in coded.get("sources_url").proposals)


def test_several_answers_stay_several(library: Ledger) -> None:
    add_stories(library, OTHER_YEAR)
    cell = code(library).get("start_date")
    assert cell.values == ("2021", "2020")
    assert cell.is_open


def test_what_no_claim_says_stays_empty(library: Ledger) -> None:
    cell = code(library).get("end_date")
    assert (cell.values, cell.proposals, cell.is_open) == ((), (), False)


def test_codes_of_the_form_take_the_place_of_ours_and_what_has_none_is_left_out(library: Ledger) -> None:
    coded = code(library)
    assert coded.get("incident_type").values == ("Data theft",)
    assert {claim.kind for claim in coded.get("incident_type").support()} == {Kind.OPERATION}
    assert "sanction" in coded.get("political_response_type").values
    assert coded.get("legal_response_type").values == ()


def test_a_decision_takes_the_place_of_proposals_and_keeps_them(library: Ledger) -> None:
    add_stories(library, OTHER_YEAR)
    library.decide(decide_cell(code(library), "start_date", ["2021"], BY))
    cell = code(library).get("start_date")
    assert (cell.values, cell.is_open, len(cell.proposals)) == (("2021",), False, 2)
    assert cell.decision is not None
    assert (cell.decision.who, cell.decision.why) == (BY.who, BY.why)
    assert {claim.content.exact for claim in cell.support()} == {REGISTER, TAKEN}


def test_what_nobody_says_can_be_decided_and_has_no_quote(library: Ledger) -> None:
    library.decide(decide_cell(code(library), "start_date", ["2019-05"], BY))
    cell = code(library).get("start_date")
    assert (cell.values, cell.support()) == (("2019-05",), ())


def test_a_cell_can_be_left_empty_on_purpose(library: Ledger) -> None:
    library.decide(decide_cell(code(library), "start_date", [], BY))
    coded = code(library)
    assert coded.get("start_date").values == ()
    assert coded.decided == 1


def test_the_last_decision_holds_and_what_is_taken_back_gives_way_to_the_one_before(library: Ledger) -> None:
    first = decide_cell(code(library), "name", ["Register theft"], BY)
    library.decide(first)
    second = decide_cell(code(library), "name", ["Northport 2021"], LATER)
    library.decide(second)
    assert code(library).get("name").values == ("Northport 2021",)
    library.decide(withdraw(second, LATER))
    assert code(library).get("name").values == ("Register theft",)
    made = list_history(library.decisions(), code(library), "name")
    assert [each.verdict.value for each in made] == ["accept", "accept", "withdraw"]


def test_a_decision_is_on_one_form_and_one_cell(library: Ledger) -> None:
    library.decide(decide_cell(code(library), "start_date", ["2021"], BY))
    assert code(library, "cfr").decided == 0
    overview = view_overview(library)
    counts = [
        count_decided(begin_coding(library, overview, get_codebook("eurepoc")), incident)
        for incident in overview.incidents
    ]
    assert sorted(counts) == [*[0] * (len(counts) - 1), 1]


def test_a_decision_stays_when_an_earlier_document_becomes_the_first_of_the_incident(library: Ledger) -> None:
    before = code(library)
    library.decide(decide_cell(before, "start_date", ["2021"], BY))
    about = replace(About("Earlier", "Lock News"), published="2024-03-20")
    add_stories(
        library,
        make_story(
            about,
            Says(REGISTER, "Sweden", Stance.ALLEGES, Act.DATA_THEFT, ("China",), ("Northport",), "2021"),
        ),
    )
    after = code(library)
    assert after.incident.id != before.incident.id
    assert after.get("start_date").decision is not None


def test_what_a_cell_cannot_hold_is_refused(library: Ledger) -> None:
    coded = code(library)
    with pytest.raises(InputError, match="start_date cannot be 'soon'"):
        decide_cell(coded, "start_date", ["soon"], BY)
    with pytest.raises(UnknownPartError, match="no variable named 'colour'; known: "):
        decide_cell(coded, "colour", ["red"], BY)
    library.decide(decide_cell(coded, "start_date", ["2021"], BY))
    with pytest.raises(InputError, match="start_date holds that already, as Anna Holt decided"):
        decide_cell(code(library), "start_date", ["2021"], LATER)


def test_a_decision_goes_on_counting_when_the_documents_are_read_anew(library: Ledger) -> None:
    library.decide(decide_cell(code(library), "start_date", ["2021"], BY))
    for number, story in enumerate(LIBRARY):
        entry = entry_of(story, f"paper-{number}.txt")
        claims = tuple(replace(claim, extractor_version="2") for claim in entry.claims)
        library.append(replace(entry, extractor_version="2", claims=claims, relations=()))
    after = code(library)
    assert {claim.extractor_version for claim in after.incident.claims} == {"2"}
    assert after.get("start_date").decision is not None


def test_a_name_that_is_erased_is_gone_from_what_was_decided_too(library: Ledger) -> None:
    library.decide(decide_cell(code(library), "name", ["What Orla Venn did"], BY))
    library.erase(Wanted(("Orla Venn",)), LATER)
    assert all("Orla" not in part for decision in library.decisions() for part in decision.what)
    assert library.audit().damages == ()
