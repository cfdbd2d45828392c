from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from alleged.flow.adding import add_claim
from alleged.flow.drafting import Draft, Voice, find_places
from alleged.ledger import open_ledger
from alleged.model.vocabulary import Act, Role, Stance
from tests.unit.dossiers.coders import sign
from tests.unit.model.samples import make_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

TEXT = make_text()


@pytest.fixture
def added(sample: Path) -> str:
    """The id of a claim that anna added to the sample report."""
    (place,) = find_places(TEXT.clean, "the allegations as baseless")
    draft = Draft(place, Stance.DENIES, Act.INTRUSION, Voice("The embassy", Role.DIPLOMAT))
    with closing(open_ledger(sample, create=False)) as ledger:
        return add_claim(ledger, TEXT, draft, sign("anna")).id


def test_an_added_claim_is_shown_as_added_and_the_ledger_is_sound(run: Run, added: str) -> None:
    shown = " ".join(run("show", added).stdout.split())
    assert "added by anna, reader sample 1" in shown
    assert "1 claim added" in run("history", TEXT.document.id).stdout
    assert run("verify").exit_code == 0
    assert "added-by-hand" in run("documents", "-f", "json").stdout


def test_undo_takes_an_added_claim_out_of_the_views(run: Run, added: str) -> None:
    def list_ids() -> list[str]:
        return [record["id"] for record in json.loads(run("claims", "-f", "json").stdout)]

    assert added in list_ids()
    result = run("undo", "--by", "anna")
    assert f"claim {added[:8]} is rejected" in result.stderr
    assert added not in list_ids()
    assert added in run("claims", "--rejected", "-f", "json").stdout
    assert "no decision by anna to undo" in run("undo", "--by", "anna").stderr
