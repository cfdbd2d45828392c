from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from alleged.ledger import open_ledger
from alleged.model.access import Member, Role
from tests.unit.dossiers.coders import accept, reject
from tests.unit.server.screens.test_review import find_standing, list_claims
from tests.unit.server.visiting import OWN, arrive


@pytest.fixture
def own(read_ledger: Path, tmp_path: Path) -> Path:
    """A ledger in which ben rejected a claim, and anna accepted it then and another one."""
    place = Path(shutil.copy(read_ledger, tmp_path / "own.db"))
    with closing(open_ledger(place, create=False)) as ledger:
        one, two, *_ = list_claims(ledger)
        reject(ledger, "ben", one)
        accept(ledger, "anna", one)
        accept(ledger, "ben", two)
    return place


def test_decisions_are_listed_with_who_why_and_what_counts(own: Path) -> None:
    client = arrive(own)
    page = client.get("/decisions").text
    assert "3 decisions" in page
    assert page.index("in-force</td>") < page.index("replaced</td>")
    assert "1 of 3 decisions" in client.get("/decisions?who=anna").text
    assert "1 of 3 decisions" in client.get("/decisions?state=replaced").text
    assert "No decision is of this person" in client.get("/decisions?who=anna&state=withdrawn").text
    assert client.get("/decisions?state=perhaps").status_code == 400
    assert [row["who"] for row in client.get("/decisions.json").json()] == ["ben", "anna", "ben"]


def test_a_decision_is_taken_back_with_a_reason(own: Path) -> None:
    client = arrive(own)
    first = find_standing(own)[0]
    answer = client.post("/decisions/withdraw", data={"decision": first.id, "why": "misread"}, headers=OWN)
    assert answer.status_code == 200
    assert [each.who for each in find_standing(own)] == ["ben", "ben"]
    again = client.post("/decisions/withdraw", data={"decision": first.id, "why": "misread"}, headers=OWN)
    assert again.status_code == 400
    assert "withdrawn already" in again.text


def test_in_a_shared_ledger_a_coder_takes_back_only_their_own(own: Path) -> None:
    with closing(open_ledger(own, create=False, who="boss")) as ledger:
        for who, role in (("boss", Role.ADMIN), ("anna", Role.CODER)):
            ledger.set_member(Member(who, role, frozenset({"*"}), "boss", "2026-01-05T09:00:00+00:00"))
    anna, boss = arrive(own), arrive(own, "boss")
    assert anna.get("/decisions").text.count('action="/decisions/withdraw"') == 1
    assert boss.get("/decisions").text.count('action="/decisions/withdraw"') == 2
    theirs = next(row["id"] for row in anna.get("/decisions.json").json() if row["who"] == "ben")
    refused = anna.post("/decisions/withdraw", data={"decision": theirs, "why": "no"}, headers=OWN)
    assert refused.status_code == 400
    assert "may not withdraw what others decided" in refused.text


def test_an_empty_list_says_where_decisions_come_from(read_ledger: Path) -> None:
    assert "Nobody decided anything yet" in arrive(read_ledger).get("/decisions").text
