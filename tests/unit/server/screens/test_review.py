from __future__ import annotations

import re
import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from alleged.ledger import open_ledger
from alleged.ledger.decided import Shown
from alleged.ledger.interface import ClaimQuery
from alleged.model.access import Member, Role
from alleged.model.correction import Field
from alleged.model.decision import Verdict, standing
from tests.unit.dossiers.coders import accept, reject
from tests.unit.server.visiting import OWN, arrive

if TYPE_CHECKING:
    from httpx2 import Response
    from starlette.testclient import TestClient

    from alleged.ledger.decided import DecidedLedger
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision

WHY = "read in its paragraph"


@pytest.fixture
def own(read_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the examples' ledger, to decide in."""
    return Path(shutil.copy(read_ledger, tmp_path / "own.db"))


def claim_of(page: str) -> str:
    """The id of the claim that a page of the review asks about."""
    found = re.search(r'name="claim" value="(\w+)"', page)
    assert found, "the page shows no claim"
    return found[1]


def progress_of(page: str) -> tuple[int, int]:
    found = re.search(r">(\d+) of (\d+) claims? decided", page)
    assert found
    return int(found[1]), int(found[2])


def post(client: TestClient, address: str, **values: str) -> Response:
    return client.post(f"/review/{address}", data={"why": WHY, **values}, headers=OWN)


def list_claims(ledger: DecidedLedger, document: str | None = None) -> tuple[Claim, ...]:
    return ledger.showing(Shown.ALL).claims(ClaimQuery(document=document)).claims


def find_standing(ledger: Path) -> tuple[Decision, ...]:
    with closing(open_ledger(ledger, create=False)) as opened:
        return standing(opened.decisions())


def test_a_verdict_is_stored_and_the_next_claim_is_shown(own: Path) -> None:
    client = arrive(own)
    first = claim_of(client.get("/review").text)
    answer = post(client, "decide", claim=first, verdict="reject")
    assert claim_of(answer.text) != first
    assert progress_of(answer.text)[0] == 1
    (made,) = find_standing(own)
    assert (made.verdict, made.what, made.who, made.why) == (Verdict.REJECT, (first,), "anna", WHY)


def test_nothing_is_decided_by_looking(own: Path) -> None:
    client = arrive(own)
    for address in ("decide", "edit", "undo"):
        assert client.get(f"/review/{address}?claim=1234&verdict=accept").status_code == 405
    assert find_standing(own) == ()


def test_another_stance_is_a_correction_and_the_same_one_is_none(own: Path) -> None:
    client = arrive(own)
    with closing(open_ledger(own, create=False)) as ledger:
        first = claim_of(client.get("/review").text)
        stance = ledger.get_claim(first).stance.value
    other = "asserts" if stance != "asserts" else "denies"
    second = claim_of(post(client, "decide", claim=first, stance=stance).text)
    post(client, "decide", claim=second, stance=other)
    made = [decision.what[1:] for decision in find_standing(own) if decision.verdict is Verdict.CORRECT]
    assert made in ([], [("stance", other)])
    assert len({decision.what[0] for decision in find_standing(own)}) == 2


def test_an_edit_stores_only_what_was_changed(own: Path) -> None:
    client = arrive(own)
    page = client.get("/review").text
    form = read_form(page, "/review/edit")
    answer = client.post(
        "/review/edit", data={**form, "target": "One\r\nTwo", "time": "2021-03"}, headers=OWN
    )
    assert answer.status_code == 200
    made = {decision.what[1:] for decision in find_standing(own)}
    assert made == {("target", "One", "Two"), ("time", "2021-03"), ()}


def read_form(page: str, address: str) -> dict[str, str]:
    """The values of a form as a browser would send them."""
    found: Any = html.document_fromstring(page).xpath(f"//form[@action='{address}']")
    (form,) = found
    return {name: value.replace("\n", "\r\n") for name, value in form.form_values()}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"why": "  "}, "the reason is empty"),
        ({"verdict": "withdraw"}, "say if the claim is accepted"),
        ({"claim": "00000000"}, "no claim has an id"),
        ({"stance": "perhaps"}, "it can be asserts"),
    ],
)
def test_what_cannot_be_is_told_in_the_place_of_the_claim(
    own: Path, values: dict[str, str], told: str
) -> None:
    client = arrive(own)
    sent = {"claim": claim_of(client.get("/review").text), "verdict": "accept", **values}
    answer = post(client, "decide", **sent)
    assert answer.status_code == 400
    assert told in answer.text
    assert 'id="review"' in answer.text
    assert find_standing(own) == ()


