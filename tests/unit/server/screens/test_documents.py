from __future__ import annotations

import csv
import json
import shutil
from contextlib import closing
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.origins import list_descents, view_lineage
from alleged.exports.documents import Known, table_documents
from alleged.ledger import open_ledger
from alleged.model.document import Input
from alleged.model.vocabulary import Reason
from alleged.server.screens import documents
from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

AT = "2026-03-04T05:06:07+00:00"
MISSED = Input(
    "https://news.example/a.txt", Reason.TIMEOUT.status, Reason.TIMEOUT, "open", AT, "took too long"
)
LOST = Input("lost.txt", Reason.MISSING.status, Reason.MISSING, "open", AT, "there is no such file; check it")


@pytest.fixture
def client(read_ledger: Path, tmp_path: Path) -> TestClient:
    """Somebody who looks at the examples, and at 60 attempts that failed."""
    copy = tmp_path / "ledger.db"
    shutil.copy(read_ledger, copy)
    with closing(open_ledger(copy, create=False)) as opened:
        for attempt in [MISSED] * 59 + [LOST]:
            opened.note(attempt)
    return arrive(copy)


def test_the_newest_come_first_and_the_page_says_of_how_many(client: TestClient) -> None:
    page = client.get("/documents").text
    assert "25 of 64 inputs" in page
    assert page.index("lost.txt") < page.index("hxxps://news[.]example/a.txt")
    assert "https://news.example" not in page
    assert "14 of 64 inputs" in client.get("/documents?page=3").text


def test_links_narrow_by_status_with_counts(client: TestClient) -> None:
    page = client.get("/documents?status=failed").text
    assert "1 input" in page
    assert "there is no such file; check it" in page
    for status, count in (("ok", 4), ("failed", 1), ("timeout", 59)):
        assert f'status={status}"' in page
        assert f'{status} <span class="soft">{count}</span>' in page


def test_nothing_found_says_what_to_do(client: TestClient) -> None:
    assert "Nothing that was read fits this." in client.get("/documents?q=nosuchname").text
    assert "There is no page 9 here." in client.get("/documents?page=9").text


def test_the_twins_hold_every_row_as_the_command_line_has_it(client: TestClient, tmp_path: Path) -> None:
    with closing(open_ledger(tmp_path / "ledger.db", create=False)) as opened:
        markings = {each.document: each.label for each in opened.markings()}
        known = Known(list_descents(view_lineage(opened)), opened.effects().newer, markings)
        expected = list(table_documents(opened.inputs(), known).records)
    assert client.get("/documents.json").json() == json.loads(json.dumps(expected))
    rows = list(csv.DictReader(StringIO(client.get("/documents.csv?status=timeout").text)))
    assert len(rows) == 59
    assert len(client.get("/documents.json?page=3").json()) == 14


def test_documents_of_a_large_ledger_are_compared_where_it_is_asked_for(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "COMPARED", 1)
    address = "/documents?status=ok"
    assert "not compared unasked" in client.get(address).text
    assert "among the documents of this page only" in client.get(f"{address}&origins=yes").text
