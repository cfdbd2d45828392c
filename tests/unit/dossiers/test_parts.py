from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.incidents import view_incident, view_incidents
from alleged.dossiers.matrix import view_matrix
from alleged.dossiers.overview import view_overview
from alleged.dossiers.parts import Share, take_about, take_asked, take_newest
from alleged.ledger import open_ledger
from alleged.ledger.interface import ClaimQuery
from alleged.model.decision import About as Matters
from alleged.model.decision import Matter, Signature, Verdict, decide
from alleged.model.vocabulary import Act, Stance
from tests.strategies.reports import About, Says, make_story
from tests.unit.dossiers.library import LIBRARY, MONDAY, REGISTER, add_stories

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.ledger.decided import DecidedLedger

SIGNED = Signature("Anna Holt", "2024-05-06T07:08:09Z", "read it")
ROBBED = "Silver Ibis robbed Tarn Mill"

OLD = make_story(
    About("Mill robbed", "Mill Gazette", "2020-01-02"),
    Says(
        "Silver Ibis robbed Tarn Mill",
        "Norway",
        Stance.ALLEGES,
        Act.DATA_THEFT,
        ("Silver Ibis",),
        ("Tarn Mill",),
    ),
)
OLD_DENIAL = make_story(
    About("Finland rejects", "Mill Post", "2020-01-03"),
    Says("the allegations as baseless", "Finland", Stance.DENIES, Act.COMMENT),
)
UNDATED = make_story(
    About("Mill again", "Mill Weekly", None),
    Says(f"{ROBBED} again", None, act=Act.DATA_THEFT, actors=("Silver Ibis",)),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[DecidedLedger]:
    with closing(open_ledger(tmp_path / "library.db", create=True)) as opened:
        add_stories(opened, UNDATED, OLD, OLD_DENIAL, *LIBRARY)
        yield opened


def titles(ledger: DecidedLedger) -> set[str | None]:
    return {document.metadata.title for document in ledger.documents()}


def test_a_ledger_that_is_small_enough_is_taken_whole(library: DecidedLedger) -> None:
    part = take_newest(library)
    assert part.is_whole
    assert part.ledger is library
    assert part.documents == Share(6, 6)
    assert take_asked(library, "Silver Ibis").naming == Share(2, 2)


def test_the_newest_documents_are_taken_while_there_is_room_and_the_rest_is_counted(
    library: DecidedLedger,
) -> None:
    part = take_newest(library, 10)
    assert titles(part.ledger) == {"Beijing rejects", "Millions hit", "Register stolen", "Finland rejects"}
    total = library.claims(ClaimQuery(limit=0)).total
    assert (part.claims, part.documents) == (Share(10, total), Share(4, 6))
    assert not part.is_whole


def test_one_document_is_taken_however_long_it_is(library: DecidedLedger) -> None:
    assert titles(take_newest(library, 1).ledger) == {"Beijing rejects"}


def test_every_view_of_a_part_tells_of_its_documents_only(library: DecidedLedger) -> None:
    part = take_newest(library, 9).ledger
    overview = view_overview(part)
    assert {claim.id for claim in overview.claims.values()} == {
        c.id for c in part.claims(ClaimQuery()).claims
    }
    assert len(overview.lineage.documents) == len(part.inputs()) == len(part.texts()) == 3
    assert part.claims(ClaimQuery(actor="Silver Ibis")).total == 0


def test_a_name_takes_the_documents_that_bear_it_and_those_that_may_answer(library: DecidedLedger) -> None:
    part = take_about(library, "silver ibis", 4)
    assert titles(part.ledger) == {"Mill robbed", "Mill again", "Finland rejects"}
    assert part.naming == Share(2, 2)
    (row,) = view_matrix(part.ledger, "Silver Ibis").rows
    assert {claim.content.exact for claim in row.proposition.claims} == {ROBBED, f"{ROBBED} again"}


def test_of_a_name_that_many_documents_bear_it_says_how_many_were_taken(library: DecidedLedger) -> None:
    assert take_about(library, "Silver Ibis", 1).naming == Share(1, 2)


def test_a_claim_takes_the_documents_that_share_its_names(library: DecidedLedger) -> None:
    said = next(c for c in library.claims(ClaimQuery()).claims if c.content.exact == REGISTER)
    part = take_asked(library, said.id, 12)
    assert "Register stolen" in titles(part.ledger)
    incident = view_incident(part.ledger, said.id)
    whole = next(b.incident for b in view_incidents(library) if said in b.incident.claims)
    assert {claim.id for claim in incident.claims} == {claim.id for claim in whole.claims}


def test_what_nothing_bears_takes_the_newest(library: DecidedLedger) -> None:
    assert titles(take_asked(library, "Nobody", 3).ledger) == titles(take_asked(library, None, 3).ledger)


def test_what_was_retracted_is_in_no_part(library: DecidedLedger) -> None:
    newest = next(d for d in library.documents() if d.metadata.title == "Beijing rejects")
    library.decide(decide(Matter(Matters.DOCUMENT, (newest.id,)), Verdict.REJECT, SIGNED))
    part = take_newest(library, 3)
    assert titles(part.ledger) < {"Register stolen", "Millions hit"}
    assert part.documents.total == 5
    assert part.ledger.documents()[0].metadata.published == MONDAY
