from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.exact_words import check_words

if TYPE_CHECKING:
    from pathlib import Path


def test_every_claim_says_words_of_its_text(tmp_path: Path) -> None:
    outcome = check_words(tmp_path, 300)
    assert outcome.texts >= 180
    assert outcome.claims >= 300
