from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.unit.server.visiting import OWN, arrive

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

ENTRY = "misp-threat-actor:6bf7e6b6-5917-45a6-9567-f0baba79768c"
APT31 = {"of": "APT31", "name": "APT31", "entity": ENTRY, "choice": "same", "why": "the charge means it"}
ZIRCONIUM = {**APT31, "name": "Zirconium"}
ZIRCONIUM_PAGE = "/names/decision?of=APT31&name=Zirconium&entity=threat-actor:APT31"


@pytest.fixture
def client(read_ledger: Path, tmp_path: Path) -> TestClient:
    """Somebody who may decide, in a ledger of their own."""
    own = tmp_path / "own.db"
    shutil.copy(read_ledger, own)
    return arrive(own)


def find_records(client: TestClient, name: str) -> int:
    return len(client.get(f"/dossier.json?of={name}").json())


def test_the_map_tells_what_each_list_does_with_each_name(read_ledger: Path) -> None:
    page = arrive(read_ledger).get("/names?of=APT31").text
    assert "also called so, and so is ZIRCONIUM" in page
    assert "Nobody decided on these names." in page
    records = arrive(read_ledger).get("/names.json?of=APT31").json()
    assert {record["part"] for record in records} >= {"listed", "kept-apart"}


def test_a_decision_is_tried_made_and_taken_back(client: TestClient) -> None:
    before = find_records(client, "Zirconium")
    client.post("/names/decide", data=APT31, headers=OWN)
    told = client.get(ZIRCONIUM_PAGE).text
    assert "Looked up, too: <strong>Zirconium</strong>" in told
    assert find_records(client, "Zirconium") == before
    done = client.post("/names/decide", data=ZIRCONIUM, headers=OWN)
    assert "Zirconium stands for APT31" in done.text
    assert "done=" in str(done.url)
    assert find_records(client, "Zirconium") > before
    back = client.post("/names/decide", data={**ZIRCONIUM, "choice": "unsure"}, headers=OWN)
    assert "was taken back" in back.text
    assert find_records(client, "Zirconium") == before


def test_different_keeps_a_name_out_that_a_list_has(client: TestClient) -> None:
    told = client.get(ZIRCONIUM_PAGE).text
    assert "No longer looked up: <strong>ZIRCONIUM</strong>" in told
    client.post("/names/decide", data={**ZIRCONIUM, "choice": "different"}, headers=OWN)
    page = client.get("/dossier?of=APT31&authority=misp-threat-actor").text
    assert "was decided not to be one of its names, by anna" in page


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"why": " "}, "say why"),
        ({"choice": ""}, "nothing is chosen"),
        ({"choice": "unsure"}, "nothing is decided"),
        ({"entity": "threat-actor:no such group"}, "has no entity"),
        ({"name": " "}, "the name is empty"),
    ],
)
def test_what_cannot_be_decided_is_told(client: TestClient, changed: dict[str, str], told: str) -> None:
    answer = client.post("/names/decide", data={**APT31, **changed}, headers=OWN)
    assert answer.status_code == 400
    assert told in answer.text


def test_what_somebody_else_decided_meanwhile_is_shown_before_it_is_replaced(
    read_ledger: Path, tmp_path: Path
) -> None:
    own = tmp_path / "two.db"
    shutil.copy(read_ledger, own)
    anna, ben = arrive(own, "anna"), arrive(own, "ben")
    ben.post("/names/decide", data={**APT31, "choice": "different", "why": "another group"}, headers=OWN)
    refused = anna.post("/names/decide", data=APT31, headers=OWN)
    assert refused.status_code == 409
    assert "ben" in refused.text
    again = anna.get("/names/decision", params={"of": "APT31", "name": "APT31", "entity": ENTRY}).text
    assert "different, by ben" in again
    seen = re.findall(r'name="seen" value="([0-9a-f]+)"', again)
    decided = anna.post("/names/decide", data={**APT31, "seen": seen}, headers=OWN)
    assert "APT31 stands for APT31" in decided.text


def test_looking_decides_nothing(client: TestClient) -> None:
    assert client.get("/names/decide", params=APT31).status_code == 405
    client.get(ZIRCONIUM_PAGE)
    assert "Nobody decided on these names." in client.get("/names?of=APT31").text
