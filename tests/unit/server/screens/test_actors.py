from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path


def test_names_are_listed_with_their_claims_and_the_twin_has_all_of_them(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    page, every = client.get("/actors").text, client.get("/actors.json?unmask=yes").json()
    assert "/dossier?of=APT31" in page
    assert f"1–50 of {len(every)}" in page
    first = every[0]
    assert (first["name"], first["claims"]) == (
        "APT31",
        sum(first[each] for each in ("asserts", "alleges", "assesses", "confirms", "denies", "declines")),
    )


def test_only_one_part_and_only_some_letters(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    speakers = client.get("/actors.json?part=speaker&q=embassy").json()
    assert speakers
    assert all(
        "embassy" in each["name"].casefold() and each["speaker"] == each["claims"] for each in speakers
    )
    assert client.get("/actors?part=hacker").status_code == 400


def test_an_unknown_name_is_answered_with_what_may_be_meant(read_ledger: Path) -> None:
    assert "Did you mean" in arrive(read_ledger).get("/actors?q=Electoral Comission").text
