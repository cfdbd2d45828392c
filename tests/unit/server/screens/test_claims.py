from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.unit.server.visiting import OWN, arrive

if TYPE_CHECKING:
    from pathlib import Path


def test_a_field_narrows_and_can_be_taken_back(read_ledger: Path) -> None:
    page = arrive(read_ledger).get("/claims?q=stance:denies").text
    assert "denies" in page
    assert ">confirms<" not in page.replace("\n", "")
    assert 'href="/claims"' in page


def test_the_twin_has_every_claim_and_not_one_page_of_them(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    every = client.get("/claims.json").json()
    rows = list(csv.DictReader(io.StringIO(client.get("/claims.csv").text)))
    assert len(every) == len(rows) > 50
    denying = client.get("/claims.json?q=stance:denies").json()
    assert {record["stance"] for record in denying} == {"denies"}


def test_the_pages_together_are_the_whole(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    total = len(client.get("/claims.json").json())
    seen = [client.get(f"/claims?page={page}").text.count('<article class="claim') for page in (1, 2, 3)]
    assert sum(seen) == total


@pytest.mark.parametrize("line", ["stance:says", "since:soon", "actor:A actor:B"])
def test_what_cannot_be_meant_is_told(read_ledger: Path, line: str) -> None:
    answer = arrive(read_ledger).get("/claims", params={"q": line})
    assert answer.status_code == 400
    assert "Asked wrongly" in answer.text


def test_a_search_is_saved_and_forgotten(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    sent = {"q": "stance:denies", "name": "who denies"}
    assert "who denies" in client.post("/claims/save", data=sent, headers=OWN).text
    assert "who denies" in client.get("/").text
    client.post("/claims/forget", data={"name": "who denies"}, headers=OWN)
    assert "who denies" not in client.get("/claims").text
