from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path


def test_every_incident_is_listed_and_opens(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    found = client.get("/incidents.json").json()
    page = client.get("/incidents").text
    assert found
    for incident in found:
        assert f'href="/incident/{incident["id"]}"' in page
        opened = client.get(f"/incident/{incident['id']}")
        assert opened.status_code == 200
        assert "who did it" in opened.text or "what was done about it" in opened.text


def test_incidents_are_found_by_words_of_their_label(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    assert "No incident" in client.get("/incidents?q=nobodyhasthis").text


def test_no_answer_stands_without_who_gives_it(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    identity = client.get("/incidents.json").json()[0]["id"]
    for record in client.get(f"/incident/{identity}.json").json():
        assert record["stance"]
        assert record["disclaimer"]


def test_an_unknown_incident_is_told(read_ledger: Path) -> None:
    answer = arrive(read_ledger).get("/incident/ffffffff")
    assert answer.status_code == 404
    assert "no incident" in answer.text
