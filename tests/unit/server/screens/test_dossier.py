from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from alleged.dossiers.dossier import view_dossier
from alleged.knowledge.store import open_knowledge
from alleged.ledger import open_ledger
from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path


def test_each_section_is_there_with_what_the_views_give(read_ledger: Path) -> None:
    page = arrive(read_ledger).get("/dossier?of=APT31").text
    for anchor in ("said", "answers", "responses", "names", "victims", "lately", "open", "documents"):
        assert f'id="{anchor}"' in page
    for words in ("Denies everything at once", "independence not established", "not findings of this tool"):
        assert words in page


def test_the_twin_is_what_the_command_line_gives(read_ledger: Path) -> None:
    records = arrive(read_ledger).get("/dossier.json?of=APT31").json()
    with_list = arrive(read_ledger).get("/dossier.json?of=ZIRCONIUM&authority=misp-threat-actor").json()
    assert {record["subject"] for record in records} == {"APT31"}
    assert {record["through"][0]["listed"] for record in with_list if record["through"]} >= {"APT31"}


def test_a_private_person_is_marked_for_people_and_masked_for_programs(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    assert '<span class="tag warn">private person</span>' in client.get("/dossier?of=Ni Gaobin").text
    assert "Ni Gaobin" not in client.get("/dossier.json?of=APT31").text


def test_nobody_of_that_name_is_answered_with_near_names(read_ledger: Path) -> None:
    page = arrive(read_ledger).get("/dossier?of=Electoral Comission").text
    assert "Nobody says anything of" in page
    assert "/dossier?of=Electoral+Commission" in page


def test_all_speakers_stand_on_pages_of_their_own(read_ledger: Path) -> None:
    page = arrive(read_ledger).get("/dossier?of=APT31&part=acting").text
    assert "16 of 16 speakers" in page
    assert 'id="victims"' not in page


def test_a_list_that_is_not_loaded_is_asked_wrongly(read_ledger: Path) -> None:
    answer = arrive(read_ledger).get("/dossier?of=APT31&authority=no-such-list")
    assert answer.status_code == 400
    assert "no-such-list" in answer.text


def test_without_a_name_all_names_are_offered(read_ledger: Path) -> None:
    assert "Actors, targets and speakers" in arrive(read_ledger).get("/dossier").text


def test_a_name_that_only_speaks_has_a_dossier(read_ledger: Path) -> None:
    with closing(open_ledger(read_ledger, create=False)) as ledger:
        found = view_dossier(ledger, open_knowledge, ("Oliver Dowden", ()), ("", 7))
    assert not found.is_empty
    assert found.speaking.total
    assert found.lately is None
