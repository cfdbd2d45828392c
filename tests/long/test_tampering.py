from __future__ import annotations

from typing import TYPE_CHECKING

from tests.durability.tampering import tamper_often

if TYPE_CHECKING:
    from pathlib import Path


def test_whatever_is_tampered_with_is_named_and_nothing_else(tmp_path: Path) -> None:
    assert tamper_often(tmp_path, times=200, seed=1) == []
