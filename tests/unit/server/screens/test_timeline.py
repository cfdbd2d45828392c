from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path


def test_the_page_draws_what_has_a_time(read_ledger: Path) -> None:
    page = arrive(read_ledger).get("/timeline?of=APT31").text
    assert "<svg" in page
    assert page.count("data-moment=") > 3


def test_claims_without_a_time_come_on_demand(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    short, long = (client.get(f"/timeline?of=APT31{more}").text for more in ("", "&undated=yes"))
    assert long.count("data-moment=") > short.count("data-moment=")


def test_an_incident_has_a_timeline_of_its_own_claims(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    incident = client.get("/incidents.json").json()[0]
    shown = set(re.findall(r'data-moment="(\w+)"', client.get(f"/timeline?of={incident['id']}").text))
    assert shown
    assert shown <= set(incident["claim_ids"])


def test_an_open_end_stays_open(read_ledger: Path) -> None:
    page = arrive(read_ledger).get("/timeline").text
    assert 'data-first=""' in page or 'data-last=""' in page
