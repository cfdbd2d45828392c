from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.unit.model.samples import make_entry, make_text
from tests.unit.server.holding import keep, visit

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

OLDER = make_text()
NEWER = make_text(OLDER.clean.replace("is purportedly linked", "is purportedly, we hear, linked"))
PAIR = (OLDER.document.id, NEWER.document.id)


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    newer = replace(NEWER, document=replace(NEWER.document, version_of=OLDER.document.id))
    return visit(tmp_path, make_entry(OLDER), keep(newer))


def test_words_and_claims_are_told(client: TestClient) -> None:
    older, newer = PAIR
    page = client.get(f"/diff?older={older}&newer={newer}").text
    assert "<ins>purportedly, we hear,</ins>" in page
    assert "<del>purportedly</del>" in page
    assert "claims: 3 gone, 0 new, 0 changed, 0 unchanged" in page
    assert page.count('<article class="claim') == 3


def test_one_document_is_compared_with_its_other_version(client: TestClient) -> None:
    older, newer = PAIR
    both = client.get(f"/diff.json?older={older}&newer={newer}").json()
    assert client.get(f"/diff.json?newer={newer}").json() == both
    assert client.get(f"/diff.json?older={older}").json() == both
    assert [record["part"] for record in both] == ["words", "claims", "claims", "claims"]


def test_without_a_name_it_lists_what_changed(client: TestClient) -> None:
    older, newer = PAIR
    assert f'href="/diff?older={older}&amp;newer={newer}">compare' in client.get("/diff").text
    (record,) = client.get("/diff.json").json()
    assert (record["older_id"], record["newer_id"]) == PAIR


def test_where_nothing_changed_it_says_so(tmp_path: Path) -> None:
    assert "No page was read in two versions" in visit(tmp_path, make_entry(OLDER)).get("/diff").text


def test_a_document_must_exist(client: TestClient) -> None:
    answer = client.get("/diff?newer=00000000")
    assert answer.status_code == 404
    assert "no document is called" in answer.text


def test_the_versions_lead_to_it(client: TestClient) -> None:
    older, newer = PAIR
    address = f"/diff?older={older}&amp;newer={newer}"
    assert address in client.get(f"/article/{older}").text
    assert address in client.get(f"/article/{newer}").text
