from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from tests.unit.dossiers.library import LIBRARY, REGISTER, add_stories
from tests.unit.exports.report.making import NASTY
from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    with closing(open_ledger(tmp_path / "library.db", create=True)) as ledger:
        add_stories(ledger, *LIBRARY, NASTY)
    return arrive(tmp_path / "library.db")


def test_the_page_shows_what_the_file_holds(client: TestClient) -> None:
    page = client.get("/report?of=China").text
    assert REGISTER in page
    assert 'href="/report/html?of=China"' in page
    assert ' style="' not in page
    assert page.count("<h1") == 1


def test_names_of_private_persons_are_hidden_unless_asked_for(client: TestClient) -> None:
    hidden = client.get("/report?of=Orla+Venn").text
    assert "private person, hidden" in hidden
    assert "Orla Venn broke in" not in hidden
    assert "Orla Venn broke in" in client.get("/report?of=Orla+Venn&unmask=yes").text


@pytest.mark.parametrize(
    ("form", "media_type", "begin"),
    [
        ("html", "text/html", b"<!doctype html>"),
        ("md", "text/markdown", b"# China"),
        ("pdf", "application/pdf", b"%PDF"),
    ],
)
def test_each_file_is_to_be_kept(client: TestClient, form: str, media_type: str, begin: bytes) -> None:
    answer = client.get(f"/report/{form}?of=China")
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="alleged-china.{form}"'
    assert answer.content.lstrip().startswith(begin)


def test_programs_get_every_claim_that_it_quotes(client: TestClient) -> None:
    records = client.get("/report.json?of=China").json()
    assert REGISTER in [record["content_text"] for record in records]
    assert all(record["disclaimer"] for record in records)


def test_what_nobody_speaks_of_has_no_report_and_no_file(client: TestClient) -> None:
    assert "No claim of this ledger is about “Nowhere”." in client.get("/report?of=Nowhere").text
    assert client.get("/report/html?of=Nowhere").status_code == 404
    assert client.get("/report/docx?of=China").status_code == 404


def test_without_a_subject_there_is_a_choice(client: TestClient) -> None:
    assert "China" in client.get("/report").text