def test_a_hedge_that_the_quote_does_not_hold_is_refused(own: Path) -> None:
    client = arrive(own)
    form = read_form(client.get("/review").text, "/review/edit")
    answer = client.post("/review/edit", data={**form, "hedge": "certainly not there"}, headers=OWN)
    assert answer.status_code == 400
    assert "does not hold the words" in answer.text
    assert not [each for each in find_standing(own) if each.verdict is Verdict.CORRECT]


def test_what_another_decided_meanwhile_is_told_and_what_was_seen_may_be_replaced(own: Path) -> None:
    client = arrive(own)
    claim = claim_of(client.get("/review").text)
    with closing(open_ledger(own, create=False)) as ledger:
        (theirs,) = reject(ledger, "ben", ledger.get_claim(claim))
    answer = post(client, "decide", claim=claim, verdict="accept")
    assert answer.status_code == 409
    assert "ben" in answer.text
    assert find_standing(own) == (theirs,)
    again = read_form(client.get(f"/review?claim={claim}").text, "/review/decide")
    assert again["seen"] == theirs.id
    assert client.post("/review/decide", data={**again, "verdict": "accept"}, headers=OWN).status_code == 200
    assert [each.who for each in find_standing(own)] == ["anna"]


def test_blind_coding_shows_nothing_of_others(own: Path) -> None:
    with closing(open_ledger(own, create=False)) as ledger:
        first = list_claims(ledger)[0]
        accept(ledger, "ben", first, {Field.ACTOR: ("Nobody But Ben Says So",)})
    client = arrive(own)
    seen = client.get(f"/review?claim={first.id}").text
    blind = client.get(f"/review?claim={first.id}&blind=yes").text
    assert "Nobody But Ben Says So" in seen
    assert "ben decided" in seen
    assert "Nobody But Ben Says So" not in blind
    assert "ben decided" not in blind
    answer = post(client, "decide", claim=first.id, verdict="reject", blind="yes")
    assert answer.status_code == 200
    assert "blind=yes" in str(answer.url)


def test_undo_takes_the_whole_step_back_and_shows_its_claim(own: Path) -> None:
    client = arrive(own)
    form = read_form(client.get("/review").text, "/review/edit")
    page = client.post("/review/edit", data={**form, "actor": "A Group", "time": "2020"}, headers=OWN).text
    undo = {name: re.findall(rf'name="{name}" value="(\w+)"', page) for name in ("decision",)}
    answer = client.post("/review/undo", data={**undo, "why": "undone"}, headers=OWN)
    assert find_standing(own) == ()
    assert claim_of(answer.text) == form["claim"]
    assert "no longer counts" in answer.text


def test_a_viewer_of_a_shared_ledger_looks_and_does_not_decide(own: Path) -> None:
    with closing(open_ledger(own, create=False, who="boss")) as ledger:
        for who, role in (("boss", Role.ADMIN), ("anna", Role.VIEWER)):
            ledger.set_member(Member(who, role, frozenset({"*"}), "boss", "2026-01-05T09:00:00+00:00"))
    client = arrive(own)
    page = client.get("/review")
    assert page.status_code == 200
    assert "Your role in this ledger is to read" in page.text
    assert "/review/decide" not in page.text
    with closing(open_ledger(own, create=False, who="boss")) as ledger:
        claim = list_claims(ledger)[0].id
    refused = post(client, "decide", claim=claim, verdict="accept")
    assert refused.status_code == 400
    assert "may not decide" in refused.text


def test_the_twin_tells_the_whole_queue(own: Path) -> None:
    client = arrive(own)
    first = claim_of(client.get("/review").text)
    post(client, "decide", claim=first, verdict="accept")
    rows = client.get("/review.json").json()
    total = progress_of(client.get("/review").text)[1]
    assert len(rows) == total
    assert [row["claim"] for row in rows if row["verdict"] == "accept"] == [first]


def test_a_queue_that_is_done_says_so(own: Path) -> None:
    client = arrive(own)
    with closing(open_ledger(own, create=False)) as ledger:
        document = min(ledger.documents(), key=lambda each: len(list_claims(ledger, each.id)) or 99).id
        for claim in list_claims(ledger, document):
            accept(ledger, "anna", claim)
    page = client.get(f"/review?document={document}").text
    assert "are decided by you" in page
    assert "Nothing" not in page
    assert "No claim is in this scope" in client.get("/review?of=nobody+of+that+name").text
