from __future__ import annotations

import json
import re
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.matrix import By, view_matrix
from alleged.exports.masking import make_fit
from alleged.exports.matrix import table_matrix
from alleged.knowledge.store import open_knowledge
from alleged.ledger import open_ledger
from alleged.server.desk import Desk
from alleged.server.grid import row_key
from tests.unit.dossiers.library import AUTHORITY, BODIES, add_stories
from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("by", list(By))
def test_the_twin_holds_every_cell(read_ledger: Path, by: By) -> None:
    told = arrive(read_ledger).get(f"/matrix.json?of=APT31&by={by}").json()
    desk = Desk.open(str(read_ledger), "anna")
    matrix = view_matrix(desk.ledger, "APT31", by, open_knowledge)
    fit, _ = make_fit(table_matrix(matrix, matrix.rows), desk.privacy(), desk.newest())
    assert told == json.loads(json.dumps(list(fit.records)))
    assert len(told) == len(matrix.rows) * len(matrix.columns)


def test_the_page_says_how_much_of_it_is_shown(read_ledger: Path) -> None:
    page = arrive(read_ledger).get("/matrix?of=APT31").text
    with closing(open_ledger(read_ledger, create=False)) as opened:
        matrix = view_matrix(opened, "APT31")
    assert re.search(rf"20 of {len(matrix.rows)} rows · \d+ of {len(matrix.columns)} speakers", page)
    second = arrive(read_ledger).get("/matrix.json?of=APT31&page=2").json()
    assert len(second) == (len(matrix.rows) - 20) * len(matrix.columns)


def test_an_opened_cell_shows_its_quotes_with_their_article(read_ledger: Path) -> None:
    with closing(open_ledger(read_ledger, create=False)) as opened:
        row = view_matrix(opened, "APT31").rows[0]
    claim = row.proposition.claims[0]
    page = arrive(read_ledger).get(f"/matrix?of=APT31&row={row_key(row)}").text
    assert f'href="/claim/{claim.id}"' in page
    assert f'href="/article/{claim.document}#claim-{claim.id[:8]}"' in page
    gone = arrive(read_ledger).get("/matrix?of=APT31&row=00000000&column=Nobody").text
    assert "the ledger has changed" in gone


def test_without_a_name_there_is_something_to_choose(read_ledger: Path) -> None:
    page = arrive(read_ledger).get("/matrix").text
    assert '<a href="/matrix?of=APT31">APT31</a>' in page
    assert "Most named" not in arrive(read_ledger).get("/matrix?of=APT31").text


def test_who_is_not_spoken_of_gives_no_rows(read_ledger: Path) -> None:
    assert "Nothing to compare" in arrive(read_ledger).get("/matrix?of=Nobody+At+All").text


def test_columns_that_are_none_are_refused(read_ledger: Path) -> None:
    assert arrive(read_ledger).get("/matrix?by=outlet").status_code == 400


def test_a_body_with_two_names_says_so_on_the_matrix_and_the_incident(tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "bodies.db", create=True)) as ledger:
        add_stories(ledger, *BODIES)
    client = arrive(tmp_path / "bodies.db")
    told = f"{AUTHORITY} also as: NPA (suggested"
    identity = client.get("/incidents.json").json()[0]["id"]
    for page in ("/matrix", "/incidents", f"/incident/{identity}"):
        assert told in client.get(page).text
    assert '<span class="also">also as: NPA</span>' in client.get("/matrix").text
