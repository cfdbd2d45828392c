from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.ledger import LEDGERS
from alleged.ledger.conformance import check_ledger

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", LEDGERS.names())
def test_a_ledger_keeps_every_promise(kind: str, tmp_path: Path) -> None:
    check_ledger(lambda name: LEDGERS.get(kind).open(tmp_path / name, create=True))
