from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.coded import decide_cell
from alleged.ledger import open_ledger
from alleged.model.access import EVERYTHING, Member, Role
from tests.unit.dossiers.coding import code
from tests.unit.dossiers.library import LIBRARY, REGISTER, add_stories
from tests.unit.dossiers.test_coded import BY, OTHER_YEAR
from tests.unit.server.visiting import OWN, arrive

if TYPE_CHECKING:
    from pathlib import Path

    from httpx2 import Response
    from starlette.testclient import TestClient


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(open_ledger(tmp_path / "library.db", create=True)) as ledger:
        add_stories(ledger, *LIBRARY, OTHER_YEAR)
    return tmp_path / "library.db"


@pytest.fixture
def client(path: Path) -> TestClient:
    return arrive(path)


def find_incident(client: TestClient) -> str:
    return str(client.get("/codebook.json").json()[0]["incident"])


def send(client: TestClient, **fields: object) -> Response:
    known = {"of": find_incident(client), "form": "eurepoc", "variable": "start_date", "why": "it says so"}
    return client.post("/codebook/decide", data={**known, **fields}, headers=OWN)


def read_cell(client: TestClient, variable: str = "start_date") -> dict[str, object]:
    found: dict[str, object] = client.get("/codebook.json").json()[0]["cells"][variable]
    return found


def test_incidents_are_listed_with_how_much_is_decided(client: TestClient) -> None:
    page = client.get("/codebook").text
    assert "0 of 23" in page
    assert "0 of 10" in client.get("/codebook?form=cfr").text


def test_every_value_stands_with_its_words_and_who_says_them(client: TestClient) -> None:
    page = client.get(f"/codebook?of={find_incident(client)}").text
    assert f"United Kingdom says that {REGISTER}" in page
    assert "2 values, it can hold one" in page
    assert "no claim says" in page
    assert "denied by" in page


def test_a_value_is_accepted_changed_left_empty_and_taken_back(client: TestClient) -> None:
    assert "decided by anna" in send(client, act="set", value="2021").text
    assert read_cell(client)["value"] == ["2021"]
    send(client, act="set", value="2021-03", seen=read_cell(client)["decision"])
    assert (read_cell(client)["value"], read_cell(client)["decided_by"]) == (["2021-03"], "anna")
    send(client, act="clear", seen=read_cell(client)["decision"])
    assert read_cell(client)["is_empty_on_purpose"] is True
    send(client, act="withdraw", seen=read_cell(client)["decision"])
    assert read_cell(client)["value"] == ["2021-03"]


def test_several_values_of_a_list_are_accepted_at_once(client: TestClient) -> None:
    send(client, variable="receiver_name", act="set", value=["Northport", "voters of Northport"])
    assert read_cell(client, "receiver_name")["value"] == ["Northport", "voters of Northport"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"act": "set", "value": "soon"}, "start_date cannot be"),
        ({"act": "set"}, "no value is given"),
        ({"act": "dance"}, "say what to do with the cell"),
        ({"act": "withdraw"}, "say what to do with the cell"),
        ({"act": "clear", "why": " "}, "say why"),
        ({"act": "clear", "variable": "colour"}, "no variable named"),
        ({"act": "clear", "form": "../../etc/passwd"}, "no codebook named"),
    ],
)
def test_what_cannot_be_is_told(client: TestClient, fields: dict[str, str], told: str) -> None:
    answer = send(client, **fields)
    assert answer.status_code == 400
    assert told in answer.text
    assert read_cell(client)["decided_by"] is None


def test_who_decided_meanwhile_is_told_and_not_overwritten(path: Path, client: TestClient) -> None:
    with closing(open_ledger(path, create=False)) as ledger:
        ledger.decide(decide_cell(code(ledger), "start_date", ["2020"], BY))
    answer = send(client, act="set", value="2021")
    assert answer.status_code == 409
    assert "Anna Holt" in answer.text
    assert read_cell(client)["value"] == ["2020"]


def test_a_viewer_may_look_and_not_decide(path: Path) -> None:
    with closing(open_ledger(path, create=False)) as ledger:
        ledger.set_member(Member("root", Role.ADMIN, frozenset({EVERYTHING}), "root", BY.at))
    with closing(open_ledger(path, create=False, who="root")) as ledger:
        ledger.set_member(Member("vera", Role.VIEWER, frozenset(), "root", BY.at))
    client = arrive(path, "vera")
    page = client.get(f"/codebook?of={find_incident(client)}").text
    assert "You may look, and not decide" in page
    assert "/codebook/decide" not in page
    assert send(client, act="set", value="2021").status_code >= 400


def test_an_unknown_incident_leads_to_the_list(client: TestClient) -> None:
    assert "No incident of this ledger is “ffff”" in client.get("/codebook?of=ffff").text
