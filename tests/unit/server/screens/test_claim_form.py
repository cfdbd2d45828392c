from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.flow.ingest import ingest
from alleged.flow.read import Plan
from alleged.ledger import open_ledger
from alleged.ledger.interface import ClaimQuery
from alleged.model.addition import find_adder
from tests.unit.flow.documents import STORY, engine, write
from tests.unit.server.visiting import OWN, arrive

if TYPE_CHECKING:
    from pathlib import Path

    from httpx2 import Response

    from alleged.model.claim import Claim

FORM = {
    "content": "stole the records",
    "stance": "asserts",
    "act": "data-theft",
    "basis": "explicit",
    "speaker": "Northwind",
    "role": "victim",
    "actor": "the hackers\r\nNobody Else\r\n",
    "time": "2021",
    "why": "read in the document",
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A ledger that holds one story."""
    place = tmp_path / "own.db"
    with closing(open_ledger(place, create=True)) as ledger:
        list(ingest([write(tmp_path, "story.txt", STORY + "\nChina spoke.\n")], ledger, Plan(engine())))
    return place


def document_of(ledger: Path) -> str:
    with closing(open_ledger(ledger, create=False)) as opened:
        return opened.documents()[0].id


def post(ledger: Path, **changed: str) -> Response:
    sent = {**FORM, "document": document_of(ledger), **changed}
    return arrive(ledger).post("/review/add", data=sent, headers=OWN)


def find_added(ledger: Path) -> list[Claim]:
    with closing(open_ledger(ledger, create=False)) as opened:
        return [claim for claim in opened.claims(ClaimQuery()).claims if find_adder(claim.extractor)]


def test_pasted_words_become_a_claim_that_everybody_sees_as_added(own: Path) -> None:
    answer = post(own)
    assert answer.status_code == 200
    (claim,) = find_added(own)
    assert (claim.content.exact, claim.speaker.name, claim.event_time.edtf) == (
        "stole the records",
        "Northwind",
        "2021",
    )
    assert [mention.name for mention in claim.actors] == ["the hackers", "Nobody Else"]
    assert [bool(mention.span) for mention in claim.actors] == [True, False]
    assert "added by anna" in arrive(own).get(f"/claim/{claim.id}").text


def test_words_that_stand_several_times_are_asked_for(own: Path) -> None:
    answer = post(own, content="China")
    assert answer.status_code == 400
    assert answer.text.count('name="content_at"') == 2
    assert 'value="Northwind"' in answer.text
    assert find_added(own) == []
    last = STORY.rindex("China") if STORY.count("China") > 1 else (STORY + "\nChina spoke.\n").rindex("China")
    assert post(own, content="China", content_at=f"{last}-{last + 5}").status_code == 200
    assert find_added(own)[0].content.start == last


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"content": "nobody wrote this"}, "do not stand in the text"),
        ({"content": ""}, "choose or paste the words of the content"),
        ({"hedge": "purportedly"}, "does not hold the words"),
        ({"stance": ""}, "say which stance"),
        ({"time": "then"}, "is no time"),
        ({"why": ""}, "the reason is empty"),
        ({"content_at": "0-9999999999999999999999"}, ""),
    ],
)
def test_what_cannot_be_is_told_and_what_was_written_is_kept(
    own: Path, changed: dict[str, str], told: str
) -> None:
    answer = post(own, **changed)
    if not told:
        assert find_added(own)[0].content.exact == "stole the records"
        return
    assert answer.status_code == 400
    assert told in answer.text
    assert "Northwind" in answer.text
    assert find_added(own) == []


def test_one_paragraph_can_be_looked_at(own: Path) -> None:
    client, document = arrive(own), document_of(own)
    page = client.get(f"/review/add?document={document}&paragraph=2").text
    assert "Northwind said" in page
    assert "prosecutors" not in page
    assert f'data-start="{STORY.index("The company")}"' in page
    assert client.get(f"/review/add?document={document}&paragraph=99").status_code == 400
    assert client.get("/review/add").status_code == 400
