from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.dossiers.library import LIBRARY, UNTRUE, entry_of
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
APART = make_text("Gulls sat on the mole all day long, and nobody took any notice of them.\n")


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    copies = (make_entry(text, f"{number}.txt") for number, text in enumerate((FIRST, COPY)))
    return visit(tmp_path, *copies, keep(APART, source="apart.txt"))


def test_a_copy_leads_to_what_it_goes_back_to(client: TestClient) -> None:
    pages = [client.get(f"/article/{text.document.id}/others").text for text in (FIRST, COPY)]
    (told,) = [page for page in pages if "It goes back to" in page]
    assert sum("1 other document goes back to it" in page for page in pages) == 1
    assert sum(f'href="/article/{text.document.id}">document' in told for text in (FIRST, COPY)) == 1


def test_one_that_depends_on_none_is_not_called_independent(client: TestClient) -> None:
    page = client.get(f"/article/{APART.document.id}/others").text
    assert "Nothing shows that it has its words from another document" in page
    assert "among 2 documents with claims" in page


def test_what_it_answers_is_shown_with_what_it_says(tmp_path: Path) -> None:
    entries = [entry_of(story, f"{number}.txt") for number, story in enumerate(LIBRARY)]
    client = visit(tmp_path, *entries)
    page = client.get(f"/article/{entries[-1].text.document.id}/others").text
    answering = page[page.index("its claims answer") : page.index("answer its claims")]
    assert UNTRUE in answering
    assert "China stole the register of voters of Northport" in answering
    records = client.get(f"/article/{entries[-1].text.document.id}/others.json").json()
    assert "answers" in [record["part"] for record in records]
