from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from alleged.dossiers.coding import ADJUDICATED
from alleged.ledger import open_ledger
from alleged.model.access import Member, Role
from alleged.model.correction import Field
from alleged.model.decision import Verdict, standing
from tests.unit.dossiers.coders import accept, reject
from tests.unit.server.screens.test_review import find_standing, list_claims
from tests.unit.server.visiting import OWN, arrive

BOTH = "/agreement?one=anna&two=ben"


@pytest.fixture
def own(read_ledger: Path, tmp_path: Path) -> Path:
    """A ledger in which anna and ben coded three claims: one alike, one with another stance, one verdict."""
    place = Path(shutil.copy(read_ledger, tmp_path / "own.db"))
    with closing(open_ledger(place, create=False)) as ledger:
        one, two, three, *_ = list_claims(ledger)
        other = "denies" if two.stance.value != "denies" else "asserts"
        for who in ("anna", "ben"):
            accept(ledger, who, one)
        accept(ledger, "anna", two)
        accept(ledger, "ben", two, {Field.STANCE: (other,)})
        reject(ledger, "anna", three)
        accept(ledger, "ben", three)
    return place


def test_the_figures_and_only_the_disagreements_are_shown(own: Path) -> None:
    page = arrive(own, "dora").get(BOTH).text
    assert "3 claims decided by both" in page
    assert "2 disagreements, 0 of them adjudicated" in page
    assert page.count("as anna has it") == 2
    assert "undefined: both always gave one and the same value" in page


def test_the_twins_have_a_row_a_field_or_a_row_a_claim_and_field(own: Path) -> None:
    client = arrive(own, "dora")
    fields = {row["field"]: row for row in client.get(BOTH.replace("?", ".json?")).json()}
    assert (fields["verdict"]["n"], fields["verdict"]["agreed"]) == (3, 2)
    assert (fields["stance"]["n"], fields["stance"]["agreed"]) == (2, 1)
    coded = client.get(BOTH.replace("?", ".csv?") + "&rows=claims").text
    assert len(coded.splitlines()) == 1 + 2 * 9 + 1


def test_a_disagreement_is_settled_by_a_decision_that_supersedes(own: Path) -> None:
    with closing(open_ledger(own, create=False)) as ledger:
        claim = list_claims(ledger)[2].id
        seen = [each.id for each in standing(ledger.decisions()) if each.what == (claim,)]
    sent = {"one": "anna", "two": "ben", "claim": claim, "as": "anna", "seen": seen}
    answer = arrive(own, "dora").post("/agreement/settle", data=sent, headers=OWN)
    assert answer.status_code == 200
    assert "2 disagreements, 1 of them adjudicated" in answer.text
    (settled,) = (each for each in find_standing(own) if each.what == (claim,))
    assert (settled.who, settled.verdict, settled.why) == (
        "dora",
        Verdict.REJECT,
        f"{ADJUDICATED}as anna has it",
    )


def test_what_was_decided_since_is_told(own: Path) -> None:
    with closing(open_ledger(own, create=False)) as ledger:
        claim = list_claims(ledger)[2].id
    sent = {"one": "anna", "two": "ben", "claim": claim, "as": "anna"}
    client = arrive(own, "dora")
    assert client.post("/agreement/settle", data=sent, headers=OWN).status_code == 409
    refused = client.post("/agreement/settle", data={**sent, "as": "eve"}, headers=OWN)
    assert refused.status_code == 400
    assert "eve did not decide on this claim" in refused.text


def test_a_reading_of_ones_own_is_marked_as_adjudication_and_leads_back(own: Path) -> None:
    with closing(open_ledger(own, create=False)) as ledger:
        claim = list_claims(ledger)[2].id
        seen = [each.id for each in ledger.decisions()]
    sent = {
        "claim": claim,
        "verdict": "reject",
        "one": "anna",
        "two": "ben",
        "why": "told twice",
        "seen": seen,
    }
    answer = arrive(own, "anna").post("/review/decide", data=sent, headers=OWN)
    assert answer.url.path == "/agreement"
    assert "1 of them adjudicated" in answer.text
    assert find_standing(own)[-1].why == f"{ADJUDICATED}told twice"


def test_who_may_only_read_settles_nothing(own: Path) -> None:
    with closing(open_ledger(own, create=False, who="boss")) as ledger:
        for who, role in (("boss", Role.ADMIN), ("dora", Role.VIEWER)):
            ledger.set_member(Member(who, role, frozenset({"*"}), "boss", "2026-01-05T09:00:00+00:00"))
        claim = list_claims(ledger)[2].id
    client = arrive(own, "dora")
    page = client.get(BOTH).text
    assert "Your role in this ledger is to read" in page
    assert "/agreement/settle" not in page
    sent = {"one": "anna", "two": "ben", "claim": claim, "as": "anna"}
    assert client.post("/agreement/settle", data=sent, headers=OWN).status_code >= 400


def test_nobody_to_compare_is_told(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    assert "Fewer than two people decided" in client.get("/agreement").text
    assert "no claim here on which both decided" in client.get(BOTH).text
    assert client.get("/agreement?one=anna&two=anna").status_code == 400
