from __future__ import annotations

import html
import re
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.claims import view_claim
from alleged.ledger import open_ledger
from alleged.ledger.decided import Shown
from alleged.ledger.interface import ClaimQuery
from alleged.model.decision import About, Matter, Signature, Verdict, decide
from tests.unit.model.samples import REPORT, accusation, claims, denial, make_entry, make_text
from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

TEXT = make_text()
BY = Signature("anna", "2024-04-01T09:00:00+00:00", "the sentence quotes <somebody> else")


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    with closing(open_ledger(tmp_path / "ledger.db", create=True)) as opened:
        opened.append(make_entry(TEXT))
        opened.decide(decide(Matter(About.CLAIM, (accusation(TEXT).id,)), Verdict.REJECT, BY))
    return arrive(tmp_path / "ledger.db")


def read(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page[page.index("<main") :])).split())


def test_the_sheet_tells_everything(client: TestClient) -> None:
    claim = denial(TEXT)
    told = read(client.get(f"/claim/{claim.id}").text)
    for expected in (
        "Embassy of Tidewater for Tidewater denies",
        REPORT.split("\n")[4],
        "Embassy of Tidewater for Tidewater (accused, named at the cue, “The embassy”)",
        "without a hedge",
        "operation / intrusion · not said to have happened",
        "GREY HERON (implied)",
        "nobody named",
        f"characters {claim.quote.start} to {claim.quote.end} of the file",
        "engine hand 1, reader sample 1",
        claim.id,
        "It disputes",
        "“the allegations” are those told before",
    ):
        assert expected in told


def test_its_pieces_are_marked(client: TestClient) -> None:
    page = client.get(f"/claim/{denial(TEXT).id}").text
    assert '<span class="by is-lit">The embassy</span>' in page
    assert '<span class="cue">dismissed</span>' in page
    assert 'is-content">the allegations as baseless</mark>' in page


def test_what_answers_it_is_told(client: TestClient) -> None:
    told = read(client.get(f"/claim/{claims(TEXT)[1].id}").text)
    assert "Answered by 1 claim" in told
    assert "disputes (blanket)" in told


def test_a_rejected_claim_is_shown_with_who_rejected_it(client: TestClient) -> None:
    told = read(client.get(f"/claim/{accusation(TEXT).id[:8]}").text)
    assert "is rejected (anna, 2024-04-01: the sentence quotes <somebody> else)" in told
    assert "in-force" in told


def test_it_leads_to_its_document_and_to_its_review(client: TestClient) -> None:
    claim = denial(TEXT)
    page = client.get(f"/claim/{claim.id}").text
    assert f'href="/article/{claim.document}?claim={claim.id}"' in page
    assert f'href="/review?claim={claim.id}"' in page


def test_names_are_looked_up_on_demand(client: TestClient) -> None:
    address = f"/claim/{denial(TEXT).id}"
    assert "Look them up" in client.get(address).text
    looked_up = read(client.get(f"{address}?names=yes").text)
    assert "Embassy of Tidewater speaker none is chosen" in looked_up
    assert "names" not in client.get(f"{address}.json").json()[0]
    (record,) = client.get(f"{address}.json?names=yes").json()
    assert [name["part"] for name in record["names"]] == ["speaker", "actor"]


def test_claims_of_every_example_have_a_sheet(read_ledger: Path) -> None:
    client = arrive(read_ledger)
    with closing(open_ledger(read_ledger, create=False)) as opened:
        for document in opened.documents():
            claim = opened.claims(ClaimQuery(document=document.id, limit=1)).claims[0]
            page = client.get(f"/claim/{claim.id}").text
            shown = view_claim(opened.showing(Shown.ALL), claim.id)
            assert " ".join("".join(run.words for run in shown.passage.runs).split()) in read(page)
