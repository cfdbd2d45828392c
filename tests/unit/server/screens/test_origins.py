from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.server.screens import origins
from tests.unit.model.samples import REPORT, make_entry, make_text
from tests.unit.server.holding import keep, visit

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

LONGER = REPORT + "".join(
    f"Ship number {number} of the northern line lost {number + 3} letters and {number + 7} maps. "
    for number in range(40)
)
FIRST = make_text(f"{LONGER}\n")
COPY = make_text(f"{LONGER}\nAll rights reserved.\n")
APART = make_text(
    "Gulls sat on the mole all day long, and nobody took any notice of them or of the weather.\n"
)


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    copies = (make_entry(text, f"{number}.txt") for number, text in enumerate((FIRST, COPY)))
    return visit(tmp_path, *copies, keep(APART, source="apart.txt"))


def test_a_copy_leads_to_what_it_goes_back_to(client: TestClient) -> None:
    pages = {text: client.get(f"/article/{text.document.id}/origins").text for text in (FIRST, COPY)}
    told = [page for page in pages.values() if "It goes back to" in page]
    assert len(told) == 1
    assert sum("1 other document goes back to it" in page for page in pages.values()) == 1
    assert sum(f'href="/article/{text.document.id}">document' in told[0] for text in (FIRST, COPY)) == 1


def test_one_that_depends_on_none_is_not_called_independent(client: TestClient) -> None:
    page = client.get(f"/article/{APART.document.id}/origins").text
    assert "Nothing shows that it has its words from another document" in page
    assert "Compared with 2 documents." in page


def test_the_twin_tells_what_the_list_of_documents_does(client: TestClient) -> None:
    (record,) = client.get(f"/article/{APART.document.id}/origins.json").json()
    assert record["origins"] == [APART.document.id]
    assert record["source"] == "apart.txt"


def test_a_large_ledger_is_not_compared_while_somebody_waits(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origins, "MOST", 2)
    page = client.get(f"/article/{APART.document.id}/origins").text
    assert "too large to compare" in page
    assert "3 documents" in page
