from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.tampering import TARGETS, tamper_often

if TYPE_CHECKING:
    from pathlib import Path


def test_whatever_is_tampered_with_is_named_and_nothing_else(tmp_path: Path) -> None:
    outcome = tamper_often(tmp_path, times=400, seed=1)
    print(outcome.tables)
    assert outcome.missed == []
    assert outcome.tables.keys() == set(TARGETS)
    assert min(outcome.tables.values()) >= 15
